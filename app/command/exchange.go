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
	var take string
	c := &cobra.Command{
		Use: "import FILE [--take mine|theirs|both]", Short: "Read a bundle in", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			b, err := readBundle(l.path(args[0]))
			if err != nil {
				return err
			}
			if dryRun {
				return l.dryRun(b, desk.Take(take))
			}
			return l.withDesk(mayCreate, func(d *desk.Desk) error { return l.apply(d, b, desk.Take(take)) })
		}),
	}
	c.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would happen")
	c.Flags().StringVar(&take, "take", "", "settle all that differs: mine, theirs, or both for words")
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

// dryRun says what an import would do, also to a folder that is not there: it
// makes none.
func (l *line) dryRun(b *bundle.Bundle, take desk.Take) error {
	preview := func(d *desk.Desk) error { return l.preview(d, b, take) }
	err := l.withDesk(mustExist, preview)
	if fault.KeyOf(err) != "fault.no_data_folder" {
		return err
	}
	d, err := desk.OpenWithAssets(nothing{}, desk.Options{})
	if err != nil {
		return err
	}
	return preview(d)
}

// nothing is the store of a folder that is not there.
type nothing struct{}

func (nothing) Scan(string, func(string, []byte) error) error { return nil }
func (nothing) Get(string) ([]byte, error)                    { return nil, nil }
func (nothing) Commit([]desk.Op) error                        { return fault.New("fault.no_data_folder", "Folder", "") }
func (nothing) Close() error                                  { return nil }

// choices gives what is to be settled with an import, nothing without --take.
func choices(d *desk.Desk, p *desk.Preview, take desk.Take) (desk.Choices, error) {
	if take == "" {
		return desk.Choices{}, nil
	}
	return d.TakeAll(p, take)
}

func (l *line) preview(d *desk.Desk, b *bundle.Bundle, take desk.Take) error {
	p, err := d.Preview(b)
	if err != nil {
		return err
	}
	c, err := choices(d, p, take)
	if err != nil {
		return err
	}
	if p, err = d.WithChoices(p, c); err != nil {
		return err
	}
	if l.json {
		return l.printJSON(countsOf(p.Counts, p.Conflicts, p.SetBack))
	}
	l.sayCounts("cli.import_would", p.Counts, p.Conflicts)
	l.sayAside(p.Items)
	if p.SetBack {
		l.say("cli.set_back_would")
	}
	return nil
}

func (l *line) apply(d *desk.Desk, b *bundle.Bundle, take desk.Take) error {
	p, err := d.Preview(b)
	if err != nil {
		return err
	}
	c, err := choices(d, p, take)
	if err != nil {
		return err
	}
	report, err := d.ApplyChosen(p, c)
	if err != nil {
		return err
	}
	if l.json {
		return l.printJSON(countsOf(report.Counts, report.Conflicts, report.NewReplica))
	}
	l.sayCounts("cli.import_done", report.Counts, report.Conflicts)
	if report.Files > 0 {
		l.say("files.came", "Count", report.Files)
	}
	l.sayAside(report.Aside)
	if report.NewReplica {
		l.say("cli.set_back_done", "Replica", d.Replica())
	}
	return nil
}

// sayAside says of each record that is not taken in why.
func (l *line) sayAside(items []desk.PreviewItem) {
	for _, item := range items {
		kind := l.words.Kind(item.Kind)
		switch item.Aside {
		case desk.AsideClaim:
			l.say("cli.aside_claim", "ID", item.ID, "Kind", kind, "Label", item.Label)
		case desk.AsideDamaged:
			l.say("cli.aside_damaged", "ID", item.ID, "Kind", kind, "Label", item.Label)
		}
	}
}

// importCounts is what --json prints of an import.
type importCounts struct {
	Added     int `json:"added"`
	Edited    int `json:"edited"`
	Same      int `json:"same"`
	Differing int `json:"differing"`
	Removed   int `json:"removed"`
	Conflicts int `json:"conflicts"`
	SetAside  int `json:"set_aside"`
	// SetBack says that a new replica name is taken.
	SetBack bool `json:"set_back"`
}

func countsOf(c map[desk.Outcome]int, conflicts int, setBack bool) importCounts {
	return importCounts{
		c[desk.Added], c[desk.Edited], c[desk.Same], c[desk.Differing], c[desk.Removed], conflicts, c[desk.SetAside], setBack,
	}
}

func (l *line) sayCounts(key string, c map[desk.Outcome]int, conflicts int) {
	l.say(key, "Added", c[desk.Added], "Edited", c[desk.Edited], "Same", c[desk.Same],
		"Differing", c[desk.Differing], "Removed", c[desk.Removed])
	if conflicts > 0 {
		l.say("cli.import_conflicts", "Count", conflicts)
	}
}

func (l *line) exportCommand() *cobra.Command {
	var scope desk.Scope
	var out string
	var attachments bool
	c := &cobra.Command{
		Use: "export (--visit ID | --all) [--attachments] --out FILE", Short: "Write a bundle", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			return l.withDesk(mustExist, func(d *desk.Desk) error { return l.export(d, scope, attachments, out) })
		}),
	}
	c.Flags().StringVar(&scope.Visit, "visit", "", "one visit, without internal and personal fields")
	c.Flags().BoolVar(&scope.All, "all", false, "everything, for the office's own use")
	c.Flags().BoolVar(&attachments, "attachments", false, "with the attached files: FILE becomes a .zip around the bundle")
	c.Flags().StringVar(&out, "out", "", "the file to write")
	c.MarkFlagsMutuallyExclusive("visit", "all")
	c.MarkFlagsOneRequired("visit", "all")
	_ = c.MarkFlagRequired("out") // the flag is there
	return c
}

func (l *line) export(d *desk.Desk, scope desk.Scope, attachments bool, out string) error {
	out = l.path(out)
	b, err := d.Export(scope)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return bundle.Write(w, b) }
	if attachments {
		if _, err := d.AddFiles(b); err != nil {
			return err
		}
		write = func(w io.Writer) error { return bundle.WriteArchive(w, b, d.AttachedFile) }
	}
	if err := files.Write(out, write); err != nil {
		return err
	}
	if attachments {
		l.say("files.sent", "Count", len(b.Attachments))
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
