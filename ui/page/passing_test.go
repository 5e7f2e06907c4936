package page_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"nhipcau/ui/pagetest"
)

func TestWhatWasHandedOverGoesAfterADay(t *testing.T) {
	f := pagetest.New(t)
	pass := func(age time.Duration) string {
		t.Helper()
		path, err := f.PassOn("CTr.pdf")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("%PDF-"), 0o600); err != nil {
			t.Fatal(err)
		}
		at := f.Desk.Now().Add(-age)
		if err := os.Chtimes(filepath.Dir(path), at, at); err != nil {
			t.Fatal(err)
		}
		return path
	}
	there := func(path string) bool {
		_, err := os.Stat(path)
		return err == nil
	}
	old, today := pass(25*time.Hour), pass(23*time.Hour)
	if old == today || filepath.Base(old) != "CTr.pdf" {
		t.Fatalf("two files are handed over as %q and %q", old, today)
	}
	next := pass(0)
	if there(old) || !there(today) || !there(next) {
		t.Errorf("of yesterday %v, of today %v and %v", there(old), there(today), there(next))
	}
	if rel, err := filepath.Rel(f.Machine.Dir, next); err != nil || !filepath.IsLocal(rel) {
		t.Errorf("%q lies outside of the data folder", next)
	}
}
