package merge

import (
	"bytes"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// Value is one write that stands in a field.
type Value struct {
	Stamp
	JSON []byte // canonical, see Canonical; null for a field that was emptied; not to be changed
}

// Equal reports whether both are the same write with the same content.
func (v Value) Equal(w Value) bool { return v.Stamp == w.Stamp && bytes.Equal(v.JSON, w.JSON) }

// compareValues is the canonical order, in which the first is the shown one:
// the newest clock, then the greatest replica, then the greatest counter. The
// content decides only between two writes of one dot.
func compareValues(a, b Value) int {
	if c := compareStamps(b.Stamp, a.Stamp); c != 0 {
		return c
	}
	return bytes.Compare(a.JSON, b.JSON)
}

// Field is what stands in one field of a record, and what has been seen of it.
// The zero Field is one that nobody has written.
type Field struct {
	// Values holds the writes that nobody knowingly replaced, in canonical order.
	Values []Value
	// Context is what has been seen of this field. Nil stands for exactly the
	// dots of Values, which is so for most fields; Seen spells it out.
	Context Context
}

// Shown returns the value that every replica shows first, or the zero Value.
func (f Field) Shown() Value {
	if len(f.Values) == 0 {
		return Value{}
	}
	return f.Values[0]
}

// Conflict reports whether more than one distinct value stands in the field.
// Two writes of the same content are no question to anybody.
func (f Field) Conflict() bool {
	for _, v := range f.Values {
		if !bytes.Equal(v.JSON, f.Values[0].JSON) {
			return true
		}
	}
	return false
}

// Distinct returns the values without those whose content already came before.
func (f Field) Distinct() []Value {
	var distinct []Value
	for _, v := range f.Values {
		if !slices.ContainsFunc(distinct, func(w Value) bool { return bytes.Equal(v.JSON, w.JSON) }) {
			distinct = append(distinct, v)
		}
	}
	return distinct
}

// Dots returns the dots of all values: what an author has on screen who sees
// the whole field.
func (f Field) Dots() []Dot {
	dots := make([]Dot, len(f.Values))
	for i, v := range f.Values {
		dots[i] = v.Dot
	}
	return dots
}

// Seen returns the context as a copy, never nil.
func (f Field) Seen() Context {
	if f.Context != nil {
		return f.Context.Clone()
	}
	seen := make(Context, 1)
	for _, v := range f.Values {
		seen.see(v.Dot)
	}
	return seen
}

// Equal reports whether both hold the same values and have seen the same.
func (f Field) Equal(g Field) bool {
	return slices.EqualFunc(f.Values, g.Values, Value.Equal) &&
		(f.Context == nil) == (g.Context == nil) && f.Context.Equal(g.Context)
}

// Write returns the field after one write. It replaces exactly the values that
// its author had on screen; what came in meanwhile stays beside it. The dot
// must be one that its replica never gave before. The content is made
// canonical, the author's name NFC, or else a program that writes letters in
// pieces would make another write of the same one; if the content is not JSON
// at all, Pack will refuse it.
func (f Field) Write(stamp Stamp, json []byte, seen []Dot) Field {
	if canonical, err := Canonical(json); err == nil {
		json = canonical
	}
	stamp.Author = norm.NFC.String(stamp.Author)
	values := make([]Value, 0, len(f.Values)+1)
	for _, v := range f.Values {
		if !slices.Contains(seen, v.Dot) {
			values = append(values, v)
		}
	}
	return settle(append(values, Value{stamp, json}), f.Seen())
}

// settle brings values that the caller owns, and a context that it owns too,
// into the one form that equal fields have in common.
func settle(values []Value, context Context) Field {
	slices.SortFunc(values, compareValues)
	values = slices.CompactFunc(values, Value.Equal)
	if context == nil {
		return Field{Values: values}
	}
	for _, v := range values {
		context.see(v.Dot)
	}
	if only(context, values) {
		context = nil
	}
	return Field{values, context}
}

// only reports whether a context, which covers the dots of all these values, has
// seen nothing else.
func only(context Context, values []Value) bool {
	switch {
	case len(context) > len(values):
		return false
	case len(values) > longField:
		return context.Equal(Field{Values: values}.Seen())
	}
	for replica, n := range context {
		if !slices.ContainsFunc(values, func(v Value) bool { return v.Dot == Dot{replica, n} }) {
			return false
		}
	}
	return true
}
