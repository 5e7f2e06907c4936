package programme

import (
	"testing"

	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "programme", NewTab, func(f *pagetest.Fixture, p page.Page) {
		p.Open(page.Route{Record: items(f)[3].ID})
		p.Update()
	})
}

func TestLooksOfABusyProgramme(t *testing.T) {
	pagetest.Looks(t, "programme-busy", NewTab, func(f *pagetest.Fixture, p page.Page) {
		busy(t, f)
		p.Open(page.Route{Record: items(f)[6].ID})
		p.Update()
	})
}
