package seating

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/seating"
)

// The room of a chair in the window, and how far a plan is stretched.
const (
	leastWidth  = 80
	leastHeight = 34
	mostWidth   = 150
	mostHeight  = 44
)

// hallLayout stretches boxes, in chairs, over the room that there is.
type hallLayout struct {
	bounds seating.Box
	boxes  []seating.Box
	loose  int // the first objects, which stand where they are put
}

// Layout is part of fyne.Layout.
func (l *hallLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	kx, ky := l.scale(size)
	dx := (size.Width-kx*float32(l.bounds.W))/2 - kx*float32(l.bounds.X)
	dy := -ky * float32(l.bounds.Y)
	for i, o := range objects[l.loose:] {
		b := l.boxes[i]
		o.Move(fyne.NewPos(dx+kx*float32(b.X), dy+ky*float32(b.Y)))
		o.Resize(fyne.NewSize(kx*float32(b.W), ky*float32(b.H)))
	}
}

func (l *hallLayout) scale(size fyne.Size) (kx, ky float32) {
	if l.bounds.W == 0 || l.bounds.H == 0 {
		return leastWidth, leastHeight
	}
	return min(mostWidth, size.Width/float32(l.bounds.W)), min(mostHeight, size.Height/float32(l.bounds.H))
}

// MinSize is part of fyne.Layout.
func (l *hallLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth*float32(l.bounds.W), leastHeight*float32(l.bounds.H))
}
