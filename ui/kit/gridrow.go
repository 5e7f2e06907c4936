package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// gridRow is one row in sight.
type gridRow struct {
	widget.BaseWidget
	view   *gridView
	index  int
	widths []float32
	fill   *canvas.Rectangle
	rule   *canvas.Rectangle
	ring   *outline
	grip   *canvas.Image
	cells  []*gridCell
	tipped int // column whose tooltip is on its way, or -1
}

// gridCell is one cell: a text with its second line and icon, or an object of the page.
type gridCell struct {
	line, sub *textLine
	icon      *canvas.Image
	custom    fyne.CanvasObject
}

var (
	_ fyne.DoubleTappable    = (*gridRow)(nil)
	_ fyne.SecondaryTappable = (*gridRow)(nil)
	_ fyne.Draggable         = (*gridRow)(nil)
	_ desktop.Mouseable      = (*gridRow)(nil)
	_ desktop.Hoverable      = (*gridRow)(nil)
)

func newGridRow(v *gridView) *gridRow {
	r := &gridRow{view: v, index: -1, tipped: -1, ring: newOutline(), grip: newImage()}
	r.fill, r.rule = canvas.NewRectangle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
	for i, spec := range v.cols.specs {
		c := &gridCell{line: newTextLine(), sub: newTextLine(), icon: newImage()}
		if spec.custom {
			c.custom = v.model.createCell(i)
		}
		r.cells = append(r.cells, c)
	}
	r.ExtendBaseWidget(r)
	return r
}

// bind gives the widget another row to show; drawing comes with Refresh.
func (r *gridRow) bind(index int, widths []float32) {
	r.index, r.widths = index, widths
}

func (r *gridRow) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.fill, r.rule, r.grip}
	for _, c := range r.cells {
		if c.custom != nil {
			objects = append(objects, c.custom)
			continue
		}
		objects = append(objects, c.line.shown, c.sub.shown, c.icon)
	}
	b := &boxRenderer{owner: r, objects: append(objects, r.ring.objects()...)}
	b.refresh = r.paint
	b.layout = r.place
	b.minSize = func() fyne.Size { return fyne.NewSize(0, r.view.rowHeight()) }
	b.refresh()
	return b
}

func (r *gridRow) paint() {
	selected, hovered := r.index == r.view.selected, r.index == r.view.body.hovered
	back := theme.None
	switch {
	case selected:
		back = theme.Sel
	case hovered:
		back = theme.Hover
	}
	r.fill.FillColor, r.rule.FillColor = theme.Color(back), theme.Color(theme.Line)
	grip := icons.None
	if (selected || hovered) && r.view.model.movable() {
		grip = icons.Grip
	}
	setIcon(r.grip, grip, theme.Text3, theme.IconSmall)
	r.ring.paint(selected && r.view.ringed)
	for i, c := range r.cells {
		r.paintCell(i, c)
	}
}

func (r *gridRow) paintCell(column int, c *gridCell) {
	if c.custom != nil {
		r.view.model.updateCell(column, r.index, c.custom)
		return
	}
	look, _ := r.view.model.look(column, r.index)
	role, token := RoleBody, look.style.Color
	if look.style.Bold {
		role = RoleStrong
	}
	if token == "" {
		token = theme.Text
	}
	align := r.view.cols.specs[column].align
	c.line.set(role, look.text, token, align)
	c.sub.set(RoleCaption, look.sub, "", align)
	c.sub.shown.Hidden = look.sub == ""
	setIcon(c.icon, look.style.Icon, token, theme.IconSmall)
}

func (r *gridRow) place(size fyne.Size) {
	r.fill.Resize(size)
	line := theme.Size(theme.Hairline)
	r.rule.Move(fyne.NewPos(0, size.Height-line))
	r.rule.Resize(fyne.NewSize(size.Width, line))
	r.ring.place(fyne.Position{}, size.SubtractWidthHeight(0, line))
	placeIcon(r.grip, 0, theme.Size(theme.IconSmall), size)
	x, pad := r.view.gutter(), theme.Size(theme.Gap4)
	for i, c := range r.cells {
		if i < len(r.widths) {
			box := fyne.NewSize(max(r.widths[i]-2*pad, 0), size.Height-line)
			c.place(fyne.NewPos(x+pad, 0), box)
			x += r.widths[i]
		}
	}
}

// place lays one cell out in its box.
func (c *gridCell) place(at fyne.Position, box fyne.Size) {
	if c.custom != nil {
		want := naturalSize(c.custom)
		size := fyne.NewSize(min(want.Width, box.Width), min(want.Height, box.Height))
		if _, grows := growOf(c.custom); grows {
			size.Width = box.Width
		}
		c.custom.Move(at.AddXY(0, (box.Height-size.Height)/2))
		c.custom.Resize(size)
		return
	}
	if !c.icon.Hidden {
		room := theme.Size(theme.IconSmall) + theme.Size(theme.Gap4)
		placeIcon(c.icon, at.X, theme.Size(theme.IconSmall), box)
		at.X += room
		box.Width = max(box.Width-room, 0)
	}
	if c.sub.shown.Hidden {
		c.line.place(at, box)
		return
	}
	first, second := theme.Size(theme.LineBody), theme.Size(theme.LineCaption)
	top := (box.Height - first - second) / 2
	c.line.place(at.AddXY(0, top), fyne.NewSize(box.Width, first))
	c.sub.place(at.AddXY(0, top+first), fyne.NewSize(box.Width, second))
}

// MouseDown selects at once; Fyne would hold a tap back until it knows that it is not a double one.
func (r *gridRow) MouseDown(*desktop.MouseEvent) {
	r.view.takeFocus()
	r.view.choose(r.index)
}

func (r *gridRow) MouseUp(*desktop.MouseEvent) {}

func (r *gridRow) Tapped(*fyne.PointEvent) {
	r.view.takeFocus()
	r.view.choose(r.index)
}

func (r *gridRow) DoubleTapped(*fyne.PointEvent) {
	r.view.choose(r.index)
	r.view.model.activate(r.index)
}

func (r *gridRow) TappedSecondary(ev *fyne.PointEvent) {
	r.view.takeFocus()
	r.view.choose(r.index)
	ShowMenu(r, ev.AbsolutePosition, r.view.model.menu(r.index)...)
}

func (r *gridRow) MouseIn(ev *desktop.MouseEvent) {
	r.view.body.hover(r.index)
	r.MouseMoved(ev)
}

// MouseMoved says in a tooltip what is cut short in the cell under the pointer.
func (r *gridRow) MouseMoved(ev *desktop.MouseEvent) {
	column, _ := columnAt(r.widths, ev.Position.X-r.view.gutter())
	if column == r.tipped {
		return
	}
	l := layerOf(r)
	if l == nil {
		return
	}
	l.hideTip(r)
	r.tipped = column
	if column < 0 || column >= len(r.cells) {
		return
	}
	if tip := cellTip(r.cells[column]); tip != "" {
		l.tipSoon(r, tip)
	}
}

func (r *gridRow) MouseOut() {
	r.tipped = -1
	if l := layerOf(r); l != nil {
		l.hideTip(r)
	}
	r.view.body.hover(-1)
}

func (r *gridRow) Dragged(ev *fyne.DragEvent) {
	if !r.view.model.movable() {
		return
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.view.body)
	r.view.body.drag(r.index, ev.AbsolutePosition.Y-top.Y)
}

func (r *gridRow) DragEnd() { r.view.body.dragEnd() }
