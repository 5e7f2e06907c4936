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
}

const importedPrefix = "b/"

func importedKey(bundleID string) string { return importedPrefix + bundleID }

func (b ImportedBundle) op() Op { return Op{Key: importedKey(b.Bundle), Value: mustJSON(b)} }

// Imports lists the bundles that were read in, newest first.
func (d *Desk) Imports() ([]ImportedBundle, error) {
	var out []ImportedBundle
	err := d.store.Scan(importedPrefix, func(_ string, value []byte) error {
		var one ImportedBundle
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

// imported finds the line of an import by its name; false where it is gone,
// for the same bundle was imported again since.
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
