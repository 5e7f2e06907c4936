package paper

import (
	"slices"
	"strings"
	"testing"
)

// broken returns the lines that a text is broken into between margins that hold so many digits.
func broken(t *testing.T, s string, digits int) []string {
	t.Helper()
	fonts := loadFonts(t)
	width := fonts.Width(strings.Repeat("0", digits), Regular, DefaultSize)
	pages := layDocument(t, Document{
		Page:   PageSetup{Width: width + 40, Height: 297, Left: 20, Right: 20, Top: 20, Bottom: 20},
		Blocks: []Block{text(s)},
	})
	var lines []string
	y := -1.0
	for _, page := range pages.List {
		for _, op := range texts(page) {
			if op.Y != y {
				lines = append(lines, "")
			}
			lines[len(lines)-1] += op.String
			y = op.Y
		}
	}
	return lines
}

func TestLinesBreak(t *testing.T) {
	for _, c := range []struct {
		name, text string
		digits     int
		want       []string
	}{
		{"at spaces", "0123 4567 89012 345 678901234 567", 12, []string{"0123 4567", "89012 345", "678901234", "567"}},
		{"filled to the margin", "012345678901 0", 12, []string{"012345678901", "0"}},
		{"where the text says so", "012\n\n345", 12, []string{"012", "345"}},
		{"not at a non-breaking space", "0123456 789\u00a001234", 12, []string{"0123456", "789\u00a001234"}},
		{"not in a word that fits a line of its own", "0123456 89-12-45", 12, []string{"0123456", "89-12-45"}},
		{"after the signs of an address", "gov.vn/0123456/78901234567.htm", 12, []string{"gov.vn/", "0123456/", "78901234567.", "htm"}},
		{"in a long token that begins on the line before", "000 01234567-9012345678", 12, []string{"000", "01234567-", "9012345678"}},
		{"after a semicolon, not inside", "SKHĐT;0123456789", 12, []string{"SKHĐT;", "0123456789"}},
		{"anywhere at last", "012345678901234567890123456", 12, []string{"012345678901", "234567890123", "456"}},
		{"between drawn boxes", "☐0123456789", 12, []string{"0123456789"}},
		{"leaving blanks for a number", "Số:      /CTr", 30, []string{"Số:      /CTr"}},
		{"dropping the spaces that it broke at", "0123456     89012345", 12, []string{"0123456", "89012345"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := broken(t, c.text, c.digits); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestMarkStaysWithItsLetter(t *testing.T) {
	// m with a hook has no composed form, so that the mark is a character of its own.
	l := &layout{fonts: loadFonts(t), cleaner: newCleaner(loadFonts(t)), size: DefaultSize}
	w := l.words([]Run{{Text: "m\u0309m\u0309"}})[0]
	head, tail, ok := w.split(l.fonts, 0, true)
	if !ok || head.parts[0].text != "m\u0309" || tail.parts[0].text != "m\u0309" {
		t.Errorf("cut into %+v and %+v", head, tail)
	}
	if _, _, ok := tail.split(l.fonts, 0, true); ok {
		t.Error("one letter is cut in two")
	}
}

func TestJustifiedLinesReachTheMargin(t *testing.T) {
	p := text(strings.Repeat("Đoàn công tác huyện Thạch An, tỉnh Cao Bằng đến học tập kinh nghiệm. ", 12))
	p.Align, p.FirstIndent = Justify, 10
	pages := lay(t, p)
	lines := texts(pages.List[0])
	for i, op := range lines {
		left := 30.0
		if i == 0 {
			left = 40
		}
		if !near(op.X, left, 1e-6) {
			t.Errorf("line %d begins at %.3f mm, want %.0f", i, op.X, left)
		}
		right := op.X + op.Width
		if last := i == len(lines)-1; last != !near(right, 190, 1e-6) || last && op.Gap != 0 {
			t.Errorf("line %d of %d ends at %.3f mm with gaps of %.3f", i, len(lines), right, op.Gap)
		}
	}
}

func TestWidthCountsGaps(t *testing.T) {
	fonts := loadFonts(t)
	p := Paragraph{Align: Justify, Runs: []Run{{Text: strings.Repeat("một hai ", 20)}, {Text: strings.Repeat("ba bốn ", 30), Bold: true}}}
	for _, page := range lay(t, p).List {
		for _, op := range texts(page) {
			want := fonts.Width(op.String, op.Style, op.Size) + op.Gap*float64(strings.Count(op.String, " "))
			if !near(op.Width, want, 1e-6) {
				t.Errorf("%q is %.4f mm wide, want %.4f", op.String, op.Width, want)
			}
		}
	}
}

func TestLooseLineIsNotStretched(t *testing.T) {
	p := text("Xem tại " + strings.Repeat("x", 70))
	p.Align = Justify
	if op, _ := find(t, lay(t, p), "Xem tại"); op.Gap != 0 {
		t.Errorf("two words stretched by %.1f mm a space", op.Gap)
	}
}

func TestRunsOfALineFollowEachOther(t *testing.T) {
	p := Paragraph{Runs: []Run{{Text: "1. Thời gian:", Bold: true}, {Text: " 01 buổi, "}, {Text: "chiều", Italic: true, Size: 20}}}
	ops := texts(lay(t, p).List[0])
	if len(ops) != 3 || ops[0].String != "1. Thời gian: " || ops[1].String != "01 buổi, " || ops[2].String != "chiều" {
		t.Fatalf("%v", ops)
	}
	for i := range ops[1:] {
		if !near(ops[i].X+ops[i].Width, ops[i+1].X, 1e-6) || ops[i].Y != ops[i+1].Y {
			t.Errorf("%q ends at %.3f, %q begins at %.3f", ops[i].String, ops[i].X+ops[i].Width, ops[i+1].String, ops[i+1].X)
		}
	}
}

func TestBalancedTitle(t *testing.T) {
	title := "Đón tiếp và làm việc với Đoàn công tác huyện Thạch An, tỉnh Cao Bằng về học tập kinh nghiệm"
	p := Paragraph{Runs: []Run{{Text: title, Bold: true}}, Align: Center}
	plain := texts(lay(t, p).List[0])
	p.Balance = true
	even := texts(lay(t, p).List[0])
	if len(plain) != 2 || len(even) != 2 {
		t.Fatalf("%d and %d lines, want 2", len(plain), len(even))
	}
	if before, after := plain[0].Width-plain[1].Width, even[0].Width-even[1].Width; after >= before {
		t.Errorf("lines differ by %.1f mm, unbalanced by %.1f", after, before)
	}
}

func TestBoxesAreDrawn(t *testing.T) {
	var rects, ticks int
	for _, op := range lay(t, text("☐ chưa ☑ xong ✓ có")).List[0].Ops {
		switch op.(type) {
		case Rect:
			rects++
		case Polygon:
			ticks++
		}
	}
	if rects != 2 || ticks != 2 {
		t.Errorf("%d boxes and %d ticks, want 2 and 2", rects, ticks)
	}
}
