package people

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/app/plan"
	"nhipcau/ui/theme"
)

// pairLines draws a line from each guest to the host who holds the same
// function, and a ring beside those without a counterpart.
type pairLines struct {
	widget.BaseWidget
	tab     *tab
	objects []fyne.CanvasObject
}

func newPairLines(p *tab) *pairLines {
	l := &pairLines{tab: p}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *pairLines) CreateRenderer() fyne.WidgetRenderer { return &pairRenderer{l} }

type pairRenderer struct{ l *pairLines }

func (r *pairRenderer) Layout(fyne.Size)             { r.l.draw() }
func (r *pairRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *pairRenderer) Objects() []fyne.CanvasObject { return r.l.objects }
func (r *pairRenderer) Destroy()                     {}

func (r *pairRenderer) Refresh() {
	r.l.draw()
	canvas.Refresh(r.l)
}

func (l *pairLines) draw() {
	l.objects = nil
	held := map[string]int{}
	for _, p := range l.tab.state.pairs {
		held[p.Function]++
	}
	for _, p := range l.tab.state.pairs {
		from, seen := l.tab.sides[plan.Guest].grid.RowMiddle(p.Guest.ID)
		to, also := l.tab.sides[plan.Host].grid.RowMiddle(p.Host.ID)
		if seen && also {
			l.pair(p, from, to, held[p.Function] == 1 && !p.Guest.Group && !p.Host.Group)
		}
	}
	for _, g := range l.tab.state.gaps {
		for _, id := range g.all {
			if y, seen := l.tab.sides[g.missing.Other()].grid.RowMiddle(id); seen {
				l.ring(g.missing.Other(), y)
			}
		}
	}
}

// pair draws one line: out of the row, across, into the other row. A function
// that one person alone holds on each side stands out; that of many, such as to
// lead an agency, is drawn lightly.
func (l *pairLines) pair(p plan.Counterpart, from, to float32, alone bool) {
	token, width := theme.Line2, theme.Size(theme.Hairline)
	if alone {
		token, width = theme.Accent, theme.Size(theme.FocusWidth)
	}
	if id := l.tab.selected; id != "" && (id == p.Guest.ID || id == p.Host.ID) {
		token, width = theme.Accent, theme.Size(theme.RailLine)
	}
	edge, stub := theme.Size(theme.Gap8), l.Size().Width/4
	end := l.Size().Width - edge
	corners := []fyne.Position{
		fyne.NewPos(edge, from), fyne.NewPos(stub, from), fyne.NewPos(l.Size().Width-stub, to), fyne.NewPos(end, to),
	}
	for i := range corners[1:] {
		line := canvas.NewLine(theme.Color(token))
		line.StrokeWidth = width
		line.Position1, line.Position2 = corners[i], corners[i+1]
		l.objects = append(l.objects, line)
	}
	for _, at := range []fyne.Position{corners[0], corners[3]} {
		dot := canvas.NewCircle(theme.Color(token))
		l.circle(dot, at, theme.Size(theme.Gap4)+theme.Size(theme.Gap2))
	}
}

// ring marks a row without a counterpart, on its side of the strip.
func (l *pairLines) ring(side plan.Side, y float32) {
	x := theme.Size(theme.Gap8)
	if side == plan.Host {
		x = l.Size().Width - x
	}
	ring := canvas.NewCircle(theme.Color(theme.Paper))
	ring.StrokeColor, ring.StrokeWidth = theme.Color(theme.Amber), theme.Size(theme.FocusWidth)
	l.circle(ring, fyne.NewPos(x, y), theme.Size(theme.Gap8)+theme.Size(theme.Gap2))
}

func (l *pairLines) circle(c *canvas.Circle, at fyne.Position, size float32) {
	c.Move(at.SubtractXY(size/2, size/2))
	c.Resize(fyne.NewSquareSize(size))
	l.objects = append(l.objects, c)
}
