package desk

import (
	"nhipcau/app/bundle"
	"nhipcau/app/merge"
)

// Beside gives what is here of that of which a bundle speaks, in the form in
// which it would travel in a bundle of the same scope and profile: the records
// of its visit, and our copy of every other record that it holds.
func (d *Desk) Beside(b *bundle.Bundle) []*merge.Record {
	d.mu.RLock()
	defer d.mu.RUnlock()
	all := b.Profile == bundle.ProfileAll
	mine := map[string]*merge.Record{}
	take := func(records []*merge.Record) {
		records, _ = b.Profile.KeepAll(records)
		for _, rec := range records {
			mine[rec.ID] = rec
		}
	}
	for _, theirs := range b.Records {
		it := d.model.items[theirs.ID]
		switch {
		case it == nil:
		case it.trashed && !all:
			take([]*merge.Record{tombstone(it.rec)})
		default:
			take([]*merge.Record{it.rec})
		}
	}
	if records, err := d.recordsOf(Scope{Visit: b.Scope.Visit, All: b.Scope.All, Profile: b.Profile}); err == nil {
		take(records)
	}
	out := make([]*merge.Record, 0, len(mine))
	for _, rec := range mine {
		out = append(out, rec)
	}
	return out
}

// LabelOf is the words by which a person knows a record in a list, also one
// that is not kept here; empty where it has none.
func LabelOf(rec *merge.Record) string { return labelOf(rec) }
