//go:build journey

package measure

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// patience is how long to wait for something before giving up; it only ends
// what hangs.
const patience = 120 * time.Second

// built is the path of a program that the Makefile has built.
func built(b *testing.B, name string) string {
	b.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "..", "build", name))
	if err != nil {
		b.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		b.Fatal(err, "; make bench builds it")
	}
	return path
}

// end ends a process in the middle of whatever it does.
func end(c *exec.Cmd) {
	_ = c.Process.Kill()
	_ = c.Wait() // it says that it was killed
}

// median gives the middle one.
func median[T time.Duration | float64](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
