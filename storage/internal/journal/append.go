package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"nhipcau/app/files"
)

// ErrUnknown says that it is not known whether a frame is on the disk. Nothing
// may be written after it, until the journal was read again.
var ErrUnknown = errors.New("it is not known whether the change is on the disk")

// Journal is a journal to which frames are appended, by one goroutine at a
// time.
type Journal struct {
	dir      string
	file     File
	size     int64
	next     uint64
	segments []span
	open     func(path string) (File, error)
}

// span is a segment with the numbers that it may hold, the second not included;
// the last segment is open at the end.
type span struct {
	name        string
	first, next uint64
	size        int64
}

// File is what a journal asks of a file.
type File interface {
	WriteAt(p []byte, off int64) (int, error)
	Truncate(size int64) error
	Sync() error
	Close() error
}

func openFile(path string) (File, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
}

// Start makes a journal ready to be appended to, with next as the number of its
// next frame. A torn tail of the last segment is copied into the folder aside
// and cut off; its path is given. Open stands for opening a file for writing,
// which it does if nil.
func (l *Log) Start(next uint64, aside string, open func(path string) (File, error)) (j *Journal, kept string, err error) {
	if open == nil {
		open = openFile
	}
	if err := os.MkdirAll(l.dir, 0o700); err != nil {
		return nil, "", err
	}
	j = &Journal{dir: l.dir, next: next, open: open}
	for _, seg := range l.segments {
		j.segments = append(j.segments, span{name: seg.name, first: seg.first, size: seg.end})
	}
	for i := 1; i < len(j.segments); i++ {
		j.segments[i-1].next = j.segments[i].first
	}
	if l.Torn > 0 {
		if kept, err = l.cutTail(aside); err != nil {
			return nil, "", err
		}
	}
	if l.goesOn(next) {
		err = j.resume()
	} else {
		err = j.Rotate()
	}
	return j, kept, err
}

// goesOn says whether a frame may follow in the last segment: if none is missing
// before it.
func (l *Log) goesOn(next uint64) bool {
	if len(l.segments) == 0 {
		return false
	}
	last := l.segments[len(l.segments)-1]
	if len(last.frames) == 0 {
		return last.first == next
	}
	return l.Last()+1 == next
}

// cutTail keeps a torn tail aside and cuts it off.
func (l *Log) cutTail(aside string) (kept string, err error) {
	seg := l.segments[len(l.segments)-1]
	path := filepath.Join(l.dir, seg.name)
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(aside, 0o700); err != nil {
		return "", err
	}
	kept = filepath.Join(aside, fmt.Sprintf("torn-%016x-%d.bin", l.Last(), l.Torn))
	if err := os.WriteFile(kept, raw[seg.end:], 0o600); err != nil {
		return "", err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0o600)
	if err != nil {
		return "", err
	}
	return kept, errors.Join(f.Truncate(seg.end), f.Sync(), f.Close())
}

func (j *Journal) resume() (err error) {
	last := &j.segments[len(j.segments)-1]
	j.file, err = j.open(filepath.Join(j.dir, last.name))
	j.size = last.size
	return err
}

// Next is the number that the next frame will have.
func (j *Journal) Next() uint64 { return j.next }

// Append writes a frame, whose number it sets, and returns when it is on the
// disk. After an error that is ErrUnknown nothing more can be appended; after
// any other the journal is as it was before.
func (j *Journal) Append(f Frame) error {
	if j.file == nil {
		return ErrUnknown
	}
	f.Seq = j.next
	head, err := encodeHeader(f)
	if err != nil {
		return err
	}
	end := j.size
	for raw := range f.pieces(head) {
		if _, err := j.file.WriteAt(raw, end); err != nil {
			return j.takeBack(err)
		}
		end += int64(len(raw))
	}
	if err := j.file.Sync(); err != nil {
		return j.give(err)
	}
	j.size = end
	j.next++
	return nil
}

// takeBack removes a frame that did not fit on the disk.
func (j *Journal) takeBack(cause error) error {
	if err := errors.Join(j.file.Truncate(j.size), j.file.Sync()); err != nil {
		return j.give(errors.Join(cause, err))
	}
	return cause
}

// give closes the file for good: after a flush that failed, the system may
// believe that the bytes are on the disk and say so the next time.
func (j *Journal) give(cause error) error {
	err := errors.Join(ErrUnknown, cause, j.file.Close())
	j.file = nil
	return err
}

// Rotate begins a new segment with the next frame.
func (j *Journal) Rotate() error {
	if n := len(j.segments); n > 0 && j.segments[n-1].first == j.next && j.file != nil {
		return nil // nothing stands in the last one yet
	}
	path := filepath.Join(j.dir, nameOf(j.next))
	f, err := j.open(path)
	if err != nil {
		return err
	}
	// What an older journal left under this name has no frame that counts.
	if err := errors.Join(f.Truncate(0), f.Sync(), files.SyncFolder(j.dir)); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := j.closeSegment(); err != nil {
		return errors.Join(err, f.Close())
	}
	j.segments = append(j.segments, span{name: nameOf(j.next), first: j.next})
	j.file, j.size = f, 0
	return nil
}

func (j *Journal) closeSegment() error {
	if n := len(j.segments); n > 0 {
		j.segments[n-1].next = j.next
		if j.file != nil {
			j.segments[n-1].size = j.size
		}
	}
	if j.file == nil {
		return nil
	}
	return j.file.Close()
}

// Drop removes the segments in which all frames have numbers up to seq: those
// that the oldest snapshot has made needless.
func (j *Journal) Drop(seq uint64) error {
	for len(j.segments) > 1 && j.segments[0].next <= seq+1 {
		err := os.Remove(filepath.Join(j.dir, j.segments[0].name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		j.segments = j.segments[1:]
	}
	return nil
}

// Size is how many bytes the segments have from the one on that holds the frame
// behind seq.
func (j *Journal) Size(seq uint64) int64 {
	n := j.size
	for _, s := range j.segments[:len(j.segments)-1] {
		if s.next > seq+1 {
			n += s.size
		}
	}
	return n
}

// Close closes the last segment.
func (j *Journal) Close() error {
	if j.file == nil {
		return nil
	}
	err := j.file.Close()
	j.file = nil
	return err
}
