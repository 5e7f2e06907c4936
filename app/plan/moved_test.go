package plan_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/plan"
)

func TestMoved(t *testing.T) {
	for now, want := range map[string]string{
		"": "", "abcd": "", "bacd": "a", "dabc": "d", "bcda": "a", "adbc": "d", "dcba": "abc",
	} {
		moved := plan.Moved(strings.Split(now, ""), strings.Split("abcd", ""))
		if got := strings.Join(slices.Sorted(maps.Keys(moved)), ""); got != want {
			t.Errorf("%s: moved %q, want %q", now, got, want)
		}
	}
}

// One who was moved alone is the only one, and who was not moved stands as
// suggested.
func TestMovedIsTheFewest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		var suggested []string
		for i := range n {
			suggested = append(suggested, string(rune('a'+i)))
		}
		from, to := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
		now := slices.Delete(slices.Clone(suggested), from, from+1)
		now = slices.Insert(now, to, suggested[from])
		moved := plan.Moved(now, suggested)
		if from == to && len(moved) != 0 || from != to && len(moved) != 1 {
			t.Errorf("%v: moved %v", now, moved)
		}
		rest := slices.DeleteFunc(slices.Clone(now), func(id string) bool { return moved[id] })
		if !slices.IsSorted(rest) {
			t.Errorf("%v: without %v it is %v", now, moved, rest)
		}
	})
}
