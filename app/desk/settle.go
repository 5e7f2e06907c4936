package desk

import (
	"encoding/json"
	"maps"
	"slices"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// settle carries choices out upon the merged records of a preview, which then
// says what will stand: writes of ours, after those that they replace. It gives
// their number.
func (tx *Tx) settle(p *Preview, settlings []settling) (int, error) {
	if len(settlings) == 0 {
		return 0, nil
	}
	for _, c := range p.changes {
		one := *c
		tx.changed[c.after.ID] = &one
		tx.order = append(tx.order, c.after.ID)
	}
	tx.hear(p.changes)
	tx.clock = merge.NextClock(tx.clock.Time(), tx.self.Clock)
	tx.self.Clock = tx.clock
	count, err := tx.writeAll(settlings)
	if err != nil {
		return 0, err
	}
	tx.dropUnchanged()
	p.changes = nil
	for _, id := range tx.order {
		p.changes = append(p.changes, tx.changed[id])
	}
	p.standAs(tx)
	return count, nil
}

// writeAll writes choices, those of one record under one dot. What is kept and
// what goes to the bin comes after the words, which would bring it out again;
// and the bin comes last, for with a visit goes all that belongs to it.
func (tx *Tx) writeAll(settlings []settling) (count int, err error) {
	words := map[string][]merge.Change{}
	for _, one := range settlings {
		if rec := tx.record(one.id); rec == nil || one.take == "" && tx.binned(rec) {
			continue // it was taken back since the preview, or lies in the bin
		}
		count++
		if one.take == "" {
			words[one.id] = append(words[one.id], merge.Change{Field: one.field, JSON: one.json, Seen: one.seen})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(words)) {
		tx.writeChoices(id, words[id])
	}
	if err := tx.settleDeletions(settlings, TakeKeep, tx.Restore); err != nil {
		return 0, err
	}
	return count, tx.settleDeletions(settlings, TakeDelete, tx.Delete)
}

// binned says whether a record lies in the bin and asks nobody.
func (tx *Tx) binned(rec *merge.Record) bool {
	trashed, _ := rec.Trashed()
	return trashed && (rec.Kind != string(plan.KindVisit) || !tx.outlived(rec))
}

func (tx *Tx) writeChoices(id string, changes []merge.Change) {
	c := tx.touch(id)
	c.after = c.after.WithAll(tx.stamp(), changes...)
	for _, one := range changes {
		c.fields = append(c.fields, one.Field)
	}
}

func (tx *Tx) settleDeletions(settlings []settling, take Take, act func(string) error) error {
	for _, one := range settlings {
		if one.take != take || tx.record(one.id) == nil {
			continue
		}
		if err := act(one.id); err != nil {
			return err
		}
	}
	return nil
}

// standAs tells of the records of a preview what will stand once the choices
// are written.
func (p *Preview) standAs(tx *Tx) {
	tx.d.mu.RLock()
	defer tx.d.mu.RUnlock()
	for i := range p.pairs {
		if pr := &p.pairs[i]; pr.after != nil {
			if c := tx.changed[pr.after.ID]; c != nil {
				pr.after = c.after
			}
		}
	}
	merged := p.merged()
	p.Conflicts = 0
	left := p.Counts[LeftOut]
	p.Counts = map[Outcome]int{}
	if left > 0 {
		p.Counts[LeftOut] = left
	}
	for i := range p.pairs {
		if pr := &p.pairs[i]; pr.after != nil {
			ours := p.Items[i].Ours
			p.Items[i] = tx.d.previewItem(pr, merged)
			p.Items[i].Ours = ours
			p.Conflicts += p.Items[i].open
		}
		p.Counts[p.Items[i].Outcome]++
	}
}

// bases gives what both had, for the fields that will stay open, by record and
// field.
func (p *Preview) bases() map[string]map[string]json.RawMessage {
	out := map[string]map[string]json.RawMessage{}
	for _, item := range p.Items {
		if item.New || item.open == 0 {
			continue // there is nothing to tell of both
		}
		for _, f := range item.Fields() {
			if !f.Differ {
				continue
			}
			base := f.Base()
			if base == nil {
				continue
			}
			if out[item.ID] == nil {
				out[item.ID] = map[string]json.RawMessage{}
			}
			out[item.ID][f.Name] = base
		}
	}
	return out
}
