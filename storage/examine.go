package storage

import (
	"fmt"
	"path/filepath"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/journal"
	"nhipcau/storage/internal/snapshot"
	"nhipcau/storage/internal/table"
)

// Examine reads every file of an open folder and names what is damaged; see
// desk.Keeper.
func (s *Store) Examine() ([]desk.Damage, error) {
	if !s.readers.enter() {
		return nil, fault.New("fault.store_closed")
	}
	defer s.readers.leave()
	x := examiner{dir: s.dir}
	// Nothing may be written meanwhile, or a frame would be half there.
	s.committing.Lock()
	x.journal()
	m, v := s.mark(), s.table.View()
	s.committing.Unlock()
	defer v.Leave()
	t := newTally()
	err := v.Scan("", func(key string, value []byte) error {
		t.add(key, value)
		return nil
	})
	if count, digest := t.state(); err != nil || count != m.Count || digest != m.Digest {
		x.found(dbFolder, fmt.Errorf("the values are not those that were written: %w", cause(err)))
	}
	x.snapshots()
	x.rest()
	return x.damages, nil
}

// Examine reads every file of a folder that no program has open, names what is
// damaged and changes nothing. It does not open the database, which would
// change it; its files are compared with their checksums, and the state of the
// folder is put together from the snapshots and the journal. If that state is
// whole it is given as well, as a store in memory.
func Examine(dir string) (state []desk.Op, damages []desk.Damage, err error) {
	if !IsFolder(dir) {
		return nil, nil, fault.New("fault.no_data_folder", "Folder", dir)
	}
	lock, err := lockFolder(dir)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = lock.Unlock() }() // only reading was done
	x := examiner{dir: dir}
	x.version()
	x.journal()
	x.snapshots()
	if err := table.Preflight(filepath.Join(dir, dbFolder)); err != nil {
		x.found(dbFolder, err)
	}
	x.rest()
	return x.state(), x.damages, nil
}

// examiner gathers what is damaged.
type examiner struct {
	dir     string
	damages []desk.Damage
	log     *journal.Log
	newest  string // the newest good snapshot
	seq     uint64 // its last change
}

func (x *examiner) found(name string, err error) {
	x.damages = append(x.damages, desk.Damage{Key: filepath.ToSlash(name), Reason: err.Error()})
}

func (x *examiner) version() {
	if _, err := checkVersionOnly(x.dir); err != nil {
		x.found(versionFile, err)
	}
	closed, err := readClosed(x.dir)
	if err != nil {
		x.found(closedFile, err)
	}
	if l, err := journal.Read(filepath.Join(x.dir, journalFolder), 0); err == nil && closed >= l.Next() {
		x.found(journalFolder, fmt.Errorf("it ends with change %d, and the folder was closed after %d", l.Next()-1, closed))
	}
}

func (x *examiner) journal() {
	l, err := journal.Read(filepath.Join(x.dir, journalFolder), 0)
	if err != nil {
		x.found(journalFolder, err)
		return
	}
	if l.Empty() {
		x.found(journalFolder, errGone)
	}
	x.log = l
	for _, d := range l.Damages {
		x.found(filepath.Join(journalFolder, d.File), fmt.Errorf("%s (%d bytes from %d on)", d.Reason, d.Length, d.Offset))
	}
	if l.Torn > 0 {
		x.found(journalFolder, fmt.Errorf("%d bytes at its end are no whole change", l.Torn))
	}
}

func (x *examiner) snapshots() {
	found, err := snapshot.List(filepath.Join(x.dir, snapFolder))
	if err != nil {
		x.found(snapFolder, err)
	}
	for _, f := range found {
		info, err := snapshot.Verify(f.Path, sumOf)
		if err == nil && info.Seq != f.Seq {
			err = fmt.Errorf("it holds the state after change %d", info.Seq)
		}
		switch {
		case err != nil:
			x.found(filepath.Join(snapFolder, filepath.Base(f.Path)), err)
		case x.newest == "":
			x.newest, x.seq = f.Path, f.Seq
		}
	}
}

// rest looks at the attached files, the backups and the list of what was
// forgotten.
func (x *examiner) rest() {
	if _, err := readForgotten(x.dir); err != nil {
		x.found(forgottenFile, err)
	}
	names, err := attachmentNames(filepath.Join(x.dir, attachmentsFolder))
	if err != nil {
		x.found(attachmentsFolder, err)
	}
	for _, name := range names {
		if _, err := AttachedFile(x.dir, name); err != nil {
			x.found(filepath.Join(attachmentsFolder, name), err)
		}
	}
	backups, err := listBackups(filepath.Join(x.dir, backupFolder))
	if err != nil {
		x.found(backupFolder, err)
	}
	for _, b := range backups {
		if _, err := VerifyBackup(b.Path); err != nil {
			x.found(filepath.Join(backupFolder, filepath.Base(b.Path)), err)
		}
	}
}

// state puts the newest state together, nil if something is missing from it.
func (x *examiner) state() []desk.Op {
	if x.log == nil || len(x.log.Missing(x.seq)) > 0 || x.newest == "" && x.log.Next() > 1 && x.log.First() != 1 {
		return nil
	}
	values := map[string][]byte{}
	keep := func(key string, value []byte) error {
		values[key] = value
		return nil
	}
	if x.newest != "" {
		if _, err := snapshot.Read(x.newest, sumOf, keep); err != nil {
			return nil
		}
	}
	t := newTally()
	for k, v := range values {
		t.add(k, v)
	}
	err := x.log.Frames(x.seq, func(f journal.Frame) error {
		t.apply(f.Ops)
		if count, digest := t.state(); count != f.Count || digest != f.Digest {
			return fmt.Errorf("after change %d the values are not those that the journal names", f.Seq)
		}
		for _, op := range f.Ops {
			if op.Value == nil {
				delete(values, op.Key)
			} else {
				values[op.Key] = op.Value
			}
		}
		return nil
	})
	if err != nil {
		x.found(journalFolder, err)
		return nil
	}
	ops := make([]desk.Op, 0, len(values))
	for k, v := range values {
		ops = append(ops, desk.Op{Key: k, Value: v})
	}
	return ops
}
