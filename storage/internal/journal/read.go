package journal

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// extension ends the name of a segment; before it stands the number of its
// first frame in 16 hexadecimal digits.
const extension = ".jnl"

// Damage is one place of a journal that cannot be read: bytes of a segment, or
// frames that are nowhere.
type Damage struct {
	File   string // name of the segment, empty where frames are nowhere
	Offset int64  // of the first bad byte
	Length int64  // bytes
	Reason string
}

// Log is what the segments of a journal hold.
type Log struct {
	dir      string
	segments []segment
	next     uint64 // the number that is expected next, 0 before the first segment is read
	// Damages lists what cannot be read, without the torn tail.
	Damages []Damage
	// Torn is how many bytes stand behind the last good frame of the last
	// segment.
	Torn int64
}

// segment is one file with the places of its good frames.
type segment struct {
	name   string
	first  uint64 // as its name says
	frames []place
	end    int64 // behind the last good frame
}

// place is where a frame lies.
type place struct {
	header
	offset int64
}

// Read looks through the segments in a folder, which need not be there, and
// verifies every frame. Segments of which all frames are known to have numbers up
// to after are passed over, as if their frames were not there.
func Read(dir string, after uint64) (*Log, error) {
	names, err := segmentNames(dir)
	if err != nil {
		return nil, err
	}
	l := &Log{dir: dir}
	for i, name := range names {
		if i+1 < len(names) {
			if next, _ := firstOf(names[i+1]); next <= after+1 {
				err = l.pass(name)
				if err != nil {
					return nil, err
				}
				continue
			}
		}
		if err := l.readSegment(name, i == len(names)-1); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// pass notes a segment without reading it.
func (l *Log) pass(name string) error {
	info, err := os.Stat(filepath.Join(l.dir, name))
	if err != nil {
		return err
	}
	first, _ := firstOf(name)
	l.segments = append(l.segments, segment{name: name, first: first, end: info.Size()})
	return nil
}

// segmentNames lists the segments in order; anything else is not ours.
func segmentNames(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if _, ok := firstOf(e.Name()); ok && !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}

func firstOf(name string) (uint64, bool) {
	digits, ok := strings.CutSuffix(name, extension)
	if !ok || len(digits) != 16 {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, 16, 64)
	return n, err == nil
}

func nameOf(first uint64) string { return fmt.Sprintf("%016x%s", first, extension) }

func (l *Log) readSegment(name string, last bool) error {
	raw, err := os.ReadFile(filepath.Join(l.dir, name))
	if err != nil {
		return err
	}
	first, _ := firstOf(name)
	seg := segment{name: name, first: first}
	if l.next == 0 {
		l.next = first
	}
	for at := 0; at < len(raw); {
		h, ok := frameAt(raw[at:])
		if ok && h.seq >= l.next {
			l.gap(l.next, h.seq)
			seg.frames = append(seg.frames, place{h, int64(at)})
			at += headerSize + h.length
			seg.end, l.next = int64(at), h.seq+1
			continue
		}
		bad := badLength(raw[at:], l.next)
		if last && at+bad == len(raw) {
			l.Torn = int64(bad)
			break
		}
		l.Damages = append(l.Damages, Damage{File: name, Offset: int64(at), Length: int64(bad), Reason: "no frame can be read here"})
		at += bad
	}
	l.segments = append(l.segments, seg)
	return nil
}

// gap notes frames that are nowhere. The first segment may begin with any
// number, as those that nobody needs any more are removed.
func (l *Log) gap(want, got uint64) {
	if got == want {
		return
	}
	l.Damages = append(l.Damages, Damage{Reason: fmt.Sprintf("changes %d to %d are missing", want, got-1)})
}

// frameAt reads a frame that begins with raw, and verifies it.
func frameAt(raw []byte) (header, bool) {
	h, ok := decodeHeader(raw)
	if !ok || len(raw) < headerSize+h.length ||
		crc32.Checksum(raw[headerSize:headerSize+h.length], castagnoli) != h.sum {
		return h, false
	}
	return h, true
}

// badLength is how far the next good frame is, or the end.
func badLength(raw []byte, next uint64) int {
	for at := 1; at < len(raw); at++ {
		found := bytes.Index(raw[at:], magic)
		if found < 0 {
			break
		}
		at += found
		if h, ok := frameAt(raw[at:]); ok && h.seq >= next {
			return at
		}
	}
	return len(raw)
}

// First is the number of the oldest good frame, 0 if there is none.
func (l *Log) First() uint64 {
	for _, seg := range l.segments {
		if len(seg.frames) > 0 {
			return seg.frames[0].seq
		}
	}
	return 0
}

// Last is the number of the newest good frame, 0 if there is none.
func (l *Log) Last() uint64 {
	for _, seg := range slices.Backward(l.segments) {
		if n := len(seg.frames); n > 0 {
			return seg.frames[n-1].seq
		}
	}
	return 0
}

// Next is the number of the frame that should follow: the one behind the newest
// good frame, or the one with which the last segment is to begin.
func (l *Log) Next() uint64 {
	next := l.Last() + 1
	if n := len(l.segments); n > 0 {
		next = max(next, l.segments[n-1].first)
	}
	return next
}

// Empty says whether there is no segment at all.
func (l *Log) Empty() bool { return len(l.segments) == 0 }

// At gives the count and digest that the frame with a number records, false if
// the frame is not here.
func (l *Log) At(seq uint64) (count, digest uint64, ok bool) {
	for _, seg := range l.segments {
		i, found := slices.BinarySearchFunc(seg.frames, seq, func(p place, n uint64) int { return compare(p.seq, n) })
		if found {
			return seg.frames[i].count, seg.frames[i].digest, true
		}
	}
	return 0, 0, false
}

func compare(a, b uint64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Missing lists the numbers behind after, up to the newest frame, of which there
// is no good frame, as ranges with both ends in them.
func (l *Log) Missing(after uint64) [][2]uint64 {
	var out [][2]uint64
	next := after + 1
	for _, seg := range l.segments {
		for _, p := range seg.frames {
			if p.seq < next {
				continue
			}
			if p.seq > next {
				out = append(out, [2]uint64{next, p.seq - 1})
			}
			next = p.seq + 1
		}
	}
	return out
}

// Frames calls each with the good frames behind after, in their order. The
// frame keeps no memory of the journal's.
func (l *Log) Frames(after uint64, each func(Frame) error) error {
	for _, seg := range l.segments {
		if n := len(seg.frames); n == 0 || seg.frames[n-1].seq <= after {
			continue
		}
		if err := l.framesOf(seg, after, each); err != nil {
			return err
		}
	}
	return nil
}

func (l *Log) framesOf(seg segment, after uint64, each func(Frame) error) error {
	raw, err := os.ReadFile(filepath.Join(l.dir, seg.name))
	if err != nil {
		return err
	}
	for _, p := range seg.frames {
		if p.seq <= after {
			continue
		}
		// The file may have changed since it was looked through.
		if h, ok := frameAt(raw[min(p.offset, int64(len(raw))):]); !ok || h != p.header {
			return fmt.Errorf("change %d in %s is not readable any more", p.seq, seg.name)
		}
		start := p.offset + headerSize
		ops, err := DecodeOps(raw[start : start+int64(p.length)])
		if err != nil {
			return fmt.Errorf("change %d in %s: %w", p.seq, seg.name, err)
		}
		if err := each(Frame{Seq: p.seq, Count: p.count, Digest: p.digest, Ops: ops}); err != nil {
			return err
		}
	}
	return nil
}
