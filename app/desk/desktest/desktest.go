// Package desktest makes desks for tests: kept in memory, with a clock that
// moves one second at each look and ids that count.
package desktest

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"nhipcau/app/catalogue"
	"nhipcau/app/desk"
	"nhipcau/app/localities"
	"nhipcau/app/merge"
	"nhipcau/app/seal"
)

// Store is a desk.Store in memory. Fail, if set, is the error of the next
// commits, which then write nothing.
type Store struct {
	mu     sync.Mutex
	values map[string][]byte
	files  map[string][]byte // attached ones
	Fail   error
}

// NewStore makes an empty store.
func NewStore() *Store { return &Store{values: map[string][]byte{}, files: map[string][]byte{}} }

// Scan implements desk.Store.
func (s *Store) Scan(prefix string, each func(string, []byte) error) error {
	s.mu.Lock()
	var keys []string
	for key := range s.values {
		if strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	values := make([][]byte, len(keys))
	slices.Sort(keys)
	for i, key := range keys {
		values[i] = s.values[key]
	}
	s.mu.Unlock()
	for i, key := range keys {
		if err := each(key, values[i]); err != nil {
			return err
		}
	}
	return nil
}

// Get implements desk.Store.
func (s *Store) Get(key string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.values[key]), nil
}

// Commit implements desk.Store.
func (s *Store) Commit(ops []desk.Op) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.Fail != nil {
		return s.Fail
	}
	for _, op := range ops {
		if op.Value == nil {
			delete(s.values, op.Key)
		} else {
			s.values[op.Key] = slices.Clone(op.Value)
		}
	}
	return nil
}

// Close implements desk.Store; what was kept stays, so that a test can open
// the store again.
func (s *Store) Close() error { return nil }

// Clock is a clock on the wall that moves one second at each look.
type Clock struct{ At time.Time }

// Now gives the time and moves on.
func (c *Clock) Now() time.Time {
	c.At = c.At.Add(time.Second)
	return c.At
}

var (
	register = sync.OnceValues(localities.Load)
	terms    = sync.OnceValues(catalogue.Load)
)

// Open opens a desk on a store. number tells installations apart: replica
// names and ids follow from it.
func Open(t testing.TB, store desk.Store, number int) *desk.Desk {
	t.Helper()
	return OpenSigning(t, store, number, nil)
}

// OpenSigning is Open for an installation that signs with the keys that it is
// given for its office.
func OpenSigning(t testing.TB, store desk.Store, number int, keys func(office string) (*seal.Keys, error)) *desk.Desk {
	t.Helper()
	r, err := register()
	if err != nil {
		t.Fatal(err)
	}
	c, err := terms()
	if err != nil {
		t.Fatal(err)
	}
	clock := &Clock{At: time.Date(2024, 6, 3, 8, 0, 0, 0, time.UTC)}
	ids, replicas := 0, 0
	d, err := desk.Open(store, desk.Options{
		Now: clock.Now,
		NewID: func() string {
			ids++
			return fmt.Sprintf("0190%04x-0000-7000-8000-%012x", number, ids)
		},
		NewReplica: func() merge.Replica {
			replicas++
			return merge.Replica(fmt.Sprintf("REPLICA%05d", number*100+replicas))
		},
		Author: fmt.Sprintf("Văn phòng %d", number), Register: r, Catalogue: c, Keys: keys,
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Keyring makes keys for each office when they are first asked for, as a computer
// does, and keeps them in memory.
func Keyring() func(office string) (*seal.Keys, error) {
	made := map[string]*seal.Keys{}
	return func(office string) (*seal.Keys, error) {
		if made[office] == nil {
			keys, err := seal.Generate()
			if err != nil {
				return nil, err
			}
			made[office] = keys
		}
		return made[office], nil
	}
}

// New opens a desk on a new store.
func New(t testing.TB) *desk.Desk { return Open(t, NewStore(), 1) }
