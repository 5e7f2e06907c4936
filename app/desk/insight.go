package desk

import (
	"bytes"
	"encoding/json"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// source is where the fields of a record in a preview come from. What a person
// asks of a field before choosing is worked out when it is asked for: of
// thousands of records few are looked at.
type source struct {
	desk *Desk
	pair
	// open is set where the record is one of Open: mine and theirs are then two
	// values of one record.
	open bool
}

// Base is what both offices had before; nil where nothing is known of it, json
// null where it is known that both had nothing.
func (f PreviewField) Base() json.RawMessage {
	s := f.from
	switch {
	case s == nil:
		return nil
	case s.open:
		return s.desk.openBase(s.after.ID, f.Name)
	}
	return s.desk.base(s.after.ID, f.Name, s.mine.Fields[f.Name], s.theirs.Fields[f.Name])
}

// Both is mine and theirs one after the other, marked, as TakeBoth writes them;
// nil where that is not offered, as for a date.
func (f PreviewField) Both() json.RawMessage {
	if f.from == nil || !f.Differ {
		return nil
	}
	return f.from.desk.both(f.from.after, f.Name)
}

// Words says whether the field may be answered by words of one's own.
func (f PreviewField) Words() bool {
	return f.from != nil && plan.Prose(plan.Kind(f.from.after.Kind), f.Name)
}

// Refuse says why the field does not take words of one's own, nil if it does; a
// rule that they break is a *Invalid.
func (f PreviewField) Refuse(text string) error { return f.refuse(textJSON(text)) }

func (f PreviewField) refuse(value json.RawMessage) error {
	if !f.Words() {
		return fault.New("fault.no_such_choice", "Field", f.Name, "ID", "")
	}
	return f.from.desk.refuseValue(f.from.after, f.Name, value)
}

// MineBy says who wrote the value that is here.
func (f PreviewField) MineBy() Writer {
	if f.from == nil {
		return Writer{}
	}
	return writerOf(f.from.mine.Fields[f.Name], f.Mine)
}

// TheirsBy says who wrote the value in the bundle.
func (f PreviewField) TheirsBy() Writer {
	if f.from == nil {
		return Writer{}
	}
	return writerOf(f.from.theirs.Fields[f.Name], f.Theirs)
}

func writerOf(f merge.Field, value json.RawMessage) Writer {
	for _, v := range f.Values {
		if bytes.Equal(orNull(v.JSON), value) {
			return Writer{v.Author, v.Clock.Time()}
		}
	}
	return Writer{}
}

// Others are further values that stand in a field that differs, as of third
// offices.
func (f PreviewField) Others() []Alternative {
	if f.from == nil || !f.Differ {
		return nil
	}
	var out []Alternative
	self := merge.Replica(f.from.desk.Replica())
	for _, v := range f.from.after.Fields[f.Name].Distinct() {
		if value := orNull(v.JSON); !bytes.Equal(value, f.Mine) && !bytes.Equal(value, f.Theirs) {
			out = append(out, alternativeOf(v, self))
		}
	}
	return out
}
