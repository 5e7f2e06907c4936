package desk

import (
	"io"
	"sync"

	"nhipcau/app/bundle"
	"nhipcau/app/fault"
	"nhipcau/app/seal"
)

// keyCache keeps the keys of the office once they are read.
type keyCache struct {
	mu     sync.Mutex
	office string
	keys   *seal.Keys
}

// Keys are the keys with which this computer signs for our office, nil if it
// signs nothing. Faults: fault.keys_unreadable, fault.keys_unwritable.
func (d *Desk) Keys() (*seal.Keys, error) {
	if d.opts.Keys == nil {
		return nil, nil
	}
	office := d.OfficeID()
	d.keys.mu.Lock()
	defer d.keys.mu.Unlock()
	if d.keys.keys != nil && d.keys.office == office {
		return d.keys.keys, nil
	}
	keys, err := d.opts.Keys(office)
	if err != nil {
		return nil, err
	}
	d.keys.office, d.keys.keys = office, keys
	return keys, nil
}

// OpenBundle reads a bundle that may be sealed, with a passphrase, which may be
// empty, or to our key. Faults: those of bundle.Open, and those of Keys where the
// file is sealed to a key.
func (d *Desk) OpenBundle(r io.Reader, passphrase string) (*bundle.Bundle, error) {
	keys, keyErr := d.Keys()
	b, err := bundle.Open(r, seal.Secrets{Passphrase: passphrase, Keys: keys})
	if keyErr != nil && fault.KeyOf(err) == "fault.seal_not_for_us" {
		return nil, keyErr
	}
	return b, err
}
