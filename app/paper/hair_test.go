package paper

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestAHairDecidesWhereRoundingWould sets text in widths where words just go on a line or just do not, and demands that the hair keeps
// both away from the edge without moving a word.
func TestAHairDecidesWhereRoundingWould(t *testing.T) {
	fonts := loadFonts(t)
	words := strings.Fields(sentence)
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(3, 9).Draw(r, "words")
		edge := fonts.Width(strings.Join(words[:n], " "), Regular, DefaultSize)
		width := edge + rapid.Float64Range(-doubt, doubt).Draw(r, "off")
		l := &layout{fonts: fonts, cleaner: newCleaner(fonts), size: DefaultSize}
		p := text(strings.Join(words[:2*n], " "))
		_, _, hair := NewGalley(Document{}, fonts).Set(p, width)
		set := l.words(p.Runs)
		first := func(width float64) int {
			return len(breakLines(fonts, set, measure{width, width})[0].words)
		}
		if hair < -doubt-tolerance || hair > doubt+tolerance {
			r.Fatalf("a hair of %.3f mm", hair)
		}
		want := first(width)
		for _, rounding := range []float64{-0.4 * doubt, 0.4 * doubt} {
			if got := first(width - hair + rounding); got != want && hair != 0 {
				r.Errorf("%d words with a hair of %.3f and a rounding of %.3f mm, want %d", got, hair, rounding, want)
			}
		}
		if off := width - edge; hair == 0 && off > -doubt/2 && off < doubt/2 {
			r.Errorf("no hair where the edge is %.3f mm off", off)
		}
	})
}
