package shell

import "nhipcau/ui/page"

// maxTrail bounds how far back one can go.
const maxTrail = 100

// trail is the way through the pages, for back and forward.
type trail struct {
	routes []page.Route
	at     int // index of the place where we are
}

// push adds a place after the one where we are; what lay ahead is forgotten.
func (t *trail) push(r page.Route) {
	if len(t.routes) > 0 {
		if t.routes[t.at] == r {
			return
		}
		t.routes = t.routes[:t.at+1]
	}
	t.routes = append(t.routes, r)
	if len(t.routes) > maxTrail {
		t.routes = t.routes[1:]
	}
	t.at = len(t.routes) - 1
}

// move goes back (-1) or forward (+1); false where the way ends.
func (t *trail) move(by int) (page.Route, bool) {
	to := t.at + by
	if to < 0 || to >= len(t.routes) {
		return page.Route{}, false
	}
	t.at = to
	return t.routes[to], true
}

// amend replaces the place where we are by one that says more exactly where.
func (t *trail) amend(r page.Route) {
	if t.at < len(t.routes) {
		t.routes[t.at] = r
	}
}

// here is the place where we are.
func (t *trail) here() page.Route {
	if t.at >= len(t.routes) {
		return page.Route{}
	}
	return t.routes[t.at]
}
