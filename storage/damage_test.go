package storage

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/storetest"
)

// busy makes a folder with tables, journal and two snapshots, and gives what it
// holds.
func busy(t *testing.T) (dir string, want map[string]string) {
	t.Helper()
	dir = t.TempDir()
	s := open(t, dir, Options{MemTable: smallTable, SnapshotAfter: 200 << 10})
	for n := range 60 {
		ops := []desk.Op{storetest.Set("n", fmt.Sprint(n)), storetest.Del(fmt.Sprintf("r/%03d", n/2))}
		for i := range 20 {
			ops = append(ops, storetest.Set(fmt.Sprintf("r/%03d", (n*7+i)%200), strings.Repeat(fmt.Sprint(n, " giá trị "), 60)))
		}
		if err := s.Commit(ops); err != nil {
			t.Fatal(err)
		}
	}
	s.Settle()
	want = storetest.Content(t, s)
	closeStore(t, s)
	return dir, want
}

// TestOneDamagedFile: whatever happens to one file, everything is there, or it
// is said that something is not.
func TestOneDamagedFile(t *testing.T) {
	dir, want := busy(t)
	for _, name := range strings.Fields(listing(t, dir)) {
		name, size, _ := strings.Cut(name, ":")
		if size == "0" {
			continue
		}
		for damage, hurt := range map[string]func(raw []byte) []byte{
			"flipped": func(raw []byte) []byte { raw[len(raw)/2] ^= 8; return raw },
			"cut":     func(raw []byte) []byte { return raw[:len(raw)*2/3] },
			"zeroed":  func(raw []byte) []byte { clear(raw[len(raw)/3 : len(raw)*2/3+1]); return raw },
			"removed": nil,
		} {
			t.Run(name+" "+damage, func(t *testing.T) {
				again := image(t, dir)
				damageFile(t, filepath.Join(again, name), hurt)
				s := open(t, again, Options{MemTable: smallTable})
				got := storetest.Content(t, s)
				if told := s.Opened().Missing > 0 || len(s.Opened().Damaged) > 0; !maps.Equal(got, want) && !told {
					t.Errorf("%d values of %d, and nobody is told", len(got), len(want))
				}
				if err := s.Commit([]desk.Op{storetest.Set("after", "1")}); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

func damageFile(t *testing.T, path string, hurt func([]byte) []byte) {
	t.Helper()
	if hurt == nil {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		return
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, hurt(raw), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestLostChangesAreCounted: with the database gone and a frame in the middle
// unreadable, what follows is there and the missing change is counted.
func TestLostChangesAreCounted(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	for n := range 6 {
		if err := s.Commit([]desk.Op{storetest.Set(fmt.Sprint("k", n), strings.Repeat("x", 100))}); err != nil {
			t.Fatal(err)
		}
	}
	again := image(t, dir)
	closeStore(t, s)
	path := lastSegment(t, again)
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	raw[len(raw)/2] ^= 1
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(again, dbFolder)); err != nil {
		t.Fatal(err)
	}
	s = open(t, again, Options{})
	if o := s.Opened(); o.Missing != 1 || !o.Rebuilt || len(storetest.Content(t, s)) != 5 {
		t.Errorf("%+v with %d values", o, len(storetest.Content(t, s)))
	}
	closeStore(t, s)
	if o := open(t, again, Options{}).Opened(); o.Missing != 0 || o.Rebuilt || len(o.Damaged) > 0 {
		t.Errorf("the next start tells of it again: %+v", o)
	}
}

// TestDamageWhileOpen changes a table behind the database's back. The value is
// not served, nothing more is written, and the next start has everything.
func TestDamageWhileOpen(t *testing.T) {
	dir, want := busy(t)
	s := open(t, dir, Options{MemTable: smallTable})
	tables, err := filepath.Glob(filepath.Join(dir, dbFolder, "*.sst"))
	if err != nil || len(tables) == 0 {
		t.Fatalf("tables: %v, %v", tables, err)
	}
	hurt := 0
	for _, path := range tables {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		for at := range raw {
			if strings.HasPrefix(string(raw[at:min(at+8, len(raw))]), "giá tr") && hurt < 50 {
				if _, err := f.WriteAt([]byte("GIA"), int64(at)); err != nil {
					t.Fatal(err)
				}
				hurt++
			}
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	served := map[string]string{}
	err = s.Scan("", func(key string, value []byte) error {
		served[key] = string(value)
		return nil
	})
	if hurt > 0 && fault.KeyOf(err) != "fault.value_damaged" {
		t.Errorf("%d places damaged, Scan = %v", hurt, err)
	}
	for key, value := range served {
		if value != want[key] {
			t.Errorf("%s was served damaged", key)
		}
	}
	if err := s.Commit([]desk.Op{storetest.Set("x", "y")}); fault.KeyOf(err) != "fault.store_stopped" {
		t.Errorf("Commit = %v", err)
	}
	closeStore(t, s)
	s = open(t, dir, Options{MemTable: smallTable})
	if got := storetest.Content(t, s); !maps.Equal(got, want) || !s.Opened().Rebuilt {
		t.Errorf("the next start has %d values of %d: %+v", len(got), len(want), s.Opened())
	}
}

func TestPlaces(t *testing.T) {
	t.Setenv("OneDrive", filepath.Join(string(filepath.Separator), "home", "a", "Tệp của tôi"))
	inCloud := filepath.Join(string(filepath.Separator), "home", "a")
	for path, by := range map[string]string{
		filepath.Join(inCloud, "Tệp của tôi", "nhipcau"):      "OneDrive",
		filepath.Join(inCloud, "Tệp của tôi khác", "nhipcau"): "",
		filepath.Join(inCloud, "OneDrive - Sở Ngoại vụ", "x"): "OneDrive",
		filepath.Join(inCloud, "Dropbox", "nhipcau"):          "Dropbox",
		filepath.Join(inCloud, "Dropbox cũ", "nhipcau"):       "",
		filepath.Join(inCloud, ".local", "share", "nhipcau"):  "",
	} {
		if got := syncedBy(path); got != by {
			t.Errorf("%s is kept by %q, want %q", path, got, by)
		}
	}
	for name, tc := range map[string]struct {
		at       place
		portable bool
		rule     string
	}{
		"a disk":                               {placeGood, false, ""},
		"a share":                              {placeNetwork, false, "fault.place_network"},
		"a share, portable":                    {placeNetwork, true, "fault.place_network"},
		"a stick":                              {placeRemovable, false, "fault.place_removable"},
		"a stick with a portable installation": {placeRemovable, true, ""},
	} {
		dir := filepath.Join(t.TempDir(), "dữ liệu")
		s, err := Open(dir, Options{Portable: tc.portable, place: func(string) place { return tc.at }})
		if fault.KeyOf(err) != tc.rule {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil {
			if got := s.Opened().Removable; got != (tc.at == placeRemovable) {
				t.Errorf("%s: removable %v", name, got)
			}
			closeStore(t, s)
		} else if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s: the folder was made", name)
		}
	}
}

// TestSnapshotsAreKept: two, and the journal back to the older one.
func TestSnapshotsAreKept(t *testing.T) {
	dir, want := busy(t)
	found, err := filepath.Glob(filepath.Join(dir, snapFolder, "*.snap"))
	if err != nil || len(found) != keptSnapshots {
		t.Fatalf("%v, %v", found, err)
	}
	slices.Sort(found)
	// Without the database and the newer snapshot the older one and the journal do.
	for _, path := range []string{found[1], filepath.Join(dir, dbFolder)} {
		if err := os.RemoveAll(path); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, dir, Options{MemTable: smallTable})
	if got := storetest.Content(t, s); !maps.Equal(got, want) || s.Opened().Missing > 0 {
		t.Errorf("%d values of %d: %+v", len(got), len(want), s.Opened())
	}
}
