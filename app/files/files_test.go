package files

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nhipcau/app/fault"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// only checks that the folder holds nothing but these files.
func only(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("folder holds %q, want %q", got, names)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestWriteMakesAndReplaces(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Chương trình.pdf")
	for _, want := range []string{"một", strings.Repeat("dài ", 100_000), ""} {
		if err := Write(path, text(want)); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != want {
			t.Errorf("%d bytes read, want %d", len(got), len(want))
		}
		only(t, dir, "Chương trình.pdf")
	}
}

func TestWriteKeepsTheOldFileOnError(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.json")
	if err := Write(path, text("cũ")); err != nil {
		t.Fatal(err)
	}
	own := fault.New("fault.bundle_unwritable")
	err := Write(path, func(w io.Writer) error {
		_ = text(strings.Repeat("x", 1<<20))(w)
		return own
	})
	if !errors.Is(err, own) {
		t.Errorf("error = %v, want that of the callback as it is", err)
	}
	if got := content(t, path); got != "cũ" {
		t.Errorf("file holds %q", got)
	}
	only(t, dir, "a.json")
}

func TestWriteIntoMissingFolder(t *testing.T) {
	err := Write(filepath.Join(t.TempDir(), "none", "a.json"), text("x"))
	if fault.KeyOf(err) != "fault.no_such_folder" || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error = %v", err)
	}
}

func TestWriteOverAFolder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.json")
	if err := os.MkdirAll(filepath.Join(path, "in it"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, text("x")); fault.KeyOf(err) != "fault.is_a_folder" {
		t.Errorf("error = %v", err)
	}
	only(t, dir, "a.json")
}

func TestDiskErrorIsNotTheCallbacks(t *testing.T) {
	full := errors.New("disk full")
	d := &failing{w: brokenWriter{full}}
	if _, err := d.Write([]byte("x")); !errors.Is(err, full) || !errors.Is(d.err, full) {
		t.Errorf("error = %v, remembered %v", err, d.err)
	}
}

type brokenWriter struct{ err error }

func (b brokenWriter) Write([]byte) (int, error) { return 0, b.err }

// TestRenameIsTriedAgain stands in for Windows, where a scanner holds the file.
func TestRenameIsTriedAgain(t *testing.T) {
	held := errors.New("sharing violation")
	for name, tc := range map[string]struct {
		failures  int
		transient bool
		ok        bool
		waited    time.Duration
	}{
		"free":          {0, true, true, 0},
		"held a moment": {3, true, true, 70 * time.Millisecond},
		"held for ever": {1000, true, false, 2 * time.Second},
		"another error": {1000, false, false, 0},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.json")
			var waited time.Duration
			tries := 0
			w := writer{
				mode:      0o644,
				wait:      func(d time.Duration) { waited += d },
				transient: func(err error) bool { return tc.transient && errors.Is(err, held) },
				rename: func(from, to string) error {
					if tries++; tries <= tc.failures {
						return held
					}
					return os.Rename(from, to)
				},
			}
			err := w.write(path, text("x"))
			if (err == nil) != tc.ok {
				t.Errorf("error = %v", err)
			}
			if waited != tc.waited {
				t.Errorf("waited %v, want %v", waited, tc.waited)
			}
			if tc.ok {
				only(t, dir, "a.json")
			} else {
				only(t, dir)
			}
		})
	}
}

func TestWriteNoticesADamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	w := writer{mode: 0o644, wait: time.Sleep, transient: transient, rename: func(from, to string) error {
		if err := os.WriteFile(from, []byte("y"), 0o644); err != nil {
			return err
		}
		return os.Rename(from, to)
	}}
	if err := w.write(path, text("x")); fault.KeyOf(err) != "fault.file_differs" {
		t.Errorf("error = %v", err)
	}
}
