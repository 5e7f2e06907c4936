package merge

import (
	"maps"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// DelField is the field that holds a deletion: for each field, the context of
// what the one who deleted had seen of it; null after a restore.
const DelField = "_del"

// Delete returns the record after a deletion by somebody who had all of it
// before him. What was deleted before stays deleted.
func (r *Record) Delete(stamp Stamp) *Record {
	field := r.Fields[DelField]
	covered, _, _ := deletion(field)
	if covered == nil {
		covered = deleted{}
	}
	for name, f := range r.Fields {
		if name != DelField && !f.blank() {
			covered[name] = covered[name].Join(f.Seen())
		}
	}
	return r.With(DelField, stamp, appendDeletion(nil, covered), field.Dots())
}

// Restore returns the record after a restore by somebody who saw the deletion,
// or r itself if there is none.
func (r *Record) Restore(stamp Stamp) *Record {
	if trashed, contested := r.Trashed(); !trashed && !contested {
		return r
	}
	return r.With(DelField, stamp, []byte("null"), r.Fields[DelField].Dots())
}

// Trashed reports whether the record was deleted. It is trashed if those who
// deleted it had, between them, seen every value that stands in it. It is
// contested, so that it stays visible and asks, if there is a value that none
// of them had seen, or if somebody restored it meanwhile.
func (r *Record) Trashed() (trashed, contested bool) {
	field, had := r.Fields[DelField]
	if !had {
		return false, false
	}
	covered, deletes, restores := deletion(field)
	if !deletes {
		return false, false
	}
	whole := !restores && r.coveredBy(covered)
	return whole, !whole
}

// deleted is, for each field, what the one who deleted had seen of it.
type deleted map[string]Context

// deletion joins the deletions that stand in f, and reports whether there are
// any, and whether a restore stands there too; nil where there is neither. What cannot be read counts as a
// deletion by somebody who saw nothing: it asks.
func deletion(f Field) (covered deleted, deletes, restores bool) {
	if len(f.Values) == 0 {
		return nil, false, false
	}
	covered = deleted{}
	for _, v := range f.Values {
		if string(v.JSON) == "null" {
			restores = true
			continue
		}
		deletes = true
		one, err := parseDeletion(v.JSON)
		if err != nil {
			continue
		}
		for name, context := range one {
			covered[name] = covered[name].Join(context)
		}
	}
	return covered, deletes, restores
}

// parseDeletion reads a value of DelField that is not null.
func parseDeletion(raw []byte) (deleted, error) {
	if !jsontext.Value(raw).IsValid() {
		return nil, ErrValue
	}
	c := cursor{text: raw}
	one := deleted{}
	if !c.open('{') {
		return nil, ErrMalformed
	}
	for c.more() {
		name, err := c.name(nil)
		if err != nil {
			return nil, err
		}
		if one[name], err = c.context(nil); err != nil {
			return nil, err
		}
	}
	return one, nil
}

func (r *Record) coveredBy(covered deleted) bool {
	for name, f := range r.Fields {
		if name == DelField {
			continue
		}
		for _, v := range f.Values {
			if !covered[name].Covers(v.Dot) {
				return false
			}
		}
	}
	return true
}

// appendDeletion writes the value of DelField; Write makes it canonical.
func appendDeletion(dst []byte, covered deleted) []byte {
	dst = append(dst, '{')
	for i, name := range slices.Sorted(maps.Keys(covered)) {
		dst = appendName(dst, i, name)
		dst = appendContext(dst, covered[name])
	}
	return append(dst, '}')
}
