package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// entryClip is the window through which an entry of one line is seen. The entry is as wide as its text; it is moved so that the cursor is in
// sight, or so that the text ends at the right. Fyne's own scrolling would draw bars over the text.
type entryClip struct {
	widget.BaseWidget
	entry  *entry
	right  bool
	offset float32 // how far the entry is moved to the left
}

var _ fyne.Tappable = (*entryClip)(nil)

func newEntryClip(e *entry) *entryClip {
	c := &entryClip{entry: e}
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollNone
	e.OnCursorChanged = c.follow
	c.ExtendBaseWidget(c)
	return c
}

// Tapped gives the keyboard to the entry when the room beside its text is clicked.
func (c *entryClip) Tapped(*fyne.PointEvent) {
	c.entry.byMouse = true
	focus(c.entry, c.entry)
	c.entry.byMouse = false
}

// Cursor is part of desktop.Cursorable.
func (c *entryClip) Cursor() desktop.Cursor { return desktop.TextCursor }

// follow moves the entry so that the cursor is seen.
func (c *entryClip) follow() {
	if !c.entry.host.entryHasCursor() {
		return
	}
	pad := theme.Size(theme.FieldPad)
	x, width := c.entry.CursorPosition().X, c.Size().Width
	offset := c.offset
	if x+pad > offset+width {
		offset = x + pad - width
	}
	if x-pad < offset {
		offset = max(x-pad, 0)
	}
	if offset != c.offset {
		c.offset = offset
		c.place()
	}
}

// rewind shows the beginning of the text again.
func (c *entryClip) rewind() {
	c.offset = 0
	c.place()
}

func (c *entryClip) place() {
	size, want := c.Size(), c.entry.MinSize()
	width := max(want.Width+theme.Size(theme.Gap2), size.Width)
	x := -min(c.offset, max(width-size.Width, 0))
	if c.right && want.Width < size.Width {
		width = want.Width
		x = size.Width - width
	}
	c.entry.Move(fyne.NewPos(x, (size.Height-want.Height)/2))
	c.entry.Resize(fyne.NewSize(width, want.Height))
}

func (c *entryClip) CreateRenderer() fyne.WidgetRenderer {
	r := &clipRenderer{}
	r.owner, r.boxRenderer.objects = c, list(c.entry)
	r.refresh = func() {}
	r.minSize = func() fyne.Size { return fyne.NewSize(0, c.entry.MinSize().Height) }
	r.layout = func(fyne.Size) { c.place() }
	return r
}

// clipRenderer cuts off what lies outside its widget; Fyne knows it by the method IsClip.
type clipRenderer struct{ boxRenderer }

// IsClip marks the renderer.
func (r *clipRenderer) IsClip() {}
