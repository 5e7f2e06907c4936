package command

import (
	"fmt"
	"reflect"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"nhipcau/app/catalogue"
	"nhipcau/app/civil"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// kindsCommand tells what new and set take, from the declarations themselves, so
// that it is true of this program and not of another one.
func (l *line) kindsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "kinds [KIND]", Short: "List the kinds of records; with a kind, its fields and what they take", Args: cobra.MaximumNArgs(1),
		RunE: l.run(func(args []string) error {
			if len(args) == 0 {
				return l.printKinds()
			}
			decl, err := declaration(args[0])
			if err != nil {
				return err
			}
			return l.printFieldsOf(decl)
		}),
	}
}

// kindEntry and fieldEntry are what kinds prints as JSON.
type kindEntry struct {
	Kind   string       `json:"kind"`
	Plural string       `json:"plural"`
	Name   string       `json:"name"`
	Fields []fieldEntry `json:"fields,omitempty"`
}

type fieldEntry struct {
	Field    string   `json:"field"`
	Name     string   `json:"name"`
	Takes    string   `json:"takes"`
	Of       string   `json:"of,omitempty"`
	Choices  []string `json:"choices,omitempty"`
	Required bool     `json:"required,omitempty"`
}

func (l *line) printKinds() error {
	var all []kindEntry
	for _, decl := range plan.Declarations() {
		all = append(all, kindEntry{Kind: string(decl.Kind), Plural: decl.Plural, Name: l.words.Kind(decl.Kind)})
	}
	if l.json {
		return l.printJSON(map[string]any{"kinds": all})
	}
	l.columns(func(row func(cells ...string)) {
		for _, k := range all {
			row(k.Kind, k.Plural, k.Name)
		}
	})
	return nil
}

func (l *line) printFieldsOf(decl *plan.Declaration) error {
	entry := l.kindEntry(decl)
	if l.json {
		return l.printJSON(entry)
	}
	l.columns(func(row func(cells ...string)) {
		for i, f := range entry.Fields {
			mark := ""
			if f.Required {
				mark = "*"
			}
			row(f.Field+mark, f.Name, l.takes(decl, decl.Fields[i]))
		}
	})
	return nil
}

func (l *line) kindEntry(decl *plan.Declaration) kindEntry {
	entry := kindEntry{Kind: string(decl.Kind), Plural: decl.Plural, Name: l.words.Kind(decl.Kind)}
	for _, f := range decl.Fields {
		entry.Fields = append(entry.Fields, fieldEntry{
			Field: f.Name, Name: l.words.Field(decl.Kind, f.Name), Takes: form(f), Of: string(f.Ref), Choices: f.Choices(), Required: f.Required(),
		})
	}
	return entry
}

// takes words what a field takes.
func (l *line) takes(decl *plan.Declaration, f plan.Field) string {
	if codes := f.Choices(); codes != nil {
		return labels(codes, func(code string) string { return l.words.Enum(decl.Kind, f.Name, code) })
	}
	said := l.words.Say("takes." + form(f))
	if f.Ref != "" && form(f) != "speakers" {
		said += " (" + string(f.Ref) + ")"
	}
	return said
}

// form is in which way a field is typed: the end of the key of its words.
func form(f plan.Field) string {
	switch reflect.New(f.Type).Interface().(type) {
	case *civil.Date:
		return "day"
	case *plan.Period:
		return "period"
	case *plan.Slot:
		return "slot"
	case *[]plan.Speaker:
		return "speakers"
	}
	switch f.Type.Kind() {
	case reflect.Bool:
		return "yes_no"
	case reflect.Int, reflect.Int64:
		return "whole"
	case reflect.String:
		return textForm(f)
	}
	if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.String {
		return textForm(f) + "s"
	}
	return "json"
}

// textForm is form for one text, or each of several.
func textForm(f plan.Field) string {
	switch {
	case f.Choices() != nil:
		return "choice"
	case f.Decimal():
		return "decimal"
	case f.Ref == plan.KindLocality:
		return "place"
	case f.Ref != "":
		return "id"
	}
	return "text"
}

// papersCommand tells which papers there are.
func (l *line) papersCommand() *cobra.Command {
	return &cobra.Command{
		Use: "papers", Short: "List the papers with their forms and options", Args: cobra.NoArgs,
		RunE: l.run(func([]string) error {
			c, err := catalogue.Load()
			if err != nil {
				return err
			}
			if l.json {
				var all []catalogue.PaperKind
				for _, k := range papers.Kinds() {
					entry, _ := c.Paper(k.Code)
					all = append(all, entry)
				}
				return l.printJSON(map[string]any{"papers": all})
			}
			for _, k := range papers.Kinds() {
				entry, _ := c.Paper(k.Code)
				l.printPaperKind(entry)
			}
			return nil
		}),
	}
}

func (l *line) printPaperKind(k catalogue.PaperKind) {
	_, _ = fmt.Fprintf(l.env.Stdout, "%s\t%s\n", k.Code, k.Label(l.words.Language()))
	for _, v := range k.Variants {
		_, _ = fmt.Fprintf(l.env.Stdout, "  --variant %s\t%s\n", v.Code, v.Label(l.words.Language()))
	}
	for _, o := range k.Options {
		var values []string
		for _, v := range o.Values {
			values = append(values, fmt.Sprintf("%s (%s)", v.Code, v.Label(l.words.Language())))
		}
		_, _ = fmt.Fprintf(l.env.Stdout, "  --option %s=…\t%s: %s\n", o.Code, o.Label(l.words.Language()), strings.Join(values, ", "))
	}
}

// columns writes rows in columns.
func (l *line) columns(fill func(row func(cells ...string))) {
	w := tabwriter.NewWriter(l.env.Stdout, 0, 0, 2, ' ', 0)
	fill(func(cells ...string) { _, _ = fmt.Fprintln(w, strings.Join(cells, "\t")) })
	_ = w.Flush() // as any other write to the terminal
}
