package table

import (
	"fmt"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/app/desk"
)

// entry is one change of the database.
type entry struct {
	key    []byte
	value  []byte
	meta   byte
	remove bool
}

// capacity is how much this package puts into one transaction of Badger and
// into one value. No value comes near the threshold beyond which Badger keeps
// values in its value log, where damage reads as an empty value without an
// error.
type capacity struct {
	size, count int // of a transaction
	part        int // bytes
}

func capacityOf(db *badger.DB) capacity {
	// A quarter is left for what Badger adds to each entry.
	size := int(db.MaxBatchSize()) * 3 / 4
	return capacity{size: size, count: int(db.MaxBatchCount()) * 3 / 4, part: min(256<<10, size/4)}
}

// overhead is what Badger adds to an entry, generously.
const overhead = 64

func (e entry) size() int { return len(e.key) + len(e.value) + overhead }

// Apply carries out operations, of which there may be any number but only one
// on each key, and leaves the mark. If it fails or the program ends meanwhile,
// the table may hold a part of them, which readers of this process do not see;
// applying them again completes it.
func (t *Table) Apply(ops []desk.Op, mark Mark) error {
	b := batch{table: t}
	err := t.addOps(&b, ops)
	if err == nil {
		err = b.add(mark.entry())
	}
	return t.done(&b, ops, err)
}

// Fill carries out operations without leaving a mark, while a table is made
// anew and nobody reads.
func (t *Table) Fill(ops []desk.Op) error {
	b := batch{table: t}
	return t.done(&b, ops, t.addOps(&b, ops))
}

func (t *Table) addOps(b *batch, ops []desk.Op) error {
	for _, op := range ops {
		if err := t.addOp(b, op); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) done(b *batch, ops []desk.Op, err error) error {
	if err == nil {
		err = b.flush()
	}
	if err != nil {
		return err
	}
	t.noteParts(ops)
	t.views.release()
	return nil
}

// transact writes entries in one transaction of the database.
func (t *Table) transact(entries []entry) error {
	txn := t.db.NewTransaction(true)
	defer txn.Discard()
	for _, e := range entries {
		var err error
		if e.remove {
			err = txn.Delete(e.key)
		} else {
			err = txn.SetEntry(badger.NewEntry(e.key, e.value).WithMeta(e.meta))
		}
		if err != nil {
			return fmt.Errorf("write to the database: %w", err)
		}
	}
	if err := txn.Commit(); err != nil {
		return fmt.Errorf("write to the database: %w", err)
	}
	return t.step("apply")
}

// batch gathers entries and writes a transaction whenever one is full. From the
// first such moment on readers stay with the state before.
type batch struct {
	table   *Table
	entries []entry
	size    int
}

func (b *batch) add(e entry) error {
	if b.size+e.size() > b.table.cap.size || len(b.entries) == b.table.cap.count {
		b.table.views.hold()
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
	err := b.table.transact(b.entries)
	b.entries, b.size = nil, 0
	return err
}
