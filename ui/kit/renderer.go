package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// boxRenderer is the renderer of most widgets here: a list of objects and four functions over them. The state lies in the widget,
// since Fyne throws renderers away and asks for new ones.
type boxRenderer struct {
	owner   fyne.Widget
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	minSize func() fyne.Size
	refresh func()
}

func (r *boxRenderer) Layout(size fyne.Size)        { r.layout(size) }
func (r *boxRenderer) MinSize() fyne.Size           { return r.minSize() }
func (r *boxRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *boxRenderer) Destroy()                     {}

func (r *boxRenderer) Refresh() {
	r.refresh()
	r.layout(r.owner.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
	repaint(r.owner)
}

// repaint asks the canvas to draw the widget again.
func repaint(w fyne.Widget) { canvas.Refresh(w) }

// centred returns where something of the given size stands when centred in the height of outer, x from the left.
func centred(x float32, inner, outer fyne.Size) fyne.Position {
	return fyne.NewPos(snap(x), middle(inner.Height, outer.Height))
}
