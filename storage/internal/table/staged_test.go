package table

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"nhipcau/app/desk"
)

func openTable(t *testing.T, dir string) *Table {
	t.Helper()
	tab, err := Open(dir, Options{MemTable: 2 << 20, Wait: func(time.Duration) { t.Error("it waits") }})
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func content(t *testing.T, tab *Table) map[string]string {
	t.Helper()
	out := map[string]string{}
	v := tab.View()
	defer v.Leave()
	err := v.Scan("", func(k string, value []byte) error {
		out[k] = string(value)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// internalKeys counts the keys that no reader sees, without the mark.
func internalKeys(t *testing.T, tab *Table) (n int) {
	t.Helper()
	err := tab.eachKey("\x00", func(k []byte) error {
		if string(k) != markKey {
			n++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestPartsGoWithTheirValue(t *testing.T) {
	dir := t.TempDir()
	tab := openTable(t, dir)
	large := []byte(strings.Repeat("lớn ", 300_000))
	if err := tab.Apply([]desk.Op{{Key: "a", Value: large}}, Mark{Seq: 1}); err != nil {
		t.Fatal(err)
	}
	if n := internalKeys(t, tab); n < 2 {
		t.Errorf("%d parts", n)
	}
	if err := tab.Close(); err != nil {
		t.Fatal(err)
	}
	// The parts of a value that was divided before the restart are known.
	tab = openTable(t, dir)
	defer tab.Close()
	if got := content(t, tab); got["a"] != string(large) {
		t.Errorf("%d bytes", len(got["a"]))
	}
	if m, ok, err := tab.Mark(); m != (Mark{Seq: 1}) || !ok || err != nil {
		t.Errorf("mark %+v, %v, %v", m, ok, err)
	}
	if err := tab.Apply([]desk.Op{{Key: "a", Value: []byte("nhỏ")}}, Mark{Seq: 2}); err != nil {
		t.Fatal(err)
	}
	if n := internalKeys(t, tab); n != 0 {
		t.Errorf("%d internal keys are left", n)
	}
}

// appendEntry writes an entry as folders of form 1 did.
func appendEntry(dst []byte, e entry) []byte {
	does := byte(entrySet)
	if e.remove {
		does = entryRemove
	}
	dst = append(dst, does, e.meta)
	for _, text := range [][]byte{e.key, e.value} {
		dst = binary.AppendUvarint(dst, uint64(len(text)))
		dst = append(dst, text...)
	}
	return dst
}

// staged is what a folder of form 1 holds after a crash: a value, two blocks
// that change it, and the commit point if it came so far.
func staged(t *testing.T, decided bool, damage ...entry) string {
	t.Helper()
	dir := t.TempDir()
	tab := openTable(t, dir)
	entries := []entry{
		{key: []byte("old"), value: []byte("1")},
		{key: blockKey(0), value: appendEntry(nil, entry{key: []byte("old"), remove: true})},
		{key: blockKey(1), value: appendEntry(appendEntry(nil, entry{key: []byte("new"), value: []byte("2")}), entry{key: []byte("new2"), value: []byte("3")})},
	}
	if decided {
		entries = append(entries, entry{key: []byte(decisionKey), value: []byte{0, 0, 0, 2}})
	}
	if err := tab.transact(append(entries, damage...)); err != nil {
		t.Fatal(err)
	}
	if err := tab.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestStagedChangeIsFinished(t *testing.T) {
	for decided, want := range map[bool]map[string]string{
		true:  {"new": "2", "new2": "3"},
		false: {"old": "1"},
	} {
		tab := openTable(t, staged(t, decided))
		if got := content(t, tab); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("decided %v: %v", decided, got)
		}
		if n := internalKeys(t, tab); n != 0 {
			t.Errorf("decided %v: %d internal keys are left", decided, n)
		}
		if err := tab.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestDamagedStagingIsNotApplied: a decision without its blocks is told, and
// nothing is carried out.
func TestDamagedStagingIsNotApplied(t *testing.T) {
	for name, damage := range map[string]entry{
		"a block is missing":    {key: blockKey(1), remove: true},
		"a block is cut off":    {key: blockKey(0), value: []byte{entrySet, 0, 200}},
		"the decision is short": {key: []byte(decisionKey), value: []byte{1}},
	} {
		if tab, err := Open(staged(t, true, damage), Options{MemTable: 2 << 20}); err == nil {
			t.Errorf("%s: it opens with %v", name, content(t, tab))
		}
	}
}

func TestBlocksRoundTrip(t *testing.T) {
	want := []entry{
		{key: []byte("a"), value: []byte("một")},
		{key: []byte("b"), remove: true},
		{key: []byte("c"), value: []byte{0, 0, 0, 2}, meta: metaDivided},
		{key: []byte(strings.Repeat("k", 300)), value: []byte(strings.Repeat("v", 70_000))},
		{key: []byte("d")},
	}
	var block []byte
	for _, e := range want {
		block = appendEntry(block, e)
	}
	for cut := range 8 {
		_, _, err := cutEntry(block[:cut])
		if whole := len(appendEntry(nil, want[0])); (err == nil) != (cut >= whole) {
			t.Errorf("%d bytes: %v", cut, err)
		}
	}
	for i := 0; len(block) > 0; i++ {
		var e entry
		var err error
		if e, block, err = cutEntry(block); err != nil {
			t.Fatal(err)
		}
		if string(e.key) != string(want[i].key) || string(e.value) != string(want[i].value) ||
			e.meta != want[i].meta || e.remove != want[i].remove {
			t.Errorf("entry %d = %+v", i, e)
		}
	}
}

// FuzzCutEntry: a damaged block is refused, never a panic.
func FuzzCutEntry(f *testing.F) {
	f.Add(appendEntry(appendEntry(nil, entry{key: []byte("a"), value: []byte("b")}), entry{key: []byte("c"), remove: true}))
	f.Add([]byte{0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Add([]byte{2, 0})
	f.Fuzz(func(t *testing.T, block []byte) {
		for len(block) > 0 {
			e, rest, err := cutEntry(block)
			if err != nil {
				return
			}
			if len(rest) >= len(block) || len(e.key)+len(e.value) > len(block) {
				t.Fatalf("%d bytes of %d are left", len(rest), len(block))
			}
			block = rest
		}
	})
}

func TestLogTakesWarningsOnly(t *testing.T) {
	var out bytes.Buffer
	l := badgerLog{slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}))}
	l.Debugf("one")
	l.Infof("two")
	l.Warningf("three %d\n", 3)
	l.Errorf("four")
	text := out.String()
	if strings.Contains(text, "one") || strings.Contains(text, "two") ||
		!strings.Contains(text, `level=WARN msg="badger: three 3"`) || !strings.Contains(text, `level=ERROR msg="badger: four"`) {
		t.Errorf("log:\n%s", text)
	}
}
