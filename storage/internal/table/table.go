package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/storage/internal/key"
)

// Table is one open database. Scan, Get, View and Hold may be called from any
// goroutine, Apply from one at a time.
type Table struct {
	db    *badger.DB
	log   *slog.Logger
	step  func(name string) error
	cap   capacity
	views views
	parts map[string]int // how many parts each divided value has
}

// Mark says how far a table has come: the number of the last change in it, and
// the count and digest of all its values after that change.
type Mark struct {
	Seq, Count, Digest uint64
}

// markKey holds the mark: three numbers of 8 bytes.
const markKey = key.Internal + "m"

// Open opens the database in a folder, and makes it if it is not there. It
// panics in a goroutine of Badger's on some kinds of damage; see Preflight.
//
// Errors: fault.folder_in_use; any other means that the database is damaged.
func Open(dir string, opts Options) (*Table, error) {
	opts = opts.withDefaults()
	db, err := openDB(dir, opts)
	if err != nil {
		return nil, err
	}
	t := &Table{db: db, log: opts.Logger, step: opts.Step, cap: capacityOf(db), views: views{db: db}}
	err = t.finishStaged()
	if err == nil {
		err = t.loadParts()
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return t, nil
}

// Mark gives the mark of the last Apply, false if there was none.
func (t *Table) Mark() (Mark, bool, error) {
	var raw []byte
	err := t.db.View(func(txn *badger.Txn) (err error) {
		raw, err = get(txn, []byte(markKey))
		return err
	})
	switch {
	case err != nil || raw == nil:
		return Mark{}, false, err
	case len(raw) != 24:
		return Mark{}, false, errors.New("the mark is not readable")
	}
	return Mark{
		Seq:    binary.BigEndian.Uint64(raw),
		Count:  binary.BigEndian.Uint64(raw[8:]),
		Digest: binary.BigEndian.Uint64(raw[16:]),
	}, true, nil
}

func (m Mark) entry() entry {
	raw := binary.BigEndian.AppendUint64(make([]byte, 0, 24), m.Seq)
	raw = binary.BigEndian.AppendUint64(raw, m.Count)
	return entry{key: []byte(markKey), value: binary.BigEndian.AppendUint64(raw, m.Digest)}
}

// View gives the present state, which stays as it is until Leave.
func (t *Table) View() *View {
	return t.views.enter()
}

// Close closes the database. All views have to be left before.
func (t *Table) Close() error {
	t.views.release()
	return t.db.Close()
}

// View is one state of a table.
type View struct {
	of    *views
	txn   *badger.Txn
	users int
}

// Leave ends the use of a view.
func (v *View) Leave() { v.of.leave(v) }

// Scan calls each with every key that begins with prefix, in the order of the
// keys. The value is valid only during the call.
func (v *View) Scan(prefix string, each func(key string, value []byte) error) error {
	if strings.HasPrefix(prefix, key.Internal) {
		return nil
	}
	opts := badger.DefaultIteratorOptions
	// What is prefetched is copied once more, by other goroutines.
	opts.Prefix, opts.PrefetchValues = []byte(prefix), false
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
func (v *View) Get(k string) ([]byte, error) {
	if k == "" || strings.HasPrefix(k, key.Internal) {
		return nil, nil
	}
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
