package desk

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Outcome says what an import does to one record.
type Outcome string

// The outcomes of an import.
const (
	Added     Outcome = "added"
	Edited    Outcome = "edited"
	Same      Outcome = "same"
	Differing Outcome = "differing" // different words on both sides: all are kept
	Removed   Outcome = "removed"   // goes to the bin
	SetAside  Outcome = "set_aside" // is not taken in; see Aside
	LeftOut   Outcome = "left_out"  // was left out by the person: as if absent
)

// Aside says why an import does not take a record in. It is as if the bundle
// did not hold the record: it is offered again with the next one.
type Aside string

// The reasons to set a record aside.
const (
	// AsideClaim is a record that claims to have seen writes of which nobody
	// can show anything: believing it would make values disappear here, today
	// or when they come (exchange format, rule 10).
	AsideClaim Aside = "claim"
	// AsideDamaged is a record of which our own copy can't be read; what is
	// left of it is not written over.
	AsideDamaged Aside = "damaged"
)

// Preview is what an import would do, worked out on a copy. Nothing is written
// before Apply.
type Preview struct {
	Bundle *bundle.Bundle
	Items  []PreviewItem
	Counts map[Outcome]int
	// Conflicts counts the fields with different words on both sides, over all
	// records of the bundle, as they will stand here; what lies in the bin asks
	// nobody.
	Conflicts int
	Known     bool // this very bundle was imported before
	// SetBack says that the bundle holds writes of this installation which it
	// does not remember: the data folder was set back, or copied. Apply goes on
	// under a new replica name, so that no write is numbered twice.
	SetBack bool
	// Trust says what the signature is worth here. TrustNewKey is set by a person
	// who has compared fingerprints; without it Apply refuses a bundle whose
	// verdict asks.
	Trust       Trust
	TrustNewKey bool
	// Quiet is set by who takes a bundle in without asking anybody: Apply refuses
	// what asks a question, and Undo passes over the import; see Asks.
	Quiet   bool
	changes []*change
	pairs   []pair // beside Items
	// links and backLinks say which new records need which; see link.
	links, backLinks map[string][]string
	ours             string // our office
}

// pair is one record of a preview: as it is here, in the bundle, and merged.
// Mine is nil for a new one, after for one that is set aside.
type pair struct{ mine, theirs, after *merge.Record }

// PreviewItem is what happens to one record.
type PreviewItem struct {
	ID      string
	Kind    plan.Kind
	Label   string
	Outcome Outcome
	Fields  []PreviewField
	// Aside is why the record is not taken in, "" for one that is.
	Aside Aside
	// New says that the record is not here yet, Ours that another office has
	// edited what ours decides about.
	New, Ours bool
	// Contested says that one side has deleted the record and the other has
	// written to it, so that it asks; TrashedHere that it lies in our bin.
	Contested, TrashedHere bool

	binned bool // will lie in the bin
}

// open counts the fields that will ask for a choice.
func (item PreviewItem) open(after *merge.Record) int {
	if item.binned {
		return 0
	}
	return len(after.Conflicts())
}

// PreviewField is one field of a record that changes: its value here, and in
// the bundle. Values are json; null where there is none.
type PreviewField struct {
	Name   string
	Mine   json.RawMessage
	Theirs json.RawMessage
	// Differ says that neither office knew of the other's value.
	Differ bool
	// from is nil for a record that is not here yet: bundles are long.
	from *source
}

// Writer is who wrote a value, and when, on the clock of whoever did so.
type Writer struct {
	Author string
	At     time.Time
}

// Preview merges a bundle into a copy and says, record by record and field by
// field, what would happen.
func (d *Desk) Preview(b *bundle.Bundle) (*Preview, error) {
	trust, err := d.TrustOf(b)
	if err != nil {
		return nil, err
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	p, err := d.preview(b, b.Records)
	if err == nil {
		p.Trust = trust
	}
	return p, err
}

// preview looks at those of a bundle's records that are taken in. What bears
// claims out is asked of all of them: what is left out was written all the same.
func (d *Desk) preview(b *bundle.Bundle, records []*merge.Record) (*Preview, error) {
	records = d.withoutShredded(records)
	p := &Preview{Bundle: b, Counts: map[Outcome]int{}, ours: d.self.Office}
	p.Known = d.hasImported(b.ID)
	known := d.evidence(b)
	merged, err := d.mergeAll(records, known)
	if err != nil {
		return nil, err
	}
	for _, theirs := range records {
		mine, after := d.model.record(theirs.ID), merged[theirs.ID]
		p.pairs = append(p.pairs, pair{mine, theirs, after})
		if after == nil {
			p.add(PreviewItem{
				ID: theirs.ID, Kind: plan.Kind(theirs.Kind), Label: labelOf(theirs),
				Outcome: SetAside, Aside: d.aside(theirs, known),
			})
			continue
		}
		p.SetBack = p.SetBack || theirs.MaxCounter(d.self.Replica) > d.self.Counter
		item := d.previewItem(theirs, after, merged)
		item.Ours = d.proposes(b, mine, item)
		p.Conflicts += item.open(after)
		p.add(item)
		if mine == nil || !after.Equal(mine) {
			p.changes = append(p.changes, &change{before: mine, after: after})
		}
	}
	return p, nil
}

func (p *Preview) add(item PreviewItem) {
	p.Counts[item.Outcome]++
	p.Items = append(p.Items, item)
}

// mergeAll merges each record that is not set aside, by id.
func (d *Desk) mergeAll(records []*merge.Record, known merge.Context) (map[string]*merge.Record, error) {
	out := make(map[string]*merge.Record, len(records))
	for _, theirs := range records {
		if d.aside(theirs, known) != "" {
			continue
		}
		merged, err := merge.Merge(d.model.record(theirs.ID), theirs)
		if err != nil {
			return nil, fault.New("fault.bundle_record_clash", "ID", theirs.ID, err)
		}
		out[theirs.ID] = merged
	}
	return out, nil
}

// evidence is how far each replica has come, as far as anything shows it: what
// is here, the writes in the bundle, and how far its sender says that he has
// seen each. The last is needed for a write that was replaced everywhere since:
// no copy of it travels any more.
func (d *Desk) evidence(b *bundle.Bundle) merge.Context {
	known := merge.Context(d.model.counters).Clone()
	see := func(replica merge.Replica, n uint64) { known[replica] = max(known[replica], n) }
	see(d.self.Replica, d.self.Counter)
	for replica, n := range b.Have {
		see(merge.Replica(replica), n)
	}
	for _, rec := range b.Records {
		for _, dot := range rec.Dots() {
			see(dot.Replica, dot.N)
		}
	}
	return known
}

// aside says why a record of a bundle is not taken in, "" if it is.
func (d *Desk) aside(theirs *merge.Record, known merge.Context) Aside {
	if _, damaged := d.model.damaged[theirs.ID]; damaged {
		return AsideDamaged
	}
	if len(theirs.Unbacked(known)) > 0 || merge.Contradict(d.model.record(theirs.ID), theirs) {
		return AsideClaim
	}
	return ""
}

func (d *Desk) hasImported(bundleID string) bool {
	found := false
	err := d.store.Scan(importedPrefix+bundleID, func(string, []byte) error {
		found = true
		return nil
	})
	return err == nil && found
}

func labelOf(rec *merge.Record) string {
	if value := decode(rec); value != nil {
		return value.Label()
	}
	return ""
}

func (d *Desk) previewItem(theirs, after *merge.Record, merged map[string]*merge.Record) PreviewItem {
	item := PreviewItem{ID: after.ID, Kind: plan.Kind(after.Kind), Label: labelOf(after)}
	mine := d.model.record(after.ID)
	trashed, contested := d.standingAfter(after, merged)
	item.binned = trashed
	var from *source
	if mine != nil {
		from = &source{desk: d, pair: pair{mine, theirs, after}}
	}
	for _, name := range fieldNames(after) {
		if f, changed := previewField(name, mine, theirs, after); changed {
			f.Differ = f.Differ && !trashed // what lies in the bin asks nobody
			f.from = from
			item.Fields = append(item.Fields, f)
		}
	}
	here := d.model.items[after.ID]
	item.New, item.TrashedHere, item.Contested = mine == nil, here != nil && here.trashed, contested
	item.Outcome = outcomeOf(here, after, trashed, contested, item.Fields)
	return item
}

// Needs says whether the record can't come without the field: it is not here
// yet, and would be nobody's or nameless.
func (item PreviewItem) Needs(field string) bool { return item.New && plan.Required(item.Kind, field) }

func previewField(name string, mine, theirs, merged *merge.Record) (PreviewField, bool) {
	f := PreviewField{
		Name: name, Mine: shownRaw(mine, name), Theirs: shownRaw(theirs, name),
		Differ: merged.Fields[name].Conflict(),
	}
	var before merge.Field
	if mine != nil {
		before = mine.Fields[name]
	}
	newConflict := f.Differ && !before.Conflict()
	return f, newConflict || !bytes.Equal(f.Mine, shownRaw(merged, name))
}

// standingAfter says how a record will stand, a visit with a look at its
// family; see model.judge.
func (d *Desk) standingAfter(rec *merge.Record, merged map[string]*merge.Record) (trashed, contested bool) {
	trashed, contested = rec.Trashed()
	if !trashed || rec.Kind != string(plan.KindVisit) {
		return trashed, contested
	}
	for id, it := range d.model.families[rec.ID] {
		if id != rec.ID && merged[id] == nil && !it.trashed {
			return false, true
		}
	}
	for id, other := range merged {
		if id == rec.ID || visitOf(other) != rec.ID {
			continue
		}
		if gone, _ := other.Trashed(); !gone {
			return false, true
		}
	}
	return true, false
}

func outcomeOf(mine *item, after *merge.Record, trashed, contested bool, fields []PreviewField) Outcome {
	if mine == nil {
		mine = &item{}
	}
	isNew := mine.rec == nil
	differ := slices.ContainsFunc(fields, func(f PreviewField) bool { return f.Differ })
	switch {
	case isNew && trashed && hollow(after):
		return Same // there is nothing to see of it, here or in the bin
	case trashed && !mine.trashed:
		return Removed
	case differ, contested && (len(fields) > 0 || !mine.contested):
		return Differing
	case isNew:
		return Added
	case len(fields) > 0 || trashed != mine.trashed:
		return Edited
	default:
		return Same
	}
}
