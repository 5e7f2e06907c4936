// Package memstore is a store in memory, for tests and trials: the contract of
// desk.Store without a disk. It knows no database.
package memstore

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"sync"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/key"
)

// Store is a desk.Store that is gone when the program ends. Its methods may be
// called from any goroutine.
type Store struct {
	// Files, where set, gives the attached files that this store does not hold
	// itself.
	Files func(name string) ([]byte, error)

	mu     sync.Mutex
	values map[string][]byte // a value is never changed once it is here
	keys   []string          // sorted; nil if not up to date
	files  map[string][]byte
	closed bool
}

var (
	_ desk.Store    = (*Store)(nil)
	_ desk.Attacher = (*Store)(nil)
)

// Memory makes an empty store.
func Memory() *Store { return &Store{values: map[string][]byte{}, files: map[string][]byte{}} }

// pair is a key with its value.
type pair struct {
	key   string
	value []byte
}

// Scan calls each with every key that begins with prefix, in order, as they
// stood when the scan began.
func (s *Store) Scan(prefix string, each func(key string, value []byte) error) error {
	pairs, err := s.pairs(prefix)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		// A caller that kept or changed the value would notice.
		value := append([]byte{}, p.value...)
		err := each(p.key, value)
		clear(value)
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) pairs(prefix string) ([]pair, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, fault.New("fault.store_closed")
	}
	if s.keys == nil {
		s.keys = slices.Sorted(maps.Keys(s.values))
	}
	from, _ := slices.BinarySearch(s.keys, prefix)
	var out []pair
	for _, k := range s.keys[from:] {
		if !strings.HasPrefix(k, prefix) {
			break
		}
		out = append(out, pair{k, s.values[k]})
	}
	return out, nil
}

// Get gives a copy of the value of a key, nil if there is none.
func (s *Store) Get(k string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, fault.New("fault.store_closed")
	}
	return bytes.Clone(s.values[k]), nil
}

// Commit carries out all operations, or none of them if a key is refused.
func (s *Store) Commit(ops []desk.Op) error {
	if err := key.Check(ops); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return fault.New("fault.store_closed")
	}
	for _, op := range ops {
		if op.Value == nil {
			delete(s.values, op.Key)
		} else {
			s.values[op.Key] = bytes.Clone(op.Value)
		}
	}
	s.keys = nil
	return nil
}

// Close ends the use of the store; what it held is gone.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.values, s.keys, s.files, s.closed = nil, nil, nil, true
	return nil
}
