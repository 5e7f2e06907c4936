package desk

import (
	"bytes"
	"encoding/json"
	"maps"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/vietnamese"
)

// Take says what becomes of a field on which two offices differ, or of a
// record that one of them has deleted.
type Take string

// What can be taken. Each is a write of ours after the merge, which replaces
// all values that stood on screen (exchange format, section 5).
const (
	TakeMine   Take = "mine"   // write mine anew
	TakeTheirs Take = "theirs" // write theirs
	TakeBoth   Take = "both"   // one after the other, marked; for words only
	TakeValue  Take = "value"  // another of the values that stand in the field
	TakeText   Take = "text"   // words of one's own, for words only
	TakeKeep   Take = "keep"   // of a record that was deleted: it stays
	TakeDelete Take = "delete" // of such a record: it goes to the bin
)

// Deletion stands for a field where a choice is about the deletion of the
// whole record.
const Deletion = merge.DelField

// Choices are what a person has decided about a preview. The zero value takes
// everything as it comes: fields on which offices differ stay open.
type Choices struct {
	out    map[string]bool
	fields map[string]map[string]bool
	picks  map[string]map[string]pick
}

type pick struct {
	take Take
	json json.RawMessage // with TakeValue and TakeText, and with TakeBoth where it was not on screen
}

// Tick takes a record in, or leaves it out as if the bundle did not hold it.
// Preview.Tick does the same for what hangs together.
func (c *Choices) Tick(id string, on bool) {
	if on {
		delete(c.out, id)
		return
	}
	if c.out == nil {
		c.out = map[string]bool{}
	}
	c.out[id] = true
}

// Ticked says whether a record is taken in.
func (c *Choices) Ticked(id string) bool { return !c.out[id] }

// TickField takes a field in, or leaves it out as if the bundle did not hold
// it.
func (c *Choices) TickField(id, field string, on bool) {
	if on {
		delete(c.fields[id], field)
		return
	}
	if c.fields == nil {
		c.fields = map[string]map[string]bool{}
	}
	if c.fields[id] == nil {
		c.fields[id] = map[string]bool{}
	}
	c.fields[id][field] = true
}

// FieldTicked says whether a field of a record that is taken in is.
func (c *Choices) FieldTicked(id, field string) bool { return !c.fields[id][field] }

// Pick settles a field; "" leaves it open.
func (c *Choices) Pick(id, field string, take Take) { c.set(id, field, pick{take: take}) }

// PickValue settles a field in favour of one of the values that stand in it.
func (c *Choices) PickValue(id, field string, value json.RawMessage) {
	c.set(id, field, pick{TakeValue, value})
}

// PickText settles a field by words of one's own, which answer theirs;
// PreviewField.Refuse says beforehand whether the field takes them.
func (c *Choices) PickText(id, field, text string) {
	c.set(id, field, pick{TakeText, textJSON(text)})
}

func textJSON(text string) json.RawMessage {
	if text = vietnamese.NormalizeText(text); text != "" {
		return mustJSON(text)
	}
	return json.RawMessage("null")
}

// pickBoth settles a field in favour of both its values, where that is offered.
func (c *Choices) pickBoth(id, field string, both json.RawMessage) {
	if both != nil {
		c.set(id, field, pick{TakeBoth, both})
	}
}

func (c *Choices) set(id, field string, one pick) {
	if one.take == "" {
		delete(c.picks[id], field)
		return
	}
	if c.picks == nil {
		c.picks = map[string]map[string]pick{}
	}
	if c.picks[id] == nil {
		c.picks[id] = map[string]pick{}
	}
	c.picks[id][field] = one
}

// Picked says how a field is to be settled, "" for one that stays open, and
// with TakeValue and TakeText in favour of which value.
func (c *Choices) Picked(id, field string) (Take, json.RawMessage) {
	one := c.picks[id][field]
	return one.take, one.json
}

// Clone gives choices of their own, as for a change that runs while a person
// goes on choosing.
func (c Choices) Clone() Choices {
	out := Choices{out: map[string]bool{}, fields: map[string]map[string]bool{}, picks: map[string]map[string]pick{}}
	maps.Copy(out.out, c.out)
	for id, names := range c.fields {
		out.fields[id] = maps.Clone(names)
	}
	for id, picks := range c.picks {
		out.picks[id] = maps.Clone(picks)
	}
	return out
}

// none says that everything is taken as it comes.
func (c Choices) none() bool { return len(c.out) == 0 && len(c.fields) == 0 && len(c.picks) == 0 }

// chosen gives the records of a bundle as if it did not hold what was left out.
func (c Choices) chosen(records []*merge.Record) []*merge.Record {
	out := make([]*merge.Record, 0, len(records))
	for _, rec := range records {
		if c.out[rec.ID] {
			continue
		}
		var names []string
		for name, left := range c.fields[rec.ID] {
			if left {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			rec = rec.Without(names...)
		}
		out = append(out, rec)
	}
	return out
}

// settling is one choice as it will be written: the value, and the writes that
// stood on screen, which it replaces.
type settling struct {
	id, field string
	json      []byte
	seen      []merge.Dot
	take      Take // TakeKeep and TakeDelete, else ""
}

// settlings puts the choices into writes, by what the preview has shown: what
// comes in between is not replaced unseen.
func (p *Preview) settlings(c Choices) ([]settling, error) {
	var out []settling
	for i, item := range p.Items {
		picks := c.picks[item.ID]
		if len(picks) == 0 || c.out[item.ID] || i >= len(p.pairs) || p.pairs[i].after == nil {
			continue
		}
		for _, name := range fieldsOf(namesOf(picks)) {
			if c.fields[item.ID][name] {
				continue
			}
			one, needed, err := p.pairs[i].settle(item, name, picks[name])
			if err != nil {
				return nil, err
			}
			if needed {
				out = append(out, one)
			}
		}
	}
	return out, nil
}

func namesOf(picks map[string]pick) map[string][]byte {
	out := make(map[string][]byte, len(picks))
	for name := range picks {
		out[name] = nil
	}
	return out
}

// settle gives the write that a choice asks for; needed is false where the
// merge alone says the same.
func (pr pair) settle(item PreviewItem, name string, one pick) (w settling, needed bool, err error) {
	w = settling{id: item.ID, field: name}
	if name == Deletion {
		w.take = one.take
		ok := item.Contested && (one.take == TakeKeep || one.take == TakeDelete)
		return w, ok, orNoChoice(ok, item.ID, name)
	}
	f := pr.after.Fields[name]
	value, ok := item.valueOf(name, one, f)
	if !ok {
		return w, false, orNoChoice(false, item.ID, name)
	}
	w.json, w.seen = value, f.Dots()
	return w, f.Conflict() || !bytes.Equal(orNull(f.Shown().JSON), value), nil
}

func orNoChoice(ok bool, id, field string) error {
	if ok {
		return nil
	}
	return fault.New("fault.no_such_choice", "Field", field, "ID", id)
}

// valueOf is the value that a choice stands for.
func (item PreviewItem) valueOf(name string, one pick, f merge.Field) (json.RawMessage, bool) {
	if one.take == TakeBoth && one.json != nil {
		return one.json, true
	}
	if one.take == TakeValue {
		for _, v := range f.Values {
			if bytes.Equal(orNull(v.JSON), orNull(one.json)) {
				return orNull(v.JSON), true
			}
		}
		return nil, false
	}
	field, ok := item.Field(name)
	if !ok {
		return nil, false
	}
	switch one.take {
	case TakeMine:
		return orNull(field.Mine), true
	case TakeTheirs:
		return orNull(field.Theirs), true
	case TakeBoth:
		both := field.Both()
		return both, both != nil
	case TakeText:
		return one.json, field.refuse(one.json) == nil
	}
	return nil, false
}

// Field finds one of the fields that change.
func (item PreviewItem) Field(name string) (PreviewField, bool) {
	for _, f := range item.Fields() {
		if f.Name == name {
			return f, true
		}
	}
	return PreviewField{}, false
}
