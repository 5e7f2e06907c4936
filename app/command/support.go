package command

import (
	"time"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/support"
)

func (l *line) supportCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use: "support --out FILE.zip", Short: "Write the logs and the result of a check for whoever helps, without personal values", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error { return l.support(l.path(out)) }),
	}
	c.Flags().StringVar(&out, "out", "", "the file to write")
	_ = c.MarkFlagRequired("out") // fails only for a flag that is not there
	return c
}

// support writes the package also where the check fails: then that is what
// whoever helps has to know. Only a folder that is not there, or that another
// program has open, is refused.
func (l *line) support(out string) error {
	dir, err := l.dir()
	if err != nil {
		return err
	}
	write := func(d *desk.Desk, found desk.Finding, why error) error {
		about := support.About(l.env.Version, time.Now(), found, why)
		return support.Write(out, dir, about, support.Hide(d, dir))
	}
	written := false
	err = l.look(func(d *desk.Desk, found desk.Finding) error {
		written = true
		return write(d, found, nil)
	})
	switch key := fault.KeyOf(err); {
	case err == nil:
	case written || key == "fault.no_data_folder" || key == "fault.folder_in_use":
		return err
	default:
		if err := write(nil, desk.Finding{}, err); err != nil {
			return err
		}
	}
	l.say("cli.support_done", "File", out)
	return nil
}
