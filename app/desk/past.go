package desk

import (
	"slices"

	"nhipcau/app/merge"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
)

// pastSelf stands where a value is put back into a record that only lives in
// memory.
const pastSelf = merge.Replica("past")

// rewinder gives a visit as it stood at Moments. What several of its papers need
// is fetched and made once, so that a dossier costs hardly more than one paper.
// It is for one goroutine.
type rewinder struct {
	d         *Desk
	visit     string
	models    []string // for which papers are asked
	histories map[string][]Entry
	made      map[uint64]*Desk
}

func (d *Desk) rewinder(visit string, asks []papers.Request) *rewinder {
	w := &rewinder{d: d, visit: visit, histories: map[string][]Entry{}, made: map[uint64]*Desk{}}
	for _, ask := range asks {
		if ask.Model != "" {
			w.models = append(w.models, ask.Model)
		}
	}
	return w
}

// history is that of a record, newest first, read once.
func (w *rewinder) history(id string) ([]Entry, error) {
	entries, known := w.histories[id]
	if known {
		return entries, nil
	}
	entries, err := w.d.History(id)
	if err == nil {
		w.histories[id] = entries
	}
	return entries, err
}

// to gives a desk for reading in which the visit, and what its papers say of
// offices, localities, models and figures, stands as it stood here at a moment,
// by the history: what was written or deleted since is taken back, what came
// since is not there. All else is as it is now.
func (w *rewinder) to(at Moment) (*Desk, error) {
	if past := w.made[at.seq]; past != nil {
		return past, nil
	}
	past := w.d.copied()
	w.made[at.seq] = past
	if past.self.Seq == at.seq {
		return past, nil
	}
	now := past.beside(w.visit, w.models)
	var members []string
	for _, it := range past.members(w.visit) {
		members = append(members, it.rec.ID)
	}
	if err := w.rewind(past, at, members); err != nil {
		return nil, err
	}
	then := past.beside(w.visit, w.models) // it may have had other hosts
	for _, id := range then {
		if !slices.Contains(now, id) {
			now = append(now, id)
		}
	}
	return past, w.rewind(past, at, now)
}

// rewind puts records of a desk back.
func (w *rewinder) rewind(past *Desk, at Moment, ids []string) error {
	for _, id := range ids {
		rec := past.model.record(id)
		if rec == nil {
			continue
		}
		entries, err := w.history(id)
		if err != nil {
			return err
		}
		if old := rewound(rec, entries, at); old == nil {
			past.model.remove(id)
		} else if old != rec {
			past.model.put(old)
		}
	}
	return nil
}

// copied is a desk for reading that stays as this one is now.
func (d *Desk) copied() *Desk {
	out := &Desk{store: d.store, opts: d.opts, checker: d.checker, register: d.register, model: newModel()}
	d.mu.RLock()
	defer d.mu.RUnlock()
	out.self = d.self
	out.model.makeRoom(len(d.model.items))
	for _, it := range d.model.items {
		out.model.insert(it)
	}
	return out
}

// beside lists the records outside a visit of which its papers say something,
// those in the bin too: offices and localities of both sides, models that are
// visited or asked for, and figures.
func (d *Desk) beside(visit string, models []string) []string {
	view, ok := d.View(visit)
	if !ok {
		return nil
	}
	places := map[string]bool{view.Visit.Guest: true}
	for _, id := range view.Hosts() {
		places[id] = true
	}
	ids := slices.Clone(models)
	for _, f := range view.FieldVisits {
		ids = append(ids, f.Model)
	}
	each(d, func(o *plan.Office) {
		if places[o.Locality] || o.ID == d.self.Office {
			ids = append(ids, o.ID)
		}
	})
	each(d, func(f *plan.Indicator) {
		if places[f.Locality] {
			ids = append(ids, f.ID)
		}
	})
	for _, a := range view.Attendees {
		places[a.Locality] = true
	}
	for _, id := range ids {
		if m, ok := Get[*plan.Model](d, id); ok {
			places[m.Locality] = true
		}
	}
	for id := range places {
		ids = append(ids, d.localityAndAbove(id)...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// localityAndAbove are the records that the name of a locality is made of.
func (d *Desk) localityAndAbove(id string) []string {
	ids := []string{id}
	if l, ok := Get[*plan.Locality](d, id); ok {
		for _, v := range l.Versions {
			ids = append(ids, v.Parent)
		}
	}
	return ids
}

// rewound is a record as it stood at a moment; nil if it was not there or lay in
// the bin. A record without a history is as it always was.
func rewound(rec *merge.Record, entries []Entry, at Moment) *merge.Record {
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
func deletedBefore(rec *merge.Record, at Moment) bool {
	for _, one := range deletions(rec) {
		if one.clock > at.clock {
			return false
		}
	}
	return true
}
