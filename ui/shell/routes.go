package shell

import (
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// Go opens a route and adds it to the way back.
func (s *Shell) Go(r page.Route) {
	if !s.open() {
		return
	}
	r = normal(r)
	s.trail.amend(s.Here())
	s.leave()
	s.show(r)
	s.trail.push(r)
	s.refresh()
}

// normal gives a route to a page that exists: an unknown one is the overview,
// a visit without an id the list of visits.
func normal(r page.Route) page.Route {
	if r.Page == page.PageVisit && r.Visit == "" {
		r = page.Route{Page: page.PageVisits}
	}
	if _, ok := builders[r.Page]; !ok {
		r = page.Route{Page: page.PageOverview}
	}
	return r
}

// Here is where the person is, as exactly as the page can say.
func (s *Shell) Here() page.Route {
	here := s.trail.here()
	l, ok := s.shown.(page.Located)
	if !ok || s.shown != s.pages[here.Page] {
		return here
	}
	r := l.Here()
	r.Page = here.Page
	return r
}

// back goes back or forward on the way.
func (s *Shell) back(by int) {
	if !s.ready() {
		return
	}
	here := s.Here()
	at := s.trail.at
	r, ok := s.trail.move(by)
	if !ok {
		return
	}
	s.trail.routes[at] = here
	s.leave()
	s.revisit(r)
	s.refresh()
}

// leave commits what is being typed.
func (s *Shell) leave() {
	kit.Flush(s.window.Canvas())
	if s.shown != nil {
		s.shown.Leave()
	}
}

// show puts the page of a route into the frame.
func (s *Shell) show(r page.Route) {
	r = normal(r)
	p, ok := s.pages[r.Page]
	if !ok {
		p = builders[r.Page](s.host)
		s.pages[r.Page] = p
	}
	if s.shown != p {
		s.shown = p
		s.frame.show(p.Object())
	}
	p.Open(r)
	p.Update()
	s.frame.rail.Select(railOf(r.Page))
}

// revisit shows a place again: going back to a bundle is no wish to read it
// once more.
func (s *Shell) revisit(r page.Route) {
	r.File = ""
	s.show(r)
}

// railOf names the entry of the rail to which a page belongs.
func railOf(id string) string {
	switch id {
	case page.PageVisit:
		return page.PageVisits
	case page.PageFolder:
		return page.PageExchange
	}
	return id
}
