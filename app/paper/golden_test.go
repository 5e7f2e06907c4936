package paper

import "testing"

// The golden files are display lists. Write them anew with -update and read the difference before keeping it.
func TestGolden(t *testing.T) {
	justified := text(sentence)
	justified.Align, justified.FirstIndent, justified.After, justified.Leading = Justify, 10, 6, 1.15
	for name, doc := range map[string]Document{
		"everything.txt": sample(t),
		"table.txt":      {Page: A4Portrait(), Draft: true, Blocks: []Block{justified, list(40)}},
		"columns.txt": {Page: A4Portrait(), Size: 13, Blocks: []Block{
			Columns{Weights: []float64{62, 98}, Parts: [][]Block{
				{text("ỦY BAN NHÂN DÂN"), Rule{Of: 0.4, Align: Center, Before: 3, After: 6}, Level{}, text("Số:      /CTr-UBND")},
				{text("Độc lập - Tự do - Hạnh phúc"), Rule{Of: 1}, Level{}, Paragraph{Runs: []Run{{Text: "ngày", Italic: true}}, Align: Right}},
			}},
			justified,
		}},
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, layDocument(t, doc)) })
	}
}
