package paper

import (
	"fmt"
	"io"
	"testing"
	"time"
)

// BenchmarkRows lays out lists and makes them PDFs, in ever larger numbers of
// rows. It reports the time of a row, and how many times that is the time of a
// row among 500: as long as it grows with the rows alone, 1 or less.
func BenchmarkRows(b *testing.B) {
	fonts := loadFonts(b)
	var base time.Duration
	for _, rows := range []int{500, 1000, 2000, 4000, 8000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			best := time.Hour
			for b.Loop() {
				best = min(best, timedList(b, fonts, rows)/time.Duration(rows))
			}
			if rows == 500 {
				base = best
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(best)/float64(time.Microsecond), "µs/row")
			if base > 0 { // 500 rows may have been left out
				b.ReportMetric(float64(best)/float64(base), "times-a-row-of-500")
			}
		})
	}
}

func timedList(b *testing.B, fonts *Fonts, rows int) time.Duration {
	b.Helper()
	doc := Document{Page: A4Portrait(), Blocks: []Block{list(rows)}}
	began := time.Now()
	pages, err := Layout(doc, fonts)
	if err != nil {
		b.Fatal(err)
	}
	if err := WritePDF(io.Discard, pages, Info{}); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}
