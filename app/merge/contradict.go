package merge

// Contradict reports whether two copies of a record claim of each other's
// values that they were replaced, so that merging would leave a field in which
// both hold something with nothing. No honest history has two such copies: of
// two writes one was made without knowing the other, or after it. The caller
// sets the foreign copy aside. A copy that is nil contradicts nothing.
func Contradict(a, b *Record) bool {
	if a == nil || b == nil {
		return false
	}
	for name, field := range b.Fields {
		other := a.Fields[name]
		if len(field.Values) > 0 && len(other.Values) > 0 && !outlives(field, other) && !outlives(other, field) {
			return true
		}
	}
	return false
}

// outlives reports whether any value of f stays where g comes.
func outlives(f, g Field) bool {
	for _, v := range f.Values {
		if !g.covers(v.Dot) || (side{Field: g}).has(v.Dot) {
			return true
		}
	}
	return false
}

// covers reports whether the write d has been seen, without making a context.
func (f Field) covers(d Dot) bool {
	if f.Context != nil {
		return f.Context.Covers(d)
	}
	for _, v := range f.Values {
		if v.Dot.Replica == d.Replica && v.Dot.N >= d.N {
			return true
		}
	}
	return false
}
