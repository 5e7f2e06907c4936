package chart

import (
	"math"

	"nhipcau/app/paper"
)

// Kind is how values are drawn.
type Kind uint8

// The kinds of chart.
const (
	Columns Kind = iota // side by side for each category
	Lines               // from category to category
)

// Value is one number with the text that stands beside it. The zero value is
// one that is not known: it leaves a gap, it is not a nought.
type Value struct {
	Known  bool
	Number float64
	Text   string
}

// Series is what belongs together: the values of one place, one for each
// category.
type Series struct {
	Name   string
	Values []Value
}

// Chart is one chart.
type Chart struct {
	Kind       Kind
	Title      string
	Unit       string
	Categories []string // years, for lines without gaps between them
	Series     []Series
}

// Size is how large a chart is drawn. What names its series comes under it.
type Size struct {
	Width, Height float64 // mm, without the names
	Type          float64 // points, of the title; other texts are smaller
}

// gap is the space in millimetres between two charts.
const gap = 6

// Draw draws charts of a size beside each other.
func Draw(size Size, charts ...Chart) paper.Drawing {
	d := paper.Drawing{Align: paper.Center, Before: 6, After: 6}
	for i, c := range charts {
		d.Height = max(d.Height, size.Height+legendRoom*float64(len(c.Series)))
		x := float64(i) * (size.Width + gap)
		p := plot{Chart: c, size: size, x: x}
		p.draw()
		d.Shapes = append(d.Shapes, p.shapes...)
		d.Width = x + size.Width
	}
	return d
}

// Width returns how wide each of n charts is that stand beside each other on a
// width, at most so many millimetres.
func Width(on float64, n int, most float64) float64 {
	if n < 1 {
		return 0
	}
	return min(most, (on-gap*float64(n-1))/float64(n))
}

// plot is a chart being drawn.
type plot struct {
	Chart
	size   Size
	x      float64 // of its left edge
	axis   axis
	shapes []paper.Shape
	// the frame in which values stand, and where the axis of values is nought
	left, right, top, bottom float64
}

const (
	axisRoom     = 13  // mm left of the axis, for its numbers
	categoryRoom = 5   // mm under the axis
	legendRoom   = 4.6 // mm for each series
	valueRoom    = 4.5 // mm above the highest value, for its text
	thin         = 0.18
)

func (p *plot) draw() {
	p.axis = axisOf(p.Series)
	title := 2.6 * p.size.Type * paper.MillimetresPerPoint
	unit := 1.4 * p.small() * paper.MillimetresPerPoint
	p.label(p.Title, box{p.x, 0, p.size.Width, title}, paper.Center, p.size.Type, true)
	p.label(p.Unit, box{p.x, title, p.size.Width, unit}, paper.Left, p.small(), false)
	p.left, p.right = p.x+axisRoom, p.x+p.size.Width
	p.top = title + unit + valueRoom
	p.bottom = p.size.Height - categoryRoom
	if p.bottom <= p.top || len(p.Categories) == 0 {
		return
	}
	p.grid()
	switch p.Kind {
	case Columns:
		p.columns()
	case Lines:
		p.lines()
	}
	p.put(paper.Line{X1: p.left, Y1: p.y(0), X2: p.right, Y2: p.y(0), Stroke: paper.HairStroke})
	p.categories()
	p.legend()
}

func (p *plot) small() float64 { return p.size.Type - 2 }

func (p *plot) put(s paper.Shape) { p.shapes = append(p.shapes, s) }

// box is an upright rectangle.
type box struct{ x, y, w, h float64 }

func (p *plot) label(text string, b box, align paper.Align, size float64, bold bool) {
	if text == "" {
		return
	}
	p.put(paper.Label{
		X: b.x, Y: b.y, W: b.w, H: b.h, Fit: true,
		Paragraphs: []paper.Paragraph{{Runs: []paper.Run{{Text: text, Size: size, Bold: bold}}, Align: align, Balance: align == paper.Center}},
	})
}

// y is where a value stands.
func (p *plot) y(value float64) float64 {
	return p.bottom - (value-p.axis.low)/(p.axis.high-p.axis.low)*(p.bottom-p.top)
}

// grid draws the axis of values with its lines and numbers.
func (p *plot) grid() {
	const height = 4
	for _, tick := range p.axis.ticks() {
		y := p.y(tick.value)
		p.put(paper.Line{X1: p.left, Y1: y, X2: p.right, Y2: y, Stroke: thin, Ink: grey(0xb0)})
		p.label(tick.text, box{p.x, y - height/2, axisRoom - 1.5, height}, paper.Right, p.small(), false)
	}
	p.put(paper.Line{X1: p.left, Y1: p.top, X2: p.left, Y2: p.bottom, Stroke: paper.HairStroke})
}

// slot is the width of one category.
func (p *plot) slot() float64 { return (p.right - p.left) / float64(len(p.Categories)) }

func (p *plot) categories() {
	for i, name := range p.Categories {
		p.label(name, box{p.left + float64(i)*p.slot(), p.bottom + 0.5, p.slot(), categoryRoom - 0.5}, paper.Center, p.small(), false)
	}
}

// legend names the series under the chart.
func (p *plot) legend() {
	const sample = 9 // mm
	y := p.size.Height
	for i, s := range p.Series {
		middle := y + legendRoom/2
		if p.Kind == Columns {
			p.bar(box{p.left, y + 0.8, sample, legendRoom - 1.6}, i)
		} else {
			p.dashed(paper.Point{X: p.left, Y: middle}, paper.Point{X: p.left + sample, Y: middle}, i)
			p.marker(paper.Point{X: p.left + sample/2, Y: middle}, i)
		}
		p.label(s.Name, box{p.left + sample + 2, y, p.right - p.left - sample - 2, legendRoom}, paper.Left, p.small(), false)
		y += legendRoom
	}
}

// at gives the value of a series in a category.
func (s Series) at(category int) (Value, bool) {
	if category >= len(s.Values) || !s.Values[category].drawn() {
		return Value{}, false
	}
	return s.Values[category], true
}

// drawn says whether a value can stand on an axis: a figure of a locality has at
// most 40 digits, and what is far beyond that is no figure.
func (v Value) drawn() bool { return v.Known && math.Abs(v.Number) < 1e60 }

func grey(level uint8) paper.Ink { return paper.Ink{R: level, G: level, B: level} }
