package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

const (
	dragReach = 5 // how near to an edge the pointer takes hold of it
	widthStep = 8 // by how much plus and minus change a width
)

// gridHead is the head of a grid: titles, the sort mark, and the edges by which columns are made wider.
type gridHead struct {
	control
	view     *gridView
	titles   []*textLine
	marks    []*canvas.Image
	rule     *canvas.Rectangle
	ring     *outline
	active   int // column the keyboard is on
	dragging int // column whose right edge is held, or -1
	atEdge   bool
}

var (
	_ fyne.Draggable     = (*gridHead)(nil)
	_ desktop.Cursorable = (*gridHead)(nil)
)

func newGridHead(v *gridView) *gridHead {
	h := &gridHead{view: v, dragging: -1, ring: newOutline(), rule: canvas.NewRectangle(theme.Color(theme.None))}
	for range v.cols.specs {
		h.titles = append(h.titles, newTextLine())
		h.marks = append(h.marks, newImage())
	}
	h.init(h, nil)
	return h
}

// Disabled keeps the head out of the order of Tab where nothing can be sorted.
func (h *gridHead) Disabled() bool {
	for _, s := range h.view.cols.specs {
		if s.sortable {
			return false
		}
	}
	return true
}

func (h *gridHead) Tapped(ev *fyne.PointEvent) {
	h.takeFocus()
	x := ev.Position.X - h.view.gutter()
	if column, _ := columnAt(h.view.widths(), x); column >= 0 && h.edgeAt(x) < 0 {
		h.active = column
		h.view.model.sorted(column)
	}
}

// edgeAt returns the column whose right edge is near x, or -1.
func (h *gridHead) edgeAt(x float32) int {
	edge := float32(0)
	for i, w := range h.view.widths() {
		edge += w
		if x >= edge-dragReach && x <= edge+dragReach {
			return i
		}
	}
	return -1
}

func (h *gridHead) Cursor() desktop.Cursor {
	if h.atEdge {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

func (h *gridHead) MouseMoved(ev *desktop.MouseEvent) {
	h.atEdge = h.edgeAt(ev.Position.X-h.view.gutter()) >= 0
}

func (h *gridHead) Dragged(ev *fyne.DragEvent) {
	x := ev.Position.X - h.view.gutter()
	if h.dragging < 0 {
		h.dragging = h.edgeAt(x - ev.Dragged.DX)
	}
	if h.dragging < 0 {
		return
	}
	h.widen(h.dragging, x-sumOf(h.view.widths()[:h.dragging]))
}

func (h *gridHead) DragEnd() {
	if h.dragging < 0 {
		return
	}
	h.dragging = -1
	h.view.model.widthsDragged()
}

func (h *gridHead) widen(column int, width float32) {
	h.view.cols.drag(column, width)
	h.view.self.Refresh()
}

func (h *gridHead) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		h.active = max(h.active-1, 0)
	case fyne.KeyRight:
		h.active = min(h.active+1, len(h.titles)-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		h.view.model.sorted(h.active)
	case fyne.KeySpace:
	default:
		passKey(h, ev)
		return
	}
	h.Refresh()
}

func (h *gridHead) TypedRune(r rune) {
	step := map[rune]float32{'+': widthStep, '-': -widthStep}[r]
	switch {
	case r == ' ':
		h.view.model.sorted(h.active)
	case step != 0 && h.active < len(h.titles):
		h.widen(h.active, h.view.widths()[h.active]+step)
		h.view.model.widthsDragged()
	}
}

func (h *gridHead) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.rule}
	for i := range h.titles {
		objects = append(objects, h.titles[i].shown, h.marks[i])
	}
	r := &boxRenderer{owner: h, objects: append(objects, h.ring.objects()...)}
	r.refresh = h.paint
	r.layout = h.place
	r.minSize = func() fyne.Size { return fyne.NewSize(0, theme.Size(theme.TableHead)) }
	r.refresh()
	return r
}

func (h *gridHead) paint() {
	h.rule.FillColor = theme.Color(theme.Line2)
	for i, t := range h.titles {
		spec := h.view.cols.specs[i]
		token, mark := theme.Text2, icons.None
		if i == h.view.sortBy {
			token, mark = theme.Text, icons.SortUp
			if h.view.descending {
				mark = icons.SortDown
			}
		}
		t.set(RoleCaption, spec.title, token, spec.align)
		setIcon(h.marks[i], mark, theme.Text, theme.IconSmall)
	}
	h.ring.paint(h.ringed)
}

func (h *gridHead) place(size fyne.Size) {
	line := theme.Size(theme.Hairline)
	h.rule.Move(fyne.NewPos(0, size.Height-line))
	h.rule.Resize(fyne.NewSize(size.Width, line))
	x, pad := h.view.gutter(), theme.Size(theme.Gap4)
	for i, w := range h.view.widths() {
		h.placeTitle(i, fyne.NewPos(x+pad, 0), fyne.NewSize(max(w-2*pad, 0), size.Height))
		if i == h.active {
			h.ring.place(fyne.NewPos(x, 0), fyne.NewSize(w, size.Height))
		}
		x += w
	}
}

// placeTitle puts the sort mark right after the word, or before it where the column is right-aligned.
func (h *gridHead) placeTitle(i int, at fyne.Position, box fyne.Size) {
	t := h.titles[i]
	if h.marks[i].Hidden {
		t.place(at, box)
		return
	}
	icon := theme.Size(theme.IconSmall)
	word := min(naturalText(RoleCaption, t.text).Width, max(box.Width-icon, 0))
	if t.shown.Alignment == fyne.TextAlignTrailing {
		placeIcon(h.marks[i], at.X+box.Width-word-icon, icon, box)
		t.place(at, box)
		return
	}
	t.place(at, fyne.NewSize(word, box.Height))
	placeIcon(h.marks[i], at.X+word, icon, box)
}
