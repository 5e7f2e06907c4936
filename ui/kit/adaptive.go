package kit

import (
	"fyne.io/fyne/v2"

	"nhipcau/ui/theme"
)

// Adaptive tells a page whether it is narrow: less than two dialogs wide at its text size, so that what stands side by side has no
// room and belongs below one another. Arrange is called before the object is laid out, and again when the answer changes.
func Adaptive(object fyne.CanvasObject, arrange func(narrow bool)) *fyne.Container {
	return &fyne.Container{Layout: &adaptiveLayout{arrange: arrange}, Objects: []fyne.CanvasObject{object}}
}

type adaptiveLayout struct {
	arrange func(narrow bool)
	known   bool
	narrow  bool
}

func (l *adaptiveLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	narrow := size.Width < 2*theme.Size(theme.DialogWidth)
	if !l.known || narrow != l.narrow {
		l.known, l.narrow = true, narrow
		l.arrange(narrow)
	}
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (l *adaptiveLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return maxOf(objects, minSizeOf)
}
