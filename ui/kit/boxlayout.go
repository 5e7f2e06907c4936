package kit

import (
	"math"

	"fyne.io/fyne/v2"

	"nhipcau/ui/theme"
)

// rowLayout is the layout of HBox.
type rowLayout struct {
	gap       fyne.ThemeSizeName
	fill, top bool
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = shown(objects)
	widths := l.widths(objects, size.Width)
	next := float32(0)
	for i, o := range objects {
		x, end := snap(next), snap(next+widths[i])
		next += widths[i] + theme.Size(l.gap)
		o.Resize(fyne.NewSize(end-x, o.MinSize().Height)) // what wraps learns its width first
		h := min(o.MinSize().Height, size.Height)
		y := middle(h, size.Height)
		if l.fill {
			h, y = size.Height, 0
		} else if l.top {
			y = 0
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(end-x, h))
	}
}

// widths shares the width of the row among its objects.
func (l *rowLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	least := make([]float32, len(objects))
	room := width - l.gaps(objects)
	weights := float32(0)
	for i, o := range objects {
		widths[i], least[i] = ceil(naturalSize(o).Width), o.MinSize().Width
		if g, ok := growOf(o); ok {
			weights += g.weight
			if g.even {
				widths[i], least[i] = 0, 0
			}
		}
		room -= widths[i]
	}
	if room >= 0 {
		l.giveAway(objects, widths, room, weights)
	} else {
		takeBack(widths, least, -room)
	}
	return widths
}

func (l *rowLayout) giveAway(objects []fyne.CanvasObject, widths []float32, room, weights float32) {
	if weights == 0 {
		return
	}
	for i, o := range objects {
		if g, ok := growOf(o); ok {
			widths[i] += room * g.weight / weights
		}
	}
}

// snap rounds to whole units: rectangles that begin or end between two pixels show what lies under them at their edge.
func snap(v float32) float32 { return float32(math.Round(float64(v))) }

// middle returns where something begins that stands in the middle of something larger, on a whole unit.
func middle(inner, outer float32) float32 { return float32(math.Floor(float64(outer-inner) / 2)) }

// takeBack makes widths smaller by need in all, each in proportion to what it can give, and none below its least.
func takeBack(widths, least []float32, need float32) {
	give := float32(0)
	for i := range widths {
		give += max(widths[i]-least[i], 0)
	}
	if give <= 0 {
		return
	}
	share := min(need/give, 1)
	for i := range widths {
		widths[i] -= max(widths[i]-least[i], 0) * share
	}
}

func (l *rowLayout) gaps(objects []fyne.CanvasObject) float32 {
	return theme.Size(l.gap) * float32(max(len(objects)-1, 0))
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.sum(objects, minSizeOf)
}

func (l *rowLayout) naturalOf(objects []fyne.CanvasObject) fyne.Size {
	return l.sum(objects, naturalSize)
}

func (l *rowLayout) sum(objects []fyne.CanvasObject, sizeOf func(fyne.CanvasObject) fyne.Size) fyne.Size {
	objects = shown(objects)
	out := fyne.NewSize(l.gaps(objects), 0)
	for _, o := range objects {
		s := sizeOf(o)
		out.Width += s.Width
		out.Height = max(out.Height, s.Height)
	}
	return out
}

// columnLayout is the layout of VBox.
type columnLayout struct{ gap fyne.ThemeSizeName }

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects = shown(objects)
	heights := make([]float32, len(objects))
	room := size.Height - l.gaps(objects)
	weights := float32(0)
	for i, o := range objects {
		o.Resize(fyne.NewSize(size.Width, max(o.Size().Height, o.MinSize().Height))) // what wraps learns its width first
		heights[i] = o.MinSize().Height
		room -= heights[i]
		if g, ok := growOf(o); ok {
			weights += g.weight
		}
	}
	next := float32(0)
	for i, o := range objects {
		if g, ok := growOf(o); ok && room > 0 {
			heights[i] += room * g.weight / weights
		}
		y, end := snap(next), snap(next+heights[i])
		next += heights[i] + theme.Size(l.gap)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, end-y))
	}
}

func (l *columnLayout) gaps(objects []fyne.CanvasObject) float32 {
	return theme.Size(l.gap) * float32(max(len(objects)-1, 0))
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return l.sum(objects, minSizeOf)
}

func (l *columnLayout) naturalOf(objects []fyne.CanvasObject) fyne.Size {
	return l.sum(objects, naturalSize)
}

func (l *columnLayout) sum(objects []fyne.CanvasObject, sizeOf func(fyne.CanvasObject) fyne.Size) fyne.Size {
	objects = shown(objects)
	out := fyne.NewSize(0, l.gaps(objects))
	for _, o := range objects {
		s := sizeOf(o)
		out.Width = max(out.Width, s.Width)
		out.Height += s.Height
	}
	return out
}
