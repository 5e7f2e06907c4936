package merge_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nhipcau/app/merge"
)

// The oracle knows nothing of dots, contexts or clocks. It keeps the set of
// writes that have come to each installation and, for each write, which
// others its author knowingly replaced. What must stand in a field is every
// write that came and that no write that came replaced.

type write struct {
	field    string
	replaced []int
	// Of a deletion: every write that its author knew. Nil for all else.
	deleted set
	restore bool
}

type set map[int]bool

type key struct {
	dot   merge.Dot
	field string
}

// node is one installation.
type node struct {
	replica merge.Replica
	n       uint64
	record  *merge.Record
	known   set
	skew    time.Duration // how wrong its clock is
	last    merge.Clock
}

// parcel is a bundle on its way; one that nobody takes is lost.
type parcel struct {
	packed string
	known  set
}

type history struct {
	*rapid.T
	writes  []write
	ids     map[key]int
	nodes   []*node
	parcels []parcel
	now     time.Time
	minted  int
}

var historyFields = []string{"notes", "place", "title"}

func newHistory(t *rapid.T) *history {
	h := &history{T: t, ids: map[key]int{}, now: early.Time()}
	for range rapid.IntRange(2, 4).Draw(t, "offices") {
		h.nodes = append(h.nodes, &node{
			replica: h.mint(),
			record:  &merge.Record{ID: "1", Kind: "visit", Schema: 1, Office: office},
			known:   set{},
			skew:    time.Duration(rapid.IntRange(-72, 72).Draw(t, "skew")) * time.Hour,
		})
	}
	return h
}

func (h *history) mint() merge.Replica {
	h.minted++
	return merge.Replica(fmt.Sprintf("R%011d", h.minted))
}

func (h *history) node() *node { return rapid.SampledFrom(h.nodes).Draw(h.T, "node") }

func (h *history) stamp(n *node) merge.Stamp {
	n.n++
	n.last = merge.NextClock(h.now.Add(n.skew), n.last)
	return merge.Stamp{Dot: dot(n.replica, n.n), Clock: n.last, Author: string(n.replica)}
}

// note tells the oracle of a write that replaces what was seen.
func (h *history) note(n *node, s merge.Stamp, w write, seen []merge.Dot) {
	for _, d := range seen {
		w.replaced = append(w.replaced, h.ids[key{d, w.field}])
	}
	id := len(h.writes)
	h.writes = append(h.writes, w)
	h.ids[key{s.Dot, w.field}] = id
	n.known[id] = true
}

// edit writes one or two fields, having some of their values on screen.
func (h *history) edit(*rapid.T) {
	n := h.node()
	s := h.stamp(n)
	names := rapid.SliceOfNDistinct(rapid.SampledFrom(historyFields), 1, 2, rapid.ID[string]).Draw(h.T, "fields")
	var changes []merge.Change
	for _, name := range names {
		seen := h.screen(n.record.Fields[name].Dots())
		value := fmt.Sprint(rapid.IntRange(0, 5).Draw(h.T, "value"))
		changes = append(changes, merge.Change{Field: name, JSON: []byte(value), Seen: seen})
		h.note(n, s, write{field: name}, seen)
	}
	n.record = n.record.WithAll(s, changes...)
}

// screen draws what an author sees: mostly all, at times what stood there earlier.
func (h *history) screen(all []merge.Dot) []merge.Dot {
	if len(all) == 0 || rapid.IntRange(0, 3).Draw(h.T, "attention") > 0 {
		return all
	}
	return rapid.SliceOfNDistinct(rapid.SampledFrom(all), 0, len(all), rapid.ID[merge.Dot]).Draw(h.T, "seen")
}

func (h *history) remove(*rapid.T) {
	n := h.node()
	covered := maps.Clone(n.known)
	for _, id := range h.standing(n.known, merge.DelField) {
		maps.Copy(covered, h.writes[id].deleted)
	}
	s, seen := h.stamp(n), n.record.Fields[merge.DelField].Dots()
	n.record = n.record.Delete(s)
	h.note(n, s, write{field: merge.DelField, deleted: covered}, seen)
}

func (h *history) restore(*rapid.T) {
	n := h.node()
	if trashed, contested := n.record.Trashed(); trashed || contested {
		s, seen := h.stamp(n), n.record.Fields[merge.DelField].Dots()
		n.record = n.record.Restore(s)
		h.note(n, s, write{field: merge.DelField, restore: true}, seen)
	}
}

// send packs a bundle, redacted at times.
func (h *history) send(*rapid.T) {
	n := h.node()
	hidden := rapid.SliceOfNDistinct(rapid.SampledFrom(historyFields), 0, 2, rapid.ID[string]).Draw(h.T, "hidden")
	known := maps.Clone(n.known)
	maps.DeleteFunc(known, func(id int, _ bool) bool { return slices.Contains(hidden, h.writes[id].field) })
	h.parcels = append(h.parcels, parcel{packed(h.T, n.record.Without(hidden...)), known})
}

// receive takes any bundle ever sent: late, out of order, or once more.
func (h *history) receive(*rapid.T) {
	if len(h.parcels) > 0 {
		h.take(h.node(), rapid.SampledFrom(h.parcels).Draw(h.T, "parcel"))
	}
}

func (h *history) take(n *node, p parcel) {
	theirs, err := merge.Unpack([]byte(p.packed))
	if err != nil {
		h.Fatal(err)
	}
	n.record = join(h.T, n.record, theirs)
	maps.Copy(n.known, p.known)
}

// backup sets an installation back to what some bundle held. It goes on under
// a new replica id.
func (h *history) backup(*rapid.T) {
	if len(h.parcels) == 0 {
		return
	}
	n, old := h.node(), rapid.SampledFrom(h.parcels).Draw(h.T, "backup")
	n.record, n.known = &merge.Record{ID: "1", Kind: "visit", Schema: 1, Office: office}, set{}
	n.replica, n.n = h.mint(), 0
	h.take(n, old)
}

// standing returns what must stand in a field where these writes are known.
func (h *history) standing(known set, field string) []int {
	gone := set{}
	for id := range known {
		for _, old := range h.writes[id].replaced {
			gone[old] = true
		}
	}
	var ids []int
	for id := range known {
		if h.writes[id].field == field && !gone[id] {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

func (h *history) check(*rapid.T) {
	h.now = h.now.Add(time.Minute)
	for _, n := range h.nodes {
		for _, field := range append([]string{merge.DelField}, historyFields...) {
			var got []int
			for _, d := range n.record.Fields[field].Dots() {
				got = append(got, h.ids[key{d, field}])
			}
			slices.Sort(got)
			if want := h.standing(n.known, field); !slices.Equal(got, want) {
				h.Fatalf("%s %s: writes %v stand, want %v", n.replica, field, got, want)
			}
		}
		h.checkTrash(n)
	}
}

func (h *history) checkTrash(n *node) {
	covered, deletes, restores := set{}, false, false
	for _, id := range h.standing(n.known, merge.DelField) {
		maps.Copy(covered, h.writes[id].deleted)
		deletes = deletes || !h.writes[id].restore
		restores = restores || h.writes[id].restore
	}
	whole := !restores
	for _, field := range historyFields {
		for _, id := range h.standing(n.known, field) {
			whole = whole && covered[id]
		}
	}
	trashed, contested := n.record.Trashed()
	if trashed != (deletes && whole) || contested != (deletes && !whole) {
		h.Fatalf("%s: trashed %v, contested %v; deleted %v, all of it %v", n.replica, trashed, contested, deletes, whole)
	}
}

// exchange brings everything to everybody.
func (h *history) exchange() {
	for range 2 {
		for _, from := range h.nodes {
			for _, to := range h.nodes {
				h.take(to, parcel{packed(h.T, from.record), from.known})
			}
		}
	}
}

func TestHistories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := newHistory(t)
		t.Repeat(map[string]func(*rapid.T){
			"": h.check, "edit": h.edit, "edit again": h.edit, "delete": h.remove, "restore": h.restore,
			"send": h.send, "receive": h.receive, "receive again": h.receive, "backup": h.backup,
		})
		h.exchange()
		h.check(t)
		for _, n := range h.nodes[1:] {
			same(t, "after full exchange", h.nodes[0].record, n.record)
		}
		for _, n := range h.nodes {
			if clashes := n.record.Clashes(); len(clashes) > 0 {
				t.Fatalf("clashes %v", clashes)
			}
			if claims := n.record.Unbacked(h.minters()); len(claims) > 0 {
				t.Fatalf("claims %v", claims)
			}
		}
	})
}

// minters is what has really been written, by replica.
func (h *history) minters() merge.Context {
	all := merge.Context{}
	for k := range h.ids {
		all[k.dot.Replica] = max(all[k.dot.Replica], k.dot.N)
	}
	return all
}
