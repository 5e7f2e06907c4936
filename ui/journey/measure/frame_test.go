//go:build journey && linux

package measure

import (
	"image"
	"testing"
	"time"
)

// Where on the screen the window and its parts stand. Of the rail it is the
// part below the name of the office and the open page, which are known only
// with the data.
var (
	window = image.Rect(0, 0, 1280, 680)
	rail   = image.Rect(0, 152, 200, 680)
	rows   = image.Rect(240, 200, 1240, 660)
)

// BenchmarkFirstFrame opens the program on 50,000 records and looks at the
// screen: how long after its start the navigation stands there, and how much
// later the first rows of the list of visits. The reference is an empty Fyne
// window, painted.
func BenchmarkFirstFrame(b *testing.B) {
	s, home := newScreen(b), b.TempDir()
	program, empty := built(b, "nhipcau"), built(b, "measure/empty")
	office := newOffice(b, 50_000)

	plain := s.learn(b, onScreen(s, home, empty), "empty", func() []sight { return []sight{s.plain(window)} })
	full := s.learn(b, onScreen(s, home, program, "--data", copied(b, office)), "office", func() []sight { return []sight{s.ink(rail), s.ink(rows)} })

	var reference, frame, later []time.Duration
	for b.Loop() {
		reference = append(reference, s.watch(b, onScreen(s, home, empty), plain...)[0])
		seen := s.watch(b, onScreen(s, home, program, "--data", copied(b, office)), full...)
		frame, later = append(frame, seen[0]), append(later, seen[1]-seen[0])
	}
	b.Logf("empty window %v, frame %v, rows later %v", reference, frame, later)
	b.ReportMetric(0, "ns/op") // that of a whole round says nothing
	b.ReportMetric(milliseconds(median(reference)), "empty-ms")
	b.ReportMetric(milliseconds(median(frame)), "frame-ms")
	b.ReportMetric(float64(median(frame))/float64(median(reference)), "frame/empty")
	b.ReportMetric(milliseconds(median(later)), "rows-later-ms")
}
