package desk

import (
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// Damage is one thing that a check found wrong in what is stored.
type Damage struct {
	Key    string // the key of the store
	Reason string // for the log and for support
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
}

// Check reads everything that is stored and changes nothing.
func (d *Desk) Check() (Finding, error) {
	f := Finding{Kinds: map[plan.Kind]int{}}
	err := d.store.Scan("", func(key string, value []byte) error {
		f.look(key, value)
		return nil
	})
	if err != nil {
		return f, fault.New("fault.folder_unreadable", err)
	}
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

func (f *Finding) look(key string, value []byte) {
	switch key[:min(2, len(key))] {
	case recordPrefix:
		f.Records++
		own := merge.Unpacker{Own: true}
		rec, err := own.Unpack(value)
		if err != nil {
			f.Damaged = append(f.Damaged, Damage{key, err.Error()})
			return
		}
		f.Kinds[plan.Kind(rec.Kind)]++
		if recordKey(rec) != key {
			f.Damaged = append(f.Damaged, Damage{key, "kept under the key of another record"})
		}
	case "h/":
		f.Changes++
		if _, err := entryFrom(key[len(key)-16:], "", value); err != nil {
			f.Damaged = append(f.Damaged, Damage{key, err.Error()})
		}
	}
}
