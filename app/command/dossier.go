package command

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/dossier"
	"nhipcau/app/papers"
)

func (l *line) dossierCommand() *cobra.Command {
	var visit, out string
	var options dossier.Options
	var printed bool
	c := &cobra.Command{
		Use: "dossier --visit ID --out DIR", Short: "Write all papers of a visit: one PDF, and a file each", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.writeDossier(d, visit, out, options, printed) })
		}),
	}
	c.Flags().StringVar(&visit, "visit", "", "the visit")
	c.Flags().StringVar(&out, "out", "", "the folder to write into")
	c.Flags().BoolVar(&options.WithoutInternal, "without-internal", false, "leave out papers for the office alone")
	c.Flags().BoolVar(&printed, "printed", false, "note that the papers are printed as they are now")
	_ = c.MarkFlagRequired("visit") // the flags are there
	_ = c.MarkFlagRequired("out")
	return c
}

func (l *line) writeDossier(d *desk.Desk, visit, out string, options dossier.Options, printed bool) error {
	at := d.Moment()
	if err := mustBeFolder(l.path(out)); err != nil {
		return err
	}
	printer, err := l.printer(d)
	if err != nil {
		return err
	}
	subject := func(ask papers.Request) (papers.Subject, error) { return d.Subject(visit, ask, l.openField) }
	made, err := dossier.Write(l.path(out), printer, subject, options)
	if err != nil {
		return err
	}
	if printed {
		if err := d.Printed(visit, at, made.Papers...); err != nil {
			return err
		}
	}
	for _, file := range append([]string{made.Whole}, made.Files...) {
		l.say("cli.dossier_file", "File", filepath.Clean(file))
	}
	if made.Earlier != "" {
		l.say("cli.dossier_earlier", "Folder", filepath.Clean(made.Earlier))
	}
	l.say("cli.dossier_written", "Papers", len(made.Papers), "Pages", made.Pages)
	if len(made.Replaced) > 0 {
		l.say("cli.paper_replaced", "Runes", string(made.Replaced))
	}
	return nil
}
