package storage

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"

	"nhipcau/app/fault"
	"nhipcau/app/files"
)

// folderVersion is the number of the form in which this version keeps a data
// folder.
const folderVersion = 1

const (
	lockFile    = "app.lock"
	versionFile = "VERSION"
	dbFolder    = "db"
)

// openFolder locks a data folder and checks its form, or makes a new one.
func openFolder(dir string) (*flock.Flock, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fault.New("fault.folder_unusable", "Folder", dir, err)
	}
	// A folder of somebody else's is left without a trace.
	if kind, err := inspect(dir); err != nil {
		return nil, fault.New("fault.folder_unusable", "Folder", dir, err)
	} else if kind == folderForeign {
		return nil, fault.New("fault.folder_not_ours", "Folder", dir)
	}
	lock := flock.New(filepath.Join(dir, lockFile))
	switch locked, err := lock.TryLock(); {
	case err != nil:
		return nil, fault.New("fault.folder_unusable", "Folder", dir, err)
	case !locked:
		return nil, fault.New("fault.folder_in_use", "Folder", dir)
	}
	if err := checkVersion(dir); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	return lock, nil
}

// folderKind is what a folder looks like from outside.
type folderKind int

const (
	folderEmpty   folderKind = iota // nothing that matters
	folderMarked                    // it has a VERSION
	folderBegun                     // ours, but without a VERSION yet
	folderForeign                   // it holds other things
)

// inspect looks at the names in a folder.
func inspect(dir string) (folderKind, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return folderEmpty, err
	}
	kind := folderEmpty
	for _, e := range entries {
		switch name := e.Name(); {
		case name == versionFile:
			return folderMarked, nil
		case name == lockFile && kind == folderEmpty:
			kind = folderBegun
		case !harmless(name):
			kind = folderForeign
		}
	}
	return kind, nil
}

// harmless says whether a name may stand in a folder that is still to become
// a data folder: our log, what a crash left of VERSION, and what file managers
// and file systems leave everywhere.
func harmless(name string) bool {
	switch name {
	case lockFile, "log", "desktop.ini", "Thumbs.db", ".DS_Store", "lost+found":
		return true
	}
	return strings.HasPrefix(name, "."+versionFile+".") && strings.HasSuffix(name, ".tmp")
}

// checkVersion reads the number of a locked folder's form, and writes it for a
// new one.
func checkVersion(dir string) error {
	path := filepath.Join(dir, versionFile)
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return markFolder(dir, path)
	}
	if err != nil {
		return fault.New("fault.folder_unusable", "Folder", dir, err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(raw)))
	switch {
	case err != nil || n < 1:
		return fault.New("fault.folder_not_ours", "Folder", dir, fmt.Errorf("%s is %q", versionFile, raw))
	case n > folderVersion:
		return fault.New("fault.folder_newer", "Folder", dir, "Version", n, "Known", folderVersion)
	}
	return nil
}

func markFolder(dir, path string) error {
	kind, err := inspect(dir)
	if err != nil {
		return fault.New("fault.folder_unusable", "Folder", dir, err)
	}
	if kind == folderForeign {
		return fault.New("fault.folder_not_ours", "Folder", dir)
	}
	err = files.Write(path, func(w io.Writer) error {
		_, err := fmt.Fprintln(w, folderVersion)
		return err
	})
	if err != nil {
		return fault.New("fault.folder_unusable", "Folder", dir, err)
	}
	return nil
}
