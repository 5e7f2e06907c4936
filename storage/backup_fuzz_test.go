package storage

import (
	"os"
	"path/filepath"
	"testing"

	"nhipcau/app/fault"
)

// FuzzBackup: whatever the file, it is a backup whose every hash is right, or
// it is refused with a fault of ours.
func FuzzBackup(f *testing.F) {
	good := filepath.Join(f.TempDir(), "good"+backupExtension)
	s, err := Open(filepath.Join(f.TempDir(), "data"), Options{})
	if err != nil {
		f.Fatal(err)
	}
	if _, err := s.Backup(good); err != nil {
		f.Fatal(err)
	}
	if err := s.Close(); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(good)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, raw []byte) {
		path := filepath.Join(t.TempDir(), "some"+backupExtension)
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := VerifyBackup(path); err != nil && fault.KeyOf(err) == "" {
			t.Errorf("no fault of ours: %v", err)
		}
	})
}
