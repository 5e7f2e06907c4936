package storage

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/google/go-cmp/cmp"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/storetest"
)

// never is a wait that must not be asked for.
func never(t *testing.T) func(time.Duration) {
	return func(time.Duration) { t.Error("it waits") }
}

func open(t *testing.T, dir string, opts Options) *Store {
	t.Helper()
	s, err := Open(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

func closeStore(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) desk.Store { return open(t, t.TempDir(), Options{}) })
}

// smallTable makes transactions large that are a quarter megabyte.
const smallTable = 2 << 20

func TestContractWithSmallTransactions(t *testing.T) {
	storetest.Run(t, func(t *testing.T) desk.Store { return open(t, t.TempDir(), Options{MemTable: smallTable}) })
}

func TestReopen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mới", "dữ liệu")
	want := map[string]string{"a": "một", "b": "", "large": strings.Repeat("lớn ", 300_000)}
	s := open(t, dir, Options{})
	for k, v := range want {
		if err := s.Commit([]desk.Op{storetest.Set(k, v)}); err != nil {
			t.Fatal(err)
		}
	}
	closeStore(t, s)
	s = open(t, dir, Options{})
	if diff := cmp.Diff(want, storetest.Content(t, s)); diff != "" {
		t.Errorf("content (-want +got):\n%s", diff)
	}
}

// TestNothingGoesToTheValueLog: damage there reads as an empty value.
func TestNothingGoesToTheValueLog(t *testing.T) {
	for name, table := range map[string]int64{"usual": 0, "small": smallTable} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := open(t, dir, Options{MemTable: table})
			var ops []desk.Op
			for _, k := range []string{"a", "b", "c"} {
				ops = append(ops, storetest.Set(k, strings.Repeat(k, 3<<19)))
			}
			if err := s.Commit(ops); err != nil {
				t.Fatal(err)
			}
			closeStore(t, s)
			logs, err := filepath.Glob(filepath.Join(dir, "db", "*.vlog"))
			if err != nil || len(logs) == 0 {
				t.Fatalf("value logs: %v, %v", logs, err)
			}
			for _, l := range logs {
				raw, err := os.ReadFile(l)
				if err != nil || len(raw) > 1024 {
					t.Errorf("%s has %d bytes, %v", filepath.Base(l), len(raw), err)
				}
			}
		})
	}
}

func TestCloseWaitsForReaders(t *testing.T) {
	s := open(t, t.TempDir(), Options{})
	if err := s.Commit([]desk.Op{storetest.Set("a", "1"), storetest.Set("b", "2")}); err != nil {
		t.Fatal(err)
	}
	done := make(chan error)
	seen := 0
	err := s.Scan("", func(string, []byte) error {
		if seen++; seen == 1 {
			go func() { done <- s.Close() }()
			for !s.readers.isClosed() {
				runtime.Gosched()
			}
			// A reader that commits now is turned away; it must not wait for
			// Close, which waits for it.
			if err := s.Commit([]desk.Op{storetest.Set("c", "3")}); fault.KeyOf(err) != "fault.store_closed" {
				t.Errorf("Commit = %v", err)
			}
		}
		return nil
	})
	if err != nil || seen != 2 {
		t.Errorf("%d seen, %v", seen, err)
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestFolderIsForOneProgram(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	_, err := Open(dir, Options{Wait: never(t)})
	var f *fault.Fault
	if !errors.As(err, &f) || f.Key != "fault.folder_in_use" || f.Args["Folder"] != dir {
		t.Fatalf("second Open = %v", err)
	}
	closeStore(t, s)
	open(t, dir, Options{})
}

func TestFolderChecks(t *testing.T) {
	for name, tc := range map[string]struct {
		files map[string]string
		rule  string
	}{
		"empty":                {nil, ""},
		"only a log":           {map[string]string{"log/nhipcau.log": "{}"}, ""},
		"desktop files":        {map[string]string{"desktop.ini": "x", ".DS_Store": "x"}, ""},
		"crash before VERSION": {map[string]string{"app.lock": "", ".VERSION.0a1b.tmp": "1"}, ""},
		"ours":                 {map[string]string{"VERSION": "1\n"}, ""},
		"ours, Windows line":   {map[string]string{"VERSION": "1\r\n", "other.txt": "x"}, ""},
		"newer":                {map[string]string{"VERSION": "3\n"}, "fault.folder_newer"},
		"much newer":           {map[string]string{"VERSION": "17"}, "fault.folder_newer"},
		"zero":                 {map[string]string{"VERSION": "0"}, "fault.folder_not_ours"},
		"damaged":              {map[string]string{"VERSION": "\x00\x00"}, "fault.folder_not_ours"},
		"of another program":   {map[string]string{"VERSION": "v1.2"}, "fault.folder_not_ours"},
		"photos":               {map[string]string{"ảnh.jpg": "x"}, "fault.folder_not_ours"},
		"VERSION is lost":      {map[string]string{"app.lock": "", "db/MANIFEST": "x"}, "fault.folder_not_ours"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for file, content := range tc.files {
				path := filepath.Join(dir, file)
				if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			before := names(t, dir)
			s, err := Open(dir, Options{Wait: never(t)})
			if fault.KeyOf(err) != tc.rule {
				t.Fatalf("error = %v, want %q", err, tc.rule)
			}
			if err == nil {
				closeStore(t, s)
				if raw, err := os.ReadFile(filepath.Join(dir, "VERSION")); err != nil || strings.TrimSpace(string(raw)) != "2" {
					t.Errorf("VERSION = %q, %v", raw, err)
				}
				return
			}
			after := names(t, dir)
			after = strings.TrimSpace(strings.Replace(after, "app.lock", "", 1))
			if before = strings.TrimSpace(strings.Replace(before, "app.lock", "", 1)); after != before {
				t.Errorf("the folder had %q and has %q", before, after)
			}
		})
	}
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func TestForeignFolderIsLeftWithoutATrace(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "thư.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, Options{}); fault.KeyOf(err) != "fault.folder_not_ours" {
		t.Errorf("error = %v", err)
	}
	if got := names(t, dir); got != "thư.txt" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestFolderThatIsAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, Options{}); fault.KeyOf(err) != "fault.folder_unusable" {
		t.Errorf("error = %v", err)
	}
}

func TestOpenIsTriedAgain(t *testing.T) {
	passing := errors.New("while opening memtables err: while opening fid: 1 err: Create a new file")
	lasting := errors.New("manifest has unsupported version")
	inUse := errors.New(`Cannot acquire directory lock on "x".  Another process is using this Badger database.`)
	for name, tc := range map[string]struct {
		err          error
		failures     int
		tries, waits int
		rule         string
	}{
		"opens at once":      {passing, 0, 1, 0, ""},
		"opens the 2nd time": {passing, 1, 2, 1, ""},
		"opens the 4th time": {passing, 3, 4, 3, ""},
		// What does not open is made anew, which is tried like the first time.
		"never opens":      {passing, 100, 8, 6, "fault.folder_damaged"},
		"lasting damage":   {lasting, 100, 2, 0, "fault.folder_damaged"},
		"locked by Badger": {inUse, 100, 1, 0, "fault.folder_in_use"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			var tries, waits int
			s, err := Open(dir, Options{
				Wait: func(time.Duration) { waits++ },
				open: func(o badger.Options) (*badger.DB, error) {
					if tries++; tries <= tc.failures {
						return nil, tc.err
					}
					return badger.Open(o)
				},
			})
			if fault.KeyOf(err) != tc.rule || (err == nil) != (tc.rule == "") {
				t.Fatalf("error = %v, want %q", err, tc.rule)
			}
			if tries != tc.tries || waits != tc.waits {
				t.Errorf("%d tries and %d waits, want %d and %d", tries, waits, tc.tries, tc.waits)
			}
			if err == nil {
				closeStore(t, s)
			}
			// In either case the folder is free again.
			open(t, dir, Options{})
		})
	}
}

func TestDefaultDir(t *testing.T) {
	if dir := DefaultDir(); !filepath.IsAbs(dir) || filepath.Base(dir) != "nhipcau" {
		t.Errorf("DefaultDir = %s", dir)
	}
}
