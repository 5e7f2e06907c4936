package kit

import (
	"fyne.io/fyne/v2"

	"nhipcau/ui/theme"
)

// Centred puts an object into the middle of a window, with the width of a token; it scrolls where the window is too low.
func Centred(width fyne.ThemeSizeName, object fyne.CanvasObject) fyne.CanvasObject {
	return Scrolling(&fyne.Container{Layout: &centredLayout{width}, Objects: []fyne.CanvasObject{object}})
}

type centredLayout struct{ width fyne.ThemeSizeName }

func (l *centredLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margin := theme.Size(theme.PageMargin)
	width := max(min(theme.Size(l.width), size.Width-2*margin), 0)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, o.MinSize().Height)) // what wraps learns its width first
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(middle(width, size.Width), max(middle(height, size.Height), margin)))
	}
}

func (l *centredLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := maxOf(objects, minSizeOf)
	return fyne.NewSize(theme.Size(theme.RailWidth), least.Height+2*theme.Size(theme.PageMargin))
}
