package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// control is what everything clickable shares: hover, focus with a ring that is only seen with the keyboard, Enter and Space, and
// a tooltip.
type control struct {
	widget.DisableableWidget
	self    fyne.Widget
	act     func()
	tip     string
	hovered bool
	focused bool
	ringed  bool
	byMouse bool
}

var (
	_ fyne.Focusable    = (*control)(nil)
	_ fyne.Tappable     = (*control)(nil)
	_ desktop.Hoverable = (*control)(nil)
)

func (c *control) init(self fyne.Widget, act func()) {
	c.self, c.act = self, act
	c.ExtendBaseWidget(self)
}

// SetTooltip sets what is said when the pointer rests on it; name the shortcut here.
func (c *control) SetTooltip(text string) { c.tip = text }

// Tapped is part of fyne.Tappable. The focus comes here first, so that a field being edited is kept before the action runs.
func (c *control) Tapped(*fyne.PointEvent) {
	if c.Disabled() {
		return
	}
	c.takeFocus()
	c.hideTip()
	c.fire()
}

func (c *control) fire() {
	if c.act != nil && !c.Disabled() {
		c.act()
	}
}

func (c *control) takeFocus() {
	f, ok := c.self.(fyne.Focusable)
	if !ok {
		return
	}
	c.byMouse = true
	focus(c.self, f)
	c.byMouse = false
}

// FocusGained is part of fyne.Focusable.
func (c *control) FocusGained() {
	c.focused, c.ringed = true, !c.byMouse
	if c.ringed {
		revealed(c.self)
	}
	c.self.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (c *control) FocusLost() {
	c.focused, c.ringed = false, false
	c.self.Refresh()
}

// TypedRune is part of fyne.Focusable. Space acts here and not in TypedKey: the rune comes last, so it cannot fall into a field that
// the action has just brought up.
func (c *control) TypedRune(r rune) {
	if r == ' ' {
		c.ringed = true
		c.fire()
	}
}

// TypedKey is part of fyne.Focusable.
func (c *control) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.ringed = true
		c.fire()
	case fyne.KeySpace:
	default:
		passKey(c.self, ev)
	}
}

// MouseIn is part of desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	if l := layerOf(c.self); l != nil && c.tip != "" {
		l.tipSoon(c.self, c.tip)
	}
	c.self.Refresh()
}

// MouseMoved is part of desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (c *control) MouseOut() {
	c.hovered = false
	c.hideTip()
	c.self.Refresh()
}

func (c *control) hideTip() {
	if c.tip == "" {
		return
	}
	if l := layerOf(c.self); l != nil {
		l.hideTip(c.self)
	}
}
