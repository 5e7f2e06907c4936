package form

import (
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/localities"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// localitiesShown is how many localities a picker offers at once.
const localitiesShown = 30

// LocalitySearch finds localities for a Picker, as of a day that may change
// while the page is open; without a day, as of today. Nothing typed offers our own locality and those of
// other visits.
func LocalitySearch(h *page.Host, day func() civil.Date) func(string) []kit.Choice {
	return func(query string) []kit.Choice {
		on := day()
		if on == "" {
			on = h.Today()
		}
		if query == "" {
			return usualLocalities(h, on)
		}
		var out []kit.Choice
		for _, p := range h.Desk.FindLocalities(query, on, localitiesShown) {
			out = append(out, localityChoice(h, p, on))
		}
		return out
	}
}

// LocalityChoice gives a locality as a Picker shows it, "Huyện Thạch An, tỉnh
// Cao Bằng"; an id that is not known keeps its place with "…".
func LocalityChoice(h *page.Host, id string, day civil.Date) kit.Choice {
	if id == "" {
		return kit.Choice{}
	}
	p, ok := h.Desk.Locality(id, day)
	if !ok {
		return kit.Choice{ID: id, Title: "…"}
	}
	return kit.Choice{ID: id, Title: localities.SentenceName(p.Path)}
}

func localityChoice(h *page.Host, p desk.Place, day civil.Date) kit.Choice {
	c := kit.Choice{ID: p.ID, Title: localities.SentenceName(p.Path)}
	if p.ValidTo != "" && p.ValidTo < day {
		c.Detail = h.Say("form.until", "Day", vietnamese.FormatDate(p.ValidTo))
	}
	return c
}

// usualLocalities are our own, and those that visits have named, the newest
// visit first.
func usualLocalities(h *page.Host, day civil.Date) []kit.Choice {
	var ids []string
	if office := h.Desk.Office(); office != nil {
		ids = append(ids, office.Locality)
	}
	visits := desk.All[*plan.Visit](h.Desk)
	for i := len(visits) - 1; i >= 0; i-- {
		ids = append(append(ids, visits[i].Guest), visits[i].Hosts...)
	}
	var out []kit.Choice
	seen := map[string]bool{"": true}
	for _, id := range ids {
		if p, ok := h.Desk.Locality(id, day); ok && !seen[id] && len(out) < localitiesShown {
			seen[id] = true
			out = append(out, localityChoice(h, p, day))
		}
	}
	return out
}

// Locality adds a picker for a locality, found as of a day.
func (f *Form) Locality(path string, day func() civil.Date) *kit.Picker {
	return f.Pick(path, LocalitySearch(f.host, day), func(id string) string {
		return LocalityChoice(f.host, id, day()).Title
	})
}
