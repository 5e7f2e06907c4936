package paper

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func loadFonts(t testing.TB) *Fonts {
	t.Helper()
	fonts, err := LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func lay(t testing.TB, blocks ...Block) *Pages {
	t.Helper()
	return layDocument(t, Document{Title: "Thử", Language: "vi-VN", Page: A4Portrait(), Blocks: blocks})
}

func layDocument(t testing.TB, doc Document) *Pages {
	t.Helper()
	pages, err := Layout(doc, loadFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func text(s string) Paragraph { return Paragraph{Runs: []Run{{Text: s}}} }

func cells(texts ...string) Row {
	var row Row
	for _, s := range texts {
		row.Cells = append(row.Cells, Cell{Paragraphs: []Paragraph{text(s)}})
	}
	return row
}

// texts returns the stretches of text of a page.
func texts(page Page) (list []Text) {
	for _, op := range page.Ops {
		if t, ok := op.(Text); ok {
			list = append(list, t)
		}
	}
	return list
}

// find returns the stretch of text that contains a string, and the page that it is on.
func find(t testing.TB, pages *Pages, s string) (Text, int) {
	t.Helper()
	for i, page := range pages.List {
		for _, op := range texts(page) {
			if strings.Contains(op.String, s) {
				return op, i
			}
		}
	}
	t.Fatalf("%q is on no page", s)
	return Text{}, 0
}

func near(a, b, by float64) bool { return a-b <= by && b-a <= by }

func golden(t *testing.T, name string, pages *Pages) {
	t.Helper()
	var got bytes.Buffer
	if err := pages.Dump(&got); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))), got.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
