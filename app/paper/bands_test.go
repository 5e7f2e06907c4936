package paper

import (
	"errors"
	"image"
	"image/color"
	"strings"
	"testing"
)

func TestBandsMakeUpThePage(t *testing.T) {
	pages := lay(t,
		Paragraph{Runs: []Run{{Text: strings.Repeat("Ẩn Ễ Ử Ộ ", 40)}}, Align: Justify},
		Drawing{Width: 60, Height: 60, Shapes: []Shape{
			Rect{X: 0, Y: 0, W: 50, H: 50, Fill: Fill{On: true, Ink: Ink{R: 200, G: 30, B: 90}}}, Line{X1: 0, Y1: 0, X2: 50, Y2: 55, Stroke: 1},
		}})
	const dpi = 150
	whole := rastered(t, pages, 0, dpi)
	for _, lines := range []int{1, 77, 256, 100_000} {
		next := 0
		err := Bands(pages, 0, dpi, lines, func(band *image.Gray) error {
			b := band.Bounds()
			if b.Min != image.Pt(0, next) || b.Dx() != whole.Rect.Dx() || b.Dy() > lines || b.Empty() {
				t.Fatalf("bands of %d: %v, want it to begin at %d", lines, b, next)
			}
			for y := b.Min.Y; y < b.Max.Y; y++ {
				for x := range b.Max.X {
					if want := color.GrayModel.Convert(whole.RGBAAt(x, y)); band.GrayAt(x, y) != want {
						t.Fatalf("bands of %d: dot %d, %d is %v, want %v", lines, x, y, band.GrayAt(x, y), want)
					}
				}
			}
			next = b.Max.Y
			return nil
		})
		if err != nil || next != whole.Rect.Dy() {
			t.Errorf("bands of %d: up to %d of %d, %v", lines, next, whole.Rect.Dy(), err)
		}
	}
}

func TestBandsStopWhereTheyAreNotWanted(t *testing.T) {
	pages := lay(t, text("một"))
	stop, calls := errors.New("no more paper"), 0
	err := Bands(pages, 0, 100, 10, func(*image.Gray) error { calls++; return stop })
	if !errors.Is(err, stop) || calls != 1 {
		t.Errorf("%v after %d bands", err, calls)
	}
	if err := Bands(pages, 1, 100, 10, nil); !errors.Is(err, ErrNoPage) {
		t.Errorf("a page that is not there: %v", err)
	}
	if Bands(pages, 0, 5, 10, nil) == nil || Bands(pages, 0, 100, 0, nil) == nil {
		t.Error("nonsense is drawn")
	}
}

func TestOnlyKeepsPagesAsTheyAre(t *testing.T) {
	pages := lay(t, text("một"), PageBreak{}, text("hai"), PageBreak{}, text("ba"))
	some := pages.Only([]int{2, 0, 7, -1})
	if len(some.List) != 2 || some.List[0].Number != 3 || some.List[1].Number != 1 || some.Title != pages.Title {
		t.Errorf("%+v", some.List)
	}
	if _, page := find(t, some, "ba"); page != 0 {
		t.Errorf("ba is on page %d", page)
	}
	if len(pages.List) != 3 {
		t.Error("the document has lost pages")
	}
	rastered(t, some, 1, 50)
}
