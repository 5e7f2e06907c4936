package merge_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/merge"
)

const office = "0195b1d0-0000-7000-8000-000000000001"

func visit() *merge.Record {
	blank := &merge.Record{ID: "0196a7c2-0000-7000-8000-000000000001", Kind: "visit", Schema: 1, Office: office}
	return blank.WithAll(stamp(a, 1, early),
		merge.Change{Field: "title", JSON: []byte(`"Học tập kinh nghiệm"`)},
		merge.Change{Field: "when", JSON: []byte(`{"from":"2024-06-10","to":"2024-06-10"}`)},
		merge.Change{Field: "phone", JSON: []byte(`"0900"`)},
	)
}

// edit writes a field as somebody who sees all of it.
func edit(r *merge.Record, s merge.Stamp, field, json string) *merge.Record {
	return r.With(field, s, []byte(json), r.Fields[field].Dots())
}

func TestWithLeavesTheOldRecordAlone(t *testing.T) {
	old := visit()
	before, err := merge.Pack(old)
	if err != nil {
		t.Fatal(err)
	}
	edited := edit(old, stamp(b, 1, later), "title", `"Khác"`)
	mustMerge(t, old, edited)
	mustMerge(t, edited, old)
	old.Without("title")
	old.Delete(stamp(b, 2, late))
	after, err := merge.Pack(old)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(before), string(after)); diff != "" {
		t.Error(diff)
	}
}

func TestMergeIsPerField(t *testing.T) {
	old := visit()
	merged := mustMerge(t, edit(old, stamp(a, 2, later), "title", `"A"`), edit(old, stamp(b, 1, late), "when", `"B"`))
	wantTexts(t, merged.Fields["title"], `"A"`)
	wantTexts(t, merged.Fields["when"], `"B"`)
	if got := merged.Conflicts(); got != nil {
		t.Errorf("conflicts %v", got)
	}
}

func TestMergeReturnsItsArgument(t *testing.T) {
	old := visit()
	now := edit(old, stamp(a, 2, later), "title", `"A"`)
	cases := map[string]struct{ x, y, want *merge.Record }{
		"same copy":     {old, old, old},
		"equal copy":    {old, visit(), old},
		"older copy":    {now, old, now},
		"redacted copy": {now, now.Without("phone"), now},
		"nothing":       {now, nil, now},
		"into nothing":  {nil, now, now},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			if mustMerge(t, tc.x, tc.y) != tc.want {
				t.Error("not the record itself")
			}
		})
	}
}

func TestMergeRefusesTwoThings(t *testing.T) {
	other := *visit()
	other.ID = "x"
	place := *visit()
	place.Kind = "place"
	for _, y := range []*merge.Record{&other, &place} {
		_, err := merge.Merge(visit(), y)
		var fault *merge.Fault
		if !errors.Is(err, merge.ErrIdentity) || !errors.As(err, &fault) || fault.ID != visit().ID {
			t.Errorf("got %v", err)
		}
	}
}

func TestMergeOfWhatHasNoDots(t *testing.T) {
	x, y := *visit(), *visit()
	y.Schema, y.Office = 2, "0195b1d0-0000-7000-8000-000000000000"
	x.Extra = map[string][]byte{"future": []byte(`1`), "mine": []byte(`true`)}
	y.Extra = map[string][]byte{"future": []byte(`2`), "yours": []byte(`false`)}
	for _, m := range []*merge.Record{mustMerge(t, &x, &y), mustMerge(t, &y, &x)} {
		want := map[string][]byte{"future": []byte(`2`), "mine": []byte(`true`), "yours": []byte(`false`)}
		if diff := cmp.Diff(want, m.Extra); diff != "" {
			t.Error(diff)
		}
		if m.Schema != 2 || m.Office != y.Office {
			t.Errorf("schema %d, office %s", m.Schema, m.Office)
		}
	}
	x.Office = ""
	if got := mustMerge(t, &x, &y).Office; got != y.Office {
		t.Errorf("office %q", got)
	}
}

// Left-out fields are absent, and absence says nothing.
func TestRedactionNeverRemoves(t *testing.T) {
	mine := visit()
	partner := mine.Without("phone")
	if _, has := partner.Fields["phone"]; has || len(partner.Fields) != 2 {
		t.Fatal("not redacted")
	}
	partner = edit(partner, stamp(b, 1, later), "title", `"Đối tác"`)
	partner = partner.With("phone", stamp(b, 2, later), []byte(`"0911"`), nil)
	merged := mustMerge(t, mine, partner)
	wantTexts(t, merged.Fields["title"], `"Đối tác"`)
	wantTexts(t, merged.Fields["phone"], `"0911"`, `"0900"`) // he had not seen ours
}

func TestCounters(t *testing.T) {
	r := edit(visit(), stamp(b, 4, later), "title", `"B"`)
	if diff := cmp.Diff([]merge.Dot{dot(a, 1), dot(b, 4)}, r.Dots()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(merge.Context{a: 1, b: 4}, r.Context()); diff != "" {
		t.Error(diff)
	}
	r = edit(r, stamp(b, 6, late), "title", `"B"`)
	r = edit(r, stamp(c, 1, late), "title", `"C"`) // b's writes are gone, but known
	for replica, want := range map[merge.Replica]uint64{a: 1, b: 6, c: 1, "DDDDDDDDDDDD": 0} {
		if got := r.MaxCounter(replica); got != want {
			t.Errorf("%s: %d, want %d", replica, got, want)
		}
	}
}

func TestDelete(t *testing.T) {
	r := visit()
	state := func(name string, r *merge.Record, trashed, contested bool) {
		t.Helper()
		if gotT, gotC := r.Trashed(); gotT != trashed || gotC != contested {
			t.Errorf("%s: trashed %v, contested %v", name, gotT, gotC)
		}
	}
	state("live", r, false, false)
	gone := r.Delete(stamp(b, 1, later))
	state("deleted", gone, true, false)
	state("deleted, old copy comes", mustMerge(t, gone, r), true, false)

	edited := edit(r, stamp(a, 2, later), "title", `"Sửa"`)
	state("deleted here, edited there", mustMerge(t, gone, edited), false, true)
	state("deleted by one who saw no phone", mustMerge(t, r, r.Without("phone").Delete(stamp(b, 1, later))), false, true)
	state("new field there", mustMerge(t, gone, edit(r, stamp(a, 2, later), "note", `"x"`)), false, true)

	back := gone.Restore(stamp(a, 3, late))
	state("restored", back, false, false)
	state("restored, the deletion comes again", mustMerge(t, back, gone), false, false)
	wantTexts(t, back.Fields[merge.DelField], "null")
	state("deleted again", back.Delete(stamp(b, 2, late)), true, false)
	if r.Restore(stamp(a, 3, late)) != r || back.Restore(stamp(a, 4, late)) != back {
		t.Error("restoring what is not deleted writes")
	}
	again := gone.Delete(stamp(c, 1, late))
	state("restored there, deleted here anew", mustMerge(t, back, again), false, true)
}

// Neither had seen everything, but both together had.
func TestConcurrentDeletesJoin(t *testing.T) {
	r := visit()
	one, two := edit(r, stamp(a, 2, later), "title", `"A"`), edit(r, stamp(b, 1, later), "when", `"B"`)
	atA, atB := one.Delete(stamp(a, 3, late)), two.Delete(stamp(b, 2, late))
	merged := mustMerge(t, atA, atB)
	if trashed, contested := merged.Trashed(); !trashed || contested {
		t.Errorf("trashed %v, contested %v", trashed, contested)
	}
	if got := merged.Conflicts(); len(got) != 0 {
		t.Errorf("deletions are in conflict: %v", got)
	}
	later := merged.Without("title").Delete(stamp(c, 1, late))
	if trashed, _ := mustMerge(t, merged, later).Trashed(); !trashed {
		t.Error("deleting once more forgot what was deleted before")
	}
	back := merged.Restore(stamp(c, 1, late))
	if trashed, contested := mustMerge(t, atA, back).Trashed(); trashed || contested {
		t.Error("a restore that saw both deletions does not undo them")
	}
}

func TestUnreadableDeletionAsks(t *testing.T) {
	for _, json := range []string{`{`, `true`, `{"title":1}`, `{"title":{"x":1}}`, `{"title":{}}`} {
		r := visit().With(merge.DelField, stamp(b, 1, later), []byte(json), nil)
		if trashed, contested := r.Trashed(); trashed || !contested {
			t.Errorf("%s: trashed %v, contested %v", json, trashed, contested)
		}
		if _, err := merge.Pack(r); err == nil {
			t.Errorf("%s: packed", json)
		}
	}
}

func TestClock(t *testing.T) {
	now := early.Time()
	cases := map[string]struct{ last, want merge.Clock }{
		"first":          {"", "0196a7c2f0000"},
		"time went on":   {"0196a7c2e0005", "0196a7c2f0000"},
		"same moment":    {"0196a7c2f0000", "0196a7c2f0001"},
		"counter full":   {"0196a7c2f000f", "0196a7c2f0010"},
		"we are behind":  {"0296a7c2f0001", "0296a7c2f0002"},
		"nonsense":       {"zzz", "0196a7c2f0000"},
		"end of all":     {"fffffffffffff", "fffffffffffff"},
		"upper case bad": {"0196A7C2F0005", "0196a7c2f0000"},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			got := merge.NextClock(now, tc.last)
			if got != tc.want || !got.Valid() {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
	if got := early.Time().Format("2006-01-02"); got != "2025-05-06" {
		t.Error(got)
	}
	if !merge.Clock("x").Time().IsZero() {
		t.Error("a time out of nothing")
	}
}
