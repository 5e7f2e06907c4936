package papers

import (
	"slices"
	"strings"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// roll is who comes of one locality, in their order.
type roll struct {
	party  Party
	people []*plan.Attendee
}

// rolls are those present of a side: the guests as one delegation, the hosts by
// locality where there are several. Who is of no host stands with the first one
// or, where his locality is another, under its name.
func (s Subject) rolls(side plan.Side) []roll {
	people := s.present(side)
	if side == plan.Guest {
		return []roll{{s.Guest, people}}
	}
	if len(s.Hosts) < 2 {
		return []roll{{s.host(), people}}
	}
	var out []roll
	at := map[string]int{}
	for _, h := range s.Hosts {
		at[h.ID] = len(out)
		out = append(out, roll{party: h})
	}
	for _, a := range people {
		i, ok := at[a.Locality]
		if place := s.Places[a.Locality]; !ok && place.Running != "" {
			i, at[a.Locality] = len(out), len(out)
			out = append(out, roll{party: place})
		}
		out[i].people = append(out[i].people, a)
	}
	return out
}

// bothSides are the delegations of the guests and of the hosts, in this order.
func (s Subject) bothSides() []roll { return slices.Concat(s.rolls(plan.Guest), s.rolls(plan.Host)) }

// filteredRolls leaves out people, and the delegations of which nobody is left.
func filteredRolls(rolls []roll, keep func(*plan.Attendee) bool) []roll {
	var out []roll
	for _, r := range rolls {
		var people []*plan.Attendee
		for _, a := range r.people {
			if keep(a) {
				people = append(people, a)
			}
		}
		if len(people) > 0 {
			out = append(out, roll{r.party, people})
		}
	}
	return out
}

// numberOf says for how many a list stands, "26 đồng chí"; groups of unknown
// number are named after it.
func numberOf(list []*plan.Attendee, word string) string {
	var parts []string
	if n := plan.CountPeople(list).People; n > 0 {
		parts = append(parts, vietnamese.Count(n)+" "+word)
	}
	parts = append(parts, uncounted(list)...)
	if len(parts) == 0 {
		return "… " + word
	}
	return joined(parts)
}

// uncounted names the groups of which nobody knows the number.
func uncounted(list []*plan.Attendee) []string {
	var out []string
	for _, a := range list {
		if a.Group && a.Count == 0 && a.Attendance != plan.Declined {
			out = append(out, lowerFirst(a.Name))
		}
	}
	return out
}

// joined is an enumeration within a sentence: "a, b và c". Parts that hold a
// comma themselves are parted by semicolons.
func joined(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	between := ", "
	if strings.Contains(strings.Join(parts, ""), ",") {
		between = "; "
	}
	return enumerated(parts, between)
}

// enumerated puts parts together with "và" before the last.
func enumerated(parts []string, between string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], between) + " và " + parts[last]
}

// destination names the hosts with the localities above them, "huyện Đắk Glong,
// tỉnh Đắk Nông".
func (s Subject) destination() string {
	if len(s.Hosts) == 0 {
		return "…"
	}
	names := make([]string, len(s.Hosts))
	for i, h := range s.Hosts {
		if names[i] = h.Path; h.Path == "" {
			names[i] = h.Running
		}
	}
	if len(names) == 1 {
		return names[0]
	}
	return joined(names)
}
