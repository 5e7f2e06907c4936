package bundle

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"nhipcau/app/cores"
	"nhipcau/app/fault"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
)

// Read reads a bundle: a document, or an archive of it with files. It bounds the
// whole document first, then asks for its format, and decodes it last.
//
// A file that is refused gives a fault "fault.bundle_…", which names the rule
// and, where they are known, the number of the record (from 1) and the byte.
func Read(r io.Reader) (*Bundle, error) { return readPlain(newPeeked(r, sizeOf(r)), archive1) }

// readPlain reads what is not sealed.
func readPlain(in peeked, l archiveLimits) (*Bundle, error) {
	if head, err := in.Peek(4); err == nil && isArchive(head) {
		return readArchive(in, l)
	}
	doc, err := readAll(in, l.document.bytes)
	if err != nil {
		return nil, err
	}
	return parse(doc, l.document)
}

// Open reads a bundle that may be sealed. What is inside is bounded like a file
// that is not; see Read. Beside the faults of Read it gives those of seal.Open.
func Open(r io.Reader, secrets seal.Secrets) (*Bundle, error) {
	return open(r, secrets, archive1)
}

func open(r io.Reader, secrets seal.Secrets, l archiveLimits) (*Bundle, error) {
	size := sizeOf(r) // what was sealed is hardly shorter
	in := bufio.NewReaderSize(r, seal.PeekBytes)
	head, _ := in.Peek(seal.PeekBytes) // a short file, or an error that comes again
	inside, err := seal.Open(in, secrets)
	if err != nil {
		return nil, unreadable(0, err)
	}
	b, err := readPlain(newPeeked(inside, size), l)
	if err != nil {
		return nil, err
	}
	b.Sealed = seal.KindOf(head)
	return b, nil
}

// unreadable names why a file could not be read, unless that is known already.
func unreadable(at int, err error) error {
	var known *fault.Fault
	if errors.As(err, &known) {
		return known
	}
	return fault.New("fault.bundle_unreadable", "Offset", at, err)
}

// readAll reads no more than limit bytes, and skips a byte-order mark.
func readAll(r io.Reader, limit int) ([]byte, error) {
	doc, err := slurp(r, limit)
	if err != nil {
		return nil, unreadable(len(doc), err)
	}
	if len(doc) > limit {
		return nil, fault.New("fault.bundle_too_large", "Limit", limit>>20)
	}
	return bytes.TrimPrefix(doc, []byte("\uFEFF")), nil
}

// parse makes a bundle of a document.
func parse(doc []byte, l limits) (*Bundle, error) {
	parts, err := scan(doc, l)
	if err != nil {
		return nil, err
	}
	b, err := readHead(parts)
	if err != nil {
		return nil, err
	}
	if err := b.verifyAndUnpack(parts); err != nil {
		return nil, err
	}
	return b, nil
}

// verifyAndUnpack does both at the same time, since each takes about as long. A
// signature that does not fit is what is told, whatever else is wrong.
func (b *Bundle) verifyAndUnpack(parts *outline) error {
	verified := make(chan error, 1)
	go func() { verified <- b.verify(parts) }()
	unpacked := b.unpack(parts.records)
	if err := <-verified; err != nil {
		return err
	}
	return unpacked
}

// unpack reads the records, of which the scan has already proven that each is
// valid and that they have different ids. They are spread over the cores. What
// comes first in the file is told first all the same.
func (b *Bundle) unpack(records [][]byte) error {
	b.Records = make([]*merge.Record, len(records))
	read, err := cores.Spread(len(records), func(from, to int) (int, error) {
		unpacker := merge.Unpacker{Valid: true}
		for i := from; i < to; i++ {
			rec, err := unpackOne(&unpacker, i+1, records[i])
			if err != nil {
				return i, err
			}
			b.Records[i] = rec
		}
		return to, nil
	})
	if clash := oneWriteADot(b.Records[:read]); clash != nil {
		return clash
	}
	return err
}

// unpackOne reads the n-th record and judges it by itself.
func unpackOne(unpacker *merge.Unpacker, n int, raw []byte) (*merge.Record, error) {
	rec, err := unpacker.Unpack(raw)
	if err != nil {
		return nil, badRecord(n, err)
	}
	if err := judge(n, rec); err != nil {
		return nil, err
	}
	return rec, judgeForms(n, rec)
}

// badRecord names what is wrong with the n-th record.
func badRecord(n int, err error) error {
	var m merge.Fault
	if f := (*merge.Fault)(nil); errors.As(err, &f) {
		m = *f
	}
	if m.Err == merge.ErrDotClash {
		return fault.New("fault.bundle_write_twice", "Record", n, "ID", orNowhere(m.ID), "Write", orNowhere(m.Detail), err)
	}
	return fault.New("fault.bundle_bad_record", "Record", n, "ID", orNowhere(m.ID), "Part", orNowhere(m.Member), err)
}

// judge refuses a record that is whole, and yet none that this program could
// keep: of a form that is newer than the one it knows, or with a kind or an
// owner that can't be one. Kinds that it does not know are welcome.
func judge(n int, rec *merge.Record) error {
	if !canonicalID([]byte(rec.Office)) {
		return fault.New("fault.bundle_bad_record", "Record", n, "ID", rec.ID, "Part", "office")
	}
	if !kindName(rec.Kind) {
		return fault.New("fault.bundle_bad_record", "Record", n, "ID", rec.ID, "Part", "kind")
	}
	if decl := declarationOf(rec.Kind); decl != nil && rec.Schema > decl.Schema {
		return fault.New("fault.bundle_newer_kind", "Record", n, "ID", rec.ID, "Kind", decl.Kind)
	}
	return nil
}

// kindName says whether a text can name a kind: kinds are parts of keys.
func kindName(kind string) bool {
	const most = 64
	if kind == "" || len(kind) > most {
		return false
	}
	for i, b := range []byte(kind) {
		letter := 'a' <= b && b <= 'z'
		if !letter && (i == 0 || b != '_' && (b < '0' || b > '9')) {
			return false
		}
	}
	return true
}

// declarationOf finds a kind by its exact name, nil if it is not known.
func declarationOf(kind string) *plan.Declaration {
	if decl, ok := plan.DeclarationOf(kind); ok && string(decl.Kind) == kind {
		return decl
	}
	return nil
}

// oneWriteADot refuses a dot that names two writes, with another clock or author:
// inside one file that is a fake or a defect, and nobody could say which of the
// two is meant.
func oneWriteADot(records []*merge.Record) error {
	writes := make(map[merge.Dot]merge.Stamp, len(records))
	for i, rec := range records {
		if dot, twice := takeWrites(rec, writes); twice {
			return fault.New("fault.bundle_write_twice", "Record", i+1, "ID", rec.ID, "Write", dot.String())
		}
	}
	return nil
}

// takeWrites notes the writes of a record, and gives a dot that names another
// write already.
func takeWrites(rec *merge.Record, writes map[merge.Dot]merge.Stamp) (dot merge.Dot, twice bool) {
	var last merge.Stamp
	for _, field := range rec.Fields {
		for _, v := range field.Values {
			if v.Stamp == last {
				continue
			}
			last = v.Stamp
			if other, had := writes[v.Dot]; had && other != v.Stamp {
				return v.Dot, true
			}
			writes[v.Dot] = v.Stamp
		}
	}
	return dot, false
}
