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
		p.Open(page.Route{Record: items(f)[9].ID})
		p.Update()
	})
}

func TestLooksOfTheFirstItem(t *testing.T) {
	pagetest.Looks(t, "programme-empty", NewTab, func(f *pagetest.Fixture, _ page.Page) { empty(t)(f) })
}

func TestLooksOfADay(t *testing.T) {
	pagetest.Looks(t, "programme-day", NewTab, func(f *pagetest.Fixture, p page.Page) {
		busy(t, f)
		tab := p.(*tab)
		tab.shiftDay("2024-06-11")
	})
}

func TestLooksOfADraft(t *testing.T) {
	pagetest.Looks(t, "programme-draft", NewTab, func(f *pagetest.Fixture, p page.Page) {
		tab := p.(*tab)
		tab.addAfter(items(f)[2].ID)
	})
}
