package bundle

import (
	"bufio"
	"bytes"
	"io"
	"io/fs"
)

// slurp reads all of r, but no more than limit bytes and one. Where the length
// can be known beforehand the memory is taken once: growing by doubling would
// need three times as much at the end of a large file.
func slurp(r io.Reader, limit int) ([]byte, error) {
	var buf bytes.Buffer
	buf.Grow(min(sizeOf(r), limit) + bytes.MinRead + 1) // Buffer grows unless so much is free at the end
	_, err := buf.ReadFrom(io.LimitReader(r, int64(limit)+1))
	return buf.Bytes(), err
}

// sizeOf is how much there is to read, as far as it can be told, else 0. Nobody
// relies on it: a file may grow or shrink meanwhile.
func sizeOf(r io.Reader) int {
	switch r := r.(type) {
	case interface{ Len() int }:
		return r.Len()
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return int(info.Size())
		}
	}
	return 0
}

// peeked is a file of which the beginning may be looked at, and which still
// knows how long it is.
type peeked struct {
	*bufio.Reader
	size int // bytes, as sizeOf
}

func newPeeked(r io.Reader, size int) peeked { return peeked{bufio.NewReader(r), size} }

// Len is what sizeOf asks for.
func (p peeked) Len() int { return p.size }
