package precedence

import (
	"cmp"
	"slices"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
)

// Person is what the order of a delegation rests on.
type Person struct {
	// ID decides last, so that the order is the same everywhere.
	ID string
	// FullName is the name as written, SortName the given name by which it is
	// sorted; "" takes the usual one.
	FullName string
	SortName string
	// Posts are the posts held, one or several in each text.
	Posts []string
	// Level is the level of the person's locality.
	Level Level
	// InPostSince is when the person took up the highest post; "" if not known.
	InPostSince civil.Date
	// Head and Deputy mark the head and the deputy head of the delegation.
	Head   bool
	Deputy bool
	// Manual is the place in an order made by hand, a fractional index that is
	// compared as text; "" if the person was not placed by hand.
	Manual string
}

// Why is why a person stands where he stands; the code of a text.
type Why string

// The reasons for a place.
const (
	// WhyManual: placed by hand.
	WhyManual Why = "manual"
	// WhyHead: head of the delegation.
	WhyHead Why = "head"
	// WhyDeputy: deputy head of the delegation.
	WhyDeputy Why = "deputy"
	// WhyRank: by the highest post, [Reason.Post].
	WhyRank Why = "rank"
	// WhyFurtherPost: the highest posts rank the same as those of the person
	// before; a further one, [Reason.Post], is lower or missing.
	WhyFurtherPost Why = "further_post"
	// WhySince: the posts rank the same; the person before took his up earlier.
	WhySince Why = "since"
	// WhyName: all else is the same; by given name.
	WhyName Why = "name"
	// WhyUnknown: no post was recognised.
	WhyUnknown Why = "unknown"
)

// Reason tells why a person has his place.
type Reason struct {
	// Why is the reason.
	Why Why
	// Post is the post that decided; its code is "" if there is none.
	Post Held
	// After is the id of the person right before, "" for the first.
	After string
}

// Placed is a person at a place.
type Placed struct {
	Person Person
	// Number is the place, from 1.
	Number int
	// Key is the posts recognised.
	Key Key
	// Reason tells why here.
	Reason Reason
}

// Order returns the people of one delegation in the order in which they are
// listed, which does not depend on the order in which they come:
//
//   - people placed by hand stand in the order of their places;
//   - of the others the head of the delegation comes first, then the deputy
//     head if the rules say so, then all by [Key], by the time in post, by name
//     and by id;
//   - where only some were placed by hand, each of the others stands right
//     before the first of them that he would precede by the second rule, and a
//     head before all.
//
// Two delegations are never ordered together: guests and hosts are listed
// apart.
func Order(people []Person, table Table) []Placed {
	var byHand, byRule []Placed
	for _, p := range people {
		placed := Placed{Person: p, Key: Rank(p.Posts, p.Level, table)}
		if p.Manual != "" {
			byHand = append(byHand, placed)
		} else {
			byRule = append(byRule, placed)
		}
	}
	slices.SortFunc(byHand, func(a, b Placed) int {
		return cmp.Or(cmp.Compare(a.Person.Manual, b.Person.Manual), cmp.Compare(a.Person.ID, b.Person.ID))
	})
	o := orderer{deputySecond: table.rules.DeputySecond}
	slices.SortFunc(byRule, o.compare)
	placed := o.merge(byHand, byRule)
	for i := range placed {
		placed[i].Number = i + 1
		placed[i].Reason = o.reason(placed, i)
	}
	return placed
}

// orderer compares people by the rules.
type orderer struct{ deputySecond bool }

func (o orderer) compare(a, b Placed) int {
	return cmp.Or(
		cmp.Compare(o.pin(a.Person), o.pin(b.Person)),
		a.Key.Compare(b.Key),
		compareSince(a.Person.InPostSince, b.Person.InPostSince),
		compareNames(a.Person, b.Person),
		cmp.Compare(a.Person.ID, b.Person.ID),
		comparePosts(a.Person, b.Person),
	)
}

// pin returns 0 for who comes before all, 1 for who comes next, 2 for the rest.
func (o orderer) pin(p Person) int {
	switch {
	case p.Head:
		return 0
	case p.Deputy && o.deputySecond:
		return 1
	}
	return 2
}

// compareSince puts the earlier date first and an unknown one last, so that the
// order stays total.
func compareSince(a, b civil.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Compare(a, b)
}

func compareNames(a, b Person) int {
	return vietnamese.CompareNames(
		vietnamese.NewName(a.FullName, a.SortName), vietnamese.NewName(b.FullName, b.SortName))
}

// comparePosts tells people apart who share even the id, as happens while a
// record is being entered.
func comparePosts(a, b Person) int {
	return cmp.Or(
		cmp.Compare(a.FullName, b.FullName), cmp.Compare(a.SortName, b.SortName),
		slices.Compare(a.Posts, b.Posts), cmp.Compare(a.Level, b.Level),
	)
}

// merge puts people without a place among those placed by hand.
func (o orderer) merge(byHand, byRule []Placed) []Placed {
	merged := make([]Placed, 0, len(byHand)+len(byRule))
	next := 0
	for _, h := range byHand {
		for next < len(byRule) && (byRule[next].Person.Head || o.compare(byRule[next], h) < 0) {
			merged = append(merged, byRule[next])
			next++
		}
		merged = append(merged, h)
	}
	return append(merged, byRule[next:]...)
}

// reason tells why the person at place i stands there.
func (o orderer) reason(placed []Placed, i int) Reason {
	p := placed[i]
	r := Reason{Post: p.Key.best()}
	if i > 0 {
		r.After = placed[i-1].Person.ID
	}
	switch {
	case p.Person.Manual != "":
		r.Why = WhyManual
	case o.pin(p.Person) == 0:
		r.Why = WhyHead
	case o.pin(p.Person) == 1:
		r.Why = WhyDeputy
	case len(p.Key) == 0:
		r.Why = WhyUnknown
	default:
		r.Why = WhyRank
		if i > 0 {
			o.compareBefore(placed[i-1], p, &r)
		}
	}
	return r
}

// compareBefore refines the reason of a person who stands by his rank, from the
// person right before.
func (o orderer) compareBefore(before, p Placed, r *Reason) {
	if before.Person.Manual != "" || o.pin(before.Person) != o.pin(p.Person) {
		return
	}
	c, place := before.Key.compare(p.Key)
	switch {
	case c < 0 && place > 0:
		r.Why, r.Post = WhyFurtherPost, Held{}
		if place < len(p.Key) {
			r.Post = p.Key[place]
		}
	case c != 0:
	case compareSince(before.Person.InPostSince, p.Person.InPostSince) < 0:
		r.Why = WhySince
	default:
		r.Why = WhyName
	}
}

// best returns the highest post, the zero value if there is none.
func (k Key) best() Held {
	if len(k) == 0 {
		return Held{}
	}
	return k[0]
}
