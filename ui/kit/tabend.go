package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// tabEnd is the arrow over one end of a row of tabs that is longer than its room.
type tabEnd struct {
	icon  icons.Name
	cover *canvas.Rectangle
	arrow *canvas.Image
	left  float32
	seen  bool
}

func newTabEnd(icon icons.Name) *tabEnd {
	return &tabEnd{icon: icon, cover: canvas.NewRectangle(theme.Color(theme.None)), arrow: newImage()}
}

func (e *tabEnd) width() float32 { return theme.Size(theme.IconBody) + theme.Size(theme.Gap4) }

func (e *tabEnd) paint() {
	e.cover.FillColor = theme.Color(theme.Paper)
	setIcon(e.arrow, e.icon, theme.Text2, theme.IconBody)
	e.cover.Hidden, e.arrow.Hidden = !e.seen, !e.seen
}

func (e *tabEnd) place(left float32, size fyne.Size, seen bool) {
	e.left, e.seen = left, seen
	e.cover.Hidden, e.arrow.Hidden = !seen, !seen
	e.cover.Move(fyne.NewPos(left, 0))
	e.cover.Resize(fyne.NewSize(e.width(), size.Height-theme.Size(theme.Hairline)))
	placeIcon(e.arrow, left+theme.Size(theme.Gap2), theme.Size(theme.IconBody), size)
}

func (e *tabEnd) holds(x float32) bool {
	return e.seen && x >= e.left && x < e.left+e.width()
}
