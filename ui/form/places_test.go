package form_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/pagetest"
)

func TestLocalitySearchFollowsTheDay(t *testing.T) {
	f := pagetest.New(t)
	day := civil.Date("2024-06-10")
	search := form.LocalitySearch(f.Host, func() civil.Date { return day })
	found := search("dak glong")
	if len(found) == 0 || found[0].Title != "Huyện Đắk Glong, tỉnh Đắk Nông" || found[0].Detail != "" {
		t.Fatalf("found %+v", found)
	}
	day = "2026-01-05"
	i := slices.IndexFunc(search("dak glong"), func(c kit.Choice) bool { return c.ID == found[0].ID })
	if i < 0 || search("dak glong")[i].Detail == "" {
		t.Error("a district is not marked as ended in 2026")
	}
	usual := search("")
	if len(usual) != 2 || usual[0].ID != f.Desk.Office().Locality {
		t.Errorf("nothing typed offers %+v", usual)
	}
	if got := form.LocalityChoice(f.Host, "nothing", day); got.ID != "nothing" || got.Title != "…" {
		t.Errorf("an unknown id is %+v", got)
	}
}

func TestPlacesAddAndRemove(t *testing.T) {
	f := pagetest.New(t)
	p := form.NewPlaces(f.Host, "Nơi đến", func() civil.Date { return "2024-06-10" })
	p.OnAdd = func(id string) { p.SetIDs(append(p.IDs(), id)) }
	var gone []string
	p.OnRemove = func(id string) { gone = append(gone, id) }
	f.Window.Canvas().Content().(*kit.Layer).SetContent(p.Object())
	p.Picker.Focus()
	for range 2 { // the second time it is there already
		f.Type("dak glong")
		f.Key(fyne.KeyReturn)
	}
	if len(p.IDs()) != 1 || p.Picker.Text() != "" {
		t.Fatalf("listed %v, the field says %q", p.IDs(), p.Picker.Text())
	}
	f.Key(fyne.KeyTab)
	f.Window.Canvas().FocusPrevious() // the button that takes away stands before the field
	f.Type(" ")
	if len(gone) != 1 || gone[0] != p.IDs()[0] {
		t.Errorf("taken away: %v", gone)
	}
}
