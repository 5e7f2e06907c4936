package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/storetest"
)

var errCrash = errors.New("crash")

// crashAt stands for a crash after the n-th step, from 1; it notes the steps.
type crashAt struct {
	n     int
	steps []string
}

func (c *crashAt) step(name string) error {
	c.steps = append(c.steps, name)
	if len(c.steps) >= c.n && c.n > 0 {
		return errCrash
	}
	return nil
}

// image copies a data folder as it is at this moment, while it is open: what a
// program finds that starts after this one was killed. Badger goes on flushing
// in the background, so a copy counts only if the files were the same after it.
func image(t *testing.T, dir string) string {
	t.Helper()
	for {
		out := t.TempDir()
		before := listing(t, dir)
		whole := true
		for _, name := range strings.Fields(before) {
			name, _, _ = strings.Cut(name, ":")
			err := copyFile(filepath.Join(dir, name), filepath.Join(out, name))
			if errors.Is(err, fs.ErrNotExist) {
				whole = false
			} else if err != nil {
				t.Fatal(err)
			}
		}
		if whole && listing(t, dir) == before {
			return out
		}
	}
}

// listing gives the files of a data folder with their sizes, without the two
// locks, which go with the program that holds them.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "LOCK" || d.Name() == lockFile {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // flushed just now; the next listing differs
		}
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%s:%d ", filepath.ToSlash(rel), info.Size())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// scenario is a transaction, and the state of the store before and after it.
type scenario struct {
	setup, ops    []desk.Op
	before, after map[string]string
}

func newScenario(setup, ops []desk.Op) scenario {
	sc := scenario{setup: setup, ops: ops, before: map[string]string{}}
	for _, op := range setup {
		sc.before[op.Key] = string(op.Value)
	}
	sc.after = maps.Clone(sc.before)
	for _, op := range ops {
		if op.Value == nil {
			delete(sc.after, op.Key)
		} else {
			sc.after[op.Key] = string(op.Value)
		}
	}
	return sc
}

// largeScenario needs several transactions to be staged and to be applied: new
// records, changed and removed ones, and divided values that grow, shrink, go
// and come.
func largeScenario() scenario {
	var setup, ops []desk.Op
	for i := range 100 {
		setup = append(setup, storetest.Set(fmt.Sprintf("r/%04d", i), strings.Repeat("cũ", 50)))
	}
	text := func(s string, kb int) string { return strings.Repeat(s, kb<<10/len(s)) }
	setup = append(setup, storetest.Set("v/grows", text("a", 100)), storetest.Set("v/shrinks", text("b", 200)),
		storetest.Set("v/small", text("c", 200)), storetest.Set("v/goes", text("d", 150)), storetest.Set("stays", "x"))
	for i := 50; i < 600; i++ {
		ops = append(ops, storetest.Set(fmt.Sprintf("r/%04d", i), strings.Repeat("mới", 200)))
	}
	for i := range 20 {
		ops = append(ops, storetest.Del(fmt.Sprintf("r/%04d", i)))
	}
	ops = append(ops, storetest.Set("v/grows", text("A", 300)), storetest.Set("v/shrinks", text("B", 100)),
		storetest.Set("v/small", "C"), storetest.Del("v/goes"), storetest.Set("v/comes", text("E", 120)))
	return newScenario(setup, ops)
}

// run sets up a folder and carries out the transaction with a crash. It gives
// the image of the folder at the crash and what Commit said.
func (sc scenario) run(t *testing.T, crash *crashAt) (dir string, err error) {
	t.Helper()
	open1 := t.TempDir()
	s := open(t, open1, Options{memTable: smallTable})
	for _, op := range sc.setup {
		if err := s.Commit([]desk.Op{op}); err != nil {
			t.Fatal(err)
		}
	}
	s.step = crash.step
	err = s.Commit(sc.ops)
	dir = image(t, open1)
	if err != nil {
		sc.checkStopped(t, s)
	}
	closeStore(t, s)
	return dir, err
}

// checkStopped: after a failed commit readers see the state before or the one
// after, and nothing more is written.
func (sc scenario) checkStopped(t *testing.T, s *Store) {
	t.Helper()
	sc.check(t, s)
	err := s.Commit([]desk.Op{storetest.Set("more", "x")})
	if fault.KeyOf(err) != "fault.store_stopped" || !errors.Is(err, errCrash) {
		t.Errorf("the next Commit = %v", err)
	}
	if v, err := s.Get("more"); v != nil || err != nil {
		t.Errorf("it was written: %q, %v", v, err)
	}
}

// check gives whether the store holds the state after the transaction; any
// state between the two is an error.
func (sc scenario) check(t *testing.T, s *Store) (after bool) {
	t.Helper()
	got := storetest.Content(t, s)
	switch {
	case maps.Equal(got, sc.after):
		return true
	case !maps.Equal(got, sc.before):
		t.Errorf("half a transaction: %d keys; before %d, after %d", len(got), len(sc.before), len(sc.after))
	}
	return false
}

// steps lists the steps of the transaction where nothing goes wrong.
func (sc scenario) steps(t *testing.T) []string {
	t.Helper()
	var all crashAt
	dir, err := sc.run(t, &all)
	if err != nil {
		t.Fatal(err)
	}
	s := open(t, dir, Options{memTable: smallTable})
	if !sc.check(t, s) {
		t.Fatal("the transaction is not there")
	}
	return all.steps
}

func TestCrashAfterEachStep(t *testing.T) {
	sc := largeScenario()
	steps := sc.steps(t)
	decided := slices.Index(steps, "decide")
	if want := []string{"stage", "decide", "apply", "done", "clean"}; !slices.Equal(slices.Compact(slices.Clone(steps)), want) ||
		decided < 2 || len(steps) < decided+5 {
		t.Fatalf("steps = %q, want several of stage and apply in %q", steps, want)
	}
	for n := 1; n <= len(steps); n++ {
		t.Run(fmt.Sprintf("%02d %s", n, steps[n-1]), func(t *testing.T) {
			dir, err := sc.run(t, &crashAt{n: n})
			if fault.KeyOf(err) != "fault.store_stopped" || !errors.Is(err, errCrash) {
				t.Errorf("Commit = %v", err)
			}
			s := open(t, dir, Options{memTable: smallTable})
			if after := sc.check(t, s); after != (n > decided) {
				t.Errorf("after the crash the transaction is there: %v", after)
			}
			sc.checkClean(t, s)
		})
	}
}

// checkClean: nothing of a transaction is left but its values, and the store
// can be written to.
func (sc scenario) checkClean(t *testing.T, s *Store) {
	t.Helper()
	err := s.eachKey(blockPrefix, func(k []byte) error { return fmt.Errorf("%q is left", k) })
	if err != nil {
		t.Error(err)
	}
	if err := s.Commit(sc.ops); err != nil {
		t.Fatal(err)
	}
	if !sc.check(t, s) {
		t.Error("the transaction can't be carried out again")
	}
	var remove []desk.Op
	for k := range sc.after {
		remove = append(remove, storetest.Del(k))
	}
	if err := s.Commit(remove); err != nil {
		t.Fatal(err)
	}
	if n := internalKeys(t, s); n != 0 {
		t.Errorf("%d internal keys are left", n)
	}
}

// TestCrashWhileRecovering crashes after the decision and then after each step
// of the Open that follows.
func TestCrashWhileRecovering(t *testing.T) {
	sc := largeScenario()
	decided := slices.Index(sc.steps(t), "decide") + 1
	dir, err := sc.run(t, &crashAt{n: decided})
	if err == nil {
		t.Fatal("no crash")
	}
	for n := 1; ; n++ {
		again := image(t, dir)
		crash := &crashAt{n: n}
		s, err := Open(again, Options{memTable: smallTable, step: crash.step})
		if err == nil {
			closeStore(t, s)
			if n < 4 {
				t.Errorf("recovery took %d steps only", n)
			}
			return
		}
		if fault.KeyOf(err) != "fault.folder_damaged" || !errors.Is(err, errCrash) {
			t.Fatalf("Open = %v", err)
		}
		s = open(t, again, Options{memTable: smallTable})
		if !sc.check(t, s) {
			t.Errorf("crash after step %d of the recovery (%s): the transaction is lost", n, crash.steps[n-1])
		}
		closeStore(t, s)
	}
}

func TestCrashAfterASmallCommit(t *testing.T) {
	sc := newScenario([]desk.Op{storetest.Set("a", "1")}, []desk.Op{storetest.Set("a", "2"), storetest.Set("b", "3")})
	if diff := cmp.Diff([]string{"commit"}, sc.steps(t)); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
	dir, err := sc.run(t, &crashAt{n: 1})
	if fault.KeyOf(err) != "fault.store_stopped" {
		t.Errorf("Commit = %v", err)
	}
	if s := open(t, dir, Options{memTable: smallTable}); !sc.check(t, s) {
		t.Error("the transaction is lost")
	}
}

// TestDamagedStagingIsNotApplied: a decision without its blocks is told, and
// nothing is carried out.
func TestDamagedStagingIsNotApplied(t *testing.T) {
	for name, change := range map[string]entry{
		"a block is missing":    {key: blockKey(1), remove: true},
		"a block is cut off":    {key: blockKey(0), value: []byte{entrySet, 0, 200}},
		"the decision is short": {key: []byte(decisionKey), value: []byte{1}},
	} {
		t.Run(name, func(t *testing.T) {
			sc := largeScenario()
			decided := slices.Index(sc.steps(t), "decide") + 1
			dir := t.TempDir()
			s := open(t, dir, Options{memTable: smallTable})
			s.step = (&crashAt{n: decided}).step
			if err := s.Commit(sc.ops); err == nil {
				t.Fatal("no crash")
			}
			s.step = func(string) error { return nil }
			if err := s.transact("damage", []entry{change}); err != nil {
				t.Fatal(err)
			}
			closeStore(t, s)
			if _, err := Open(dir, Options{memTable: smallTable}); fault.KeyOf(err) != "fault.folder_damaged" {
				t.Errorf("Open = %v", err)
			}
		})
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
