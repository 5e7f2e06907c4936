package command

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"nhipcau/app/catalogue"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/words"
)

var update = flag.Bool("update", false, "write the documents anew that are made of the code")

// fieldsDocument is made of the code, so that it stays true.
const fieldsDocument = "../../docs/fields.md"

func TestTheDocumentOfFieldsIsThatOfTheCode(t *testing.T) {
	want := fieldsPage(t)
	if *update {
		if err := os.WriteFile(fieldsDocument, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(fieldsDocument)
	if err != nil {
		t.Fatal(err)
	}
	if strings.ReplaceAll(string(got), "\r\n", "\n") != want {
		t.Errorf("%s is not what the code says; write it anew with: go test ./app/command -run Document -update", fieldsDocument)
	}
}

func fieldsPage(t *testing.T) string {
	w, err := words.Load(words.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	l := &line{words: w}
	var b strings.Builder
	b.WriteString(`# Kinds, fields and papers

Made of the code (` + "`go test ./app/command -run Document -update`" + `); the program tells the same with ` + "`nhipcau kinds [KIND]`" + `
and ` + "`nhipcau papers`" + `. How a value is written: [command-line.md](command-line.md), “Values”. A choice may be given by its code or by its
words. * must be given.

## What ` + "`new` and `set`" + ` take

`)
	for _, decl := range plan.Declarations() {
		fmt.Fprintf(&b, "### `%s` · %s\n\n| field | tên | nhận |\n|---|---|---|\n", decl.Kind, w.Kind(decl.Kind))
		for i, f := range l.kindEntry(decl).Fields {
			mark := ""
			if f.Required {
				mark = " *"
			}
			fmt.Fprintf(&b, "| `%s`%s | %s | %s |\n", f.Field, mark, cell(f.Name), cell(l.takes(decl, decl.Fields[i])))
		}
		b.WriteString("\n")
	}
	b.WriteString("## What `paper` makes\n\nThe first form is the usual one, the first value of an option as well.\n\n| kind | giấy tờ | `--variant` | `--option` |\n|---|---|---|---|\n")
	for _, k := range papers.Kinds() {
		entry, ok := c.Paper(k.Code)
		if !ok {
			t.Fatalf("%s is not in the catalogue", k.Code)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", k.Code, cell(entry.Vi), variantsCell(entry), optionsCell(entry))
	}
	return b.String()
}

func variantsCell(k catalogue.PaperKind) string {
	var out []string
	for _, v := range k.Variants {
		out = append(out, fmt.Sprintf("`%s` %s", v.Code, cell(v.Vi)))
	}
	return strings.Join(out, "<br>")
}

func optionsCell(k catalogue.PaperKind) string {
	var out []string
	for _, o := range k.Options {
		var values []string
		for _, v := range o.Values {
			values = append(values, fmt.Sprintf("`%s` %s", v.Code, cell(v.Vi)))
		}
		out = append(out, fmt.Sprintf("`%s` %s: %s", o.Code, cell(o.Vi), strings.Join(values, ", ")))
	}
	return strings.Join(out, "<br>")
}

// cell keeps a text within its cell of a table.
func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// The catalogue names no paper that the program refuses.
func TestEveryPaperOfTheCatalogueIsMade(t *testing.T) {
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range c.Papers.All() {
		if _, ok := papers.KindNamed(k.Code); !ok {
			t.Errorf("%s (%s) is in the catalogue and cannot be made", k.Code, k.Vi)
		}
	}
}
