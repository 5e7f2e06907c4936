package kit

import (
	"fyne.io/fyne/v2"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// Column is one column of a Grid over rows of type T.
type Column[T any] struct {
	ID    string // stable, for remembered widths and sort order
	Title string
	// Width and MinWidth are in Fyne units at text size 100 %. Grow columns also take what is left over, and give way first.
	Width, MinWidth float32
	Grow            bool
	Align           fyne.TextAlign
	// Text is what the cell says; it is also what is copied. It may be nil in a column with cells of its own.
	Text func(row T) string
	// Sub is a second line in caption, for grids with rows of two lines. Nil for none.
	Sub func(row T) string
	// Style makes a cell bold, coloured or marked by an icon. Nil for plain.
	Style func(row T) CellStyle
	// Create and Update replace the text by a cell of the page's own, such as a Chip; Update must set everything, since cells are used
	// again for other rows.
	Create func() fyne.CanvasObject
	Update func(cell fyne.CanvasObject, row T)
	// Compare orders two rows as slices.SortFunc expects; nil means that the grid cannot be sorted by this column.
	Compare func(a, b T) int
}

// CellStyle is the look of one cell.
type CellStyle struct {
	Bold  bool
	Color fyne.ThemeColorName // empty for that of text
	Icon  icons.Name          // before the text, in its colour
}

// cellLook is everything about a text cell.
type cellLook struct {
	text, sub string
	style     CellStyle
}

// columnSpec is what the drawing of a grid knows of a column.
type columnSpec struct {
	id, title       string
	width, minWidth float32
	grow, sortable  bool
	align           fyne.TextAlign
	custom          bool
}

// columnSet shares the width of a grid among its columns.
type columnSet struct {
	specs []columnSpec
	drawn map[string]float32 // widths dragged by the person, at text size 100 %
}

// The narrowest a column becomes where it does not say so itself, and the narrowest it can be dragged to, at text size 100 %.
const (
	leastUsual = 48
	leastDrawn = 24
)

func (c *columnSet) leastOf(i int) float32 {
	spec := c.specs[i]
	if spec.minWidth > 0 {
		return spec.minWidth * theme.Scale()
	}
	return min(max(spec.width, leastDrawn), leastUsual) * theme.Scale()
}

func (c *columnSet) wish(i int) float32 {
	if w, ok := c.drawn[c.specs[i].id]; ok {
		return w * theme.Scale()
	}
	return max(c.specs[i].width*theme.Scale(), c.leastOf(i))
}

// widths returns the width of each column in a grid of the given width.
func (c *columnSet) widths(width float32) []float32 {
	out := make([]float32, len(c.specs))
	room, growing := width, 0
	for i := range c.specs {
		out[i] = c.wish(i)
		room -= out[i]
		if c.specs[i].grow {
			growing++
		}
	}
	if room >= 0 {
		for i := range out {
			if c.specs[i].grow {
				out[i] += room / float32(growing)
			}
		}
	} else {
		c.narrow(out, -room)
	}
	edge := float32(0)
	for i, w := range out {
		out[i] = snap(edge+w) - snap(edge)
		edge += w
	}
	return out
}

// narrow makes columns smaller by need: first those that grow, then all down to their least, and at last all below it.
func (c *columnSet) narrow(widths []float32, need float32) {
	before := sumOf(widths)
	floor := make([]float32, len(widths))
	for i := range widths {
		floor[i] = widths[i]
		if c.specs[i].grow {
			floor[i] = min(c.leastOf(i), widths[i])
		}
	}
	takeBack(widths, floor, need)
	for i := range floor {
		floor[i] = min(c.leastOf(i), widths[i])
	}
	takeBack(widths, floor, need-(before-sumOf(widths)))
	takeBack(widths, make([]float32, len(widths)), need-(before-sumOf(widths)))
}

func sumOf(widths []float32) float32 {
	sum := float32(0)
	for _, w := range widths {
		sum += w
	}
	return sum
}

// drag sets the width of a column, in Fyne units as seen.
func (c *columnSet) drag(i int, width float32) {
	if c.drawn == nil {
		c.drawn = map[string]float32{}
	}
	c.drawn[c.specs[i].id] = max(width/theme.Scale(), leastDrawn)
}

// columnAt returns the column at x and the left edge of it, or -1.
func columnAt(widths []float32, x float32) (column int, left float32) {
	for i, w := range widths {
		if x >= left && x < left+w {
			return i, left
		}
		left += w
	}
	return -1, left
}
