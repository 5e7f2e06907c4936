package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/ui/theme"
)

// revealed scrolls everything in which an object stands so that the object is seen: what Tab reaches must not lie below the edge.
func revealed(o fyne.CanvasObject) { revealPart(o, 0, o.Size().Height) }

// revealPart is revealed for a part of an object: from how far down, and how high. What is higher than its window is seen from its
// beginning.
func revealPart(o fyne.CanvasObject, from, height float32) {
	l := layerOf(o)
	if l == nil {
		return
	}
	around, _ := scrollersAround(l.content, o)
	d := fyne.CurrentApp().Driver()
	for _, s := range around {
		top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.Content).Y + from
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, offsetToSee(s, top, height)))
	}
}

// offsetToSee scrolls as little as is needed, with some room around what is to be seen.
func offsetToSee(s *container.Scroll, top, height float32) float32 {
	room := theme.Size(theme.Gap8)
	seen := s.Size().Height
	low := max(top+height+room-seen, 0) // the least offset at which the end is seen
	high := max(top-room, 0)            // the most at which the beginning is
	return min(max(s.Offset.Y, low), high)
}

// scrollersAround finds the scrollers between a root and what it holds, the innermost first; false where it does not hold it.
func scrollersAround(root, o fyne.CanvasObject) (around []*container.Scroll, found bool) {
	if root == o {
		return nil, true
	}
	for _, part := range partsOf(root) {
		if part == nil || !part.Visible() {
			continue
		}
		if around, found = scrollersAround(part, o); found {
			if s, ok := root.(*container.Scroll); ok {
				around = append(around, s)
			}
			return around, true
		}
	}
	return nil, false
}

// holder is a widget with objects of a page in it.
type holder interface{ holds() []fyne.CanvasObject }

func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return list(o.Content)
	case *container.Split:
		return list(o.Leading, o.Trailing)
	case holder:
		return o.holds()
	}
	return nil
}

func (c *Card) holds() []fyne.CanvasObject { return list(c.content) }
