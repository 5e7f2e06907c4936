package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nhipcau/app/files"
)

// mark makes an empty file that says something by being there, durably.
func mark(dir, name string) error {
	f, err := os.OpenFile(filepath.Join(dir, name), os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close(), files.SyncFolder(dir))
}

// unmark removes such a file.
func unmark(dir, name string) error {
	err := os.Remove(filepath.Join(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// removeUnfinished removes the temporary files that a crash left in folders.
func removeUnfinished(dirs ...string) {
	for _, dir := range dirs {
		found, err := filepath.Glob(filepath.Join(dir, ".*.tmp"))
		if err != nil {
			return
		}
		for _, path := range found {
			_ = os.Remove(path) // what stays is only in the way
		}
	}
}

// stamp is a moment as it stands in the names of files.
func stamp(now time.Time) string { return now.UTC().Format("20060102-150405") }

// setAside moves a file or folder into the folder aside, of which the newest
// few of each name are kept.
func setAside(path, aside string, now time.Time) error {
	if err := os.MkdirAll(aside, 0o700); err != nil {
		return err
	}
	name := filepath.Base(path)
	if err := moveTo(path, filepath.Join(aside, name+"."+stamp(now))); err != nil {
		return err
	}
	return keepNewest(filepath.Join(aside, name+".*"), keptAside, 0)
}

// keptAside is how many of a kind are kept of what was set aside.
const keptAside = 2

// moveTo renames to a name that is not taken yet.
func moveTo(from, to string) error {
	free := to
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, fs.ErrNotExist) {
			break
		}
		free = fmt.Sprintf("%s-%d", to, n)
	}
	err := files.Rename(from, free)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// quarantine moves a database that is not believed out of the way. The last two
// are kept, if they are not more than 500 MB together.
func quarantine(dir string, now time.Time) error {
	if err := moveTo(filepath.Join(dir, dbFolder), filepath.Join(dir, dbFolder+".bad-"+stamp(now))); err != nil {
		return err
	}
	return keepNewest(filepath.Join(dir, dbFolder+".bad-*"), keptAside, 500<<20)
}

// keepNewest removes all but the newest of what a pattern matches, and of those
// the ones that go beyond so many bytes together, if a limit is given.
func keepNewest(pattern string, keep int, limit int64) error {
	found, err := filepath.Glob(pattern)
	if err != nil {
		return err
	}
	slices.SortFunc(found, func(a, b string) int { return strings.Compare(b, a) })
	var size int64
	for i, path := range found {
		size += sizeOf(path)
		if i < keep && (limit == 0 || size <= limit) {
			continue
		}
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	return nil
}

// sizeOf is how many bytes the files in a folder have, or a file.
func sizeOf(path string) (n int64) {
	_ = filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil //nolint:nilerr // what can't be read takes no part
		}
		if info, err := d.Info(); err == nil {
			n += info.Size()
		}
		return nil
	})
	return n
}
