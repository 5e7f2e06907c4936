package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strconv"

	"nhipcau/app/desk"
	"nhipcau/storage"
)

// A history is a row of changes that follow from a seed, so that the writer and
// whoever looks at what is left agree without talking. Change n writes its
// number under the key "n" together with everything else, so that half of it
// would be seen.
type history struct{ seed uint64 }

const numberKey = "n"

// every is how often a change is an import: seldom, or every second time where
// the seed is odd.
func (h history) every() uint64 {
	if h.seed%2 == 1 {
		return 2
	}
	return 40
}

// newHistory draws a history, with many imports or with few.
func newHistory(r *rand.Rand, imports bool) history {
	h := history{r.Uint64() &^ 1}
	if imports {
		h.seed++
	}
	return h
}

// change gives the operations of change n, from 1.
func (h history) change(n uint64) []desk.Op {
	r := rand.New(rand.NewPCG(h.seed, n))
	ops := []desk.Op{{Key: numberKey, Value: []byte(strconv.FormatUint(n, 10))}}
	count := 1 + r.IntN(4)
	if n%h.every() == 0 {
		count = 400 // an import
	}
	for range count {
		key := fmt.Sprintf("r/visit/%03d", r.IntN(300))
		if r.IntN(10) == 0 {
			ops = append(ops, desk.Op{Key: key})
			continue
		}
		ops = append(ops, desk.Op{Key: key, Value: text(r, n)})
	}
	return append(ops, desk.Op{Key: fmt.Sprintf("h/x/%016x", n), Value: text(r, n)[:40]})
}

// text gives a value of 50 bytes to 3 KB that no other change writes.
func text(r *rand.Rand, n uint64) []byte {
	out := fmt.Appendf(nil, "đổi %d: ", n)
	for size := 50 + r.IntN(3000); len(out) < size; {
		out = strconv.AppendUint(out, r.Uint64(), 36)
	}
	return out
}

// state gives all values after change n.
func (h history) state(n uint64) map[string]string {
	out := map[string]string{}
	for i := uint64(1); i <= n; i++ {
		for _, op := range h.change(i) {
			if op.Value == nil {
				delete(out, op.Key)
			} else {
				out[op.Key] = string(op.Value)
			}
		}
	}
	return out
}

// numberOf reads how many changes a store holds, by its own words.
func numberOf(s desk.Store) (uint64, error) {
	raw, err := s.Get(numberKey)
	if err != nil || raw == nil {
		return 0, err
	}
	return strconv.ParseUint(string(raw), 10, 64)
}

func content(s desk.Store) (map[string]string, error) {
	out := map[string]string{}
	err := s.Scan("", func(key string, value []byte) error {
		out[key] = string(value)
		return nil
	})
	return out, err
}

// look opens a folder and says whether it holds every acknowledged change, at
// most one more, and none by half.
func (h history) look(dir string, acked uint64) (t trial) {
	t.Acks = acked
	s, err := storage.Open(dir, smallOptions())
	if err != nil {
		t.Outcome, t.Detail = "refused", err.Error()
		return t
	}
	t.Outcome = outcome(s.Opened())
	n, err := numberOf(s)
	var got map[string]string
	if err == nil {
		got, err = content(s)
	}
	if closing := s.Close(); err == nil {
		err = closing
	}
	switch {
	case err != nil:
		t.Detail = err.Error()
	case n < acked:
		t.Detail = fmt.Sprintf("change %d is there, and %d was acknowledged", n, acked)
	case n > acked+1:
		t.Detail = fmt.Sprintf("change %d is there, and only %d could have been written", n, acked+1)
	case !maps.Equal(got, h.state(n)):
		t.Detail = fmt.Sprintf("what is there is not the state after change %d", n)
	default:
		t.Held = true
		t.Acks = n
	}
	return t
}

func outcome(o desk.Opened) string {
	switch {
	case o.Missing > 0 || len(o.Damaged) > 0:
		return "reported"
	case o.Rebuilt:
		return "rebuilt"
	}
	return "opened"
}

// smallOptions are those of a store with small tables.
func smallOptions() storage.Options {
	return storage.Options{MemTable: 2 << 20, SnapshotAfter: 300 << 10, Floor: 4 << 20}
}
