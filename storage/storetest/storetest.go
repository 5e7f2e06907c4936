// Package storetest is the contract of desk.Store as tests, which every
// implementation has to pass. It knows none of them.
package storetest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

// Run tests the contract. Open gives an empty store, which Run closes.
func Run(t *testing.T, open func(t *testing.T) desk.Store) {
	for _, tc := range []struct {
		name string
		test func(t *testing.T, s desk.Store)
	}{
		{"write and read", writeAndRead},
		{"operations on one key", operationsOnOneKey},
		{"order", order},
		{"copies", copies},
		{"scan that ends early", scanEndsEarly},
		{"reading while scanning", readingWhileScanning},
		{"committing while scanning", committingWhileScanning},
		{"refused keys", refusedKeys},
		{"large values", largeValues},
		{"large transaction", largeTransaction},
		{"readers see whole transactions", wholeTransactions},
		{"any history", anyHistory},
		{"attached files", attachedFiles},
		{"closed", closed},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			})
			tc.test(t, s)
		})
	}
}

// Set is an operation that writes text.
func Set(key, value string) desk.Op { return desk.Op{Key: key, Value: []byte(value)} }

// Del is an operation that removes a key.
func Del(key string) desk.Op { return desk.Op{Key: key} }

// Content gives all keys and values of a store.
func Content(t testing.TB, s desk.Store) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, p := range scan(t, s, "") {
		out[p[0]] = p[1]
	}
	return out
}

func scan(t testing.TB, s desk.Store, prefix string) (pairs [][2]string) {
	t.Helper()
	err := s.Scan(prefix, func(key string, value []byte) error {
		if value == nil {
			t.Errorf("%q has no value", key)
		}
		pairs = append(pairs, [2]string{key, string(value)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

func commit(t testing.TB, s desk.Store, ops ...desk.Op) {
	t.Helper()
	if err := s.Commit(ops); err != nil {
		t.Fatal(err)
	}
}

func want(t testing.TB, s desk.Store, content map[string]string) {
	t.Helper()
	if diff := cmp.Diff(content, Content(t, s)); diff != "" {
		t.Errorf("content (-want +got):\n%s", diff)
	}
	for key, value := range content {
		got, err := s.Get(key)
		if err != nil || got == nil || string(got) != value {
			t.Errorf("Get(%q) = %d bytes, %v; want %d", key, len(got), err, len(value))
		}
	}
}

func writeAndRead(t *testing.T, s desk.Store) {
	want(t, s, map[string]string{})
	if v, err := s.Get("r/visit/1"); v != nil || err != nil {
		t.Errorf("Get of nothing = %v, %v", v, err)
	}
	commit(t, s)
	commit(t, s, Del("never there"))
	commit(t, s, Set("a", "một"), Set("b", ""), Set("c", "\x00\xff"))
	want(t, s, map[string]string{"a": "một", "b": "", "c": "\x00\xff"})
	commit(t, s, Set("a", "hai"), Del("c"))
	want(t, s, map[string]string{"a": "hai", "b": ""})
	if v, err := s.Get("c"); v != nil || err != nil {
		t.Errorf("Get of a removed key = %v, %v", v, err)
	}
}

func operationsOnOneKey(t *testing.T, s desk.Store) {
	commit(t, s, Set("a", "1"), Set("b", "1"), Set("a", "2"), Del("b"), Del("c"), Set("c", "3"))
	want(t, s, map[string]string{"a": "2", "c": "3"})
}

func order(t *testing.T, s desk.Store) {
	keys := []string{"a", "a/", "a/b", "a/b\x00", "a/b/c", "a/đ", "a0", "b", "é", "\xff", "\xff\xff"}
	for _, i := range []int{7, 2, 9, 0, 4, 10, 1, 8, 3, 6, 5} {
		commit(t, s, Set(keys[i], "x"))
	}
	for prefix, among := range map[string][]string{
		"": keys, "a": keys[:7], "a/": keys[1:6], "a/b": keys[2:5], "b": {"b"}, "\xff": keys[9:], "none": nil,
	} {
		var got []string
		for _, p := range scan(t, s, prefix) {
			got = append(got, p[0])
		}
		if !slices.Equal(got, among) {
			t.Errorf("Scan(%q) = %q, want %q", prefix, got, among)
		}
	}
}

// copies: neither side sees what the other one does to a slice afterwards.
func copies(t *testing.T, s desk.Store) {
	value := []byte("trước")
	commit(t, s, desk.Op{Key: "a", Value: value})
	copy(value, "sau!!")
	got, err := s.Get("a")
	if err != nil || string(got) != "trước" {
		t.Fatalf("Get = %q, %v", got, err)
	}
	copy(got, "khác!")
	want(t, s, map[string]string{"a": "trước"})
}

func scanEndsEarly(t *testing.T, s desk.Store) {
	commit(t, s, Set("a", "1"), Set("b", "2"), Set("c", "3"))
	enough := errors.New("enough")
	var seen []string
	err := s.Scan("", func(key string, _ []byte) error {
		seen = append(seen, key)
		if key == "b" {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || !slices.Equal(seen, []string{"a", "b"}) {
		t.Errorf("scan = %v after %q", err, seen)
	}
}

func readingWhileScanning(t *testing.T, s desk.Store) {
	commit(t, s, Set("a/1", "1"), Set("a/2", "2"), Set("b/1", "3"))
	n := 0
	err := s.Scan("a/", func(_ string, _ []byte) error {
		if v, err := s.Get("b/1"); err != nil || string(v) != "3" {
			t.Errorf("Get = %q, %v", v, err)
		}
		return s.Scan("", func(string, []byte) error {
			n++
			return nil
		})
	})
	if err != nil || n != 6 {
		t.Errorf("%d seen, %v", n, err)
	}
}

func committingWhileScanning(t *testing.T, s desk.Store) {
	commit(t, s, Set("a/1", "1"), Set("a/2", "2"))
	var seen []string
	err := s.Scan("a/", func(key string, value []byte) error {
		seen = append(seen, key+string(value))
		return s.Commit([]desk.Op{Set("a/2", "new"), Set("a/3", "new"), Del("a/1")})
	})
	if err != nil || !slices.Equal(seen, []string{"a/11", "a/22"}) {
		t.Errorf("scan = %q, %v", seen, err)
	}
	want(t, s, map[string]string{"a/2": "new", "a/3": "new"})
}

func refusedKeys(t *testing.T, s desk.Store) {
	long := strings.Repeat("k", 4096)
	commit(t, s, Set(long, "longest"))
	for _, bad := range []string{"", "\x00", "\x00p/a", long + "k"} {
		err := s.Commit([]desk.Op{Set("a", "1"), {Key: bad, Value: []byte("x")}})
		if fault.KeyOf(err) != "fault.bad_key" {
			t.Errorf("Commit with the key %.10q = %v", bad, err)
		}
		if v, err := s.Get(bad); v != nil || err != nil {
			t.Errorf("Get(%.10q) = %v, %v", bad, v, err)
		}
	}
	if got := scan(t, s, "\x00"); len(got) > 0 {
		t.Errorf("internal keys are seen: %q", got)
	}
	want(t, s, map[string]string{long: "longest"})
}

// large gives a text of n bytes that is nowhere like itself.
func large(n int) string {
	out := make([]byte, 0, n+20)
	for i := uint64(1); len(out) < n; i++ {
		out = binary.BigEndian.AppendUint64(out, i*0x9E3779B97F4A7C15)
	}
	return string(out[:n])
}

func largeValues(t *testing.T, s desk.Store) {
	content := map[string]string{}
	for _, n := range []int{1 << 10, 64 << 10, 256<<10 - 1, 256 << 10, 256<<10 + 1, 512 << 10, 1 << 20, 2<<20 + 3} {
		content[fmt.Sprintf("v/%08d", n)] = large(n)
	}
	for key, value := range content {
		commit(t, s, Set(key, value))
	}
	want(t, s, content)
	// Longer, shorter, small, gone.
	for _, n := range []int{3 << 20, 600 << 10, 3, 0} {
		content["v/02097155"] = large(n)
		commit(t, s, Set("v/02097155", content["v/02097155"]))
		want(t, s, content)
	}
	delete(content, "v/02097155")
	delete(content, "v/01048576")
	commit(t, s, Del("v/02097155"), Del("v/01048576"))
	want(t, s, content)
}

func largeTransaction(t *testing.T, s desk.Store) {
	content := map[string]string{"before": "1"}
	commit(t, s, Set("before", "1"), Set("goes", "x"))
	ops := []desk.Op{Del("goes")}
	for i := range 5000 {
		key := fmt.Sprintf("r/%05d", i)
		content[key] = large(1000 + i%7)
		ops = append(ops, Set(key, content[key]))
	}
	content["r/big"] = large(3 << 20)
	commit(t, s, append(ops, Set("r/big", content["r/big"]))...)
	want(t, s, content)
	ops = ops[:0]
	for key := range content {
		ops = append(ops, Del(key))
	}
	commit(t, s, ops...)
	want(t, s, map[string]string{})
}

// wholeTransactions reads while transactions are written that are large for
// any database: all values that a reader sees come from one of them.
func wholeTransactions(t *testing.T, s desk.Store) {
	write := func(round int) {
		ops := make([]desk.Op, 0, 40)
		for i := range cap(ops) {
			ops = append(ops, Set(fmt.Sprintf("r/%03d", i), strings.Repeat(string(rune('a'+round)), 60_000)))
		}
		commit(t, s, ops...)
	}
	write(0)
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					checkRound(t, s)
				}
			}
		})
	}
	for round := 1; round < 4; round++ {
		write(round)
	}
	close(stop)
	readers.Wait()
	checkRound(t, s)
}

func checkRound(t *testing.T, s desk.Store) {
	n, first := 0, byte(0)
	err := s.Scan("r/", func(key string, value []byte) error {
		if n++; n == 1 {
			first = value[0]
		}
		if value[0] != first || len(value) != 60_000 {
			return fmt.Errorf("%s is of %c, others of %c", key, value[0], first)
		}
		return nil
	})
	if err != nil || n != 40 {
		t.Errorf("%d values seen: %v", n, err)
	}
}

// anyHistory compares with a map.
func anyHistory(t *testing.T, s desk.Store) {
	model := map[string]string{}
	keys := rapid.SampledFrom([]string{"a", "a/", "a/1", "a/2", "b", "b/1", "c\x00", "đ"})
	rapid.Check(t, func(t *rapid.T) {
		var ops []desk.Op
		next := maps.Clone(model)
		for range rapid.IntRange(0, 12).Draw(t, "ops") {
			key := keys.Draw(t, "key")
			if rapid.Bool().Draw(t, "remove") {
				ops = append(ops, Del(key))
				delete(next, key)
				continue
			}
			value := rapid.String().Draw(t, "value")
			ops = append(ops, Set(key, value))
			next[key] = value
		}
		if err := s.Commit(ops); err != nil {
			t.Fatal(err)
		}
		model = next
		got := map[string]string{}
		err := s.Scan("", func(key string, value []byte) error {
			got[key] = string(value)
			return nil
		})
		if diff := cmp.Diff(model, got); diff != "" || err != nil {
			t.Fatalf("content (-want +got), %v:\n%s", err, diff)
		}
	})
}

func closed(t *testing.T, s desk.Store) {
	commit(t, s, Set("a", "1"))
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	_, get := s.Get("a")
	for name, err := range map[string]error{
		"commit": s.Commit([]desk.Op{Set("a", "2")}),
		"scan":   s.Scan("", func(string, []byte) error { return nil }),
		"get":    get,
	} {
		if fault.KeyOf(err) != "fault.store_closed" {
			t.Errorf("%s after Close = %v", name, err)
		}
	}
}
