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
	// Seen is what had been written to each of these when the step was done.
	Seen map[string]merge.Context `json:"seen,omitempty"`
	// Import is set where the step is a whole import.
	Import string `json:"import,omitempty"`
	// Quiet says that no person has done it: an import from an exchange folder.
	Quiet bool `json:"quiet,omitempty"`

	join string
}

// write is one field of one record: the values on the other side of the step,
// the shown one first, and the dots that must still stand there, and no
// others, for the step to be taken.
type write struct {
	ID    string      `json:"id"`
	Field string      `json:"f"`
	Other []held      `json:"other,omitempty"`
	Here  []merge.Dot `json:"here"`
}

// held is one value of a field.
type held struct {
	JSON json.RawMessage `json:"v"`
	Dot  merge.Dot       `json:"d"`
}

// writeOf describes how to come from here back to the other side of a step.
func writeOf(id, field string, other, here merge.Field) write {
	w := write{ID: id, Field: field, Here: here.Dots()}
	for _, v := range other.Values {
		w.Other = append(w.Other, held{json.RawMessage(orNull(v.JSON)), v.Dot})
	}
	return w
}

// back gives the values that have to be written so that all of the other side
// stand again, each under a dot of its own, and the dots that they replace.
// What stands on both sides is left as it is; where nothing else is to be
// written, the shown value is, for a write can only be replaced by another.
func (w write) back() (values []held, replace []merge.Dot) {
	var both []merge.Dot
	for _, v := range w.Other {
		if slices.Contains(w.Here, v.Dot) {
			both = append(both, v.Dot)
		} else {
			values = append(values, v)
		}
	}
	switch {
	case len(w.Other) == 0:
		values = []held{{}}
	case len(values) == 0:
		values, both = w.Other[:1], slices.DeleteFunc(both, func(d merge.Dot) bool { return d == w.Other[0].Dot })
	}
	for _, dot := range w.Here {
		if !slices.Contains(both, dot) {
			replace = append(replace, dot)
		}
	}
	return values, replace
}

func sameDots(a, b []merge.Dot) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(d merge.Dot) bool { return !slices.Contains(b, d) })
}

// place is one write of one field.
type place struct {
	id, field string
	dot       merge.Dot
}

// renewals says under which dot a write was done again that an undo or a redo
// brought back.
type renewals map[place]merge.Dot

// in gives the steps in which the renewed writes are known by their new dots,
// so that the steps before and after still recognise their values; and the
// operations that keep them.
func (r renewals) in(steps []*step) ([]*step, []Op) {
	out := slices.Clone(steps)
	var ops []Op
	for i, s := range out {
		fresh, changed := *s, false
		fresh.Writes = slices.Clone(s.Writes)
		for j, w := range fresh.Writes {
			if w, ok := r.inWrite(w); ok {
				fresh.Writes[j], changed = w, true
			}
		}
		if changed {
			out[i] = &fresh
			ops = append(ops, fresh.op())
		}
	}
	return out, ops
}

func (r renewals) inWrite(w write) (write, bool) {
	changed := false
	w.Here, w.Other = slices.Clone(w.Here), slices.Clone(w.Other)
	for i, dot := range w.Here {
		if fresh, ok := r[place{w.ID, w.Field, dot}]; ok {
			w.Here[i], changed = fresh, true
		}
	}
	for i, v := range w.Other {
		if fresh, ok := r[place{w.ID, w.Field, v.Dot}]; ok {
			w.Other[i].Dot, changed = fresh, true
		}
	}
	return w, changed
}

const stepPrefix = "u/"

func stepKey(seq uint64) string { return stepPrefix + hexKey(seq) }

func parseHex(s string) (uint64, error) { return strconv.ParseUint(s, 16, 64) }

// loadSteps reads the undo stack and the highest number in it. A step that
// can't be read ends the stack: what lies under it can't be reached any more.
func loadSteps(store Store) (steps []*step, highest uint64, err error) {
	err = store.Scan(stepPrefix, func(key string, value []byte) error {
		s, err := stepFrom(key, value)
		if s != nil {
			highest = max(highest, s.Seq)
		}
		if err != nil {
			steps = nil
			return nil
		}
		steps = append(steps, s)
		return nil
	})
	if err != nil {
		return nil, 0, fault.New("fault.folder_unreadable", err)
	}
	return steps, highest, nil
}

// stepFrom reads one step; of one that is damaged it gives what is known.
func stepFrom(key string, value []byte) (*step, error) {
	seq, err := parseHex(key[len(stepPrefix):])
	if err != nil {
		return nil, err
	}
	s := &step{}
	err = json.Unmarshal(bytes.Clone(value), s)
	s.Seq = seq
	return s, err
}

func (s *step) op() Op { return Op{Key: stepKey(s.Seq), Value: mustJSON(s)} }

func sortNewest(entries []Entry) {
	slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(b.Seq, a.Seq) })
}

// stepOf describes how to take a transaction back.
func stepOf(tx *Tx, st Step, group string) *step {
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
			before, _ := fieldIn(c.before, name)
			s.Writes = append(s.Writes, writeOf(id, name, before, c.after.Fields[name]))
		}
	}
	s.Seen = tx.seen(s)
	return s
}

// seen is what has been written to the records that come and go with a step.
func (tx *Tx) seen(s *step) map[string]merge.Context {
	out := map[string]merge.Context{}
	for _, id := range slices.Concat(s.Created, s.Deleted, s.Revived) {
		if rec := tx.record(id); rec != nil {
			out[id] = rec.Context()
		}
	}
	return out
}

// pushStep puts a step on the stack: steps that were undone are forgotten, the
// oldest beyond the limit too, and a step of the same visit to a field is
// widened instead.
func (d *Desk) pushStep(s *step, tx *Tx) ([]Op, []*step) {
	var ops []Op
	var kept []*step
	for _, old := range d.steps {
		if old.Undone && !s.Quiet {
			ops = append(ops, Op{Key: stepKey(old.Seq)})
		} else {
			kept = append(kept, old)
		}
	}
	if n := len(kept); n > 0 && s.join != "" && kept[n-1].join == s.join {
		joined, renewed := kept[n-1].widen(s, tx)
		rest, renewOps := renewed.in(kept[:n-1])
		ops = append(ops, renewOps...)
		if joined.empty() {
			return append(ops, Op{Key: stepKey(joined.Seq)}), rest
		}
		return append(ops, joined.op()), append(rest, joined)
	}
	s.Seq = d.stepSeq + 1
	kept = append(kept, s)
	for len(kept) > maxSteps {
		ops = append(ops, Op{Key: stepKey(kept[0].Seq)})
		kept = kept[1:]
	}
	return append(ops, s.op()), kept
}

// widen gives the step that takes back both s and what came after it. A write
// that ends at the words of before takes nothing back and is left out; its new
// dot is then the one by which earlier steps know those words.
func (s *step) widen(later *step, tx *Tx) (*step, renewals) {
	out, renewed := *s, renewals{}
	out.Clock = later.Clock
	out.Writes = slices.Clone(s.Writes)
	for _, w := range later.Writes {
		i := slices.IndexFunc(out.Writes, func(old write) bool { return old.ID == w.ID && old.Field == w.Field })
		switch now := tx.record(w.ID).Fields[w.Field]; {
		case slices.Contains(out.Created, w.ID):
		case i < 0:
			out.Writes = append(out.Writes, w)
		case sameWords(out.Writes[i].Other, now.Values):
			for j, v := range out.Writes[i].Other {
				renewed[place{w.ID, w.Field, v.Dot}] = now.Values[j].Dot
			}
			out.Writes = slices.Delete(out.Writes, i, i+1)
		default:
			out.Writes[i].Here = w.Here
		}
	}
	out.Created = append(slices.Clone(s.Created), later.Created...)
	out.Deleted = append(slices.Clone(s.Deleted), later.Deleted...)
	out.Revived = append(slices.Clone(s.Revived), later.Revived...)
	out.Seen = tx.seen(&out)
	return &out, renewed
}

// sameWords says whether a field reads as it did before; never having been
// written and having been emptied are the same.
func sameWords(before []held, now []merge.Value) bool {
	if len(before) == 0 {
		return len(now) == 1 && isNull(now[0].JSON)
	}
	return slices.EqualFunc(before, now, func(a held, b merge.Value) bool { return bytes.Equal(a.JSON, b.JSON) })
}

func (s *step) empty() bool {
	return len(s.Writes)+len(s.Created)+len(s.Deleted)+len(s.Revived) == 0
}
