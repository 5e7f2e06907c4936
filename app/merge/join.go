package merge

import (
	"bytes"
	"maps"
)

// MergeField joins two copies of a field: the contexts by pointwise maximum; a
// value stays if the other side has the same dot, or has not seen it.
//
// Two different writes of one dot both stay; Record.Clashes tells of them.
func MergeField(a, b Field) Field {
	merged, _ := mergeField(a, b)
	return merged
}

// mergeField returns a itself and false if b adds nothing.
func mergeField(a, b Field) (Field, bool) {
	if b.blank() || a.Equal(b) {
		return a, false
	}
	if a.blank() {
		return b, true
	}
	left, right := sideOf(a), sideOf(b)
	values := make([]Value, 0, len(a.Values)+len(b.Values))
	values = right.keep(values, a.Values)
	values = left.keep(values, b.Values)
	context := a.Seen()
	context.takeField(b)
	merged := settle(values, context)
	if merged.Equal(a) {
		return a, false
	}
	return merged, true
}

// blank reports whether nobody has written or seen the field.
func (f Field) blank() bool { return len(f.Values) == 0 && len(f.Context) == 0 }

// side is one copy of a field, prepared for questions about dots. The set of
// dots is only made for long fields, so that a file made to be slow is not.
type side struct {
	Field
	dots map[Dot]bool
}

const longField = 8

func sideOf(f Field) side {
	s := side{Field: f}
	if len(f.Values) > longField {
		s.Context = f.Seen()
		s.dots = make(map[Dot]bool, len(f.Values))
		for _, v := range f.Values {
			s.dots[v.Dot] = true
		}
	}
	return s
}

// keep appends to kept those of the other side's values that s lets stand.
func (s side) keep(kept, others []Value) []Value {
	for _, v := range others {
		if !s.covers(v.Dot) || s.has(v.Dot) {
			kept = append(kept, v)
		}
	}
	return kept
}

func (s side) has(d Dot) bool {
	if s.dots != nil {
		return s.dots[d]
	}
	for _, v := range s.Values {
		if v.Dot == d {
			return true
		}
	}
	return false
}

// Merge joins two copies of a record, field by field; neither changes. It
// returns a itself if b adds nothing, and the other one if one of them is nil.
//
// What carries no dots is joined by rules that need none: the higher schema,
// the office that comes first in order (two offices may have minted one id for
// one thing), and of an unknown member the greater text.
//
// It returns a *Fault that is ErrIdentity if id or kind differ.
func Merge(a, b *Record) (*Record, error) {
	switch {
	case a == nil:
		return b, nil
	case b == nil || a == b:
		return a, nil
	case a.ID != b.ID || a.Kind != b.Kind:
		return nil, &Fault{ID: a.ID, Detail: "other is " + b.Kind + " " + b.ID, Err: ErrIdentity}
	}
	fields, moreFields := mergeFields(a.Fields, b.Fields)
	extra, moreExtra := mergeExtra(a.Extra, b.Extra)
	merged := Record{
		ID: a.ID, Kind: a.Kind, Schema: max(a.Schema, b.Schema), Office: firstOffice(a.Office, b.Office),
		Fields: fields, Extra: extra,
	}
	if !moreFields && !moreExtra && merged.Schema == a.Schema && merged.Office == a.Office {
		return a, nil
	}
	return &merged, nil
}

// mergeFields returns a itself and false if b adds nothing.
func mergeFields(a, b map[string]Field) (map[string]Field, bool) {
	merged, more := a, false
	for name, field := range b {
		joined, adds := mergeField(a[name], field)
		if !adds {
			continue
		}
		if !more {
			merged, more = cloneFields(a), true
		}
		merged[name] = joined
	}
	return merged, more
}

// mergeExtra returns a itself and false if b adds nothing.
func mergeExtra(a, b map[string][]byte) (map[string][]byte, bool) {
	merged, more := a, false
	for name, raw := range b {
		if own, had := a[name]; had && bytes.Compare(own, raw) >= 0 {
			continue
		}
		if !more {
			merged, more = make(map[string][]byte, len(a)+1), true
			maps.Copy(merged, a)
		}
		merged[name] = raw
	}
	return merged, more
}

func firstOffice(a, b string) string {
	if a == "" || b == "" {
		return max(a, b)
	}
	return min(a, b)
}
