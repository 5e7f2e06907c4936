package plan

import (
	"slices"

	"nhipcau/app/civil"
)

// CopyVisit makes the records of a new visit after an earlier one. The new
// visit comes as far as it is known: title, localities, when, our role; it
// comes first in the result and everything else points to it.
//
// What was planned is copied: purpose, programme and funding, objectives,
// topics, questions, agenda, and the stops and field stops of hosts that are
// visited again. What came of it is not: answers, findings, decisions, papers,
// follow-ups. Attendees come along on the sides whose locality is the same, but
// nobody has confirmed and nobody has a vehicle or a room yet. Days move by as
// much as the first day does; without a first day only the times of day stay.
func CopyVisit(old VisitView, fresh *Visit, newID func() string) []Record {
	c := &copier{old: old, visit: fresh, newID: newID, ids: map[string]string{}}
	c.first = old.Visit.When.From
	if days := Days(old.Agenda); !c.first.Valid() && len(days) > 0 {
		c.first = days[0]
	}
	c.copyVisit()
	c.copyStops()
	c.copyObjectives()
	c.copyAttendees()
	c.copyTopics()
	c.copyFieldVisits()
	c.copyAgenda()
	return c.out
}

// copier makes one copy. ids leads from the records of the earlier visit to
// those of the new one.
type copier struct {
	old   VisitView
	visit *Visit
	newID func() string
	first civil.Date
	ids   map[string]string
	out   []Record
}

// add gives a copied record its own head and remembers of which it is a copy.
func (c *copier) add(r Record, oldID string) {
	head := r.Meta()
	*head = Head{ID: c.newID()}
	if oldID != "" {
		c.ids[oldID] = head.ID
	}
	c.out = append(c.out, r)
}

func (c *copier) copyVisit() {
	o, v := c.old.Visit, c.visit
	v.Purpose, v.Programme, v.Funding, v.LegalBasis = o.Purpose, o.Programme, o.Funding, o.LegalBasis
	v.TimesIllustrative, v.NoFieldVisit = o.TimesIllustrative, o.NoFieldVisit
	v.Status = StatusIdea
	if slices.ContainsFunc(v.Hosts, func(id string) bool { return slices.Contains(c.old.Hosts(), id) }) {
		v.WhyHost = o.WhyHost
	}
	c.add(v, o.ID)
}

// again says whether a host of the earlier visit is visited again; a record
// that names no locality is taken to be of the first host.
func (c *copier) again(locality string) bool {
	if locality == "" && len(c.old.Visit.Hosts) > 0 {
		locality = c.old.Visit.Hosts[0]
	}
	return slices.Contains(c.visit.Hosts, locality)
}

// copyStops makes a stop for each host. That of a host who is visited again is
// a copy; the others take over no more than the place in the order, so that
// the agenda has stops to lie on.
func (c *copier) copyStops() {
	places := Positions(len(c.visit.Hosts))
	taken := map[*Stop]bool{}
	var left []*Stop
	for i, host := range c.visit.Hosts {
		stop := &Stop{Locality: host, Pos: places[i]}
		oldID := ""
		for _, s := range c.old.Stops {
			if s.Locality == host && !taken[s] {
				*stop, oldID, taken[s] = *s, s.ID, true
				break
			}
		}
		stop.Visit, stop.Pos = c.visit.ID, places[i]
		stop.When = Period{c.day(stop.When.From), c.day(stop.When.To)}
		if len(c.visit.Hosts) == 1 {
			stop.When = c.visit.When
		}
		c.add(stop, oldID)
		if oldID == "" {
			left = append(left, stop)
		}
	}
	for _, s := range c.old.Stops {
		if !taken[s] && len(left) > 0 {
			c.ids[s.ID] = left[0].ID
			left = left[1:]
		}
	}
}

func (c *copier) copyObjectives() {
	for _, o := range c.old.Objectives {
		fresh := *o
		fresh.Visit = c.visit.ID
		c.add(&fresh, o.ID)
	}
}

func (c *copier) copyAttendees() {
	for _, a := range c.old.Attendees {
		comes := a.Side == Guest && c.visit.Guest == c.old.Visit.Guest || a.Side == Host && c.again(a.Locality)
		if !comes {
			continue
		}
		fresh := *a
		fresh.Visit, fresh.Posts = c.visit.ID, slices.Clone(a.Posts)
		fresh.Attendance, fresh.Vehicle, fresh.Room = "", "", ""
		c.add(&fresh, a.ID)
	}
}

// copyTopics copies topics without what came of them, and questions without
// answers.
func (c *copier) copyTopics() {
	for _, t := range c.old.Topics {
		c.add(&Topic{Visit: c.visit.ID, Category: t.Category, Title: t.Title, Owner: t.Owner, Pos: t.Pos}, t.ID)
	}
	for _, q := range c.old.Questions {
		c.add(&Question{
			Visit: c.visit.ID, Topic: c.ids[q.Topic], Text: q.Text,
			AskedBy: q.AskedBy, AddressedTo: q.AddressedTo, Pos: q.Pos,
		}, q.ID)
	}
}

func (c *copier) copyFieldVisits() {
	for _, f := range c.old.FieldVisits {
		if !c.again(c.localityOf(f.Stop)) {
			continue
		}
		fresh := *f
		fresh.Visit, fresh.Stop = c.visit.ID, c.ids[f.Stop]
		c.add(&fresh, f.ID)
	}
}

func (c *copier) copyAgenda() {
	for _, a := range c.old.Agenda {
		fresh := *a
		fresh.Visit, fresh.Stop, fresh.FieldVisit = c.visit.ID, c.ids[a.Stop], c.ids[a.FieldVisit]
		fresh.When.Day = c.day(a.When.Day)
		fresh.Leads, fresh.Presents = c.speakers(a.Leads), c.speakers(a.Presents)
		fresh.Topics = nil
		for _, id := range a.Topics {
			if topic := c.ids[id]; topic != "" {
				fresh.Topics = append(fresh.Topics, topic)
			}
		}
		if !c.again(c.localityOf(a.Stop)) {
			fresh.Place = ""
		}
		c.add(&fresh, a.ID)
	}
}

// speakers leaves out attendees who have not come along.
func (c *copier) speakers(old []Speaker) []Speaker {
	var out []Speaker
	for _, s := range old {
		if s.Attendee != "" {
			s.Attendee = c.ids[s.Attendee]
		}
		if s.speaks() {
			out = append(out, s)
		}
	}
	return out
}

func (c *copier) localityOf(stop string) string {
	for _, s := range c.old.Stops {
		if s.ID == stop {
			return s.Locality
		}
	}
	return ""
}

// day moves a day as the first day of the visit has moved.
func (c *copier) day(old civil.Date) civil.Date {
	if !old.Valid() || !c.first.Valid() || !c.visit.When.From.Valid() {
		return ""
	}
	return old.AddDays(c.first.DaysUntil(c.visit.When.From))
}
