package desk

import (
	"sync"

	"nhipcau/app/catalogue"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/precedence"
)

// Placed is one attendee at a place in the order of a delegation.
type Placed struct {
	Attendee *plan.Attendee
	Number   int
	// ByHand says that the place was chosen by a person; otherwise it is
	// suggested by rank, for the reason given.
	ByHand bool
	Reason precedence.Reason
	Key    precedence.Key
}

// Catalogue gives the terms, measures and ranks that the program brings.
func (d *Desk) Catalogue() *catalogue.Catalogue { return d.opts.Catalogue }

// Delegation lists one side of a visit in the order in which it is printed:
// the order made by hand where there is one, else by rank (domain notes §3).
// Those who have declined come last.
func (d *Desk) Delegation(visit string, side plan.Side) []Placed {
	return d.order(Of[*plan.Attendee](d, visit), side)
}

func (d *Desk) order(attendees []*plan.Attendee, side plan.Side) []Placed {
	table := d.rankTable()
	byID := map[string]*plan.Attendee{}
	var coming, declined []precedence.Person
	for _, a := range attendees {
		if a.Side != side {
			continue
		}
		byID[a.ID] = a
		if a.Attendance == plan.Declined {
			declined = append(declined, d.personOf(a))
		} else {
			coming = append(coming, d.personOf(a))
		}
	}
	var out []Placed
	for _, part := range [][]precedence.Person{coming, declined} {
		for _, p := range precedence.Order(part, table) {
			a := byID[p.Person.ID]
			out = append(out, Placed{a, len(out) + 1, a.Pos != "", p.Reason, p.Key})
		}
	}
	return out
}

// rankCache keeps the compiled table of ranks for one state of our office.
type rankCache struct {
	mu    sync.Mutex
	of    any // the office's record from which the table was made
	made  bool
	table precedence.Table
}

// rankTable is the catalogue's with the office's own ranks before it. Ranks of
// the office that cannot be used are left aside.
func (d *Desk) rankTable() precedence.Table {
	office := d.Office()
	var of any
	var overrides map[string]int
	if office != nil {
		of, overrides = office.Origin, office.RankTable
	}
	d.ranks.mu.Lock()
	defer d.ranks.mu.Unlock()
	if d.ranks.made && d.ranks.of == of {
		return d.ranks.table
	}
	d.ranks.of, d.ranks.made = of, true
	d.ranks.table = compileRanks(d.opts.Catalogue, overrides)
	return d.ranks.table
}

func compileRanks(c *catalogue.Catalogue, overrides map[string]int) precedence.Table {
	if c == nil {
		return precedence.Table{}
	}
	table, err := c.RankTable(overrides)
	if err != nil {
		table, _ = c.RankTable(nil) // checked when the catalogue was loaded
	}
	return table
}

func (d *Desk) personOf(a *plan.Attendee) precedence.Person {
	p := precedence.Person{
		ID: a.ID, FullName: a.Name, SortName: a.SortName, Posts: a.Posts, Manual: a.Pos,
		Head: a.Role == plan.AttendeeHead, Deputy: a.Role == plan.AttendeeDeputy,
	}
	if a.Group {
		p.Posts = append([]string{a.Name}, a.Posts...)
	}
	if place, ok := d.Locality(a.Locality, ""); ok {
		p.Level = precedence.Level(place.Level)
	}
	return p
}

// MoveAttendee moves an attendee to another place of his side, counted from 0.
// The first move by hand gives the whole side its places in one step, so that
// the rest stays where it was.
func (d *Desk) MoveAttendee(visit string, side plan.Side, from, to int) error {
	return d.Do(Step{Why: "move"}, func(tx *Tx) error {
		placed := d.Delegation(visit, side)
		if from < 0 || from >= len(placed) || to < 0 || to >= len(placed) {
			return fault.New("fault.no_such_place")
		}
		moved := placed[from].Attendee
		rest := append(append([]Placed(nil), placed[:from]...), placed[from+1:]...)
		if byHand(placed) {
			moved.Pos = posAt(rest, to)
			return tx.Put(moved)
		}
		rest = append(rest[:to:to], append([]Placed{{Attendee: moved}}, rest[to:]...)...)
		for i, pos := range plan.Positions(len(rest)) {
			rest[i].Attendee.Pos = pos
			if err := tx.Put(rest[i].Attendee); err != nil {
				return err
			}
		}
		return nil
	})
}

// byHand says whether everybody already has a place of his own, and no two the
// same.
func byHand(placed []Placed) bool {
	seen := map[string]bool{"": true}
	for _, p := range placed {
		if seen[p.Attendee.Pos] {
			return false
		}
		seen[p.Attendee.Pos] = true
	}
	return true
}

func posAt(rest []Placed, to int) string {
	before, after := "", ""
	if to > 0 {
		before = rest[to-1].Attendee.Pos
	}
	if to < len(rest) {
		after = rest[to].Attendee.Pos
	}
	return plan.PosBetween(before, after)
}

// SuggestOrder forgets the order made by hand on one side, so that rank decides
// again.
func (d *Desk) SuggestOrder(visit string, side plan.Side) error {
	return d.Do(Step{Why: "move"}, func(tx *Tx) error {
		for _, p := range d.Delegation(visit, side) {
			p.Attendee.Pos = ""
			if err := tx.Put(p.Attendee); err != nil {
				return err
			}
		}
		return nil
	})
}
