package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// ShowMenu shows a menu at a place on the canvas of an object. It takes the keyboard while it is open: Up, Down, Home and End move, Enter
// chooses, Escape closes; afterwards the keyboard is where it was. Of an item the label, the action, Disabled and IsSeparator count.
func ShowMenu(o fyne.CanvasObject, at fyne.Position, items ...*fyne.MenuItem) {
	c, l := canvasOf(o), layerOf(o)
	if c == nil || l == nil || len(items) == 0 {
		return
	}
	m := newMenuList(items)
	m.layer, m.before = l, c.Focused()
	size := m.MinSize().Add(fyne.NewSquareSize(2 * theme.Size(theme.Gap4)))
	l.openPopupAt(m, size, l.fit(at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(l)), size), m.closed)
	c.Focus(m)
}

// menuList is an open menu.
type menuList struct {
	widget.BaseWidget
	layer  *Layer
	before fyne.Focusable // had the keyboard before
	items  []*fyne.MenuItem
	active int
	mark   *canvas.Rectangle
	words  []*textLine
	rules  []*canvas.Rectangle
}

var (
	_ fyne.Focusable    = (*menuList)(nil)
	_ fyne.Tappable     = (*menuList)(nil)
	_ desktop.Hoverable = (*menuList)(nil)
)

func newMenuList(items []*fyne.MenuItem) *menuList {
	m := &menuList{items: items, active: -1, mark: canvas.NewRectangle(theme.Color(theme.None))}
	for range items {
		m.words = append(m.words, newTextLine())
		m.rules = append(m.rules, canvas.NewRectangle(theme.Color(theme.None)))
	}
	m.ExtendBaseWidget(m)
	m.step(1)
	return m
}

func (m *menuList) usable(i int) bool {
	return i >= 0 && i < len(m.items) && !m.items[i].IsSeparator && !m.items[i].Disabled
}

// step moves to the next item that can be chosen, as far as there is one.
func (m *menuList) step(by int) {
	for i := m.active + by; i >= 0 && i < len(m.items); i += by {
		if m.usable(i) {
			m.active = i
			break
		}
	}
	m.Refresh()
}

func (m *menuList) choose(i int) {
	if !m.usable(i) {
		return
	}
	m.layer.ClosePopup()
	if act := m.items[i].Action; act != nil {
		act()
	}
}

// closed gives the keyboard back, unless it has gone elsewhere already.
func (m *menuList) closed() {
	c := canvasOf(m.layer)
	if c == nil || c.Focused() != fyne.Focusable(m) {
		return
	}
	if m.before == nil {
		c.Unfocus()
		return
	}
	c.Focus(m.before)
}

func (m *menuList) FocusGained() {}

func (m *menuList) FocusLost() {
	if p := m.layer.popup; p != nil && p.content == fyne.CanvasObject(m) {
		p.onClose = nil // the keyboard is on its way to somewhere else
		m.layer.ClosePopup()
	}
}

func (m *menuList) TypedRune(rune) {}

func (m *menuList) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		m.step(1)
	case fyne.KeyUp:
		m.step(-1)
	case fyne.KeyHome:
		m.active = -1
		m.step(1)
	case fyne.KeyEnd:
		m.active = len(m.items)
		m.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		m.choose(m.active)
	case fyne.KeyEscape:
		m.layer.ClosePopup()
	}
}

func (m *menuList) rowHeight(i int) float32 {
	if m.items[i].IsSeparator {
		return theme.Size(theme.Gap8)
	}
	return theme.Size(theme.RowFigures)
}

func (m *menuList) indexAt(y float32) int {
	for i := range m.items {
		h := m.rowHeight(i)
		if y >= 0 && y < h {
			return i
		}
		y -= h
	}
	return -1
}

func (m *menuList) Tapped(ev *fyne.PointEvent) { m.choose(m.indexAt(ev.Position.Y)) }

func (m *menuList) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

func (m *menuList) MouseMoved(ev *desktop.MouseEvent) {
	if i := m.indexAt(ev.Position.Y); m.usable(i) && i != m.active {
		m.active = i
		m.Refresh()
	}
}

func (m *menuList) MouseOut() {}

func (m *menuList) CreateRenderer() fyne.WidgetRenderer {
	objects := list(m.mark)
	for i := range m.items {
		objects = append(objects, m.words[i].shown, m.rules[i])
	}
	r := &boxRenderer{owner: m, objects: objects}
	r.refresh = m.paint
	r.layout = m.place
	r.minSize = m.least
	r.refresh()
	return r
}

func (m *menuList) least() fyne.Size {
	var out fyne.Size
	for i, item := range m.items {
		out.Width = max(out.Width, naturalText(RoleBody, item.Label).Width+2*theme.Size(theme.Gap12))
		out.Height += m.rowHeight(i)
	}
	return out
}

func (m *menuList) paint() {
	m.mark.FillColor, m.mark.CornerRadius = theme.Color(theme.Sel), theme.Size(theme.RadiusBlock)
	m.mark.Hidden = !m.usable(m.active)
	for i, item := range m.items {
		token := theme.Text
		switch {
		case item.Disabled:
			token = theme.Text3
		case i == m.active:
			token = theme.Accent
		}
		m.words[i].set(RoleBody, item.Label, token, fyne.TextAlignLeading)
		m.words[i].shown.Hidden = item.IsSeparator
		m.rules[i].Hidden = !item.IsSeparator
		m.rules[i].FillColor = theme.Color(theme.Line)
	}
}

func (m *menuList) place(size fyne.Size) {
	y, pad, line := float32(0), theme.Size(theme.Gap12), theme.Size(theme.Hairline)
	for i := range m.items {
		h := m.rowHeight(i)
		m.words[i].place(fyne.NewPos(pad, y), fyne.NewSize(max(size.Width-2*pad, 0), h))
		m.rules[i].Move(fyne.NewPos(0, y+h/2))
		m.rules[i].Resize(fyne.NewSize(size.Width, line))
		if i == m.active {
			m.mark.Move(fyne.NewPos(0, y))
			m.mark.Resize(fyne.NewSize(size.Width, h))
		}
		y += h
	}
}
