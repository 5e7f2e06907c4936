package desk

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// Alternative is one of the values of a field on which offices differ, neither
// having known of the other's.
type Alternative struct {
	Value  json.RawMessage `json:"value"` // json, null for an empty field
	Author string          `json:"author"`
	Mine   bool            `json:"mine,omitempty"` // written on this computer
	At     time.Time       `json:"at"`             // on the clock of whoever wrote it
}

// alternativeOf tells of one value; self is this installation.
func alternativeOf(v merge.Value, self merge.Replica) Alternative {
	return Alternative{json.RawMessage(orNull(v.JSON)), v.Author, v.Dot.Replica == self, v.Clock.Time()}
}

// alternatives gives the values of each field of a record that asks for a
// choice, the shown one first; nil where none does.
func alternatives(rec *merge.Record, self merge.Replica) map[string][]Alternative {
	var out map[string][]Alternative
	for _, name := range rec.Conflicts() {
		if out == nil {
			out = map[string][]Alternative{}
		}
		for _, v := range rec.Fields[name].Distinct() {
			out[name] = append(out[name], alternativeOf(v, self))
		}
	}
	return out
}

// Choose settles a field on which offices differ in favour of one of its
// values, which may be the one that is shown: everywhere the others give way
// to it. The value is json, as Record lists it under Conflicts; what is none of
// them is a fault, and one that breaks a rule a *Invalid.
func (d *Desk) Choose(id, field string, value json.RawMessage) error {
	return d.Do(Step{Why: "edit"}, func(tx *Tx) error { return tx.choose(id, field, value) })
}

func (tx *Tx) choose(id, field string, value json.RawMessage) error {
	rec := tx.record(id)
	if rec == nil {
		return fault.New("fault.no_such_record", "ID", id)
	}
	wanted, err := merge.Canonical(orNull(value))
	f := rec.Fields[field]
	if err != nil || field == merge.DelField || !f.Conflict() || !slices.ContainsFunc(f.Values, func(v merge.Value) bool { return bytes.Equal(v.JSON, wanted) }) {
		return fault.New("fault.no_such_choice", "Field", field, "ID", id, err)
	}
	// Field by field and not through the typed value: a newer version of the
	// program may have declared the field, or the whole kind.
	next := rec.With(field, tx.stamp(), wanted, f.Dots())
	if value := decode(next); value != nil {
		if err := tx.d.refuse(value, []string{field}, false); err != nil {
			return err
		}
	}
	c := tx.touch(id)
	c.after = next
	if !slices.Contains(c.fields, field) {
		c.fields = append(c.fields, field)
	}
	return nil
}
