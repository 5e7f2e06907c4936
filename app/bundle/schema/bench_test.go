package schema_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"nhipcau/app/bundle"
	"nhipcau/app/bundle/schema"
	"nhipcau/app/merge"
)

const office = "0195aaaa-0000-7000-8000-000000000001"

// large is a bundle of so many models of about 1.1 KB.
func large(b *testing.B, records int) []byte {
	b.Helper()
	text := []byte(`"` + strings.Repeat("Học tập kinh nghiệm ", 4) + `"`)
	out := &bundle.Bundle{ID: office, From: bundle.Sender{Office: office}}
	for i := range records {
		r := &merge.Record{ID: fmt.Sprintf("0196a7c2-0000-7000-8000-%012d", i), Kind: "model", Schema: 1, Office: office}
		var changes []merge.Change
		for _, name := range []string{"name", "place", "holder", "scale", "funding", "yield", "price", "market", "difficulties", "conditions"} {
			changes = append(changes, merge.Change{Field: name, JSON: text})
		}
		for _, name := range []string{"households", "total_cost", "group_capacity"} {
			changes = append(changes, merge.Change{Field: name, JSON: []byte("45000000")})
		}
		stamp := merge.Stamp{Dot: merge.Dot{Replica: "K3F9Q2ABCDEF", N: uint64(i + 1)}, Clock: "0196a7c2f0001", Author: "Văn phòng"}
		out.Records = append(out.Records, r.WithAll(stamp, changes...))
	}
	var doc bytes.Buffer
	if err := bundle.Write(&doc, out); err != nil {
		b.Fatal(err)
	}
	return doc.Bytes()
}

// BenchmarkJudge is the published schema, applied by a library that knows
// nothing of us; beside it, in the same run, the whole way from bytes to records.
func BenchmarkJudge(b *testing.B) {
	const records = 5000
	doc := large(b, records)
	perRecord := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*records), "µs/record")
	}
	b.Run("schema", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			if err := schema.Judge(doc); err != nil {
				b.Fatal(err)
			}
		}
		perRecord(b)
	})
	b.Run("reference read", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := bundle.Read(bytes.NewReader(doc)); err != nil {
				b.Fatal(err)
			}
		}
		perRecord(b)
	})
}
