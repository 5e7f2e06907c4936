package storage

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/storetest"
)

// filled opens a folder with some values and an attached file.
func filled(t *testing.T, dir string, opts Options) (s *Store, attached string) {
	t.Helper()
	s = open(t, dir, opts)
	if err := s.Commit([]desk.Op{
		storetest.Set("r/visit/1", "chuyến"), storetest.Set("m/identity", `{"replica":"AAAAAAAAAAAA","office":"o","counter":7,"seq":9}`),
	}); err != nil {
		t.Fatal(err)
	}
	attached, _, err := s.Attach(strings.NewReader("tờ trình"))
	if err != nil {
		t.Fatal(err)
	}
	return s, attached
}

func TestBackupAndRestore(t *testing.T) {
	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "sao lưu.nhipcau-backup")
	s, attached := filled(t, dir, Options{})
	copied, err := s.Backup(file)
	if err != nil || copied.Values != 2 || copied.Path != file {
		t.Fatalf("Backup = %+v, %v", copied, err)
	}
	if err := s.Commit([]desk.Op{storetest.Set("r/visit/1", "đã sửa"), storetest.Set("r/visit/2", "mới")}); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	for name, into := range map[string]string{"over the old state": dir, "into a new folder": filepath.Join(t.TempDir(), "mới")} {
		t.Run(name, func(t *testing.T) {
			if _, err := Restore(into, file, Options{}); err != nil {
				t.Fatal(err)
			}
			s := open(t, into, Options{})
			got := storetest.Content(t, s)
			if got["r/visit/1"] != "chuyến" || got["r/visit/2"] != "" || len(got) != 2 {
				t.Errorf("restored: %v", got)
			}
			// Others may know changes of the old replica that the backup lacks.
			if id := got["m/identity"]; strings.Contains(id, "AAAAAAAAAAAA") || !strings.Contains(id, `"office":"o"`) {
				t.Errorf("identity %s", id)
			}
			if raw, err := s.Attachment(attached); err != nil || string(raw) != "tờ trình" {
				t.Errorf("attachment %q, %v", raw, err)
			}
			if o := s.Opened(); o.Rebuilt || len(o.Damaged) > 0 || o.Missing > 0 {
				t.Errorf("a restored folder tells of damage: %+v", o)
			}
		})
	}
	if old, err := filepath.Glob(filepath.Join(dir, "aside", "journal.*")); err != nil || len(old) != 1 {
		t.Errorf("the old journal was not set aside: %v, %v", old, err)
	}
}

// TestDamagedBackupIsRefused flips each part of a backup in turn.
func TestDamagedBackupIsRefused(t *testing.T) {
	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "b.nhipcau-backup")
	s, _ := filled(t, dir, Options{})
	if _, err := s.Backup(file); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before := listing(t, dir)
	refused := 0
	for at := 0; at < len(whole); at += 7 {
		bad := bytes.Clone(whole)
		bad[at] ^= 0x10
		if err := os.WriteFile(file, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		_, err := readBackup(file, func(k string, v []byte) error { got[k] = string(v); return nil }, discardAttachment)
		switch {
		case fault.KeyOf(err) == "fault.backup_damaged" || fault.KeyOf(err) == "fault.backup_newer":
			refused++
		case err != nil:
			t.Errorf("byte %d: %v", at, err)
		case got["r/visit/1"] != "chuyến" || len(got) != 2:
			t.Errorf("byte %d: served as good: %v", at, got)
		}
	}
	if refused < len(whole)/14 {
		t.Errorf("%d of %d flips refused", refused, len(whole)/7)
	}
	for _, cut := range []int{0, 1, len(whole) / 2, len(whole) - 1} {
		if err := os.WriteFile(file, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Restore(dir, file, Options{}); fault.KeyOf(err) != "fault.backup_damaged" {
			t.Errorf("cut to %d: %v", cut, err)
		}
	}
	if after := listing(t, dir); after != before {
		t.Errorf("a refused restore changed the folder:\n%s\n%s", before, after)
	}
}

// TestRestoreIsFinishedAfterACrash: once the marker stands, the next start has
// the new state, wherever the crash was.
func TestRestoreIsFinishedAfterACrash(t *testing.T) {
	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "b.nhipcau-backup")
	s, _ := filled(t, dir, Options{})
	if _, err := s.Backup(file); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit([]desk.Op{storetest.Set("r/visit/1", "sau")}); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	fresh := t.TempDir()
	if _, err := Restore(fresh, file, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, moved := range [][]string{{}, {journalFolder}, {journalFolder, snapFolder}} {
		t.Run(fmt.Sprint(len(moved)), func(t *testing.T) {
			again := image(t, dir)
			work := filepath.Join(again, restoring)
			for _, name := range []string{journalFolder, snapFolder} {
				if err := os.CopyFS(filepath.Join(work, name), os.DirFS(filepath.Join(fresh, name))); err != nil {
					t.Fatal(err)
				}
			}
			if len(moved) > 0 {
				for _, name := range []string{journalFolder, snapFolder, dbFolder} {
					if err := os.RemoveAll(filepath.Join(again, name)); err != nil {
						t.Fatal(err)
					}
				}
			}
			for _, name := range moved {
				if err := os.Rename(filepath.Join(work, name), filepath.Join(again, name)); err != nil {
					t.Fatal(err)
				}
			}
			if err := mark(again, restoringMarker); err != nil {
				t.Fatal(err)
			}
			if got := storetest.Content(t, open(t, again, Options{})); got["r/visit/1"] != "chuyến" {
				t.Errorf("after the crash: %v", got)
			}
		})
	}
}

func TestDailyBackup(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 3, 1, 8, 0, 0, 0, time.Local)
	opts := Options{Daily: true, Now: func() time.Time { return now }}
	second := t.TempDir()
	s, _ := filled(t, dir, opts)
	if err := s.Commit([]desk.Op{storetest.Set(desk.BackupFolderKey, second)}); err != nil {
		t.Fatal(err)
	}
	closeStore(t, s)
	for day := range 3 {
		for range 2 {
			now = time.Date(2026, 3, 2+day, 8, 0, 0, 0, time.Local)
			closeStore(t, open(t, dir, opts))
		}
	}
	s = open(t, dir, Options{})
	all, err := s.Backups(second)
	if err != nil || len(all) != 6 {
		t.Fatalf("%d backups of three days in two folders, %v", len(all), err)
	}
	for _, b := range all {
		if _, err := VerifyBackup(b.Path); err != nil {
			t.Error(err)
		}
	}
}

func TestASecondFolderThatIsNotThere(t *testing.T) {
	s, _ := filled(t, t.TempDir(), Options{})
	second := filepath.Join(t.TempDir(), "usb")
	made, err := s.BackUp("import", second)
	if fault.KeyOf(err) != "fault.no_such_folder" || made.Path == "" {
		t.Fatalf("%+v, %v", made, err)
	}
	if _, err := s.VerifyBackup(made.Path); err != nil {
		t.Errorf("the first copy: %v", err)
	}
	if all, err := s.Backups(second); err != nil || len(all) != 1 {
		t.Errorf("%d backups, %v", len(all), err)
	}
}

// TestKeptBackups makes two backups a day for 500 days.
func TestKeptBackups(t *testing.T) {
	var all []desk.Copy
	for day := range 500 {
		for _, hour := range []int{8, 14} {
			made := time.Date(2026, 1, 1+day, hour, 0, 0, 0, time.UTC)
			all = append([]desk.Copy{{Path: backupName(made, "day"), Made: made}}, all...)
			gone := tooOld(all)
			for _, b := range gone {
				for i := range all {
					if all[i].Path == b.Path {
						all = append(all[:i:i], all[i+1:]...)
						break
					}
				}
			}
		}
	}
	days, months := map[string]bool{}, map[string]bool{}
	for _, b := range all {
		days[b.Made.Format(time.DateOnly)] = true
		months[b.Made.Format("2006-01")] = true
	}
	if len(all) < 7+3+11 || len(all) > 7+4+12+keptNewest {
		t.Errorf("%d backups are kept", len(all))
	}
	last := all[0].Made
	for back := range 7 {
		if !days[last.AddDate(0, 0, -back).Format(time.DateOnly)] {
			t.Errorf("no backup of %d days before the last", back)
		}
	}
	if len(months) < 12 {
		t.Errorf("backups of %d months", len(months))
	}
}

// TestUpgradeFromTheFormWithoutJournal opens a folder as version 1 left it.
func TestUpgradeFromTheFormWithoutJournal(t *testing.T) {
	dir := t.TempDir()
	s, _ := filled(t, dir, Options{})
	want := storetest.Content(t, s)
	closeStore(t, s)
	dropMark(t, filepath.Join(dir, dbFolder))
	err := errors.Join(os.RemoveAll(filepath.Join(dir, journalFolder)), os.RemoveAll(filepath.Join(dir, snapFolder)),
		os.Remove(filepath.Join(dir, closedFile)), os.WriteFile(filepath.Join(dir, versionFile), []byte("1\n"), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s = open(t, dir, Options{})
		if got := storetest.Content(t, s); !maps.Equal(got, want) {
			t.Errorf("after the upgrade: %v", got)
		}
		if err := s.Commit([]desk.Op{storetest.Set("sau", "1")}); err != nil {
			t.Fatal(err)
		}
		want["sau"] = "1"
		all, err := s.Backups("")
		if err != nil || len(all) != 1 || !strings.Contains(all[0].Path, "upgrade") {
			t.Errorf("backups before the upgrade: %v, %v", all, err)
		}
		closeStore(t, s)
	}
	if raw, err := os.ReadFile(filepath.Join(dir, versionFile)); err != nil || strings.TrimSpace(string(raw)) != "2" {
		t.Errorf("VERSION is %q, %v", raw, err)
	}
}
