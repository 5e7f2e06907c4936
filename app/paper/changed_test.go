package paper

import "testing"

// What changed has a stroke in the left margin, beside it and as high; the page
// says so, and only such pages are left when only they are wanted.
func TestChangedHasAStrokeInTheMargin(t *testing.T) {
	changed := text("đã sửa")
	changed.Changed = true
	row := Row{Cells: []Cell{{Paragraphs: []Paragraph{text("dòng mới")}}}, Changed: true}
	pages, err := Layout(Document{Page: A4Portrait(), Reprint: "Bản in lần 2", Blocks: []Block{
		text("như cũ"), PageBreak{}, text("như cũ"), changed, PageBreak{}, Table{Border: GridBorder, Rows: []Row{row}},
	}}, loadFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{false, true, true} {
		page := pages.List[i]
		stroke, note := false, false
		for _, op := range page.Ops {
			switch op := op.(type) {
			case Line:
				stroke = stroke || op.X1 == 26 && op.X2 == 26 && op.Y2-op.Y1 > 4
			case Text:
				note = note || op.String == "Bản in lần 2" && op.Y < 10 && op.X == 30
			}
		}
		if page.Changed != want || stroke != want || !note {
			t.Errorf("page %d: changed %v, stroke %v, note %v", i+1, page.Changed, stroke, note)
		}
	}
	only := pages.OnlyChanged()
	if len(only.List) != 2 || only.List[0].Number != 2 || len(pages.List) != 3 {
		t.Errorf("%d pages, the first number %d", len(only.List), only.List[0].Number)
	}
}
