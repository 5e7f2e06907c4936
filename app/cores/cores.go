// Package cores spreads work over the processors of the machine. It knows
// nothing of what the work is.
package cores

import (
	"runtime"
	"sync"
)

// fewest is how many things are worth a goroutine of their own.
const fewest = 64

// Spread calls run for parts of the numbers from 0 to n, the second bound of a
// part not included, one part a processor and all at the same time, and returns
// when all have returned. Few things are done in one part. A part that fails says
// at which number; of several faults the one with the lowest is given, as if the
// numbers had been gone through one by one, else n.
func Spread(n int, run func(from, to int) (at int, err error)) (at int, err error) {
	parts := max(1, min(runtime.GOMAXPROCS(0), n/fewest))
	ats, errs := make([]int, parts), make([]error, parts)
	var wg sync.WaitGroup
	for i := range parts {
		wg.Go(func() { ats[i], errs[i] = run(n*i/parts, n*(i+1)/parts) })
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return ats[i], err
		}
	}
	return n, nil
}
