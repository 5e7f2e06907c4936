package desk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strconv"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// maxSteps is how many steps can be taken back.
const maxSteps = 200

// step is one entry of the undo stack. It survives a restart.
type step struct {
	Seq    uint64      `json:"-"`
	Group  string      `json:"tx"`
	Why    string      `json:"op"`
	Clock  merge.Clock `json:"t"`
	Undone bool        `json:"undone,omitempty"`
	Writes []write     `json:"w,omitempty"`
	// Created, Deleted and Revived are records that came, went to the bin, or
	// came back from it.
	Created []string `json:"created,omitempty"`
	Deleted []string `json:"deleted,omitempty"`
	Revived []string `json:"revived,omitempty"`
	// Import is set where the step is a whole import.
	Import string `json:"import,omitempty"`

	join string
}

// write is one field of one record: its value on the other side of the step,
// the dot that must still stand there for the step to be taken, and the dot
// that stood on the other side.
type write struct {
	ID    string          `json:"id"`
	Field string          `json:"f"`
	Other json.RawMessage `json:"v"`
	Dot   merge.Dot       `json:"d"`
	Was   *merge.Dot      `json:"w,omitempty"`
}

// place is one write of one field.
type place struct {
	id, field string
	dot       merge.Dot
}

// Skipped is a field that an undo left alone, because somebody has changed it
// since.
type Skipped struct {
	ID    string
	Field string
}

const stepPrefix = "u/"

func stepKey(seq uint64) string { return stepPrefix + hexKey(seq) }

func loadSteps(store Store) ([]*step, error) {
	var out []*step
	err := store.Scan(stepPrefix, func(key string, value []byte) error {
		s := &step{}
		if err := json.Unmarshal(bytes.Clone(value), s); err != nil {
			return err
		}
		seq, err := parseHex(key[len(stepPrefix):])
		s.Seq = seq
		out = append(out, s)
		return err
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	return out, nil
}

func parseHex(s string) (uint64, error) { return strconv.ParseUint(s, 16, 64) }

func sortNewest(entries []Entry) {
	slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(b.Seq, a.Seq) })
}

// stepOf describes how to take a transaction back.
func (d *Desk) stepOf(tx *Tx, st Step, group string) *step {
	s := &step{Group: group, Why: st.Why, Clock: tx.clock, join: st.Join}
	for _, id := range tx.order {
		c := tx.changed[id]
		switch {
		case c.created:
			s.Created = append(s.Created, id)
			continue // its fields go and come with it
		case c.deleted:
			s.Deleted = append(s.Deleted, id)
		case c.revived:
			s.Revived = append(s.Revived, id)
		}
		for _, name := range c.fields {
			s.Writes = append(s.Writes, write{id, name, shownRaw(c.before, name), dotOf(c.after, name), wasDot(c.before, name)})
		}
	}
	return s
}

func dotOf(rec *merge.Record, field string) merge.Dot { return rec.Fields[field].Shown().Dot }

func wasDot(rec *merge.Record, field string) *merge.Dot {
	if rec == nil || len(rec.Fields[field].Values) == 0 {
		return nil
	}
	dot := dotOf(rec, field)
	return &dot
}

// pushStep puts a step on the stack: steps that were undone are forgotten, the
// oldest beyond the limit too, and a step of the same visit to a field is
// widened instead.
func (d *Desk) pushStep(s *step) ([]Op, []*step) {
	var ops []Op
	var kept []*step
	for _, old := range d.steps {
		if old.Undone {
			ops = append(ops, Op{Key: stepKey(old.Seq)})
		} else {
			kept = append(kept, old)
		}
	}
	if n := len(kept); n > 0 && s.join != "" && kept[n-1].join == s.join {
		joined := kept[n-1].widen(s)
		kept = append(slices.Clone(kept[:n-1]), joined)
		return append(ops, joined.op()), kept
	}
	s.Seq = 1
	if n := len(d.steps); n > 0 {
		s.Seq = d.steps[n-1].Seq + 1
	}
	kept = append(kept, s)
	for len(kept) > maxSteps {
		ops = append(ops, Op{Key: stepKey(kept[0].Seq)})
		kept = kept[1:]
	}
	return append(ops, s.op()), kept
}

func (s *step) op() Op {
	raw, err := json.Marshal(s)
	if err != nil {
		panic(err) // raw messages are valid json and the rest is text
	}
	return Op{Key: stepKey(s.Seq), Value: raw}
}

// widen gives the step that takes back both s and what came after it.
func (s *step) widen(later *step) *step {
	out := *s
	out.Clock = later.Clock
	out.Writes = slices.Clone(s.Writes)
	for _, w := range later.Writes {
		i := slices.IndexFunc(out.Writes, func(old write) bool { return old.ID == w.ID && old.Field == w.Field })
		switch {
		case slices.Contains(out.Created, w.ID):
		case i >= 0:
			out.Writes[i].Dot = w.Dot
		default:
			out.Writes = append(out.Writes, w)
		}
	}
	out.Created = append(slices.Clone(s.Created), later.Created...)
	out.Deleted = append(slices.Clone(s.Deleted), later.Deleted...)
	out.Revived = append(slices.Clone(s.Revived), later.Revived...)
	return &out
}

// CanUndo says whether there is a step to take back, and of which kind.
func (d *Desk) CanUndo() (why string, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if s := d.lastStep(false); s != nil {
		return s.Why, true
	}
	return "", false
}

// CanRedo says whether there is a step to do again, and of which kind.
func (d *Desk) CanRedo() (why string, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if s := d.lastStep(true); s != nil {
		return s.Why, true
	}
	return "", false
}

// lastStep is the step that undo takes next, or redo does next.
func (d *Desk) lastStep(undone bool) *step {
	for i := len(d.steps) - 1; i >= 0; i-- {
		s := d.steps[i]
		if !s.Undone && undone {
			return next(d.steps, i)
		}
		if !s.Undone {
			return s
		}
	}
	if undone && len(d.steps) > 0 {
		return d.steps[0]
	}
	return nil
}

func next(steps []*step, i int) *step {
	if i+1 < len(steps) {
		return steps[i+1]
	}
	return nil
}

// Undo takes the last step back: new writes of the old values, or the whole
// import. What somebody has changed since is left alone and listed.
func (d *Desk) Undo() ([]Skipped, error) { return d.turn(false) }

// Redo does again the step that was undone last.
func (d *Desk) Redo() ([]Skipped, error) { return d.turn(true) }

func (d *Desk) turn(redo bool) ([]Skipped, error) {
	d.writing.Lock()
	defer d.writing.Unlock()
	s := d.lastStep(redo)
	switch {
	case s == nil && redo:
		return nil, fault.New("fault.nothing_to_redo")
	case s == nil:
		return nil, fault.New("fault.nothing_to_undo")
	case s.Import != "":
		return d.turnImport(s, redo)
	}
	return d.turnStep(s, redo)
}

func (d *Desk) turnStep(s *step, redo bool) ([]Skipped, error) {
	tx := d.begin()
	skipped := tx.turnFamily(s, redo)
	turned := *s
	turned.Undone, turned.join, turned.Clock = !redo, "", tx.clock
	turned.Writes = nil
	renewed := map[place]merge.Dot{}
	for _, w := range s.Writes {
		back, ok := tx.turnWrite(w)
		switch {
		case !ok:
			skipped = append(skipped, Skipped{w.ID, w.Field})
		case w.Was != nil:
			renewed[place{w.ID, w.Field, *w.Was}] = back.Dot
		}
		turned.Writes = append(turned.Writes, back)
	}
	why := "undo"
	if redo {
		why = "redo"
	}
	return skipped, d.commitTurn(tx, &turned, renewed, why)
}

// renew gives the steps in which a write that was undone and done again under a
// new dot is known by that dot, so that the steps before and after it still
// recognise their values; and the operations that keep them.
func renew(steps []*step, renewed map[place]merge.Dot) ([]*step, []Op) {
	out := slices.Clone(steps)
	var ops []Op
	for i, s := range out {
		fresh, changed := *s, false
		fresh.Writes = slices.Clone(s.Writes)
		for j, w := range fresh.Writes {
			if dot, ok := renewed[place{w.ID, w.Field, w.Dot}]; ok {
				fresh.Writes[j].Dot, changed = dot, true
			}
			if w.Was == nil {
				continue
			}
			if dot, ok := renewed[place{w.ID, w.Field, *w.Was}]; ok {
				fresh.Writes[j].Was, changed = &dot, true
			}
		}
		if changed {
			out[i] = &fresh
			ops = append(ops, fresh.op())
		}
	}
	return out, ops
}

// turnFamily moves records to the bin and back. A record to which another
// installation has written since is left alone.
func (tx *Tx) turnFamily(s *step, redo bool) []Skipped {
	var skipped []Skipped
	trash := func(ids []string, to bool) {
		for _, id := range ids {
			rec := tx.record(id)
			if rec == nil || to && tx.foreignSince(rec, s.Clock) {
				skipped = append(skipped, Skipped{ID: id})
				continue
			}
			tx.setTrashed(id, to)
		}
	}
	trash(s.Created, !redo)
	trash(s.Deleted, redo)
	trash(s.Revived, !redo)
	return skipped
}

// foreignSince says whether another installation has written to the record
// after the step.
func (tx *Tx) foreignSince(rec *merge.Record, since merge.Clock) bool {
	for _, f := range rec.Fields {
		for _, v := range f.Values {
			if v.Dot.Replica != tx.self.Replica && v.Clock > since {
				return true
			}
		}
	}
	return false
}

// turnWrite writes the value of the other side if the field still holds what
// the step left there, and gives the write that turns it back.
func (tx *Tx) turnWrite(w write) (write, bool) {
	rec := tx.record(w.ID)
	if rec == nil {
		return w, false
	}
	f := rec.Fields[w.Field]
	if len(f.Values) != 1 || f.Values[0].Dot != w.Dot {
		return w, false
	}
	c := tx.touch(w.ID)
	c.after = c.after.With(w.Field, tx.stamp(), orNull(w.Other), f.Dots())
	c.fields = append(c.fields, w.Field)
	was := w.Dot
	return write{w.ID, w.Field, shownRaw(rec, w.Field), dotOf(c.after, w.Field), &was}, true
}

// commitTurn writes an undo or redo. Its step takes the place of the step that
// was turned, also where nothing was left to change.
func (d *Desk) commitTurn(tx *Tx, turned *step, renewed map[place]merge.Dot, why string) error {
	tx.dropUnchanged()
	var ops []Op
	for _, id := range tx.order {
		c := tx.changed[id]
		packed, err := merge.Pack(c.after)
		if err != nil {
			return fault.New("fault.internal", err)
		}
		ops = append(ops, Op{Key: recordKey(c.after), Value: packed}, tx.historyOp(id, c, why, turned.Group))
	}
	steps, stepOps := renew(d.steps, renewed)
	ops = append(ops, stepOps...)
	ops = append(ops, turned.op(), d.identityOp(tx.self))
	if err := d.store.Commit(ops); err != nil {
		return notSaved(err)
	}
	d.publish(tx.records(), tx.self, replaced(steps, turned))
	return nil
}

func replaced(steps []*step, turned *step) []*step {
	out := slices.Clone(steps)
	for i, s := range out {
		if s.Seq == turned.Seq {
			out[i] = turned
		}
	}
	return out
}
