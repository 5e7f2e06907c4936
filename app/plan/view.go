package plan

import (
	"strings"
	"time"

	"nhipcau/app/civil"
)

// VisitView is one visit with everything that belongs to it, as the rules of
// this package ask for it. The desk fills it with records that are not in the
// bin; the rules only read it.
type VisitView struct {
	Visit       *Visit
	Objectives  []*Objective
	Stops       []*Stop
	Attendees   []*Attendee
	Agenda      []*AgendaItem
	Topics      []*Topic
	Questions   []*Question
	FieldVisits []*FieldVisit
	FollowUps   []*FollowUp
	Progress    []*ProgressEntry
	Lessons     []*Lesson
	Papers      []*Paper
	// ProgrammeChanged is the moment of the last change to what stands on the
	// printed programme, from the history; zero if it is not known.
	ProgrammeChanged time.Time
}

// Side lists the attendees of one delegation, in the order in which the view
// has them.
func (v VisitView) Side(side Side) []*Attendee {
	var out []*Attendee
	for _, a := range v.Attendees {
		if a.Side == side {
			out = append(out, a)
		}
	}
	return out
}

// HeadOf gives the attendee who leads a side, nil if nobody does. One who has
// declined no longer leads.
func (v VisitView) HeadOf(side Side) *Attendee {
	for _, a := range v.Side(side) {
		if a.IsHead() && a.Attendance != Declined {
			return a
		}
	}
	return nil
}

// Hosts gives the ids of all host localities, those of the visit and those of
// its stops, each once.
func (v VisitView) Hosts() []string {
	var out []string
	seen := map[string]bool{"": true}
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	for _, id := range v.Visit.Hosts {
		add(id)
	}
	for _, s := range v.Stops {
		add(s.Locality)
	}
	return out
}

// Programme gives the agenda in the order of the programme. The records are
// the same, the slice is new.
func (v VisitView) Programme() []*AgendaItem {
	items := append([]*AgendaItem(nil), v.Agenda...)
	SortAgenda(items)
	return items
}

// Days lists the days on which the programme has items with a time, in order.
func Days(items []*AgendaItem) []civil.Date {
	sorted := append([]*AgendaItem(nil), items...)
	SortAgenda(sorted)
	var out []civil.Date
	for _, item := range sorted {
		if item.When.Known() && (len(out) == 0 || out[len(out)-1] != item.When.Day) {
			out = append(out, item.When.Day)
		}
	}
	return out
}

// speaks says whether the entry names somebody.
func (s Speaker) speaks() bool {
	return s.Attendee != "" || strings.TrimSpace(s.Text) != ""
}

// HasSpeaker says whether anybody leads or presents the item.
func (a *AgendaItem) HasSpeaker() bool {
	for _, list := range [][]Speaker{a.Leads, a.Presents} {
		for _, s := range list {
			if s.speaks() {
				return true
			}
		}
	}
	return false
}
