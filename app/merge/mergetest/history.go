package mergetest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"nhipcau/app/merge"
)

// Fields are the fields of the record, in order. The last one is of a newer
// version: no declaration has it.
var Fields = []string{"notes", "place", "title", "zz_newer"}

// Chance draws a number from 0 to n-1; what says for what.
type Chance func(what string, n int) int

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

// History is one history on its way.
type History struct {
	oracle
	chance  Chance
	nodes   []*node
	parcels []parcel
	now     time.Time
	minted  int
}

// New begins a history of two to four installations, whose clocks are wrong by
// up to three days.
func New(chance Chance) *History {
	h := &History{chance: chance, oracle: oracle{ids: map[key]int{}}, now: time.UnixMilli(1_747_000_000_000)}
	for range 2 + chance("offices", 3) {
		h.nodes = append(h.nodes, &node{
			replica: h.mint(), record: blank(), known: set{}, skew: time.Duration(chance("skew", 145)-72) * time.Hour,
		})
	}
	return h
}

func blank() *merge.Record {
	return &merge.Record{ID: "0196a7c2-0000-7000-8000-000000000001", Kind: "visit", Schema: 1, Office: "0195aaaa-0000-7000-8000-000000000001"}
}

func (h *History) mint() merge.Replica {
	h.minted++
	return merge.Replica(fmt.Sprintf("R%011d", h.minted))
}

// step is one thing that can happen.
type step struct {
	name string
	run  func(*History) error
}

// steps are all things that can happen; what is here twice happens more often.
var steps = []step{
	{"edit", (*History).edit},
	{"edit again", (*History).edit},
	{"delete", (*History).remove},
	{"restore", (*History).restore},
	{"send", (*History).send},
	{"receive", (*History).receive},
	{"receive again", (*History).receive},
	{"set back", (*History).setBack},
}

// Steps gives what can happen, by name. Each step checks the whole history
// behind it, and returns an error where a word was lost or came back.
func (h *History) Steps() map[string]func() error {
	out := map[string]func() error{}
	for _, s := range steps {
		out[s.name] = func() error { return h.take(s) }
	}
	return out
}

func (h *History) take(s step) error {
	h.now = h.now.Add(time.Minute)
	if err := s.run(h); err != nil {
		return fmt.Errorf("%s: %w", s.name, err)
	}
	return h.check()
}

// Run plays a whole history of up to so many steps, by chance, to its end.
func Run(chance Chance, most int) error {
	h := New(chance)
	for range 1 + chance("length", most) {
		if err := h.take(steps[chance("step", len(steps))]); err != nil {
			return err
		}
	}
	return h.Finish()
}

func (h *History) node() *node { return h.nodes[h.chance("node", len(h.nodes))] }

func (h *History) stamp(n *node) merge.Stamp {
	n.n++
	n.last = merge.NextClock(h.now.Add(n.skew), n.last)
	return merge.Stamp{Dot: merge.Dot{Replica: n.replica, N: n.n}, Clock: n.last, Author: string(n.replica)}
}

// edit writes one or two fields, having some of their values on screen.
func (h *History) edit() error {
	n := h.node()
	s := h.stamp(n)
	first := h.chance("field", len(Fields))
	var changes []merge.Change
	for i := range 1 + h.chance("fields", 2) {
		name := Fields[(first+i)%len(Fields)]
		seen := h.screen(n.record.Fields[name].Dots())
		value := strconv.Quote(fmt.Sprint(h.chance("value", 6)))
		changes = append(changes, merge.Change{Field: name, JSON: []byte(value), Seen: seen})
		h.note(n, s.Dot, write{field: name, json: value}, seen)
	}
	n.record = n.record.WithAll(s, changes...)
	return nil
}

// screen draws what an author sees: mostly all, at times what stood there earlier.
func (h *History) screen(all []merge.Dot) []merge.Dot {
	if len(all) == 0 || h.chance("attention", 4) > 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(merge.Dot) bool { return h.chance("overlooked", 2) == 0 })
}

func (h *History) remove() error {
	n := h.node()
	covered := maps.Clone(n.known)
	for _, id := range h.standing(n.known, merge.DelField) {
		maps.Copy(covered, h.writes[id].deleted)
	}
	s, seen := h.stamp(n), n.record.Fields[merge.DelField].Dots()
	n.record = n.record.Delete(s)
	h.note(n, s.Dot, write{field: merge.DelField, deleted: covered}, seen)
	return nil
}

func (h *History) restore() error {
	n := h.node()
	if trashed, contested := n.record.Trashed(); trashed || contested {
		s, seen := h.stamp(n), n.record.Fields[merge.DelField].Dots()
		n.record = n.record.Restore(s)
		h.note(n, s.Dot, write{field: merge.DelField, restore: true}, seen)
	}
	return nil
}

// send packs a bundle, redacted at times.
func (h *History) send() error {
	n := h.node()
	var hidden []string
	for _, name := range Fields {
		if h.chance("hidden", 4) == 0 {
			hidden = append(hidden, name)
		}
	}
	p, err := h.pack(n, hidden...)
	h.parcels = append(h.parcels, p)
	return err
}

func (h *History) pack(n *node, hidden ...string) (parcel, error) {
	known := maps.Clone(n.known)
	maps.DeleteFunc(known, func(id int, _ bool) bool { return slices.Contains(hidden, h.writes[id].field) })
	packed, err := merge.Pack(n.record.Without(hidden...))
	return parcel{string(packed), known}, err
}

// receive takes any bundle ever sent: late, out of order, or once more.
func (h *History) receive() error {
	if len(h.parcels) == 0 {
		return nil
	}
	return h.accept(h.node(), h.parcels[h.chance("parcel", len(h.parcels))])
}

func (h *History) accept(n *node, p parcel) error {
	theirs, err := merge.Unpack([]byte(p.packed))
	if err != nil {
		return err
	}
	merged, err := merge.Merge(n.record, theirs)
	if err != nil {
		return err
	}
	other, err := merge.Merge(theirs, n.record)
	if err != nil {
		return err
	}
	if !merged.Equal(other) {
		return fmt.Errorf("%s: merged the other way round it is another record", n.replica)
	}
	n.record = merged
	maps.Copy(n.known, p.known)
	return nil
}

// setBack sets an installation back to what some bundle held, as after a
// restore. It goes on under a new replica name.
func (h *History) setBack() error {
	if len(h.parcels) == 0 {
		return nil
	}
	n, old := h.node(), h.parcels[h.chance("backup", len(h.parcels))]
	n.record, n.known = blank(), set{}
	n.replica, n.n = h.mint(), 0
	return h.accept(n, old)
}
