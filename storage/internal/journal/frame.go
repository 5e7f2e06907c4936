package journal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"iter"

	"nhipcau/app/desk"
)

// Frame is one change: its number, from 1 and without gaps, the operations of
// one transaction, and the count and digest of all values after it.
type Frame struct {
	Seq, Count, Digest uint64
	Ops                []desk.Op
}

// A header, numbers in little endian:
//
//	0  magic    4 bytes
//	4  length   u32, of the body in bytes
//	8  seq      u64
//	16 count    u64
//	24 digest   u64
//	32 body     u32, CRC-32C of the body
//	36 header   u32, CRC-32C of the 36 bytes before
const headerSize = 40

// magic begins a frame. Its first byte never begins a character of UTF-8, so
// that no text in a body looks like it.
var magic = []byte{0xF5, 'N', 'C', '1'}

// maxBody is the longest body that is written or believed, in bytes.
const maxBody = 1 << 30

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// ErrTooLarge is the refusal of a change that does not fit into a frame.
var ErrTooLarge = errors.New("the change is larger than a frame of the journal can be")

// piece is about how many bytes of a frame are made and written at once: the
// frame of a large import is longer than its bundle, and the operations are in
// memory already.
const piece = 1 << 20

// pieces gives head and the body of a frame behind it, piece by piece. A piece is
// valid until the next.
func (f Frame) pieces(head []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		buf := binary.AppendUvarint(bytes.Clone(head), uint64(len(f.Ops)))
		for _, op := range f.Ops {
			if buf = appendOp(buf, op); len(buf) >= piece {
				if !yield(buf) {
					return
				}
				buf = buf[:0]
			}
		}
		if len(buf) > 0 {
			yield(buf)
		}
	}
}

// encodeHeader gives the header of a frame.
func encodeHeader(f Frame) ([]byte, error) {
	length, sum := 0, uint32(0)
	for body := range f.pieces(nil) {
		length += len(body)
		sum = crc32.Update(sum, castagnoli, body)
	}
	if length > maxBody {
		return nil, ErrTooLarge
	}
	out := append(make([]byte, 0, headerSize), magic...)
	out = binary.LittleEndian.AppendUint32(out, uint32(length))
	out = binary.LittleEndian.AppendUint64(out, f.Seq)
	out = binary.LittleEndian.AppendUint64(out, f.Count)
	out = binary.LittleEndian.AppendUint64(out, f.Digest)
	out = binary.LittleEndian.AppendUint32(out, sum)
	return binary.LittleEndian.AppendUint32(out, crc32.Checksum(out, castagnoli)), nil
}

// header is what a header says.
type header struct {
	seq, count, digest uint64
	length             int
	sum                uint32
}

// decodeHeader reads a header, false if the bytes are none.
func decodeHeader(raw []byte) (h header, ok bool) {
	if len(raw) < headerSize || !bytes.HasPrefix(raw, magic) ||
		crc32.Checksum(raw[:36], castagnoli) != binary.LittleEndian.Uint32(raw[36:]) {
		return h, false
	}
	h = header{
		seq:    binary.LittleEndian.Uint64(raw[8:]),
		count:  binary.LittleEndian.Uint64(raw[16:]),
		digest: binary.LittleEndian.Uint64(raw[24:]),
		length: int(binary.LittleEndian.Uint32(raw[4:])),
		sum:    binary.LittleEndian.Uint32(raw[32:]),
	}
	return h, h.length <= maxBody
}

// What an operation does: the first byte of each in a body.
const (
	opSet    = 1
	opRemove = 0
)

// AppendOps writes operations: their number, and for each what it does, its
// key, and the value if it writes one; key and value with their length in front.
func AppendOps(dst []byte, ops []desk.Op) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(ops)))
	for _, op := range ops {
		dst = appendOp(dst, op)
	}
	return dst
}

func appendOp(dst []byte, op desk.Op) []byte {
	if op.Value == nil {
		return appendText(append(dst, opRemove), op.Key)
	}
	return appendText(appendText(append(dst, opSet), op.Key), op.Value)
}

func appendText[T string | []byte](dst []byte, text T) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(text)))
	return append(dst, text...)
}

// errBody is the refusal of a body that its checksum vouches for and that is
// not readable all the same.
var errBody = errors.New("the operations of a frame are not readable")

// DecodeOps reads what AppendOps wrote. The values keep the memory of body.
func DecodeOps(body []byte) ([]desk.Op, error) {
	n, size := binary.Uvarint(body)
	if size <= 0 || n > uint64(len(body)) {
		return nil, errBody
	}
	rest := body[size:]
	ops := make([]desk.Op, 0, n)
	for range n {
		op, after, err := decodeOp(rest)
		if err != nil {
			return nil, fmt.Errorf("operation %d of %d: %w", len(ops), n, err)
		}
		ops, rest = append(ops, op), after
	}
	if len(rest) > 0 {
		return nil, errBody
	}
	return ops, nil
}

func decodeOp(raw []byte) (op desk.Op, rest []byte, err error) {
	if len(raw) == 0 || raw[0] > opSet {
		return op, nil, errBody
	}
	k, rest, ok := cutText(raw[1:])
	if !ok {
		return op, nil, errBody
	}
	op.Key = string(k)
	if raw[0] == opRemove {
		return op, rest, nil
	}
	if op.Value, rest, ok = cutText(rest); !ok {
		return op, nil, errBody
	}
	return op, rest, nil
}

// cutText reads a text with its length in front; it is never nil.
func cutText(raw []byte) (text, rest []byte, ok bool) {
	n, size := binary.Uvarint(raw)
	if size <= 0 || n > uint64(len(raw)-size) {
		return nil, nil, false
	}
	raw = raw[size:]
	return raw[:n:n], raw[n:], true
}
