package paper

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestJoinKeepsNumbersAndNestsBookmarks(t *testing.T) {
	fonts := loadFonts(t)
	lay := func(blocks ...Block) *Pages {
		pages, err := Layout(Document{Page: A4Portrait(), Blocks: blocks}, fonts)
		if err != nil {
			t.Fatal(err)
		}
		return pages
	}
	heading := Paragraph{Runs: []Run{{Text: "I. MỤC ĐÍCH"}}, Outline: 1}
	one := lay(heading, PageBreak{}, Paragraph{Runs: []Run{{Text: "漢"}}})
	two := lay(Paragraph{Runs: []Run{{Text: "hai"}}})
	whole, err := Join("Hồ sơ", "vi-VN", Part{Title: "Kế hoạch", Pages: one}, Part{Title: "Chương trình", Pages: two, Folio: "HS-"})
	if err != nil {
		t.Fatal(err)
	}
	var numbers []int
	var marks []Bookmark
	for _, page := range whole.List {
		numbers = append(numbers, page.Number)
		marks = append(marks, page.Bookmarks...)
	}
	if len(numbers) != 3 || numbers[1] != 2 || numbers[2] != 1 {
		t.Errorf("page numbers %v", numbers)
	}
	if len(marks) != 3 || marks[0].Title != "Kế hoạch" || marks[0].Level != 1 || marks[1].Level != 2 || marks[2].Title != "Chương trình" || marks[2].Level != 1 {
		t.Errorf("bookmarks %+v", marks)
	}
	if text := whole.Text(); strings.Contains(text, "HS-1") || strings.Contains(text, "HS-2") || !strings.Contains(text, "HS-3") {
		t.Errorf("folios in %q", text)
	}
	if strings.Contains(two.Text(), "HS-") {
		t.Error("the folio of the whole stands on the part")
	}
	if one.List[0].Bookmarks[0].Level != 1 {
		t.Error("the part was changed")
	}
	if string(whole.Replaced) != "漢" {
		t.Errorf("replaced %q", string(whole.Replaced))
	}
	var file bytes.Buffer
	if err := WritePDF(&file, whole, Info{Created: time.Unix(0, 0)}); err != nil {
		t.Error(err)
	}
}

func TestJoinRefusesOtherFonts(t *testing.T) {
	other := &Pages{fonts: &Fonts{}}
	if _, err := Join("", "", Part{Pages: &Pages{fonts: loadFonts(t)}}, Part{Pages: other}); !errors.Is(err, ErrMisplaced) {
		t.Errorf("error %v", err)
	}
}
