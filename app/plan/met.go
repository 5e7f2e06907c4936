package plan

import (
	"slices"

	"nhipcau/app/civil"
)

// MetBefore finds the visits of a guest to one of the hosts that lie within
// RepeatMonths of a day, earlier or coming, whatever was talked of. It is asked
// while a visit is being made and has no topics yet, by which Repeats could
// tell. Cancelled visits don't count.
func MetBefore(guest string, hosts []string, day civil.Date, others []*Visit) []Issue {
	if guest == "" || !day.Valid() {
		return nil
	}
	var out []Issue
	for _, o := range others {
		if o.Guest != guest || o.Status == StatusCancelled || !within(day, o.When.From, RepeatMonths) {
			continue
		}
		if slices.ContainsFunc(o.Hosts, func(id string) bool { return slices.Contains(hosts, id) }) {
			out = append(out, warning("", "warning.met_before", []string{o.ID},
				"Title", o.Title, "Day", o.When.From, "Months", RepeatMonths))
		}
	}
	return out
}

// RoleIn gives what an office of a locality is in a visit: who travels or who
// receives, empty where the locality takes no part. A locality that is both, as
// in a visit within it, receives.
func RoleIn(locality, guest string, hosts []string) Role {
	switch {
	case locality == "":
		return ""
	case slices.Contains(hosts, locality):
		return RoleReceive
	case locality == guest:
		return RoleTravel
	default:
		return ""
	}
}
