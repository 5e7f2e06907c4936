package desk_test

import (
	"syscall"
	"time"
)

// cpuTime is what this process has used of the processors, collection of
// garbage included: on a machine that does other things too it says more than
// the clock on the wall.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
