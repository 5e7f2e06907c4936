package desk

import (
	"bytes"
	"encoding/json"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// importState is what UndoImport needs of one record: its packed state before
// (null if it was not there) and after.
type importState struct {
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// importOps gives the operations of an import: its line in the register, and of
// each record what stands now, what takes it back, and a line of history. All of
// them are in memory until they are durable, since they are one transaction; so
// none of them takes more than its bytes.
func (d *Desk) importOps(tx *Tx, p *Preview, name string) ([]Op, error) {
	seen := ImportedBundle{
		Import: name, Bundle: p.Bundle.ID, From: p.Bundle.From.Name, Office: p.Bundle.From.Office,
		Seq: p.Bundle.Seq, At: tx.clock, Counts: p.Counts,
	}
	const others = 16 // the register, the step, the partner, the identity
	ops := append(make([]Op, 0, 3*len(p.changes)+others), seen.op())
	bases, entry := p.bases(), tx.importEntry("import", seen, name)
	var buf []byte
	for _, c := range p.changes {
		state, packed, err := packState(&buf, c)
		if err != nil {
			return nil, fault.New("fault.internal", err)
		}
		entry.tell(c.before, c.after)
		entry.Base = bases[c.after.ID]
		tx.self.Seq++
		buf = entry.appendJSON(buf[:0])
		ops = append(ops,
			Op{Key: recordKey(c.after), Value: packed},
			Op{Key: importPrefix + name + "/" + c.after.ID, Value: state},
			Op{Key: historyKey(c.after.ID, tx.self.Seq), Value: bytes.Clone(buf)})
	}
	return ops, nil
}

// packState writes the importState of a record. The record as it stands now is a
// part of it and shares its memory.
func packState(buf *[]byte, c *change) (state, now []byte, err error) {
	raw := append((*buf)[:0], `{"before":`...)
	if c.before == nil {
		raw = append(raw, "null"...)
	} else if raw, err = merge.AppendPack(raw, c.before); err != nil {
		return nil, nil, err
	}
	raw = append(raw, `,"after":`...)
	start := len(raw)
	if raw, err = merge.AppendPack(raw, c.after); err != nil {
		return nil, nil, err
	}
	*buf = append(raw, '}')
	state = bytes.Clone(*buf)
	end := len(state) - 1
	return state, state[start:end:end], nil
}

// importEntry is the line of history of an import, or of taking it back, which
// tell then completes for each record.
func (tx *Tx) importEntry(why string, b ImportedBundle, group string) *Entry {
	return &Entry{
		Clock: tx.clock, Author: tx.self.Author, Why: why, Group: group,
		From: b.From, Bundle: b.Bundle, Fields: map[string][2]json.RawMessage{},
	}
}

// tell puts into a line what has become of one record; either state may be nil.
func (e *Entry) tell(before, after *merge.Record) {
	clear(e.Fields)
	for _, rec := range []*merge.Record{before, after} {
		if rec == nil {
			continue
		}
		for name := range rec.Fields {
			was, now := shownRaw(before, name), shownRaw(after, name)
			if name != merge.DelField && !bytes.Equal(was, now) {
				e.Fields[name] = [2]json.RawMessage{was, now}
			}
		}
	}
	e.Was = wereOf(before, e.Fields)
}
