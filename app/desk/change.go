package desk

import (
	"errors"
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
	// NoUndo is set for a change that nobody takes back, such as the note that
	// a paper was printed: it stands in the history and is no step of undo.
	NoUndo bool
	asOf   *asOf // for the note of a print
}

// Tx gathers the changes of one transaction. It reads its own writes.
type Tx struct {
	d       *Desk
	changed map[string]*change
	order   []string
	self    identity
	clock   merge.Clock
	// origins is what stands on screen of each value that was put. A value
	// learns it only once the transaction is durable: one that could not be
	// saved can be put again.
	origins map[*plan.Head]*merge.Record
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
	if err := d.commit(tx, step); err != nil {
		return err
	}
	for head, origin := range tx.origins {
		head.Origin = origin
	}
	return nil
}

func (d *Desk) begin() *Tx {
	tx := &Tx{d: d, changed: map[string]*change{}, self: d.self, origins: map[*plan.Head]*merge.Record{}}
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
	return tx.d.model.record(id)
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
	if !ok {
		return none, false
	}
	if head := value.Meta(); head.Trashed && tx.outlived(rec) {
		head.Trashed, head.Contested = false, true
	}
	return value, true
}

// outlived says whether a record is a visit of which a member is not in the
// bin.
func (tx *Tx) outlived(rec *merge.Record) bool {
	return slices.ContainsFunc(tx.family(rec)[1:], func(id string) bool {
		trashed, _ := tx.record(id).Trashed()
		return !trashed
	})
}

// Put keeps a typed value: a new record where it has no origin yet, otherwise
// the fields in which it differs from what it was when it was fetched. A new
// record without an id gets one. Fields that break a rule are refused with a
// *Invalid, which names them.
//
// A field that is named and of which the offices differ is written also where
// its value is the one that is shown: naming it settles it.
func (tx *Tx) Put(r plan.Record, named ...string) error {
	decl, ok := plan.DeclarationOf(string(r.Kind()))
	if !ok {
		return fault.New("fault.unknown_kind", "Kind", r.Kind())
	}
	head := r.Meta()
	origin := tx.originOf(head)
	var base plan.Record
	if origin != nil {
		base = decode(origin)
	}
	fields, err := difference(decl, base, r)
	if err == nil {
		err = settled(decl, origin, r, named, fields)
	}
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
	if err := errors.Join(tx.d.intact(head.ID), tx.d.unshredded(head.ID)); err != nil {
		return err
	}
	tx.write(decl, head, origin, fields)
	tx.origins[head] = tx.changed[head.ID].after
	return nil
}

// originOf is what stood on screen when a value was last fetched or put.
func (tx *Tx) originOf(head *plan.Head) *merge.Record {
	if origin, ok := tx.origins[head]; ok {
		return origin
	}
	origin, _ := head.Origin.(*merge.Record)
	return origin
}

// settled adds to fields the named ones on which the offices differ.
func settled(decl *plan.Declaration, origin *merge.Record, r plan.Record, named []string, fields map[string][]byte) error {
	for _, name := range named {
		f, ok := decl.Field(name)
		if !ok || origin == nil || !origin.Fields[name].Conflict() {
			continue
		}
		raw, err := encode(decl, r, f)
		if err != nil {
			return err
		}
		fields[name] = raw
	}
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
