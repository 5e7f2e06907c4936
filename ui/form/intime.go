package form

import (
	"slices"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// mostInTime is how many units of another time are offered.
const mostInTime = 3

// InTime offers, for a locality that did not exist on a day, those of the same
// name that did, the ones of the same province first: huyện Thạch An for a
// visit of 2024, xã Thạch An for one of 2026.
func InTime(h *page.Host, id string, day civil.Date) []kit.Choice {
	p, ok := h.Desk.Locality(id, day)
	if !ok || !day.Valid() || valid(p, day) {
		return nil
	}
	var found []desk.Place
	for _, other := range h.Desk.FindLocalities(p.Name, day, localitiesShown) {
		if other.ID != id && valid(other, day) && vietnamese.Fold(other.Name) == vietnamese.Fold(p.Name) {
			found = append(found, other)
		}
	}
	slices.SortStableFunc(found, func(a, b desk.Place) int { return away(a, p) - away(b, p) })
	var out []kit.Choice
	for _, other := range found[:min(len(found), mostInTime)] {
		out = append(out, localityChoice(h, other, day))
	}
	return out
}

func valid(p desk.Place, day civil.Date) bool {
	return (p.ValidFrom == "" || p.ValidFrom <= day) && (p.ValidTo == "" || p.ValidTo >= day)
}

// away is 0 for two localities of one province, else 1.
func away(a, b desk.Place) int {
	if province(a) == province(b) {
		return 0
	}
	return 1
}

func province(p desk.Place) string { return p.Path[strings.LastIndex(p.Path, ",")+1:] }
