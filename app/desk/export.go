package desk

import (
	"cmp"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"github.com/google/uuid"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Scope says what an export holds: one visit for a partner, without internal
// and personal fields, or all records for the office's own use.
type Scope struct {
	Visit string
	All   bool
}

// Export makes a bundle. Its number is taken only by Sent, when the file has
// been written.
func (d *Desk) Export(scope Scope) (*bundle.Bundle, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	records, err := d.recordsOf(scope)
	if err != nil {
		return nil, err
	}
	b := &bundle.Bundle{
		Format: bundle.Format, MinApp: bundle.MinApp, ID: uuid.NewString(),
		Created: d.opts.Now().UTC().Truncate(time.Second), Seq: d.self.Bundles + 1,
		From:  bundle.Sender{Office: d.self.Office, Name: d.officeName(), Replica: string(d.self.Replica)},
		Scope: bundle.Scope{Visit: scope.Visit, All: scope.All},
		Have:  map[string]uint64{},
	}
	for replica, n := range d.model.counters {
		b.Have[string(replica)] = n
	}
	if scope.All {
		b.Profile, b.Records = "all", records
		return b, nil
	}
	b.Profile = "partner"
	b.Records, b.Redacted = bundle.ForPartner(records)
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
	if scope.All {
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
	return d.closure(scope.Visit), nil
}

// closure is a visit with all that belongs to it and what these refer to, in
// turn: people, localities with their parents and figures, models, and the
// offices that own any of it, so that the other side knows whose they are.
//
// It follows from the records that travel alone, and from nothing that a
// partner is not sent: what he has taken in he sends back as the same bytes,
// and nobody learns of a model that only an internal item points to.
func (d *Desk) closure(visit string) []*merge.Record {
	c := closure{d: d, picked: map[string]*merge.Record{}}
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
	d      *Desk
	picked map[string]*merge.Record
}

func (c *closure) pick(id string) {
	it := c.d.model.items[id]
	if it == nil || c.picked[id] != nil {
		return
	}
	// Whether a record may travel at all is asked of all of it, also where
	// only its deletion does.
	open, _ := bundle.Redact(it.rec, bundle.ClassOf)
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

// SentBundle is one line of the register of bundles that were written.
type SentBundle struct {
	Bundle string    `json:"bundle"`
	Visit  string    `json:"visit,omitempty"`
	Seq    int       `json:"seq"`
	At     time.Time `json:"at"`
	Count  int       `json:"count"`
	File   string    `json:"file,omitempty"`
}

const sentPrefix = "s/"

// Sent notes that a bundle was written to a file, of which the register keeps
// the base name, and takes its number.
func (d *Desk) Sent(b *bundle.Bundle, file string) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	self := d.self
	self.Bundles = max(self.Bundles, b.Seq)
	line := SentBundle{b.ID, b.Scope.Visit, b.Seq, b.Created, len(b.Records), filepath.Base(file)}
	ops := []Op{{Key: sentPrefix + hexKey(uint64(b.Seq)), Value: mustJSON(line)}, d.identityOp(self)}
	if err := d.store.Commit(ops); err != nil {
		return notSaved(err)
	}
	d.mu.Lock()
	d.self = self
	d.mu.Unlock()
	d.Signals.Changed.emit(Changed{Kinds: map[plan.Kind]bool{}, Visits: map[string]bool{}}) // no record, but the register
	return nil
}

// SentBundles lists the bundles that were written, newest first.
func (d *Desk) SentBundles() ([]SentBundle, error) {
	var out []SentBundle
	err := d.store.Scan(sentPrefix, func(_ string, value []byte) error {
		var one SentBundle
		if json.Unmarshal(value, &one) == nil { // Check names one that is damaged
			out = append(out, one)
		}
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	slices.Reverse(out)
	return out, nil
}
