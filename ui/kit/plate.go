package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nhipcau/ui/theme"
)

// plate is a rounded area with its border and focus ring, made of filled rectangles one upon the other. A stroke would do on a screen, but
// Fyne's software painter, which takes the pictures, shifts strokes at the edge of a scrolled area; and the OpenGL one softens the sides of
// everything with round corners, so the straight parts of a border are drawn once more, sharp.
type plate struct {
	rects  [plateLevels]*canvas.Rectangle
	edges  [4]*canvas.Rectangle
	levels []level
	radius float32
}

const plateLevels = 3

// level is one fill of a plate, so far inside its edge.
type level struct {
	token fyne.ThemeColorName
	inset float32
}

func newPlate() *plate {
	p := &plate{}
	for i := range p.rects {
		p.rects[i] = canvas.NewRectangle(theme.Color(theme.None))
		p.rects[i].Hide()
	}
	for i := range p.edges {
		p.edges[i] = canvas.NewRectangle(theme.Color(theme.None))
		p.edges[i].Hide()
	}
	return p
}

// paint gives the plate its fills, outermost first.
func (p *plate) paint(radius float32, levels ...level) {
	p.radius, p.levels = radius, levels
	for i, r := range p.rects {
		r.Hidden = i >= len(levels) || levels[i].token == theme.None
		if !r.Hidden {
			r.FillColor = theme.Color(levels[i].token)
			r.CornerRadius = max(radius-levels[i].inset, 0)
		}
	}
	for _, e := range p.edges {
		e.Hidden = p.border() == 0
		if !e.Hidden {
			e.FillColor = theme.Color(levels[0].token)
		}
	}
}

// border returns the width of the border, or 0 where there is none to be seen.
func (p *plate) border() float32 {
	if len(p.levels) != 2 || p.levels[0].token == theme.None || p.levels[0].token == p.levels[1].token {
		return 0
	}
	return p.levels[1].inset
}

// bordered paints a fill with a hairline border, or with the focus ring instead of it.
func (p *plate) bordered(radius fyne.ThemeSizeName, fill, border fyne.ThemeColorName, ringed bool) {
	width := theme.Size(theme.Hairline)
	if ringed {
		border, width = theme.Focus, theme.Size(theme.FocusWidth)
		if fill == theme.None {
			fill = theme.Paper
		}
	}
	if border == theme.None {
		width = 0
	}
	p.paint(theme.Size(radius), level{border, 0}, level{fill, width})
}

func (p *plate) place(at fyne.Position, size fyne.Size) {
	for i, l := range p.levels {
		p.rects[i].Move(at.AddXY(l.inset, l.inset))
		p.rects[i].Resize(size.SubtractWidthHeight(2*l.inset, 2*l.inset))
	}
	w, r := p.border(), min(p.radius, size.Width/2, size.Height/2)
	across, down := fyne.NewSize(size.Width-2*r, w), fyne.NewSize(w, size.Height-2*r)
	for i, e := range p.edges {
		if i < 2 {
			e.Resize(across)
			e.Move(at.AddXY(r, float32(i)*(size.Height-w)))
			continue
		}
		e.Resize(down)
		e.Move(at.AddXY(float32(i-2)*(size.Width-w), r))
	}
}

func (p *plate) objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(p.rects)+len(p.edges))
	for _, r := range p.rects {
		out = append(out, r)
	}
	for _, e := range p.edges {
		out = append(out, e)
	}
	return out
}

// outline is a hollow focus ring: four bars inside the edge.
type outline struct{ sides [4]*canvas.Rectangle }

func newOutline() *outline {
	o := &outline{}
	for i := range o.sides {
		o.sides[i] = canvas.NewRectangle(theme.Color(theme.None))
		o.sides[i].Hide()
	}
	return o
}

func (o *outline) paint(seen bool) {
	for _, s := range o.sides {
		s.Hidden = !seen
		s.FillColor = theme.Color(theme.Focus)
	}
}

func (o *outline) place(at fyne.Position, size fyne.Size) {
	w := theme.Size(theme.FocusWidth)
	top, bottom, left, right := o.sides[0], o.sides[1], o.sides[2], o.sides[3]
	top.Move(at)
	top.Resize(fyne.NewSize(size.Width, w))
	bottom.Move(at.AddXY(0, size.Height-w))
	bottom.Resize(fyne.NewSize(size.Width, w))
	left.Move(at)
	left.Resize(fyne.NewSize(w, size.Height))
	right.Move(at.AddXY(size.Width-w, 0))
	right.Resize(fyne.NewSize(w, size.Height))
}

func (o *outline) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{o.sides[0], o.sides[1], o.sides[2], o.sides[3]}
}

// join puts objects and groups of objects into one list for a renderer.
func join(groups ...[]fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}

func list(objects ...fyne.CanvasObject) []fyne.CanvasObject { return objects }
