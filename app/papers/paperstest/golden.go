package paperstest

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/paper"
	"nhipcau/app/papers"
)

var update = flag.Bool("update", false, "write the golden files anew")

// pictureDPI is enough to see what stands where, and keeps the files small.
const pictureDPI = 26

// Name is the name of the golden files of a paper.
func Name(v Visit, ask papers.Request) string {
	name := ask.Kind
	if ask.Variant != "" {
		name += "-" + ask.Variant
	}
	return name + "-" + v.Name
}

// Golden compares a laid out paper with its display list and with the picture of
// its pages in testdata. Write them anew with -update, and look at both before
// keeping them.
func Golden(t *testing.T, name string, pages *paper.Pages) {
	t.Helper()
	var got bytes.Buffer
	if err := pages.Dump(&got); err != nil {
		t.Fatal(err)
	}
	list, picture := filepath.Join("testdata", name+".txt"), filepath.Join("testdata", name+".png")
	shot := contactSheet(t, pages)
	if *update {
		write(t, list, got.Bytes())
		var file bytes.Buffer
		if err := png.Encode(&file, shot); err != nil {
			t.Fatal(err)
		}
		write(t, picture, file.Bytes())
	}
	want, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))), got.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", list, diff)
	}
	comparePicture(t, picture, shot)
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// contactSheet draws all pages beside each other in 16 greys.
func contactSheet(t *testing.T, pages *paper.Pages) *image.Paletted {
	t.Helper()
	const gap = 4
	var list []image.Image
	width, height := gap, 0
	for i := range pages.List {
		page, err := paper.Raster(pages, i, pictureDPI)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, page)
		width, height = width+page.Bounds().Dx()+gap, max(height, page.Bounds().Dy())
	}
	sheet := image.NewPaletted(image.Rect(0, 0, width, height+2*gap), greys())
	draw.Draw(sheet, sheet.Bounds(), image.NewUniform(color.Gray{0xbb}), image.Point{}, draw.Src)
	x := gap
	for _, page := range list {
		draw.Draw(sheet, page.Bounds().Add(image.Pt(x, gap)), page, image.Point{}, draw.Src)
		x += page.Bounds().Dx() + gap
	}
	return sheet
}

func greys() color.Palette {
	var out color.Palette
	for i := range 16 {
		out = append(out, color.Gray{uint8(i * 17)})
	}
	return out
}

// comparePicture lets single dots differ by a step or two: the rasteriser rounds
// differently from one processor to the other.
func comparePicture(t *testing.T, path string, got *image.Paletted) {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	want, ok := decoded.(*image.Paletted)
	if !ok || want.Bounds() != got.Bounds() {
		t.Errorf("%s: another size, %v instead of %v", path, got.Bounds(), decoded.Bounds())
		return
	}
	for i := range want.Pix {
		if d := int(want.Pix[i]) - int(got.Pix[i]); d > 2 || d < -2 {
			t.Errorf("%s: the picture differs at %d, %d", path, i%want.Stride, i/want.Stride)
			return
		}
	}
}
