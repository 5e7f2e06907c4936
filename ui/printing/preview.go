package printing

import (
	"context"
	"image"
	"image/draw"

	"nhipcau/app/paper"
	"nhipcau/ui/kit"
)

// preview shows the pages that will be printed.
func (d *dialog) preview() { d.sheet.SetSource(source(d.job.Pages.Only(d.pages()))) }

const millimetresPerInch = 25.4

// source draws pages at the resolution that the sheet asks for.
func source(pages *paper.Pages) kit.PageSource {
	s := kit.PageSource{Pages: len(pages.List)}
	if s.Pages == 0 {
		return s
	}
	first := pages.List[0]
	s.Width, s.Height = float32(first.Width/millimetresPerInch), float32(first.Height/millimetresPerInch)
	s.Render = func(_ context.Context, page int, dpi float64) image.Image {
		p := pages.List[page]
		fit := min(first.Width/p.Width, first.Height/p.Height)
		picture, err := paper.Raster(pages, page, max(dpi*fit, leastDPI))
		if err != nil {
			return image.NewRGBA(image.Rect(0, 0, 1, 1))
		}
		if p.Width == first.Width && p.Height == first.Height {
			return picture
		}
		return framed(picture, first)
	}
	return s
}

// leastDPI is what paper.Raster still draws.
const leastDPI = 10

// framed puts a page that lies otherwise than the first into the middle of one that lies as that does: the sheet has one size of page.
func framed(picture *image.RGBA, first paper.Page) image.Image {
	size := picture.Rect.Size()
	width, height := size.X, int(float64(size.X)*first.Height/first.Width)
	if height < size.Y {
		width, height = int(float64(size.Y)*first.Width/first.Height), size.Y
	}
	whole := image.NewRGBA(image.Rect(0, 0, width, height))
	at := image.Pt((width-size.X)/2, (height-size.Y)/2)
	draw.Draw(whole, picture.Rect.Add(at), picture, image.Point{}, draw.Src)
	return whole
}
