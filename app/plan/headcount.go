package plan

// Headcount is how many people one side brings. Those who have declined are
// counted apart and nowhere else.
type Headcount struct {
	// People are the named and those of groups whose number is known.
	People int
	// Confirmed are those of them who have said that they come.
	Confirmed int
	// Declined are those who don't come.
	Declined int
	// Groups are unnamed groups of which nobody knows the number.
	Groups int
}

// CountPeople counts one delegation.
func CountPeople(list []*Attendee) Headcount {
	var out Headcount
	for _, a := range list {
		switch {
		case a.Attendance == Declined:
			out.Declined += max(a.Size(), 1)
			continue
		case a.Group && a.Count == 0:
			out.Groups++
			continue
		case a.Attendance == Confirmed:
			out.Confirmed += a.Size()
		}
		out.People += a.Size()
	}
	return out
}

// PairGap is a function that people of one side hold and nobody of the other.
type PairGap struct {
	// Side is the side on which somebody is missing.
	Side     Side
	Function string
	// Of are those on the other side who have no counterpart, in their order.
	Of []*Attendee
}

// PairGaps gathers the gaps of pairs by function, in the order in which they
// come. A group without names holds its function for as many as there are, so
// that "lãnh đạo các phòng, ban" leaves no head of division alone.
func PairGaps(pairs []Counterpart) []PairGap {
	groups := map[Side]map[string]bool{Guest: {}, Host: {}}
	for _, p := range pairs {
		for side, a := range map[Side]*Attendee{Guest: p.Guest, Host: p.Host} {
			if a != nil && a.Group {
				groups[side][p.Function] = true
			}
		}
	}
	var out []PairGap
	for _, p := range pairs {
		if !p.Gap() {
			continue
		}
		side, of := Host, p.Guest
		if p.Guest == nil {
			side, of = Guest, p.Host
		}
		if !groups[side][p.Function] {
			out = addGap(out, side, p.Function, of)
		}
	}
	return out
}

func addGap(gaps []PairGap, side Side, function string, of *Attendee) []PairGap {
	for i, g := range gaps {
		if g.Side == side && g.Function == function {
			gaps[i].Of = append(gaps[i].Of, of)
			return gaps
		}
	}
	return append(gaps, PairGap{side, function, []*Attendee{of}})
}
