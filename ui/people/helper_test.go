package people

import (
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// named finds an attendee of the sample visit.
func named(t testing.TB, f *pagetest.Fixture, name string) *plan.Attendee {
	t.Helper()
	for _, a := range desk.Of[*plan.Attendee](f.Desk, f.Visit) {
		if a.Name == name {
			return a
		}
	}
	t.Fatalf("nobody is called %q", name)
	return nil
}

// rowOf finds the row of an attendee on the tab.
func rowOf(t testing.TB, p page.Page, name string) row {
	t.Helper()
	for _, side := range p.(*tab).state.sides {
		for _, r := range side.rows {
			if r.attendee.Name == name {
				return r
			}
		}
	}
	t.Fatalf("no row of %q", name)
	return row{}
}

// order lists the names of one side as the grid shows them.
func order(p page.Page, side plan.Side) string {
	var names []string
	for _, r := range p.(*tab).sides[side].grid.Rows() {
		names = append(names, r.attendee.Name)
	}
	return strings.Join(names, "; ")
}
