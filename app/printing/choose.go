package printing

import (
	"slices"
	"strconv"
	"strings"

	"nhipcau/app/fault"
)

// Parity leaves out every other page, for both sides by hand on a printer that has one.
type Parity int

// The parities.
const (
	EveryPage Parity = iota
	OddPages         // the first, third, … sheet of the paper
	EvenPages
)

// All returns the indexes of so many pages.
func All(pages int) []int {
	out := make([]int, max(pages, 0))
	for i := range out {
		out[i] = i
	}
	return out
}

// Keep returns those of the indexes that a parity leaves, counted by the page's place in the paper.
func (p Parity) Keep(indexes []int) []int {
	if p == EveryPage {
		return indexes
	}
	var out []int
	for _, i := range indexes {
		if (i%2 == 0) == (p == OddPages) {
			out = append(out, i)
		}
	}
	return out
}

// ParsePages reads which of so many pages are meant by "1-3, 5", "4-" (to the end) or "-2" (from the first), and returns their indexes
// from 0 in ascending order, each once. Pages are counted through the whole paper, from 1. It returns a fault that can be told for a text
// that names no pages, and for a page that is not there.
func ParsePages(text string, pages int) ([]int, error) {
	chosen := make([]bool, max(pages, 0))
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	for _, part := range parts {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		first, last, ok := parseSpan(part, pages)
		if !ok {
			return nil, fault.New("fault.print_pages_unreadable", "Text", part)
		}
		if last > pages || first > pages {
			return nil, fault.New("fault.print_page_beyond", "Page", max(first, last), "Pages", pages)
		}
		for i := first; i <= last; i++ {
			chosen[i-1] = true
		}
	}
	var out []int
	for i, on := range chosen {
		if on {
			out = append(out, i)
		}
	}
	if out == nil {
		return nil, fault.New("fault.print_pages_unreadable", "Text", strings.TrimSpace(text))
	}
	return out, nil
}

// dashes are what people and programs write for "to".
var dashes = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‑", "-", "..", "-", "…", "-")

func parseSpan(part string, pages int) (first, last int, ok bool) {
	from, to, isSpan := strings.Cut(dashes.Replace(part), "-")
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	if !isSpan {
		first, ok = parsePage(from)
		return first, first, ok
	}
	if from == "" && to == "" {
		return 0, 0, false
	}
	first, last = 1, pages
	if from != "" {
		if first, ok = parsePage(from); !ok {
			return 0, 0, false
		}
	}
	if to != "" {
		if last, ok = parsePage(to); !ok {
			return 0, 0, false
		}
	}
	// "4-" of three pages is beyond the end, not backwards.
	return first, last, first <= last || to == ""
}

// maxDigits keeps a page number from overflowing; no paper has a million pages.
const maxDigits = 6

// parsePage reads a page number, which is not signed.
func parsePage(text string) (int, bool) {
	if len(text) == 0 || len(text) > maxDigits || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n > 0
}

// FormatPages writes indexes from 0 as ParsePages reads them, in the shortest way: "1-3, 5".
func FormatPages(indexes []int) string {
	list := slices.Clone(indexes)
	slices.Sort(list)
	list = slices.Compact(list)
	var parts []string
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1] == list[j]+1 {
			j++
		}
		part := strconv.Itoa(list[i] + 1)
		if j > i {
			part += "-" + strconv.Itoa(list[j]+1)
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
