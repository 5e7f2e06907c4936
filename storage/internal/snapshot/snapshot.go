// Package snapshot writes all keys and values of a data folder into one file,
// and believes such a file only as a whole.
//
// A snapshot is a zstd stream. In it stand: a line that names the form, the
// number of the last change that it holds in 8 bytes, then for each key a 1, the
// key and the value, both with their length in front; then a 0, the count and
// the digest of the values in 8 bytes each, and the SHA-256 of all of that.
//
// The package must not know what the keys mean.
package snapshot

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"slices"

	"github.com/klauspost/compress/zstd"

	"nhipcau/app/files"
)

// Info says what a snapshot holds: the number of its last change, and the count
// and digest of its values.
type Info struct {
	Seq, Count, Digest uint64
	// Bytes is the length of the keys and values, not of the file.
	Bytes int64
}

// Source gives all keys and values in order, as they were after the change
// info.Seq. The value is valid only during the call.
type Source func(each func(key string, value []byte) error) error

const form = "nhipcau snapshot 1\n"

// maxText is the longest key or value that is believed, in bytes.
const maxText = 1 << 30

// Write makes the file at path, whole or not at all, flushes it, and reads it
// back. A digest that differs from what the source gave is an error: the source
// is not what it was taken for.
func Write(path string, info Info, source Source, sum func(key string, value []byte) uint64) error {
	err := files.Write(path, func(w io.Writer) error { return WriteTo(w, info, source, sum) })
	if err != nil {
		return err
	}
	_, err = Verify(path, sum)
	return err
}

// WriteTo writes a snapshot to w, without flushing or reading back.
func WriteTo(w io.Writer, info Info, source Source, sum func(key string, value []byte) uint64) error {
	z, err := zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return err
	}
	out := &writer{out: bufio.NewWriterSize(z, 256<<10), digest: sha256.New()}
	out.bytes([]byte(form))
	out.number(info.Seq)
	var count, digest uint64
	err = source(func(key string, value []byte) error {
		out.entry(key, value)
		count++
		digest += sum(key, value)
		return out.err
	})
	if err == nil && (count != info.Count || digest != info.Digest) {
		err = fmt.Errorf("%d values with digest %x, expected %d with %x", count, digest, info.Count, info.Digest)
	}
	if err != nil {
		return errors.Join(err, z.Close())
	}
	out.bytes([]byte{0})
	out.number(count)
	out.number(digest)
	out.bytes(out.digest.Sum(nil))
	return errors.Join(out.err, out.out.Flush(), z.Close())
}

// writer writes and hashes, and keeps the first error.
type writer struct {
	out    *bufio.Writer
	digest hash.Hash
	buf    []byte
	err    error
}

func (w *writer) bytes(p []byte) {
	_, _ = w.digest.Write(p) // never fails (hash)
	if w.err == nil {
		_, w.err = w.out.Write(p)
	}
}

func (w *writer) number(n uint64) { w.bytes(binary.BigEndian.AppendUint64(nil, n)) }

func (w *writer) entry(key string, value []byte) {
	w.buf = append(w.buf[:0], 1)
	w.buf = binary.AppendUvarint(w.buf, uint64(len(key)))
	w.buf = append(w.buf, key...)
	w.buf = binary.AppendUvarint(w.buf, uint64(len(value)))
	w.bytes(w.buf)
	w.bytes(value)
}

// ErrDamaged is the refusal of a snapshot that is not whole.
var ErrDamaged = errors.New("the snapshot is damaged")

// Read calls each with all keys and values of a snapshot, and gives what it
// holds. Whatever each was told is to be forgotten if the error is not nil: only
// the end of the file says whether it is whole. The value may be kept.
func Read(path string, sum func(key string, value []byte) uint64, each func(key string, value []byte) error) (Info, error) {
	f, err := os.Open(path)
	if err != nil {
		return Info{}, err
	}
	defer f.Close()
	return ReadFrom(f, sum, each)
}

// ReadFrom is Read for an open file.
func ReadFrom(f io.Reader, sum func(key string, value []byte) uint64, each func(key string, value []byte) error) (Info, error) {
	z, err := zstd.NewReader(f, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
	if err != nil {
		return Info{}, err
	}
	defer z.Close()
	r := &reader{in: bufio.NewReaderSize(z, 256<<10), digest: sha256.New()}
	info := r.start()
	var count, digest uint64
	for r.more() {
		key, value := r.entry()
		if r.err != nil {
			break
		}
		count++
		digest += sum(key, value)
		info.Bytes += int64(len(key) + len(value))
		if err := each(key, value); err != nil {
			return info, err
		}
	}
	info.Count, info.Digest = r.number(), r.number()
	if r.finish(); r.err != nil {
		return info, fmt.Errorf("%w: %w", ErrDamaged, r.err)
	}
	if info.Count != count || info.Digest != digest {
		return info, fmt.Errorf("%w: its count or digest differs", ErrDamaged)
	}
	return info, nil
}

// Verify reads a snapshot whole and gives what it holds.
func Verify(path string, sum func(key string, value []byte) uint64) (Info, error) {
	return Read(path, sum, func(string, []byte) error { return nil })
}

// reader reads and hashes, and keeps the first error.
type reader struct {
	in     *bufio.Reader
	digest hash.Hash
	err    error
}

func (r *reader) bytes(n uint64) []byte {
	if r.err != nil {
		return nil
	}
	if n > maxText {
		r.err = errors.New("a length is beyond all measure")
		return nil
	}
	raw := make([]byte, 0, min(n, believed))
	for uint64(len(raw)) < n {
		part := min(n-uint64(len(raw)), believed)
		raw = slices.Grow(raw, int(part))[:uint64(len(raw))+part]
		if _, r.err = io.ReadFull(r.in, raw[uint64(len(raw))-part:]); r.err != nil {
			return nil
		}
	}
	_, _ = r.digest.Write(raw) // never fails (hash)
	return raw
}

// believed is how much memory a length is given before its bytes have been
// read: a damaged one may promise anything.
const believed = 1 << 20

func (r *reader) number() uint64 {
	raw := r.bytes(8)
	if r.err != nil {
		return 0
	}
	return binary.BigEndian.Uint64(raw)
}

func (r *reader) start() (info Info) {
	if string(r.bytes(uint64(len(form)))) != form && r.err == nil {
		r.err = errors.New("it does not begin as a snapshot does")
	}
	info.Seq = r.number()
	return info
}

// more says whether another key follows.
func (r *reader) more() bool {
	if r.err != nil {
		return false
	}
	var mark byte
	if mark, r.err = r.in.ReadByte(); r.err != nil {
		return false
	}
	if mark > 1 {
		r.err = errors.New("no key where one should be")
	}
	_, _ = r.digest.Write([]byte{mark}) // never fails (hash)
	return r.err == nil && mark == 1
}

// entry reads a key and its value. The lengths are hashed as they were read.
func (r *reader) entry() (key string, value []byte) {
	return string(r.text()), r.text()
}

func (r *reader) text() []byte {
	var raw [binary.MaxVarintLen64]byte
	for i := range raw {
		if raw[i], r.err = r.in.ReadByte(); r.err != nil {
			return nil
		}
		if raw[i] < 0x80 {
			n, _ := binary.Uvarint(raw[:i+1])
			_, _ = r.digest.Write(raw[:i+1]) // never fails (hash)
			return r.bytes(n)
		}
	}
	r.err = errors.New("a length is beyond all measure")
	return nil
}

// finish compares the hash and looks for the end.
func (r *reader) finish() {
	want := r.digest.Sum(nil)
	if got := r.bytes(sha256.Size); r.err == nil && !bytes.Equal(got, want) {
		r.err = errors.New("its hash differs")
	}
	if r.err != nil {
		return
	}
	if _, err := r.in.ReadByte(); !errors.Is(err, io.EOF) {
		r.err = fmt.Errorf("something stands behind its end: %w", err)
	}
}
