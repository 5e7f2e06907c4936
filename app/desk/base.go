package desk

import (
	"encoding/json"

	"nhipcau/app/merge"
)

// base is what both offices had in a field before their ways parted, as far as
// dots, contexts and our own history bear it out; nil where nothing is known.
//
// A context is what its copy of the field has seen. If it covers the value
// that stands on the other side, then that value is what both had. If nothing
// was seen by both, both had nothing. Otherwise the write that both had seen
// was replaced on both sides: its value stands in our history where we have
// replaced it.
func (d *Desk) base(id, name string, mine, theirs merge.Field) json.RawMessage {
	ours, others := mine.Seen(), theirs.Seen()
	switch {
	case len(mine.Values) > 0 && others.Covers(mine.Shown().Dot):
		return orNull(mine.Shown().JSON)
	case len(theirs.Values) > 0 && ours.Covers(theirs.Shown().Dot):
		return orNull(theirs.Shown().JSON)
	case !meet(ours, others):
		return json.RawMessage("null")
	}
	return d.replacedValue(id, name, others)
}

// meet says whether two copies of a field have seen a write in common.
func meet(a, b merge.Context) bool {
	for replica := range a {
		if b[replica] > 0 {
			return true
		}
	}
	return false
}

// replacedValue is the newest value that was replaced here and that the other
// office has seen; nil where the history does not tell.
func (d *Desk) replacedValue(id, name string, others merge.Context) json.RawMessage {
	entries, err := d.History(id)
	if err != nil {
		return nil // what both had is a help; it stops no import
	}
	for _, e := range entries {
		if dot, ok := e.Was[name]; ok && others.Covers(dot) {
			return e.Fields[name][0]
		}
	}
	return nil
}

// wereOf gives, for the fields that change, the dots of the values that stood
// there before.
func wereOf(before *merge.Record, fields map[string][2]json.RawMessage) map[string]merge.Dot {
	var out map[string]merge.Dot
	for name := range fields {
		f, ok := fieldIn(before, name)
		if !ok || len(f.Values) == 0 {
			continue
		}
		if out == nil {
			out = map[string]merge.Dot{}
		}
		out[name] = f.Shown().Dot
	}
	return out
}

// openBase is what both offices had in a field that has stayed open since the
// import by which it came to differ.
func (d *Desk) openBase(id, name string) json.RawMessage {
	entries, err := d.History(id)
	if err != nil {
		return nil // as above
	}
	for _, e := range entries {
		if value, ok := e.Base[name]; ok {
			return value
		}
	}
	return nil
}
