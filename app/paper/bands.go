package paper

import (
	"fmt"
	"image"
	"image/draw"
)

// Bands draws a page as shades of grey at so many dots per inch and hands it over from top to bottom, at most so many lines of dots at a
// time: a whole page of 300 dpi would be 9 MB at once, for every page. The picture is the same each time, so use must not keep it; its
// bounds say where on the page it belongs. Glyphs are drawn once for all bands of a page. Bands returns ErrNoPage, an error for a
// resolution that Raster does not take either, or the first error of use, after which nothing more is drawn.
func Bands(pages *Pages, page int, dpi float64, lines int, use func(band *image.Gray) error) error {
	sheet, whole, err := dotted(pages, page, dpi)
	if err != nil {
		return err
	}
	if lines <= 0 {
		return fmt.Errorf("bands of %d lines", lines)
	}
	width, height := whole.Dx(), whole.Dy()
	lines = min(lines, height)
	colour := image.NewRGBA(image.Rect(0, 0, width, lines))
	grey := image.NewGray(colour.Rect)
	r := raster{scale: dpi / 25.4, fonts: pages.fonts, masks: map[maskKey]*image.Alpha{}}
	for top := 0; top < height; top += lines {
		part := image.Rect(0, top, width, min(top+lines, height))
		r.img = &image.RGBA{Pix: colour.Pix[:part.Dy()*colour.Stride], Stride: colour.Stride, Rect: part}
		band := &image.Gray{Pix: grey.Pix[:part.Dy()*grey.Stride], Stride: grey.Stride, Rect: part}
		draw.Draw(r.img, part, image.White, image.Point{}, draw.Src)
		for _, op := range sheet.Ops {
			r.draw(op)
		}
		shade(band, r.img)
		if err := use(band); err != nil {
			return err
		}
	}
	return nil
}

// shade turns opaque dots into shades of grey, weighed as the eye sees colours (ITU-R BT.601, as image/color does it).
func shade(to *image.Gray, from *image.RGBA) {
	for i := range to.Pix {
		dot := from.Pix[4*i : 4*i+3 : 4*i+3]
		to.Pix[i] = uint8((0x101*(19595*uint32(dot[0])+38470*uint32(dot[1])+7471*uint32(dot[2])) + 1<<15) >> 24)
	}
}
