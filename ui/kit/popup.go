package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// popupBox frames a popup. It claims to be focusable, though never focused: that keeps a click on it from taking the focus away
// from the field it belongs to.
type popupBox struct {
	widget.BaseWidget
	content fyne.CanvasObject
	onClose func()
}

var (
	_ fyne.Focusable   = (*popupBox)(nil)
	_ fyne.Disableable = (*popupBox)(nil)
	_ fyne.Tappable    = (*popupBox)(nil)
)

func newPopupBox(content fyne.CanvasObject, onClose func()) *popupBox {
	p := &popupBox{content: content, onClose: onClose}
	p.ExtendBaseWidget(p)
	return p
}

func (p *popupBox) FocusGained()            {}
func (p *popupBox) FocusLost()              {}
func (p *popupBox) TypedRune(rune)          {}
func (p *popupBox) TypedKey(*fyne.KeyEvent) {}
func (p *popupBox) Enable()                 {}
func (p *popupBox) Disable()                {}
func (p *popupBox) Disabled() bool          { return true }
func (p *popupBox) Tapped(*fyne.PointEvent) {}
func (p *popupBox) Cursor() desktop.Cursor  { return desktop.DefaultCursor }

func (p *popupBox) CreateRenderer() fyne.WidgetRenderer {
	back := newPlate()
	r := &boxRenderer{objects: join(back.objects(), list(p.content))}
	r.layout = func(size fyne.Size) {
		back.place(fyne.Position{}, size)
		inset := theme.Size(theme.Gap4)
		p.content.Move(fyne.NewSquareOffsetPos(inset))
		p.content.Resize(size.SubtractWidthHeight(2*inset, 2*inset))
	}
	r.minSize = func() fyne.Size { return p.content.MinSize().Add(fyne.NewSquareSize(2 * theme.Size(theme.Gap4))) }
	r.refresh = func() { back.bordered(theme.RadiusField, theme.Paper, theme.FieldBorder, false) }
	r.owner = p
	r.refresh()
	return r
}

// catcher lies under a popup over the whole layer and closes it when anything else is clicked or scrolled.
type catcher struct {
	widget.BaseWidget
	onHit func()
}

func newCatcher(onHit func()) *catcher {
	c := &catcher{onHit: onHit}
	c.ExtendBaseWidget(c)
	return c
}

func (c *catcher) Tapped(*fyne.PointEvent)          { c.onHit() }
func (c *catcher) TappedSecondary(*fyne.PointEvent) { c.onHit() }
func (c *catcher) Scrolled(*fyne.ScrollEvent)       { c.onHit() }
func (c *catcher) MouseIn(*desktop.MouseEvent)      {}
func (c *catcher) MouseMoved(*desktop.MouseEvent)   {}
func (c *catcher) MouseOut()                        {}

func (c *catcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(theme.Color(theme.None)))
}
