package paper

import (
	"errors"
	"image/color"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// blankEnd finds the spaces at the end of a line, which Layout drops.
var blankEnd = regexp.MustCompile(` +(\n|$)`)

// TestGalleyLosesNoCharacter sets paragraphs of any text and compares what comes back with what went in.
func TestGalleyLosesNoCharacter(t *testing.T) {
	fonts := loadFonts(t)
	rapid.Check(t, func(r *rapid.T) {
		p := drawParagraph(r)
		g := NewGalley(Document{Page: A4Portrait()}, fonts)
		set, widest, _ := g.Set(p, rapid.Float64Range(25, 160).Draw(r, "width"))
		want, got := "", ""
		for _, run := range p.Runs {
			want += g.text.cleaner.clean(run.Text)
		}
		for _, run := range set {
			got += soft.Replace(run.Text)
		}
		fold := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if fold(got) != fold(want) || widest < 0 {
			r.Fatalf("%q became %q", want, got)
		}
		ended := func(s string) string { return blankEnd.ReplaceAllString(s, "$1") }
		if !p.Balance && ended(got) != ended(want) {
			r.Fatalf("%q became %q", want, got)
		}
	})
}

// TestGalleyBreaksBalancedLinesAsLayout compares the lines.
func TestGalleyBreaksBalancedLinesAsLayout(t *testing.T) {
	p := text(sentence)
	p.Balance = true
	set, _, _ := NewGalley(Document{}, loadFonts(t)).Set(p, A4Portrait().TextWidth())
	if diff := cmp.Diff(strings.TrimSpace(lay(t, p).Text()), set[0].Text); diff != "" {
		t.Error(diff)
	}
}

func TestGalleyImage(t *testing.T) {
	g := NewGalley(Document{Page: A4Portrait()}, loadFonts(t))
	img, err := g.Image(Drawing{Width: 49.5, Height: 24.5, Align: Right, Shapes: []Shape{Rect{W: 49.5, H: 24.5, Stroke: 0.4}}}, 254)
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != 500 || size.Y != 250 {
		t.Errorf("%v dots, want 500 × 250: with %g mm on each side", size, Bleed)
	}
	for _, x := range []int{1, 498} { // both halves of the line on the edge
		if r, _, _, _ := img.At(x, 125).RGBA(); r != 0 {
			t.Errorf("dot %d is not ink", x)
		}
	}
	if _, err := g.Image(Drawing{Width: 400, Height: 10}, 254); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a drawing wider than the sheet: %v", err)
	}
}

// A drawing without colours is a quarter of the bytes; one dot of colour is kept.
func TestGalleyImageKeepsColours(t *testing.T) {
	g := NewGalley(Document{Page: A4Portrait()}, loadFonts(t))
	for ink, want := range map[Ink]color.Color{{}: color.Gray{}, {R: 90, G: 90, B: 90}: color.Gray{Y: 90}, {G: 90}: color.RGBA{G: 90, A: 255}} {
		img, err := g.Image(Drawing{Width: 20, Height: 20, Shapes: []Shape{Rect{X: 5, Y: 5, W: 5, H: 5, Fill: Fill{On: true, Ink: ink}}}}, 100)
		if err != nil {
			t.Fatal(err)
		}
		if got := img.At(30, 30); got != want {
			t.Errorf("%v is %v, want %v", ink, got, want)
		}
	}
}
