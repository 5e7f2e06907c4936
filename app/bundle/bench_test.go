package bundle

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"nhipcau/app/merge"
)

// large is a bundle of 5,000 visits of about 1.1 KB.
func large(b *testing.B) []byte {
	b.Helper()
	bundle := &Bundle{ID: recordID(1), From: Sender{Office: hostOffice}}
	for i := range 5000 {
		r := &merge.Record{ID: recordID(i), Kind: "visit", Schema: 1, Office: hostOffice}
		var changes []merge.Change
		for f := range 14 {
			changes = append(changes, merge.Change{
				Field: fmt.Sprintf("field_%02d", f),
				JSON:  []byte(`"` + strings.Repeat("Học tập kinh nghiệm ", 2) + `"`),
			})
		}
		bundle.Records = append(bundle.Records, r.WithAll(at(hostReplica, uint64(i+1)), changes...))
	}
	return []byte(write(b, bundle))
}

// BenchmarkScan is the pass that holds the limits.
func BenchmarkScan(b *testing.B) {
	doc := large(b)
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		if _, err := scan(doc, format1); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScanReference is the validity check of the standard library, which
// holds none of the limits and lets repeated names through.
func BenchmarkScanReference(b *testing.B) {
	doc := large(b)
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		if !json.Valid(doc) {
			b.Fatal("not valid")
		}
	}
}

// BenchmarkRead is the whole way from bytes to records.
func BenchmarkRead(b *testing.B) {
	doc := large(b)
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		if _, err := Read(bytes.NewReader(doc)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadSigned is the whole way with a signature; BenchmarkRead is its
// reference.
func BenchmarkReadSigned(b *testing.B) {
	unsigned, err := Read(bytes.NewReader(large(b)))
	if err != nil {
		b.Fatal(err)
	}
	if err := unsigned.Sign(signer(b)); err != nil {
		b.Fatal(err)
	}
	doc := []byte(write(b, unsigned))
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		if got, err := Read(bytes.NewReader(doc)); err != nil || !got.Signed {
			b.Fatal(err)
		}
	}
}
