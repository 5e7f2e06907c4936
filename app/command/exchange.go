package command

import (
	"github.com/spf13/cobra"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

func (l *line) importCommand() *cobra.Command {
	var dryRun, trustNewKey bool
	var take, passphraseFile string
	c := &cobra.Command{
		Use: "import FILE [--take mine|theirs|both]", Short: "Read a bundle in, sealed or not", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			b, err := l.openBundle(args[0], passphraseFile)
			if err != nil {
				return err
			}
			if dryRun {
				return l.dryRun(b, desk.Take(take))
			}
			return l.withDesk(mayCreate, func(d *desk.Desk) error { return l.apply(d, b, desk.Take(take), trustNewKey) })
		}),
	}
	c.Flags().BoolVar(&dryRun, "dry-run", false, "only say what would happen")
	c.Flags().StringVar(&take, "take", "", "settle all that differs: mine, theirs, or both for words")
	c.Flags().BoolVar(&trustNewKey, "trust-new-key", false, "accept a key that is not the known one, or a missing signature")
	passphraseFlag(c, &passphraseFile)
	return c
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
		return l.printJSON(countsOf(p.Counts, p.Conflicts, p.SetBack).with(p.Trust))
	}
	l.sayTrust(p.Bundle, p.Trust)
	if err := l.sayOlder(d, b); err != nil {
		return err
	}
	l.sayCounts("cli.import_would", p.Counts, p.Conflicts)
	l.sayAside(p.Items)
	if p.SetBack {
		l.say("cli.set_back_would")
	}
	return nil
}

func (l *line) apply(d *desk.Desk, b *bundle.Bundle, take desk.Take, trustNewKey bool) error {
	p, err := d.Preview(b)
	if err != nil {
		return err
	}
	p.TrustNewKey = trustNewKey
	if !l.json {
		if err := l.sayOlder(d, b); err != nil {
			return err
		}
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
		return l.printJSON(countsOf(report.Counts, report.Conflicts, report.NewReplica).with(p.Trust))
	}
	l.sayTrust(b, p.Trust)
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
			l.say("cli.aside_claim", "ID", item.ID, "Kind", kind, "Label", item.Label())
		case desk.AsideDamaged:
			l.say("cli.aside_damaged", "ID", item.ID, "Kind", kind, "Label", item.Label())
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
	// Trust is the verdict on the signature, Fingerprint that of its key.
	Trust       desk.Verdict `json:"trust"`
	Fingerprint string       `json:"fingerprint,omitempty"`
}

func (c importCounts) with(t desk.Trust) importCounts {
	c.Trust, c.Fingerprint = t.Verdict, t.Fingerprint
	return c
}

func countsOf(c map[desk.Outcome]int, conflicts int, setBack bool) importCounts {
	return importCounts{
		Added: c[desk.Added], Edited: c[desk.Edited], Same: c[desk.Same], Differing: c[desk.Differing],
		Removed: c[desk.Removed], Conflicts: conflicts, SetAside: c[desk.SetAside], SetBack: setBack,
	}
}

func (l *line) sayCounts(key string, c map[desk.Outcome]int, conflicts int) {
	l.say(key, "Added", c[desk.Added], "Edited", c[desk.Edited], "Same", c[desk.Same],
		"Differing", c[desk.Differing], "Removed", c[desk.Removed])
	if conflicts > 0 {
		l.say("cli.import_conflicts", "Count", conflicts)
	}
}
