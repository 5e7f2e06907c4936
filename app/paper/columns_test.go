package paper

import (
	"slices"
	"strings"
	"testing"
)

func TestColumnsStandLevelAndInReadingOrder(t *testing.T) {
	left := []Block{text("trên 1"), text("trên 2"), Rule{Length: 20, After: 6}, Level{}, text("dưới trái")}
	right := []Block{text("bên phải"), Level{}, text("dưới phải")}
	pages := lay(t, Columns{Weights: []float64{62, 98}, Parts: [][]Block{left, right}}, text("sau"))
	want := []string{"trên 1", "trên 2", "dưới trái", "bên phải", "dưới phải", "sau"}
	if got := strings.Split(strings.TrimSpace(pages.Text()), "\n"); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	a, _ := find(t, pages, "dưới trái")
	b, _ := find(t, pages, "dưới phải")
	after, _ := find(t, pages, "sau")
	if a.Y != b.Y || !near(b.X, 92, 1e-6) || after.Y <= a.Y {
		t.Errorf("left %+v, right %+v, after %+v", a, b, after)
	}
}

func TestColumnsTallerThanAPageFollowEachOther(t *testing.T) {
	left := text(strings.Repeat("trái\n", 70) + "cuối trái")
	right := text("đầu phải")
	pages := lay(t, Columns{Weights: []float64{1, 1}, Parts: [][]Block{{left}, {right}}})
	if n := strings.Count(pages.Text(), "trái"); n != 71 {
		t.Errorf("%d lines on the left, want 71", n)
	}
	a, i := find(t, pages, "cuối trái")
	b, k := find(t, pages, "đầu phải")
	if i != k || b.Y <= a.Y || !near(b.X, 110, 1e-6) {
		t.Errorf("right %+v on page %d, left ends %+v on page %d", b, k+1, a, i+1)
	}
}

func TestSignatureIsNotAloneOnAPage(t *testing.T) {
	for fill := range 45 {
		pages := lay(t, text(strings.Repeat("dòng\n", fill)+"dòng"), text(sentence), Space{Height: 3},
			Columns{Weights: []float64{1, 1}, KeepWithPrevious: true, Parts: [][]Block{
				{text("Nơi nhận:")}, {text("CHỦ TỊCH"), Space{Height: 27}, text("Người ký")},
			}})
		_, page := find(t, pages, "CHỦ TỊCH")
		first := texts(pages.List[page])
		if strings.HasPrefix(first[0].String, "Nơi nhận") || strings.HasPrefix(first[min(1, len(first)-1)].String, "Nơi nhận") {
			t.Errorf("after %d lines the signature begins page %d", fill, page+1)
		}
	}
}
