package measure

import (
	"bufio"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
)

// Answer frees what memory can be freed and writes a line to out, for each line
// that comes from in. It returns when there are no more lines. A process that is
// to be weighed runs it beside its window: Go hands memory back to the system
// slowly, and from outside nothing can make it hurry.
func Answer(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		runtime.GC() // twice: what has a finalizer goes with the second
		runtime.GC()
		debug.FreeOSMemory()
		if _, err := fmt.Fprintln(out, "collected"); err != nil {
			return err
		}
	}
	return lines.Err()
}
