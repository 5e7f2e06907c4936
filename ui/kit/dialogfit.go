package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/ui/theme"
)

// Relayout fits the dialog to its content after that has grown or shrunk, as where a warning came in.
func (d *Dialog) Relayout() {
	if d.open {
		d.shell.layer.Content().Refresh()
	}
}

// FitDialog lets the content of a dialog scroll where the window is not high enough for it, so that the buttons stay in sight.
func FitDialog(win fyne.Window, content fyne.CanvasObject) fyne.CanvasObject {
	return FitDialogBelow(win, nil, content)
}

// FitDialogBelow is FitDialog with a head above the content that stays where it is.
func FitDialogBelow(win fyne.Window, head, content fyne.CanvasObject) fyne.CanvasObject {
	l := &fitLayout{win: win, content: content}
	if head == nil {
		return container.New(l, container.NewVScroll(content))
	}
	return container.New(l, container.NewVScroll(content), head)
}

// fitLayout asks for the height of what is scrolled, but for no more than the window has beside title, buttons and margins. The second
// object, where there is one, is the head.
type fitLayout struct {
	win     fyne.Window
	content fyne.CanvasObject
}

func (l *fitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	above := l.above(objects)
	if above > 0 {
		objects[1].Resize(fyne.NewSize(size.Width, objects[1].MinSize().Height))
	}
	objects[0].Move(fyne.NewPos(0, above))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-above))
}

// above is the height of the head with the gap below it.
func (l *fitLayout) above(objects []fyne.CanvasObject) float32 {
	if len(objects) < 2 {
		return 0
	}
	return objects[1].MinSize().Height + theme.Size(theme.Gap8)
}

func (l *fitLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	chrome := theme.Size(theme.LineSection) + theme.Size(theme.ButtonHeight) + 2*theme.Size(theme.Gap16) + 4*theme.Size(theme.Gap24)
	least := l.content.MinSize()
	least.Height = min(least.Height+l.above(objects), max(l.win.Canvas().Size().Height-chrome, theme.Size(theme.FieldHeight)))
	if len(objects) > 1 {
		least.Width = max(least.Width, objects[1].MinSize().Width)
	}
	return least
}
