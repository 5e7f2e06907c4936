package plan_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/plan"
)

func TestMovePlaceMovesOneAndKeepsTheOthersInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "n")
		positions := plan.Positions(n)
		if rapid.Bool().Draw(t, "never ordered") {
			positions[rapid.IntRange(0, n-1).Draw(t, "without")] = ""
		}
		from, to := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
		want := make([]int, n)
		for i := range want {
			want[i] = i
		}
		want = slices.Insert(slices.Delete(want, from, from+1), to, from)
		moved := plan.MovePlace(positions, from, to)
		if from == to {
			if moved != nil {
				t.Fatalf("moved %v", moved)
			}
			return
		}
		for i, pos := range moved {
			positions[i] = pos
		}
		got := make([]int, n)
		for i := range got {
			got[i] = i
		}
		slices.SortStableFunc(got, func(a, b int) int {
			if positions[a] < positions[b] {
				return -1
			}
			return 1
		})
		if !slices.Equal(got, want) {
			t.Fatalf("%d to %d gives %v, want %v (%v)", from, to, got, want, positions)
		}
	})
}

func TestMovePlaceWritesOnlyTheMovedOneOfAnOrderedList(t *testing.T) {
	if moved := plan.MovePlace(plan.Positions(5), 3, 1); len(moved) != 1 {
		t.Errorf("wrote %v", moved)
	}
	if moved := plan.MovePlace([]string{"a", "b"}, 0, 2); moved != nil {
		t.Errorf("a place that is not there: %v", moved)
	}
}
