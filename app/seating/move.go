package seating

import "nhipcau/app/plan"

// Swap lets the people of two seats change places, or somebody go to a free
// chair, and gives the seats that are given by hand from now on. Of two free
// chairs nothing changes. The places are those of one plan.
func Swap(p Plan, moved []plan.Seat, a, b Place) []plan.Seat {
	one, _ := p.At(a)
	two, _ := p.At(b)
	if one.Who == "" && two.Who == "" || a == b {
		return moved
	}
	moved = without(moved, one.Who, a)
	moved = without(moved, two.Who, b)
	if one.Who != "" {
		moved = append(moved, plan.Seat{Attendee: one.Who, Row: b.Row, At: b.At})
	}
	if two.Who != "" {
		moved = append(moved, plan.Seat{Attendee: two.Who, Row: a.Row, At: a.At})
	}
	return moved
}

// Move gives somebody a seat; who sat there is seated by the rule.
func Move(moved []plan.Seat, who string, to Place) []plan.Seat {
	return append(without(moved, who, to), plan.Seat{Attendee: who, Row: to.Row, At: to.At})
}

// without leaves out the seats given to a person and to a place. The list given
// stays as it is.
func without(moved []plan.Seat, who string, place Place) []plan.Seat {
	out := []plan.Seat{}
	for _, m := range moved {
		if m.Attendee != who && (Place{m.Row, m.At}) != place {
			out = append(out, m)
		}
	}
	return out
}
