package mergetest

import (
	"maps"
	"slices"

	"nhipcau/app/merge"
)

// write is one write of one field, as the oracle knows it.
type write struct {
	field    string
	json     string
	replaced []int
	// Of a deletion: every write that its author knew. Nil for all else.
	deleted set
	restore bool
}

// set is a set of writes, by their numbers.
type set map[int]bool

type key struct {
	dot   merge.Dot
	field string
}

// oracle keeps all writes of a history.
type oracle struct {
	writes []write
	ids    map[key]int
}

// note tells the oracle of a write at n that replaces what was seen.
func (o *oracle) note(n *node, d merge.Dot, w write, seen []merge.Dot) {
	for _, old := range seen {
		w.replaced = append(w.replaced, o.ids[key{old, w.field}])
	}
	id := len(o.writes)
	o.writes = append(o.writes, w)
	o.ids[key{d, w.field}] = id
	n.known[id] = true
}

// standing returns what must stand in a field where these writes are known, in
// the order in which they were made.
func (o *oracle) standing(known set, field string) []int {
	gone := set{}
	for id := range known {
		for _, old := range o.writes[id].replaced {
			gone[old] = true
		}
	}
	var ids []int
	for id := range known {
		if o.writes[id].field == field && !gone[id] {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// trash returns what must be said of a record where these writes are known.
func (o *oracle) trash(known set) (trashed, contested bool) {
	covered, deletes, restores := set{}, false, false
	for _, id := range o.standing(known, merge.DelField) {
		maps.Copy(covered, o.writes[id].deleted)
		deletes = deletes || !o.writes[id].restore
		restores = restores || o.writes[id].restore
	}
	whole := !restores
	for _, field := range Fields {
		for _, id := range o.standing(known, field) {
			whole = whole && covered[id]
		}
	}
	return deletes && whole, deletes && !whole
}

// conflicts returns the fields in which different words stand.
func (o *oracle) conflicts(known set) []string {
	var names []string
	for _, field := range Fields {
		words := map[string]bool{}
		for _, id := range o.standing(known, field) {
			words[o.writes[id].json] = true
		}
		if len(words) > 1 {
			names = append(names, field)
		}
	}
	return names
}

// minters is what has really been written, by replica.
func (o *oracle) minters() merge.Context {
	all := merge.Context{}
	for k := range o.ids {
		all[k.dot.Replica] = max(all[k.dot.Replica], k.dot.N)
	}
	return all
}
