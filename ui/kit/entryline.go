package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// entryLine is how the text of an entry of one line stands in it. The text is moved so that the cursor is in sight, or so that it ends at
// the right, and what does not fit is cut off. Fyne's own scrolling would draw bars over the text.
//
// Only the text is cut off, and only where it does not fit: Fyne looks for what was clicked within the innermost thing that cuts off and
// forgets those around it, so that an entry which lay in one would be hit where the page around it has scrolled it out of sight.
type entryLine struct {
	entry  *entry
	right  bool
	offset float32 // how far the text is moved to the left
	over   bool    // the text does not fit
	text   fyne.CanvasObject
	window *cutOff
}

func newEntryLine(e *entry) *entryLine {
	l := &entryLine{entry: e, window: newCutOff()}
	e.Wrapping, e.Scroll = fyne.TextWrapOff, fyne.ScrollNone
	e.OnCursorChanged = l.follow
	return l
}

// follow moves the text so that the cursor is seen.
func (l *entryLine) follow() {
	if !l.entry.host.entryHasCursor() {
		return
	}
	pad := theme.Size(theme.FieldPad)
	x, width := l.entry.CursorPosition().X, l.entry.Size().Width
	offset := l.offset
	if x+pad > offset+width {
		offset = x + pad - width
	}
	if x-pad < offset {
		offset = max(x-pad, 0)
	}
	if offset != l.offset {
		l.offset = offset
		l.place()
	}
}

// rewind shows the beginning of the text again.
func (l *entryLine) rewind() {
	l.offset = 0
	l.place()
}

// at is where the text begins in the entry.
func (l *entryLine) at() fyne.Position {
	if l.text == nil {
		return fyne.Position{}
	}
	return l.text.Position()
}

func (l *entryLine) place() {
	if l.text == nil {
		return // not shown yet
	}
	size, want := l.entry.Size(), l.text.MinSize()
	width := max(want.Width+theme.Size(theme.Gap2), size.Width)
	x := -min(l.offset, max(width-size.Width, 0))
	if l.right && want.Width < size.Width {
		width = want.Width
		x = size.Width - width
	}
	l.text.Move(fyne.NewPos(x, (size.Height-want.Height)/2))
	l.text.Resize(fyne.NewSize(width, want.Height))
	l.window.Resize(size)
	l.over = width > size.Width
	repaint(l.entry)
}

// entryLineRenderer is Fyne's renderer of an entry with the text placed by an entryLine.
type entryLineRenderer struct {
	fyne.WidgetRenderer
	line *entryLine
}

func newEntryLineRenderer(l *entryLine, of fyne.WidgetRenderer) *entryLineRenderer {
	for _, o := range of.Objects() {
		if w, ok := o.(fyne.Widget); ok {
			l.text = w
		}
	}
	l.window.content = l.text
	of.MinSize() // without it the text has no size of its own yet
	return &entryLineRenderer{of, l}
}

func (r *entryLineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.WidgetRenderer.MinSize().Height)
}

func (r *entryLineRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.line.place()
}

func (r *entryLineRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.line.place()
}

func (r *entryLineRenderer) Objects() []fyne.CanvasObject {
	if r.line.over {
		return list(r.line.window)
	}
	return list(r.line.text)
}

// cutOff cuts off what of its content lies outside.
type cutOff struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

func newCutOff() *cutOff {
	c := &cutOff{}
	c.ExtendBaseWidget(c)
	return c
}

func (c *cutOff) CreateRenderer() fyne.WidgetRenderer {
	r := &clipRenderer{}
	r.owner, r.boxRenderer.objects = c, list(c.content)
	r.refresh, r.layout = func() {}, func(fyne.Size) {}
	r.minSize = func() fyne.Size { return fyne.Size{} }
	return r
}

// clipRenderer cuts off what lies outside its widget; Fyne knows it by the method IsClip.
type clipRenderer struct{ boxRenderer }

// IsClip marks the renderer.
func (r *clipRenderer) IsClip() {}
