package desk

import (
	"bytes"
	"encoding/json"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/cores"
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
	Outcome Outcome
	// Aside is why the record is not taken in, "" for one that is.
	Aside Aside
	// New says that the record is not here yet, Ours that another office has
	// edited what ours decides about.
	New, Ours bool
	// Contested says that one side has deleted the record and the other has
	// written to it, so that it asks; TrashedHere that it lies in our bin.
	Contested, TrashedHere bool

	binned bool // will lie in the bin
	open   int  // fields that will ask for a choice
	pair   *pair
	fields []PreviewField // that change, of a record that is here
}

// Label is the words by which a person knows the record.
func (item PreviewItem) Label() string {
	switch {
	case item.pair == nil:
		return ""
	case item.pair.after == nil:
		return labelOf(item.pair.theirs)
	}
	return labelOf(item.pair.after)
}

// Fields are the fields that change. Those of a record that is not here yet are
// put together when they are asked for: bundles are long, and there is nothing
// to compare.
func (item PreviewItem) Fields() []PreviewField {
	if !item.New {
		return item.fields
	}
	return item.changedFields(nil)
}

// changedFields compares a record as it is, as it came, and as it will stand.
func (item PreviewItem) changedFields(from *source) []PreviewField {
	var out []PreviewField
	for _, name := range fieldNames(item.pair.after) {
		if f, changed := previewField(name, item.pair); changed {
			f.Differ = f.Differ && !item.binned // what lies in the bin asks nobody
			f.from = from
			out = append(out, f)
		}
	}
	return out
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
	if err := p.mergeAll(d, records, d.evidence(b)); err != nil {
		return nil, err
	}
	p.show(d, b)
	p.changes = make([]*change, 0, len(records))
	for i, item := range p.Items {
		p.Counts[item.Outcome]++
		p.Conflicts += item.open
		if pr := &p.pairs[i]; pr.after != nil && pr.after != pr.mine { // Merge gives what is here where nothing is added
			p.changes = append(p.changes, &change{before: pr.mine, after: pr.after})
		}
	}
	return p, nil
}

// show says of each record what would happen to it.
func (p *Preview) show(d *Desk, b *bundle.Bundle) {
	merged := p.merged()
	var setBack atomic.Bool
	_, _ = cores.Spread(len(p.pairs), func(from, to int) (int, error) {
		for i := from; i < to; i++ {
			pr, item := &p.pairs[i], &p.Items[i]
			if pr.after == nil {
				*item = PreviewItem{ID: pr.theirs.ID, Kind: plan.Kind(pr.theirs.Kind), Outcome: SetAside, Aside: item.Aside, pair: pr}
				continue
			}
			*item = d.previewItem(pr, merged)
			item.Ours = d.proposes(b, pr.mine, *item)
			if pr.theirs.MaxCounter(d.self.Replica) > d.self.Counter {
				setBack.Store(true)
			}
		}
		return to, nil
	})
	p.SetBack = setBack.Load()
}

func (p *Preview) add(item PreviewItem) {
	p.Counts[item.Outcome]++
	p.Items = append(p.Items, item)
}

// mergeAll merges each record that is not set aside, and says why of those that
// are.
func (p *Preview) mergeAll(d *Desk, records []*merge.Record, known merge.Context) error {
	p.pairs, p.Items = make([]pair, len(records)), make([]PreviewItem, len(records))
	_, err := cores.Spread(len(records), func(from, to int) (int, error) {
		for i := from; i < to; i++ {
			pr := pair{mine: d.model.record(records[i].ID), theirs: records[i]}
			if p.Items[i].Aside = d.aside(pr.theirs, known); p.Items[i].Aside == "" {
				merged, err := merge.Merge(pr.mine, pr.theirs)
				switch {
				case merged != pr.mine && merge.Contradict(pr.mine, pr.theirs):
					p.Items[i].Aside = AsideClaim
				case err != nil:
					return i, fault.New("fault.bundle_record_clash", "ID", pr.theirs.ID, err)
				default:
					pr.after = merged
				}
			}
			p.pairs[i] = pr
		}
		return to, nil
	})
	return err
}

// merged gives the merged records by id, to whoever asks: it is asked about
// visits that were deleted only.
func (p *Preview) merged() func() map[string]*merge.Record {
	return sync.OnceValue(func() map[string]*merge.Record {
		out := make(map[string]*merge.Record, len(p.pairs))
		for _, pr := range p.pairs {
			if pr.after != nil {
				out[pr.after.ID] = pr.after
			}
		}
		return out
	})
}

// evidence is how far each replica has come, as far as anything shows it: what
// is here, the writes in the bundle, and how far its sender says that he has
// seen each. The last is needed for a write that was replaced everywhere since:
// no copy of it travels any more.
func (d *Desk) evidence(b *bundle.Bundle) merge.Context {
	known := d.model.counters.Clone()
	see := func(replica merge.Replica, n uint64) { known[replica] = max(known[replica], n) }
	see(d.self.Replica, d.self.Counter)
	for replica, n := range b.Have {
		see(merge.Replica(replica), n)
	}
	for _, rec := range b.Records {
		for _, f := range rec.Fields {
			for _, v := range f.Values {
				see(v.Dot.Replica, v.Dot.N)
			}
		}
	}
	return known
}

// aside says why a record of a bundle is not even merged, "" if it is.
func (d *Desk) aside(theirs *merge.Record, known merge.Context) Aside {
	if _, damaged := d.model.damaged[theirs.ID]; damaged {
		return AsideDamaged
	}
	if len(theirs.Unbacked(known)) > 0 {
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

func (d *Desk) previewItem(pr *pair, merged func() map[string]*merge.Record) PreviewItem {
	after := pr.after
	here := d.model.items[after.ID]
	if here == nil {
		here = &item{}
	}
	item := PreviewItem{ID: after.ID, Kind: plan.Kind(after.Kind), pair: pr, New: pr.mine == nil, TrashedHere: here.trashed}
	item.binned, item.Contested = d.standingAfter(after, merged)
	if !item.binned { // what lies in the bin asks nobody
		item.open = countConflicts(after)
	}
	if pr.mine != nil && after != pr.mine {
		item.fields = item.changedFields(&source{desk: d, pair: *pr})
	}
	item.Outcome = item.outcome(here)
	return item
}

// Needs says whether the record can't come without the field: it is not here
// yet, and would be nobody's or nameless.
func (item PreviewItem) Needs(field string) bool { return item.New && plan.Required(item.Kind, field) }

func previewField(name string, pr *pair) (PreviewField, bool) {
	before, _ := fieldIn(pr.mine, name)
	after := pr.after.Fields[name]
	differ, mine := after.Conflict(), orNull(before.Shown().JSON)
	newConflict := differ && !before.Conflict()
	if !newConflict && bytes.Equal(mine, orNull(after.Shown().JSON)) {
		return PreviewField{}, false
	}
	return PreviewField{Name: name, Mine: mine, Theirs: shownRaw(pr.theirs, name), Differ: differ}, true
}

// standingAfter says how a record will stand, a visit with a look at its
// family; see model.judge.
func (d *Desk) standingAfter(rec *merge.Record, merged func() map[string]*merge.Record) (trashed, contested bool) {
	trashed, contested = rec.Trashed()
	if !trashed || rec.Kind != string(plan.KindVisit) {
		return trashed, contested
	}
	for id, it := range d.model.families[rec.ID] {
		if id != rec.ID && merged()[id] == nil && !it.trashed {
			return false, true
		}
	}
	for id, other := range merged() {
		if id == rec.ID || visitOf(other) != rec.ID {
			continue
		}
		if gone, _ := other.Trashed(); !gone {
			return false, true
		}
	}
	return true, false
}

// outcome says what happens to a record that stands here as it does, with
// nothing in it for one that is not here.
func (item PreviewItem) outcome(here *item) Outcome {
	differ := item.New && item.open > 0 || slices.ContainsFunc(item.fields, func(f PreviewField) bool { return f.Differ })
	changed := item.New || len(item.fields) > 0
	switch {
	case item.New && item.binned && hollow(item.pair.after):
		return Same // there is nothing to see of it, here or in the bin
	case item.binned && !here.trashed:
		return Removed
	case differ, item.Contested && (changed || !here.contested):
		return Differing
	case item.New:
		return Added
	case changed || item.binned != here.trashed:
		return Edited
	default:
		return Same
	}
}
