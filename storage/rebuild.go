package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/journal"
	"nhipcau/storage/internal/snapshot"
	"nhipcau/storage/internal/table"
)

// base is a state from which the newest one can be made: the state after the
// change seq.
type base struct {
	seq     uint64
	missing uint64 // how many changes are missing behind it
	path    string // of a snapshot, empty for the database or for nothing
	table   bool   // the database as it is
}

// bases lists the states that are at hand, the best first: the one behind which
// the fewest changes are missing; among those the database as it is, then the
// newest snapshot. A state before the first change serves if the journal has
// all of them.
func (o *opening) bases() ([]base, error) {
	var out []base
	if o.doubt == nil {
		out = append(out, base{seq: o.mark.Seq, table: true})
	}
	shots, err := snapshot.List(o.path(snapFolder))
	if err != nil {
		return nil, err
	}
	for _, f := range shots {
		out = append(out, base{seq: f.Seq, path: f.Path})
	}
	if o.log.First() == 1 || !o.log.Empty() && o.log.Next() == 1 {
		out = append(out, base{})
	}
	known := o.lastKnown(out)
	for i := range out {
		out[i].missing = o.missing(out[i].seq, known)
	}
	slices.SortStableFunc(out, func(a, b base) int { return int(min(a.missing, 1<<30)) - int(min(b.missing, 1<<30)) })
	return out, nil
}

// lastKnown is the number of the newest change that anything here tells of.
func (o *opening) lastKnown(bases []base) uint64 {
	known := max(o.log.Next()-1, o.closed, o.mark.Seq)
	for _, b := range bases {
		known = max(known, b.seq)
	}
	return known
}

// missing is how many changes behind seq, up to the newest one that is known,
// nobody has.
func (o *opening) missing(seq, known uint64) (n uint64) {
	for _, gap := range o.log.Missing(seq) {
		n += gap[1] - gap[0] + 1
	}
	if last := max(seq, o.log.Last()); known > last {
		n += known - last
	}
	return n
}

// build makes the newest state from the first base that holds what it promises.
func (o *opening) build(bases []base) error {
	known := o.lastKnown(bases)
	for _, b := range bases {
		err := o.buildFrom(b)
		if err == nil {
			o.report.Missing = b.missing
			o.report.Rebuilt = !b.table
			o.store.seq = known
			return o.settle()
		}
		if !errors.Is(err, errBase) {
			return err
		}
		o.opts.Logger.Error("a state does not serve", "seq", b.seq, "snapshot", filepath.Base(b.path), "error", err)
		if b.path != "" {
			o.report.Damaged = append(o.report.Damaged, filepath.Join(snapFolder, filepath.Base(b.path)))
		}
	}
	return fault.New("fault.folder_damaged", "Folder", o.dir, cause(o.doubt))
}

// errBase says that a base is not what it promised to be.
var errBase = errors.New("the state is damaged")

// buildFrom makes the newest state from a base, in the table.
func (o *opening) buildFrom(b base) error {
	if !b.table {
		if err := o.freshTable(); err != nil {
			return err
		}
	}
	if b.path != "" {
		if err := o.load(b); err != nil {
			return fmt.Errorf("%w: %w", errBase, err)
		}
	}
	return o.replay(b)
}

// freshTable sets the database aside and begins a new one.
func (o *opening) freshTable() error {
	if err := o.abandon(); err != nil {
		o.opts.Logger.Warn("the database does not close", "error", err)
	}
	o.table, o.building, o.store.tally = nil, true, newTally()
	if err := o.setDatabaseAside(); err != nil {
		return err
	}
	// The marker stays until the table is complete, so that a crash leads here
	// again.
	if err := mark(o.dir, openingMarker); err != nil {
		return err
	}
	var err error
	o.table, err = table.Open(o.path(dbFolder), o.opts.table())
	if err != nil && fault.KeyOf(err) == "" {
		err = fault.New("fault.folder_damaged", "Folder", o.dir, err)
	}
	return err
}

// setDatabaseAside keeps a database that is not believed, unless it may hold
// what is to be forgotten.
func (o *opening) setDatabaseAside() error {
	if o.has(forgettingMarker) {
		return os.RemoveAll(o.path(dbFolder))
	}
	return quarantine(o.dir, o.opts.Now())
}

// load fills the table from a snapshot.
func (o *opening) load(b base) error {
	f := filler{table: o.table, tally: o.store.tally}
	info, err := f.load(b.path)
	if err == nil && info.Seq != b.seq {
		err = fmt.Errorf("it holds change %d as the last one", info.Seq)
	}
	return err
}

// filler writes values into a table by the megabyte.
type filler struct {
	table *table.Table
	tally *tally
	ops   []desk.Op
	size  int
}

// load takes in all values of a snapshot.
func (f *filler) load(path string) (snapshot.Info, error) {
	info, err := snapshot.Read(path, sumOf, f.add)
	if err == nil {
		err = f.flush()
	}
	return info, err
}

func (f *filler) add(key string, value []byte) error {
	f.ops = append(f.ops, desk.Op{Key: key, Value: value})
	f.tally.add(key, value)
	if f.size += len(key) + len(value); f.size < 1<<20 {
		return nil
	}
	return f.flush()
}

func (f *filler) flush() error {
	err := f.table.Fill(f.ops)
	f.ops, f.size = nil, 0
	return err
}

// replay carries out the changes behind a base. As long as none is missing, the
// digest after each is compared with the one that its frame records; where the
// base holds a part of a change, only the newest digest counts.
func (o *opening) replay(b base) error {
	next, replayed := b.seq+1, 0
	err := o.log.Frames(b.seq, func(f journal.Frame) error {
		o.store.tally.apply(f.Ops)
		count, digest := o.store.tally.state()
		counts := f.Seq == next && (!b.table || !o.partial || f.Seq == o.log.Last())
		if counts && (count != f.Count || digest != f.Digest) {
			return fmt.Errorf("%w: after change %d there are %d values with digest %x, and should be %d with %x",
				errBase, f.Seq, count, digest, f.Count, f.Digest)
		}
		if f.Seq == next {
			next++
		}
		replayed++
		return o.table.Apply(f.Ops, table.Mark{Seq: f.Seq, Count: count, Digest: digest})
	})
	if err == nil && replayed > 0 {
		o.opts.Logger.Info("changes of the journal were carried out", "changes", replayed)
	}
	return err
}

// settle leaves the final mark in the table.
func (o *opening) settle() error {
	now := o.store.mark()
	if was, ok, err := o.table.Mark(); err == nil && ok && was == now {
		return nil
	}
	if now == (table.Mark{}) {
		return nil
	}
	return o.table.Apply(nil, now)
}
