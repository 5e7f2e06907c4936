package kit

import (
	"fyne.io/fyne/v2"

	"nhipcau/ui/theme"
)

// NavColumn is a column at the left of a page that lists what the page shows, as wide as a narrow side panel, with a hairline at its
// right.
func NavColumn(content fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: navLayout{}, Objects: []fyne.CanvasObject{content, NewHairline()}}
}

type navLayout struct{}

func (navLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line := theme.Size(theme.Hairline)
	objects[0].Resize(size.SubtractWidthHeight(line, 0))
	objects[1].Move(fyne.NewPos(size.Width-line, 0))
	objects[1].Resize(fyne.NewSize(line, size.Height))
}

func (navLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Size(theme.NavWidth), 0)
}
