package people

import (
	"slices"

	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
)

// choicesShown is how many choices a picker offers at once.
const choicesShown = 50

// find gives the choices that answer a query, best first; an empty one gives
// the first of them.
func find(all []choice, query string) []kit.Choice {
	type hit struct {
		choice kit.Choice
		score  int
	}
	q := vietnamese.NewQuery(query)
	var hits []hit
	for _, c := range all {
		if q.IsZero() {
			hits = append(hits, hit{c.Choice, 0})
		} else if score := q.MatchKeys(c.fold, c.tone); score > 0 {
			hits = append(hits, hit{c.Choice, score})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return b.score - a.score })
	out := make([]kit.Choice, 0, min(len(hits), choicesShown))
	for _, h := range hits[:min(len(hits), choicesShown)] {
		out = append(out, h.choice)
	}
	return out
}

// titleOf names the choice with an id, "" if there is none.
func titleOf(all []choice, id string) string {
	for _, c := range all {
		if c.ID == id && id != "" {
			return c.Title
		}
	}
	return ""
}
