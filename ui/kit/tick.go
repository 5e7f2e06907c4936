package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// TickState is what a Tick shows.
type TickState int

// The states of a tick.
const (
	TickNone TickState = iota // there is nothing to tick
	TickOff
	TickOn
	TickSome // of several, some are ticked
)

// Tick is a tick box, or with Round the button of a choice of one, in a row that has the keyboard itself: it never takes the focus.
type Tick struct {
	widget.BaseWidget
	// OnTap is what a click does; nil lets the click through.
	OnTap func()
	state TickState
	round bool
	box   *plate
	dot   *canvas.Circle
	dash  *canvas.Rectangle
	mark  *canvas.Image
}

var _ fyne.Tappable = (*Tick)(nil)

// NewTick returns a tick box that shows nothing yet.
func NewTick() *Tick { return newTick(false) }

// NewRound returns the round button of a choice of one.
func NewRound() *Tick { return newTick(true) }

func newTick(round bool) *Tick {
	t := &Tick{round: round, box: newPlate(), mark: newImage()}
	t.dot, t.dash = canvas.NewCircle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
	t.ExtendBaseWidget(t)
	return t
}

// Set shows a state.
func (t *Tick) Set(state TickState) {
	t.state = state
	t.Refresh()
}

// State returns what is shown.
func (t *Tick) State() TickState { return t.state }

// Tapped is part of fyne.Tappable.
func (t *Tick) Tapped(*fyne.PointEvent) {
	if t.OnTap != nil && t.state != TickNone {
		t.OnTap()
	}
}

// CreateRenderer is part of fyne.Widget.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &boxRenderer{owner: t, objects: join(t.box.objects(), list(t.dot, t.dash, t.mark))}
	r.refresh = t.paint
	r.layout = t.place
	r.minSize = func() fyne.Size {
		side := theme.Size(theme.Tick) + 2*theme.Size(theme.Gap2)
		return fyne.NewSquareSize(side)
	}
	r.refresh()
	return r
}

func (t *Tick) paint() {
	full := !t.round && (t.state == TickOn || t.state == TickSome)
	border, back := theme.FieldBorder, theme.Paper
	switch {
	case t.state == TickNone:
		border, back = theme.None, theme.None
	case full:
		border, back = theme.Accent, theme.Accent
	case t.round && t.state == TickOn:
		border = theme.Accent
	}
	radius := theme.Size(theme.RadiusTick)
	if t.round {
		radius = theme.Size(theme.Tick) / 2
	}
	t.box.paint(radius, level{border, 0}, level{back, theme.Size(theme.Hairline)})
	t.dot.FillColor = theme.Color(theme.Accent)
	t.dot.Hidden = !t.round || t.state != TickOn
	t.dash.FillColor = theme.Color(theme.OnAccent)
	t.dash.Hidden = t.round || t.state != TickSome
	mark := icons.None
	if full && t.state == TickOn {
		mark = icons.Check
	}
	setIcon(t.mark, mark, theme.OnAccent, theme.IconSmall)
}

func (t *Tick) place(size fyne.Size) {
	side, gap := theme.Size(theme.Tick), theme.Size(theme.Gap4)
	at := centred(theme.Size(theme.Gap2), fyne.NewSquareSize(side), size)
	t.box.place(at, fyne.NewSquareSize(side))
	t.dot.Move(at.AddXY(gap, gap))
	t.dot.Resize(fyne.NewSquareSize(side - 2*gap))
	line := theme.Size(theme.FocusWidth)
	t.dash.Move(at.AddXY(gap, (side-line)/2))
	t.dash.Resize(fyne.NewSize(side-2*gap, line))
	mark := theme.Size(theme.IconSmall)
	t.mark.Move(at.AddXY((side-mark)/2, (side-mark)/2))
	t.mark.Resize(fyne.NewSquareSize(mark))
}
