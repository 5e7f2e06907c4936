package desk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Damage is one thing that a check found wrong in what is stored.
type Damage struct {
	Key    string `json:"key"`    // the key of the store
	Reason string `json:"reason"` // for the log and for support
}

var (
	errWrongKey = errors.New("kept under the key of another record")
	errBadKey   = errors.New("not a key of its kind")
)

// Damaged lists the records that could not be read when the folder was opened,
// by key. They are not in any list; nothing is written over them, and they do
// not travel.
func (d *Desk) Damaged() []Damage {
	d.mu.RLock()
	defer d.mu.RUnlock()
	var out []Damage
	for _, one := range d.model.damaged {
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b Damage) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

// intact gives a fault for a record of which the copy on the disk can't be
// read, so that nothing is written over it.
func (d *Desk) intact(id string) error {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if _, damaged := d.model.damaged[id]; damaged {
		return fault.New("fault.record_damaged", "ID", id)
	}
	return nil
}

// Finding is what a check has read.
type Finding struct {
	Records int
	Kinds   map[plan.Kind]int
	Changes int
	Damaged []Damage
	// Dangling counts references to records that are not here; a bundle that
	// has not arrived yet explains them, so they are no damage.
	Dangling int
	// Missing are attachments of which the file is not here. One that was
	// attached on this machine is damage as well; one of another office has not
	// travelled.
	Missing []MissingFile
}

// Check reads everything that is stored and changes nothing.
func (d *Desk) Check() (Finding, error) {
	f := Finding{Kinds: map[plan.Kind]int{}}
	err := d.store.Scan("", func(key string, value []byte) error {
		if err := f.look(key, value); err != nil {
			f.Damaged = append(f.Damaged, Damage{key, err.Error()})
		}
		return nil
	})
	if err != nil {
		return f, fault.New("fault.folder_unreadable", err)
	}
	d.checkFiles(&f)
	d.mu.RLock()
	defer d.mu.RUnlock()
	for _, it := range d.model.items {
		for _, ref := range refsOf(it) {
			if ref != "" && d.model.items[ref] == nil {
				f.Dangling++
			}
		}
	}
	return f, nil
}

// look reads one value of the store, and says what is wrong with it.
func (f *Finding) look(key string, value []byte) error {
	prefix, _, _ := strings.Cut(key, "/")
	switch prefix + "/" {
	case recordPrefix:
		return f.lookAtRecord(key, value)
	case historyPrefix:
		f.Changes++
		_, seq, ok := cutLast(key)
		if !ok {
			return errBadKey
		}
		_, err := entryFrom(seq, "", value)
		return err
	case stepPrefix:
		_, err := stepFrom(key, value)
		return err
	case importPrefix:
		_, _, err := turnState(value, false)
		return err
	case importedPrefix:
		return json.Unmarshal(bytes.Clone(value), &ImportedBundle{})
	case sentPrefix, standingPrefix:
		return json.Unmarshal(bytes.Clone(value), &SentBundle{})
	case listPrefix:
		return json.Unmarshal(bytes.Clone(value), &SentList{})
	case partnerPrefix:
		return json.Unmarshal(bytes.Clone(value), &Partner{})
	}
	return nil
}

func (f *Finding) lookAtRecord(key string, value []byte) error {
	f.Records++
	rec, err := unpackAt(&merge.Unpacker{Own: true}, key, value)
	if err == nil {
		f.Kinds[plan.Kind(rec.Kind)]++
	}
	return err
}

// cutLast cuts a key behind its last slash.
func cutLast(key string) (before, after string, ok bool) {
	i := strings.LastIndexByte(key, '/')
	if i < 0 {
		return key, "", false
	}
	return key[:i], key[i+1:], true
}
