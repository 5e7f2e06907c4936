package chart

import "nhipcau/app/paper"

// fill is how the columns of a series are filled, so that photocopies tell them
// apart: a grey, and hatching over it.
type fill struct {
	level      uint8
	up, across bool // strokes that rise, strokes that lie
	down       bool // strokes that fall
}

// fills are those of the first series and so on, and then again.
var fills = []fill{
	{level: 0x38}, {level: 0xff, up: true}, {level: 0xc4}, {level: 0xff, across: true}, {level: 0xff, up: true, down: true}, {level: 0x80},
}

// columns draws the values of a category side by side, each from nought.
func (p *plot) columns() {
	const share = 0.72 // of a category's width
	width := share * p.slot() / float64(max(1, len(p.Series)))
	width = min(width, 18)
	for c := range p.Categories {
		x := p.left + (float64(c)+0.5)*p.slot() - width*float64(len(p.Series))/2
		for i, s := range p.Series {
			if v, ok := s.at(c); ok {
				p.column(v, i, x, width)
			} else {
				p.label("…", box{x, p.y(0) - valueRoom, width, valueRoom}, paper.Center, p.small(), false)
			}
			x += width
		}
	}
}

func (p *plot) column(v Value, series int, x, width float64) {
	const inset = 0.04 // of the width, on either side
	zero, end := p.y(0), p.y(v.Number)
	p.bar(box{x + inset*width, min(zero, end), width * (1 - 2*inset), max(zero, end) - min(zero, end)}, series)
	text := box{x - 0.2*width, end - valueRoom, 1.4 * width, valueRoom}
	if v.Number < 0 {
		text.y = end
	}
	p.label(v.Text, text, paper.Center, p.small(), false)
}

// bar draws a rectangle as the columns of a series are.
func (p *plot) bar(b box, series int) {
	f := fills[series%len(fills)]
	p.put(paper.Rect{X: b.x, Y: b.y, W: b.w, H: b.h, Fill: paper.Fill{On: true, Ink: grey(f.level)}})
	const spacing = 1.3 // mm between strokes
	if f.up {
		p.slanted(b, spacing, false)
	}
	if f.down {
		p.slanted(b, spacing, true)
	}
	for y := b.y + spacing; f.across && y < b.y+b.h; y += spacing {
		p.put(paper.Line{X1: b.x, Y1: y, X2: b.x + b.w, Y2: y, Stroke: thin})
	}
	p.put(paper.Rect{X: b.x, Y: b.y, W: b.w, H: b.h, Stroke: paper.HairStroke})
}

// slanted hatches a rectangle at 45°, mirrored or not.
func (p *plot) slanted(b box, spacing float64, mirrored bool) {
	for c := spacing; c < b.w+b.h; c += spacing * 1.4 {
		// the stroke x + y = c, cut at the edges
		x1, x2 := max(0, c-b.h), min(c, b.w)
		y1, y2 := c-x1, c-x2
		if mirrored {
			x1, x2 = b.w-x1, b.w-x2
		}
		p.put(paper.Line{X1: b.x + x1, Y1: b.y + y1, X2: b.x + x2, Y2: b.y + y2, Stroke: thin})
	}
}
