package desk

import (
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Open gathers what asks for a choice at any time, as a preview without a
// bundle: the fields of which offices have written different values, neither
// knowing of the other's, and the records that one has deleted while another
// wrote to them. Of a field, Mine is the value that is shown and Theirs the
// next one. Settle writes the choices.
func (d *Desk) Open() *Preview {
	d.mu.RLock()
	defer d.mu.RUnlock()
	p := &Preview{Counts: map[Outcome]int{}}
	for _, it := range values(d.model.items) {
		names := it.rec.Conflicts()
		if it.trashed || len(names) == 0 && !it.contested {
			continue
		}
		pr := pair{it.rec, it.rec, it.rec}
		p.pairs = append(p.pairs, pr)
		p.Conflicts += len(names)
		p.add(d.openItem(it, &pr, names))
	}
	return p
}

func (d *Desk) openItem(it *item, pr *pair, names []string) PreviewItem {
	out := PreviewItem{ID: it.rec.ID, Kind: plan.Kind(it.rec.Kind), Outcome: Differing, Contested: it.contested, pair: pr}
	from := &source{desk: d, pair: *pr, open: true}
	for _, name := range names {
		all := it.rec.Fields[name].Distinct()
		f := PreviewField{Name: name, Mine: orNull(all[0].JSON), Theirs: orNull(all[1].JSON), Differ: true, from: from}
		out.fields = append(out.fields, f)
	}
	return out
}

// CountOpen counts the fields and records that ask for a choice, of one visit
// with all that belongs to it or, where that is empty, of all.
func (d *Desk) CountOpen(visit string) int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	items := d.model.items
	if visit != "" {
		items = d.model.families[visit]
	}
	n := 0
	for _, it := range items {
		if it.trashed {
			continue
		}
		if it.contested {
			n++
		}
		n += countConflicts(it.rec)
	}
	return n
}

// countConflicts is the number of Conflicts, for counting over all records.
func countConflicts(rec *merge.Record) int {
	n := 0
	for name, f := range rec.Fields {
		if len(f.Values) > 1 && name != merge.DelField && f.Conflict() {
			n++
		}
	}
	return n
}

// Settle writes choices about what Open has shown, in one step of undo, and
// gives their number. A choice that was not offered is a fault.
func (d *Desk) Settle(p *Preview, c Choices) (settled int, err error) {
	settlings, err := p.settlings(c)
	if err != nil {
		return 0, err
	}
	err = d.Do(Step{Why: "edit"}, func(tx *Tx) error {
		settled, err = tx.writeAll(settlings)
		return err
	})
	return settled, err
}
