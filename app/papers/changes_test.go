package papers_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/paper"
	"nhipcau/app/papers"
)

func said(text string) paper.Paragraph { return paper.Paragraph{Runs: []paper.Run{{Text: text}}} }

// rows is a table whose rows have a running number and a text.
func rows(texts ...string) paper.Table {
	var t paper.Table
	for i, text := range texts {
		t.Rows = append(t.Rows, paper.Row{Cells: []paper.Cell{{Paragraphs: []paper.Paragraph{said(fmt.Sprint(i + 1))}}, {Paragraphs: []paper.Paragraph{said(text)}}}})
	}
	return t
}

func doc(blocks ...paper.Block) paper.Document { return paper.Document{Blocks: blocks} }

// changeMarks are the texts that are marked.
func changeMarks(d paper.Document) []string {
	var out []string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case paper.Paragraph:
			if b.Changed {
				out = append(out, b.Runs[0].Text)
			}
		case paper.Table:
			for _, row := range b.Rows {
				if row.Changed {
					out = append(out, row.Cells[1].Paragraphs[0].Runs[0].Text)
				}
			}
		case paper.Columns:
			for _, part := range b.Parts {
				out = append(out, changeMarks(doc(part...))...)
			}
		}
	}
	return out
}

func TestMarkChanges(t *testing.T) {
	for name, c := range map[string]struct {
		old, now paper.Document
		want     []string
		count    int
	}{
		"same":      {doc(said("a"), rows("x", "y")), doc(said("a"), rows("x", "y")), nil, 0},
		"reworded":  {doc(said("họp lúc 8 giờ tại hội trường")), doc(said("họp lúc 9 giờ tại hội trường")), []string{"họp lúc 9 giờ tại hội trường"}, 1},
		"new row":   {doc(rows("x", "y")), doc(rows("x", "m", "y")), []string{"m"}, 1},
		"row gone":  {doc(rows("x", "m", "y")), doc(rows("x", "y")), []string{"Đã bỏ: m"}, 1},
		"exchanged": {doc(said("một hai ba")), doc(said("bốn năm sáu")), []string{"bốn năm sáu", "Đã bỏ: một hai ba"}, 2},
		"columns": {
			doc(paper.Columns{Parts: [][]paper.Block{{said("a")}, {said("b c d")}}}), doc(paper.Columns{Parts: [][]paper.Block{{said("a")}, {said("b c e")}}}),
			[]string{"b c e"},
			1,
		},
		"blank lines": {doc(said("a")), doc(said("a"), said(" ")), nil, 0},
		"nothing old": {doc(), doc(said("a"), rows("x")), []string{"a", "x"}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			got, n := papers.MarkChanges(c.old, c.now)
			if !slices.Equal(changeMarks(got), c.want) || n != c.count {
				t.Errorf("%q, %d changes; want %q, %d", changeMarks(got), n, c.want, c.count)
			}
			if len(changeMarks(c.now)) != 0 {
				t.Error("the paper that was given is marked itself")
			}
		})
	}
}

// A paper held against itself has no marks; everything that is not in the old
// one has a mark, and no more is marked than there is.
func TestMarksAreWhatIsNew(t *testing.T) {
	texts := rapid.SliceOfN(rapid.StringMatching(`[a-e]{1,2}`), 0, 12)
	rapid.Check(t, func(t *rapid.T) {
		old, now := texts.Draw(t, "old"), texts.Draw(t, "now")
		if _, n := papers.MarkChanges(doc(rows(now...)), doc(rows(now...))); n != 0 {
			t.Errorf("%d changes to itself", n)
		}
		got, _ := papers.MarkChanges(doc(rows(old...)), doc(rows(now...)))
		marked := changeMarks(got)
		for _, text := range now {
			if !slices.Contains(old, text) && !slices.Contains(marked, text) {
				t.Errorf("%q is new and not marked among %q", text, marked)
			}
		}
		if len(marked) > len(old)+len(now) {
			t.Errorf("%d marks", len(marked))
		}
	})
}
