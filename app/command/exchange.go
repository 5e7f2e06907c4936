package command

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/files"
)

func (l *line) importCommand() *cobra.Command {
	var dryRun bool
	c := &cobra.Command{
		Use: "import FILE", Short: "Read a bundle in", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			b, err := readBundle(args[0])
			if err != nil {
				return err
			}
			return l.withDesk(mayCreate, func(d *desk.Desk) error {
				if dryRun {
					return l.preview(d, b)
				}
				return l.apply(d, b)
			})
		}),
	}
	c.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would happen")
	return c
}

func readBundle(path string) (b *bundle.Bundle, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New("fault.file_unreadable", "File", path, err)
	}
	defer func() { _ = f.Close() }() // it was only read
	return bundle.Read(f)
}

func (l *line) preview(d *desk.Desk, b *bundle.Bundle) error {
	p, err := d.Preview(b)
	if err != nil {
		return err
	}
	return l.printCounts("cli.import_would", p.Counts, 0)
}

func (l *line) apply(d *desk.Desk, b *bundle.Bundle) error {
	report, err := d.Import(b)
	if err != nil {
		return err
	}
	return l.printCounts("cli.import_done", report.Counts, report.Conflicts)
}

// importCounts is what --json prints of an import.
type importCounts struct {
	Added     int `json:"added"`
	Edited    int `json:"edited"`
	Same      int `json:"same"`
	Differing int `json:"differing"`
	Removed   int `json:"removed"`
	Conflicts int `json:"conflicts"`
}

func (l *line) printCounts(key string, c map[desk.Outcome]int, conflicts int) error {
	counts := importCounts{c[desk.Added], c[desk.Edited], c[desk.Same], c[desk.Differing], c[desk.Removed], conflicts}
	if l.json {
		return l.printJSON(counts)
	}
	l.say(key, "Added", counts.Added, "Edited", counts.Edited, "Same", counts.Same,
		"Differing", counts.Differing, "Removed", counts.Removed)
	if conflicts > 0 {
		l.say("cli.import_conflicts", "Count", conflicts)
	}
	return nil
}

func (l *line) exportCommand() *cobra.Command {
	var scope desk.Scope
	var out string
	c := &cobra.Command{
		Use: "export (--visit ID | --all) --out FILE", Short: "Write a bundle", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.export(d, scope, out) })
		}),
	}
	c.Flags().StringVar(&scope.Visit, "visit", "", "one visit, without internal and personal fields")
	c.Flags().BoolVar(&scope.All, "all", false, "everything, for the office's own use")
	c.Flags().StringVar(&out, "out", "", "the file to write")
	c.MarkFlagsMutuallyExclusive("visit", "all")
	c.MarkFlagsOneRequired("visit", "all")
	_ = c.MarkFlagRequired("out") // the flag is there
	return c
}

func (l *line) export(d *desk.Desk, scope desk.Scope, out string) error {
	b, err := d.Export(scope)
	if err != nil {
		return err
	}
	if err := files.Write(out, func(w io.Writer) error { return bundle.Write(w, b) }); err != nil {
		return err
	}
	if err := d.Sent(b, out); err != nil {
		return err
	}
	if scope.All {
		l.say("cli.export_all", "File", out, "Count", len(b.Records))
		return nil
	}
	l.say("cli.export_visit", "File", out, "Count", len(b.Records))
	return nil
}
