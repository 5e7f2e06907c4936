package desk

import (
	"bytes"
	"encoding/json"
	"slices"

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
)

// Preview is what an import would do, worked out on a copy. Nothing is written
// before Apply.
type Preview struct {
	Bundle  *bundle.Bundle
	Items   []PreviewItem
	Counts  map[Outcome]int
	Known   bool // this very bundle was imported before
	changes []*change
	// setBack says that the bundle holds writes of this installation which it
	// does not remember: the data folder was set back, and a new replica name
	// is minted before anything is written.
	setBack bool
}

// PreviewItem is what happens to one record.
type PreviewItem struct {
	ID      string
	Kind    plan.Kind
	Label   string
	Outcome Outcome
	Fields  []PreviewField
}

// PreviewField is one field of a record that changes: its value here, and in
// the bundle. Values are json; null where there is none.
type PreviewField struct {
	Name   string
	Mine   json.RawMessage
	Theirs json.RawMessage
	// Differ says that neither office knew of the other's value.
	Differ bool
}

// Preview merges a bundle into a copy and says, record by record and field by
// field, what would happen.
func (d *Desk) Preview(b *bundle.Bundle) (*Preview, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	p := &Preview{Bundle: b, Counts: map[Outcome]int{}}
	p.Known = d.hasImported(b.ID)
	for _, theirs := range b.Records {
		if theirs.MaxCounter(d.self.Replica) > d.self.Counter {
			p.setBack = true
		}
		var mine *merge.Record
		if it := d.model.items[theirs.ID]; it != nil {
			mine = it.rec
		}
		merged, err := mergeInto(mine, theirs)
		if err != nil {
			return nil, err
		}
		item := previewItem(mine, theirs, merged)
		p.Counts[item.Outcome]++
		p.Items = append(p.Items, item)
		if item.Outcome != Same || mine == nil || !merged.Equal(mine) {
			p.changes = append(p.changes, &change{before: mine, after: merged})
		}
	}
	return p, nil
}

func (d *Desk) hasImported(bundleID string) bool {
	raw, err := d.store.Get("b/" + bundleID)
	return err == nil && raw != nil
}

func mergeInto(mine, theirs *merge.Record) (*merge.Record, error) {
	if mine == nil {
		return theirs, nil
	}
	merged, err := merge.Merge(mine, theirs)
	if err != nil {
		return nil, fault.New("fault.bundle_record_clash", "ID", theirs.ID, err)
	}
	return merged, nil
}

func previewItem(mine, theirs, merged *merge.Record) PreviewItem {
	item := PreviewItem{ID: merged.ID, Kind: plan.Kind(merged.Kind), Outcome: Same}
	if value := decode(merged); value != nil {
		item.Label = value.Label()
	}
	for _, name := range fieldNames(merged) {
		if f, changed := previewField(name, mine, theirs, merged); changed {
			item.Fields = append(item.Fields, f)
		}
	}
	item.Outcome = outcomeOf(mine, merged, item.Fields)
	return item
}

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

func outcomeOf(mine, merged *merge.Record, fields []PreviewField) Outcome {
	trashed, contested := merged.Trashed()
	differ := contested
	for _, f := range fields {
		differ = differ || f.Differ
	}
	var wasTrashed bool
	if mine != nil {
		wasTrashed, _ = mine.Trashed()
	}
	switch {
	case mine != nil && trashed != wasTrashed && trashed:
		return Removed
	case differ && (len(fields) > 0 || contested):
		return Differing
	case mine == nil:
		return Added
	case len(fields) > 0 || trashed != wasTrashed:
		return Edited
	default:
		return Same
	}
}

// Report is what an import has done.
type Report struct {
	// Import names the import, to take it back with UndoImport.
	Import string
	Counts map[Outcome]int
	// Conflicts counts fields with different words on both sides, over all of
	// the bundle's records.
	Conflicts int
	// NewReplica says that this installation had been set back and goes on
	// under a new name.
	NewReplica bool
}

// Import reads a bundle in: one transaction, one step of undo.
func (d *Desk) Import(b *bundle.Bundle) (Report, error) {
	p, err := d.Preview(b)
	if err != nil {
		return Report{}, err
	}
	return d.Apply(p)
}

// importState is what UndoImport needs of one record: its packed state before
// (null if it was not there) and after.
type importState struct {
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// Apply carries out what a preview has shown. If something was changed since,
// the preview is made anew.
func (d *Desk) Apply(p *Preview) (Report, error) {
	d.writing.Lock()
	defer d.writing.Unlock()
	if d.outdated(p) {
		fresh, err := d.Preview(p.Bundle)
		if err != nil {
			return Report{}, err
		}
		p = fresh
	}
	report := Report{Counts: p.Counts, NewReplica: p.setBack}
	tx := d.begin()
	if p.setBack {
		tx.self.Replica, tx.self.Counter = d.opts.NewReplica(), 0
	}
	if len(p.changes) == 0 {
		report.Conflicts = conflictsIn(d, p)
		return report, nil
	}
	report.Import = hexKey(tx.self.Seq + 1)
	ops, err := d.importOps(tx, p, report.Import)
	if err != nil {
		return Report{}, err
	}
	s := &step{Group: report.Import, Why: "import", Clock: tx.clock, Import: report.Import}
	stepOps, steps := d.pushStep(s)
	ops = append(append(ops, stepOps...), d.identityOp(tx.self))
	if err := d.store.Commit(ops); err != nil {
		return Report{}, notSaved(err)
	}
	d.publish(after(p.changes), tx.self, steps)
	report.Conflicts = conflictsIn(d, p)
	return report, nil
}

func (d *Desk) outdated(p *Preview) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, c := range p.changes {
		var now *merge.Record
		if it := d.model.items[c.after.ID]; it != nil {
			now = it.rec
		}
		if now != c.before {
			return true
		}
	}
	return false
}

func after(changes []*change) []*merge.Record {
	out := make([]*merge.Record, len(changes))
	for i, c := range changes {
		out[i] = c.after
	}
	return out
}

func conflictsIn(d *Desk, p *Preview) int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	n := 0
	for _, rec := range p.Bundle.Records {
		if it := d.model.items[rec.ID]; it != nil {
			n += len(it.rec.Conflicts())
		}
	}
	return n
}

func (d *Desk) importOps(tx *Tx, p *Preview, name string) ([]Op, error) {
	var ops []Op
	for _, c := range p.changes {
		packed, err := merge.Pack(c.after)
		if err != nil {
			return nil, fault.New("fault.internal", err)
		}
		state := importState{Before: json.RawMessage("null"), After: packed}
		if c.before != nil {
			if state.Before, err = merge.Pack(c.before); err != nil {
				return nil, fault.New("fault.internal", err)
			}
		}
		raw, err := json.Marshal(state)
		if err != nil {
			return nil, fault.New("fault.internal", err)
		}
		tx.self.Seq++
		ops = append(ops,
			Op{Key: recordKey(c.after), Value: packed},
			Op{Key: "i/" + name + "/" + c.after.ID, Value: raw},
			entryOp(c.after.ID, tx.self.Seq, importEntry(tx, p, c, name)))
	}
	seen, err := json.Marshal(ImportedBundle{
		Import: name, Bundle: p.Bundle.ID, From: p.Bundle.From.Name, Office: p.Bundle.From.Office,
		Seq: p.Bundle.Seq, At: tx.clock, Counts: p.Counts,
	})
	if err != nil {
		return nil, fault.New("fault.internal", err)
	}
	return append(ops, Op{Key: "b/" + p.Bundle.ID, Value: seen}), nil
}

func importEntry(tx *Tx, p *Preview, c *change, group string) Entry {
	e := Entry{
		Clock: tx.clock, Author: tx.self.Author, Why: "import", Group: group,
		From: p.Bundle.From.Name, Bundle: p.Bundle.ID, Fields: map[string][2]json.RawMessage{},
	}
	for _, name := range fieldNames(c.after) {
		before, now := shownRaw(c.before, name), shownRaw(c.after, name)
		if !bytes.Equal(before, now) {
			e.Fields[name] = [2]json.RawMessage{before, now}
		}
	}
	return e
}

// ImportedBundle is one line of the register of bundles that were read in.
type ImportedBundle struct {
	Import string          `json:"import"`
	Bundle string          `json:"bundle"`
	From   string          `json:"from"`
	Office string          `json:"office"`
	Seq    int             `json:"seq"`
	At     merge.Clock     `json:"at"`
	Counts map[Outcome]int `json:"counts"`
	Undone bool            `json:"undone,omitempty"`
}

// Imports lists the bundles that were read in, newest first.
func (d *Desk) Imports() ([]ImportedBundle, error) {
	var out []ImportedBundle
	err := d.store.Scan("b/", func(_ string, value []byte) error {
		var one ImportedBundle
		if err := json.Unmarshal(bytes.Clone(value), &one); err != nil {
			return err
		}
		out = append(out, one)
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	slices.SortFunc(out, func(a, b ImportedBundle) int {
		return -bytes.Compare([]byte(a.At), []byte(b.At))
	})
	d.mu.RLock()
	defer d.mu.RUnlock()
	for i := range out {
		out[i].Undone = d.importUndone(out[i].Import)
	}
	return out, nil
}

func (d *Desk) importUndone(name string) bool {
	for _, s := range d.steps {
		if s.Import == name {
			return s.Undone
		}
	}
	return false
}

// UndoImport takes one import back, also when other changes came after it:
// each touched field that nobody has written since returns to the state of
// before, contexts included, so that importing again gives the same bytes.
// What was written since is kept and listed.
func (d *Desk) UndoImport(name string) ([]Skipped, error) {
	d.writing.Lock()
	defer d.writing.Unlock()
	for _, s := range d.steps {
		if s.Import == name && !s.Undone {
			return d.turnImport(s, false)
		}
	}
	return nil, fault.New("fault.import_not_undoable")
}

// turnImport swaps the touched records between their states before and after.
func (d *Desk) turnImport(s *step, redo bool) ([]Skipped, error) {
	tx := d.begin()
	var skipped []Skipped
	var ops []Op
	var records []*merge.Record
	var gone []string
	prefix := "i/" + s.Import + "/"
	err := d.store.Scan(prefix, func(key string, value []byte) error {
		from, to, err := turnStates(value, redo)
		if err != nil {
			return err
		}
		id := key[len(prefix):]
		now := tx.record(id)
		result, left := swap(now, from, to)
		for _, field := range left {
			skipped = append(skipped, Skipped{id, field})
		}
		switch {
		case result == nil && now != nil:
			gone = append(gone, id)
			ops = append(ops, Op{Key: recordKey(now)})
		case result != nil && result != now:
			packed, err := merge.Pack(result)
			if err != nil {
				return err
			}
			records = append(records, result)
			ops = append(ops, Op{Key: recordKey(result), Value: packed})
		}
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	turned := *s
	turned.Undone, turned.Clock = !redo, tx.clock
	ops = append(ops, turned.op(), d.identityOp(tx.self))
	if err := d.store.Commit(ops); err != nil {
		return nil, notSaved(err)
	}
	d.forget(gone)
	d.publish(records, tx.self, replaced(d.steps, &turned))
	return skipped, nil
}

func turnStates(value []byte, redo bool) (from, to *merge.Record, err error) {
	var state importState
	if err := json.Unmarshal(bytes.Clone(value), &state); err != nil {
		return nil, nil, err
	}
	before, err := unpackOrNil(state.Before)
	if err != nil {
		return nil, nil, err
	}
	after, err := unpackOrNil(state.After)
	if redo {
		return before, after, err
	}
	return after, before, err
}

func unpackOrNil(raw json.RawMessage) (*merge.Record, error) {
	if isNull(raw) {
		return nil, nil
	}
	own := merge.Unpacker{Own: true}
	return own.Unpack(raw)
}

// swap brings a record from one state to the other, field by field; a field
// that is no longer as in from is left and named. The result is nil where
// nothing of the record remains.
func swap(now, from, to *merge.Record) (result *merge.Record, left []string) {
	if now == nil {
		if from == nil {
			return to, nil
		}
		return nil, []string{""}
	}
	if from != nil && now.Equal(from) {
		return to, nil
	}
	next := *now
	next.Fields = map[string]merge.Field{}
	for name := range fieldsOfAll(now, from, to) {
		f, there := fieldIn(now, name)
		was, wasThere := fieldIn(from, name)
		wanted, wantedThere := fieldIn(to, name)
		switch {
		case there == wasThere && f.Equal(was):
			if wantedThere {
				next.Fields[name] = wanted
			}
		case there:
			next.Fields[name] = f
			if wasThere != wantedThere || !was.Equal(wanted) {
				left = append(left, name)
			}
		}
	}
	if to == nil && len(next.Fields) == 0 {
		return nil, nil
	}
	slices.Sort(left)
	return &next, left
}

func fieldsOfAll(records ...*merge.Record) map[string]bool {
	names := map[string]bool{}
	for _, rec := range records {
		if rec == nil {
			continue
		}
		for name := range rec.Fields {
			names[name] = true
		}
	}
	return names
}

func fieldIn(rec *merge.Record, name string) (merge.Field, bool) {
	if rec == nil {
		return merge.Field{}, false
	}
	f, ok := rec.Fields[name]
	return f, ok
}

func (d *Desk) forget(ids []string) {
	d.mu.Lock()
	for _, id := range ids {
		d.model.remove(id)
	}
	d.mu.Unlock()
	d.finder.update(d, ids)
	if len(ids) > 0 {
		d.Signals.Changed.emit(Changed{IDs: ids, Kinds: map[plan.Kind]bool{}, Visits: map[string]bool{}})
	}
}
