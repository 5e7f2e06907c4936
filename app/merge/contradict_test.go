package merge_test

import (
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/merge"
)

func TestContradict(t *testing.T) {
	blank := &merge.Record{ID: "1", Kind: "visit"}
	mine := blank.With("title", stamp(a, 1, early), []byte(`"một"`), nil)
	later := mine.With("title", stamp(b, 1, later), []byte(`"hai"`), mine.Fields["title"].Dots())
	other := blank.With("title", stamp(b, 1, early), []byte(`"hai"`), nil)
	forged := mine.Without()
	title := forged.Fields["title"]
	title.Context = merge.Context{a: 1, b: 1}
	forged.Fields["title"] = title
	for name, tc := range map[string]struct {
		x, y *merge.Record
		want bool
	}{
		"nothing here":           {nil, mine, false},
		"the same":               {mine, mine, false},
		"one has seen the other": {mine, later, false},
		"neither has":            {mine, other, false},
		"each says it has":       {later, forged, true},
		"another field":          {later, forged.Without("title"), false},
	} {
		t.Run(name, func(t *testing.T) {
			if merge.Contradict(tc.x, tc.y) != tc.want || merge.Contradict(tc.y, tc.x) != tc.want {
				t.Errorf("contradict = %v", !tc.want)
			}
		})
	}
}

// TestContradictIsAMergeThatLeavesNothing holds it against merging itself.
func TestContradictIsAMergeThatLeavesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := records(t), records(t)
		merged, empty := join(t, x, y), false
		for name, field := range merged.Fields {
			empty = empty || len(field.Values) == 0 && len(x.Fields[name].Values) > 0 && len(y.Fields[name].Values) > 0
		}
		if merge.Contradict(x, y) != empty {
			t.Fatalf("contradict %v, merged %s", !empty, packed(t, merged))
		}
	})
}
