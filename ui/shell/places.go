package shell

import "nhipcau/ui/page"

// Place is a page or a tab of a visit under a name for files.
type Place struct {
	Name  string
	Route page.Route
}

// Places lists every place of the window that there is a page for, with the
// tabs of one visit.
func Places(visit string) []Place {
	var out []Place
	for _, p := range places() {
		out = append(out, Place{p.page, page.Route{Page: p.page}})
		if p.page != page.PageVisits {
			continue
		}
		for _, tab := range tabs {
			out = append(out, Place{
				page.PageVisit + "-" + tab.ID, page.Route{Page: page.PageVisit, Visit: visit, Tab: tab.ID},
			})
		}
	}
	return out
}
