package plan

import "slices"

// Ranked is an attendee with what precedence knows of him. Lists of Ranked
// stand in the order of their delegation.
type Ranked struct {
	Attendee *Attendee
	// Functions are the functions of his posts, the best post first, in words
	// that are the same at every level of government: who chairs a People's
	// Committee of a commune is the counterpart of who chairs one of a
	// district. Membership of a committee is no function: it would pair all
	// members, and name a gap by what nobody misses. Empty if the posts say
	// nothing.
	Functions []string
}

// Counterpart is a person and the one on the other side who holds the same
// function, or the gap where nobody does.
type Counterpart struct {
	// Guest and Host are nil where the side has nobody for the function.
	Guest, Host *Attendee
	// Function is the function that both hold, or the one that is missing on
	// the other side.
	Function string
}

// Gap says whether one side is missing.
func (c Counterpart) Gap() bool { return c.Guest == nil || c.Host == nil }

// Pairs finds for each person the counterpart in the other delegation. Those
// whose best posts are of the same function come together first, then those
// who share a further post; among equals the order of the delegations decides.
// Who leads makes no difference: counterparts are named by function, and heads
// sit opposite each other anyway. Everybody else with a known function is a
// gap, named by his best one; people without a function, who are usually many
// and alike, are left out. Declined people count as absent.
//
// The result has the guests in their order, then the hosts without a guest.
func Pairs(guests, hosts []Ranked) []Counterpart {
	guests, hosts = present(guests), present(hosts)
	matches := candidates(guests, hosts)
	withHost := map[int]match{}
	taken := map[int]bool{}
	for _, m := range matches {
		if _, has := withHost[m.guest]; !has && !taken[m.host] {
			withHost[m.guest], taken[m.host] = m, true
		}
	}
	var out []Counterpart
	for g, guest := range guests {
		if m, ok := withHost[g]; ok {
			out = append(out, Counterpart{guest.Attendee, hosts[m.host].Attendee, m.function})
		} else {
			out = append(out, Counterpart{Guest: guest.Attendee, Function: guest.Functions[0]})
		}
	}
	for h, host := range hosts {
		if !taken[h] {
			out = append(out, Counterpart{Host: host.Attendee, Function: host.Functions[0]})
		}
	}
	return out
}

// present leaves out who has declined and who has no function.
func present(list []Ranked) []Ranked {
	var out []Ranked
	for _, r := range list {
		if len(r.Functions) > 0 && r.Attendee.Attendance != Declined {
			out = append(out, r)
		}
	}
	return out
}

// match is a possible pair; cost is how far down the two lists of posts the
// common function stands.
type match struct {
	guest, host, cost int
	function          string
}

// candidates gives all possible pairs, the best first.
func candidates(guests, hosts []Ranked) []match {
	var out []match
	for g, guest := range guests {
		for h, host := range hosts {
			for i, function := range guest.Functions {
				if j := slices.Index(host.Functions, function); j >= 0 {
					out = append(out, match{g, h, i + j, function})
				}
			}
		}
	}
	// Stable, so that among equals the order of guests, then hosts decides.
	slices.SortStableFunc(out, func(a, b match) int { return a.cost - b.cost })
	return out
}
