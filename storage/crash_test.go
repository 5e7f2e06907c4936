package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/journal"
	"nhipcau/storage/storetest"
)

var errCrash = errors.New("crash")

// crashAt stands for a crash after the n-th step of a commit, from 1; it notes
// the steps. It counts only while armed.
type crashAt struct {
	n     int
	armed bool
	steps []string
}

func (c *crashAt) step(name string) error {
	if !c.armed {
		return nil
	}
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
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
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

// largeScenario needs several transactions of the database: new records,
// changed and removed ones, and divided values that grow, shrink, go and come.
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
	s := open(t, open1, Options{MemTable: smallTable, step: crash.step})
	if err := s.Commit(sc.setup); err != nil {
		t.Fatal(err)
	}
	crash.armed = true
	err = s.Commit(sc.ops)
	dir = image(t, open1)
	if err != nil {
		sc.checkStopped(t, s)
	}
	crash.armed = false
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

// TestCrashAfterEachStep: from the moment on at which a change stands in the
// journal, the next start has it.
func TestCrashAfterEachStep(t *testing.T) {
	sc := largeScenario()
	var all crashAt
	if _, err := sc.run(t, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.steps) < 4 || all.steps[0] != "journal" || !slices.Equal(slices.Compact(all.steps[1:]), []string{"apply"}) {
		t.Fatalf("steps = %q, want the journal and several to the database", all.steps)
	}
	for n := 1; n <= 4; n++ {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			dir, err := sc.run(t, &crashAt{n: n})
			if fault.KeyOf(err) != "fault.store_stopped" || !errors.Is(err, errCrash) {
				t.Errorf("Commit = %v", err)
			}
			s := open(t, dir, Options{MemTable: smallTable, Logger: slog.New(slog.NewTextHandler(t.Output(), nil))})
			if !sc.check(t, s) {
				t.Error("the transaction is lost")
			}
			if got := s.Opened(); got.Rebuilt || got.Missing > 0 || len(got.Damaged) > 0 {
				t.Errorf("the start tells of damage: %+v", got)
			}
		})
	}
}

// TestCrashWhileRebuilding ends the program at each step of a rebuild; the next
// start begins it again.
func TestCrashWhileRebuilding(t *testing.T) {
	sc := largeScenario()
	dir, err := sc.run(t, &crashAt{})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "db", "MANIFEST")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "db", "000001.sst"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for n := 1; n < 4; n++ {
		again := image(t, dir)
		crash := &crashAt{n: n, armed: true}
		if _, err := Open(again, Options{MemTable: smallTable, step: crash.step}); !errors.Is(err, errCrash) {
			t.Fatalf("Open with a crash at step %d = %v", n, err)
		}
		s := open(t, again, Options{MemTable: smallTable})
		if !sc.check(t, s) || !s.Opened().Rebuilt {
			t.Errorf("crash at step %d: %+v", n, s.Opened())
		}
	}
}

// TestTornFrame: bytes of a change that nobody was told of are cut off, kept
// aside, and the change is not there.
func TestTornFrame(t *testing.T) {
	sc := newScenario([]desk.Op{storetest.Set("a", "1")}, []desk.Op{storetest.Set("a", "2"), storetest.Set("b", "3")})
	dir, err := sc.run(t, &crashAt{})
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(lastSegment(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	length := len(whole)
	for _, cut := range []int{1, 10, 45} {
		again := image(t, dir)
		// The database of that moment knew the change, so it is taken away too.
		if err := errors.Join(os.RemoveAll(filepath.Join(again, "db")), os.Truncate(lastSegment(t, again), int64(length-cut))); err != nil {
			t.Fatal(err)
		}
		s := open(t, again, Options{})
		if sc.check(t, s) {
			t.Error("a change of which the end is missing is there")
		}
		kept, err := filepath.Glob(filepath.Join(again, "aside", "torn-*"))
		if err != nil || len(kept) != 1 {
			t.Errorf("kept aside: %v, %v", kept, err)
		}
		if err := s.Commit(sc.ops); err != nil {
			t.Fatal(err)
		}
		closeStore(t, s)
		if !sc.check(t, open(t, again, Options{})) {
			t.Error("the change that followed is lost")
		}
	}
}

func lastSegment(t *testing.T, dir string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "journal", "*.jnl"))
	if err != nil || len(found) == 0 {
		t.Fatalf("segments: %v, %v", found, err)
	}
	return found[len(found)-1]
}

// faults are the errors that the files of a journal give, nil for none.
type faults struct{ write, sync, truncate error }

// faulty is a file whose operations fail when told to.
type faulty struct {
	journal.File
	*faults
}

func (f faulty) WriteAt(p []byte, off int64) (int, error) {
	if f.write != nil {
		n, _ := f.File.WriteAt(p[:len(p)/2], off)
		return n, f.write
	}
	return f.File.WriteAt(p, off)
}

func (f faulty) Sync() error { return errors.Join(f.sync, f.File.Sync()) }

func (f faulty) Truncate(n int64) error {
	if f.truncate != nil {
		return f.truncate
	}
	return f.File.Truncate(n)
}

// TestJournalFails: a write that fails is taken back and the store goes on; a
// flush that fails closes it.
func TestJournalFails(t *testing.T) {
	for name, tc := range map[string]struct {
		fault faults
		rule  string
		goes  bool
	}{
		"no room":                     {faults{write: errCrash}, "fault.disk_full", true},
		"no room, and not taken back": {faults{write: errCrash, truncate: errCrash}, "fault.store_stopped", false},
		"the flush fails":             {faults{sync: errCrash}, "fault.store_stopped", false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			var f faults
			s := open(t, dir, Options{openJournal: func(path string) (journal.File, error) {
				file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
				return faulty{file, &f}, err
			}})
			if err := s.Commit([]desk.Op{storetest.Set("a", "1")}); err != nil {
				t.Fatal(err)
			}
			f = tc.fault
			if err := s.Commit([]desk.Op{storetest.Set("a", "2")}); fault.KeyOf(err) != tc.rule {
				t.Errorf("Commit = %v, want %s", err, tc.rule)
			}
			f = faults{}
			err := s.Commit([]desk.Op{storetest.Set("b", "1")})
			if (err == nil) != tc.goes {
				t.Errorf("the next Commit = %v", err)
			}
			closeStore(t, s)
			s = open(t, dir, Options{})
			got := storetest.Content(t, s)
			if tc.goes && !maps.Equal(got, map[string]string{"a": "1", "b": "1"}) || got["a"] == "" {
				t.Errorf("after it: %v", got)
			}
		})
	}
}

// TestDiskFloor: below the floor nothing is written, and it works again once
// there is room.
func TestDiskFloor(t *testing.T) {
	free := int64(1 << 30)
	s := open(t, t.TempDir(), Options{free: func(string) (int64, bool) { return free, true }})
	if err := s.Commit([]desk.Op{storetest.Set("a", "1")}); err != nil {
		t.Fatal(err)
	}
	free = usualFloor - 1
	var f *fault.Fault
	if err := s.Commit([]desk.Op{storetest.Set("a", "2")}); !errors.As(err, &f) || f.Key != "fault.disk_full" {
		t.Errorf("Commit = %v", err)
	}
	free = usualFloor
	if err := s.Commit([]desk.Op{storetest.Set("a", "3")}); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

// dropMark takes from a database what version 1 did not write.
func dropMark(t *testing.T, db string) {
	t.Helper()
	b, err := badger.Open(badger.DefaultOptions(db).WithLogger(nil))
	if err != nil {
		t.Fatal(err)
	}
	err = b.Update(func(txn *badger.Txn) error { return txn.Delete([]byte("\x00m")) })
	if err = errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
}
