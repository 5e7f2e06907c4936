package desk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Shredding says what shredding a person means, or has done.
type Shredding struct {
	// Name is the person's.
	Name string
	// Records are what goes: the entry of the directory, the person's places in
	// delegations and the files attached to these, by kind and id.
	Records []Item
	// Namesakes are people and attendees of the same name who are not tied to
	// this entry; the officer knows whether they are the same person.
	Namesakes []Item
}

// PlanShred says what Shred would remove, and changes nothing.
//
// Faults: fault.no_such_record, fault.shred_not_a_person, fault.already_shredded.
func (d *Desk) PlanShred(id string) (Shredding, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	it := d.model.items[id]
	switch {
	case d.shredded.has(id):
		return Shredding{}, fault.New("fault.already_shredded", "ID", id)
	case it == nil:
		return Shredding{}, fault.New("fault.no_such_record", "ID", id)
	case !isPerson(it):
		return Shredding{}, fault.New("fault.shred_not_a_person", "ID", id)
	}
	person := personBehind(it)
	out := Shredding{Name: it.value().Label()}
	gone := map[string]bool{}
	for _, other := range values(d.model.items) {
		switch {
		case !isPerson(other) || d.shredded.has(other.rec.ID):
		case other == it || person != "" && personBehind(other) == person:
			gone[other.rec.ID] = true
			out.Records = append(out.Records, itemOf(other))
		case sameName(other.value().Label(), out.Name):
			out.Namesakes = append(out.Namesakes, itemOf(other))
		}
	}
	for _, other := range values(d.model.kinds[plan.KindAttachment]) {
		if file, ok := other.value().(*plan.Attachment); ok && gone[file.Of] {
			out.Records = append(out.Records, itemOf(other))
		}
	}
	slices.SortStableFunc(out.Records, func(a, b Item) int { return cmp.Compare(b.Kind, a.Kind) })
	return out, nil
}

func isPerson(it *item) bool {
	kind := plan.Kind(it.rec.Kind)
	return kind == plan.KindPerson || kind == plan.KindAttendee
}

// personBehind is the entry of the directory that a record is, or is tied to.
func personBehind(it *item) string {
	if a, ok := it.value().(*plan.Attendee); ok {
		return a.Person
	}
	return it.rec.ID
}

// Shred removes a person's data for good (Luật Bảo vệ dữ liệu cá nhân
// 91/2025/QH15, the right to erasure): the entry of the directory, the person's
// places in delegations and the files attached to these, with their history and
// the steps of undo. What remains of each record is that it was deleted, by whom
// and when. Nothing brings it back: no undo, import, restored backup or rebuild.
// What other records say of the person in free text stays, and so do papers that
// were printed and bundles that were sent.
//
// Faults: those of PlanShred and of Forgetter.Forget.
func (d *Desk) Shred(id string) (Shredding, error) {
	d.writing.Lock()
	defer d.writing.Unlock()
	what, err := d.PlanShred(id)
	if err != nil {
		return what, err
	}
	tx := d.begin()
	var more []shreddedRecord
	var records []*merge.Record
	for _, one := range what.Records {
		tx.setTrashed(one.ID, true)
		rest := tombstone(tx.record(one.ID))
		packed, err := merge.Pack(rest)
		if err != nil {
			return what, fault.New("fault.internal", err)
		}
		records = append(records, rest)
		more = append(more, shreddedRecord{
			ID: one.ID, At: tx.clock.Time().UTC(), Author: tx.self.Author, Tombstone: packed, File: d.fileOf(one.ID), rest: rest,
		})
	}
	lost, err := d.lostRecords(what.Records)
	if err != nil {
		return what, err
	}
	for _, id := range lost {
		more = append(more, shreddedRecord{ID: id, At: tx.clock.Time().UTC(), Author: tx.self.Author})
	}
	s := d.shredded.with(more...)
	ops, err := s.ops(d.store)
	if err != nil {
		return what, fault.New("fault.folder_unreadable", err)
	}
	for _, rec := range records {
		tx.self.Seq++
		ops = append(ops, entryOp(rec.ID, tx.self.Seq, &Entry{Clock: tx.clock, Author: tx.self.Author, Why: "shred", Group: hexKey(tx.self.Seq)}))
	}
	ops = append(ops, d.identityOp(tx.self))
	return what, d.forgetAll(s, ops, d.filesOf(what.Records), records, tx.self)
}

// fileOf is the file of an attachment, "" for any other record.
func (d *Desk) fileOf(id string) string {
	if file, ok := Get[*plan.Attachment](d, id); ok {
		return file.SHA256
	}
	return ""
}

// lostRecords finds the places in delegations and the attachments that belong to
// what goes and are not here any more, since the import that had brought them was
// taken back: their states and their history still stand in the store.
func (d *Desk) lostRecords(going []Item) ([]string, error) {
	owners := map[string]bool{}
	for _, one := range going {
		owners[`"`+one.ID+`"`] = true
	}
	lost := map[string]bool{}
	find := func(id string, belongs bool) {
		d.mu.RLock()
		defer d.mu.RUnlock()
		if belongs && d.model.items[id] == nil && !d.shredded.has(id) {
			lost[id] = true
		}
	}
	err := d.store.Scan(importPrefix, func(key string, value []byte) error {
		var state importState
		if json.Unmarshal(bytes.Clone(value), &state) == nil { // Check names one that is damaged
			find(idOfKey(key), belongs(state.Before, owners) || belongs(state.After, owners))
		}
		return nil
	})
	if err == nil {
		err = d.store.Scan(historyPrefix, func(key string, value []byte) error {
			before, seq, _ := cutLast(key)
			if e, err := entryFrom(seq, "", value); err == nil {
				find(before[len(historyPrefix):], owners[string(e.Fields["person"][1])] || owners[string(e.Fields["of"][1])])
			}
			return nil
		})
	}
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	return slices.Sorted(maps.Keys(lost)), nil
}

// belongs says whether a packed record is of a person, or attached to a record,
// of these.
func belongs(packed json.RawMessage, owners map[string]bool) bool {
	rec, err := unpackOrNil(packed)
	if err != nil || rec == nil {
		return false
	}
	return owners[string(rec.Fields["person"].Shown().JSON)] || owners[string(rec.Fields["of"].Shown().JSON)]
}

// filesOf names the attached files to which no other record points.
func (d *Desk) filesOf(gone []Item) []string {
	going := map[string]bool{}
	for _, one := range gone {
		going[one.ID] = true
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	files, needed := map[string]bool{}, map[string]bool{}
	for _, it := range d.model.kinds[plan.KindAttachment] {
		if file, ok := it.value().(*plan.Attachment); ok && going[file.ID] {
			files[file.SHA256] = true
		} else if ok {
			needed[file.SHA256] = true
		}
	}
	var out []string
	for name := range files {
		if !needed[name] {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// forgetAll lets the store forget, and shows what is left.
func (d *Desk) forgetAll(s shredder, ops []Op, files []string, records []*merge.Record, self identity) error {
	ops = append(ops, Op{Key: shreddedKey, Value: s.list()})
	var err error
	if f, ok := d.store.(Forgetter); ok {
		err = f.Forget(s.list(), ops, files)
	} else {
		err = d.store.Commit(ops)
	}
	if err != nil {
		return notSaved(err)
	}
	steps, _, err := loadSteps(d.store)
	if err != nil {
		return err
	}
	d.mu.Lock()
	d.shredded = s
	d.mu.Unlock()
	d.publish(records, self, steps)
	return nil
}

// loadShredded reads the lists of what was shredded, the one in the store and
// the one beside it, and finishes what an interrupted Shred or a restored backup
// has left.
func (d *Desk) loadShredded() error {
	raw, err := d.store.Get(shreddedKey)
	if err != nil {
		return fault.New("fault.folder_unreadable", err)
	}
	inside, err := shredderFrom(raw)
	if err != nil {
		return fault.New("fault.folder_unreadable", err)
	}
	d.shredded = inside
	f, ok := d.store.(Forgetter)
	if !ok {
		return nil
	}
	raw, err = f.Forgotten()
	if err != nil {
		return err
	}
	outside, err := shredderFrom(raw)
	if err != nil {
		return fault.New("fault.folder_unreadable", err)
	}
	for _, one := range outside {
		d.shredded = d.shredded.with(one)
	}
	if len(d.shredded) == len(inside) && len(d.shredded) == len(outside) && !d.holdsShredded() {
		return nil
	}
	return d.finishShred()
}

// holdsShredded says whether a record stands here of which nothing should. The
// records speak for history and undo, with which they go in one transaction.
func (d *Desk) holdsShredded() bool {
	for id, one := range d.shredded {
		if rec := d.model.record(id); rec != nil && (one.rest == nil || !rec.Equal(one.rest)) {
			return true
		}
	}
	return false
}

func (d *Desk) finishShred() error {
	ops, err := d.shredded.ops(d.store)
	if err != nil {
		return fault.New("fault.folder_unreadable", err)
	}
	var records []*merge.Record
	var gone []Item
	var lost []string
	for id, one := range d.shredded {
		switch it := d.model.items[id]; {
		case it == nil:
		case one.rest == nil:
			lost = append(lost, id)
		default:
			records = append(records, one.rest)
			gone = append(gone, Item{ID: id})
		}
	}
	if err := d.forgetAll(d.shredded, ops, d.filesOf(gone), records, d.self); err != nil {
		return err
	}
	d.forget(lost)
	return nil
}

// withoutShredded gives the records of a bundle as they may be read in here.
func (d *Desk) withoutShredded(records []*merge.Record) []*merge.Record {
	if len(d.shredded) == 0 {
		return records
	}
	out := make([]*merge.Record, 0, len(records))
	for _, rec := range records {
		if rest := d.shredded.record(rec); rest != nil {
			out = append(out, rest)
		}
	}
	return out
}

// unshredded refuses what would bring a shredded record back.
func (d *Desk) unshredded(id string) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.shredded.has(id) {
		return fault.New("fault.already_shredded", "ID", id)
	}
	return nil
}

// OldCopies lists the files in which a shredded person's data may still stand;
// none where the store lies in no folder.
func (d *Desk) OldCopies() ([]OldCopy, error) {
	f, ok := d.store.(Forgetter)
	if !ok {
		return nil, nil
	}
	d.mu.RLock()
	s := d.shredded
	d.mu.RUnlock()
	if len(s) == 0 {
		return nil, nil
	}
	return f.OldCopies(d.Setting(BackupFolder), func(key string, value []byte) bool {
		_, less := s.value(key, value)
		return less
	})
}

// RemoveOldCopies removes files that OldCopies has listed, after a new backup was
// made where backups are among them: nobody is left without a way back.
func (d *Desk) RemoveOldCopies(copies []OldCopy) error {
	f, ok := d.store.(Forgetter)
	if !ok || len(copies) == 0 {
		return nil
	}
	if err := d.backUpBefore("shred"); err != nil {
		return err
	}
	return f.RemoveOldCopies(copies)
}

// withoutShreddedOps is for a backup that is about to be restored. Files are the
// attached files to which nothing points any more.
func withoutShreddedOps(ops []Op, list []byte) (kept []Op, files []string, err error) {
	s, err := shredderFrom(list)
	if err != nil || len(s) == 0 {
		return ops, nil, err
	}
	needed := map[string]bool{}
	for _, op := range ops {
		if op.Key == shreddedKey {
			inside, err := shredderFrom(op.Value)
			if err != nil {
				return nil, nil, err
			}
			s = s.with(slices.Collect(maps.Values(inside))...)
			continue
		}
		rest, less := s.value(op.Key, op.Value)
		if rest == nil {
			continue
		}
		kept = append(kept, Op{Key: op.Key, Value: rest})
		if !less && strings.HasPrefix(op.Key, recordPrefix+string(plan.KindAttachment)+"/") {
			needed[fileIn(rest)] = true
		}
	}
	for _, one := range s {
		if one.File != "" && !needed[one.File] {
			files = append(files, one.File)
		}
	}
	return append(kept, Op{Key: shreddedKey, Value: s.list()}), files, nil
}

// fileIn is the file that a packed attachment names.
func fileIn(packed []byte) string {
	rec, err := unpackOrNil(packed)
	if err != nil || rec == nil {
		return ""
	}
	if file, ok := decode(rec).(*plan.Attachment); ok {
		return file.SHA256
	}
	return ""
}

// ShreddedIn gives the list of what was shredded out of the content of a store.
func ShreddedIn(ops []Op) []byte {
	for _, op := range ops {
		if op.Key == shreddedKey {
			return op.Value
		}
	}
	return nil
}
