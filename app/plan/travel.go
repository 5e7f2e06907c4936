package plan

import "nhipcau/app/vietnamese"

// travelClashes finds field stops for which the programme leaves less time on
// the road than the stop says it takes, on the way there and on the way back.
// A travel item and spare time between two others are time on the road.
func travelClashes(v VisitView, items []timed) []Issue {
	var out []Issue
	stays := stays(items)
	for i, t := range stays {
		fv := fieldVisitOf(v, t.item)
		if fv == nil || fv.TravelTime == 0 {
			continue
		}
		if i > 0 && leavesFor(v, stays[i-1].item, t.item, fv) {
			out = appendShort(out, fv, stays[i-1], t, t.item)
		}
		if i+1 < len(stays) && returnsTo(v, t.item, stays[i+1].item) {
			out = appendShort(out, fv, t, stays[i+1], stays[i+1].item)
		}
	}
	return out
}

// stays gives the items during which the delegation is at one place.
func stays(items []timed) []timed {
	var out []timed
	for _, t := range items {
		if t.item.ItemKind != ItemTravel && t.item.ItemKind != ItemSpare && !t.item.Internal {
			out = append(out, t)
		}
	}
	return out
}

// leavesFor says whether the delegation has to travel to the field stop after
// the item before it.
func leavesFor(v VisitView, before, item *AgendaItem, fv *FieldVisit) bool {
	return before.When.Day == item.When.Day && !samePlace(before.Place, item.Place) &&
		fieldVisitOf(v, before) != fv
}

// returnsTo says whether the item after a field stop is known to be elsewhere.
// Another field stop has its own way there, and an item without a place, such
// as seeing the guests off, may be on the spot.
func returnsTo(v VisitView, item, after *AgendaItem) bool {
	return after.When.Day == item.When.Day && vietnamese.Fold(after.Place) != "" &&
		!samePlace(item.Place, after.Place) && fieldVisitOf(v, after) == nil
}

// appendShort adds a warning if the gap between two items is shorter than the
// way. Overlapping items have a gap of 0.
func appendShort(out []Issue, fv *FieldVisit, from, to timed, goTo *AgendaItem) []Issue {
	gap := max(to.span.from-from.span.to, 0)
	if gap >= fv.TravelTime {
		return out
	}
	ids := []string{goTo.ID, from.item.ID, fv.ID}
	if goTo == from.item {
		ids[1] = to.item.ID
	}
	return append(out, warning("when", "warning.travel_too_short", ids,
		"From", from.item.Title, "To", to.item.Title, "Gap", gap, "Count", fv.TravelTime))
}

// fieldVisitOf gives the field stop that an agenda item carries out: the one
// that it names, or else the one at its place or with its title.
func fieldVisitOf(v VisitView, item *AgendaItem) *FieldVisit {
	for _, fv := range v.FieldVisits {
		if item.FieldVisit != "" && fv.ID == item.FieldVisit {
			return fv
		}
	}
	if item.FieldVisit != "" || item.ItemKind != ItemFieldVisit {
		return nil
	}
	for _, fv := range v.FieldVisits {
		if samePlace(fv.Place, item.Place) || samePlace(fv.Title, item.Title) {
			return fv
		}
	}
	return nil
}
