package people

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
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
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	only, alone := l.alone(size.Width)
	for i, o := range objects {
		see(o, !alone || i == only)
	}
	if alone {
		place(objects[only], 0, 0, size.Width, size.Height)
		return
	}
	strip := min(max(size.Width*stripShare, theme.Size(theme.Gap24)), theme.Size(theme.RailFolded)+theme.Size(theme.Gap16))
	half := float32(int((size.Width - strip) / 2))
	place(objects[0], 0, 0, half, size.Height)
	place(objects[2], size.Width-half, 0, half, size.Height)
	top := l.tab.sides[plan.Guest].head.MinSize().Height
	place(objects[1], half, top, size.Width-2*half, max(size.Height-top, 0))
	l.tab.pairs.Refresh()
}

// alone says which object has the whole width: where the panel leaves too
// little for two lists, that of the selected attendee.
func (l *listsLayout) alone(width float32) (only int, alone bool) {
	const fewest = 3 // rails fit where two lists do
	if !l.tab.panel.open || width >= fewest*theme.Size(theme.RailWidth) {
		return 0, false
	}
	if l.tab.sideInHand().side == plan.Host {
		only = 2
	}
	return only, true
}

func see(o fyne.CanvasObject, seen bool) {
	switch {
	case seen == o.Visible():
	case seen:
		o.Show()
	default:
		o.Hide()
	}
}

func (l *listsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().Max(objects[2].MinSize())
}

// sideLayout puts the parts of one delegation below one another: the rows take
// what they need as long as there is room, the line that adds follows the last
// of them, and what is below takes the rest.
type sideLayout struct{ side *sideList }

// compactBelow is the width, at text size 100 %, under which a list says
// attendance by its icon alone.
const compactBelow = 460

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
	l.side.setCompact(size.Width < compactBelow*theme.Scale())
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

// restLayout lets a text have what room others leave, however long it is.
type restLayout struct{}

func (restLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (restLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}
