package printing_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/fault"
	"nhipcau/app/printing"
)

func TestPagesAreReadAsPeopleWriteThem(t *testing.T) {
	const unreadable, beyond = "fault.print_pages_unreadable", "fault.print_page_beyond"
	for _, c := range []struct {
		text string
		want []int
		key  string
	}{
		{"1-3,5", []int{0, 1, 2, 4}, ""},
		{" 5 ; 1 – 3 ", []int{0, 1, 2, 4}, ""},
		{"2,2,1-2", []int{0, 1}, ""},
		{"4-", []int{3, 4, 5}, ""},
		{"-2", []int{0, 1}, ""},
		{"6,", []int{5}, ""},
		{"1..2", []int{0, 1}, ""},
		{"", nil, unreadable},
		{",", nil, unreadable},
		{"-", nil, unreadable},
		{"3-1", nil, unreadable},
		{"0", nil, unreadable},
		{"+1", nil, unreadable},
		{"1-2-3", nil, unreadable},
		{"hai", nil, unreadable},
		{"7", nil, beyond},
		{"5-7", nil, beyond},
		{"7-", nil, beyond},
		{"999999999999999999999", nil, unreadable},
		{"1-999999", nil, beyond},
	} {
		got, err := printing.ParsePages(c.text, 6)
		if !slices.Equal(got, c.want) || fault.KeyOf(err) != c.key {
			t.Errorf("%q: %v, %v, want %v, %q", c.text, got, err, c.want, c.key)
		}
	}
}

func TestParityCountsThroughThePaper(t *testing.T) {
	all := printing.All(5)
	if got := printing.OddPages.Keep(all); !slices.Equal(got, []int{0, 2, 4}) {
		t.Errorf("odd pages: %v", got)
	}
	if got := printing.EvenPages.Keep([]int{1, 2, 3}); !slices.Equal(got, []int{1, 3}) {
		t.Errorf("even pages: %v", got)
	}
	if got := printing.EveryPage.Keep(all); !slices.Equal(got, all) {
		t.Errorf("every page: %v", got)
	}
}

// TestPagesWrittenAreReadAgain: whatever is chosen, its short form means the same.
func TestPagesWrittenAreReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pages := rapid.IntRange(1, 200).Draw(t, "pages")
		chosen := rapid.SliceOfNDistinct(rapid.IntRange(0, pages-1), 1, pages, rapid.ID[int]).Draw(t, "chosen")
		text := printing.FormatPages(chosen)
		got, err := printing.ParsePages(text, pages)
		slices.Sort(chosen)
		if err != nil || !slices.Equal(got, chosen) {
			t.Fatalf("%q: %v, %v, want %v", text, got, err, chosen)
		}
	})
}

// FuzzParsePages: any text names pages that are there, in order and once, or is refused with a reason.
func FuzzParsePages(f *testing.F) {
	for _, text := range []string{"1-3,5", "4-", "-2", "1–2;6", "", "0", "9999999", "1-2-3", "١", strings.Repeat("1,", 100)} {
		f.Add(text, 6)
	}
	f.Fuzz(func(t *testing.T, text string, pages int) {
		pages = min(pages, 10_000)
		got, err := printing.ParsePages(text, pages)
		if err != nil {
			if got != nil || fault.KeyOf(err) == "" {
				t.Fatalf("%v, %v", got, err)
			}
			return
		}
		if len(got) == 0 {
			t.Fatal("no pages and no reason")
		}
		for i, page := range got {
			if page < 0 || page >= pages || i > 0 && page <= got[i-1] {
				t.Fatalf("%q of %d: %v", text, pages, got)
			}
		}
	})
}
