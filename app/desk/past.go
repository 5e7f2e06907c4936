package desk

import (
	"slices"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// pastSelf stands where a value is put back into a record that only lives in
// memory.
const pastSelf = merge.Replica("past")

// moment is a change of this data folder: everything with a greater number came
// later, whatever the clocks of those who wrote it say.
type moment struct {
	seq   uint64
	clock merge.Clock
}

// before gives a desk for reading in which a visit stands as it stood here at a
// moment, by the history: what was written or deleted since is taken back, what
// came since is not there. So are the records named; all others are as they are
// now.
func (d *Desk) before(visit string, at moment, also []string) (*Desk, error) {
	past := &Desk{store: d.store, opts: d.opts, checker: d.checker, register: d.register}
	d.mu.RLock()
	past.self, past.model = d.self, newModel()
	past.model.makeRoom(len(d.model.items))
	for _, it := range d.model.items {
		past.model.insert(it)
	}
	d.mu.RUnlock()
	for _, it := range d.members(visit) {
		also = append(also, it.rec.ID)
	}
	for _, id := range also {
		rec := past.model.record(id)
		if rec == nil {
			continue
		}
		entries, err := d.History(id)
		if err != nil {
			return nil, err
		}
		if old := rewound(rec, entries, at); old != nil {
			past.model.put(old)
		} else {
			past.model.remove(id)
		}
	}
	return past, nil
}

// rewound is a record as it stood at a moment; nil if it was not there or lay in
// the bin. A record without a history is as it always was.
func rewound(rec *merge.Record, entries []Entry, at moment) *merge.Record {
	trashed, _ := rec.Trashed()
	before := slices.IndexFunc(entries, func(e Entry) bool { return e.Seq <= at.seq })
	switch {
	case len(entries) == 0 && !trashed:
		return rec
	case len(entries) == 0 || before < 0:
		return nil
	case trashed && deletedBefore(rec, at), !trashed && entries[before].Why == "delete":
		return nil
	case before == 0 && !trashed:
		return rec
	}
	old := rec.Without(merge.DelField)
	for _, e := range entries[:before] { // the newest first
		for name, values := range e.Fields {
			old.Fields[name] = merge.Field{Values: []merge.Value{{
				Stamp: merge.Stamp{Dot: merge.Dot{Replica: pastSelf, N: 1}, Clock: at.clock}, JSON: orNull(values[0]),
			}}}
		}
	}
	return old
}

// deletedBefore says whether a record that lies in the bin lay there already.
func deletedBefore(rec *merge.Record, at moment) bool {
	for _, one := range deletions(rec) {
		if one.clock > at.clock {
			return false
		}
	}
	return true
}

// lastPrint is when a paper was last printed here; false if the history knows of
// no print.
func (d *Desk) lastPrint(p *plan.Paper) (moment, bool) {
	entries, err := d.History(p.ID)
	if err != nil {
		return moment{}, false
	}
	for _, e := range entries {
		if _, printed := e.Fields["printed"]; printed {
			return moment{e.Seq, e.Clock}, true
		}
	}
	return moment{}, false
}
