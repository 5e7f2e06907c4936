package chart

import (
	"math"

	"nhipcau/app/paper"
)

// dashes are the strokes and gaps in millimetres of the line of the first series
// and so on; none is a line without gaps.
var dashes = [][]float64{nil, {2.6, 1.2}, {0.7, 0.9}, {2.6, 0.9, 0.7, 0.9}, {4.5, 1.2}, {1.4, 0.8}}

// lines joins the values of each series. A value that is not known parts the
// line: nothing is drawn through it.
func (p *plot) lines() {
	for i, s := range p.Series {
		before, joined := paper.Point{}, false
		for c := range p.Categories {
			v, ok := s.at(c)
			if !ok {
				joined = false
				continue
			}
			at := p.point(c, v)
			if joined {
				p.dashed(before, at, i)
			}
			before, joined = at, true
		}
	}
	for i, s := range p.Series {
		for c := range p.Categories {
			if v, ok := s.at(c); ok {
				p.marker(p.point(c, v), i)
			}
		}
	}
	p.pointTexts()
}

func (p *plot) point(category int, v Value) paper.Point {
	return paper.Point{X: p.left + (float64(category)+0.5)*p.slot(), Y: p.y(v.Number)}
}

// pointTexts writes the values at their points: of one or two series, the higher
// above and the lower below. More would cover each other; the table has them.
func (p *plot) pointTexts() {
	if len(p.Series) > 2 {
		return
	}
	for c := range p.Categories {
		for i, s := range p.Series {
			v, ok := s.at(c)
			if !ok {
				continue
			}
			p.pointText(i, c, v)
		}
	}
}

// pointText stands on that side of a point where the line does not run.
func (p *plot) pointText(series, category int, v Value) {
	at := p.point(category, v)
	const beside, most = 0.8, 20 // mm
	b := box{at.X + beside, at.Y - valueRoom - 0.3, min(most, p.right-at.X), valueRoom}
	below := p.lower(series, category, v) && at.Y+0.6+valueRoom < p.bottom
	if below {
		b.y = at.Y + 0.3
	}
	align := paper.Left
	if p.rising(series, category) != below {
		b.w, align = min(most, at.X-p.x), paper.Right
		b.x = at.X - beside - b.w
	}
	p.label(v.Text, b, align, p.small(), false)
}

// rising says whether the line of a series goes up at a value.
func (p *plot) rising(series, category int) bool {
	s := p.Series[series]
	if next, ok := s.at(category + 1); ok {
		return next.Number > s.Values[category].Number
	}
	if category > 0 {
		if before, ok := s.at(category - 1); ok {
			return s.Values[category].Number > before.Number
		}
	}
	return false
}

// lower says whether another series stands above this value.
func (p *plot) lower(series, category int, v Value) bool {
	for i, s := range p.Series {
		if other, ok := s.at(category); ok && i != series && (other.Number > v.Number || other.Number == v.Number && i < series) {
			return true
		}
	}
	return false
}

// dashed draws a line as that of a series is.
func (p *plot) dashed(from, to paper.Point, series int) {
	const stroke = 0.35
	pattern := dashes[series%len(dashes)]
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	along := func(d float64) paper.Point {
		return paper.Point{X: from.X + (to.X-from.X)*d/length, Y: from.Y + (to.Y-from.Y)*d/length}
	}
	if len(pattern) == 0 {
		p.put(paper.Line{X1: from.X, Y1: from.Y, X2: to.X, Y2: to.Y, Stroke: stroke})
		return
	}
	for i, d := 0, 0.0; d < length; i++ {
		piece := pattern[i%len(pattern)]
		if i%2 == 0 {
			a, b := along(d), along(min(length, d+piece))
			p.put(paper.Line{X1: a.X, Y1: a.Y, X2: b.X, Y2: b.Y, Stroke: stroke})
		}
		d += piece
	}
}

// marker draws the mark of a series around a point: round, square, triangle,
// rhomb, full in turn with empty.
func (p *plot) marker(at paper.Point, series int) {
	const radius = 1.1 // mm
	corners := []int{16, 4, 3, 4}[series%4]
	turn := []float64{0, math.Pi / 4, -math.Pi / 2, 0}[series%4]
	var points []paper.Point
	for i := range corners {
		angle := turn + 2*math.Pi*float64(i)/float64(corners)
		points = append(points, paper.Point{X: at.X + radius*math.Cos(angle), Y: at.Y + radius*math.Sin(angle)})
	}
	inside := grey(0)
	if series%2 == 1 {
		inside = grey(0xff)
	}
	p.put(paper.Polygon{Points: points, Stroke: 0.25, Fill: paper.Fill{On: true, Ink: inside}})
}
