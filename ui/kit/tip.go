package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// tipGap is the room between a tooltip and what it is about.
const tipGap = 4

// tipBox is a tooltip: one line in the colours of the toast.
type tipBox struct {
	widget.BaseWidget
	text string
	fill *canvas.Rectangle
	line *textLine
}

func newTipBox() *tipBox {
	t := &tipBox{fill: canvas.NewRectangle(theme.Color(theme.None)), line: newTextLine()}
	t.ExtendBaseWidget(t)
	t.Hidden = true
	return t
}

func (t *tipBox) setText(text string) {
	t.text = text
	t.Refresh()
}

func (t *tipBox) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{owner: t, objects: []fyne.CanvasObject{t.fill, t.line.shown}}
	r.refresh = func() {
		t.fill.FillColor = theme.Color(theme.ToastFill)
		t.fill.CornerRadius = theme.Size(theme.RadiusBlock)
		t.line.set(RoleCaption, t.text, theme.ToastText, fyne.TextAlignLeading)
	}
	r.minSize = func() fyne.Size {
		pad := 2 * theme.Size(theme.Gap8)
		return fyne.NewSize(min(naturalText(RoleCaption, t.text).Width+pad, theme.Size(theme.DialogWidth)), theme.Size(theme.Gap24))
	}
	r.layout = func(size fyne.Size) {
		t.fill.Resize(size)
		pad := theme.Size(theme.Gap8)
		t.line.place(fyne.NewPos(pad, 0), fyne.NewSize(size.Width-2*pad, size.Height))
	}
	r.refresh()
	return r
}
