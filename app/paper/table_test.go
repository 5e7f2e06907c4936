package paper

import (
	"fmt"
	"strings"
	"testing"
)

// list is a table of so many numbered rows under a header.
func list(rows int) Table {
	t := Table{Columns: []Column{{Width: 20}, {Width: 30}, {}}, Header: 1, Border: GridBorder, Padding: Padding{1.5, 1}}
	t.Rows = append(t.Rows, cells("TT", "Thời gian", "Nội dung"))
	for i := range rows {
		t.Rows = append(t.Rows, cells(fmt.Sprintf("số%d", i), "13h30 - 13h45", strings.Repeat("Trao đổi, thảo luận ", 1+i%7)))
	}
	return t
}

func TestHeaderIsRepeatedAndNoRowIsSplit(t *testing.T) {
	pages := lay(t, text(sentence), list(80))
	if len(pages.List) < 3 {
		t.Fatalf("%d pages, too few to test", len(pages.List))
	}
	seen := 0
	for i, page := range pages.List {
		header, row := 0, ""
		for _, op := range texts(page) {
			switch {
			case op.String == "TT":
				header++
			case strings.HasPrefix(op.String, "số"):
				row = op.String
				if row != fmt.Sprintf("số%d", seen) {
					t.Errorf("row %s where %d belongs", row, seen)
				}
				seen++
			case i > 0 && row == "" && strings.HasPrefix(op.String, "Trao"):
				t.Errorf("page %d begins inside a row", i+1)
			}
			if op.Y > 277 {
				t.Errorf("page %d: %q at %.1f mm is in the bottom margin", i+1, op.String, op.Y)
			}
		}
		if header != 1 {
			t.Errorf("page %d has %d headers", i+1, header)
		}
	}
	if seen != 80 {
		t.Errorf("%d rows, want 80", seen)
	}
}

func TestGroupRowStaysWithItsFirstRow(t *testing.T) {
	for fill := range 40 {
		table := Table{Columns: []Column{{}, {}}, Header: 1, Border: GridBorder}
		table.Rows = append(table.Rows, cells("TT", "Tên"))
		for range fill {
			table.Rows = append(table.Rows, cells("x", "y"))
		}
		group := cells("NHÓM")
		group.Cells[0].Span, group.KeepWithNext = 2, true
		table.Rows = append(table.Rows, group, cells("z", "sau nhóm"), cells("z", "cuối"))
		pages := lay(t, text(strings.Repeat("dòng\n", 12)), table)
		_, a := find(t, pages, "NHÓM")
		_, b := find(t, pages, "sau nhóm")
		if a != b {
			t.Errorf("after %d rows: group on page %d, its first row on page %d", fill, a+1, b+1)
		}
	}
}

func TestRowTallerThanAPageLosesNothing(t *testing.T) {
	var words []string
	for i := range 1500 {
		words = append(words, fmt.Sprintf("từ%d", i))
	}
	table := Table{Columns: []Column{{Width: 30}, {}}, Header: 1, Border: GridBorder, Padding: Padding{1, 1}}
	table.Rows = []Row{cells("TT", "Nội dung"), cells("ngắn", strings.Join(words, " ")), cells("hết", "cuối")}
	heading := text("III. NỘI DUNG")
	heading.KeepWithNext = true
	pages := lay(t, heading, table)
	all := strings.Fields(pages.Text())
	next := 0
	for _, w := range all {
		if next < len(words) && w == words[next] {
			next++
		}
	}
	if next != len(words) {
		t.Errorf("%q is missing or out of order", words[next])
	}
	if _, page := find(t, pages, "ngắn"); page != 0 {
		t.Errorf("the row begins on page %d, want it under its heading", page+1)
	}
	if _, page := find(t, pages, "cuối"); page != len(pages.List)-1 || page < 2 {
		t.Errorf("the row after it is on page %d of %d", page+1, len(pages.List))
	}
}

func TestColumnEdges(t *testing.T) {
	for _, c := range []struct {
		name  string
		table Table
		want  []float64
	}{
		{"weights", Table{Columns: []Column{{Weight: 1}, {Weight: 3}}}, []float64{0, 40, 160}},
		{"millimetres and the rest", Table{Columns: []Column{{Width: 20}, {}, {Width: 40}}}, []float64{0, 20, 120, 160}},
		{"narrower than the page", Table{Columns: []Column{{Width: 20}, {Width: 40}}}, []float64{0, 20, 60}},
		{"wider than the page", Table{Columns: []Column{{Width: 200}, {Width: 120}}}, []float64{0, 100, 160}},
		{"cells beyond the columns", Table{Rows: []Row{cells("a"), cells("a", "b")}}, []float64{0, 80, 160}},
		{"nothing", Table{}, []float64{0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := c.table.edges(160)
			if len(got) != len(c.want) {
				t.Fatalf("%v, want %v", got, c.want)
			}
			for i := range got {
				if !near(got[i], c.want[i], 1e-6) {
					t.Errorf("%v, want %v", got, c.want)
				}
			}
		})
	}
}

func TestCells(t *testing.T) {
	row := cells("trái", "giữa")
	row.Height = 30
	row.Cells[0].Fill = Fill{On: true, Ink: Ink{200, 200, 200}}
	row.Cells[1].Middle, row.Cells[1].Span = true, 2
	row.Cells[1].Paragraphs[0].Align = Right
	pages := lay(t, Table{Columns: []Column{{Width: 40}, {}, {Width: 20}}, Padding: Padding{X: 2, Y: 1}, Rows: []Row{row, {}}})
	left, _ := find(t, pages, "trái")
	middle, _ := find(t, pages, "giữa")
	if !near(left.X, 32, 1e-6) || left.Y > 27 {
		t.Errorf("first cell %+v, want it at 32 mm, at the top", left)
	}
	if !near(middle.X+middle.Width, 188, 1e-6) || !near(middle.Y, 36, 1.5) {
		t.Errorf("second cell %+v, want it to end at 188 mm, in the middle of 20 to 50", middle)
	}
	if fill, ok := pages.List[0].Ops[0].(Rect); !ok || fill.W != 40 || fill.H != 30 {
		t.Errorf("first stroke %+v, want the fill", pages.List[0].Ops[0])
	}
}
