package visit

import (
	"fyne.io/fyne/v2"

	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// twoSides lays a line out that has something at its left and at its right one
// of several ways to say the same, the longest first: the first is shown for
// which the left leaves room, or else the last.
type twoSides struct{ gap fyne.ThemeSizeName }

func (l *twoSides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	left := objects[0]
	room := size.Width - left.MinSize().Width - theme.Size(l.gap)
	chosen := -1
	for i, o := range objects[1:] {
		if chosen < 0 && (o.MinSize().Width <= room || i == len(objects)-2) {
			chosen = i + 1
			continue
		}
		o.Hide()
	}
	width := size.Width
	if chosen > 0 {
		o := objects[chosen]
		o.Show()
		w := o.MinSize().Width
		if t, cut := o.(*kit.TipText); cut { // a sentence takes what it needs, and is cut where that is too much
			text := fyne.MeasureText(t.Text.Text(), theme.Size(theme.TextCaption), fyne.TextStyle{})
			w = max(w, min(text.Width+theme.Size(theme.Gap2), room))
		}
		w = min(w, size.Width)
		o.Resize(fyne.NewSize(w, size.Height))
		o.Move(fyne.NewPos(size.Width-w, 0))
		width -= w + theme.Size(l.gap)
	}
	left.Move(fyne.Position{})
	left.Resize(fyne.NewSize(max(width, 0), size.Height))
}

func (l *twoSides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var out fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		out.Height = max(out.Height, m.Height)
		if i == 0 || i == len(objects)-1 {
			out.Width += m.Width
		}
	}
	return out
}
