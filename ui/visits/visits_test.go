package visits_test

import (
	"testing"

	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/visits"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "visits", visits.New, nil)
	pagetest.Looks(t, "visits-new", visits.New, func(f *pagetest.Fixture, p page.Page) {
		p.Open(page.Route{Record: visits.RecordNew})
	})
}
