package programme

import (
	"slices"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// mostDays is how many days of a visit without items are listed; a period that
// is longer was mistyped.
const mostDays = 14

// state is what the tab shows, fetched in one go.
type state struct {
	view    plan.VisitView
	items   []*plan.AgendaItem // in the order of the programme
	people  []*plan.Attendee   // hosts and guests, by precedence
	clashes []plan.Issue
	flagged map[string][]plan.Issue // by the agenda items concerned
	days    []civil.Date
}

// fetch reads the visit. It touches no widget.
func fetch(d *desk.Desk, visit string) *state {
	s := &state{flagged: map[string][]plan.Issue{}}
	view, ok := d.View(visit)
	if !ok {
		view.Visit = &plan.Visit{}
	}
	s.view, s.items = view, view.Programme()
	for _, side := range []plan.Side{plan.Host, plan.Guest} {
		for _, placed := range d.Delegation(visit, side) {
			s.people = append(s.people, placed.Attendee)
		}
	}
	s.clashes = plan.Clashes(view)
	for _, issue := range s.clashes {
		for _, id := range issue.Other {
			s.flagged[id] = append(s.flagged[id], issue)
		}
	}
	s.days = daysOf(view.Visit.When, s.items)
	return s
}

// daysOf lists the days of the visit and those on which there are items.
func daysOf(period plan.Period, items []*plan.AgendaItem) []civil.Date {
	days := plan.Days(items)
	if period.From.Valid() {
		for i, day := 0, period.From; i < mostDays && day <= period.Last(); i, day = i+1, day.AddDays(1) {
			days = append(days, day)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

func (s *state) item(id string) *plan.AgendaItem {
	for _, item := range s.items {
		if item.ID == id {
			return item
		}
	}
	return nil
}

// firstDay is the day on which a programme begins that has no items yet.
func (s *state) firstDay(today civil.Date) civil.Date {
	if len(s.days) > 0 {
		return s.days[0]
	}
	return today
}

// lastOf gives the last item of a day, "" if there is none.
func (s *state) lastOf(day civil.Date) string {
	id := ""
	for _, item := range s.items {
		if item.When.Known() && item.When.Day == day {
			id = item.ID
		}
	}
	return id
}

func (s *state) attendee(id string) *plan.Attendee {
	for _, a := range s.people {
		if a.ID == id {
			return a
		}
	}
	return nil
}

// speaker words one entry of a list of speakers; with post says the posts too.
func (s *state) speaker(one plan.Speaker, post bool) string {
	a := s.attendee(one.Attendee)
	switch {
	case a == nil:
		return one.Text
	case post && len(a.Posts) > 0:
		return a.Name + ", " + a.PostLine()
	}
	return a.Name
}

// speakers words a list of speakers; one alone is named with his posts.
func (s *state) speakers(list []plan.Speaker) string {
	var out []string
	for _, one := range list {
		if text := s.speaker(one, len(list) == 1); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "; ")
}

// row is one line of the list: the head of a day, or an agenda item.
type row struct {
	item    *plan.AgendaItem // nil for the head of a day
	state   *state
	day     civil.Date // "" for items without a time
	figures figures    // of a head
	draft   bool
}

// figures are what the head of a day says about it.
type figures struct {
	count, internal int
	first           civil.Clock
	last            int // minutes after midnight
}

func (r row) key() string {
	if r.item != nil {
		return r.item.ID
	}
	return "day/" + string(r.day)
}

// dayOf is the day under whose head an item stands.
func dayOf(item *plan.AgendaItem) civil.Date {
	if !item.When.Known() {
		return ""
	}
	return item.When.Day
}

// rows makes the list: each day with its items, and at the end what has no
// time. A programme without items has no rows.
func (s *state) rows(internal bool, d *draft) []row {
	items := s.items
	if d != nil && s.item(d.item.ID) == nil {
		items = plan.Insert(items, d.item, d.after, false)
	}
	if len(items) == 0 {
		return nil
	}
	var out []row
	for _, day := range append(s.daysWith(d), "") {
		head := row{state: s, day: day}
		var lines []row
		for _, item := range items {
			if dayOf(item) != day {
				continue
			}
			head.figures.add(item)
			if internal || !item.Internal {
				lines = append(lines, row{item: item, state: s, day: day, draft: d != nil && d.item.ID == item.ID && !d.kept})
			}
		}
		if day != "" || len(lines) > 0 {
			out = append(append(out, head), lines...)
		}
	}
	return out
}

// daysWith lists the days of the programme, with that of a draft.
func (s *state) daysWith(d *draft) []civil.Date {
	days := slices.Clone(s.days)
	if d != nil && d.item.When.Known() && !slices.Contains(days, d.item.When.Day) {
		days = append(days, d.item.When.Day)
		slices.Sort(days)
	}
	return days
}

func (f *figures) add(item *plan.AgendaItem) {
	f.count++
	if item.Internal {
		f.internal++
	}
	if !item.When.Known() {
		return
	}
	if f.first == "" {
		f.first = item.When.Start
	}
	_, end := item.When.Minutes()
	f.last = max(f.last, end)
}
