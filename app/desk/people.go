package desk

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/precedence"
)

// Pairs finds for each person of a visit the counterpart in the other
// delegation, by the functions that the posts hold at the level of each side's
// own locality.
func (d *Desk) Pairs(visit string) []plan.Counterpart {
	v, ok := Get[*plan.Visit](d, visit)
	if !ok {
		return nil
	}
	return plan.Pairs(d.ranked(v, plan.Guest), d.ranked(v, plan.Host))
}

func (d *Desk) ranked(v *plan.Visit, side plan.Side) []plan.Ranked {
	home, _ := d.Locality(homeOf(v, side), v.When.From)
	var out []plan.Ranked
	for _, p := range d.Delegation(v.ID, side) {
		out = append(out, plan.Ranked{Attendee: p.Attendee, Functions: p.Key.Functions(precedence.Level(home.Level))})
	}
	return out
}

// homeOf is the locality for which a side comes: of several hosts the first.
func homeOf(v *plan.Visit, side plan.Side) string {
	if side == plan.Guest {
		return v.Guest
	}
	if len(v.Hosts) > 0 {
		return v.Hosts[0]
	}
	return ""
}

// SplitPosts divides what is written of a person into posts, by the ranks of
// our office.
func (d *Desk) SplitPosts(text string) []string { return precedence.SplitPosts(text, d.rankTable()) }

// AddAttendees adds people to one side of a visit in one transaction and gives
// their ids. Who is in the directory is tied to it, and what the entry leaves
// open is taken from there; with directory, people who are not are added to it.
// Where a value breaks a rule nothing is added, and the error is a *Refused.
func (d *Desk) AddAttendees(visit string, side plan.Side, entries []plan.Entry, directory bool) ([]string, error) {
	v, ok := Get[*plan.Visit](d, visit)
	if !ok {
		return nil, fault.New("fault.no_such_visit", "ID", visit)
	}
	var ids []string
	err := d.Do(Step{Why: "create"}, func(tx *Tx) error {
		people := All[*plan.Person](d)
		for _, e := range entries {
			a := d.attendeeOf(v, side, e)
			p, unclear := personFor(tx, e, a.Locality, people)
			if p == nil && directory && !e.Group && !unclear {
				p = personOf(a)
				if err := refuse(tx.Put(p), e.Name); err != nil {
					return err
				}
				people = append(people, p)
			}
			fillFrom(a, p)
			if err := refuse(tx.Put(a), e.Name); err != nil {
				return err
			}
			ids = append(ids, a.ID)
		}
		return nil
	})
	return ids, err
}

// Refused says whose entry broke a rule, and which.
type Refused struct {
	Name    string
	Invalid *Invalid
}

// Error names the person and the rule, for the log.
func (e *Refused) Error() string { return e.Name + ": " + e.Invalid.Error() }

// Unwrap gives the rules that are broken.
func (e *Refused) Unwrap() error { return e.Invalid }

func refuse(err error, name string) error {
	var invalid *Invalid
	if errors.As(err, &invalid) {
		return &Refused{name, invalid}
	}
	return err
}

func (d *Desk) attendeeOf(v *plan.Visit, side plan.Side, e plan.Entry) *plan.Attendee {
	return &plan.Attendee{
		Visit: v.ID, Side: side, Name: e.Name, Honorific: e.Honorific, Posts: d.SplitPosts(e.Posts),
		Unit: e.Unit, Locality: homeOf(v, side), Role: e.Role, Attendance: e.Attendance, Group: e.Group, Count: e.Count,
		Phone: e.Phone, Email: e.Email, Needs: e.Note,
	}
}

// personFor is the entry of the directory that an entry names by its id, or the
// only one with its name. With several it is unclear who is meant.
func personFor(tx *Tx, e plan.Entry, locality string, people []*plan.Person) (p *plan.Person, unclear bool) {
	if e.Person != "" {
		p, _ = Read[*plan.Person](tx, e.Person)
		return p, false
	}
	if e.Group {
		return nil, false
	}
	return only(plan.Namesakes(e.Name, locality, people))
}

func only(people []*plan.Person) (p *plan.Person, unclear bool) {
	if len(people) == 1 {
		return people[0], false
	}
	return nil, len(people) > 1
}

// fillFrom ties an attendee to a person and takes from there what he lacks.
func fillFrom(a *plan.Attendee, p *plan.Person) {
	if p == nil {
		return
	}
	a.Person = p.ID
	for to, value := range map[*string]string{
		&a.SortName: p.SortName, &a.Honorific: p.Honorific, &a.Unit: p.Unit, &a.Phone: p.Phone, &a.Email: p.Email,
	} {
		if *to == "" {
			*to = value
		}
	}
	if p.Locality != "" {
		a.Locality = p.Locality
	}
	if len(a.Posts) == 0 {
		a.Posts = append([]string(nil), p.Posts...)
	}
}

// personOf makes an entry of the directory from an attendee.
func personOf(a *plan.Attendee) *plan.Person {
	return &plan.Person{
		Name: a.Name, SortName: a.SortName, Honorific: a.Honorific, Posts: append([]string(nil), a.Posts...),
		Unit: a.Unit, Locality: a.Locality, Phone: a.Phone, Email: a.Email,
	}
}

// AddPeople adds people to the directory in one transaction and gives their
// ids; unnamed groups are no people and are left out. Where a value breaks a
// rule nothing is added, and the error is a *Refused.
func (d *Desk) AddPeople(entries []plan.Entry) ([]string, error) {
	var ids []string
	err := d.Do(Step{Why: "create"}, func(tx *Tx) error {
		for _, e := range entries {
			if e.Group {
				continue
			}
			p := &plan.Person{
				Name: e.Name, Honorific: e.Honorific, Posts: d.SplitPosts(e.Posts),
				Unit: e.Unit, Phone: e.Phone, Email: e.Email, Notes: e.Note,
			}
			if err := refuse(tx.Put(p), e.Name); err != nil {
				return err
			}
			ids = append(ids, p.ID)
		}
		return nil
	})
	return ids, err
}

// SuggestedOrder lists the ids of one side in the order that rank suggests,
// whatever was ordered by hand.
func (d *Desk) SuggestedOrder(visit string, side plan.Side) []string {
	attendees := Of[*plan.Attendee](d, visit)
	for _, a := range attendees {
		a.Pos = ""
	}
	var out []string
	for _, p := range d.order(attendees, side) {
		out = append(out, p.Attendee.ID)
	}
	return out
}

// SetHead makes an attendee the head of his side; whoever else was, becomes a
// member.
func (d *Desk) SetHead(id string) error {
	return d.Do(Step{Why: "edit"}, func(tx *Tx) error {
		head, ok := Read[*plan.Attendee](tx, id)
		if !ok {
			return fault.New("fault.no_such_record", "ID", id)
		}
		for _, a := range Of[*plan.Attendee](d, head.Visit) {
			if a.Side != head.Side || a.IsHead() == (a.ID == id) {
				continue
			}
			a.Role = plan.AttendeeMember
			if a.ID == id {
				a.Role = plan.AttendeeHead
			}
			if err := tx.Put(a); err != nil {
				return err
			}
		}
		return nil
	})
}

// SwitchSide moves an attendee to the other delegation: to the place there that
// rank suggests, and to its locality if he was of that of his side.
func (d *Desk) SwitchSide(id string) error {
	return d.Do(Step{Why: "move"}, func(tx *Tx) error {
		a, ok := Read[*plan.Attendee](tx, id)
		if !ok {
			return fault.New("fault.no_such_record", "ID", id)
		}
		if v, ok := Read[*plan.Visit](tx, a.Visit); ok && a.Locality == homeOf(v, a.Side) {
			a.Locality = homeOf(v, a.Side.Other())
		}
		a.Side, a.Pos = a.Side.Other(), ""
		return tx.Put(a)
	})
}

// DuplicateAttendee adds somebody with the posts, unit and vehicle of another,
// right behind him, and gives the new id. What is his own is not copied: the
// tie to the directory, leading the side, telephone, mail and needs.
func (d *Desk) DuplicateAttendee(id string) (string, error) {
	old, ok := Get[*plan.Attendee](d, id)
	if !ok {
		return "", fault.New("fault.no_such_record", "ID", id)
	}
	twin := *old
	twin.Head = plan.Head{}
	twin.Person, twin.SortName, twin.Phone, twin.Email, twin.Needs, twin.Contact = "", "", "", "", "", false
	if twin.IsHead() {
		twin.Role = plan.AttendeeMember
	}
	if twin.Pos != "" {
		twin.Pos = plan.PosBetween(old.Pos, d.posAfter(old))
	}
	err := d.Do(Step{Why: "create"}, func(tx *Tx) error { return tx.Put(&twin) })
	return twin.ID, err
}

// posAfter is the next place on the side of an attendee, "" if he is the last.
func (d *Desk) posAfter(a *plan.Attendee) string {
	next := ""
	for _, o := range Of[*plan.Attendee](d, a.Visit) {
		if o.Side == a.Side && o.Pos > a.Pos && (next == "" || o.Pos < next) {
			next = o.Pos
		}
	}
	return next
}

// GatherPeople puts into the directory everybody who is named in a visit and not
// there yet, ties the attendees to it, and says how many were added. The newest
// visit tells the posts.
func (d *Desk) GatherPeople() (int, error) {
	before := All[*plan.Person](d)
	people := before
	err := d.Do(Step{Why: "create"}, func(tx *Tx) error {
		for _, v := range d.visitsNewestFirst() {
			for _, a := range Of[*plan.Attendee](d, v.ID) {
				var err error
				if people, err = gather(tx, a, people); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return len(people) - len(before), err
}

// gather ties one attendee to the directory. Where several have his name nobody
// but a person can tell who he is.
func gather(tx *Tx, a *plan.Attendee, people []*plan.Person) ([]*plan.Person, error) {
	if a.Person != "" || a.Group || strings.TrimSpace(a.Name) == "" {
		return people, nil
	}
	p, unclear := only(plan.Namesakes(a.Name, a.Locality, people))
	if unclear {
		return people, nil
	}
	if p == nil {
		p = personOf(a)
		if err := refuse(tx.Put(p), a.Name); err != nil {
			return people, err
		}
		people = append(people, p)
	}
	a.Person = p.ID
	return people, tx.Put(a)
}

// Attended is one visit in which a person took part.
type Attended struct {
	Visit    *plan.Visit
	Attendee *plan.Attendee
}

// AttendedVisits lists the visits in which a person of the directory takes or
// took part, newest first.
func (d *Desk) AttendedVisits(person string) []Attended {
	p, ok := Get[*plan.Person](d, person)
	if !ok {
		return nil
	}
	var out []Attended
	for _, v := range d.visitsNewestFirst() {
		for _, a := range plan.AttendedBy(p, Of[*plan.Attendee](d, v.ID)) {
			out = append(out, Attended{v, a})
		}
	}
	return out
}

// visitsNewestFirst lists all visits by their first day, the newest first.
func (d *Desk) visitsNewestFirst() []*plan.Visit {
	visits := All[*plan.Visit](d)
	slices.SortStableFunc(visits, func(a, b *plan.Visit) int { return cmp.Compare(b.When.From, a.When.From) })
	return visits
}
