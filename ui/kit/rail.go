package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// RailItem is one entry of the rail. At its right stands a count, a warning in words ("2 quá hạn") or a key ("F1").
type RailItem struct {
	ID, Title, Right string
	Icon             icons.Name
	Bottom           bool // stands at the lower end
}

// Rail is the list of places at the left: 208 wide, or 56 with icons only.
type Rail struct {
	widget.BaseWidget
	brand   *railBrand
	entries []*railEntry
	back    *canvas.Rectangle
	folded  bool
	onOpen  func(id string)
}

// NewRail returns a rail under the name of the program and of the office.
func NewRail(name, office string, items []RailItem, onOpen func(id string)) *Rail {
	r := &Rail{brand: newRailBrand(name, office), onOpen: onOpen}
	r.back = canvas.NewRectangle(theme.Color(theme.None))
	for _, item := range items {
		r.entries = append(r.entries, newRailEntry(r, item))
	}
	r.ExtendBaseWidget(r)
	return r
}

// Select marks the place where the window is; an unknown ID marks none. It does not tell onOpen.
func (r *Rail) Select(id string) {
	for _, e := range r.entries {
		e.active = e.item.ID == id
		e.Refresh()
	}
}

// SetRight changes what stands at the right of an entry.
func (r *Rail) SetRight(id, text string) {
	for _, e := range r.entries {
		if e.item.ID == id && e.item.Right != text {
			e.item.Right = text
			e.Refresh()
		}
	}
}

// SetOffice changes the name of the office.
func (r *Rail) SetOffice(office string) {
	r.brand.office = office
	r.brand.Refresh()
}

// Fold shows icons only, or words again.
func (r *Rail) Fold(folded bool) {
	if r.folded == folded {
		return
	}
	r.folded = folded
	for _, e := range r.entries {
		e.fold()
	}
	r.Refresh()
}

// Width returns the width the rail has now.
func (r *Rail) Width() float32 {
	if r.folded {
		return theme.Size(theme.RailFolded)
	}
	return theme.Size(theme.RailWidth)
}

// CreateRenderer is part of fyne.Widget.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	objects := []fyne.CanvasObject{r.back, r.brand}
	for _, e := range r.entries {
		objects = append(objects, e)
	}
	b := &boxRenderer{owner: r, objects: objects}
	b.refresh = func() { r.back.FillColor = theme.Color(theme.Ground) }
	b.minSize = func() fyne.Size { return fyne.NewSize(r.Width(), 0) }
	b.layout = r.place
	b.refresh()
	return b
}

func (r *Rail) place(size fyne.Size) {
	r.back.Resize(size)
	r.brand.folded = r.folded
	r.brand.Resize(fyne.NewSize(size.Width, theme.Size(theme.RailBrand)))
	h := theme.Size(theme.RailEntry)
	top := theme.Size(theme.RailBrand) + theme.Size(theme.Gap8)
	bottom := size.Height - theme.Size(theme.Gap8)
	for _, e := range r.entries {
		if e.item.Bottom {
			bottom -= h
		}
	}
	for _, e := range r.entries {
		y := &top
		if e.item.Bottom {
			y = &bottom
		}
		e.Move(fyne.NewPos(0, *y))
		e.Resize(fyne.NewSize(size.Width, h))
		*y += h
	}
}

// railEntry is one entry.
type railEntry struct {
	control
	rail   *Rail
	item   RailItem
	active bool
	back   *canvas.Rectangle
	bar    *canvas.Rectangle
	ring   *outline
	icon   *canvas.Image
	word   *textLine
	right  *textLine
}

func newRailEntry(r *Rail, item RailItem) *railEntry {
	e := &railEntry{rail: r, item: item, icon: newImage(), word: newTextLine(), right: newTextLine(), ring: newOutline()}
	e.back, e.bar = canvas.NewRectangle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
	e.init(e, func() {
		if r.onOpen != nil {
			r.onOpen(item.ID)
		}
	})
	return e
}

// fold gives the word to the tooltip while only the icon is seen.
func (e *railEntry) fold() {
	e.tip = ""
	if e.rail.folded {
		e.tip = e.item.Title
		if e.item.Right != "" {
			e.tip += " · " + e.item.Right
		}
	}
	e.Refresh()
}

// TypedKey moves between entries with Up and Down.
func (e *railEntry) TypedKey(ev *fyne.KeyEvent) {
	c := canvasOf(e)
	switch {
	case ev.Name == fyne.KeyDown && c != nil:
		c.FocusNext()
	case ev.Name == fyne.KeyUp && c != nil:
		c.FocusPrevious()
	default:
		e.control.TypedKey(ev)
	}
}

// Cursor is part of desktop.Cursorable.
func (e *railEntry) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (e *railEntry) CreateRenderer() fyne.WidgetRenderer {
	objects := append(list(e.back, e.bar, e.icon, e.word.shown, e.right.shown), e.ring.objects()...)
	r := &boxRenderer{owner: e, objects: objects}
	r.refresh = e.paint
	r.layout = e.place
	r.minSize = func() fyne.Size { return fyne.NewSize(theme.Size(theme.RailFolded), theme.Size(theme.RailEntry)) }
	r.refresh()
	return r
}

func (e *railEntry) paint() {
	role, token, back := RoleNav, theme.Text2, theme.None
	switch {
	case e.active:
		role, token, back = RoleNavOn, theme.Accent, theme.Paper
	case e.hovered:
		token, back = theme.Text, theme.Hover
	}
	e.back.FillColor, e.bar.FillColor = theme.Color(back), theme.Color(theme.Accent)
	e.bar.Hidden = !e.active
	setIcon(e.icon, e.item.Icon, token, theme.IconRail)
	e.word.set(role, e.item.Title, token, fyne.TextAlignLeading)
	e.right.set(RoleCaption, e.item.Right, "", fyne.TextAlignTrailing)
	e.word.shown.Hidden, e.right.shown.Hidden = e.rail.folded, e.rail.folded
	e.ring.paint(e.ringed)
}

func (e *railEntry) place(size fyne.Size) {
	e.back.Resize(size)
	e.bar.Resize(fyne.NewSize(theme.Size(theme.RailLine), size.Height))
	e.ring.place(fyne.Position{}, size)
	icon := theme.Size(theme.IconRail)
	inset := (theme.Size(theme.RailFolded) - icon) / 2
	placeIcon(e.icon, inset, icon, size)
	x := inset + icon + theme.Size(theme.Gap12)
	room := size.Width - x - theme.Size(theme.Gap16)
	right := naturalText(RoleCaption, e.item.Right).Width
	e.word.place(fyne.NewPos(x, 0), fyne.NewSize(max(room-right, 0), size.Height))
	e.right.place(fyne.NewPos(x+room-right, 0), fyne.NewSize(right, size.Height))
}

// railBrand is the mark of the program with its name and that of the office.
type railBrand struct {
	widget.BaseWidget
	name, office string
	folded       bool
	tile         *canvas.Rectangle
	mark         *canvas.Image
	title, sub   *textLine
}

func newRailBrand(name, office string) *railBrand {
	b := &railBrand{name: name, office: office, mark: newImage(), title: newTextLine(), sub: newTextLine()}
	b.tile = canvas.NewRectangle(theme.Color(theme.None))
	b.ExtendBaseWidget(b)
	return b
}

func (b *railBrand) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{owner: b, objects: []fyne.CanvasObject{b.tile, b.mark, b.title.shown, b.sub.shown}}
	r.refresh = func() {
		b.tile.FillColor, b.tile.CornerRadius = theme.Color(theme.Accent), theme.Size(theme.RadiusField)
		setIcon(b.mark, icons.Bridge, theme.OnAccent, theme.Gap24)
		b.title.set(RoleSection, b.name, "", fyne.TextAlignLeading)
		b.sub.set(RoleCaption, b.office, "", fyne.TextAlignLeading)
		b.title.shown.Hidden, b.sub.shown.Hidden = b.folded, b.folded
	}
	r.minSize = func() fyne.Size { return fyne.NewSize(theme.Size(theme.RailFolded), theme.Size(theme.RailBrand)) }
	r.layout = func(size fyne.Size) {
		tile, icon := theme.Size(theme.RingSmall), theme.Size(theme.Gap24)
		left := theme.Size(theme.Gap16)
		if b.folded {
			left = (theme.Size(theme.RailFolded) - tile) / 2
		}
		b.tile.Move(centred(left, fyne.NewSquareSize(tile), size))
		b.tile.Resize(fyne.NewSquareSize(tile))
		placeIcon(b.mark, left+(tile-icon)/2, icon, size)
		x := left + tile + theme.Size(theme.Gap8)
		first, second := theme.Size(theme.LineNav), theme.Size(theme.LineCaption)
		y, w := (size.Height-first-second)/2, max(size.Width-x-theme.Size(theme.Gap8), 0)
		b.title.place(fyne.NewPos(x, y), fyne.NewSize(w, first))
		b.sub.place(fyne.NewPos(x, y+first), fyne.NewSize(w, second))
	}
	r.refresh()
	return r
}
