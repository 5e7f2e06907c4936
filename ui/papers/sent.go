package papers

import (
	"nhipcau/app/desk"
	"nhipcau/app/papers"
)

// sent gathers the pages of one paper that went to a printer, also in several
// jobs, as whoever prints both sides by hand sends the odd pages first.
type sent struct {
	ask   papers.Request
	at    desk.Moment
	pages map[int]bool
}

// whole adds pages and says whether all of them have been sent. Only then is the
// paper printed: of some pages nobody can say what the next print takes the
// place of. Where only pages with changes are shown, those are all there are.
func (s *sent) whole(ask papers.Request, at desk.Moment, pages []int, of int) bool {
	if s.ask != ask || !s.at.Same(at) || s.pages == nil {
		*s = sent{ask, at, map[int]bool{}}
	}
	for _, page := range pages {
		s.pages[page] = true
	}
	if len(s.pages) < of {
		return false
	}
	*s = sent{}
	return true
}
