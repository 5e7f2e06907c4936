package paper

import (
	"math"
	"strings"
	"testing"
)

// What a multiple of the line height adds above a line vanishes at the top of every page, so that text of any leading begins at the
// margin; elsewhere it stays.
func TestLeadVanishesAtTheTopOfAPage(t *testing.T) {
	for _, leading := range []float64{1, 1.15, 1.5} {
		p := text(strings.TrimSpace(strings.Repeat("dòng\n", 100)))
		p.Leading = leading
		pages, err := Layout(Document{Page: A4Portrait(), Blocks: []Block{p}}, loadFonts(t))
		if err != nil {
			t.Fatal(err)
		}
		single := lineHeight(loadFonts(t), DefaultSize)
		for i, page := range pages.List {
			var lines []float64
			for _, op := range page.Ops {
				if text, ok := op.(Text); ok && text.String == "dòng" {
					lines = append(lines, text.Y)
				}
			}
			if top := lines[0] - ascent(loadFonts(t), DefaultSize); math.Abs(top-20) > 0.01 {
				t.Errorf("leading %v, page %d: text begins %.2f mm from the edge, want 20", leading, i+1, top)
			}
			if pitch := lines[1] - lines[0]; math.Abs(pitch-leading*single) > 0.01 {
				t.Errorf("leading %v, page %d: lines are %.2f mm apart, want %.2f", leading, i+1, pitch, leading*single)
			}
		}
	}
}

func ascent(fonts *Fonts, size float64) float64 {
	face := fonts.faces[Regular]
	return float64(face.above) * face.scale(size)
}

func lineHeight(fonts *Fonts, size float64) float64 {
	face := fonts.faces[Regular]
	return float64(face.above+face.below) * face.scale(size)
}
