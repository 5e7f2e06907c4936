package printing

import (
	"context"
	"image"

	"nhipcau/app/paper"
	"nhipcau/ui/kit"
)

// preview shows the pages that will be printed.
func (d *dialog) preview() { d.sheet.SetSource(Source(d.job.Pages.Only(d.pages()))) }

const millimetresPerInch = 25.4

// Source draws pages of the display list at the resolution that a sheet asks for,
// each in its own size.
func Source(pages *paper.Pages) kit.PageSource {
	s := kit.PageSource{Pages: len(pages.List)}
	for _, page := range pages.List {
		s.Width = max(s.Width, float32(page.Width/millimetresPerInch))
		s.Height = max(s.Height, float32(page.Height/millimetresPerInch))
	}
	s.Size = func(page int) (float32, float32) {
		p := pages.List[page]
		return float32(p.Width / millimetresPerInch), float32(p.Height / millimetresPerInch)
	}
	s.Render = func(_ context.Context, page int, dpi float64) image.Image {
		picture, err := paper.Raster(pages, page, max(dpi, leastDPI))
		if err != nil {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		return picture
	}
	return s
}

// leastDPI is what paper.Raster still draws.
const leastDPI = 10
