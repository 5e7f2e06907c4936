package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

func (l *line) paperCommand() *cobra.Command {
	var visit, out string
	c := &cobra.Command{
		Use: "paper KIND --visit ID --out FILE.pdf", Short: "Write a paper of a visit, e.g. programme", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			kind, ok := papers.KindNamed(args[0])
			if !ok {
				return fault.New("fault.unknown_paper", "Kind", args[0], "Known", knownPapers())
			}
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.writePaper(d, kind, visit, out) })
		}),
	}
	c.Flags().StringVar(&visit, "visit", "", "the visit")
	c.Flags().StringVar(&out, "out", "", "the file to write")
	_ = c.MarkFlagRequired("visit") // the flags are there
	_ = c.MarkFlagRequired("out")
	return c
}

func knownPapers() string {
	var names []string
	for _, k := range papers.Kinds() {
		names = append(names, k.Name)
	}
	return strings.Join(names, ", ")
}

func (l *line) writePaper(d *desk.Desk, kind papers.Kind, visit, out string) error {
	out = l.path(out)
	subject, err := d.Subject(visit, kind.Name, l.openField)
	if err != nil {
		return err
	}
	fonts, err := paper.LoadFonts()
	if err != nil {
		return fault.New("fault.internal", err)
	}
	pages, err := paper.Layout(kind.Make(subject), fonts)
	if err != nil {
		return fault.New("fault.internal", err)
	}
	info := paper.Info{Creator: "Nhịp Cầu " + l.env.Version, Created: d.Now()}
	if err := files.Write(out, func(w io.Writer) error { return paper.WritePDF(w, pages, info) }); err != nil {
		return err
	}
	if err := d.Printed(visit, kind.Name); err != nil {
		return err
	}
	l.say("cli.paper_written", "File", out, "Pages", len(pages.List))
	if len(pages.Replaced) > 0 {
		l.say("cli.paper_replaced", "Runes", string(pages.Replaced))
	}
	return nil
}

// openField words a field on which the offices differ, for the foot of a paper.
func (l *line) openField(r plan.Record, field string) string {
	return fmt.Sprintf("%s (%s)", r.Label(), l.words.Field(r.Kind(), field))
}
