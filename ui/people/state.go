package people

import (
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/precedence"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// row is one attendee as a list shows him.
type row struct {
	attendee *plan.Attendee
	number   int
	// moved says that he stands elsewhere than rank suggests.
	moved  bool
	reason string
}

// sideState is one delegation.
type sideState struct {
	title  string
	counts []string // how many come, in parts
	byHand bool
	rows   []row
}

// gap is a function that nobody holds on one side.
type gap struct {
	missing plan.Side
	title   string
	detail  string
	all     []string // the attendees without a counterpart
}

// state is all that the tab shows, fetched in one go.
type state struct {
	ours     plan.Role
	day      civil.Date
	sides    map[plan.Side]sideState
	pairs    []plan.Counterpart // those that are no gap
	gaps     []gap
	warnings []plan.Issue
	people   []choice
	vehicles []choice
	units    []choice
}

// choice is a choice of a picker with the keys by which it is found.
type choice struct {
	kit.Choice
	fold, tone string
}

func newChoice(id, title, detail string) choice {
	text := title + " " + detail
	return choice{kit.Choice{ID: id, Title: title, Detail: detail}, vietnamese.Fold(text), vietnamese.ToneKey(text)}
}

// fetch reads a visit from the desk. It calls nothing of the window.
func fetch(h *page.Host, visit string) state {
	view, ok := h.Desk.View(visit)
	if !ok {
		return state{}
	}
	s := state{ours: view.Visit.OurRole, day: view.Visit.When.From, sides: map[plan.Side]sideState{}, warnings: plan.HeadWarnings(view)}
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		s.sides[side] = fetchSide(h, view, side)
	}
	pairs := h.Desk.Pairs(visit)
	for _, p := range pairs {
		if !p.Gap() {
			s.pairs = append(s.pairs, p)
		}
	}
	for _, g := range plan.PairGaps(pairs) {
		s.gaps = append(s.gaps, wordGap(h, g))
	}
	for _, person := range desk.All[*plan.Person](h.Desk) {
		s.people = append(s.people, newChoice(person.ID, person.Name, about(person.Posts, person.Unit)))
	}
	for _, v := range desk.Of[*plan.Vehicle](h.Desk, visit) {
		s.vehicles = append(s.vehicles, newChoice(v.ID, v.Name, v.Plate))
	}
	s.units = fetchUnits(h, view)
	return s
}

func fetchSide(h *page.Host, view plan.VisitView, side plan.Side) sideState {
	placed := h.Desk.Delegation(view.Visit.ID, side)
	suggested := h.Desk.SuggestedOrder(view.Visit.ID, side)
	names, now, list := map[string]string{}, make([]string, len(placed)), make([]*plan.Attendee, len(placed))
	for i, p := range placed {
		names[p.Attendee.ID], now[i], list[i] = p.Attendee.Name, p.Attendee.ID, p.Attendee
	}
	moved := plan.Moved(now, suggested)
	out := sideState{title: sideTitle(h, view, side), counts: countWords(h, plan.CountPeople(list))}
	for i, p := range placed {
		out.byHand = out.byHand || p.ByHand
		r := row{attendee: p.Attendee, number: p.Number, moved: p.ByHand && moved[now[i]]}
		r.reason = reasonWords(h, p, names, indexOf(suggested, now[i])+1)
		out.rows = append(out.rows, r)
	}
	return out
}

func indexOf(ids []string, id string) int {
	for i, other := range ids {
		if other == id {
			return i
		}
	}
	return -1
}

// sideTitle names a side and its localities: "Đoàn khách: huyện Thạch An".
func sideTitle(h *page.Host, view plan.VisitView, side plan.Side) string {
	ids := view.Hosts()
	if side == plan.Guest {
		ids = []string{view.Visit.Guest}
	}
	var places []string
	for _, id := range ids {
		if p, ok := h.Desk.Locality(id, view.Visit.When.From); ok {
			places = append(places, p.Running)
		}
	}
	if len(places) == 0 {
		return h.Say("people.side_" + string(side))
	}
	return h.Say("people.side_of_"+string(side), "Place", strings.Join(places, ", "))
}

// countWords says how many come, the most important first: "20 người", "17 đã
// xác nhận".
func countWords(h *page.Host, n plan.Headcount) []string {
	var parts []string
	for _, part := range []struct {
		key   string
		count int
		shown bool
	}{
		{"people.count", n.People, n.People > 0 || n.Groups == 0},
		{"people.count_confirmed", n.Confirmed, n.People > 0},
		{"people.count_groups", n.Groups, n.Groups > 0},
		{"people.count_declined", n.Declined, n.Declined > 0},
	} {
		if part.shown {
			parts = append(parts, h.Say(part.key, "Count", part.count))
		}
	}
	return parts
}

// about says what is known of somebody beside the name, in one line.
func about(posts []string, unit string) string {
	line := strings.Join(posts, ", ")
	if unit == "" || strings.Contains(vietnamese.Fold(line), vietnamese.Fold(unit)) {
		return line
	}
	return strings.TrimPrefix(line+", "+unit, ", ")
}

// wordGap names those without a counterpart and the function that is missing.
func wordGap(h *page.Host, g plan.PairGap) gap {
	first := g.Of[0]
	out := gap{missing: g.Side, title: first.Name}
	for _, a := range g.Of {
		out.all = append(out.all, a.ID)
	}
	switch {
	case len(g.Of) > 1:
		out.title = h.Say("people.gap_several", "Name", first.Name, "Count", len(g.Of)-1)
	case len(first.Posts) > 0:
		out.title += ", " + first.PostLine()
	}
	out.detail = h.Say("people.gap_"+string(g.Side), "Function", functionWords(h, g.Function))
	return out
}

func functionWords(h *page.Host, function string) string {
	post, level := precedence.SplitFunction(function)
	name := h.Desk.Catalogue().Ranks.Label(post, h.Words.Language())
	if level == "" {
		return name
	}
	return h.Say("people.post_at_"+string(level), "Post", name)
}

// fetchUnits lists the units of the directory, and those that attendees of the
// visit have besides.
func fetchUnits(h *page.Host, view plan.VisitView) []choice {
	var out []choice
	seen := map[string]bool{"": true}
	add := func(name, detail string) {
		if key := vietnamese.Fold(name); !seen[key] {
			seen[key] = true
			out = append(out, newChoice("", name, detail))
		}
	}
	for _, u := range desk.All[*plan.Unit](h.Desk) {
		add(u.Name, u.Short)
	}
	for _, a := range view.Attendees {
		add(a.Unit, "")
	}
	return out
}

// row finds an attendee among both sides.
func (s state) row(id string) (row, bool) {
	if id == "" {
		return row{}, false
	}
	for _, side := range s.sides {
		for _, r := range side.rows {
			if r.attendee.ID == id {
				return r, true
			}
		}
	}
	return row{}, false
}

func (s state) paired() int { return len(s.pairs) }
