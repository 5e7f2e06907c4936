package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/storage/internal/key"
)

// Folders of form 1 had no journal. There a change that did not fit into one
// transaction was staged in blocks under keys of our own, and carried out after
// a commit point. What such a folder left half done is finished here; nothing
// writes blocks any more.

const (
	blockPrefix = key.Internal + "s/" // then the number of the block in 4 bytes
	decisionKey = key.Internal + "c"  // the number of blocks in 4 bytes
)

func blockKey(n int) []byte {
	return binary.BigEndian.AppendUint32([]byte(blockPrefix), uint32(n))
}

// finishStaged carries out a change that was decided, and drops one that was
// not.
func (t *Table) finishStaged() error {
	decision, err := t.read([]byte(decisionKey))
	switch {
	case err != nil:
		return err
	case decision == nil:
		return t.dropBlocks()
	case len(decision) != 4:
		return errors.New("the commit point is not readable")
	}
	blocks := int(binary.BigEndian.Uint32(decision))
	t.log.Warn("carrying out a transaction that was interrupted", "blocks", blocks)
	if err := t.applyBlocks(blocks); err != nil {
		return err
	}
	if err := t.transact([]entry{{key: []byte(decisionKey), remove: true}}); err != nil {
		return err
	}
	return t.dropBlocks()
}

func (t *Table) dropBlocks() error {
	clean := batch{table: t}
	err := t.eachKey(blockPrefix, func(k []byte) error {
		return clean.add(entry{key: slices.Clone(k), remove: true})
	})
	if err != nil {
		return err
	}
	return t.lastOf(&clean)
}

func (t *Table) applyBlocks(blocks int) error {
	apply := batch{table: t}
	for n := range blocks {
		block, err := t.read(blockKey(n))
		if err == nil && block == nil {
			err = errors.New("it is missing")
		}
		for len(block) > 0 && err == nil {
			var e entry
			if e, block, err = cutEntry(block); err == nil {
				err = apply.add(e)
			}
		}
		if err != nil {
			return fmt.Errorf("block %d of %d: %w", n, blocks, err)
		}
	}
	return t.lastOf(&apply)
}

// lastOf writes what is left of a batch and shows the result.
func (t *Table) lastOf(b *batch) error {
	err := b.flush()
	t.views.release()
	return err
}

func (t *Table) read(k []byte) (value []byte, err error) {
	err = t.db.View(func(txn *badger.Txn) error {
		value, err = get(txn, k)
		return err
	})
	return value, err
}

// What an entry does, as it stands in a block.
const (
	entrySet    = 0
	entryRemove = 1
)

// cutEntry reads the first entry of a block, of which it keeps the memory, and
// gives the rest. An entry is what it does, its mark, key and value, the last
// two with their length in front.
func cutEntry(block []byte) (e entry, rest []byte, err error) {
	if len(block) < 2 || block[0] > entryRemove {
		return e, nil, errors.New("no entry")
	}
	e.remove, e.meta = block[0] == entryRemove, block[1]
	rest = block[2:]
	for _, text := range []*[]byte{&e.key, &e.value} {
		n, size := binary.Uvarint(rest)
		if size <= 0 || n > uint64(len(rest)-size) {
			return e, nil, errors.New("an entry is cut off")
		}
		rest = rest[size:]
		*text, rest = rest[:n:n], rest[n:]
	}
	return e, rest, nil
}
