package bundle

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/fault"
	"nhipcau/app/merge"
)

func TestWriteIsDeterministic(t *testing.T) {
	want := write(t, sample())
	for range 20 {
		b := sample()
		rand.Shuffle(len(b.Records), func(i, j int) { b.Records[i], b.Records[j] = b.Records[j], b.Records[i] })
		if got := write(t, b); got != want {
			t.Fatalf("another text:\n%s", got)
		}
	}
}

func TestWriteLeavesAbsentWhatIsNotKnown(t *testing.T) {
	text := write(t, &Bundle{ID: recordID(1), From: Sender{Office: hostOffice}})
	for _, name := range []string{"to", "created", "profile", "redacted", "have", "sig", "key", "replica", "visit"} {
		if strings.Contains(text, `"`+name+`"`) {
			t.Errorf("%s stands in %s", name, text)
		}
	}
	b := read(t, text)
	if b.Format != Format || b.MinApp != MinApp || len(b.Records) != 0 {
		t.Errorf("read %+v", b)
	}
}

// TestWriteRefusesWhatNobodyCouldRead keeps a bundle at home that a partner
// would refuse.
func TestWriteRefusesWhatNobodyCouldRead(t *testing.T) {
	with := func(change func(*Bundle)) *Bundle {
		b := sample()
		change(b)
		return b
	}
	for name, tc := range map[string]struct {
		b  *Bundle
		id string
	}{
		"bidi": {with(func(b *Bundle) {
			b.Records[1] = b.Records[1].With("title", at(hostReplica, 9), []byte("\"a\u202Eb\""), nil)
		}), recordID(20)},
		"too long": {with(func(b *Bundle) {
			b.Records[0] = b.Records[0].With("notes", at(hostReplica, 9), []byte(`"`+strings.Repeat("x", 1<<20+1)+`"`), nil)
		}), visitID},
		"no JSON": {with(func(b *Bundle) {
			b.Records[0] = b.Records[0].With("notes", at(hostReplica, 9), []byte(`"`), nil)
		}), visitID},
		"id twice":      {with(func(b *Bundle) { b.Records = append(b.Records, b.Records[3]) }), recordID(40)},
		"id of none":    {with(func(b *Bundle) { b.ID = "" }), nowhere},
		"known extra":   {with(func(b *Bundle) { b.Extra["payload"] = []byte("1") }), nowhere},
		"extra no JSON": {with(func(b *Bundle) { b.Extra["x"] = []byte("}") }), nowhere},
		"bad office":    {with(func(b *Bundle) { b.From.Office = "x" }), nowhere},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			err := Write(&out, tc.b)
			var f *fault.Fault
			if !errors.As(err, &f) || f.Key != "fault.bundle_unwritable" || f.Cause == nil {
				t.Fatalf("error = %v", err)
			}
			if f.Args["ID"] != tc.id {
				t.Errorf("record = %v, want %s", f.Args["ID"], tc.id)
			}
			if out.Len() > 0 {
				t.Error("something was written")
			}
		})
	}
}

func TestWriteGivesTheErrorOfTheWriter(t *testing.T) {
	broken := errors.New("disk full")
	if err := Write(brokenWriter{broken}, sample()); err != broken {
		t.Errorf("error = %v", err)
	}
}

type brokenWriter struct{ err error }

func (b brokenWriter) Write([]byte) (int, error) { return 0, b.err }

// TestRoundTrip writes and reads bundles of arbitrary text.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := &Bundle{ID: recordID(0), From: Sender{Office: hostOffice, Name: text().Draw(t, "name")}}
		for i := range rapid.IntRange(0, 5).Draw(t, "records") {
			r := &merge.Record{ID: recordID(9 - i), Kind: "visit", Schema: 1, Office: hostOffice}
			for range rapid.IntRange(0, 4).Draw(t, "fields") {
				name := rapid.StringMatching(`[a-z_]{1,8}`).Draw(t, "field")
				if _, had := r.Fields[name]; had || name == merge.DelField {
					continue // each field is written once by one write
				}
				value, err := merge.Canonical([]byte(jsonText(text().Draw(t, "value"))))
				if err != nil {
					t.Fatal(err)
				}
				r = r.With(name, at(hostReplica, uint64(i+1)), value, nil)
			}
			b.Records = append(b.Records, r)
		}
		want, err := RecordsBytes(b)
		if err != nil {
			t.Fatal(err)
		}
		var first, second bytes.Buffer
		if err := Write(&first, b); err != nil {
			t.Fatal(err)
		}
		again, err := Read(bytes.NewReader(first.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		got, err := RecordsBytes(again)
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("records\n%s\nbecame\n%s (%v)", want, got, err)
		}
		if err := Write(&second, again); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("written again:\n%s\n%s (%v)", first.Bytes(), second.Bytes(), err)
		}
	})
}

// text draws text without what a bundle may not hold.
func text() *rapid.Generator[string] {
	return rapid.Map(rapid.String(), func(s string) string {
		return strings.Map(func(r rune) rune {
			if _, found := forbidden([]byte(string(r))); found {
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, "?"))
	})
}
