package desk

import (
	"slices"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Step says what a change is, for history and undo.
type Step struct {
	// Why is the kind of change: edit, create, delete, restore, move, shift,
	// undo, redo, import.
	Why string
	// Join ties the commits of one visit to a field together: consecutive
	// changes with the same non-empty Join are one undo step.
	Join string
}

// Tx gathers the changes of one transaction. It reads its own writes.
type Tx struct {
	d       *Desk
	changed map[string]*change
	order   []string
	self    identity
	clock   merge.Clock
}

// change is what happens to one record in a transaction.
type change struct {
	before  *merge.Record // nil for a new record
	after   *merge.Record
	fields  []string // fields written, in order
	created bool
	deleted bool
	revived bool
}

// Do carries out one change: fn gathers it, and if fn gives no error it is
// written in one durable transaction and told to the listeners. Where fn
// changes nothing, nothing is written.
func (d *Desk) Do(step Step, fn func(*Tx) error) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	tx := d.begin()
	if err := fn(tx); err != nil {
		return err
	}
	tx.addLocalities()
	return d.commit(tx, step)
}

func (d *Desk) begin() *Tx {
	tx := &Tx{d: d, changed: map[string]*change{}, self: d.self}
	tx.clock = merge.NextClock(d.opts.Now(), d.self.Clock)
	tx.self.Clock = tx.clock
	return tx
}

// stamp mints the next dot of this installation.
func (tx *Tx) stamp() merge.Stamp {
	tx.self.Counter++
	return merge.Stamp{
		Dot:    merge.Dot{Replica: tx.self.Replica, N: tx.self.Counter},
		Clock:  tx.clock,
		Author: tx.self.Author,
	}
}

// record gives the state of a record inside the transaction.
func (tx *Tx) record(id string) *merge.Record {
	if c, ok := tx.changed[id]; ok {
		return c.after
	}
	tx.d.mu.RLock()
	defer tx.d.mu.RUnlock()
	if it := tx.d.model.items[id]; it != nil {
		return it.rec
	}
	return nil
}

func (tx *Tx) touch(id string) *change {
	c, ok := tx.changed[id]
	if !ok {
		rec := tx.record(id)
		c = &change{before: rec, after: rec}
		tx.changed[id] = c
		tx.order = append(tx.order, id)
	}
	return c
}

// Read fetches a record as it stands inside the transaction.
func Read[T plan.Record](tx *Tx, id string) (T, bool) {
	var none T
	rec := tx.record(id)
	if rec == nil {
		return none, false
	}
	value, ok := decode(rec).(T)
	return value, ok
}

// Put keeps a typed value: a new record where it has no origin yet, otherwise
// the fields in which it differs from what it was when it was fetched. A new
// record without an id gets one. Fields that break a rule are refused with a
// *Invalid, which names them.
func (tx *Tx) Put(r plan.Record) error {
	decl, ok := plan.DeclarationOf(string(r.Kind()))
	if !ok {
		return fault.New("fault.unknown_kind", "Kind", r.Kind())
	}
	head := r.Meta()
	origin, _ := head.Origin.(*merge.Record)
	var base plan.Record
	if origin != nil {
		base = decode(origin)
	}
	fields, err := difference(decl, base, r)
	if err != nil {
		return fault.New("fault.internal", err)
	}
	if len(fields) == 0 && origin != nil {
		return nil
	}
	if err := tx.d.refuse(r, fieldsOf(fields), origin == nil); err != nil {
		return err
	}
	if head.ID == "" {
		head.ID = tx.d.opts.NewID()
	}
	tx.write(decl, head, origin, fields)
	head.Origin = tx.changed[head.ID].after
	return nil
}

func fieldsOf(fields map[string][]byte) []string {
	names := make([]string, 0, len(fields))
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func (tx *Tx) write(decl *plan.Declaration, head *plan.Head, origin *merge.Record, fields map[string][]byte) {
	c := tx.touch(head.ID)
	if c.after == nil {
		head.Office = cmpOr(head.Office, tx.self.Office)
		c.created = true
		c.after = &merge.Record{ID: head.ID, Kind: string(decl.Kind), Schema: decl.Schema, Office: head.Office}
	}
	if len(fields) == 0 {
		return
	}
	stamp := tx.stamp()
	changes := make([]merge.Change, 0, len(fields))
	for _, name := range fieldsOf(fields) {
		changes = append(changes, merge.Change{Field: name, JSON: orNull(fields[name]), Seen: seenOf(c, origin, name)})
		if !slices.Contains(c.fields, name) {
			c.fields = append(c.fields, name)
		}
	}
	c.after = c.after.WithAll(stamp, changes...)
}

// seenOf gives the writes that stood on screen: those of the record as it was
// fetched, and those that this very transaction has made since.
func seenOf(c *change, origin *merge.Record, name string) []merge.Dot {
	var seen []merge.Dot
	switch {
	case origin != nil:
		seen = append(seen, origin.Fields[name].Dots()...)
	case c.before != nil:
		// A value that was never fetched, for a record that is there: what it
		// says is meant to stand.
		seen = append(seen, c.before.Fields[name].Dots()...)
	}
	if slices.Contains(c.fields, name) {
		seen = append(seen, c.after.Fields[name].Dots()...)
	}
	return seen
}

func orNull(raw []byte) []byte {
	if raw == nil {
		return []byte("null")
	}
	return raw
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// Delete moves a record to the bin; with a visit go the records that belong to
// it. A record that is there already stays.
func (tx *Tx) Delete(id string) error {
	rec := tx.record(id)
	if rec == nil {
		return fault.New("fault.no_such_record", "ID", id)
	}
	for _, member := range tx.family(rec) {
		tx.setTrashed(member, true)
	}
	return nil
}

// Restore brings a record back from the bin; with a visit come the records
// that were deleted with it.
func (tx *Tx) Restore(id string) error {
	rec := tx.record(id)
	if rec == nil {
		return fault.New("fault.no_such_record", "ID", id)
	}
	group := deletionClock(rec)
	for _, member := range tx.family(rec) {
		if member == id || deletionClock(tx.record(member)) == group {
			tx.setTrashed(member, false)
		}
	}
	return nil
}

// deletionClock tells which deletes belong together: a family is deleted in
// one transaction, with one clock reading.
func deletionClock(rec *merge.Record) merge.Clock { return rec.Fields[merge.DelField].Shown().Clock }

// family lists the record itself and, for a visit, all that belongs to it.
func (tx *Tx) family(rec *merge.Record) []string {
	ids := []string{rec.ID}
	if rec.Kind != string(plan.KindVisit) {
		return ids
	}
	tx.d.mu.RLock()
	defer tx.d.mu.RUnlock()
	for _, it := range values(tx.d.model.families[rec.ID]) {
		if it.rec.ID != rec.ID {
			ids = append(ids, it.rec.ID)
		}
	}
	return ids
}

func (tx *Tx) setTrashed(id string, trash bool) {
	rec := tx.record(id)
	trashed, contested := rec.Trashed()
	if trashed == trash && !contested {
		return
	}
	c := tx.touch(id)
	if trash {
		c.after, c.deleted = c.after.Delete(tx.stamp()), true
	} else {
		c.after, c.revived = c.after.Restore(tx.stamp()), true
	}
}
