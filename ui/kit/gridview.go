package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// gridModel is what a gridView asks of its Grid: rows by their index as shown. An index may be too high at any time.
type gridModel interface {
	look(column, index int) (cellLook, bool)
	createCell(column int) fyne.CanvasObject
	updateCell(column, index int, cell fyne.CanvasObject)
	rowText(index int) string
	chosen(index int)
	activate(index int) bool
	toggle(index int) bool
	typedTo(index int, r rune) bool
	remove(index int) bool
	cut(index int) bool
	insert() bool
	paste(text string) bool
	menu(index int) []*fyne.MenuItem
	movable() bool
	moveBy(index, delta int) bool
	moveTo(from, to int)
	sorted(column int)
	widthsDragged()
}

// gridView draws a Grid and moves in it; it does not know the type of the rows.
type gridView struct {
	widget.BaseWidget
	self  fyne.Widget
	model gridModel
	env   *Env
	cols  columnSet

	head    *gridHead
	body    *gridBody
	scroll  *container.Scroll
	ring    *outline
	empty   fyne.CanvasObject
	rowSize fyne.ThemeSizeName
	fit     bool

	count      int
	selected   int
	sortBy     int
	descending bool

	focused, ringed, byMouse bool
	shift                    bool
	typeColumn               int
	typed                    string
	typeStop                 func()
}

func (v *gridView) init(self fyne.Widget, model gridModel, env *Env, specs []columnSpec) {
	v.self, v.model, v.env = self, model, env
	v.cols.specs = specs
	v.selected, v.sortBy, v.typeColumn = -1, -1, -1
	v.rowSize, v.typeStop = gridRowSize, func() {}
	v.head, v.body, v.ring = newGridHead(v), newGridBody(v), newOutline()
	v.scroll = container.NewVScroll(v.body)
	v.scroll.OnScrolled = func(fyne.Position) { v.body.update(false) }
	v.ExtendBaseWidget(self)
}

func (v *gridView) rowHeight() float32 { return theme.Size(v.rowSize) }

func (v *gridView) headHeight() float32 {
	if !v.head.Visible() {
		return 0
	}
	return theme.Size(theme.TableHead)
}

// setCount shows that many rows, all anew.
func (v *gridView) setCount(count int) {
	v.count = count
	v.body.forget()
	v.Refresh()
	if v.focused {
		v.reveal(v.selected)
	}
}

// RefreshRows shows all rows anew, after their content has changed in place.
func (v *gridView) RefreshRows() { v.body.update(true) }

// widths returns the widths of the columns as they are now.
func (v *gridView) widths() []float32 {
	return v.cols.widths(max(v.Size().Width-v.gutter(), 0))
}

// gutter is the room at the left for the handle by which a row is dragged.
func (v *gridView) gutter() float32 {
	if !v.model.movable() {
		return 0
	}
	return theme.Size(theme.IconSmall)
}

// sight returns the part of the rows that is seen: how far down it begins, and its height.
func (v *gridView) sight() (top, height float32) {
	if v.fit {
		return 0, float32(v.count) * v.rowHeight()
	}
	return v.scroll.Offset.Y, v.scroll.Size().Height
}

// choose selects a row because the person said so.
func (v *gridView) choose(index int) {
	if index < 0 || index >= v.count {
		return
	}
	changed := index != v.selected
	v.moveSelection(index)
	v.revealOnPage()
	if changed {
		v.model.chosen(index)
	}
}

// revealOnPage brings the selected row into sight on a page that scrolls as a whole, while the person moves by key.
func (v *gridView) revealOnPage() {
	if v.ringed {
		y := v.headHeight() + float32(max(v.selected, 0))*v.rowHeight() - v.scroll.Offset.Y
		revealPart(v.self, y, v.rowHeight())
	}
}

// moveSelection selects a row and brings it into sight.
func (v *gridView) moveSelection(index int) {
	old := v.selected
	v.selected = min(max(index, -1), v.count-1)
	v.reveal(v.selected)
	v.body.refresh(old, v.selected)
}

// reveal scrolls as little as needed to see a row whole.
func (v *gridView) reveal(index int) {
	if index < 0 || v.fit {
		return
	}
	top, height := v.sight()
	y, h := float32(index)*v.rowHeight(), v.rowHeight()
	switch {
	case y < top:
		v.scrollTo(y)
	case y+h > top+height && height > 0:
		v.scrollTo(y + h - height)
	}
}

func (v *gridView) scrollTo(y float32) {
	v.scroll.ScrollToOffset(fyne.NewPos(0, max(y, 0)))
	v.body.update(false)
}

// drawing of the whole: head, rows in their scroller, ring

type gridRenderer struct{ v *gridView }

func (v *gridView) newRenderer() fyne.WidgetRenderer { return &gridRenderer{v} }

func (r *gridRenderer) Layout(size fyne.Size) {
	v := r.v
	head := v.headHeight()
	v.head.Resize(fyne.NewSize(size.Width, theme.Size(theme.TableHead)))
	under, rest := fyne.NewPos(0, head), fyne.NewSize(size.Width, max(size.Height-head, 0))
	if v.fit {
		v.body.Move(under)
		v.body.Resize(rest)
	} else {
		v.scroll.Move(under)
		v.scroll.Resize(rest)
	}
	if v.empty != nil {
		inset := theme.Size(theme.Gap16)
		v.empty.Move(under.AddXY(0, inset))
		v.empty.Resize(fyne.NewSize(size.Width, max(rest.Height-inset, 0)))
	}
	v.ring.place(fyne.Position{}, size)
	v.body.update(true)
}

func (r *gridRenderer) MinSize() fyne.Size {
	const fewest = 3
	v := r.v
	rows := fewest
	if v.fit {
		rows = v.count
	}
	h := v.headHeight() + float32(rows)*v.rowHeight()
	if v.count == 0 && v.empty != nil {
		h = max(h, v.headHeight()+theme.Size(theme.Gap16)+v.empty.MinSize().Height)
	}
	return fyne.NewSize(theme.Size(theme.RailWidth), h)
}

func (r *gridRenderer) Objects() []fyne.CanvasObject {
	v := r.v
	objects := []fyne.CanvasObject{v.head}
	switch {
	case v.count == 0 && v.empty != nil:
		objects = append(objects, v.empty)
	case v.fit:
		objects = append(objects, v.body)
	default:
		objects = append(objects, v.scroll)
	}
	return append(objects, v.ring.objects()...)
}

func (r *gridRenderer) Refresh() {
	v := r.v
	v.ring.paint(v.ringed && v.selected < 0)
	r.Layout(v.Size())
	v.head.Refresh()
	v.scroll.Refresh()
	repaint(v.self)
}

func (r *gridRenderer) Destroy() {}
