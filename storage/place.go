package storage

import (
	"os"
	"path/filepath"
	"strings"

	"nhipcau/app/fault"
)

// place is what a data folder lies on.
type place int

const (
	placeGood      place = iota
	placeNetwork         // a share of another computer
	placeRemovable       // a stick or another drive that can be pulled out
)

// checkPlace refuses places where a database is not safe: shares of other
// computers, where flushing and locking are not to be relied on; folders that a
// program keeps equal with a cloud, which copies half-written files back and
// forth; and removable drives, unless the program itself is a portable
// installation.
func checkPlace(dir string, opts Options) error {
	full, err := filepath.Abs(dir)
	if err != nil {
		return fault.New("fault.folder_unusable", "Folder", dir, err)
	}
	if by := syncedBy(full); by != "" {
		return fault.New("fault.place_synced", "Folder", dir, "Program", by)
	}
	switch opts.place(existing(full)) {
	case placeNetwork:
		return fault.New("fault.place_network", "Folder", dir)
	case placeRemovable:
		if !opts.Portable {
			return fault.New("fault.place_removable", "Folder", dir)
		}
	}
	return nil
}

// existing is the nearest folder above that is there.
func existing(path string) string {
	for {
		if _, err := os.Stat(path); err == nil {
			return path
		}
		parent := filepath.Dir(path)
		if parent == path {
			return path
		}
		path = parent
	}
}

// syncPrograms are the folders in which programs keep what they copy, by the
// beginning of their names.
var syncPrograms = []string{"OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloudDrive", "iCloud Drive", "Nextcloud", "ownCloud", "MEGAsync", "pCloud"}

// syncedBy names the program that keeps a folder equal with a cloud, empty if
// none is known to.
func syncedBy(dir string) string {
	for _, name := range []string{"OneDrive", "OneDriveCommercial", "OneDriveConsumer"} {
		if root := os.Getenv(name); root != "" && within(dir, root) {
			return "OneDrive"
		}
	}
	for path := dir; ; path = filepath.Dir(path) {
		for _, program := range syncPrograms {
			// "OneDrive - Sở Ngoại vụ" is the folder of a firm.
			if base := filepath.Base(path); strings.EqualFold(base, program) || hasPrefixFold(base, program+" - ") {
				return program
			}
		}
		if filepath.Dir(path) == path {
			return ""
		}
	}
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// within says whether a path lies in a folder or is it.
func within(path, root string) bool {
	rel, err := filepath.Rel(root, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// checkSpace refuses to write where less than the floor is free: beyond it
// Badger may end the program, since it writes through mapped memory.
func (s *Store) checkSpace() error {
	free, known := s.opts.free(s.dir)
	if !known || free >= s.opts.Floor {
		return nil
	}
	return fault.New("fault.disk_full", "Folder", s.dir, "Free", free>>20)
}
