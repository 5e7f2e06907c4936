package kit_test

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// shownTexts returns every text drawn in a tree, in the order of drawing.
func shownTexts(o fyne.CanvasObject) []string {
	var out []string
	walk(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			out = append(out, t.Text)
		}
	})
	return out
}

// walk visits every visible object of a tree.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

func contains(texts []string, want string) bool {
	for _, t := range texts {
		if t == want {
			return true
		}
	}
	return false
}

func countPrefix(texts []string, prefix string) int {
	n := 0
	for _, t := range texts {
		if strings.HasPrefix(t, prefix) {
			n++
		}
	}
	return n
}

// drag moves the pointer with the button held, from one place to another, as the window does it.
func drag(o fyne.CanvasObject, from, to fyne.Position) {
	target, at := draggableAt(o, fyne.Position{}, from)
	if target == nil {
		return
	}
	const steps = 4
	step := fyne.NewDelta((to.X-from.X)/steps, (to.Y-from.Y)/steps)
	pos := from
	for range steps {
		pos = pos.AddXY(step.DX, step.DY)
		target.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{AbsolutePosition: pos, Position: pos.Subtract(at)}, Dragged: step,
		})
	}
	target.DragEnd()
}

// draggableAt returns the topmost thing that can be dragged at a place, and where it stands.
func draggableAt(o fyne.CanvasObject, offset, pos fyne.Position) (found fyne.Draggable, at fyne.Position) {
	if !o.Visible() {
		return nil, at
	}
	offset = offset.Add(o.Position())
	if d, ok := o.(fyne.Draggable); ok && within(pos, offset, o.Size()) {
		found, at = d, offset
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		if d, where := draggableAt(child, offset, pos); d != nil {
			found, at = d, where
		}
	}
	return found, at
}

func within(pos, at fyne.Position, size fyne.Size) bool {
	return pos.X >= at.X && pos.Y >= at.Y && pos.X < at.X+size.Width && pos.Y < at.Y+size.Height
}
