package merge_test

import (
	"errors"
	"testing"

	"nhipcau/app/merge"
)

// FuzzUnpack asks of any text: no panic, a typed refusal, or a record whose
// packed form is stable and which merges with itself and with its own parts.
func FuzzUnpack(f *testing.F) {
	for _, seed := range []string{
		example,
		`{"id":"1","kind":"k","schema":0,"office":"","data":{},"_w":[],"zz":[1]}`,
		`{"id":"1","kind":"k","schema":1,"office":"o","data":{"_del":{"x":{"AAAAAAAAAAAA":1}}},"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","A"]]}`,
		`{"id":"1","kind":"k","schema":1,"office":"o","data":{"x":1},"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","A"],` +
			`["BBBBBBBBBBBB:2","0196a7c2f0001","A"]],"_alt":{"x":[{"w":1,"x":2}]},"_c":{"x":{"AAAAAAAAAAAA":7}}}`,
		`{"id":"1","kind":"k","schema":1,"office":"o","data":{"x":1},"_w":[["AAAAAAAAAAAA:1","0196a7c2f0001","A"]],"_alt":{"x":[{"w":0,"x":2}]}}`,
		`[]`, `{"_w":[[]]}`, "{\"id\" :\n\"1\"}",
	} {
		f.Add([]byte(seed), true)
		f.Add([]byte(seed), false)
	}
	f.Fuzz(func(t *testing.T, data []byte, own bool) {
		u := &merge.Unpacker{Own: own}
		r, err := u.Unpack(data)
		if err != nil {
			var fault *merge.Fault
			if !errors.As(err, &fault) {
				t.Fatalf("untyped: %v", err)
			}
			return
		}
		text, err := merge.Pack(r)
		if err != nil {
			t.Fatalf("read, but not to be written: %v", err)
		}
		back, err := u.Unpack(text)
		if err != nil || !back.Equal(r) {
			t.Fatalf("%s: %v", text, err)
		}
		if merged, err := merge.Merge(r, back); err != nil || merged != r {
			t.Fatalf("merging with itself adds something: %v", err)
		}
		part := r.Without("x", "title")
		if merged, err := merge.Merge(part, r); err != nil || !merged.Equal(r) {
			t.Fatalf("merging with a part of itself: %v", err)
		}
		r.Trashed()
	})
}
