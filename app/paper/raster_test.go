package paper

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"math"
	"strings"
	"sync"
	"testing"
)

func rastered(t testing.TB, pages *Pages, page int, dpi float64) *image.RGBA {
	t.Helper()
	img, err := Raster(pages, page, dpi)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// ink returns the box of the dots that are darker than half.
func ink(img *image.RGBA) (box image.Rectangle) {
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			if img.RGBAAt(x, y).R < 128 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

func TestRasterShowsTheDisplayList(t *testing.T) {
	pages := lay(t, Space{Height: 1}, Paragraph{Runs: []Run{{Text: "HHHHH", Size: 40}}, Align: Center})
	op, _ := find(t, pages, "H")
	img := rastered(t, pages, 0, 254) // ten dots a millimetre
	if img.Rect != image.Rect(0, 0, 2100, 2970) {
		t.Fatalf("%v", img.Rect)
	}
	cap := 0.66 * 40 * MillimetresPerPoint
	got, want := ink(img), [4]float64{op.X, op.Y - cap, op.X + op.Width, op.Y}
	for i, edge := range []int{got.Min.X, got.Min.Y, got.Max.X, got.Max.Y} {
		if !near(float64(edge)/10, want[i], 0.5) {
			t.Errorf("ink in %v, want it in %.1f mm", got, want)
		}
	}
}

func TestRasterJustifies(t *testing.T) {
	p := Paragraph{Runs: []Run{{Text: strings.Repeat("HHHHH ", 40)}}, Align: Justify}
	if got := ink(rastered(t, lay(t, p), 0, 254)); !near(float64(got.Max.X), 1900, 3) {
		t.Errorf("ink up to %.1f mm, want 190", float64(got.Max.X)/10)
	}
}

func TestTurnedTextIsTheSameUpsideDown(t *testing.T) {
	label := Label{W: 100, H: 100, Paragraphs: []Paragraph{text("Ẩn ☑ gì")}}
	setup := PageSetup{Width: 100, Height: 100}
	page := func(turned bool) *image.RGBA {
		label.Turned = turned
		drawing := Drawing{Width: 100, Height: 100, Shapes: []Shape{label}}
		return rastered(t, layDocument(t, Document{Page: setup, Blocks: []Block{drawing}}), 0, 254)
	}
	upright, turned := ink(page(false)), ink(page(true))
	back := image.Rect(1000-turned.Max.X, 1000-turned.Max.Y, 1000-turned.Min.X, 1000-turned.Min.Y)
	if upright.Empty() || !near(float64(back.Min.X), float64(upright.Min.X), 2) || !near(float64(back.Max.Y), float64(upright.Max.Y), 2) {
		t.Errorf("upright in %v, turned back in %v", upright, back)
	}
}

func TestRasterShapes(t *testing.T) {
	green, red := Ink{G: 255}, Ink{R: 255}
	drawing := Drawing{Width: 100, Height: 100, Shapes: []Shape{
		Rect{X: 10, Y: 10, W: 20, H: 20, Fill: Fill{On: true, Ink: green}},
		Rect{X: 40, Y: 10, W: 20, H: 20, Stroke: 2, Ink: red},
		Polygon{Points: []Point{{70, 10}, {90, 10}, {70, 30}}, Fill: Fill{On: true, Ink: green}},
		Line{X1: 10, Y1: 50, X2: 90, Y2: 90, Stroke: 2, Ink: red},
		Line{X1: 5, Y1: 5, X2: 5, Y2: 5, Stroke: 0},
		Picture{X: 10, Y: 60, W: 12, H: 8, Data: pngFile(t)},
	}}
	setup := PageSetup{Width: 100, Height: 100}
	img := rastered(t, layDocument(t, Document{Page: setup, Blocks: []Block{drawing}}), 0, 254)
	white := color.RGBA{255, 255, 255, 255}
	for _, c := range []struct {
		what string
		x, y int // mm
		want color.RGBA
	}{
		{"inside the rectangle", 20, 20, color.RGBA{0, 255, 0, 255}},
		{"outside", 35, 20, white},
		{"on the outline", 40, 20, color.RGBA{255, 0, 0, 255}},
		{"inside the outline", 50, 20, white},
		{"inside the polygon", 75, 15, color.RGBA{0, 255, 0, 255}},
		{"beyond its long edge", 85, 25, white},
		{"on the slanting line", 50, 70, color.RGBA{255, 0, 0, 255}},
		{"beside it", 50, 75, white},
	} {
		if got := img.RGBAAt(c.x*10, c.y*10); got != c.want {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
	if img.RGBAAt(110, 610) == white {
		t.Error("no picture")
	}
}

// TestBandsMakeThePage also runs the rasteriser in several goroutines, which the race detector watches.
func TestBandsMakeThePage(t *testing.T) {
	pages := layDocument(t, sample(t))
	whole := rastered(t, pages, 0, 60)
	const height = 100
	var wait sync.WaitGroup
	for top := 0; top < whole.Rect.Max.Y; top += height {
		wait.Go(func() {
			band, err := RasterBand(pages, 0, 60, top, top+height)
			if err != nil {
				t.Error(err)
				return
			}
			part := whole.SubImage(band.Rect).(*image.RGBA)
			for y := band.Rect.Min.Y; y < band.Rect.Max.Y; y++ {
				n := 4 * band.Rect.Dx()
				if !bytes.Equal(band.Pix[band.PixOffset(0, y):][:n], part.Pix[part.PixOffset(0, y):][:n]) {
					t.Errorf("line %d differs", y)
				}
			}
		})
	}
	wait.Wait()
}

func TestRasterRefuses(t *testing.T) {
	pages := lay(t, text("a"))
	for _, page := range []int{-1, 1} {
		if _, err := Raster(pages, page, 100); !errors.Is(err, ErrNoPage) {
			t.Errorf("page %d: error %v", page, err)
		}
	}
	for _, dpi := range []float64{0, -1, 1e9, math.NaN(), math.Inf(1)} {
		if _, err := Raster(pages, 0, dpi); err == nil {
			t.Errorf("%v dots per inch: no error", dpi)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	fonts, doc := loadFonts(b), Document{Page: A4Portrait(), Blocks: []Block{list(200)}}
	for b.Loop() {
		if _, err := Layout(doc, fonts); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	pages := layDocument(b, Document{Page: A4Portrait(), Blocks: []Block{list(200)}})
	for b.Loop() {
		writePDF(b, pages)
	}
}

func BenchmarkRaster(b *testing.B) {
	pages := layDocument(b, Document{Page: A4Portrait(), Blocks: []Block{list(200)}})
	for b.Loop() {
		rastered(b, pages, 0, 100)
	}
}
