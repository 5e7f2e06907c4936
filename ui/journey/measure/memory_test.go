//go:build journey && linux

package measure

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

// BenchmarkMemory opens the list of visits of an office with 5,000 records and
// reports its anonymous pages after a collection. The reference is an empty
// Fyne window.
func BenchmarkMemory(b *testing.B) {
	s, home := newScreen(b), b.TempDir()
	empty, program := built(b, "measure/empty"), built(b, "measure/office")
	office := newOffice(b, 5_000)
	plain := s.learn(b, onScreen(s, home, empty), "empty", func() []sight { return []sight{s.plain(window)} })
	list := s.learn(b, onScreen(s, home, program, copied(b, office)), "office", func() []sight { return []sight{s.ink(rows)} })

	var reference, full []float64
	for b.Loop() {
		reference = append(reference, s.weigh(b, onScreen(s, home, empty), plain[0]))
		full = append(full, s.weigh(b, onScreen(s, home, program, copied(b, office)), list[0]))
	}
	b.Logf("empty window %.1f MB, office %.1f MB", reference, full)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(reference), "empty-MB")
	b.ReportMetric(median(full), "office-MB")
	b.ReportMetric(median(full)-median(reference), "above-MB")
}

// weigh runs a program until the screen shows what it will show and gives the
// size of its anonymous pages in megabytes (10⁶ bytes), once collecting frees
// no more.
func (s *screen) weigh(b *testing.B, c *exec.Cmd, what sight) float64 {
	b.Helper()
	ask, err := c.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	answer, err := c.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := c.Start(); err != nil {
		b.Fatal(err)
	}
	defer s.leave(b, c)
	s.until(b, what, recognised)
	const settled = 0.5
	last := collected(b, c.Process.Pid, ask, bufio.NewReader(answer))
	for began := time.Now(); time.Since(began) < patience; {
		s.still(b, time.Second)
		now := collected(b, c.Process.Pid, ask, bufio.NewReader(answer))
		if last-settled < now && now < last+settled {
			return now
		}
		last = now
	}
	b.Fatal("the memory does not settle")
	return 0
}

// collected lets a process free what it can and gives the size of its anonymous
// pages.
func collected(b *testing.B, pid int, ask io.Writer, answer *bufio.Reader) float64 {
	b.Helper()
	if _, err := fmt.Fprintln(ask); err != nil {
		b.Fatal(err)
	}
	if _, err := answer.ReadString('\n'); err != nil {
		b.Fatal(err)
	}
	status, err := os.Open(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		var kilobytes float64
		if _, err := fmt.Sscanf(lines.Text(), "RssAnon: %f kB", &kilobytes); err == nil {
			return kilobytes * 1024 / 1e6
		}
	}
	b.Fatal("the system does not say how much memory is anonymous")
	return 0
}
