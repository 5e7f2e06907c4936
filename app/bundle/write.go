package bundle

import (
	"cmp"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

// Write writes a bundle. The bytes follow from the bundle alone: records are
// sorted by id and packed in their canonical form, one on a line, so that mail
// programs have no reason to break lines and two bundles can be compared with
// common tools.
//
// Before anything is written the document is read as a partner will read it;
// if he would refuse it, Write returns the fault fault.bundle_unwritable with
// his reason as its cause, and writes nothing.
func Write(w io.Writer, b *Bundle) error {
	doc, err := document(b)
	if err == nil {
		_, err = parse(doc, format1)
	}
	if err == nil && len(doc) > format1.bytes {
		err = fault.New("fault.bundle_too_large", "Limit", format1.bytes>>20)
	}
	if err != nil {
		return unwritable(b, err)
	}
	_, err = w.Write(doc)
	return err
}

// unwritable says which record a partner would refuse the bundle for.
func unwritable(b *Bundle, err error) error {
	id := ""
	var f *fault.Fault
	if errors.As(err, &f) {
		if n, ok := f.Args["Record"].(int); ok && n <= len(b.Records) {
			id = sorted(b)[n-1].ID
		}
	}
	var m *merge.Fault
	if errors.As(err, &m) {
		id = m.ID
	}
	return fault.New("fault.bundle_unwritable", "ID", orNowhere(id), err)
}

// RecordsBytes gives payload.records as one canonical text without spaces. Two
// bundles hold the same records, contexts included, if these are the same.
func RecordsBytes(b *Bundle) ([]byte, error) { return appendRecords(nil, b, "", ",") }

func sorted(b *Bundle) []*merge.Record {
	return slices.SortedFunc(slices.Values(b.Records), func(x, y *merge.Record) int {
		return strings.Compare(x.ID, y.ID)
	})
}

func appendRecords(dst []byte, b *Bundle, first, next string) ([]byte, error) {
	dst = append(dst, '[')
	lead := first
	for _, rec := range sorted(b) {
		dst = append(dst, lead...)
		lead = next
		var err error
		if dst, err = merge.AppendPack(dst, rec); err != nil {
			return nil, err
		}
	}
	return append(dst, ']'), nil
}

// document makes the text of a bundle, with a line for each member and record.
func document(b *Bundle) ([]byte, error) {
	d := &draft{}
	d.member(memberFormat, Format)
	d.member(memberMinApp, cmp.Or(b.MinApp, MinApp))
	d.member(memberID, b.ID)
	if !b.Created.IsZero() {
		d.member(memberCreated, b.Created.UTC().Format(time.RFC3339Nano))
	}
	d.member(memberFrom, b.From)
	if b.To != "" {
		d.member(memberTo, b.To)
	}
	d.member(memberSeq, b.Seq)
	d.member(memberScope, b.Scope)
	if b.Profile != "" {
		d.member(memberProfile, b.Profile)
	}
	if len(b.Redacted) > 0 {
		d.member(memberRedacted, b.Redacted)
	}
	if len(b.Have) > 0 {
		d.member(memberHave, b.Have)
	}
	if b.Earlier != nil {
		d.member(memberEarlier, b.Earlier)
	}
	if len(b.Received) > 0 {
		d.member(memberReceived, b.Received)
	}
	for _, name := range slices.Sorted(maps.Keys(b.Extra)) {
		d.raw(name, b.Extra[name])
	}
	d.payload(b)
	if b.Sig != "" {
		d.member(memberSig, b.Sig)
	}
	return append(d.out, "\n}\n"...), d.err
}

// draft is a document on its way; it keeps the first error.
type draft struct {
	out []byte
	err error
}

func (d *draft) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *draft) member(name string, value any) {
	d.name(name)
	d.value(value)
}

func (d *draft) raw(name string, value []byte) {
	d.name(name)
	d.out = append(d.out, value...)
}

func (d *draft) name(name string) {
	lead := ",\n"
	if len(d.out) == 0 {
		lead = "{\n"
	}
	d.out = append(d.out, lead...)
	d.value(name)
	d.out = append(d.out, ':')
}

func (d *draft) value(value any) {
	raw, err := json.Marshal(value, json.Deterministic(true))
	d.fail(err)
	d.out = append(d.out, raw...)
}

func (d *draft) payload(b *Bundle) {
	d.name(memberPayload)
	d.out = append(d.out, "{\n\"records\":"...)
	out, err := appendRecords(d.out, b, "\n", ",\n")
	if err != nil {
		d.fail(err)
		return
	}
	d.out = append(out, ",\n\"attachments\":["...)
	for i, a := range b.Attachments {
		if i > 0 {
			d.out = append(d.out, ",\n"...)
		}
		d.value(a)
	}
	d.out = append(d.out, "]\n}"...)
}
