package official

import "nhipcau/app/paper"

// InternalOnly is what a paper with telephone numbers or preparations is marked with (box 11).
const InternalOnly = "LƯU HÀNH NỘI BỘ"

// Measures of the frame of a mark, in millimetres: as long as InternalOnly at 13 pt (44.5 mm) with room at both ends.
const (
	scopeWidth  = 52
	scopeHeight = 8
)

// Scope returns the framed mark at the top right that says who may see the paper (30/2020/NĐ-CP, annex I, III.4).
func (s Style) Scope(text string) []paper.Block {
	p := centred(paper.Run{Text: text, Bold: true, Size: s.NumberSize})
	return []paper.Block{paper.Drawing{
		Width: scopeWidth, Height: scopeHeight, Align: paper.Right, After: s.After,
		Shapes: []paper.Shape{
			paper.Rect{W: scopeWidth, H: scopeHeight, Stroke: paper.HairStroke},
			paper.Label{X: 1, W: scopeWidth - 2, H: scopeHeight, Paragraphs: []paper.Paragraph{p}, Fit: true},
		},
	}}
}
