package word_test

import (
	"strings"
	"testing"

	"nhipcau/app/paper"
)

// TestReprintSaysWhatChanged looks for the stroke beside what changed, and nowhere else, and for the line that says which print it is in
// both headers.
func TestReprintSaysWhatChanged(t *testing.T) {
	changed, same := text("đã sửa"), text("như cũ")
	changed.Changed = true
	deep := changed
	deep.Indent = 300 // mm: further than a border can stand
	row := func(s string, changed bool) paper.Row {
		return paper.Row{Cells: []paper.Cell{{Paragraphs: []paper.Paragraph{text(s)}}, {Paragraphs: []paper.Paragraph{text(s)}}}, Changed: changed}
	}
	doc := paper.Document{Page: paper.A4Portrait(), Reprint: "Bản in lần 2 & <3>", Blocks: []paper.Block{
		same, changed, deep,
		paper.Table{Border: paper.GridBorder, Rows: []paper.Row{row("hàng cũ", false), row("hàng mới", true)}},
		paper.Columns{Weights: []float64{1, 1}, Parts: [][]paper.Block{{same, paper.Level{}, changed}, {same, paper.Level{}, same}}},
		paper.Drawing{Width: 20, Height: 20, Changed: true},
	}}
	parts := unpack(t, write(t, doc))
	body := parse(t, parts["word/document.xml"])
	var marked, strokes []string
	for _, p := range body.all("w:p") {
		if len(p.all("w:pBdr")) > 0 {
			marked = append(marked, p.words()+p.value("w:left", "w:space"))
		}
	}
	if got := strings.Join(marked, ", "); got != "đã sửa11, đã sửa31, đã sửa11, 11" {
		t.Errorf("marked: %s", got)
	}
	for _, r := range body.all("w:tr") {
		for i, c := range r.all("w:tc") {
			if len(c.all("w:tcBorders")) > 0 {
				strokes = append(strokes, r.words())
				if i > 0 {
					t.Errorf("a stroke at cell %d of %q", i+1, r.words())
				}
			}
		}
	}
	if got := strings.Join(strokes, ", "); got != "hàng mớihàng mới, đã sửanhư cũ" {
		t.Errorf("rows with a stroke: %s", got)
	}
	for _, name := range []string{"word/header1.xml", "word/header2.xml"} {
		if header := parse(t, parts[name]); !strings.HasPrefix(header.words(), doc.Reprint) || len(header.all("w:framePr")) != 1 {
			t.Errorf("%s says %q", name, header.words())
		}
	}
	for name, raw := range parts {
		if !strings.HasSuffix(name, ".png") {
			inOrder(t, name, parse(t, raw))
		}
	}
	doc.Reprint = ""
	if header := parse(t, unpack(t, write(t, doc))["word/header1.xml"]); len(header.all("w:framePr")) != 0 {
		t.Errorf("a first print says %q", header.words())
	}
}

// TestMarksMoveNoText demands that a reprint has the same paragraphs with the same indents as a first print.
func TestMarksMoveNoText(t *testing.T) {
	plain := reprint()
	for i, b := range plain.Blocks {
		switch b := b.(type) {
		case paper.Paragraph:
			b.Changed = false
			plain.Blocks[i] = b
		case paper.Table:
			for r := range b.Rows {
				b.Rows[r].Changed = false
			}
		}
	}
	indents := func(doc paper.Document) (list []string) {
		for _, p := range parse(t, unpack(t, write(t, doc))["word/document.xml"]).all("w:p") {
			list = append(list, p.words()+"|"+p.value("w:ind", "w:left")+"|"+p.value("w:ind", "w:right")+"|"+p.value("w:ind", "w:firstLine"))
		}
		return list
	}
	marked, first := indents(reprint()), indents(plain)
	if strings.Join(marked, "\n") != strings.Join(first, "\n") {
		t.Error("marks move text")
	}
}
