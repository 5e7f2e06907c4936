package paper

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// sentence is a text that takes several lines.
var sentence = strings.Repeat("Đoàn công tác trao đổi kinh nghiệm giảm nghèo bền vững. ", 6)

func TestHeadingsAreNotLonely(t *testing.T) {
	heading := text("II. THÀNH PHẦN")
	heading.KeepWithNext = true
	for fill := range 45 {
		for name, next := range map[string]Block{
			"paragraph": text(sentence),
			"heading":   Paragraph{Runs: []Run{{Text: "1. Mục đích"}}, KeepWithNext: true},
			"table":     Table{Header: 1, Border: GridBorder, Rows: []Row{cells("TT", "Nội dung"), cells("1", sentence)}},
			"drawing":   Drawing{Width: 50, Height: 60, Shapes: []Shape{Rect{W: 50, H: 60, Stroke: 1}}},
		} {
			blocks := []Block{text(strings.Repeat("dòng\n", fill) + "dòng"), heading, Space{Height: 4}, next, text(sentence)}
			pages := lay(t, blocks...)
			_, page := find(t, pages, "II. THÀNH PHẦN")
			ops := pages.List[page].Ops
			if last, ok := ops[len(ops)-1].(Text); ok && last.String == "II. THÀNH PHẦN" {
				t.Errorf("after %d lines, before a %s: the heading is the last thing on its page", fill, name)
			}
		}
	}
}

func TestNoLineHangsAlone(t *testing.T) {
	for fill := range 45 {
		pages := lay(t, text(strings.Repeat("dòng\n", fill)+"dòng"), text(sentence))
		if len(pages.List) < 2 {
			continue
		}
		for i, page := range pages.List {
			n := 0
			for _, op := range texts(page) {
				if strings.Contains(sentence, strings.TrimSpace(op.String)) {
					n++
				}
			}
			if n == 1 {
				t.Errorf("after %d lines: one line of the paragraph alone on page %d", fill, i+1)
			}
		}
	}
}

func TestPageNumbers(t *testing.T) {
	landscape := A4Landscape()
	pages := lay(t,
		text(strings.Repeat("dòng\n", 100)),
		PageBreak{Restart: true, Page: &landscape}, text(strings.Repeat("phụ lục\n", 40)),
		PageBreak{}, text("tiếp"))
	var got []string
	for _, page := range pages.List {
		first := texts(page)[0]
		number := "-"
		if first.String == fmt.Sprint(page.Number) {
			number = first.String
			middle := page.Width/2 + 5 // the margins are 30 and 20 mm
			if !near(first.X+first.Width/2, middle, 1e-6) || first.Size != 13 || first.Style != Regular {
				t.Errorf("number %v, want 13 points centred at %.0f mm", first, middle)
			}
			if first.Y < 10 || first.Y > 20 {
				t.Errorf("number at %.1f mm is not in the top margin", first.Y)
			}
		}
		got = append(got, fmt.Sprintf("%.0f:%s", page.Width, number))
	}
	if want := "210:- 210:2 210:3 297:- 297:2 297:3"; strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", strings.Join(got, " "), want)
	}
}

func TestUnnumbered(t *testing.T) {
	setup := A4Portrait()
	setup.Unnumbered = true
	pages := layDocument(t, Document{Page: setup, Blocks: []Block{text("a"), PageBreak{}, text("b")}})
	if got := pages.Text(); got != "a\nb\n" {
		t.Errorf("%q", got)
	}
}

func TestDraftMarkIsOnEveryPage(t *testing.T) {
	pages := layDocument(t, Document{Page: A4Portrait(), Draft: true, Blocks: []Block{text("a"), PageBreak{}, text("b")}})
	if n := strings.Count(pages.Text(), DraftMark); n != 2 {
		t.Errorf("on %d pages, want 2", n)
	}
	frame, ok := pages.List[0].Ops[0].(Rect)
	if !ok || !near(frame.X+frame.W, 190, 1e-6) || frame.Y+frame.H > 20 {
		t.Errorf("frame %+v, want it in the top margin, up to 190 mm", frame)
	}
}

func TestDocumentOfAnAnnexHasNoEmptyPage(t *testing.T) {
	if n := len(lay(t, PageBreak{Restart: true}, text("a")).List); n != 1 {
		t.Errorf("%d pages, want 1", n)
	}
	if n := len(lay(t).List); n != 1 {
		t.Errorf("an empty document has %d pages, want 1", n)
	}
}

func TestSpaces(t *testing.T) {
	line := text("x")
	face := loadFonts(t).faces[Regular]
	height := float64(face.above+face.below) * face.scale(DefaultSize)
	spaced := text("y")
	spaced.Before, spaced.After, spaced.Leading = 6, 12, 1.5
	pages := lay(t, Space{Height: 50}, line, spaced, Space{Height: 7}, text("z"))
	x, _ := find(t, pages, "x")
	y, _ := find(t, pages, "y")
	z, _ := find(t, pages, "z")
	if want := 20 + float64(face.above)*face.scale(DefaultSize); !near(x.Y, want, 1e-6) {
		t.Errorf("first baseline at %.3f mm, want %.3f: space vanishes at the top", x.Y, want)
	}
	if want := x.Y + points(6) + 1.5*height; !near(y.Y, want, 1e-6) {
		t.Errorf("second baseline at %.3f mm, want %.3f", y.Y, want)
	}
	if want := y.Y + points(12) + 7 + height; !near(z.Y, want, 1e-6) {
		t.Errorf("third baseline at %.3f mm, want %.3f", z.Y, want)
	}
}

func TestRules(t *testing.T) {
	title := Paragraph{Runs: []Run{{Text: "Độc lập - Tự do - Hạnh phúc", Bold: true, Size: 13}}, Align: Center}
	pages := lay(t, title, Rule{Of: 1, Align: Center}, title, Rule{Of: 0.4, Align: Center}, Rule{Length: 20, Align: Right, Stroke: 1})
	var lines []Line
	for _, op := range pages.List[0].Ops {
		if l, ok := op.(Line); ok {
			lines = append(lines, l)
		}
	}
	motto, _ := find(t, pages, "Độc lập")
	for i, want := range []Line{
		{X1: motto.X, X2: motto.X + motto.Width, Stroke: HairStroke},
		{X1: motto.X + 0.3*motto.Width, X2: motto.X + 0.7*motto.Width, Stroke: HairStroke},
		{X1: 170, X2: 190, Stroke: 1},
	} {
		if got := lines[i]; !near(got.X1, want.X1, 1e-6) || !near(got.X2, want.X2, 1e-6) || got.Stroke != want.Stroke || got.Y1 != got.Y2 {
			t.Errorf("rule %d is %+v, want %+v", i, got, want)
		}
	}
}

func TestBookmarks(t *testing.T) {
	chapter := Paragraph{Runs: []Run{{Text: "I. MỤC ĐÍCH,"}, {Text: " YÊU CẦU", Bold: true}}, Outline: 1, Before: 12}
	pages := lay(t, text("đầu"), chapter, PageBreak{}, Paragraph{Runs: []Run{{Text: "1. Mục\nđích"}}, Outline: 2})
	if got := pages.List[0].Bookmarks; len(got) != 1 || got[0].Title != "I. MỤC ĐÍCH, YÊU CẦU" || got[0].Level != 1 || got[0].Y < 25 {
		t.Errorf("%+v", got)
	}
	if got := pages.List[1].Bookmarks; len(got) != 1 || got[0].Title != "1. Mục đích" || got[0].Level != 2 || got[0].Y != 20 {
		t.Errorf("%+v", got)
	}
}

func TestWhatCannotBePlacedIsAnError(t *testing.T) {
	narrow := A4Portrait()
	narrow.Left, narrow.Right = 100, 100
	for _, c := range []struct {
		name string
		doc  Document
		want error
	}{
		{"no page", Document{}, ErrPageSetup},
		{"margins", Document{Page: narrow}, ErrPageSetup},
		{"margins of an annex", Document{Page: A4Portrait(), Blocks: []Block{PageBreak{Page: &narrow}}}, ErrPageSetup},
		{"drawing", Document{Page: A4Portrait(), Blocks: []Block{Drawing{Width: 10, Height: 300}}}, ErrTooLarge},
		{"type", Document{Page: A4Portrait(), Blocks: []Block{Paragraph{Runs: []Run{{Text: "x", Size: 900}}}}}, ErrTooLarge},
		{"page break in columns", Document{Page: A4Portrait(), Blocks: []Block{
			Columns{Weights: []float64{1}, Parts: [][]Block{{PageBreak{}}}},
		}}, ErrMisplaced},
		{"columns without widths", Document{Page: A4Portrait(), Blocks: []Block{Columns{Parts: [][]Block{{text("x")}}}}}, ErrMisplaced},
		{"nothing", Document{Page: A4Portrait(), Blocks: []Block{nil}}, ErrMisplaced},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Layout(c.doc, loadFonts(t)); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
		})
	}
}
