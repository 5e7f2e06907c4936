package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/storage/internal/key"
)

// A transaction that does not fit into one of Badger goes this way:
//
//	stage   its changes are written in blocks under keys of our own
//	decide  the commit point says how many blocks there are
//	apply   the changes are carried out, in several transactions
//	done    the commit point is removed
//	clean   the blocks are removed
//
// A crash before "decide" leaves blocks that the next Open drops; after it, a
// commit point that the next Open carries out, from the beginning, which is the
// same as carrying it out once.

const (
	blockPrefix = key.Internal + "s/" // then the number of the block in 4 bytes
	decisionKey = key.Internal + "c"  // the number of blocks in 4 bytes
)

func blockKey(n int) []byte {
	return binary.BigEndian.AppendUint32([]byte(blockPrefix), uint32(n))
}

func (s *Store) writeStaged(entries []entry) error {
	blocks, err := s.stage(entries)
	if err != nil {
		return err
	}
	decision := entry{key: []byte(decisionKey), value: binary.BigEndian.AppendUint32(nil, uint32(blocks))}
	if err := s.transact("decide", []entry{decision}); err != nil {
		return err
	}
	// If what follows fails, readers stay with the state before.
	s.read.hold()
	apply := batch{store: s, step: "apply"}
	for _, e := range entries {
		if err := apply.add(e); err != nil {
			return err
		}
	}
	if err := apply.flush(); err != nil {
		return err
	}
	s.read.release()
	return s.finish()
}

// stage writes the changes in blocks and gives their number.
func (s *Store) stage(entries []entry) (blocks int, err error) {
	out := batch{store: s, step: "stage"}
	var block []byte
	put := func() error {
		if len(block) == 0 {
			return nil
		}
		e := entry{key: blockKey(blocks), value: block}
		block = nil
		blocks++
		return out.add(e)
	}
	for _, e := range entries {
		if len(block)+e.size() > s.cap.block {
			if err := put(); err != nil {
				return 0, err
			}
		}
		block = appendEntry(block, e)
	}
	if err := put(); err != nil {
		return 0, err
	}
	return blocks, out.flush()
}

// finish removes the commit point and then the blocks.
func (s *Store) finish() error {
	if err := s.transact("done", []entry{{key: []byte(decisionKey), remove: true}}); err != nil {
		return err
	}
	return s.dropBlocks()
}

func (s *Store) dropBlocks() error {
	clean := batch{store: s, step: "clean"}
	err := s.eachKey(blockPrefix, func(k []byte) error {
		return clean.add(entry{key: slices.Clone(k), remove: true})
	})
	if err != nil {
		return err
	}
	return clean.flush()
}

// recover carries out a transaction that was decided, and drops one that was
// not.
func (s *Store) recover() error {
	var blocks int
	decided := false
	err := s.db.View(func(txn *badger.Txn) error {
		value, err := get(txn, []byte(decisionKey))
		if err != nil || value == nil {
			return err
		}
		if len(value) != 4 {
			return errors.New("the commit point is not readable")
		}
		blocks, decided = int(binary.BigEndian.Uint32(value)), true
		return nil
	})
	if err != nil {
		return err
	}
	if !decided {
		return s.dropBlocks()
	}
	s.log.Warn("carrying out a transaction that was interrupted", "blocks", blocks)
	if err := s.applyBlocks(blocks); err != nil {
		return err
	}
	return s.finish()
}

func (s *Store) applyBlocks(blocks int) error {
	apply := batch{store: s, step: "apply"}
	for n := range blocks {
		block, err := s.block(n)
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
	return apply.flush()
}

// block reads a block that must be there.
func (s *Store) block(n int) (block []byte, err error) {
	err = s.db.View(func(txn *badger.Txn) error {
		if block, err = get(txn, blockKey(n)); err == nil && block == nil {
			err = errors.New("it is missing")
		}
		return err
	})
	return block, err
}

// What an entry does, as it stands in a block.
const (
	entrySet    = 0
	entryRemove = 1
)

// appendEntry writes an entry: what it does, its mark, key and value, the last
// two with their length in front.
func appendEntry(dst []byte, e entry) []byte {
	does := byte(entrySet)
	if e.remove {
		does = entryRemove
	}
	dst = append(dst, does, e.meta)
	for _, text := range [][]byte{e.key, e.value} {
		dst = binary.AppendUvarint(dst, uint64(len(text)))
		dst = append(dst, text...)
	}
	return dst
}

// cutEntry reads the first entry of a block, of which it keeps the memory, and
// gives the rest.
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
