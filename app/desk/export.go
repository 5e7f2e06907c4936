package desk

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Scope says what an export holds, and for whom: one visit, all records for the
// office's own use, or none, as a receipt for what has come.
type Scope struct {
	Visit string
	All   bool
	// Profile is what of a visit travels; empty is bundle.ProfilePartner.
	Profile bundle.Profile
	// To is the office that it is meant for, empty for anybody.
	To string
	// Receipt says that nothing but what has arrived is told.
	Receipt bool
	// Files says that the attached files go with it; see AddFiles.
	Files bool
	// Standing is for a file that stands in an exchange folder and is replaced by
	// the next one: it takes no number, since nobody can miss one.
	Standing bool
}

func (s Scope) profile() bundle.Profile {
	switch {
	case s.Receipt:
		return bundle.ProfileReceipt
	case s.All:
		return bundle.ProfileAll
	}
	return cmp.Or(s.Profile, bundle.ProfilePartner)
}

// Export makes a bundle and signs it. Its number is taken only by Sent, when the
// file has been written.
func (d *Desk) Export(scope Scope) (*bundle.Bundle, error) {
	b, err := d.Draft(scope)
	if err != nil {
		return nil, err
	}
	if scope.Files {
		if _, err := d.AddFiles(b); err != nil {
			return nil, err
		}
	}
	keys, err := d.Keys()
	if err != nil || keys == nil {
		return b, err
	}
	return b, b.Sign(keys)
}

// Draft makes a bundle as Export does and does not sign it: for looking at what
// would leave.
func (d *Desk) Draft(scope Scope) (*bundle.Bundle, error) {
	numbers, err := d.numbers(scope.To)
	if err != nil {
		return nil, err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	if scope.profile().Confidential() && scope.To != "" && scope.To != d.self.Office {
		return nil, fault.New("fault.profile_internal")
	}
	records, err := d.recordsOf(scope)
	if err != nil {
		return nil, err
	}
	b := &bundle.Bundle{
		Format: bundle.Format, MinApp: bundle.MinApp, ID: uuid.NewString(),
		Created: d.opts.Now().UTC().Truncate(time.Second), Seq: d.self.Bundles + 1,
		From:  bundle.Sender{Office: d.self.Office, Name: d.officeName(), Replica: string(d.self.Replica)},
		To:    scope.To,
		Scope: bundle.Scope{Visit: scope.Visit, All: scope.All}, Profile: scope.profile(),
		Have: map[string]uint64{}, Earlier: numbers.earlier, Received: numbers.received,
	}
	if scope.Standing {
		b.Seq, b.Earlier = 0, nil
	}
	for replica, n := range d.model.counters {
		b.Have[string(replica)] = n
	}
	b.Records, b.Redacted = b.Profile.KeepAll(records)
	return b, nil
}

func (d *Desk) officeName() string {
	it := d.model.items[d.self.Office]
	if it == nil {
		return ""
	}
	if office, ok := it.value().(*plan.Office); ok {
		return office.Name
	}
	return ""
}

// recordsOf gathers the records of a scope, sorted by id.
func (d *Desk) recordsOf(scope Scope) ([]*merge.Record, error) {
	switch {
	case scope.Receipt:
		return nil, nil
	case scope.All:
		var out []*merge.Record
		for _, it := range values(d.model.items) {
			out = append(out, it.rec)
		}
		return out, nil
	}
	it := d.model.items[scope.Visit]
	if it == nil || it.rec.Kind != string(plan.KindVisit) {
		return nil, fault.New("fault.no_such_visit", "ID", scope.Visit)
	}
	return d.closure(scope.Visit, scope.profile()), nil
}

// closure is a visit with all that belongs to it and what these refer to, in
// turn: people, localities with their parents and figures, models, and the
// offices that own any of it, so that the other side knows whose they are.
//
// It follows from the records that travel alone, and from nothing that a
// partner is not sent: what he has taken in he sends back as the same bytes,
// and nobody learns of a model that only an internal item points to.
func (d *Desk) closure(visit string, profile bundle.Profile) []*merge.Record {
	c := closure{d: d, profile: profile, picked: map[string]*merge.Record{}}
	for id, it := range d.model.families[visit] {
		if it.rec.Kind != string(plan.KindAttachment) { // travels only with what it is attached to
			c.pick(id)
		}
	}
	for before := -1; before < len(c.picked); {
		before = len(c.picked)
		c.pickAttached()
	}
	return slices.SortedFunc(maps.Values(c.picked), func(a, b *merge.Record) int { return cmp.Compare(a.ID, b.ID) })
}

type closure struct {
	d       *Desk
	profile bundle.Profile
	picked  map[string]*merge.Record
}

func (c *closure) pick(id string) {
	it := c.d.model.items[id]
	if it == nil || c.picked[id] != nil {
		return
	}
	// Whether a record may travel at all is asked of all of it, also where
	// only its deletion does.
	open, _ := c.profile.Keep(it.rec)
	if open == nil {
		return
	}
	rec := it.rec
	if it.trashed {
		rec = tombstone(rec)
		open = rec
	}
	c.picked[id] = rec
	for _, ref := range refsOf(newItem(open)) {
		c.pick(ref)
	}
	c.pick(rec.Office)
}

// pickAttached takes what points to picked records and not the other way
// round: the figures of a locality, and the files of anything.
func (c *closure) pickAttached() {
	for _, it := range c.d.model.kinds[plan.KindIndicator] {
		if one, ok := it.value().(*plan.Indicator); ok && c.picked[one.Locality] != nil {
			c.pick(it.rec.ID)
		}
	}
	for _, it := range c.d.model.kinds[plan.KindAttachment] {
		if one, ok := it.value().(*plan.Attachment); ok && c.carries(one.Of) {
			c.pick(it.rec.ID)
		}
	}
}

// carries says whether what is attached to a record goes with it. Papers of a
// person stay at home, as telephone numbers do: nobody can leave out a part of
// a file.
func (c *closure) carries(of string) bool {
	rec := c.picked[of]
	return rec != nil && rec.Kind != string(plan.KindPerson) && rec.Kind != string(plan.KindAttendee)
}

// tombstone is what travels of a record that lies in the bin: that it was
// deleted, and to which visit it belonged. A deleted person's name stays at
// home. Fields that are absent take nothing away from whoever has them.
func tombstone(rec *merge.Record) *merge.Record {
	var rest []string
	for name := range rec.Fields {
		if name != merge.DelField && name != "visit" {
			rest = append(rest, name)
		}
	}
	return rec.Without(rest...)
}

// refsOf lists the ids to which a record points, for a locality its parents
// too. A visit's other family is reached through the visit only.
func refsOf(it *item) []string {
	value := it.value()
	if value == nil {
		return nil
	}
	var out []string
	decl, _ := plan.DeclarationOf(string(value.Kind()))
	for _, f := range decl.Fields {
		if f.Ref != plan.KindVisit {
			out = append(out, plan.Refs(decl, value, f)...)
		}
	}
	if l, ok := value.(*plan.Locality); ok {
		for _, v := range l.Versions {
			out = append(out, v.Parent)
		}
	}
	return out
}
