package storage

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/journal"
	"nhipcau/storage/internal/snapshot"
	"nhipcau/storage/internal/table"
)

// Restore puts the state of a backup in the place of what a data folder holds,
// or makes a new folder of it. The backup is read whole before anything is
// touched; what the folder held is set aside, not removed. The folder gets a new
// replica name, since others may know changes that the backup does not.
//
// Faults: those of Open and of VerifyBackup.
func Restore(dir, backup string, opts Options) (desk.Copy, error) {
	opts = opts.withDefaults()
	copied, err := VerifyBackup(backup)
	if err != nil {
		return copied, err
	}
	lock, _, err := openFolder(dir, opts)
	if err != nil {
		return copied, err
	}
	err = restoreInto(dir, backup, opts)
	if err = errors.Join(err, lock.Unlock()); err != nil {
		return copied, wordless(dir, err)
	}
	// Opening it once makes the database, of which nobody needs to be told.
	s, err := Open(dir, opts)
	if err != nil {
		return copied, err
	}
	return copied, s.Close()
}

// restoring is where the new state is prepared. Its snapshot is moved into place
// last: a crash before leaves the old state, one after the new one.
const restoring = "restoring"

func restoreInto(dir, backup string, opts Options) error {
	work := filepath.Join(dir, restoring)
	if err := errors.Join(os.RemoveAll(work), os.MkdirAll(filepath.Join(work, snapFolder), 0o700)); err != nil {
		return err
	}
	var ops []desk.Op
	_, err := readBackup(backup,
		func(key string, value []byte) error {
			ops = append(ops, desk.Op{Key: key, Value: value})
			return nil
		},
		// Files are named by their content, so that they may join those that are there.
		func(_ string, r io.Reader) error {
			_, _, err := attach(filepath.Join(dir, attachmentsFolder), r)
			return err
		})
	if err != nil {
		return err
	}
	ops, forgotten, err := desk.Restored(ops, listOf(dir, opts))
	if err != nil {
		return err
	}
	if err := snapshotOf(ops, snapshot.PathOf(filepath.Join(work, snapFolder), 1)); err != nil {
		return err
	}
	if err := journalFrom(filepath.Join(work, journalFolder), 2); err != nil {
		return err
	}
	if err := swap(dir, work, opts); err != nil {
		return err
	}
	if err := removeAttached(dir, forgotten); err != nil {
		opts.Logger.Warn("an attached file that was forgotten stays", "error", err)
	}
	return nil
}

// listOf gives the list of what was forgotten: the one beside the database or,
// where that is damaged, the one in the present state. Where neither can be read
// nobody is kept from restoring.
func listOf(dir string, opts Options) []byte {
	list, err := readForgotten(dir)
	if err == nil {
		return list
	}
	opts.Logger.Error("the list of what was forgotten is damaged", "error", err)
	x := examiner{dir: dir}
	x.journal()
	x.snapshots()
	return desk.ShreddedIn(x.state())
}

// snapshotOf writes values as the state after change 1.
func snapshotOf(ops []desk.Op, path string) error {
	t := newTally()
	t.apply(ops)
	count, digest := t.state()
	m := table.Mark{Seq: 1, Count: count, Digest: digest}
	info := snapshot.Info{Seq: m.Seq, Count: m.Count, Digest: m.Digest}
	return snapshot.Write(path, info, func(each func(string, []byte) error) error {
		for _, op := range ops {
			if err := each(op.Key, op.Value); err != nil {
				return err
			}
		}
		return nil
	}, sumOf)
}

// journalFrom makes an empty journal in which seq is the next change.
func journalFrom(dir string, seq uint64) error {
	l, err := journal.Read(dir, 0)
	if err != nil {
		return err
	}
	j, _, err := l.Start(seq, dir, nil)
	if err != nil {
		return err
	}
	return j.Close()
}

// goOnRestoring finishes a restore that was interrupted after the point of no
// return.
func goOnRestoring(dir string, opts Options) error {
	if _, err := os.Stat(filepath.Join(dir, restoringMarker)); err != nil {
		return nil //nolint:nilerr // no marker, nothing to finish
	}
	if err := finishRestore(dir, filepath.Join(dir, restoring), opts); err != nil {
		return unusable(dir, err)
	}
	return nil
}

// swap sets the present state aside and puts the prepared one in its place. A
// note that stands in the folder until the end lets finishRestore go on after a
// crash.
func swap(dir, work string, opts Options) error {
	if err := mark(dir, restoringMarker); err != nil {
		return err
	}
	return finishRestore(dir, work, opts)
}

// finishRestore carries out, from the beginning or from where it was
// interrupted, what the marker promises.
func finishRestore(dir, work string, opts Options) error {
	if _, err := os.Stat(filepath.Join(work, snapFolder)); err == nil {
		aside := filepath.Join(dir, asideFolder)
		for _, name := range []string{journalFolder, snapFolder} {
			if err := setAside(filepath.Join(dir, name), aside, opts.Now()); err != nil {
				return err
			}
		}
		if err := quarantine(dir, opts.Now()); err != nil {
			return err
		}
		// The snapshots move last: as long as they are there, all this is done again.
		for _, name := range []string{journalFolder, snapFolder} {
			if err := moveTo(filepath.Join(work, name), filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	// What was being forgotten is not in the new state, or is needed there.
	for _, name := range []string{closedFile, openingMarker, doubtMarker, forgettingMarker, restoringMarker} {
		if err := unmark(dir, name); err != nil {
			return err
		}
	}
	return os.RemoveAll(work)
}

// Rebuild makes the database of a folder anew from the journal and the
// snapshots, and says what it had to do.
//
// Faults: those of Open, and fault.no_data_folder.
func Rebuild(dir string, opts Options) (desk.Opened, error) {
	opts = opts.withDefaults()
	if !IsFolder(dir) {
		return desk.Opened{}, fault.New("fault.no_data_folder", "Folder", dir)
	}
	lock, _, err := openFolder(dir, opts)
	if err != nil {
		return desk.Opened{}, err
	}
	if err := errors.Join(mark(dir, doubtMarker), lock.Unlock()); err != nil {
		return desk.Opened{}, unusable(dir, err)
	}
	s, err := Open(dir, opts)
	if err != nil {
		return desk.Opened{}, err
	}
	return s.Opened(), s.Close()
}

// IsFolder says whether something that may be a data folder is there.
func IsFolder(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, versionFile))
	return err == nil || hasJournal(dir)
}
