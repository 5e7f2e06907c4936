package merge

import (
	"bytes"
	"maps"
	"slices"
)

// Record is one copy of a record. It is not changed once it is made.
type Record struct {
	ID     string // UUID
	Kind   string
	Schema int    // number of the kind's form
	Office string // UUID of the office that made it
	Fields map[string]Field
	// Extra holds top-level members of the packed form that this version does
	// not know, as canonical JSON; they travel along.
	Extra map[string][]byte
}

// Change is what one write says about one field.
type Change struct {
	Field string
	JSON  []byte
	Seen  []Dot // the values its author had on screen
}

// With returns the record after one write of one field; see Field.Write.
func (r *Record) With(field string, stamp Stamp, json []byte, seen []Dot) *Record {
	return r.WithAll(stamp, Change{field, json, seen})
}

// WithAll returns the record after one write of several fields, which share
// its dot.
func (r *Record) WithAll(stamp Stamp, changes ...Change) *Record {
	next := *r
	next.Fields = cloneFields(r.Fields)
	for _, c := range changes {
		next.Fields[c.Field] = next.Fields[c.Field].Write(stamp, c.JSON, c.Seen)
	}
	return &next
}

// Without returns the record with these fields absent, as for a partner who
// may not read them. Contexts are per field, so that whoever merges the result
// keeps what he has of them.
func (r *Record) Without(fields ...string) *Record {
	next := *r
	next.Fields = cloneFields(r.Fields)
	for _, name := range fields {
		delete(next.Fields, name)
	}
	return &next
}

// Conflicts returns the names of the fields that ask for a choice, in order.
// Concurrent deletes join by themselves; Trashed speaks for them.
func (r *Record) Conflicts() []string {
	var names []string
	for name, field := range r.Fields {
		if name != DelField && field.Conflict() {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Dots returns the dots of all values, each once, by replica and counter.
func (r *Record) Dots() []Dot {
	var dots []Dot
	for _, field := range r.Fields {
		dots = append(dots, field.Dots()...)
	}
	slices.SortFunc(dots, compareDots)
	return slices.Compact(dots)
}

// Context returns the join of the contexts of all fields, and of what those who
// deleted the record say that they had seen. It is for comparing counters; no
// merge may ask it, since it claims more of a field than that field has seen.
func (r *Record) Context() Context {
	joined := Context{}
	r.JoinInto(joined)
	return joined
}

// JoinInto joins the Context of the record into one that the caller owns, as
// when the contexts of thousands of records are joined.
func (r *Record) JoinInto(joined Context) {
	for _, field := range r.Fields {
		joined.takeField(field)
	}
	covered, _, _ := deletion(r.Fields[DelField])
	for _, context := range covered {
		joined.take(context)
	}
}

// MaxCounter returns the highest counter of a replica that any field's context
// claims, or a deletion, 0 for none. A replica's own next dot must lie beyond it.
func (r *Record) MaxCounter(replica Replica) uint64 {
	var highest uint64
	for _, field := range r.Fields {
		highest = max(highest, field.Context[replica])
		for _, v := range field.Values {
			if v.Dot.Replica == replica {
				highest = max(highest, v.Dot.N)
			}
		}
	}
	covered, _, _ := deletion(r.Fields[DelField])
	for _, context := range covered {
		highest = max(highest, context[replica])
	}
	return highest
}

// Unbacked returns, for each replica, the counter up to which the record's
// contexts claim to have seen writes, as far as neither known nor a write in
// this record bears it out. A claim like that would make values disappear, so
// that the caller asks, or sets the record aside. To judge a whole file, put
// the dots of all its records into known first.
func (r *Record) Unbacked(known Context) Context {
	claims := Context{} // beyond what is known: hardly ever any
	claim := func(context Context) {
		for replica, n := range context {
			if n > known[replica] {
				claims.see(Dot{replica, n})
			}
		}
	}
	covered, _, _ := deletion(r.Fields[DelField])
	for _, context := range covered {
		claim(context)
	}
	for _, field := range r.Fields {
		claim(field.Context)
	}
	if len(claims) == 0 {
		return claims
	}
	borne := Context{}
	for _, field := range r.Fields {
		for _, v := range field.Values {
			borne.see(v.Dot)
		}
	}
	maps.DeleteFunc(claims, func(replica Replica, n uint64) bool { return n <= borne[replica] })
	return claims
}

// Clashes returns the dots that name two different writes in this record, in
// order: a replica id was in use twice, as after copying a data folder. Both
// writes are kept; the caller tells the person.
func (r *Record) Clashes() []Dot {
	var clashes []Dot
	stamps := make(map[Dot]Stamp)
	for _, field := range r.Fields {
		inField := make(map[Dot]bool, len(field.Values))
		for _, v := range field.Values {
			other, had := stamps[v.Dot]
			if inField[v.Dot] || had && other != v.Stamp {
				clashes = append(clashes, v.Dot)
			}
			stamps[v.Dot], inField[v.Dot] = v.Stamp, true
		}
	}
	slices.SortFunc(clashes, compareDots)
	return slices.Compact(clashes)
}

// Equal reports whether both copies are the same, contexts included.
func (r *Record) Equal(s *Record) bool {
	return r.ID == s.ID && r.Kind == s.Kind && r.Schema == s.Schema && r.Office == s.Office &&
		maps.EqualFunc(r.Fields, s.Fields, Field.Equal) && maps.EqualFunc(r.Extra, s.Extra, bytes.Equal)
}

// cloneFields returns a copy that may be written to, never nil.
func cloneFields(fields map[string]Field) map[string]Field {
	if fields == nil {
		return map[string]Field{}
	}
	return maps.Clone(fields)
}
