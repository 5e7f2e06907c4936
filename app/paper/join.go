package paper

import "slices"

// Part is a laid out document that is to stand in a larger one.
type Part struct {
	Title string
	Pages *Pages
}

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
			whole.List = append(whole.List, page)
		}
		whole.Replaced = append(whole.Replaced, part.Pages.Replaced...)
	}
	slices.Sort(whole.Replaced)
	whole.Replaced = slices.Compact(whole.Replaced)
	return whole, nil
}

func nested(marks []Bookmark) []Bookmark {
	out := slices.Clone(marks)
	for i := range out {
		out[i].Level++
	}
	return out
}
