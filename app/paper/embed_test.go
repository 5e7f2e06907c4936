package paper

import (
	"regexp"
	"slices"
	"testing"
)

var fontName = regexp.MustCompile(`/F[0-9a-f]{40} `)

// TestManyPDFsAreThoseOfOne: the smaller font file changes nothing but the internal names of fonts.
func TestManyPDFsAreThoseOfOne(t *testing.T) {
	for name, words := range map[string]string{
		"sample": "", "letters": letters(), "needed": needed, "peoples": "Ƀuôn Ama Thuôt, čư\u0306, ĕ, ŏ, ƀ, ñ — Giàng A Pháo", "rare": "Ω",
	} {
		doc := sample(t)
		if words != "" {
			doc.Blocks = []Block{text(words), Paragraph{Runs: []Run{{Text: words, Bold: true}, {Text: words, Italic: true}}}}
		}
		one, err := Layout(doc, loadFonts(t))
		if err != nil {
			t.Fatal(err)
		}
		many, err := Layout(doc, loadFonts(t).ForMany())
		if err != nil {
			t.Fatal(err)
		}
		want, got := streams(t, writePDF(t, one)), streams(t, writePDF(t, many))
		for _, list := range [][]string{want, got} {
			for i, s := range list {
				list[i] = fontName.ReplaceAllString(s, "/F ")
			}
		}
		if len(want) < 5 || !slices.Equal(want, got) {
			t.Errorf("%s: %d and %d streams, not the same", name, len(want), len(got))
		}
		if used := many.fonts.cuts[Regular].data != nil; used == (name == "rare") {
			t.Errorf("%s: smaller file used: %t", name, used)
		}
	}
}
