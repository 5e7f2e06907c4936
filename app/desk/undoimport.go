package desk

import (
	"bytes"
	"encoding/json"
	"slices"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

const importPrefix = "i/"

// UndoImport takes one import back, also when other changes came after it:
// each touched field that nobody has written since returns to the state of
// before, contexts included, so that importing again gives the same bytes.
// What was written since is kept and listed.
//
// An import that is the last step is taken back as Undo does it, and Redo does
// it again. One under later steps leaves the stack: redo walks the steps that
// undo turned, and no others.
func (d *Desk) UndoImport(name string) ([]Skipped, error) {
	d.writing.Lock()
	defer d.writing.Unlock()
	for _, s := range d.steps {
		if s.Import == name && !s.Undone {
			return d.turnImport(s, false, d.lastStep(false) != s)
		}
	}
	return nil, fault.New("fault.import_not_undoable")
}

// turned is what taking an import back, or doing it again, makes of one record.
type turned struct {
	id          string
	now, result *merge.Record // nil: not here
	left        []string      // fields that stay as they are, for somebody has written them since
}

// turnImport swaps the touched records between their states before and after.
func (d *Desk) turnImport(s *step, redo, withdraw bool) ([]Skipped, error) {
	tx := d.begin()
	all, err := tx.turnStates(s.Import, redo)
	if err != nil {
		return nil, err
	}
	tx.keepNeeded(all)
	bundle, found, err := d.imported(s.Import)
	if err != nil {
		return nil, err
	}
	ops, records, gone, err := tx.turnOps(all, bundle, s.Group, redo)
	if err != nil {
		return nil, err
	}
	if found {
		bundle.Undone = !redo
		ops = append(ops, bundle.op())
	}
	steps := slices.Clone(d.steps)
	if withdraw {
		steps = slices.DeleteFunc(steps, func(one *step) bool { return one == s })
		ops = append(ops, Op{Key: stepKey(s.Seq)})
		for _, t := range all {
			ops = append(ops, Op{Key: importPrefix + s.Import + "/" + t.id}) // nothing reaches it any more
		}
	} else {
		done := *s
		done.Undone, done.Clock = !redo, tx.clock
		steps = replaced(steps, &done)
		ops = append(ops, done.op())
	}
	if err := d.store.Commit(append(ops, d.identityOp(tx.self))); err != nil {
		return nil, notSaved(err)
	}
	d.forget(gone)
	d.publish(records, tx.self, steps)
	return skippedOf(all), nil
}

func skippedOf(all []*turned) []Skipped {
	var out []Skipped
	for _, t := range all {
		for _, field := range t.left {
			out = append(out, Skipped{t.id, field})
		}
	}
	return out
}

// turnStates works out what becomes of each record that an import touched.
func (tx *Tx) turnStates(name string, redo bool) ([]*turned, error) {
	var all []*turned
	prefix := importPrefix + name + "/"
	err := tx.d.store.Scan(prefix, func(key string, value []byte) error {
		from, to, err := turnState(value, redo)
		if err != nil {
			return err
		}
		t := &turned{id: key[len(prefix):]}
		t.now = tx.record(t.id)
		t.result, t.left = swap(t.now, from, to)
		all = append(all, t)
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	return all, nil
}

func turnState(value []byte, redo bool) (from, to *merge.Record, err error) {
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

// keepNeeded keeps whole what would go while a record that stays points to it:
// a topic that was added here since keeps its visit, a visit its localities.
func (tx *Tx) keepNeeded(all []*turned) {
	going, after := map[string]*turned{}, map[string]*merge.Record{}
	for _, t := range all {
		switch {
		case t.result == nil && t.now != nil:
			going[t.id] = t
		case t.result != nil:
			after[t.id] = t.result
		}
	}
	if len(going) == 0 {
		return
	}
	var keep func(*item)
	keep = func(it *item) {
		for _, ref := range append(refsOf(it), it.visit) {
			if t := going[ref]; t != nil && ref != it.rec.ID {
				delete(going, ref)
				t.result, t.left = t.now, writtenFields(t.now)
				keep(newItem(t.now))
			}
		}
	}
	for _, it := range tx.d.everything() {
		switch rec := after[it.rec.ID]; {
		case going[it.rec.ID] != nil:
		case rec != nil:
			keep(newItem(rec))
		default:
			keep(it)
		}
	}
}

func (d *Desk) everything() []*item {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return values(d.model.items)
}

// turnOps gives the operations that bring the records to their results, with a
// line of history for each that changes.
func (tx *Tx) turnOps(all []*turned, b ImportedBundle, group string, redo bool) (ops []Op, records []*merge.Record, gone []string, err error) {
	why := "undo_import"
	if redo {
		why = "redo"
	}
	entry := tx.importEntry(why, b, group)
	for _, t := range all {
		if t.result == t.now {
			continue
		}
		if t.result == nil {
			gone = append(gone, t.id)
			ops = append(ops, Op{Key: recordKey(t.now)})
		} else {
			packed, err := merge.Pack(t.result)
			if err != nil {
				return nil, nil, nil, fault.New("fault.internal", err)
			}
			records = append(records, t.result)
			ops = append(ops, Op{Key: recordKey(t.result), Value: packed})
		}
		tx.self.Seq++
		entry.tell(t.now, t.result)
		ops = append(ops, entryOp(t.id, tx.self.Seq, entry))
	}
	return ops, records, gone, nil
}

// forget takes records out of memory that are not kept any more.
func (d *Desk) forget(ids []string) {
	told := Changed{IDs: ids, Kinds: map[plan.Kind]bool{}, Visits: map[string]bool{}}
	d.mu.Lock()
	for _, id := range ids {
		if it := d.model.items[id]; it != nil {
			told.Kinds[plan.Kind(it.rec.Kind)] = true
		}
		told.turned(d.model.remove(id))
	}
	d.mu.Unlock()
	d.finder.update(d, told.IDs)
	if len(told.IDs) > 0 {
		d.Signals.Changed.emit(told)
	}
}
