package merge_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/merge"
)

// Replicas of the examples in the exchange design.
const (
	a merge.Replica = "AAAAAAAAAAAA"
	b merge.Replica = "BBBBBBBBBBBB"
	c merge.Replica = "CCCCCCCCCCCC"
)

func dot(r merge.Replica, n uint64) merge.Dot { return merge.Dot{Replica: r, N: n} }

// stamp is a write of replica r whose clock reads at.
func stamp(r merge.Replica, n uint64, at merge.Clock) merge.Stamp {
	return merge.Stamp{Dot: dot(r, n), Clock: at, Author: "Văn phòng " + string(r[:1])}
}

const (
	early merge.Clock = "0196a7c2f0001"
	later merge.Clock = "0196a7c2f0002"
	late  merge.Clock = "0196a7c2f0003"
)

func texts(f merge.Field) []string {
	var all []string
	for _, v := range f.Values {
		all = append(all, string(v.JSON))
	}
	return all
}

func wantTexts(t *testing.T, f merge.Field, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, texts(f)); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
}

func wantContext(t *testing.T, f merge.Field, want merge.Context) {
	t.Helper()
	if diff := cmp.Diff(want, f.Seen()); diff != "" {
		t.Errorf("context (-want +got):\n%s", diff)
	}
}

func wrote(r merge.Replica, n uint64, at merge.Clock, json string) merge.Field {
	return merge.Field{}.Write(stamp(r, n, at), []byte(json), nil)
}

func mustMerge(t *testing.T, x, y *merge.Record) *merge.Record {
	t.Helper()
	merged, err := merge.Merge(x, y)
	if err != nil {
		t.Fatal(err)
	}
	return merged
}

func TestWriteReplacesWhatWasOnScreen(t *testing.T) {
	// given two values of which the author has only one on screen
	field := merge.MergeField(wrote(a, 1, early, `"hội trường"`), wrote(b, 1, later, `"phòng họp"`))
	// when
	written := field.Write(stamp(a, 2, late), []byte(`"nhà văn hóa"`), []merge.Dot{dot(a, 1)})
	// then the other one stays, and the old field is as it was
	wantTexts(t, written, `"nhà văn hóa"`, `"phòng họp"`)
	wantContext(t, written, merge.Context{a: 2, b: 1})
	wantTexts(t, field, `"phòng họp"`, `"hội trường"`)
}

func TestWriteIsNotFooledByDotsThatAreNotThere(t *testing.T) {
	field := wrote(a, 1, early, `1`).Write(stamp(a, 2, later), []byte(`2`), []merge.Dot{dot(c, 9)})
	wantTexts(t, field, `2`, `1`)
	wantContext(t, field, merge.Context{a: 2}) // c:9 was not seen here
}

func TestWriteMakesCanonical(t *testing.T) {
	field := wrote(a, 1, early, ` { "to" : 2, "from" : 1 } `)
	wantTexts(t, field, `{"from":1,"to":2}`)
}

// The first worked merge of the design: the second author had seen the first value.
func TestMergeAfterSeeing(t *testing.T) {
	atA := wrote(a, 7, early, `"Hội trường"`)
	atB := atA.Write(stamp(b, 3, later), []byte(`"Phòng họp"`), []merge.Dot{dot(a, 7)})
	for _, merged := range []merge.Field{merge.MergeField(atA, atB), merge.MergeField(atB, atA)} {
		wantTexts(t, merged, `"Phòng họp"`)
		wantContext(t, merged, merge.Context{a: 7, b: 3})
		if merged.Conflict() {
			t.Error("a question where there is none")
		}
	}
}

// The second: he had not, and somebody chooses afterwards.
func TestMergeWithoutSeeing(t *testing.T) {
	atA, atB := wrote(a, 7, early, `"Hội trường"`), wrote(b, 3, later, `"Phòng họp"`)
	both := merge.MergeField(atA, atB)
	if !both.Equal(merge.MergeField(atB, atA)) {
		t.Error("order of arrival matters")
	}
	if !both.Conflict() {
		t.Error("no question")
	}
	wantTexts(t, both, `"Phòng họp"`, `"Hội trường"`)
	wantContext(t, both, merge.Context{a: 7, b: 3})

	chosen := both.Write(stamp(a, 8, late), []byte(`"Phòng họp"`), both.Dots())
	atB = merge.MergeField(atB, chosen)
	wantTexts(t, atB, `"Phòng họp"`)
	wantContext(t, atB, merge.Context{a: 8, b: 3})
}

// A clock that is behind by years must not cost anybody his write.
func TestMergeAsksNoClock(t *testing.T) {
	old := wrote(a, 1, late, `"cũ"`)
	edited := old.Write(stamp(b, 1, "0000000000000"), []byte(`"mới"`), old.Dots())
	wantTexts(t, merge.MergeField(old, edited), `"mới"`)
	wantTexts(t, merge.MergeField(edited, old), `"mới"`)
}

func TestMergeOldCopyAddsNothing(t *testing.T) {
	old := wrote(a, 1, early, `"một"`)
	now := old.Write(stamp(a, 2, later), []byte(`"hai"`), old.Dots())
	wantTexts(t, merge.MergeField(now, old), `"hai"`)
	wantTexts(t, merge.MergeField(old, now), `"hai"`)
}

func TestShownFirst(t *testing.T) {
	cases := map[string]struct{ first, second merge.Stamp }{
		"newer clock":     {stamp(a, 1, later), stamp(b, 2, early)},
		"greater replica": {stamp(b, 1, early), stamp(a, 2, early)},
		"greater counter": {stamp(a, 2, early), stamp(a, 1, early)},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			first := merge.Field{}.Write(tc.first, []byte(`1`), nil)
			second := merge.Field{}.Write(tc.second, []byte(`2`), nil)
			for _, merged := range []merge.Field{
				second.Write(tc.first, []byte(`1`), nil), merge.MergeField(first, second), merge.MergeField(second, first),
			} {
				if string(merged.Shown().JSON) != `1` {
					t.Errorf("shown %s", merged.Shown().JSON)
				}
			}
		})
	}
}

func TestSameContentTwiceIsNoConflict(t *testing.T) {
	both := merge.MergeField(wrote(a, 1, early, `"x"`), wrote(b, 1, later, `"x"`))
	if both.Conflict() {
		t.Error("a question about equal values")
	}
	if len(both.Values) != 2 || len(both.Distinct()) != 1 {
		t.Errorf("%d values, %d distinct; want both writes kept, one shown", len(both.Values), len(both.Distinct()))
	}
	edited := both.Write(stamp(c, 1, late), []byte(`"y"`), []merge.Dot{dot(b, 1)})
	wantTexts(t, edited, `"y"`, `"x"`)
}

func TestEmptyField(t *testing.T) {
	var f merge.Field
	if f.Conflict() || f.Shown().JSON != nil || len(f.Seen()) != 0 || len(f.Dots()) != 0 {
		t.Error("the zero Field says something")
	}
	f = f.Write(stamp(a, 1, early), []byte(`"x"`), nil).Write(stamp(a, 2, later), []byte("null"), []merge.Dot{dot(a, 1)})
	wantTexts(t, f, "null")
}

func TestDotClashKeepsBoth(t *testing.T) {
	record := merge.Record{ID: "1", Kind: "visit"}
	here := record.With("place", stamp(a, 1, early), []byte(`"đây"`), nil)
	there := record.With("place", stamp(a, 1, early), []byte(`"kia"`), nil)
	merged := mustMerge(t, here, there)
	if !merged.Equal(mustMerge(t, there, here)) || !merged.Equal(mustMerge(t, merged, here)) {
		t.Error("clash depends on the order of arrival")
	}
	if !merged.Fields["place"].Conflict() || len(merged.Fields["place"].Values) != 2 {
		t.Error("a write was lost")
	}
	if diff := cmp.Diff([]merge.Dot{dot(a, 1)}, merged.Clashes()); diff != "" {
		t.Error(diff)
	}
	chosen := merged.With("place", stamp(a, 2, later), []byte(`"đây"`), merged.Fields["place"].Dots())
	if len(chosen.Clashes()) != 0 || len(chosen.Fields["place"].Values) != 1 {
		t.Error("choosing does not end the clash")
	}
}

func TestDotClashAcrossFields(t *testing.T) {
	record := merge.Record{ID: "1", Kind: "visit"}
	one := record.WithAll(stamp(a, 1, early), merge.Change{Field: "x", JSON: []byte("1")}, merge.Change{Field: "y", JSON: []byte("2")})
	if got := one.Clashes(); len(got) != 0 {
		t.Errorf("one write of two fields clashes: %v", got)
	}
	two := record.With("z", stamp(a, 1, later), []byte("3"), nil)
	if got := mustMerge(t, one, two).Clashes(); len(got) != 1 {
		t.Errorf("clashes %v", got)
	}
}

func TestUnbacked(t *testing.T) {
	record := &merge.Record{ID: "1", Kind: "visit", Fields: map[string]merge.Field{"x": {
		Values:  wrote(b, 3, early, "1").Values,
		Context: merge.Context{a: 50, b: 3, c: 9},
	}}}
	cases := map[string]struct{ known, want merge.Context }{
		"nothing known":       {nil, merge.Context{a: 50, c: 9}},
		"known":               {merge.Context{a: 50, c: 10}, merge.Context{}},
		"beyond our own":      {merge.Context{a: 49, c: 9}, merge.Context{a: 50}},
		"writer bears itself": {merge.Context{a: 50, b: 1, c: 9}, merge.Context{}},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, record.Unbacked(tc.known)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
