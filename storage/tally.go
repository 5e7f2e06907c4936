package storage

import (
	"sync"

	"github.com/cespare/xxhash/v2"

	"nhipcau/app/desk"
)

// tally is what the store knows of its content without the database: a hash of
// each value with its key, and the digest of the whole, which is the sum of the
// hashes and so does not depend on an order. It tells a value that was damaged
// or that vanished from one that was written. The hash is xxHash64: it guards
// against disks, not against people. Any goroutine may ask it.
type tally struct {
	mu     sync.RWMutex
	sums   map[uint64]uint64 // by the hash of the key
	digest uint64
}

func newTally() *tally { return &tally{sums: map[uint64]uint64{}} }

// sumOf is the hash of a key with its value.
func sumOf(key string, value []byte) uint64 {
	var d xxhash.Digest
	d.Reset()
	_, _ = d.WriteString(key) // never fails (hash)
	_, _ = d.Write([]byte{0})
	_, _ = d.Write(value)
	return d.Sum64()
}

// state gives the count and the digest of all values.
func (t *tally) state() (count, digest uint64) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return uint64(len(t.sums)), t.digest
}

// add notes a value that was read while a folder is opened.
func (t *tally) add(key string, value []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.set(key, value)
}

// set notes a value, or that there is none where it is nil.
func (t *tally) set(key string, value []byte) {
	k := xxhash.Sum64String(key)
	if old, ok := t.sums[k]; ok {
		t.digest -= old
		delete(t.sums, k)
	}
	if value != nil {
		sum := sumOf(key, value)
		t.sums[k] = sum
		t.digest += sum
	}
}

func (t *tally) apply(ops []desk.Op) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, op := range ops {
		t.set(op.Key, op.Value)
	}
}

// after gives the count and digest that operations would lead to, of which
// there is one on each key.
func (t *tally) after(ops []desk.Op) (count, digest uint64) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	count, digest = uint64(len(t.sums)), t.digest
	for _, op := range ops {
		if old, ok := t.sums[xxhash.Sum64String(op.Key)]; ok {
			count--
			digest -= old
		}
		if op.Value != nil {
			count++
			digest += sumOf(op.Key, op.Value)
		}
	}
	return count, digest
}

// holds says whether a key has this value, nil for none.
func (t *tally) holds(key string, value []byte) bool {
	t.mu.RLock()
	sum, ok := t.sums[xxhash.Sum64String(key)]
	t.mu.RUnlock()
	if value == nil {
		return !ok
	}
	return ok && sum == sumOf(key, value)
}
