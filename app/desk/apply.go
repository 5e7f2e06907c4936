package desk

import (
	"bytes"
	"encoding/json"
	"time"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

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
	// Aside are the records that were not taken in.
	Aside []PreviewItem
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
		fresh.TrustNewKey, fresh.Quiet = p.TrustNewKey, p.Quiet
		p = fresh
	}
	if err := p.admit(); err != nil {
		return Report{}, err
	}
	heard, err := d.heardOps(p)
	if err != nil {
		return Report{}, err
	}
	report := p.report()
	if len(p.changes) == 0 {
		return report, d.hearOnly(heard)
	}
	if err := d.backUpFor(p); err != nil {
		return Report{}, err
	}
	tx := d.begin()
	if p.SetBack {
		tx.self.Replica, tx.self.Counter = d.opts.NewReplica(), 0
	}
	report.Import = hexKey(tx.self.Seq + 1)
	ops, err := d.importOps(tx, p, report.Import)
	if err != nil {
		return Report{}, err
	}
	tx.hear(p.changes)
	s := &step{Group: report.Import, Why: "import", Clock: tx.clock, Import: report.Import, Quiet: p.Quiet}
	stepOps, steps := d.pushStep(s, tx)
	quietOps, steps, err := d.forgetQuiet(steps)
	if err != nil {
		return Report{}, err
	}
	stepOps = append(stepOps, quietOps...)
	ops = append(append(append(ops, stepOps...), heard...), d.identityOp(tx.self))
	if err := d.store.Commit(ops); err != nil {
		return Report{}, notSaved(err)
	}
	d.publish(after(p.changes), tx.self, steps)
	return report, nil
}

func (p *Preview) report() Report {
	r := Report{Counts: p.Counts, Conflicts: p.Conflicts, NewReplica: p.SetBack && len(p.changes) > 0}
	for _, item := range p.Items {
		if item.Outcome == SetAside {
			r.Aside = append(r.Aside, item)
		}
	}
	return r
}

// mostAhead is how far before our own the clock of another office may go and
// still be followed: offices were tried with clocks that are wrong by three
// days. One that is years ahead would spoil every date written here after it.
const mostAhead = 72 * time.Hour

// hear sets the clock on by what has come, so that an edit made after reading
// somebody's write is ordered after it.
func (tx *Tx) hear(changes []*change) {
	latest := merge.NextClock(tx.clock.Time().Add(mostAhead), "")
	for _, c := range changes {
		for _, f := range c.after.Fields {
			for _, v := range f.Values {
				if v.Clock <= latest {
					tx.self.Clock = max(tx.self.Clock, v.Clock)
				}
			}
		}
	}
}

func (d *Desk) outdated(p *Preview) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, c := range p.changes {
		if d.model.record(c.after.ID) != c.before {
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

func (d *Desk) importOps(tx *Tx, p *Preview, name string) ([]Op, error) {
	seen := ImportedBundle{
		Import: name, Bundle: p.Bundle.ID, From: p.Bundle.From.Name, Office: p.Bundle.From.Office,
		Seq: p.Bundle.Seq, At: tx.clock, Counts: p.Counts,
	}
	ops := []Op{seen.op()}
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
		tx.self.Seq++
		ops = append(ops,
			Op{Key: recordKey(c.after), Value: packed},
			Op{Key: importPrefix + name + "/" + c.after.ID, Value: mustJSON(state)},
			entryOp(c.after.ID, tx.self.Seq, tx.importEntry("import", seen, name, c.before, c.after)))
	}
	return ops, nil
}

// importEntry is the line of history of what an import, or taking it back, has
// done to one record; either state may be nil.
func (tx *Tx) importEntry(why string, b ImportedBundle, group string, before, after *merge.Record) Entry {
	e := Entry{
		Clock: tx.clock, Author: tx.self.Author, Why: why, Group: group,
		From: b.From, Bundle: b.Bundle, Fields: map[string][2]json.RawMessage{},
	}
	for name := range fieldsOfAll(before, after) {
		was, now := shownRaw(before, name), shownRaw(after, name)
		if name != merge.DelField && !bytes.Equal(was, now) {
			e.Fields[name] = [2]json.RawMessage{was, now}
		}
	}
	return e
}
