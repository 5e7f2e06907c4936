package cores_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"nhipcau/app/cores"
)

// TestSpread: each number is done once, however many there are, and the first
// fault is the one that is told.
func TestSpread(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 127, 128, 129, 1000, 99_991} {
		done := make([]atomic.Int32, n)
		each := func(bad func(i int) bool) (int, error) {
			return cores.Spread(n, func(from, to int) (int, error) {
				for i := from; i < to; i++ {
					if done[i].Add(1); bad(i) {
						return i, fmt.Errorf("number %d", i)
					}
				}
				return to, nil
			})
		}
		if at, err := each(func(int) bool { return false }); at != n || err != nil {
			t.Errorf("%d numbers: %d, %v", n, at, err)
		}
		for i := range done {
			if times := done[i].Load(); times != 1 {
				t.Fatalf("%d of %d was done %d times", i, n, times)
			}
		}
		for _, first := range []int{0, n / 3, n - 1} {
			if n == 0 {
				break
			}
			at, err := each(func(i int) bool { return i >= first })
			if at != first || err == nil || err.Error() != fmt.Sprintf("number %d", first) {
				t.Errorf("%d numbers, bad from %d on: %d, %v", n, first, at, err)
			}
		}
	}
}
