package desk_test

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/merge"
	"nhipcau/app/plan"
)

// packed writes all that a desk holds as a file.
func packed(b *testing.B, d *desk.Desk) []byte {
	b.Helper()
	all, err := d.Export(desk.Scope{All: true})
	if err != nil {
		b.Fatal(err)
	}
	var doc bytes.Buffer
	if err := bundle.Write(&doc, all); err != nil {
		b.Fatal(err)
	}
	return doc.Bytes()
}

// signed is a file with the signature of an office that nobody knows yet.
func signed(b *testing.B, doc []byte) []byte {
	b.Helper()
	all := unpacked(b, doc)
	keys, err := desktest.Keyring()(all.From.Office)
	if err != nil {
		b.Fatal(err)
	}
	if err := all.Sign(keys); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := bundle.Write(&out, all); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

func unpacked(b *testing.B, doc []byte) *bundle.Bundle {
	b.Helper()
	all, err := bundle.Read(bytes.NewReader(doc))
	if err != nil {
		b.Fatal(err)
	}
	return all
}

// edited changes every other record of a desk in one field.
func edited(b *testing.B, d *desk.Desk, place string) *desk.Desk {
	b.Helper()
	err := d.Do(desk.Step{}, func(tx *desk.Tx) error {
		for i, m := range desk.All[*plan.Model](d) {
			if i%2 == 0 {
				m.Place = place
				if err := tx.Put(m); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// perRecord begins to count, and reports at the end the time for a record, on
// the wall and of the processors.
func perRecord(b *testing.B, records int) (report func()) {
	runtime.GC() // the rubbish of whoever ran before is not ours
	began := cpuTime()
	return func() {
		all := float64(b.N * records * 1000)
		b.ReportMetric(float64(b.Elapsed())/all, "µs/record")
		b.ReportMetric(float64(cpuTime()-began)/all, "cpu-µs/record")
	}
}

// BenchmarkPreview goes from the bytes of a bundle of 50,000 records to all
// that the review shows: into an office that has none of them, into one that
// has the same, and into one where both sides have changed every other record.
// The reference beside them is scanAndDecode of the same bytes, which asks no
// signature either.
func BenchmarkPreview(b *testing.B) {
	const records = 50_000
	theirs := office(b, records)
	doc := packed(b, theirs)
	changed := packed(b, edited(b, theirs, "Hội trường"))
	empty := func() *desk.Desk { return desktest.Open(b, discard{}, 4) }
	same := func() *desk.Desk {
		d := desktest.Open(b, discard{}, 2)
		if _, err := d.Import(unpacked(b, doc)); err != nil {
			b.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		name string
		into func() *desk.Desk
		doc  []byte
	}{
		{"all new", empty, doc},
		{"all new and signed", empty, signed(b, doc)},
		{"all known", same, doc},
		{"half of them differing", func() *desk.Desk { return edited(b, same(), "Phòng họp") }, changed},
	} {
		b.Run(c.name, func(b *testing.B) {
			into := c.into() // no other office is in memory
			defer perRecord(b, records)()
			b.SetBytes(int64(len(c.doc)))
			for b.Loop() {
				if _, err := into.Preview(unpacked(b, c.doc)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("reference scan and decode", func(b *testing.B) {
		defer perRecord(b, records)()
		b.SetBytes(int64(len(doc)))
		for b.Loop() {
			scanAndDecode(b, doc)
		}
	})
}

// scanAndDecode is what a plain program has to do that may trust no file and
// wants its records as values of Go: one pass over all tokens, before which
// nothing may be decoded, and then a decoder that knows the members of a record,
// with the values of its fields as they come (a text is a string and not bytes
// that are still to be read). It uses the same library for json, holds none of
// the limits, checks neither ids, forms nor writes, and merges nothing. Typed
// structs in place of maps take it as long; encoding/json takes twice as long.
func scanAndDecode(b *testing.B, doc []byte) {
	b.Helper()
	dec := jsontext.NewDecoder(bytes.NewBuffer(doc))
	for {
		if _, err := dec.ReadToken(); err == io.EOF {
			break
		} else if err != nil {
			b.Fatal(err)
		}
	}
	var document struct {
		Payload struct {
			Records []struct {
				ID       string                       `json:"id"`
				Kind     string                       `json:"kind"`
				Office   string                       `json:"office"`
				Schema   int                          `json:"schema"`
				Data     map[string]any               `json:"data"`
				Writes   [][3]string                  `json:"_w"`
				Marks    map[string]int               `json:"_m"`
				Contexts map[string]map[string]uint64 `json:"_c"`
				Others   map[string][]struct {
					Write int `json:"w"`
					Value any `json:"x"`
				} `json:"_alt"`
			} `json:"records"`
		} `json:"payload"`
	}
	if err := json.Unmarshal(doc, &document); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkMergeRecords merges 50,000 records of which half have changed on
// both sides, once from records and once from their packed form.
func BenchmarkMergeRecords(b *testing.B) {
	const records = 50_000
	d := office(b, records)
	mine := unpacked(b, packed(b, d))
	theirs := unpacked(b, packed(b, edited(b, d, "Phòng họp")))
	texts := make([][]byte, records)
	for i, rec := range theirs.Records {
		text, err := merge.Pack(rec)
		if err != nil {
			b.Fatal(err)
		}
		texts[i] = text
	}
	join := func(i int, other *merge.Record) {
		if _, err := merge.Merge(mine.Records[i], other); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("merge", func(b *testing.B) {
		defer perRecord(b, records)()
		for b.Loop() {
			for i, other := range theirs.Records {
				join(i, other)
			}
		}
	})
	b.Run("unpack and merge", func(b *testing.B) {
		defer perRecord(b, records)()
		for b.Loop() {
			var u merge.Unpacker
			for i, text := range texts {
				other, err := u.Unpack(text)
				if err != nil {
					b.Fatal(err)
				}
				join(i, other)
			}
		}
	})
}

// BenchmarkGrowth reads bundles of growing size into an empty office, and the
// largest without a file between; the time for a record should not grow.
func BenchmarkGrowth(b *testing.B) {
	for _, records := range []int{5_000, 20_000, 100_000} {
		doc := packed(b, office(b, records))
		b.Run(fmt.Sprintf("through a bundle/%d", records), func(b *testing.B) {
			defer perRecord(b, records)()
			for b.Loop() {
				if _, err := desktest.Open(b, discard{}, 2).Import(unpacked(b, doc)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for _, records := range []int{5_000, 100_000, 500_000} {
		all := small(records)
		b.Run(fmt.Sprintf("in process/%d", records), func(b *testing.B) {
			defer perRecord(b, records)()
			for b.Loop() {
				if _, err := desktest.Open(b, discard{}, 2).Import(all); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// small is a bundle of so many records with one short text each.
func small(records int) *bundle.Bundle {
	const office = "0195aaaa-0000-7000-8000-000000000001"
	all := &bundle.Bundle{Format: bundle.Format, ID: office, From: bundle.Sender{Office: office}, Scope: bundle.Scope{All: true}, Profile: "all"}
	for i := range records {
		r := &merge.Record{ID: fmt.Sprintf("0196a7c2-0000-7000-8000-%012x", i), Kind: "unit", Schema: 1, Office: office}
		stamp := merge.Stamp{Dot: merge.Dot{Replica: "K3F9Q2ABCDEF", N: uint64(i + 1)}, Clock: "0196a7c2f0001", Author: "Văn phòng"}
		all.Records = append(all.Records, r.With("name", stamp, []byte(fmt.Sprintf("\"Phòng Nội vụ %d\"", i)), nil))
	}
	return all
}

// BenchmarkPeakMemory reports the highest heap while a signed bundle of 50,000 records
// is read, previewed and taken in, as a multiple of its bytes. The bytes
// themselves, which a reader of a file holds too, are in it.
func BenchmarkPeakMemory(b *testing.B) {
	doc := signed(b, packed(b, office(b, 50_000)))
	preview := func(into *desk.Desk) *desk.Preview {
		p, err := into.Preview(unpacked(b, doc))
		if err != nil {
			b.Fatal(err)
		}
		return p
	}
	for _, c := range []struct {
		name string
		run  func(*desk.Desk)
	}{
		{"read", func(*desk.Desk) { unpacked(b, doc) }},
		{"read and preview", func(into *desk.Desk) { preview(into) }},
		{"read, preview and take in", func(into *desk.Desk) {
			if _, err := into.Apply(preview(into)); err != nil {
				b.Fatal(err)
			}
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				into := desktest.Open(b, discard{}, 2)
				b.ReportMetric(peak(func() { c.run(into) })/float64(len(doc)), "peak/bundle")
			}
		})
	}
}

// peak gives the most bytes of heap beyond those of before while run runs,
// garbage that is not yet collected included.
func peak(run func()) float64 {
	runtime.GC()
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	heap := func() float64 {
		metrics.Read(sample)
		return float64(sample[0].Value.Uint64())
	}
	before := heap()
	stop, highest := make(chan bool), make(chan float64)
	go func() {
		top := before
		for {
			select {
			case <-stop:
				highest <- top
				return
			case <-time.After(time.Millisecond):
				top = max(top, heap())
			}
		}
	}()
	run()
	close(stop)
	return <-highest - before
}

// discard is a store that keeps nothing, so that what a disk would hold is not
// counted as memory.
type discard struct{}

func (discard) Scan(string, func(string, []byte) error) error { return nil }
func (discard) Get(string) ([]byte, error)                    { return nil, nil }
func (discard) Commit([]desk.Op) error                        { return nil }
func (discard) Close() error                                  { return nil }
