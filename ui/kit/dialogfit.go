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
	if head != nil {
		head = VBox(theme.Gap0, head, Gap(theme.Gap8))
		l.content = VBox(theme.Gap0, head, content) // is measured, not shown
	}
	return container.New(l, container.NewBorder(head, nil, nil, nil, container.NewVScroll(content)))
}

// fitLayout asks for the height of what is scrolled, but for no more than the window has beside title, buttons and margins.
type fitLayout struct {
	win     fyne.Window
	content fyne.CanvasObject
}

func (l *fitLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (l *fitLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	chrome := theme.Size(theme.LineSection) + theme.Size(theme.ButtonHeight) + 2*theme.Size(theme.Gap16) + 4*theme.Size(theme.Gap24)
	least := l.content.MinSize()
	least.Height = min(least.Height, max(l.win.Canvas().Size().Height-chrome, theme.Size(theme.FieldHeight)))
	return least
}
