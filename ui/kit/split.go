package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Split puts two objects side by side with a bar between them that can be dragged; share is what the left one has at first, from 0 to 1.
func Split(left, right fyne.CanvasObject, share float64) fyne.CanvasObject {
	s := container.NewHSplit(onWholeUnits(left), onWholeUnits(right))
	s.Offset = share
	return s
}

// onWholeUnits holds an object that begins and ends on whole units, wherever the holder itself stands.
func onWholeUnits(o fyne.CanvasObject) *fyne.Container {
	c := &fyne.Container{Objects: []fyne.CanvasObject{o}}
	c.Layout = &wholeLayout{c}
	return c
}

type wholeLayout struct{ holder *fyne.Container }

func (l *wholeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := l.holder.Position().X
	left, right := snap(x), snap(x+size.Width)
	for _, o := range objects {
		o.Move(fyne.NewPos(left-x, 0))
		o.Resize(fyne.NewSize(right-left, size.Height))
	}
}

func (l *wholeLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return maxOf(objects, minSizeOf)
}
