package desk

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Entry is one line in the history of a record.
type Entry struct {
	// Seq numbers the changes of this data folder, in the order in which they
	// were made here.
	Seq    uint64      `json:"-"`
	ID     string      `json:"-"`
	Clock  merge.Clock `json:"t"`
	Author string      `json:"a"`
	// Why is the kind of change: create, edit, delete, restore, undo, redo,
	// import, undo_import.
	Why   string `json:"op"`
	Group string `json:"tx"`
	// Fields gives, for each changed field, what it was and what it became;
	// null where there was or is nothing.
	Fields map[string][2]json.RawMessage `json:"f,omitempty"`
	// Was names the writes that stood in these fields before, where there were
	// any, and Base gives what both offices had in a field on which an import
	// has made them differ, where it is known: by these the review of an import
	// says from where two values come.
	Was  map[string]merge.Dot       `json:"was,omitempty"`
	Base map[string]json.RawMessage `json:"base,omitempty"`
	// From names the office whose bundle brought the change, and Bundle is
	// the bundle's id.
	From   string `json:"from,omitempty"`
	Bundle string `json:"bundle,omitempty"`
	// AsOf is the state from which a paper was made, in the note of its print:
	// what came between that and the note did not stand on it.
	AsOf *asOf `json:"asof,omitempty"`
}

// At is the moment of the change on the clock of whoever made it.
func (e Entry) At() time.Time { return e.Clock.Time() }

// commit writes the changes of a transaction with their history and undo step,
// and publishes them once they are durable.
func (d *Desk) commit(tx *Tx, step Step) error {
	tx.dropUnchanged()
	if len(tx.order) == 0 {
		return nil
	}
	group := hexKey(tx.self.Seq + 1)
	var ops []Op
	for _, id := range tx.order {
		c := tx.changed[id]
		packed, err := merge.Pack(c.after)
		if err != nil {
			return fault.New("fault.internal", err)
		}
		ops = append(ops, Op{Key: recordKey(c.after), Value: packed}, tx.historyOp(id, c, step, group))
	}
	steps := d.steps
	if !step.NoUndo {
		var stepOps []Op
		stepOps, steps = d.pushStep(stepOf(tx, step, group), tx)
		ops = append(ops, stepOps...)
	}
	ops = append(ops, d.identityOp(tx.self))
	if err := d.store.Commit(ops); err != nil {
		return notSaved(err)
	}
	d.publish(tx.records(), tx.self, steps)
	return nil
}

// notSaved keeps a fault of the store as it is and wraps anything else.
func notSaved(err error) error {
	if fault.KeyOf(err) != "" {
		return err
	}
	return fault.New("fault.not_saved", err)
}

// dropUnchanged forgets records that ended as they began.
func (tx *Tx) dropUnchanged() {
	kept := tx.order[:0]
	for _, id := range tx.order {
		if c := tx.changed[id]; c.after != c.before {
			kept = append(kept, id)
		}
	}
	tx.order = kept
}

func (tx *Tx) records() []*merge.Record {
	out := make([]*merge.Record, 0, len(tx.order))
	for _, id := range tx.order {
		out = append(out, tx.changed[id].after)
	}
	return out
}

// publish makes the new state visible and tells the listeners.
func (d *Desk) publish(records []*merge.Record, self identity, steps []*step) {
	told := Changed{Kinds: map[plan.Kind]bool{}, Visits: map[string]bool{}}
	d.mu.Lock()
	d.model.makeRoom(len(records))
	for _, rec := range records {
		told.add(rec)
		told.turned(d.model.put(rec))
	}
	d.self, d.steps = self, steps
	for _, s := range steps {
		d.stepSeq = max(d.stepSeq, s.Seq)
	}
	d.mu.Unlock()
	d.finder.update(d, told.IDs)
	d.Signals.Changed.emit(told)
}

func (c *Changed) add(rec *merge.Record) {
	c.IDs = append(c.IDs, rec.ID)
	c.Kinds[plan.Kind(rec.Kind)] = true
	if visit := visitOf(rec); visit != "" {
		c.Visits[visit] = true
	}
}

// turned adds visits that a change in their family brings to the bin or back.
func (c *Changed) turned(visits []string) {
	for _, visit := range visits {
		if !slices.Contains(c.IDs, visit) {
			c.IDs = append(c.IDs, visit)
		}
		c.Kinds[plan.KindVisit], c.Visits[visit] = true, true
	}
}

func (tx *Tx) historyOp(id string, c *change, step Step, group string) Op {
	e := Entry{Clock: tx.clock, Author: tx.self.Author, Why: whyOf(c, step.Why), Group: group, AsOf: step.asOf}
	e.Fields = map[string][2]json.RawMessage{}
	for _, name := range c.fields {
		e.Fields[name] = [2]json.RawMessage{shownRaw(c.before, name), shownRaw(c.after, name)}
	}
	e.Was = wereOf(c.before, e.Fields)
	tx.self.Seq++
	return entryOp(id, tx.self.Seq, &e)
}

func entryOp(id string, seq uint64, e *Entry) Op {
	return Op{Key: historyKey(id, seq), Value: e.appendJSON(nil)}
}

// whyOf names what happened to one record of a transaction.
func whyOf(c *change, why string) string {
	switch {
	case why == "undo" || why == "redo":
		return why
	case c.created:
		return "create"
	case c.deleted:
		return "delete"
	case c.revived:
		return "restore"
	default:
		return cmpOr(why, "edit")
	}
}

func shownRaw(rec *merge.Record, name string) json.RawMessage {
	if rec == nil {
		return json.RawMessage("null")
	}
	f, ok := rec.Fields[name]
	if !ok {
		return json.RawMessage("null")
	}
	return json.RawMessage(orNull(f.Shown().JSON))
}

// History lists the changes of a record, newest first.
func (d *Desk) History(id string) ([]Entry, error) {
	var out []Entry
	prefix := historyPrefix + id + "/"
	err := d.store.Scan(prefix, func(key string, value []byte) error {
		if e, err := entryFrom(key[len(prefix):], id, value); err == nil { // Check names one that is damaged
			out = append(out, e)
		}
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	slices.Reverse(out)
	return out, nil
}

// VisitHistory lists the changes of a visit and of all that belongs to it,
// newest first, at most limit.
func (d *Desk) VisitHistory(visit string, limit int) ([]Entry, error) {
	var out []Entry
	for _, it := range d.members(visit) {
		entries, err := d.History(it.rec.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, entries...)
	}
	sortNewest(out)
	return out[:min(limit, len(out))], nil
}

func entryFrom(seq, id string, value []byte) (Entry, error) {
	e := Entry{ID: id}
	if err := json.Unmarshal(bytes.Clone(value), &e); err != nil {
		return e, err
	}
	n, err := parseHex(seq)
	e.Seq = n
	return e, err
}
