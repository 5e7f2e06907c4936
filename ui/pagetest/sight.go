package pagetest

import (
	"fyne.io/fyne/v2"

	"nhipcau/ui/kit"
)

// InSight says whether the button with the word stands wholly within the window.
func (f *Fixture) InSight(word string) bool {
	f.t.Helper()
	for _, o := range f.objects() {
		if b, ok := o.(*kit.Button); ok && b.Text() == word {
			at, room := fyne.CurrentApp().Driver().AbsolutePositionForObject(b), f.Window.Canvas().Size()
			end := at.AddXY(b.Size().Width, b.Size().Height)
			return at.X >= 0 && at.Y >= 0 && end.X <= room.Width && end.Y <= room.Height
		}
	}
	f.t.Fatalf("there is no button %q", word)
	return false
}
