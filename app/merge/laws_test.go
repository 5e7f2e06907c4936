package merge_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/merge"
)

// The laws are asked of any fields whatever, also of such as no honest history
// makes: dots that clash, contexts that claim too much.

func fields(t *rapid.T) merge.Field {
	var f merge.Field
	replicas := rapid.SampledFrom([]merge.Replica{a, b, c})
	for range rapid.IntRange(0, 4).Draw(t, "writes") {
		d := dot(replicas.Draw(t, "replica"), rapid.Uint64Range(1, 3).Draw(t, "n"))
		s := merge.Stamp{Dot: d, Clock: early, Author: rapid.SampledFrom([]string{"Một", "Hai"}).Draw(t, "author")}
		json := fmt.Sprint(rapid.IntRange(0, 2).Draw(t, "value"))
		var seen []merge.Dot
		if len(f.Values) > 0 && rapid.Bool().Draw(t, "sees") {
			seen = []merge.Dot{f.Values[rapid.IntRange(0, len(f.Values)-1).Draw(t, "seen")].Dot}
		}
		f = f.Write(s, []byte(json), seen)
	}
	return f
}

func records(t *rapid.T) *merge.Record {
	r := merge.Record{ID: "1", Kind: "visit", Schema: rapid.IntRange(0, 1).Draw(t, "schema"), Fields: map[string]merge.Field{}}
	r.Office = rapid.SampledFrom([]string{"", "o1", "o2"}).Draw(t, "office")
	for _, name := range []string{"title", "when"} {
		if f := fields(t); len(f.Values) > 0 {
			r.Fields[name] = f
		}
	}
	for _, name := range []string{"x", "y"} {
		if rapid.Bool().Draw(t, "extra") {
			if r.Extra == nil {
				r.Extra = map[string][]byte{}
			}
			r.Extra[name] = []byte(fmt.Sprint(rapid.IntRange(0, 1).Draw(t, "unknown")))
		}
	}
	return &r
}

func join(t *rapid.T, x, y *merge.Record) *merge.Record {
	merged, err := merge.Merge(x, y)
	if err != nil {
		t.Fatal(err)
	}
	return merged
}

func same(t *rapid.T, law string, x, y *merge.Record) {
	if packX, packY := packed(t, x), packed(t, y); packX != packY || !x.Equal(y) {
		t.Fatalf("%s:\n%s\n%s", law, packX, packY)
	}
}

func packed(t *rapid.T, r *merge.Record) string {
	raw, err := merge.Pack(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y, z := records(t), records(t), records(t)
		xy := join(t, x, y)
		same(t, "commutative", xy, join(t, y, x))
		same(t, "associative", join(t, xy, z), join(t, x, join(t, y, z)))
		same(t, "idempotent", join(t, xy, xy), xy)
		if join(t, xy, x) != xy || join(t, xy, y) != xy {
			t.Fatal("what adds nothing makes a new record")
		}
	})
}

func TestMergeIsPure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := records(t), records(t)
		beforeX, beforeY := packed(t, x), packed(t, y)
		edited := join(t, x, y).Delete(stamp(a, 9, late))
		edited.With("title", stamp(a, 10, late), []byte("9"), edited.Fields["title"].Dots())
		if beforeX != packed(t, x) || beforeY != packed(t, y) {
			t.Fatal("an argument changed")
		}
	})
}

// A long field goes another way than a short one; both must say the same.
func TestLongFields(t *testing.T) {
	var x, y merge.Field
	for n := range uint64(40) {
		x = x.Write(stamp(a, n+1, early), []byte("1"), nil)
		y = y.Write(stamp(b, n+1, later), []byte("2"), nil)
	}
	both := merge.MergeField(x, y)
	if len(both.Values) != 80 || !both.Equal(merge.MergeField(y, x)) {
		t.Fatalf("%d values", len(both.Values))
	}
	half := both.Write(stamp(c, 1, late), []byte("3"), both.Dots()[:40])
	for _, merged := range []merge.Field{merge.MergeField(both, half), merge.MergeField(half, both)} {
		if len(merged.Values) != 41 || !merged.Equal(half) {
			t.Errorf("%d values", len(merged.Values))
		}
	}
}
