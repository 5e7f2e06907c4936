package desk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// shreddedKey holds the list of what was shredded. A copy of the list lies
// outside the database; see Forgetter.
const shreddedKey = "m/shredded"

// shreddedRecord is one line of that list: a record of which nothing may ever
// come back, and what remains of it.
type shreddedRecord struct {
	ID     string    `json:"id"`
	At     time.Time `json:"at"`
	Author string    `json:"author,omitempty"`
	// Tombstone is the packed record that says that it was deleted and to which
	// visit it belonged; none for a record that stood only in what an import that
	// was taken back has left.
	Tombstone json.RawMessage `json:"tombstone,omitempty"`
	// File is the SHA-256 of the file of an attachment.
	File string `json:"file,omitempty"`

	rest *merge.Record // the tombstone, unpacked
}

// shredder knows what was shredded, by the id of the record, and takes it out
// of whatever holds it. It is not changed once it is made.
type shredder map[string]shreddedRecord

// with gives a shredder that knows more.
func (s shredder) with(more ...shreddedRecord) shredder {
	out := maps.Clone(s)
	if out == nil {
		out = shredder{}
	}
	for _, one := range more {
		out[one.ID] = one
	}
	return out
}

// list is the text of the list, by id.
func (s shredder) list() []byte {
	return mustJSON(slices.SortedFunc(maps.Values(s), func(a, b shreddedRecord) int { return cmp.Compare(a.ID, b.ID) }))
}

// shredderFrom reads a list.
func shredderFrom(list []byte) (_ shredder, err error) {
	if len(list) == 0 {
		return nil, nil
	}
	var all []shreddedRecord
	if err = json.Unmarshal(list, &all); err != nil {
		return nil, err
	}
	out := shredder{}
	for _, one := range all {
		if len(one.Tombstone) == 0 {
			out[one.ID] = one
			continue
		}
		var own merge.Unpacker
		if one.rest, err = own.Unpack(one.Tombstone); err != nil {
			return nil, err
		}
		if one.Tombstone, err = merge.Pack(one.rest); err != nil {
			return nil, err
		}
		out[one.ID] = one
	}
	return out, nil
}

// has says whether a record was shredded.
func (s shredder) has(id string) bool {
	_, ok := s[id]
	return ok
}

// record gives what may stand here of a record, nil for nothing.
func (s shredder) record(rec *merge.Record) *merge.Record {
	if one, ok := s[rec.ID]; ok {
		return one.rest
	}
	if file, ok := decode(rec).(*plan.Attachment); ok && s.has(file.Of) {
		return nil
	}
	return rec
}

// value gives what remains of a value of the store, nil for nothing, and says
// whether that is less than there was.
func (s shredder) value(key string, value []byte) (rest []byte, less bool) {
	if len(s) == 0 {
		return value, false
	}
	switch key[:min(len(key), len(recordPrefix))] {
	case recordPrefix:
		return s.ofRecord(key, value)
	case historyPrefix:
		return s.ofHistory(key, value)
	case stepPrefix:
		return s.ofStep(key, value)
	case importPrefix:
		if s.has(idOfKey(key)) {
			return nil, true
		}
	}
	return value, false
}

func (s shredder) ofRecord(key string, value []byte) ([]byte, bool) {
	one, ok := s[idOfKey(key)]
	switch {
	case !ok || one.rest != nil && bytes.Equal(value, one.Tombstone):
		return value, false
	case one.rest == nil:
		return nil, true
	}
	return one.Tombstone, true
}

// ofHistory leaves of a line of history who did it, when and what kind of
// change it was.
func (s shredder) ofHistory(key string, value []byte) ([]byte, bool) {
	before, seq, _ := cutLast(key)
	if !s.has(before[len(historyPrefix):]) {
		return value, false
	}
	e, err := entryFrom(seq, "", value)
	if err != nil {
		return nil, true
	}
	if len(e.Fields)+len(e.Was)+len(e.Base) == 0 {
		return value, false
	}
	e.Fields, e.Was, e.Base = nil, nil, nil
	return e.appendJSON(nil), true
}

func (s shredder) ofStep(key string, value []byte) ([]byte, bool) {
	st, err := stepFrom(key, value)
	if err != nil {
		return value, false // nobody can take it back, and Check names it
	}
	if !s.touches(st) {
		return value, false
	}
	gone := s.has
	st.Writes = slices.DeleteFunc(st.Writes, func(w write) bool { return gone(w.ID) })
	st.Created = slices.DeleteFunc(st.Created, gone)
	st.Deleted = slices.DeleteFunc(st.Deleted, gone)
	st.Revived = slices.DeleteFunc(st.Revived, gone)
	maps.DeleteFunc(st.Seen, func(id string, _ merge.Context) bool { return gone(id) })
	if st.empty() && st.Import == "" {
		return nil, true
	}
	return mustJSON(st), true
}

func (s shredder) touches(st *step) bool {
	ids := slices.Concat(st.Created, st.Deleted, st.Revived)
	for _, w := range st.Writes {
		ids = append(ids, w.ID)
	}
	return slices.ContainsFunc(ids, s.has)
}

// ops gives the operations after which the store holds nothing of what was
// shredded.
func (s shredder) ops(store Store) ([]Op, error) {
	var ops []Op
	prefixes := []string{stepPrefix, importPrefix, recordPrefix}
	for id := range s {
		prefixes = append(prefixes, historyPrefix+id+"/")
	}
	for _, prefix := range prefixes {
		err := store.Scan(prefix, func(key string, value []byte) error {
			rest, less := s.value(key, value)
			if less {
				ops = append(ops, Op{Key: key, Value: bytes.Clone(rest)})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return ops, nil
}
