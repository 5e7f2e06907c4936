package plan_test

import (
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/plan"
)

func TestPosBetweenAlwaysEndsAndComesAfter(t *testing.T) {
	for _, c := range [][2]string{{"", ""}, {"", "0"}, {"", "00"}, {"i", "i0"}, {"zz", ""}, {"é", ""}, {"", "Z"}, {"b", "a"}} {
		if got := plan.PosBetween(c[0], c[1]); got <= c[0] {
			t.Errorf("PosBetween(%q, %q) = %q", c[0], c[1], got)
		}
	}
}

func TestPosBetweenLiesBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := plan.Positions(rapid.IntRange(1, 50).Draw(t, "n"))
		for range rapid.IntRange(1, 30).Draw(t, "inserts") {
			at := rapid.IntRange(0, len(list)).Draw(t, "at")
			before, after := "", ""
			if at > 0 {
				before = list[at-1]
			}
			if at < len(list) {
				after = list[at]
			}
			pos := plan.PosBetween(before, after)
			if pos <= before || (after != "" && pos >= after) {
				t.Fatalf("PosBetween(%q, %q) = %q", before, after, pos)
			}
			list = append(list[:at:at], append([]string{pos}, list[at:]...)...)
		}
	})
}

func TestPosBetweenComesAfterWhateverIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")
		if got := plan.PosBetween(a, b); got <= a {
			t.Fatalf("PosBetween(%q, %q) = %q", a, b, got)
		}
	})
}
