package people

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nhipcau/ui/theme"
)

func itoa(n int) string { return strconv.Itoa(n) }

// listsLayout puts the two delegations side by side, and between them the strip
// for the lines of the pairs.
type listsLayout struct{ tab *tab }

// stripShare is how much of the width the strip takes, as far as its tokens let
// it.
const stripShare = 0.055

func (l *listsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	strip := min(max(size.Width*stripShare, theme.Size(theme.Gap24)), theme.Size(theme.RailFolded)+theme.Size(theme.Gap16))
	half := (size.Width - strip) / 2
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	place(objects[0], 0, 0, half, size.Height)
	place(objects[2], half+strip, 0, half, size.Height)
	top := l.tab.sides["guest"].head.MinSize().Height
	place(objects[1], half, top, strip, max(size.Height-top, 0))
	l.tab.pairs.Refresh()
}

func (l *listsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize().Max(objects[2].MinSize())
	return fyne.NewSize(2*least.Width+theme.Size(theme.Gap24), least.Height)
}

// sideLayout puts the parts of one delegation below one another: the rows take
// what they need as long as there is room, the line that adds follows the last
// of them, and what is below takes the rest.
type sideLayout struct{ side *sideList }

// belowShare is how much of the height stays for what is below a long list.
const belowShare = 0.35

func (l *sideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, grid, add, below := objects[0], objects[1], objects[2], objects[3]
	gap := theme.Size(theme.Gap8)
	top, line := head.MinSize().Height, add.MinSize().Height
	below.Resize(fyne.NewSize(size.Width, below.Size().Height))
	room := size.Height - top - line - gap
	kept := float32(0)
	if below.Visible() {
		kept = min(wholeHeight(below)+gap, room*belowShare)
	}
	high := min(l.side.grid.WholeHeight(), room-kept)
	place := func(o fyne.CanvasObject, y, h float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, max(h, 0)))
	}
	place(head, 0, top)
	place(grid, top, high)
	place(add, top+high+gap/2, line)
	y := top + high + line + 2*gap
	place(below, y, size.Height-y)
}

func (l *sideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[1].MinSize()
	for _, o := range []fyne.CanvasObject{objects[0], objects[2]} {
		m := o.MinSize()
		least = fyne.NewSize(max(least.Width, m.Width), least.Height+m.Height)
	}
	return least
}

// whole is an object that scrolls and can say how high it would like to be.
type whole interface{ wholeHeight() float32 }

func wholeHeight(o fyne.CanvasObject) float32 {
	if c, ok := o.(*fyne.Container); ok {
		if w, ok := c.Layout.(whole); ok {
			return w.wholeHeight()
		}
	}
	return o.MinSize().Height
}
