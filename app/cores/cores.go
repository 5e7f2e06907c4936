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
// when all have returned. Few things are done in one part.
func Spread(n int, run func(from, to int)) {
	parts := max(1, min(runtime.GOMAXPROCS(0), n/fewest))
	var wg sync.WaitGroup
	for i := 1; i < parts; i++ {
		wg.Go(func() { run(n*i/parts, n*(i+1)/parts) })
	}
	run(0, n/parts)
	wg.Wait()
}
