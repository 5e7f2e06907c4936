package desk

import (
	"slices"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Delete moves a record to the bin; with a visit go the records that belong to
// it. A record that is there already stays.
func (tx *Tx) Delete(id string) error {
	rec := tx.record(id)
	if rec == nil {
		return fault.New("fault.no_such_record", "ID", id)
	}
	for _, member := range tx.family(rec) {
		tx.setTrashed(member, true)
	}
	return nil
}

// Restore brings a record back from the bin; with a visit come the records
// that were deleted with it, by any office. One of which nothing is known here
// but that it was deleted stays there.
func (tx *Tx) Restore(id string) error {
	rec := tx.record(id)
	if rec == nil {
		return fault.New("fault.no_such_record", "ID", id)
	}
	if err := tx.d.unshredded(id); err != nil {
		return err
	}
	group := deletions(rec)
	for _, member := range tx.family(rec) {
		other := tx.record(member)
		with := slices.ContainsFunc(deletions(other), func(one deletion) bool { return slices.Contains(group, one) })
		if member == id || with && !hollow(other) {
			tx.setTrashed(member, false)
		}
	}
	return nil
}

// deletion tells which deletes belong together: a family is deleted in one
// transaction, which has one replica and one reading of the clock.
type deletion struct {
	replica merge.Replica
	clock   merge.Clock
}

// deletions lists the deletes that stand in a record: where two offices have
// deleted it, neither knowing of the other, both.
func deletions(rec *merge.Record) []deletion {
	var out []deletion
	for _, v := range rec.Fields[merge.DelField].Values {
		if !isNull(v.JSON) {
			out = append(out, deletion{v.Dot.Replica, v.Clock})
		}
	}
	return out
}

// family lists the record itself and, for a visit, all that belongs to it.
func (tx *Tx) family(rec *merge.Record) []string {
	ids := []string{rec.ID}
	if rec.Kind != string(plan.KindVisit) {
		return ids
	}
	for _, it := range tx.d.members(rec.ID) {
		if it.rec.ID != rec.ID {
			ids = append(ids, it.rec.ID)
		}
	}
	for _, id := range tx.order {
		after := tx.changed[id].after
		if visitOf(after) == rec.ID && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// members lists a visit and all that belongs to it, by id.
func (d *Desk) members(visit string) []*item {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return values(d.model.families[visit])
}

func (tx *Tx) setTrashed(id string, trash bool) {
	rec := tx.record(id)
	trashed, contested := rec.Trashed()
	if trashed == trash && !contested {
		return
	}
	c := tx.touch(id)
	if trash {
		c.after, c.deleted = c.after.Delete(tx.stamp()), true
	} else {
		c.after, c.revived = c.after.Restore(tx.stamp()), true
	}
}
