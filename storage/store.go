package storage

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"github.com/gofrs/flock"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/journal"
	"nhipcau/storage/internal/key"
	"nhipcau/storage/internal/table"
)

// Store is one open data folder. Its methods may be called from any goroutine.
type Store struct {
	dir     string
	opts    Options
	log     *slog.Logger
	lock    *flock.Flock
	opened  desk.Opened
	readers readers
	closing chan struct{} // closed when the store is about to be
	hurry   sync.Once

	committing sync.Mutex // one Commit at a time; guards what follows
	stopped    error      // why nothing may be written any more
	table      *table.Table
	journal    *journal.Journal
	tally      *tally
	seq        uint64 // of the last change
	shelf      shelf
}

var (
	_ desk.Store     = (*Store)(nil)
	_ desk.Keeper    = (*Store)(nil)
	_ desk.Forgetter = (*Store)(nil)
)

// Opened says what had to be done to open the folder.
func (s *Store) Opened() desk.Opened {
	s.committing.Lock()
	defer s.committing.Unlock()
	return s.opened
}

// note adds a file that was found damaged.
func (s *Store) note(damaged string) {
	s.committing.Lock()
	defer s.committing.Unlock()
	s.opened.Damaged = append(s.opened.Damaged, damaged)
}

// Scan calls each with every key that begins with prefix, in the order of the
// keys, as they stood when the scan began; see desk.Store. The callback may
// read from the store and commit to it, but not close it. A value that is not
// the one that was written is the fault fault.value_damaged, and each does not
// see it.
func (s *Store) Scan(prefix string, each func(key string, value []byte) error) error {
	if !s.readers.enter() {
		return fault.New("fault.store_closed")
	}
	defer s.readers.leave()
	v := s.table.View()
	defer v.Leave()
	return v.Scan(prefix, func(k string, value []byte) error {
		if err := s.verify(k, value); err != nil {
			return err
		}
		return each(k, value)
	})
}

// Get gives a copy of the value of a key, nil if there is none; see Scan.
func (s *Store) Get(k string) ([]byte, error) {
	if !s.readers.enter() {
		return nil, fault.New("fault.store_closed")
	}
	defer s.readers.leave()
	v := s.table.View()
	defer v.Leave()
	value, err := v.Get(k)
	if err == nil {
		err = s.verify(k, value)
	}
	if err != nil {
		return nil, err
	}
	return value, nil
}

// verify compares a value with the tally. The value may be older than the
// tally, so that only the present one is evidence of damage.
func (s *Store) verify(k string, value []byte) error {
	if s.tally.holds(k, value) {
		return nil
	}
	s.committing.Lock()
	defer s.committing.Unlock()
	v := s.table.View()
	defer v.Leave()
	now, err := v.Get(k)
	if err == nil && (s.tally.holds(k, now) || s.stopped != nil) {
		return nil
	}
	s.stop(fmt.Errorf("the value of %q is not the one that was written: %w", k, cause(err)))
	// The next start makes the database anew.
	if err := mark(s.dir, doubtMarker); err != nil {
		s.log.Error("the doubt is not marked", "error", err)
	}
	return fault.New("fault.value_damaged", s.stopped)
}

var (
	errDiffers = errors.New("its hash differs")
	errGone    = errors.New("it is gone")
)

func cause(err error) error {
	if err == nil {
		return errDiffers
	}
	return err
}

// stop keeps anything more from being written.
func (s *Store) stop(err error) {
	if s.stopped == nil {
		s.stopped = err
		s.log.Error("nothing more is written", "error", err)
	}
}

// Commit writes all operations, or none of them, and returns when they are
// durable, however many they are; see desk.Store.
//
// Faults: fault.disk_full, where less than the floor is free or the journal has
// no room; fault.too_large. If it is not known whether the operations will be
// there after a restart, the fault is fault.store_stopped, then and from then
// on: nothing more is written over a state that nobody knows.
func (s *Store) Commit(ops []desk.Op) error {
	if err := key.Check(ops); err != nil {
		return err
	}
	s.committing.Lock()
	defer s.committing.Unlock()
	if s.readers.isClosed() {
		return fault.New("fault.store_closed")
	}
	if s.stopped != nil {
		return fault.New("fault.store_stopped", s.stopped)
	}
	last := s.needed(lastOps(ops))
	if len(last) == 0 {
		return nil
	}
	if err := s.checkSpace(); err != nil {
		return err
	}
	if err := s.write(last); err != nil {
		return err
	}
	s.snapshotIfDue()
	return nil
}

// write makes a change durable in the journal and then visible in the database.
func (s *Store) write(ops []desk.Op) error {
	count, digest := s.tally.after(ops)
	err := s.journal.Append(journal.Frame{Count: count, Digest: digest, Ops: ops})
	switch {
	case errors.Is(err, journal.ErrUnknown):
		s.stop(err)
		return fault.New("fault.store_stopped", err)
	case errors.Is(err, journal.ErrTooLarge):
		return fault.New("fault.too_large", err)
	case err != nil:
		return fault.New("fault.disk_full", "Folder", s.dir, err)
	}
	if err := s.opts.step("journal"); err != nil {
		s.stop(err)
		return fault.New("fault.store_stopped", err)
	}
	s.seq++
	s.tally.apply(ops)
	if err := s.table.Apply(ops, s.mark()); err != nil {
		// The change is durable, and the next start carries it out.
		s.stop(err)
		return fault.New("fault.store_stopped", err)
	}
	return nil
}

func (s *Store) mark() table.Mark {
	count, digest := s.tally.state()
	return table.Mark{Seq: s.seq, Count: count, Digest: digest}
}

// needed leaves out the removal of what is not there.
func (s *Store) needed(ops []desk.Op) []desk.Op {
	kept := make([]desk.Op, 0, len(ops))
	for _, op := range ops {
		if op.Value != nil || !s.tally.holds(op.Key, nil) {
			kept = append(kept, op)
		}
	}
	return kept
}

// lastOps keeps the last operation on each key: what came before it in the
// same transaction nobody will ever see.
func lastOps(ops []desk.Op) []desk.Op {
	last := make(map[string]int, len(ops))
	for i, op := range ops {
		last[op.Key] = i
	}
	if len(last) == len(ops) {
		return ops
	}
	kept := make([]desk.Op, 0, len(last))
	for i, op := range ops {
		if last[op.Key] == i {
			kept = append(kept, op)
		}
	}
	return kept
}

// Close waits for readers and for a snapshot that is being written, closes the
// database and lets go of the folder. Closing again does nothing.
func (s *Store) Close() error {
	// What goes on in the background reads too. Then the readers: one of them may
	// be waiting to commit.
	s.hurry.Do(func() { close(s.closing) })
	s.shelf.stop()
	if !s.readers.close() {
		return nil
	}
	s.shelf.stop()
	s.committing.Lock()
	defer s.committing.Unlock()
	err := s.closeFiles()
	if err = errors.Join(err, s.lock.Unlock()); err != nil {
		return fmt.Errorf("close the data folder: %w", err)
	}
	return nil
}

// closeFiles leaves a folder of which the next start knows how far it has come.
func (s *Store) closeFiles() error {
	if s.stopped == nil {
		s.lastSnapshot()
	}
	err := s.journal.Close()
	if s.table != nil { // a rewriting that failed leaves none
		err = errors.Join(s.table.Close(), err)
	}
	if err == nil && s.stopped == nil {
		err = writeClosed(s.dir, s.seq)
	}
	return err
}
