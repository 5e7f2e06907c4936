package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

const fullTurn = 360

// Ring shows how much of something is done: an arc from twelve o'clock, and at the large size the count inside. It never turns
// green or red; what is missing is named beside it.
type Ring struct {
	widget.BaseWidget
	done, all int
	large     bool
	track     *canvas.Arc
	arc       *canvas.Arc
	line      *textLine
}

// NewRing returns a ring of 32, beside which the caller writes the count.
func NewRing(done, all int) *Ring { return newReadiness(done, all, false) }

// NewLargeRing returns a ring of 56 with "7/9" inside.
func NewLargeRing(done, all int) *Ring { return newReadiness(done, all, true) }

func newReadiness(done, all int, large bool) *Ring {
	r := &Ring{done: done, all: all, large: large, line: newTextLine()}
	r.track = canvas.NewArc(0, fullTurn, 0, theme.Color(theme.Line))
	r.arc = canvas.NewArc(0, 0, 0, theme.Color(theme.Accent))
	r.ExtendBaseWidget(r)
	return r
}

// Set changes the counts.
func (r *Ring) Set(done, all int) {
	r.done, r.all = done, all
	r.Refresh()
}

// Share returns how much is done, from 0 to 1; nothing to do counts as nothing done.
func (r *Ring) Share() float32 {
	if r.all <= 0 {
		return 0
	}
	return min(max(float32(r.done)/float32(r.all), 0), 1)
}

func (r *Ring) diameter() float32 {
	if r.large {
		return theme.Size(theme.RingLarge)
	}
	return theme.Size(theme.RingSmall)
}

// CreateRenderer is part of fyne.Widget.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	b := &boxRenderer{owner: r, objects: []fyne.CanvasObject{r.track, r.arc, r.line.shown}}
	b.refresh = r.paint
	b.minSize = func() fyne.Size { return fyne.NewSquareSize(r.diameter()) }
	b.layout = func(size fyne.Size) {
		d := r.diameter()
		at := fyne.NewPos((size.Width-d)/2, (size.Height-d)/2)
		for _, a := range []*canvas.Arc{r.track, r.arc} {
			a.Move(at)
			a.Resize(fyne.NewSquareSize(d))
		}
		r.line.place(fyne.Position{}, size)
	}
	b.refresh()
	return b
}

func (r *Ring) paint() {
	cutout := 1 - 2*theme.Size(theme.Gap4)/r.diameter()
	r.track.CutoutRatio, r.arc.CutoutRatio = cutout, cutout
	r.track.FillColor = theme.Color(theme.Line)
	r.arc.FillColor = theme.Color(theme.Accent)
	r.arc.EndAngle = fullTurn * r.Share()
	r.arc.Hidden = r.arc.EndAngle == 0
	r.line.set(RoleStrong, fmt.Sprintf("%d/%d", r.done, r.all), theme.Text, fyne.TextAlignCenter)
	r.line.shown.TextSize = theme.Size(theme.TextCaption)
	r.line.shown.Hidden = !r.large
}
