package paper

import (
	"fmt"
	"slices"
)

// Part is a laid out document that is to stand in a larger one.
type Part struct {
	Title string
	Pages *Pages
	Folio string // before the number of the sheet in the whole, at the foot of its pages: "HS-"; none where empty
}

const (
	folioSize   = 9  // points
	folioMargin = 10 // mm from the right edge of the sheet and from its foot
)

// Join puts laid out documents one after the other. Each keeps the numbers of its pages, and its bookmarks come under one with its
// title. All must have been laid out with the same fonts; ErrMisplaced says that they were not.
func Join(title, language string, parts ...Part) (*Pages, error) {
	whole := &Pages{Title: title, Language: language}
	for i, part := range parts {
		if i == 0 {
			whole.fonts = part.Pages.fonts
		}
		if part.Pages.fonts != whole.fonts {
			return nil, ErrMisplaced
		}
		for n, page := range part.Pages.List {
			page.Bookmarks = nested(page.Bookmarks)
			if n == 0 {
				page.Bookmarks = append([]Bookmark{{Title: newCleaner(whole.fonts).line(part.Title), Level: 1}}, page.Bookmarks...)
			}
			if part.Folio != "" {
				page.Ops = append(slices.Clip(page.Ops), folio(whole.fonts, page, fmt.Sprint(part.Folio, len(whole.List)+1)))
			}
			whole.List = append(whole.List, page)
		}
		whole.Replaced = append(whole.Replaced, part.Pages.Replaced...)
	}
	slices.Sort(whole.Replaced)
	whole.Replaced = slices.Compact(whole.Replaced)
	return whole, nil
}

// folio is the number of a sheet in the whole, in the corner that the margins of official papers leave free.
func folio(fonts *Fonts, page Page, text string) Text {
	width := fonts.Width(text, Italic, folioSize)
	return Text{X: page.Width - folioMargin - width, Y: page.Height - folioMargin, Style: Italic, Size: folioSize, String: text, Width: width}
}

func nested(marks []Bookmark) []Bookmark {
	out := slices.Clone(marks)
	for i := range out {
		out[i].Level++
	}
	return out
}
