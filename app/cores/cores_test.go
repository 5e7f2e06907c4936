package cores_test

import (
	"sync/atomic"
	"testing"

	"nhipcau/app/cores"
)

// TestSpread: each number is done once, however many there are.
func TestSpread(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 127, 128, 129, 1000, 99_991} {
		done := make([]atomic.Int32, n)
		cores.Spread(n, func(from, to int) {
			for i := from; i < to; i++ {
				done[i].Add(1)
			}
		})
		for i := range done {
			if times := done[i].Load(); times != 1 {
				t.Fatalf("%d of %d was done %d times", i, n, times)
			}
		}
	}
}
