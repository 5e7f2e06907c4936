package command

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/printout"
)

func (l *line) paperCommand() *cobra.Command {
	var visit, out, signer string
	var ask papers.Request
	var as reprinting
	var decided decisions
	c := &cobra.Command{
		Use: "paper KIND --visit ID [--variant V] --out FILE.pdf|.docx|.png", Short: "Write a paper of a visit, e.g. programme", Args: cobra.ExactArgs(1),
		RunE: l.run(func(args []string) error {
			ask.Kind = args[0]
			if _, ok := papers.KindNamed(ask.Kind); !ok {
				return fault.New("fault.unknown_paper", "Kind", ask.Kind, "Known", knownPapers())
			}
			return l.withDesk(mustExist, func(d *desk.Desk) (err error) {
				if ask, err = l.decide(d, visit, ask, decided); err != nil {
					return err
				}
				if signer != "" {
					if err := d.ChooseSigner(visit, ask, signer); err != nil {
						return err
					}
				}
				return l.writePaper(d, visit, ask, out, as)
			})
		}),
	}
	c.Flags().StringVar(&visit, "visit", "", "the visit")
	c.Flags().StringVar(&ask.Variant, "variant", "", "the form of the paper")
	c.Flags().StringVar(&ask.Attendee, "attendee", "", "the attendee, for papers of one person")
	c.Flags().StringVar(&ask.Model, "model", "", "the model, for the sheet of a model")
	c.Flags().StringVar(&signer, "signer", "", "who signs from now on: words of the name or the post of a signer of the office")
	c.Flags().BoolVar(&as.changes, "changes", false, "mark what changed since the last print")
	c.Flags().BoolVar(&as.changedOnly, "changed-only", false, "write only the pages on which something changed")
	c.Flags().BoolVar(&as.printed, "printed", false, "note that the paper is printed as it is now")
	c.Flags().StringVar(&out, "out", "", "the file to write")
	decided.flags(c)
	_ = c.MarkFlagRequired("visit") // the flags are there
	_ = c.MarkFlagRequired("out")
	return c
}

func knownPapers() string {
	var names []string
	for _, k := range papers.Kinds() {
		names = append(names, k.Code)
	}
	return strings.Join(names, ", ")
}

// reprinting says how a paper is held against its last print, and whether it is
// one itself: most files are made to look at.
type reprinting struct{ changes, changedOnly, printed bool }

// document makes the paper, with marks where they are asked for.
func (l *line) document(d *desk.Desk, visit string, ask papers.Request, as reprinting) (paper.Document, error) {
	if !as.changes && !as.changedOnly {
		subject, err := d.Subject(visit, ask, l.openField)
		if err != nil {
			return paper.Document{}, err
		}
		kind, _ := papers.KindNamed(ask.Kind)
		return kind.Make(subject), nil
	}
	r, err := d.Reprint(visit, ask, l.openField)
	if err != nil {
		return paper.Document{}, err
	}
	if r.Last.IsZero() {
		l.say("cli.paper_never_printed")
	} else {
		l.say("cli.paper_changes", "Count", r.Changes, "Revision", r.Revision)
	}
	return r.Document, nil
}

func (l *line) writePaper(d *desk.Desk, visit string, ask papers.Request, out string, as reprinting) error {
	at := d.Moment()
	doc, err := l.document(d, visit, ask, as)
	if err != nil {
		return err
	}
	printer, err := l.printer(d)
	if err != nil {
		return err
	}
	printer.ChangedOnly = as.changedOnly
	old, err := setAside(l.path(out))
	if err != nil {
		return err
	}
	made, err := printer.Write(l.path(out), doc)
	if err != nil {
		old.back()
		return err
	}
	l.sayReplaced(old, made.Files...)
	if as.printed {
		if err := d.Printed(visit, at, ask); err != nil {
			return err
		}
	}
	for _, file := range made.Files {
		l.say("cli.paper_written", "File", filepath.Clean(file), "Pages", made.Pages)
	}
	if len(made.Replaced) > 0 {
		l.say("cli.paper_replaced", "Runes", string(made.Replaced))
	}
	return nil
}

// printer makes files in the typeface of our office.
func (l *line) printer(d *desk.Desk) (printout.Printer, error) {
	choice := ""
	if office := d.Office(); office != nil {
		choice = office.Layout.Font
	}
	fonts, err := printout.Typeface(choice)
	if err != nil {
		return printout.Printer{}, err
	}
	return printout.Printer{Fonts: fonts, Info: paper.Info{Creator: printout.Creator(l.env.Version), Created: d.Now()}}, nil
}

// openField words a field on which the offices differ, for the foot of a paper.
func (l *line) openField(r plan.Record, field string) string {
	return fmt.Sprintf("%s (%s)", r.Label(), l.words.Field(r.Kind(), field))
}
