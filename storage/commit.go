package storage

import (
	"fmt"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/key"
)

// entry is one change of the database.
type entry struct {
	key    []byte
	value  []byte
	meta   byte
	remove bool
}

// capacity is how much this package puts into one transaction of Badger, into
// one value, and into one block of a staged transaction. No value comes near
// the threshold beyond which Badger keeps values in its value log, where
// damage reads as an empty value without an error.
type capacity struct {
	size, count int // of a transaction
	part, block int // bytes
}

func capacityOf(db *badger.DB) capacity {
	// A quarter is left for what Badger adds to each entry.
	size := int(db.MaxBatchSize()) * 3 / 4
	return capacity{
		size: size, count: int(db.MaxBatchCount()) * 3 / 4,
		part: min(256<<10, size/4), block: min(512<<10, size/2),
	}
}

// overhead is what Badger adds to an entry, generously.
const overhead = 64

func (e entry) size() int { return len(e.key) + len(e.value) + overhead }

func (c capacity) fits(entries []entry) bool {
	size := 0
	for _, e := range entries {
		size += e.size()
	}
	return size <= c.size && len(entries) <= c.count
}

// Commit writes all operations, or none of them, and returns when they are
// durable, however many they are; see desk.Store.
//
// If the database fails, it is not known whether the operations will be there
// after a restart. Then, and from then on, the fault is fault.store_stopped:
// nothing more is written over a state that nobody knows.
func (s *Store) Commit(ops []desk.Op) error {
	if err := key.Check(ops); err != nil {
		return err
	}
	s.committing.Lock()
	defer s.committing.Unlock()
	if s.read.isClosed() {
		return fault.New("fault.store_closed")
	}
	if s.stopped != nil {
		return fault.New("fault.store_stopped", s.stopped)
	}
	last := lastOps(ops)
	entries := s.entriesOf(last)
	if len(entries) == 0 {
		return nil
	}
	if err := s.write(entries); err != nil {
		s.stopped = err
		s.log.Error("commit failed, nothing more is written", "entries", len(entries), "error", err)
		return fault.New("fault.store_stopped", err)
	}
	s.noteParts(last)
	return nil
}

func (s *Store) write(entries []entry) error {
	if s.cap.fits(entries) {
		return s.transact("commit", entries)
	}
	return s.writeStaged(entries)
}

// transact writes entries in one transaction of the database.
func (s *Store) transact(step string, entries []entry) error {
	txn := s.db.NewTransaction(true)
	defer txn.Discard()
	for _, e := range entries {
		var err error
		if e.remove {
			err = txn.Delete(e.key)
		} else {
			err = txn.SetEntry(badger.NewEntry(e.key, e.value).WithMeta(e.meta))
		}
		if err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
	}
	if err := txn.Commit(); err != nil {
		return fmt.Errorf("%s: %w", step, err)
	}
	return s.step(step)
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

// batch gathers entries and writes a transaction whenever one is full.
type batch struct {
	store   *Store
	step    string
	entries []entry
	size    int
}

func (b *batch) add(e entry) error {
	if b.size+e.size() > b.store.cap.size || len(b.entries) == b.store.cap.count {
		if err := b.flush(); err != nil {
			return err
		}
	}
	b.entries = append(b.entries, e)
	b.size += e.size()
	return nil
}

func (b *batch) flush() error {
	if len(b.entries) == 0 {
		return nil
	}
	err := b.store.transact(b.step, b.entries)
	b.entries, b.size = b.entries[:0], 0
	return err
}
