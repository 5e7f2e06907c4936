package people

import (
	"testing"

	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "people", NewTab, func(f *pagetest.Fixture, p page.Page) {
		p.(*tab).goTo(named(t, f, "Nông Thế Phúc").ID)
	})
}

func TestLooksOfTheDetails(t *testing.T) {
	pagetest.Looks(t, "people-details", NewTab, func(f *pagetest.Fixture, p page.Page) {
		p.(*tab).edit(rowOf(t, p, "Trần Nam Thuần"))
	})
}
