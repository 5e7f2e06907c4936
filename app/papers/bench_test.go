package papers_test

import (
	"fmt"
	"image"
	"image/draw"
	"slices"
	"testing"
	"time"

	"nhipcau/app/paper"
	"nhipcau/app/papers/paperstest"
)

// previewDPI shows an A4 sheet about 1,000 dots wide, as the tab of papers does
// in a large window.
const previewDPI = 120

// BenchmarkPreview makes each paper of the sample visit and of the hard one as
// the tab of papers does when somebody picks it: document, layout of all pages,
// picture of one. It reports the slowest paper, each at its best of several, and
// the usual one. The reference is what no preview can do without: a white page
// of that size.
func BenchmarkPreview(b *testing.B) {
	fonts, err := paper.LoadFonts()
	if err != nil {
		b.Fatal(err)
	}
	for _, v := range paperstest.Visits(b) {
		b.Run(v.Name, func(b *testing.B) {
			var names []string
			best := map[string]time.Duration{}
			for b.Loop() {
				for _, ask := range paperstest.Requests(v) {
					subject := v.Subject(b, ask)
					began := time.Now()
					pages, err := paper.Layout(paperstest.Make(b, subject), fonts)
					if err != nil {
						b.Fatal(err)
					}
					if _, err := paper.Raster(pages, 0, previewDPI); err != nil {
						b.Fatal(err)
					}
					name, took := fmt.Sprint(ask.Kind, " ", ask.Variant), time.Since(began)
					if known, ok := best[name]; !ok || took < known {
						best[name] = took
					}
				}
			}
			for name := range best {
				names = append(names, name)
			}
			slices.SortFunc(names, func(x, y string) int { return int(best[y] - best[x]) })
			slowest, usual := best[names[0]], best[names[len(names)/2]]
			b.Logf("slowest %v: %s, %v: %s, %v: %s", best[names[0]], names[0], best[names[1]], names[1], best[names[2]], names[2])
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(slowest)/1e6, "slowest-ms")
			b.ReportMetric(float64(usual)/1e6, "usual-ms")
			b.ReportMetric(float64(slowest)/float64(white()), "times-white-page")
		})
	}
}

// white is how long an empty page takes.
func white() time.Duration {
	best := time.Hour
	for range 20 {
		began := time.Now()
		page := image.NewRGBA(image.Rect(0, 0, 992, 1403))
		draw.Draw(page, page.Bounds(), image.White, image.Point{}, draw.Src)
		best = min(best, time.Since(began))
	}
	return best
}
