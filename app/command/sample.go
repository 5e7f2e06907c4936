package command

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	embedded "nhipcau/assets/sample"
)

// sampleCommand puts the sample visit into the data folder, as “Mở chuyến mẫu”
// does in the window, and prints the id of the visit.
func (l *line) sampleCommand() *cobra.Command {
	return &cobra.Command{
		Use: "sample", Short: "Put the sample visit into the data folder", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			b, err := bundle.Read(bytes.NewReader(embedded.Bundle))
			if err != nil {
				return err
			}
			return l.withDesk(mayCreate, func(d *desk.Desk) error {
				if _, err := d.Import(b); err != nil {
					return err
				}
				if l.json {
					return l.report(d, embedded.VisitID)
				}
				_, err := fmt.Fprintln(l.env.Stdout, embedded.VisitID)
				return err
			})
		}),
	}
}
