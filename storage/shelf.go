package storage

import (
	"errors"
	"os"
	"path/filepath"
	"sync"

	"nhipcau/storage/internal/snapshot"
	"nhipcau/storage/internal/table"
)

// shelf keeps the snapshots of a folder: the newest two, and the journal back
// to the older of them.
type shelf struct {
	store *Store
	work  sync.WaitGroup // what runs in the background

	mu     sync.Mutex      // one at a time writes or verifies; guards what follows
	files  []snapshot.File // newest first
	newest snapshot.Info   // what the newest holds; its bytes are 0 until it was read
	due    bool            // one is being written
}

// keptSnapshots is how many snapshots are kept.
const keptSnapshots = 2

// smallestDue is how long a journal may always become before a snapshot, in
// bytes; a larger store may have a journal of half its size.
const smallestDue = 4 << 20

func (h *shelf) load(s *Store) (err error) {
	h.store = s
	h.files, err = snapshot.List(filepath.Join(s.dir, snapFolder))
	if len(h.files) > 0 {
		h.newest.Seq = h.files[0].Seq
	}
	return err
}

// verify reads the snapshots of an opened folder. A damaged one is set aside,
// and a new one takes its place.
func (h *shelf) verify() {
	h.mu.Lock()
	defer h.mu.Unlock()
	var good []snapshot.File
	for _, f := range h.files {
		info, err := snapshot.Verify(f.Path, sumOf)
		switch {
		case err == nil && info.Seq == f.Seq:
			if good = append(good, f); len(good) == 1 {
				h.newest = info
			}
		case errors.Is(err, os.ErrNotExist):
		default:
			h.damaged(f, err)
		}
	}
	if len(good) == len(h.files) {
		return
	}
	h.files = good
	s := h.store
	s.committing.Lock()
	m, v := s.mark(), s.table.View()
	s.committing.Unlock()
	h.write(m, v)
}

// damaged sets a snapshot aside.
func (h *shelf) damaged(f snapshot.File, err error) {
	s := h.store
	s.log.Error("a snapshot is damaged", "file", filepath.Base(f.Path), "error", err)
	s.note(filepath.Join(snapFolder, filepath.Base(f.Path)))
	if err := setAside(f.Path, filepath.Join(s.dir, asideFolder), s.opts.Now()); err != nil {
		s.log.Error("it can't be set aside", "error", err)
	}
}

// snapshotIfDue begins a snapshot in the background once the journal is long.
func (s *Store) snapshotIfDue() {
	h := &s.shelf
	if !h.mu.TryLock() {
		return // one is being written or verified
	}
	defer h.mu.Unlock()
	if h.due || s.journal.Size(h.newest.Seq) < h.limit() {
		return
	}
	h.due = true
	h.work.Go(h.writeDue)
}

// writeDue writes the snapshot that is due. The state is pinned only now: no
// view may be open while what was forgotten is rewritten.
func (h *shelf) writeDue() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.due = false
	s := h.store
	s.committing.Lock()
	if s.stopped != nil {
		s.committing.Unlock()
		return
	}
	m, v, err := s.pin()
	s.committing.Unlock()
	if err != nil {
		s.log.Error("no snapshot", "error", err)
		return
	}
	h.write(m, v)
}

func (h *shelf) limit() int64 {
	if after := h.store.opts.SnapshotAfter; after > 0 {
		return after
	}
	return max(smallestDue, h.newest.Bytes/2)
}

// pin begins a new segment of the journal and holds the state before it.
func (s *Store) pin() (table.Mark, *table.View, error) {
	if err := s.journal.Rotate(); err != nil {
		return table.Mark{}, nil, err
	}
	return s.mark(), s.table.View(), nil
}

// write makes a snapshot of a view, and removes what it makes needless. What
// fails is logged: the older snapshot and the journal still have everything.
func (h *shelf) write(m table.Mark, v *table.View) {
	defer v.Leave()
	s := h.store
	if err := s.checkSpace(); err != nil {
		s.log.Warn("no snapshot", "error", err)
		return
	}
	if err := h.put(m, v); err != nil {
		s.log.Error("the snapshot failed", "error", err)
		return
	}
	h.prune()
}

// put writes a snapshot and makes it the newest.
func (h *shelf) put(m table.Mark, v *table.View) error {
	info, err := h.store.writeSnapshot(m, v)
	if err != nil {
		return err
	}
	h.newest = info
	path := snapshot.PathOf(filepath.Join(h.store.dir, snapFolder), m.Seq)
	if len(h.files) == 0 || h.files[0].Path != path {
		h.files = append([]snapshot.File{{Path: path, Seq: m.Seq}}, h.files...)
	}
	return nil
}

// writeSnapshot writes the snapshot of a view.
func (s *Store) writeSnapshot(m table.Mark, v *table.View) (snapshot.Info, error) {
	dir := filepath.Join(s.dir, snapFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return snapshot.Info{}, err
	}
	info := snapshot.Info{Seq: m.Seq, Count: m.Count, Digest: m.Digest}
	source := func(each func(key string, value []byte) error) error {
		return v.Scan("", func(key string, value []byte) error {
			info.Bytes += int64(len(key) + len(value))
			return each(key, value)
		})
	}
	err := snapshot.Write(snapshot.PathOf(dir, m.Seq), info, source, sumOf)
	return info, err
}

// prune removes the snapshots that are too many, and the part of the journal
// that no snapshot needs.
func (h *shelf) prune() {
	s := h.store
	for len(h.files) > keptSnapshots {
		last := h.files[len(h.files)-1]
		if err := os.Remove(last.Path); err != nil {
			s.log.Warn("an old snapshot stays", "error", err)
		}
		h.files = h.files[:len(h.files)-1]
	}
	if len(h.files) < keptSnapshots {
		return
	}
	s.committing.Lock()
	defer s.committing.Unlock()
	if s.stopped != nil {
		return
	}
	if err := s.journal.Drop(h.files[len(h.files)-1].Seq); err != nil {
		s.log.Warn("the journal keeps an old part", "error", err)
	}
}

// lastSnapshot writes a snapshot while a folder is closed, if enough has
// happened since the last one.
func (s *Store) lastSnapshot() {
	h := &s.shelf
	since := s.journal.Size(h.newest.Seq)
	if s.seq == h.newest.Seq || since < smallestAtEnd && len(h.files) >= keptSnapshots {
		return
	}
	m, v, err := s.pin()
	if err != nil {
		s.log.Error("no snapshot", "error", err)
		return
	}
	s.committing.Unlock() // pruning takes it, and nobody else is left
	defer s.committing.Lock()
	h.mu.Lock()
	defer h.mu.Unlock()
	h.write(m, v)
}

// smallestAtEnd is how much the journal has to have grown so that closing
// writes a snapshot, in bytes.
const smallestAtEnd = 64 << 10

// stop waits for what runs in the background.
func (h *shelf) stop() { h.work.Wait() }

// Settle waits until what goes on in the background is done.
func (s *Store) Settle() { s.shelf.stop() }
