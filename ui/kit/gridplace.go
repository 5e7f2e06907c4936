package kit

import "fyne.io/fyne/v2"

// What a page needs that draws beside a grid, such as lines from the rows of one to those of another.

// RowMiddle returns how far below the upper edge of the grid the middle of the row with the key stands; false where there is no such
// row or it is scrolled out of sight.
func (g *Grid[T]) RowMiddle(key string) (y float32, seen bool) {
	at := g.indexOf(key)
	if at < 0 {
		return 0, false
	}
	top, height := g.sight()
	y = (float32(at)+0.5)*g.rowHeight() - top
	return y + g.headHeight(), y >= 0 && y <= height
}

// WholeHeight returns how high the grid has to be to show all its rows without scrolling.
func (g *Grid[T]) WholeHeight() float32 {
	if g.count == 0 && g.empty != nil {
		return g.MinSize().Height
	}
	return g.headHeight() + float32(g.count)*g.rowHeight()
}

// SetOnScroll calls f after the rows were scrolled by wheel or bar. Scrolling that follows the selection is told by OnSelect.
func (g *Grid[T]) SetOnScroll(f func()) {
	g.scroll.OnScrolled = func(fyne.Position) {
		g.body.update(false)
		f()
	}
}
