package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/papers/paperstest"
)

// A heading stands with what it is over: none is the last line of a page.
func TestNoHeadingIsLeftAlone(t *testing.T) {
	for _, v := range paperstest.Visits(t) {
		for _, ask := range paperstest.Requests(v) {
			doc := v.Document(t, ask)
			heads := headings(doc.Blocks)
			pages := paperstest.Layout(t, doc)
			for i, page := range pages.List[:len(pages.List)-1] {
				last := lastLine(page)
				for _, head := range heads {
					if last != "" && (head == last || len(last) > 20 && strings.HasSuffix(head, last)) {
						t.Errorf("%s: page %d ends with the heading %q", paperstest.Name(v, ask), i+1, head)
					}
				}
			}
		}
	}
}

// headings are the paragraphs and the rows of tables that stay with what follows
// them, and the paragraphs that are bold throughout.
func headings(blocks []paper.Block) []string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case paper.Paragraph:
			if b.KeepWithNext || bold(b) {
				out = append(out, textOf(b))
			}
		case paper.Table:
			for _, row := range b.Rows {
				if row.KeepWithNext && len(row.Cells) == 1 {
					out = append(out, textOf(row.Cells[0].Paragraphs[0]))
				}
			}
		}
	}
	return out
}

func bold(p paper.Paragraph) bool {
	for _, r := range p.Runs {
		if strings.TrimSpace(r.Text) != "" && !r.Bold {
			return false
		}
	}
	return true
}

func textOf(p paper.Paragraph) string {
	text := ""
	for _, r := range p.Runs {
		text += r.Text
	}
	return strings.Join(strings.Fields(text), " ")
}

// lastLine is the lowest line of text of a page, "" where lines to write on stand
// below it.
func lastLine(page paper.Page) string {
	line, low, drawn := "", 0.0, 0.0
	for _, op := range page.Ops {
		switch op := op.(type) {
		case paper.Line:
			drawn = max(drawn, op.Y1)
		case paper.Text:
			if op.Y > low {
				line, low = op.String, op.Y
			} else if op.Y == low {
				line += " " + op.String
			}
		}
	}
	const border = 5 // mm, of a cell around its last line
	if drawn > low+border {
		return ""
	}
	return strings.Join(strings.Fields(line), " ")
}
