package command

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// differences is what --json prints of a comparison. It is documented in
// docs/command-line.md and does not change.
type differences struct {
	Same    bool             `json:"same"`
	Records []differentEntry `json:"records"`
}

type differentEntry struct {
	ID       string          `json:"id"`
	Kind     string          `json:"kind"`
	Label    string          `json:"label,omitempty"`
	Relation bundle.Relation `json:"relation"`
	// SetAside is why an import would not take the record in, empty if it would.
	SetAside desk.Aside       `json:"set_aside,omitempty"`
	Fields   []differentField `json:"fields,omitempty"`
}

type differentField struct {
	Field    string            `json:"field"`
	Relation bundle.Relation   `json:"relation"`
	First    []json.RawMessage `json:"first"`
	Second   []json.RawMessage `json:"second"`
}

// diff compares two bundles, or what is here with one. That there is a
// difference is told by the exit code too.
func (l *line) diff(args []string, passphraseFile string) error {
	last, err := l.openBundle(args[len(args)-1], passphraseFile)
	if err != nil {
		return err
	}
	if len(args) == 2 {
		first, err := l.openBundle(args[0], passphraseFile)
		if err != nil {
			return err
		}
		return l.printDiff(bundle.Diff(first.Records, last.Records), nil)
	}
	return l.withDeskOrNone(func(d *desk.Desk) error {
		p, err := d.Preview(last)
		if err != nil {
			return err
		}
		aside := map[string]desk.Aside{}
		for _, item := range p.Items {
			aside[item.ID] = item.Aside
		}
		return l.printDiff(bundle.Diff(d.Beside(last), last.Records), aside)
	})
}

// withDeskOrNone hands over the desk of the data folder, or an empty one where
// there is no folder: none is made.
func (l *line) withDeskOrNone(fn func(*desk.Desk) error) error {
	err := l.withDesk(mustExist, fn)
	if fault.KeyOf(err) != "fault.no_data_folder" {
		return err
	}
	d, err := desk.OpenWithAssets(nothing{}, desk.Options{})
	if err != nil {
		return err
	}
	return fn(d)
}

func (l *line) printDiff(diffs []bundle.RecordDiff, aside map[string]desk.Aside) error {
	out := differences{Same: len(diffs) == 0, Records: make([]differentEntry, len(diffs))}
	for i, d := range diffs {
		rec := d.Record()
		out.Records[i] = differentEntry{
			ID: rec.ID, Kind: rec.Kind, Label: desk.LabelOf(rec), Relation: d.Relation, SetAside: aside[rec.ID], Fields: fieldsOf(d),
		}
	}
	if !out.Same {
		l.exit = ExitDiffers
	}
	if l.json {
		return l.printJSON(out)
	}
	for _, entry := range out.Records {
		l.sayDifference(entry)
	}
	if out.Same {
		l.say("bundlefile.same")
	} else {
		l.say("bundlefile.different", "Count", len(out.Records))
	}
	return nil
}

func fieldsOf(d bundle.RecordDiff) []differentField {
	var out []differentField
	for _, f := range d.Fields {
		out = append(out, differentField{f.Name, f.Relation, valuesOf(f.First), valuesOf(f.Second)})
	}
	return out
}

// valuesOf lists the different values of a field, the shown one first.
func valuesOf(f merge.Field) []json.RawMessage {
	out := []json.RawMessage{}
	for _, v := range f.Distinct() {
		out = append(out, json.RawMessage(v.JSON))
	}
	return out
}

func (l *line) sayDifference(e differentEntry) {
	_, _ = fmt.Fprintf(l.env.Stdout, "%s %s “%s”: %s\n", l.kind(e.Kind), e.ID, oneLine(e.Label), l.relation(e.Relation))
	switch e.SetAside {
	case desk.AsideClaim:
		l.say("bundlefile.aside_claim")
	case desk.AsideDamaged:
		l.say("bundlefile.aside_damaged")
	}
	for _, f := range e.Fields {
		_, _ = fmt.Fprintf(l.env.Stdout, "  %s (%s): %s\n    1: %s\n    2: %s\n", oneLine(l.field(e.Kind, f.Field)), oneLine(f.Field),
			l.relation(f.Relation), shownValues(f.First), shownValues(f.Second))
	}
}

func (l *line) relation(r bundle.Relation) string {
	return l.words.Say("bundlefile.relation_" + string(r))
}

func shownValues(values []json.RawMessage) string {
	if len(values) == 0 {
		return "–"
	}
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = plainValue(v)
	}
	return strings.Join(texts, " | ")
}

// oneLine makes a text from a file fit for a line of a terminal: nothing in it
// that a terminal would obey, and no break.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsPrint(r):
			return r
		default:
			return unicode.ReplacementChar
		}
	}, text)
}
