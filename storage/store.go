package storage

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/gofrs/flock"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/storage/internal/key"
)

// Options are what a store is given from outside. The zero value asks for the
// real thing.
type Options struct {
	// Logger takes what Badger warns of; nil discards it.
	Logger *slog.Logger
	// Wait pauses before another try to open; nil is time.Sleep.
	Wait func(time.Duration)

	memTable int64                                    // bytes, 0 for the usual size
	open     func(badger.Options) (*badger.DB, error) // nil is badger.Open
	step     func(name string) error                  // called after each step of a commit; an error stands for a crash
}

// Store is one open data folder. Its methods may be called from any goroutine.
type Store struct {
	db   *badger.DB
	lock *flock.Flock
	log  *slog.Logger
	step func(name string) error
	cap  capacity
	read views

	committing sync.Mutex     // one Commit at a time; guards what follows
	stopped    error          // why nothing may be written any more
	parts      map[string]int // how many parts each divided value has
}

var _ desk.Store = (*Store)(nil)

// Open opens a data folder, and makes it if it is not there. It never waits
// for another program that has the folder open.
//
// Faults: fault.folder_in_use, fault.folder_newer, fault.folder_not_ours,
// fault.folder_unusable (rights, disk), fault.folder_damaged (Badger refuses).
func Open(dir string, opts Options) (*Store, error) {
	opts = opts.withDefaults()
	lock, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	s, err := openLocked(dir, opts)
	if err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	s.lock = lock
	return s, nil
}

func (o Options) withDefaults() Options {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Wait == nil {
		o.Wait = time.Sleep
	}
	if o.memTable == 0 {
		o.memTable = memTableSize
	}
	if o.open == nil {
		o.open = badger.Open
	}
	if o.step == nil {
		o.step = func(string) error { return nil }
	}
	return o
}

// openLocked opens the database of a locked folder and puts in order what a
// crash has left.
func openLocked(dir string, opts Options) (*Store, error) {
	db, err := openDB(dir, opts)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, log: opts.Logger, step: opts.step, cap: capacityOf(db), read: views{db: db}}
	err = s.recover()
	if err == nil {
		err = s.loadParts()
	}
	if err != nil {
		return nil, fault.New("fault.folder_damaged", "Folder", dir, errors.Join(err, db.Close()))
	}
	return s, nil
}

// Scan calls each with every key that begins with prefix, in the order of the
// keys, as they stood when the scan began; see desk.Store. The callback may
// read from the store and commit to it, but not close it.
func (s *Store) Scan(prefix string, each func(key string, value []byte) error) error {
	if strings.HasPrefix(prefix, key.Internal) {
		return nil
	}
	v, err := s.read.enter()
	if err != nil {
		return err
	}
	defer s.read.leave(v)
	opts := badger.DefaultIteratorOptions
	opts.Prefix = []byte(prefix)
	it := v.txn.NewIterator(opts)
	defer it.Close()
	start := prefix
	if start == "" {
		start = "\x01" // beyond the internal keys
	}
	for it.Seek([]byte(start)); it.Valid(); it.Next() {
		if err := visit(v.txn, it.Item(), each); err != nil {
			return err
		}
	}
	return nil
}

func visit(txn *badger.Txn, item *badger.Item, each func(key string, value []byte) error) error {
	k := string(item.Key())
	if item.UserMeta() == metaDivided {
		value, err := joinParts(txn, item)
		if err != nil {
			return err
		}
		return each(k, value)
	}
	return item.Value(func(value []byte) error {
		if value == nil {
			value = []byte{}
		}
		return each(k, value)
	})
}

// Get gives a copy of the value of a key, nil if there is none.
func (s *Store) Get(k string) ([]byte, error) {
	if k == "" || strings.HasPrefix(k, key.Internal) {
		return nil, nil
	}
	v, err := s.read.enter()
	if err != nil {
		return nil, err
	}
	defer s.read.leave(v)
	return get(v.txn, []byte(k))
}

// get gives a copy of a value, never nil if there is one.
func get(txn *badger.Txn, k []byte) ([]byte, error) {
	item, err := txn.Get(k)
	switch {
	case errors.Is(err, badger.ErrKeyNotFound):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("get %q: %w", k, err)
	case item.UserMeta() == metaDivided:
		return joinParts(txn, item)
	}
	value, err := item.ValueCopy([]byte{})
	if err != nil {
		return nil, fmt.Errorf("get %q: %w", k, err)
	}
	if value == nil {
		value = []byte{}
	}
	return value, nil
}

// Close waits for readers, closes the database and lets go of the folder.
// Closing again does nothing.
func (s *Store) Close() error {
	// Readers first: one of them may be waiting to commit.
	if !s.read.close() {
		return nil
	}
	s.committing.Lock()
	defer s.committing.Unlock()
	s.read.release()
	if err := errors.Join(s.db.Close(), s.lock.Unlock()); err != nil {
		return fmt.Errorf("close the data folder: %w", err)
	}
	return nil
}
