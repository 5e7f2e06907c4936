package visit

import (
	"strconv"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
)

// state is what the header shows of a visit.
type state struct {
	found   bool
	visit   *plan.Visit
	role    plan.Role
	head    *plan.Attendee
	done    int
	total   int
	missing []plan.ReadinessPart
	open    int            // places on which offices differ
	counts  map[string]int // by tab
}

// fetch reads the visit. It is called away from the UI goroutine.
func fetch(h *page.Host, id string) state {
	view, ok := h.Desk.View(id)
	if !ok {
		return state{}
	}
	s := state{found: true, visit: view.Visit, role: h.Role(view.Visit), head: view.HeadOf(plan.Guest)}
	s.done, s.total, s.missing = plan.Readiness(view)
	s.open = h.Desk.CountOpen(id)
	s.counts = map[string]int{
		page.TabPeople: people(view), page.TabTopics: len(view.Topics), page.TabProgramme: len(view.Agenda),
		page.TabField: len(view.FieldVisits), page.TabFollowUps: len(view.FollowUps),
		page.TabLogistics: len(desk.Of[*plan.Gift](h.Desk, id)) + len(desk.Of[*plan.Vehicle](h.Desk, id)) +
			len(desk.Of[*plan.Lodging](h.Desk, id)),
	}
	return s
}

// people counts who comes; a group whose number is not known counts as one
// entry.
func people(v plan.VisitView) int {
	n := 0
	for _, a := range v.Attendees {
		if a.Attendance != plan.Declined {
			n += max(a.Size(), 1)
		}
	}
	return n
}

func counted(h *page.Host, n int) string {
	if n == 0 {
		return ""
	}
	return h.Words.Number(strconv.Itoa(n))
}

// now gives the parts that are missing and can be done already.
func (s state) now() []plan.ReadinessPart {
	var out []plan.ReadinessPart
	for _, part := range s.missing {
		if !part.Later {
			out = append(out, part)
		}
	}
	return out
}
