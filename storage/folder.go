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
// folder. Form 1 had no journal.
const folderVersion = 2

const (
	lockFile          = "app.lock"
	versionFile       = "VERSION"
	closedFile        = "CLOSED"
	openingMarker     = "OPENING"
	doubtMarker       = "DOUBT"
	restoringMarker   = "RESTORING"
	forgettingMarker  = "FORGETTING"
	forgottenFile     = "FORGOTTEN"
	dbFolder          = "db"
	journalFolder     = "journal"
	snapFolder        = "snapshots"
	asideFolder       = "aside"
	backupFolder      = "backups"
	attachmentsFolder = "attachments"
)

// openFolder locks a data folder and checks its place, its room and its form,
// or makes a new one. It gives the number of the form, 0 for a new folder.
func openFolder(dir string, opts Options) (lock *flock.Flock, form int, err error) {
	if err := checkPlace(dir, opts); err != nil {
		return nil, 0, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, 0, unusable(dir, err)
	}
	// A folder of somebody else's is left without a trace.
	if kind, err := inspect(dir); err != nil {
		return nil, 0, unusable(dir, err)
	} else if kind == folderForeign {
		return nil, 0, fault.New("fault.folder_not_ours", "Folder", dir)
	}
	if lock, err = lockFolder(dir); err != nil {
		return nil, 0, err
	}
	form, err = checkVersion(dir, opts)
	if err == nil {
		err = goOnRestoring(dir, opts)
	}
	if err != nil {
		return nil, 0, errors.Join(err, lock.Unlock())
	}
	return lock, form, nil
}

// lockFolder keeps other programs out, and never waits for one.
func lockFolder(dir string) (*flock.Flock, error) {
	lock := flock.New(filepath.Join(dir, lockFile))
	switch locked, err := lock.TryLock(); {
	case err != nil:
		return nil, unusable(dir, err)
	case !locked:
		return nil, fault.New("fault.folder_in_use", "Folder", dir)
	}
	return lock, nil
}

// unusable names the two reasons that a person can do something about.
func unusable(dir string, err error) error {
	if errors.Is(err, fs.ErrPermission) || isReadOnly(err) {
		return fault.New("fault.folder_readonly", "Folder", dir, err)
	}
	return fault.New("fault.folder_unusable", "Folder", dir, err)
}

// folderKind is what a folder looks like from outside.
type folderKind int

const (
	folderEmpty   folderKind = iota // nothing that matters
	folderMarked                    // it has a VERSION or a journal
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
		case name == versionFile || name == journalFolder && hasJournal(dir):
			return folderMarked, nil
		case name == lockFile && kind == folderEmpty:
			kind = folderBegun
		case !harmless(name):
			kind = folderForeign
		}
	}
	return kind, nil
}

// hasJournal says whether a folder holds a journal of ours: then it is ours
// even if its VERSION was lost.
func hasJournal(dir string) bool {
	names, err := filepath.Glob(filepath.Join(dir, journalFolder, "*.jnl"))
	return err == nil && len(names) > 0
}

// harmless says whether a name may stand in a folder that is still to become
// a data folder: our log, what a crash left of VERSION, and what file managers
// and file systems leave everywhere.
func harmless(name string) bool {
	switch name {
	case lockFile, "log", "instance.json", "desktop.ini", "Thumbs.db", ".DS_Store", "lost+found":
		return true
	}
	return strings.HasPrefix(name, "."+versionFile+".") && strings.HasSuffix(name, ".tmp")
}

// checkVersion reads the number of a locked folder's form, and makes a new
// folder if there is none. A folder with a journal needs no VERSION: it is of
// the first form that had one, or of the number that is written anew.
func checkVersion(dir string, opts Options) (int, error) {
	n, err := checkVersionOnly(dir)
	switch {
	case err == nil || fault.KeyOf(err) == "fault.folder_newer":
		return n, err
	case hasJournal(dir):
		opts.Logger.Warn("the version of the folder is lost and is written anew", "error", err)
		return folderVersion, writeVersion(dir)
	case errors.Is(err, fs.ErrNotExist):
		return 0, markFolder(dir)
	}
	return 0, err
}

// checkVersionOnly reads the number of a folder's form.
func checkVersionOnly(dir string) (int, error) {
	raw, err := os.ReadFile(filepath.Join(dir, versionFile))
	if err != nil {
		return 0, unusable(dir, err)
	}
	n, err := strconv.Atoi(strings.TrimSpace(string(raw)))
	switch {
	case err != nil || n < 1:
		return 0, fault.New("fault.folder_not_ours", "Folder", dir, fmt.Errorf("%s is %q", versionFile, raw[:min(len(raw), 40)]))
	case n > folderVersion:
		return 0, fault.New("fault.folder_newer", "Folder", dir, "Version", n, "Known", folderVersion)
	}
	return n, nil
}

func markFolder(dir string) error {
	kind, err := inspect(dir)
	if err != nil {
		return unusable(dir, err)
	}
	if kind == folderForeign {
		return fault.New("fault.folder_not_ours", "Folder", dir)
	}
	return writeVersion(dir)
}

func writeVersion(dir string) error {
	err := files.Write(filepath.Join(dir, versionFile), func(w io.Writer) error {
		_, err := fmt.Fprintln(w, folderVersion)
		return err
	})
	if err != nil {
		return unusable(dir, err)
	}
	return nil
}

// upgradeFolder says in the folder that it has the present form.
func upgradeFolder(dir string, form int) error {
	if form == folderVersion || form == 0 {
		return nil
	}
	return writeVersion(dir)
}

// writeClosed says that the folder was closed in good order after the change
// seq: if it has less the next time, something is missing.
func writeClosed(dir string, seq uint64) error {
	return files.Write(filepath.Join(dir, closedFile), func(w io.Writer) error {
		_, err := fmt.Fprintln(w, seq)
		return err
	})
}

// readClosed gives the number of the last change before a clean end, 0 if there
// was none or the file can't be read, which only makes us know less.
func readClosed(dir string) (uint64, error) {
	raw, err := os.ReadFile(filepath.Join(dir, closedFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	n, err := strconv.ParseUint(strings.TrimSpace(string(raw)), 10, 64)
	if err != nil {
		return 0, nil //nolint:nilerr // a damaged note is no note
	}
	return n, nil
}
