package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/snapshot"
	"nhipcau/storage/storetest"
)

// secret is what has to be gone. It is text that no compression shortens.
const secret = "Q7xK-Đại-biểu-01-W9zP"

// remembering fills a folder in which the secret stands everywhere: in the
// journal, in two snapshots, in tables of the database and in an attached file.
func remembering(t *testing.T, dir string, opts Options) (s *Store, attached string) {
	t.Helper()
	opts.MemTable, opts.SnapshotAfter = smallTable, 30<<10
	s = open(t, dir, opts)
	for i := range 40 {
		ops := []desk.Op{storetest.Set("p/1", fmt.Sprint(secret, i)), storetest.Set(fmt.Sprintf("r/%04d", i), strings.Repeat("ghi chú ", 200))}
		if err := s.Commit(ops); err != nil {
			t.Fatal(err)
		}
		s.Settle()
	}
	attached, _, err := s.Attach(strings.NewReader("hồ sơ " + secret))
	if err != nil {
		t.Fatal(err)
	}
	return s, attached
}

// holders names the files of a folder in which the secret stands, backups and
// what was set aside left out. Badger flushes in the background, so that a look
// counts only if no file went away meanwhile.
func holders(t *testing.T, dir string) []string {
	t.Helper()
	for {
		out, err := look(dir)
		if err == nil {
			return out
		}
		if !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
}

func look(dir string) (out []string, err error) {
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		found := bytes.Contains(raw, []byte(secret))
		if strings.HasSuffix(path, ".snap") {
			_, err = snapshot.Read(path, sumOf, func(_ string, value []byte) error {
				found = found || bytes.Contains(value, []byte(secret))
				return nil
			})
		}
		if rel, _ := filepath.Rel(dir, path); found && !strings.HasPrefix(rel, backupFolder) && !strings.HasPrefix(rel, asideFolder) {
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	return out, err
}

var forgetOps = []desk.Op{storetest.Set("p/1", "đã xóa"), storetest.Del("r/0003")}

func TestForgetLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s, attached := remembering(t, dir, Options{})
	before := holders(t, dir)
	for _, part := range []string{"journal/", "snapshots/", "db/", "attachments/"} {
		if !slices.ContainsFunc(before, func(name string) bool { return strings.HasPrefix(name, part) }) {
			t.Fatalf("the test shows nothing: no secret in %s of %q", part, before)
		}
	}
	want := storetest.Content(t, s)
	want["p/1"] = "đã xóa"
	delete(want, "r/0003")
	if err := s.Forget([]byte("the list"), forgetOps, []string{attached}); err != nil {
		t.Fatal(err)
	}
	if left := holders(t, dir); len(left) > 0 {
		t.Errorf("it still stands in %q", left)
	}
	if got := storetest.Content(t, s); !maps.Equal(got, want) {
		t.Error("something else is gone too")
	}
	if found, err := snapshot.List(filepath.Join(dir, snapFolder)); err != nil || len(found) != keptSnapshots {
		t.Errorf("snapshots: %v, %v", found, err)
	}
	if found, err := s.Examine(); err != nil || len(found) > 0 {
		t.Errorf("damage: %v, %v", found, err)
	}
	if err := s.Commit([]desk.Op{storetest.Set("sau", "đó")}); err != nil {
		t.Fatal(err)
	}
	want["sau"] = "đó"
	closeStore(t, s)
	s = open(t, dir, Options{MemTable: smallTable})
	if got := storetest.Content(t, s); !maps.Equal(got, want) {
		t.Error("after a restart it is not the same")
	}
	if o := s.Opened(); o.Rebuilt || o.Missing > 0 || len(o.Damaged) > 0 {
		t.Errorf("the start tells of damage: %+v", o)
	}
	if list, err := s.Forgotten(); string(list) != "the list" || err != nil {
		t.Errorf("the list is %q, %v", list, err)
	}
}

// TestForgetGoesOnAfterACrash ends the program after each step, and in the
// middle of each change of the database.
func TestForgetGoesOnAfterACrash(t *testing.T) {
	all := &crashAt{}
	s, attached := remembering(t, t.TempDir(), Options{step: all.step})
	all.armed = true
	if err := s.Forget([]byte("the list"), forgetOps, []string{attached}); err != nil {
		t.Fatal(err)
	}
	for _, step := range []string{"list", "forgetting", "journal", "snapshots", "doubt", "removed", "database", "believed", "attached"} {
		if !slices.Contains(all.steps, step) {
			t.Errorf("no step %q in %q", step, all.steps)
		}
	}
	for n := range all.steps {
		t.Run(fmt.Sprint(n+1, " ", all.steps[n]), func(t *testing.T) {
			crash := &crashAt{n: n + 1}
			dir := t.TempDir()
			s, attached := remembering(t, dir, Options{step: crash.step})
			crash.armed = true
			if err := s.Forget([]byte("the list"), forgetOps, []string{attached}); !errors.Is(err, errCrash) {
				t.Fatalf("Forget = %v", err)
			}
			again := image(t, dir)
			crash.armed = false
			closeStore(t, s)
			s = open(t, again, Options{MemTable: smallTable})
			if got := storetest.Content(t, s); len(got) != 40 && len(got) != 41 {
				t.Errorf("%d values are there", len(got))
			}
			if list, err := s.Forgotten(); string(list) != "the list" || err != nil {
				t.Errorf("the list is %q, %v", list, err)
			}
			// The desk sees that the change is not there yet and asks again.
			if value, err := s.Get("p/1"); err != nil {
				t.Fatal(err)
			} else if string(value) != "đã xóa" {
				if err := s.Forget([]byte("the list"), forgetOps, []string{attached}); err != nil {
					t.Fatal(err)
				}
			}
			if left := holders(t, again); len(left) > 0 {
				t.Errorf("it still stands in %q", left)
			}
			if len(s.Opened().Damaged) > 0 || s.Opened().Missing > 0 {
				t.Errorf("the start tells of damage: %+v", s.Opened())
			}
		})
	}
}

// TestForgetWaitsForReaders: whoever reads sees one state to the end, also if
// he asks for more meanwhile.
func TestForgetWaitsForReaders(t *testing.T) {
	s, attached := remembering(t, t.TempDir(), Options{})
	var wg sync.WaitGroup
	inside, goOn := make(chan struct{}), make(chan struct{})
	wg.Go(func() {
		n := 0
		err := s.Scan("r/", func(string, []byte) error {
			if n++; n == 1 {
				close(inside)
				<-goOn
			}
			_, err := s.Get("p/1")
			return err
		})
		if err != nil || n != 40 {
			t.Errorf("Scan: %d, %v", n, err)
		}
	})
	<-inside
	wg.Go(func() {
		if err := s.Forget([]byte("x"), forgetOps, []string{attached}); err != nil {
			t.Error(err)
		}
	})
	close(goOn)
	wg.Wait()
}

// TestForgetWhereTheNewDatabaseFails: the store says that it has stopped, reads
// nothing half, closes, and the next start has all.
func TestForgetWhereTheNewDatabaseFails(t *testing.T) {
	crash := &crashAt{}
	dir := t.TempDir()
	s, attached := remembering(t, dir, Options{step: func(name string) error {
		if name == "removed" {
			return errCrash
		}
		return crash.step(name)
	}})
	if err := s.Forget([]byte("x"), forgetOps, []string{attached}); fault.KeyOf(err) != "fault.store_stopped" {
		t.Errorf("Forget = %v", err)
	}
	if _, err := s.Get("p/1"); fault.KeyOf(err) != "fault.store_closed" {
		t.Errorf("Get = %v", err)
	}
	if err := s.Commit(forgetOps); fault.KeyOf(err) != "fault.store_stopped" {
		t.Errorf("Commit = %v", err)
	}
	closeStore(t, s)
	s = open(t, dir, Options{MemTable: smallTable})
	if got := storetest.Content(t, s); len(got) != 40 || got["p/1"] != "đã xóa" {
		t.Errorf("%d values", len(got))
	}
	if left := holders(t, dir); len(left) > 0 {
		t.Errorf("it still stands in %q", left)
	}
}

// TestForgetThatIsRefusedLeavesNothingToDo: the next start does not do what the
// person was told was not done.
func TestForgetThatIsRefusedLeavesNothingToDo(t *testing.T) {
	dir := t.TempDir()
	s, attached := remembering(t, dir, Options{})
	if err := s.Forget([]byte("x"), []desk.Op{{Key: ""}}, []string{attached}); err == nil {
		t.Fatal("a key that is none was taken")
	}
	for _, name := range []string{forgottenFile, forgettingMarker} {
		if _, err := os.Stat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	closeStore(t, s)
	s = open(t, dir, Options{MemTable: smallTable})
	if _, err := s.Attachment(attached); err != nil {
		t.Errorf("the attached file: %v", err)
	}
}

// TestAFileThatCannotBeRemovedYet, as one that another program has open on
// Windows, keeps nobody from working; it goes at a later start.
func TestAFileThatCannotBeRemovedYet(t *testing.T) {
	dir := t.TempDir()
	s, attached := remembering(t, dir, Options{})
	path := filepath.Join(dir, attachmentsFolder, attached)
	held := filepath.Join(path, "held")
	if err := errors.Join(os.Remove(path), os.Mkdir(path, 0o700), os.WriteFile(held, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := s.Forget([]byte("x"), forgetOps, []string{attached}); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit([]desk.Op{storetest.Set("sau", "đó")}); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	closeStore(t, open(t, dir, Options{MemTable: smallTable}))
	if err := os.Remove(held); err != nil {
		t.Fatal(err)
	}
	open(t, dir, Options{MemTable: smallTable})
	for _, name := range []string{filepath.Join(attachmentsFolder, attached), forgettingMarker} {
		if _, err := os.Stat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAFailureToGoOnKeepsNothingOpen: the folder can be opened again by the same
// program.
func TestAFailureToGoOnKeepsNothingOpen(t *testing.T) {
	dir := t.TempDir()
	s, attached := remembering(t, dir, Options{step: func(name string) error {
		if name == "snapshots" {
			return errCrash
		}
		return nil
	}})
	if err := s.Forget([]byte("x"), forgetOps, []string{attached}); err == nil {
		t.Fatal("the step failed and nobody was told")
	}
	closeStore(t, s)
	for _, at := range []string{"snapshots", "database"} {
		_, err := Open(dir, Options{MemTable: smallTable, step: func(name string) error {
			if name == at {
				return errCrash
			}
			return nil
		}})
		if !errors.Is(err, errCrash) {
			t.Fatalf("Open = %v", err)
		}
	}
	s = open(t, dir, Options{MemTable: smallTable})
	if value, err := s.Get("p/1"); err != nil || string(value) != "đã xóa" {
		t.Errorf("%q, %v", value, err)
	}
	if left := holders(t, dir); len(left) > 0 {
		t.Errorf("it still stands in %q", left)
	}
}

// TestARestoreEndsAnInterruptedForgetting: what is to go may be needed in the
// state that is restored.
func TestARestoreEndsAnInterruptedForgetting(t *testing.T) {
	dir, backup := t.TempDir(), filepath.Join(t.TempDir(), "a"+backupExtension)
	s, attached := remembering(t, dir, Options{step: func(name string) error {
		if name == "snapshots" {
			return errCrash
		}
		return nil
	}})
	if _, err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	_ = s.Forget([]byte("[]"), forgetOps, []string{attached})
	closeStore(t, s)
	if _, err := Restore(dir, backup, Options{MemTable: smallTable}); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir, Options{MemTable: smallTable})
	if _, err := s.Attachment(attached); err != nil {
		t.Errorf("the attached file: %v", err)
	}
}

func TestOldCopiesAreNamedAndRemoved(t *testing.T) {
	dir, second := t.TempDir(), t.TempDir()
	s, attached := remembering(t, dir, Options{})
	if _, err := s.BackUp("day", second); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "db.bad-20260101-000000"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := s.Forget([]byte("x"), forgetOps, []string{attached}); err != nil {
		t.Fatal(err)
	}
	clean := filepath.Join(second, "nhipcau-20260102-030405-day"+backupExtension)
	if _, err := s.Backup(clean); err != nil {
		t.Fatal(err)
	}
	holds := func(_ string, value []byte) bool { return bytes.Contains(value, []byte(secret)) }
	found, err := s.OldCopies(second, holds)
	if err != nil || len(found) != 3 {
		t.Fatalf("old copies: %v, %v", found, err)
	}
	if !found[0].Backup || !found[1].Backup || found[2].Backup {
		t.Errorf("which of them are backups: %v", found)
	}
	if err := s.RemoveOldCopies(found); err != nil {
		t.Fatal(err)
	}
	if found, err = s.OldCopies(second, holds); err != nil || len(found) > 0 {
		t.Errorf("left: %v, %v", found, err)
	}
	if _, err := VerifyBackup(clean); err != nil {
		t.Errorf("a backup without the secret: %v", err)
	}
}

// TestADamagedListIsNoted: the desk has the list in the database and writes it
// anew.
func TestADamagedListIsNoted(t *testing.T) {
	dir := t.TempDir()
	s, _ := remembering(t, dir, Options{})
	if err := s.Forget([]byte("the list"), forgetOps, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, forgottenFile), []byte("nonsense"), 0o600); err != nil {
		t.Fatal(err)
	}
	if found, err := s.Examine(); err != nil || len(found) != 1 || found[0].Key != forgottenFile {
		t.Errorf("Examine = %v, %v", found, err)
	}
	if list, err := s.Forgotten(); list != nil || err != nil || !slices.Contains(s.Opened().Damaged, forgottenFile) {
		t.Errorf("Forgotten = %q, %v; %+v", list, err, s.Opened())
	}
}
