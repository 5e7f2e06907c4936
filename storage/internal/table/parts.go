package table

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/app/desk"
	"nhipcau/storage/internal/key"
)

// A value that is larger than one part is divided: its key holds the number of
// parts and is marked so, and the parts lie under keys of our own. Small values
// lie under their key as they are.

// metaDivided marks a key whose value is the number of its parts.
const metaDivided = 1

// partPrefix begins the keys of parts; then come the key that they belong to,
// a zero byte, and the number of the part in 4 bytes.
const partPrefix = key.Internal + "p/"

func partKey(k string, n int) []byte {
	out := make([]byte, 0, len(partPrefix)+len(k)+5)
	out = append(append(append(out, partPrefix...), k...), 0)
	return binary.BigEndian.AppendUint32(out, uint32(n))
}

// partOf gives the key to which a part belongs.
func partOf(k []byte) string { return string(k[len(partPrefix) : len(k)-5]) }

// addOp turns an operation into changes of the database, and removes the parts
// of a value that is replaced. Where a crash leaves only some of the changes,
// the parts that a key names are there in any case.
func (t *Table) addOp(b *batch, op desk.Op) error {
	n := t.partsIn(op.Value)
	for i := range n {
		part := op.Value[i*t.cap.part : min((i+1)*t.cap.part, len(op.Value))]
		if err := b.add(entry{key: partKey(op.Key, i), value: part}); err != nil {
			return err
		}
	}
	whole := entry{key: []byte(op.Key), value: op.Value, remove: op.Value == nil}
	if n > 0 {
		whole.value, whole.meta = binary.BigEndian.AppendUint32(nil, uint32(n)), metaDivided
	}
	if err := b.add(whole); err != nil {
		return err
	}
	for i := n; i < t.parts[op.Key]; i++ {
		if err := b.add(entry{key: partKey(op.Key, i), remove: true}); err != nil {
			return err
		}
	}
	return nil
}

// partsIn is how many parts a value needs, 0 if it is stored whole.
func (t *Table) partsIn(value []byte) int {
	if len(value) <= t.cap.part {
		return 0
	}
	return (len(value) + t.cap.part - 1) / t.cap.part
}

// noteParts remembers how values were divided that have been written.
func (t *Table) noteParts(ops []desk.Op) {
	for _, op := range ops {
		if n := t.partsIn(op.Value); n > 0 {
			t.parts[op.Key] = n
		} else {
			delete(t.parts, op.Key)
		}
	}
}

// loadParts counts the parts that are stored; usually there are none.
func (t *Table) loadParts() error {
	t.parts = map[string]int{}
	return t.eachKey(partPrefix, func(k []byte) error {
		if len(k) <= len(partPrefix)+5 {
			return fmt.Errorf("%q is no key of a part", k)
		}
		t.parts[partOf(k)]++
		return nil
	})
}

// eachKey gives the keys with a prefix, valid during the call only.
func (t *Table) eachKey(prefix string, each func(k []byte) error) error {
	return t.db.View(func(txn *badger.Txn) error {
		opts := badger.DefaultIteratorOptions
		opts.Prefix, opts.PrefetchValues = []byte(prefix), false
		it := txn.NewIterator(opts)
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			if err := each(it.Item().Key()); err != nil {
				return err
			}
		}
		return nil
	})
}

// joinParts puts a divided value together.
func joinParts(txn *badger.Txn, item *badger.Item) ([]byte, error) {
	k := string(item.Key())
	var n uint32
	err := item.Value(func(count []byte) error {
		if len(count) != 4 {
			return errors.New("no number of parts")
		}
		n = binary.BigEndian.Uint32(count)
		return nil
	})
	var value []byte
	for i := 0; err == nil && i < int(n); i++ {
		var part *badger.Item
		if part, err = txn.Get(partKey(k, i)); err == nil {
			err = part.Value(func(p []byte) error {
				value = append(value, p...)
				return nil
			})
		}
	}
	if err != nil {
		return nil, fmt.Errorf("parts of %q: %w", k, err)
	}
	return value, nil
}
