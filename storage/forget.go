package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/files"
	"nhipcau/storage/internal/table"
)

// Forgetting goes in this order, so that a crash at any moment leads to the
// same end: the list of what is to be forgotten; a marker that lets the next
// start go on; the change itself, as any other; then, with all readers outside,
// snapshots of the present state, an empty journal behind them, and a new
// database filled from the newest. What went is unlinked, not overwritten:
// whoever reads the bare disk may still find it.

// Forgotten gives the list of what was forgotten; see desk.Forgetter. A list
// that is damaged is noted as such, and is none: the store has another.
func (s *Store) Forgotten() ([]byte, error) {
	list, err := readForgotten(s.dir)
	if err != nil {
		s.log.Error("the list of what was forgotten is damaged", "error", err)
		s.note(forgottenFile)
	}
	return list, nil
}

// readForgotten reads the list, nil if there is none.
func readForgotten(dir string) ([]byte, error) {
	raw, err := os.ReadFile(filepath.Join(dir, forgottenFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	sum, list, ok := bytes.Cut(raw, []byte("\n"))
	if is := sha256.Sum256(list); !ok || string(sum) != hex.EncodeToString(is[:]) {
		return nil, fmt.Errorf("%s: %w", forgottenFile, errDiffers)
	}
	return list, nil
}

func writeForgotten(dir string, list []byte) error {
	return files.Write(filepath.Join(dir, forgottenFile), func(w io.Writer) error {
		sum := sha256.Sum256(list)
		_, err := fmt.Fprintf(w, "%x\n%s", sum, list)
		return err
	})
}

// Forget carries out operations and rewrites every file that holds former
// values; see desk.Forgetter.
//
// Faults: those of Commit.
func (s *Store) Forget(list []byte, ops []desk.Op, attached []string) error {
	if err := s.checkSpace(); err != nil {
		return err
	}
	before, err := os.ReadFile(filepath.Join(s.dir, forgottenFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return unusable(s.dir, err)
	}
	if err := writeForgotten(s.dir, list); err != nil {
		return err
	}
	if err := s.opts.step("list"); err != nil {
		return s.crashed(err)
	}
	if err := markForgetting(s.dir, attached); err != nil {
		return unusable(s.dir, err)
	}
	if err := s.opts.step("forgetting"); err != nil {
		return s.crashed(err)
	}
	if err := s.Commit(ops); err != nil {
		return errors.Join(err, s.takeBack(before))
	}
	return s.forgetFiles(attached)
}

// takeBack leaves nothing for the next start to do where a change was refused and
// nobody was told otherwise. A store that has stopped does not know whether the
// change is there, and leaves it to the next start.
func (s *Store) takeBack(before []byte) error {
	s.committing.Lock()
	defer s.committing.Unlock()
	if s.stopped != nil {
		return nil
	}
	if err := unmark(s.dir, forgettingMarker); err != nil {
		return err
	}
	if before == nil {
		return unmark(s.dir, forgottenFile)
	}
	return files.Write(filepath.Join(s.dir, forgottenFile), func(w io.Writer) error {
		_, err := w.Write(before)
		return err
	})
}

// markForgetting notes which attached files go.
func markForgetting(dir string, attached []string) error {
	return files.Write(filepath.Join(dir, forgettingMarker), func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Join(attached, "\n"))
		return err
	})
}

// goOnForgetting finishes what an earlier Forget could not.
func (s *Store) goOnForgetting() error {
	raw, err := os.ReadFile(filepath.Join(s.dir, forgettingMarker))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := s.checkSpace(); err != nil {
		s.log.Warn("what is to be forgotten stays in the files until there is room", "error", err)
		return nil
	}
	return s.forgetFiles(strings.Fields(string(raw)))
}

// forgetFiles rewrites the files of the folder with nobody else inside.
func (s *Store) forgetFiles(attached []string) error {
	h := &s.shelf
	h.mu.Lock()
	defer h.mu.Unlock()
	var err error
	alone := s.readers.alone(func() (whole bool) {
		err = s.rewrite(attached)
		return s.table != nil
	})
	if !alone {
		return fault.New("fault.store_closed")
	}
	return err
}

// rewrite is carried out by one goroutine alone, which holds the shelf.
func (s *Store) rewrite(attached []string) error {
	s.committing.Lock()
	defer s.committing.Unlock()
	if s.stopped != nil {
		return fault.New("fault.store_stopped", s.stopped)
	}
	steps := []struct {
		name string
		do   func() error
	}{
		{"snapshots", s.onlySnapshots},
		{"doubt", func() error { return mark(s.dir, doubtMarker) }},
		{"database", s.onlyDatabase},
		{"believed", func() error { return unmark(s.dir, doubtMarker) }},
		{"attached", func() error { return s.removeFiles(attached) }},
	}
	for _, step := range steps {
		err := step.do()
		if err == nil {
			err = s.opts.step(step.name)
		}
		if err != nil {
			s.stop(err)
			return fault.New("fault.store_stopped", err)
		}
	}
	return nil
}

// onlySnapshots leaves two snapshots of the present state and a journal that
// begins behind the first. The change between them is empty.
func (s *Store) onlySnapshots() error {
	old := s.shelf.files
	s.shelf.files = nil
	for range keptSnapshots {
		if err := s.write(nil); err != nil {
			return err
		}
		m, v, err := s.pin()
		if err == nil {
			err = s.shelf.put(m, v)
			v.Leave()
		}
		if err != nil {
			return err
		}
	}
	for _, f := range old {
		if err := os.Remove(f.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return s.journal.Drop(s.shelf.files[len(s.shelf.files)-1].Seq)
}

// onlyDatabase makes the database anew from the newest snapshot.
func (s *Store) onlyDatabase() error {
	dir := filepath.Join(s.dir, dbFolder)
	err := s.table.Close()
	s.table = nil
	if err == nil {
		err = os.RemoveAll(dir)
	}
	if err == nil {
		err = s.opts.step("removed")
	}
	if err != nil {
		return err
	}
	t, err := table.Open(dir, s.opts.table())
	if err != nil {
		return err
	}
	if err := s.fill(t); err != nil {
		return errors.Join(err, t.Close())
	}
	s.table = t
	return nil
}

func (s *Store) fill(t *table.Table) error {
	f := filler{table: t, tally: newTally()}
	if _, err := f.load(s.shelf.files[0].Path); err != nil {
		return err
	}
	count, digest := f.tally.state()
	m := s.mark()
	if count != m.Count || digest != m.Digest {
		return fmt.Errorf("the new database holds %d values with digest %x, and should hold %d with %x", count, digest, m.Count, m.Digest)
	}
	return t.Apply(nil, m)
}

// removeFiles removes attached files and then the marker. A file that another
// program has open stays until the next start; everything else is done.
func (s *Store) removeFiles(attached []string) error {
	if err := removeAttached(s.dir, attached); err != nil {
		s.log.Warn("an attached file that is to be forgotten stays until the next start", "error", err)
		return nil
	}
	return unmark(s.dir, forgettingMarker)
}

func removeAttached(dir string, names []string) error {
	for _, name := range names {
		if !isAttachmentName(name) {
			continue
		}
		err := os.Remove(filepath.Join(dir, attachmentsFolder, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// crashed is for tests, in which an error of a step stands for a crash.
func (s *Store) crashed(err error) error {
	s.committing.Lock()
	defer s.committing.Unlock()
	s.stop(err)
	return fault.New("fault.store_stopped", err)
}

// OldCopies lists what may still hold former values; see desk.Forgetter.
func (s *Store) OldCopies(second string, holds func(key string, value []byte) bool) ([]desk.OldCopy, error) {
	backups, err := s.Backups(second)
	if err != nil {
		return nil, err
	}
	var out []desk.OldCopy
	for _, b := range backups {
		if !backupHolds(b.Path, holds) {
			continue
		}
		out = append(out, desk.OldCopy{Path: b.Path, Made: b.Made, Bytes: b.Bytes, Backup: true})
	}
	for _, pattern := range asidePatterns {
		found, err := filepath.Glob(filepath.Join(s.dir, filepath.FromSlash(pattern)))
		if err != nil {
			return nil, err
		}
		for _, path := range found {
			if info, err := os.Stat(path); err == nil {
				out = append(out, desk.OldCopy{Path: path, Made: info.ModTime(), Bytes: sizeOf(path)})
			}
		}
	}
	return out, nil
}

// asidePatterns are where a folder keeps what was damaged.
var asidePatterns = []string{asideFolder + "/*", dbFolder + ".bad-*"}

// backupHolds says whether a backup holds such a value, or can't be read.
func backupHolds(path string, holds func(string, []byte) bool) bool {
	found := false
	_, err := readBackup(path, func(key string, value []byte) error {
		found = found || holds(key, value)
		return nil
	}, discardAttachment)
	return found || err != nil
}

// RemoveOldCopies removes files that OldCopies has listed; see desk.Forgetter.
func (s *Store) RemoveOldCopies(copies []desk.OldCopy) error {
	for _, c := range copies {
		if err := os.RemoveAll(c.Path); err != nil {
			return fault.New("fault.old_copy_stays", "File", c.Path, err)
		}
	}
	return nil
}
