package desk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// ImportedBundle is one line of the register of bundles that were read in.
type ImportedBundle struct {
	Import string          `json:"import"`
	Bundle string          `json:"bundle"`
	From   string          `json:"from"`
	Office string          `json:"office"`
	Seq    int             `json:"seq"`
	At     merge.Clock     `json:"at"`
	Counts map[Outcome]int `json:"counts"`
	// Undone says that the import was taken back.
	Undone bool `json:"undone,omitempty"`

	key string // under which it was read
}

const importedPrefix = "b/"

// importedKey is where one import of a bundle stands: what was left out of one
// import may come by another of the same bundle, and each can be taken back.
func importedKey(bundleID, name string) string { return importedPrefix + bundleID + "/" + name }

func (b ImportedBundle) op() Op {
	return Op{Key: cmp.Or(b.key, importedKey(b.Bundle, b.Import)), Value: mustJSON(b)}
}

// Imports lists the bundles that were read in, newest first.
func (d *Desk) Imports() ([]ImportedBundle, error) {
	var out []ImportedBundle
	err := d.store.Scan(importedPrefix, func(key string, value []byte) error {
		one := ImportedBundle{key: key}
		if json.Unmarshal(bytes.Clone(value), &one) == nil { // Check names one that is damaged
			out = append(out, one)
		}
		return nil
	})
	if err != nil {
		return nil, fault.New("fault.folder_unreadable", err)
	}
	slices.SortFunc(out, func(a, b ImportedBundle) int { return cmp.Compare(b.At, a.At) })
	return out, nil
}

// imported finds the line of an import by its name; false where it is gone, as
// one of an older version is whose bundle was imported again since.
func (d *Desk) imported(name string) (ImportedBundle, bool, error) {
	all, err := d.Imports()
	if err != nil {
		return ImportedBundle{}, false, err
	}
	i := slices.IndexFunc(all, func(b ImportedBundle) bool { return b.Import == name })
	if i < 0 {
		return ImportedBundle{}, false, nil
	}
	return all[i], true, nil
}
