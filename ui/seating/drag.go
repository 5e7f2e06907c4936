package seating

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// place is the chair as it stands in the hall: its button, which can be dragged
// onto another one.
type place struct {
	widget.BaseWidget
	button *kit.Button
	drag   func(at fyne.Position)
	drop   func()
}

func newPlace(button *kit.Button, drag func(fyne.Position), drop func()) *place {
	p := &place{button: button, drag: drag, drop: drop}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is part of fyne.Widget.
func (p *place) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.button) }

// Dragged implements fyne.Draggable.
func (p *place) Dragged(ev *fyne.DragEvent) {
	p.drag(fyne.CurrentApp().Driver().AbsolutePositionForObject(p).Add(ev.Position))
}

// DragEnd implements fyne.Draggable.
func (p *place) DragEnd() { p.drop() }

// dragging is a seat under way with the mouse.
type dragging struct {
	from, to *chair // to is the chair below the pointer, nil if there is none
}

// frameRoom is how far the frame of the chair below the pointer stands out.
const frameRoom = 4

// drag follows the pointer: the chair below it gets a frame, and the line above
// says who would change with whom.
func (s *Seats) drag(c *chair, at fyne.Position) {
	if s.picked != nil {
		s.letGo()
	}
	to := s.chairAt(at)
	if to == c {
		to = nil
	}
	if s.dragged != nil && s.dragged.from == c && s.dragged.to == to {
		return
	}
	s.dragged = &dragging{from: c, to: to}
	s.unframe()
	s.frame(c, theme.Line2)
	h := s.host
	switch {
	case to == nil:
		s.say.SetText(h.Say("seating.dragged", "Name", s.nameOf(c)))
	case to.in != c.in:
		s.say.SetText(h.Say("seating.other_vehicle"))
	default:
		s.frame(to, theme.Accent)
		s.say.SetText(h.Say("seating.drop", "Name", s.nameOf(c), "Other", s.nameOf(to)))
	}
}

// drop changes the two seats; beside a chair nothing happens.
func (s *Seats) drop() {
	d := s.dragged
	s.dragged = nil
	s.unframe()
	switch {
	case d == nil: // the plan was made anew meanwhile
	case d.to == nil:
		s.tell()
	case d.to.in != d.from.in:
		s.say.SetText(s.host.Say("seating.other_vehicle"))
	default:
		s.swap(d.from, d.to)
	}
}

// chairAt is the chair at a place of the window, nil if there is none.
func (s *Seats) chairAt(at fyne.Position) *chair {
	driver := fyne.CurrentApp().Driver()
	for _, c := range s.chairs {
		p := at.Subtract(driver.AbsolutePositionForObject(c.place))
		if size := c.place.Size(); p.X >= 0 && p.Y >= 0 && p.X < size.Width && p.Y < size.Height {
			return c
		}
	}
	return nil
}

// frame shows the frame of a chair in a colour.
func (s *Seats) frame(c *chair, token fyne.ThemeColorName) {
	c.frame.SetColor(token)
	c.frame.Move(c.place.Position().SubtractXY(frameRoom, frameRoom))
	c.frame.Resize(c.place.Size().AddWidthHeight(2*frameRoom, 2*frameRoom))
	c.frame.Show()
}

func (s *Seats) unframe() {
	for _, c := range s.chairs {
		c.frame.Hide()
	}
}
