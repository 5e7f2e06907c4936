package desk

import (
	"slices"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// Skipped is a field that an undo left alone, because somebody has changed it
// since.
type Skipped struct {
	ID    string
	Field string
}

// CanUndo says whether there is a step to take back, and of which kind.
func (d *Desk) CanUndo() (why string, ok bool) { return d.can(false) }

// CanRedo says whether there is a step to do again, and of which kind.
func (d *Desk) CanRedo() (why string, ok bool) { return d.can(true) }

func (d *Desk) can(redo bool) (why string, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if s := d.lastStep(redo); s != nil {
		return s.Why, true
	}
	return "", false
}

// lastStep is the step that undo takes next, or redo does next: steps are
// undone from the end, and those that are undone stand there. What nobody here
// has done is passed over.
func (d *Desk) lastStep(undone bool) *step {
	var behind *step // the undone step nearest to those that are not
	for _, s := range slices.Backward(d.steps) {
		switch {
		case s.Quiet:
			continue
		case s.Undone:
			behind = s
			continue
		case undone:
			return behind
		}
		return s
	}
	if undone {
		return behind
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
		return d.turnImport(s, redo, false)
	}
	return d.turnStep(s, redo)
}

func (d *Desk) turnStep(s *step, redo bool) ([]Skipped, error) {
	tx := d.begin()
	skipped := tx.turnFamily(s, redo)
	turned := *s
	turned.Undone, turned.join, turned.Clock = !redo, "", tx.clock
	turned.Writes = nil
	renewed := renewals{}
	for _, w := range s.Writes {
		back, ok := tx.turnWrite(w, renewed)
		if !ok {
			skipped = append(skipped, Skipped{w.ID, w.Field})
		}
		turned.Writes = append(turned.Writes, back)
	}
	turned.Seen = tx.seen(&turned)
	why := "undo"
	if redo {
		why = "redo"
	}
	return skipped, d.commitTurn(tx, &turned, renewed, why)
}

// turnFamily moves records to the bin and back. A record to which another
// installation has written since is left alone.
func (tx *Tx) turnFamily(s *step, redo bool) []Skipped {
	var skipped []Skipped
	trash := func(ids []string, to bool) {
		for _, id := range ids {
			rec := tx.record(id)
			if rec == nil || to && tx.foreignSince(rec, s.Seen[id]) {
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
// beyond what the step had seen of it. No clock is asked: that of the other may
// be slow.
func (tx *Tx) foreignSince(rec *merge.Record, seen merge.Context) bool {
	for replica, n := range rec.Context() {
		if replica != tx.self.Replica && n > seen[replica] {
			return true
		}
	}
	return false
}

// turnWrite writes the values of the other side if the field still holds what
// the step left there, and gives the write that turns it back.
func (tx *Tx) turnWrite(w write, renewed renewals) (write, bool) {
	rec := tx.record(w.ID)
	if rec == nil || !sameDots(rec.Fields[w.Field].Dots(), w.Here) {
		return w, false
	}
	before := rec.Fields[w.Field]
	c := tx.touch(w.ID)
	back, seen := w.back()
	// From the last to the first, so that the one that was shown is again the
	// newest.
	for _, one := range slices.Backward(back) {
		stamp := tx.stamp()
		c.after = c.after.With(w.Field, stamp, orNull(one.JSON), seen)
		if one.Dot.N > 0 {
			renewed[place{w.ID, w.Field, one.Dot}] = stamp.Dot
		}
		seen = nil
	}
	c.fields = append(c.fields, w.Field)
	return writeOf(w.ID, w.Field, before, c.after.Fields[w.Field]), true
}

// commitTurn writes an undo or redo. Its step takes the place of the step that
// was turned, also where nothing was left to change.
func (d *Desk) commitTurn(tx *Tx, turned *step, renewed renewals, why string) error {
	tx.dropUnchanged()
	var ops []Op
	for _, id := range tx.order {
		c := tx.changed[id]
		packed, err := merge.Pack(c.after)
		if err != nil {
			return fault.New("fault.internal", err)
		}
		ops = append(ops, Op{Key: recordKey(c.after), Value: packed}, tx.historyOp(id, c, Step{Why: why}, turned.Group))
	}
	steps, stepOps := renewed.in(d.steps)
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
