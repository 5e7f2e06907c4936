package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/journal"
	"nhipcau/storage/internal/snapshot"
	"nhipcau/storage/internal/table"
)

// Open opens a data folder, and makes it if it is not there. It never waits for
// another program that has the folder open.
//
// It goes in this order: one program at a time; the journal and the names of
// the snapshots are read; the files of the database are looked through; a marker
// says that the database is being opened, since Badger may end the program on
// damage that nobody foresaw; what the journal knows and the database does not
// is carried out; the marker is removed. On any doubt the database is set aside
// and made anew. Opened says what had to be done.
//
// Faults: fault.folder_in_use, fault.folder_newer, fault.folder_not_ours,
// fault.folder_unusable (rights, disk), fault.folder_readonly, fault.disk_full,
// fault.place_network, fault.place_synced, fault.place_removable,
// fault.folder_damaged (nothing is left to make the database from).
func Open(dir string, opts Options) (*Store, error) {
	opts = opts.withDefaults()
	lock, form, err := openFolder(dir, opts)
	if err != nil {
		return nil, err
	}
	o := &opening{
		dir: dir, opts: opts, form: form,
		store: &Store{dir: dir, opts: opts, log: opts.Logger, lock: lock, tally: newTally(), closing: make(chan struct{})},
	}
	if err := o.run(); err != nil {
		return nil, errors.Join(wordless(dir, err), o.abandon(), lock.Unlock())
	}
	return o.store, nil
}

// opening is the state of an Open.
type opening struct {
	dir   string
	opts  Options
	form  int // of the folder, as VERSION says
	store *Store

	log      *journal.Log
	closed   uint64       // the last change before a clean end, 0 if there was none
	table    *table.Table // open, but not yet believed
	mark     table.Mark   // of the table
	partial  bool         // the table may hold a part of a change beyond its mark
	building bool         // the table is being made anew
	doubt    error        // why the table is not to be used, nil if it is

	report desk.Opened
}

func (o *opening) run() error {
	// Before the newest snapshot the journal matters only if the database and that
	// snapshot are both gone.
	if err := o.readJournal(o.newestSnapshot()); err != nil {
		return err
	}
	var err error
	if o.closed, err = readClosed(o.dir); err != nil {
		return err
	}
	if err := o.beginJournal(); err != nil {
		return err
	}
	if err := o.openTable(); err != nil {
		return err
	}
	if o.doubt != nil {
		if err := o.readJournal(0); err != nil {
			return err
		}
	}
	if err := o.complete(); err != nil {
		return err
	}
	if err := o.startJournal(); err != nil {
		return err
	}
	if err := o.finish(); err != nil {
		o.table = o.store.table // another one, if it was made anew
		return errors.Join(err, o.store.journal.Close())
	}
	return nil
}

// beginJournal makes the journal of a folder in which there is nothing yet: from
// then on a folder without a database is one that was killed at its first start,
// and one without a journal has lost it.
func (o *opening) beginJournal() error {
	if !o.log.Empty() || o.form == 1 || o.has(dbFolder) || o.has(snapFolder) {
		return nil
	}
	j, _, err := o.log.Start(1, o.path(asideFolder), nil)
	if err == nil {
		err = j.Close()
	}
	if err == nil {
		err = o.readJournal(0)
	}
	return err
}

func (o *opening) has(name string) bool {
	_, err := os.Stat(o.path(name))
	return !errors.Is(err, fs.ErrNotExist)
}

func (o *opening) readJournal(after uint64) (err error) {
	o.log, err = journal.Read(o.path(journalFolder), after)
	return err
}

// newestSnapshot is the number of the last change in it, by its name; 0 if there
// is none.
func (o *opening) newestSnapshot() uint64 {
	found, err := snapshot.List(o.path(snapFolder))
	if err != nil || len(found) == 0 {
		return 0
	}
	return found[0].Seq
}

func (o *opening) path(name string) string { return filepath.Join(o.dir, name) }

// wordless wraps what has no words for a person yet.
func wordless(dir string, err error) error {
	if fault.KeyOf(err) != "" {
		return err
	}
	return unusable(dir, err)
}

// abandon lets go of what was opened. A database that was not being made anew
// is as good as before.
func (o *opening) abandon() error {
	if o.table == nil {
		return nil
	}
	err := o.table.Close()
	if err == nil && o.doubt == nil && !o.building {
		err = unmark(o.dir, openingMarker)
	}
	o.table = nil
	return err
}

// openTable opens the database if nothing speaks against it, and reads all of
// it. What does speak against it becomes the doubt.
func (o *opening) openTable() error {
	if o.doubt = o.reasonToDoubt(); o.doubt != nil {
		return nil
	}
	if err := mark(o.dir, openingMarker); err != nil {
		return err
	}
	t, err := table.Open(o.path(dbFolder), o.opts.table())
	if fault.KeyOf(err) == "fault.folder_in_use" {
		return errors.Join(err, unmark(o.dir, openingMarker))
	}
	if err != nil {
		o.doubt = err
		return nil
	}
	o.table = t
	o.doubt = o.believe()
	return nil
}

// reasonToDoubt looks for what speaks against opening the database.
func (o *opening) reasonToDoubt() error {
	for name, reason := range map[string]string{
		openingMarker: "the program ended while the database was being opened",
		doubtMarker:   "the database is to be made anew",
	} {
		if o.has(name) {
			return errors.New(reason)
		}
	}
	if !o.has(dbFolder) && o.log.Next() > 1 {
		return errors.New("the database is missing")
	}
	return table.Preflight(o.path(dbFolder))
}

// believe reads all values of the database and compares them with its mark,
// and the mark with the journal.
func (o *opening) believe() error {
	marked := false
	var err error
	if o.mark, marked, err = o.table.Mark(); err != nil {
		return err
	}
	if err := o.readAll(); err != nil {
		return err
	}
	count, digest := o.store.tally.state()
	if !marked {
		return o.believeUnmarked(count, digest)
	}
	if count != o.mark.Count || digest != o.mark.Digest {
		// A change may have been carried out in part; whether that is all, the
		// digest after the newest change will say.
		if o.partial = o.log.Last() > o.mark.Seq; o.partial {
			return nil
		}
		return fmt.Errorf("the database holds %d values with digest %x, and its mark says %d with %x",
			count, digest, o.mark.Count, o.mark.Digest)
	}
	if c, d, ok := o.log.At(o.mark.Seq); ok && (c != count || d != digest) {
		return fmt.Errorf("after change %d the journal has %d values with digest %x, the database %d with %x", o.mark.Seq, c, d, count, digest)
	}
	return nil
}

// believeUnmarked is for a database in which no change was carried out yet, or
// that comes from before there was a journal.
func (o *opening) believeUnmarked(count, digest uint64) error {
	switch {
	case count == 0 && o.log.Next() == 1:
		return nil
	case o.form == 1:
		o.adopt(count, digest)
		return nil
	}
	return errors.New("the database has no mark")
}

// adopt takes over a database from before there was a journal; it counts as one
// change.
func (o *opening) adopt(count, digest uint64) {
	o.mark = table.Mark{Seq: 1, Count: count, Digest: digest}
	o.report.Adopted = true
}

func (o *opening) readAll() error {
	v := o.table.View()
	defer v.Leave()
	return v.Scan("", func(key string, value []byte) error {
		o.store.tally.add(key, value)
		return nil
	})
}

// complete brings the table to the newest change that is known, or makes it
// anew.
func (o *opening) complete() error {
	if o.doubt != nil {
		o.opts.Logger.Warn("the database is not used", "reason", o.doubt)
	}
	bases, err := o.bases()
	if err != nil {
		return err
	}
	return o.build(bases)
}

// startJournal makes the journal ready for the next change. Where frames are
// missing or damaged, a journal that begins anew behind a snapshot takes its
// place.
func (o *opening) startJournal() error {
	aside := o.path(asideFolder)
	if o.needsNewJournal() {
		if err := o.snapshot(); err != nil {
			return err
		}
		if err := setAside(o.path(journalFolder), aside, o.opts.Now()); err != nil {
			return err
		}
		if err := o.readJournal(0); err != nil {
			return err
		}
	}
	j, kept, err := o.log.Start(o.store.seq+1, aside, o.opts.openJournal)
	if err != nil {
		return err
	}
	if kept != "" {
		o.opts.Logger.Warn("the end of the journal was cut off", "bytes", o.log.Torn, "kept", filepath.Base(kept))
	}
	o.store.journal = j
	return nil
}

func (o *opening) snapshot() error {
	v := o.table.View()
	defer v.Leave()
	_, err := o.store.writeSnapshot(o.store.mark(), v)
	return err
}

// needsNewJournal says whether the journal has gaps or damage, or does not
// reach as far as the database.
func (o *opening) needsNewJournal() bool {
	for _, d := range o.log.Damages {
		o.opts.Logger.Warn("the journal is damaged", "file", d.File, "offset", d.Offset, "bytes", d.Length, "reason", d.Reason)
		o.report.Damaged = append(o.report.Damaged, filepath.Join(journalFolder, d.File))
	}
	behind := o.store.seq+1 > o.log.Next()
	if o.store.seq > 0 && (o.log.Empty() && o.form == folderVersion || behind && !o.log.Empty()) {
		o.report.Damaged = append(o.report.Damaged, journalFolder)
	}
	return len(o.log.Damages) > 0 || behind || o.report.Missing > 0 || o.report.Adopted
}

// finish hands everything over to the store and removes the markers.
func (o *opening) finish() error {
	s := o.store
	s.table = o.table
	if err := s.shelf.load(s); err != nil {
		return err
	}
	for _, name := range []string{openingMarker, doubtMarker, closedFile} {
		if err := unmark(o.dir, name); err != nil {
			return err
		}
	}
	if free, known := o.opts.free(o.dir); known && free < lowSpace {
		o.report.LowSpace = free
	}
	o.report.Removable = o.opts.place(o.dir) == placeRemovable
	s.opened = o.report
	removeUnfinished(o.path(snapFolder), o.path(backupFolder), o.path(attachmentsFolder), o.dir)
	if o.report.Adopted {
		if _, err := s.BackUp("upgrade", ""); err != nil {
			return err
		}
	}
	if err := upgradeFolder(o.dir, o.form); err != nil {
		return err
	}
	if err := s.goOnForgetting(); err != nil {
		return err
	}
	if o.opts.Daily && s.seq > 0 {
		s.shelf.work.Go(s.careDaily)
	}
	return nil
}
