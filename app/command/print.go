package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"text/tabwriter"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// records is the form in which --json prints records. It is documented in
// docs/command-line.md and does not change.
type records struct {
	Records []desk.Item `json:"records"`
}

// printItems prints records as JSON or as a table.
func (l *line) printItems(items []desk.Item) error {
	if l.json {
		if items == nil {
			items = []desk.Item{}
		}
		return l.printJSON(records{items})
	}
	w := tabwriter.NewWriter(l.env.Stdout, 0, 4, 2, ' ', 0)
	for _, it := range items {
		_, _ = fmt.Fprintf(w, "%s\t%s\t%s\n", it.ID, l.words.Kind(plan.Kind(it.Kind)), it.Label)
	}
	return w.Flush()
}

// printJSON prints one line of UTF-8, unescaped.
func (l *line) printJSON(value any) error {
	enc := json.NewEncoder(l.env.Stdout)
	enc.SetEscapeHTML(false)
	return enc.Encode(value)
}

// printItem prints one record with the words for its fields.
func (l *line) printItem(it desk.Item) error {
	if l.json {
		return l.printItems([]desk.Item{it})
	}
	_, _ = fmt.Fprintf(l.env.Stdout, "%s %s\n", l.words.Kind(plan.Kind(it.Kind)), it.ID)
	label := func(name string) string { return l.words.Field(plan.Kind(it.Kind), name) }
	if err := printFields(l.env.Stdout, it, label); err != nil {
		return err
	}
	l.printConflicts(it, label)
	return nil
}

// printConflicts lists the values of fields on which offices differ, and says
// what is to be decided.
func (l *line) printConflicts(it desk.Item, label func(string) string) {
	if it.Contested {
		l.say("cli.contested", "ID", it.ID)
	}
	for _, name := range slices.Sorted(maps.Keys(it.Conflicts)) {
		l.say("cli.differing", "Label", label(name), "Field", name, "ID", it.ID)
		for _, one := range it.Conflicts[name] {
			_, _ = fmt.Fprintf(l.env.Stdout, "    %s  (%s, %s)\n",
				plain(one.Value), one.Author, one.At.Local().Format("02/01/2006 15:04:05"))
		}
	}
}

func printFields(out io.Writer, it desk.Item, label func(string) string) error {
	dec := json.NewDecoder(bytes.NewReader(it.Data))
	if _, err := dec.Token(); err != nil {
		return err
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return err
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return err
		}
		_, _ = fmt.Fprintf(out, "  %s (%s): %s\n", label(name.(string)), name, plain(raw))
	}
	return nil
}

// plain shows a text without its quotes and anything else as JSON.
func plain(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}
