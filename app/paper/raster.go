package paper

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
	"golang.org/x/image/vector"
)

// The resolutions that Raster accepts, in dots per inch.
const (
	minDPI = 10
	maxDPI = 1200
)

// Raster draws a page, counted from 0, on a white ground at so many dots per inch. It may be called from several goroutines at once. It
// returns ErrNoPage for a page that is not there, and an error for a resolution outside 10 to 1200.
func Raster(pages *Pages, page int, dpi float64) (*image.RGBA, error) {
	return RasterBand(pages, page, dpi, 0, math.MaxInt)
}

// RasterBand is Raster for the lines of dots from top to before bottom only, for printers that want a page in bands. The picture's
// bounds say where on the page it belongs.
func RasterBand(pages *Pages, page int, dpi float64, top, bottom int) (*image.RGBA, error) {
	sheet, whole, err := dotted(pages, page, dpi)
	if err != nil {
		return nil, err
	}
	img := image.NewRGBA(whole.Intersect(image.Rect(0, top, whole.Max.X, bottom)))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	r := raster{img: img, scale: dpi / 25.4, fonts: pages.fonts, masks: map[maskKey]*image.Alpha{}}
	for _, op := range sheet.Ops {
		r.draw(op)
	}
	return img, nil
}

// dotted returns a page and its size in dots.
func dotted(pages *Pages, page int, dpi float64) (sheet Page, whole image.Rectangle, err error) {
	if page < 0 || page >= len(pages.List) {
		return Page{}, whole, fmt.Errorf("page %d of %d: %w", page+1, len(pages.List), ErrNoPage)
	}
	if !(dpi >= minDPI && dpi <= maxDPI) {
		return Page{}, whole, fmt.Errorf("%v dots per inch, want %d to %d", dpi, minDPI, maxDPI)
	}
	sheet = pages.List[page]
	scale := dpi / 25.4
	return sheet, image.Rect(0, 0, int(math.Round(sheet.Width*scale)), int(math.Round(sheet.Height*scale))), nil
}

// raster draws display lists on a picture.
type raster struct {
	img   *image.RGBA
	scale float64 // dots per mm
	fonts *Fonts
	path  vector.Rasterizer
	masks map[maskKey]*image.Alpha
}

func (r *raster) draw(op Op) {
	switch op := op.(type) {
	case Text:
		r.text(op)
	case Line:
		r.line(op)
	case Rect:
		r.rect(op)
	case Polygon:
		r.polygon(op)
	case Picture:
		r.picture(op)
	}
}

func (i Ink) colour() color.RGBA { return color.RGBA{R: i.R, G: i.G, B: i.B, A: 0xFF} }

// fill paints a rectangle of whole dots.
func (r *raster) fill(x0, y0, x1, y1 int, ink Ink) {
	draw.Draw(r.img, image.Rect(x0, y0, x1, y1), image.NewUniform(ink.colour()), image.Point{}, draw.Src)
}

// dots returns where a line of a width in millimetres begins, and how many whole dots, at least one, it is wide: blurred over two rows
// of grey dots, the borders of a table would look broken.
func (r *raster) dots(at, width float64) (first, count int) {
	count = max(1, int(math.Round(width*r.scale)))
	return int(math.Round(at*r.scale - float64(count)/2)), count
}

func (r *raster) line(l Line) {
	switch {
	case l.Y1 == l.Y2:
		y, n := r.dots(l.Y1, l.Stroke)
		r.fill(r.dot(min(l.X1, l.X2)), y, r.dot(max(l.X1, l.X2))+1, y+n, l.Ink)
	case l.X1 == l.X2:
		x, n := r.dots(l.X1, l.Stroke)
		r.fill(x, r.dot(min(l.Y1, l.Y2)), x+n, r.dot(max(l.Y1, l.Y2))+1, l.Ink)
	default:
		r.stroke(Point{l.X1, l.Y1}, Point{l.X2, l.Y2}, l.Stroke, l.Ink)
	}
}

// dot returns the dot that a thin line at so many millimetres is drawn on, where lines that end there meet it.
func (r *raster) dot(mm float64) int {
	first, _ := r.dots(mm, 0)
	return first
}

func (r *raster) round(mm float64) int { return int(math.Round(mm * r.scale)) }

// stroke draws a slanting line as the rectangle that it is.
func (r *raster) stroke(from, to Point, width float64, ink Ink) {
	dx, dy := to.X-from.X, to.Y-from.Y
	length := math.Hypot(dx, dy)
	if length == 0 {
		return
	}
	half := max(width, 1/r.scale) / 2
	nx, ny := -dy/length*half, dx/length*half
	r.area([]Point{{from.X + nx, from.Y + ny}, {to.X + nx, to.Y + ny}, {to.X - nx, to.Y - ny}, {from.X - nx, from.Y - ny}}, ink)
}

func (r *raster) rect(op Rect) {
	if op.Fill.On {
		r.fill(r.round(op.X), r.round(op.Y), r.round(op.X+op.W), r.round(op.Y+op.H), op.Fill.Ink)
	}
	if op.Stroke > 0 {
		right, low := op.X+op.W, op.Y+op.H
		r.line(Line{op.X, op.Y, right, op.Y, op.Stroke, op.Ink})
		r.line(Line{op.X, low, right, low, op.Stroke, op.Ink})
		r.line(Line{op.X, op.Y, op.X, low, op.Stroke, op.Ink})
		r.line(Line{right, op.Y, right, low, op.Stroke, op.Ink})
	}
}

func (r *raster) polygon(op Polygon) {
	if op.Fill.On {
		r.area(op.Points, op.Fill.Ink)
	}
	if op.Stroke > 0 {
		for i, p := range op.Points {
			r.stroke(p, op.Points[(i+1)%len(op.Points)], op.Stroke, op.Ink)
		}
	}
}

// area fills a polygon.
func (r *raster) area(points []Point, ink Ink) {
	if len(points) < 3 {
		return
	}
	low, high := points[0], points[0]
	for _, p := range points {
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	box := image.Rect(int(low.X*r.scale), int(low.Y*r.scale), int(high.X*r.scale)+2, int(high.Y*r.scale)+2)
	if !box.Overlaps(r.img.Bounds()) {
		return
	}
	r.path.Reset(box.Dx(), box.Dy())
	for i, p := range points {
		x, y := float32(p.X*r.scale)-float32(box.Min.X), float32(p.Y*r.scale)-float32(box.Min.Y)
		if i == 0 {
			r.path.MoveTo(x, y)
			continue
		}
		r.path.LineTo(x, y)
	}
	r.path.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	r.path.DrawOp = draw.Src
	r.path.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	r.blend(mask, box.Min, ink)
}

// picture draws a picture over its rectangle.
func (r *raster) picture(op Picture) {
	bounds := op.decoded.Bounds()
	sx, sy := op.W*r.scale/float64(bounds.Dx()), op.H*r.scale/float64(bounds.Dy())
	place := f64.Aff3{
		sx, 0, op.X*r.scale - sx*float64(bounds.Min.X),
		0, sy, op.Y*r.scale - sy*float64(bounds.Min.Y),
	}
	xdraw.BiLinear.Transform(r.img, place, op.decoded, bounds, draw.Over, nil)
}

// blend lays ink on the picture through a mask whose top left corner is at a dot.
func (r *raster) blend(mask *image.Alpha, at image.Point, ink Ink) {
	visible := image.Rectangle{Max: mask.Rect.Size()}.Add(at).Intersect(r.img.Bounds())
	for y := visible.Min.Y; y < visible.Max.Y; y++ {
		row := mask.Pix[(y-at.Y)*mask.Stride+visible.Min.X-at.X:]
		dots := r.img.Pix[r.img.PixOffset(visible.Min.X, y):]
		for x := range visible.Dx() {
			if a := uint32(row[x]); a != 0 {
				d := dots[4*x : 4*x+3 : 4*x+3]
				d[0] = mixed(d[0], ink.R, a)
				d[1] = mixed(d[1], ink.G, a)
				d[2] = mixed(d[2], ink.B, a)
			}
		}
	}
}

// mixed returns ground covered by so many 255ths of ink.
func mixed(ground, ink uint8, a uint32) uint8 {
	return uint8((uint32(ground)*(255-a) + uint32(ink)*a + 127) / 255)
}
