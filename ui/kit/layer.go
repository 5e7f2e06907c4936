package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

const tipDelay = 600 * time.Millisecond

// Layer is the content of a window or of a dialog: a page, and above it one popup, the toast and a tooltip. A popup in a Layer
// leaves the keyboard where it is, which one on Fyne's overlay stack would not.
type Layer struct {
	widget.BaseWidget
	env     *Env
	content fyne.CanvasObject

	catcher *catcher
	popup   *popupBox
	toast   *toastBox
	tip     *tipBox
	tipFor  fyne.CanvasObject
	tipStop func()
}

// NewLayer puts content under a layer. Give it to Window.SetContent, with Window.SetPadded(false).
func NewLayer(env *Env, content fyne.CanvasObject) *Layer {
	l := &Layer{env: env, content: content, tipStop: func() {}}
	l.catcher = newCatcher(l.ClosePopup)
	l.tip = newTipBox()
	l.ExtendBaseWidget(l)
	return l
}

// SetContent changes the page under the layer and closes what lies on it, except the toast.
func (l *Layer) SetContent(content fyne.CanvasObject) {
	l.ClosePopup()
	l.hideTip(l.tipFor)
	l.content = content
	l.Refresh()
}

// Content returns the page under the layer.
func (l *Layer) Content() fyne.CanvasObject { return l.content }

// ClosePopup closes the popup, if there is one.
func (l *Layer) ClosePopup() {
	p := l.popup
	if p == nil {
		return
	}
	l.popup = nil
	l.Refresh()
	if p.onClose != nil {
		p.onClose()
	}
}

// openPopup shows content of the given size at the lower edge of anchor, or above it where there is no room below.
func (l *Layer) openPopup(anchor, content fyne.CanvasObject, size fyne.Size, onClose func()) {
	l.openPopupAt(content, size, l.placeBeside(anchor, size), onClose)
}

// openPopupAt shows content of the given size at a place in the layer.
func (l *Layer) openPopupAt(content fyne.CanvasObject, size fyne.Size, at fyne.Position, onClose func()) {
	l.ClosePopup()
	l.hideTip(l.tipFor)
	p := newPopupBox(content, onClose)
	p.Resize(size)
	p.Move(at)
	l.popup = p
	l.Refresh()
}

// fit moves a place so that something of the given size stands within the layer.
func (l *Layer) fit(at fyne.Position, size fyne.Size) fyne.Position {
	room := l.Size()
	return fyne.NewPos(max(min(at.X, room.Width-size.Width), 0), max(min(at.Y, room.Height-size.Height), 0))
}

func (l *Layer) placeBeside(anchor fyne.CanvasObject, size fyne.Size) fyne.Position {
	at := l.positionOf(anchor)
	room := l.Size()
	y := at.Y + anchor.Size().Height
	if y+size.Height > room.Height && at.Y-size.Height >= 0 {
		y = at.Y - size.Height
	}
	x := max(min(at.X, room.Width-size.Width), 0)
	return fyne.NewPos(x, max(y, 0))
}

// positionOf returns where an object stands, seen from the layer.
func (l *Layer) positionOf(o fyne.CanvasObject) fyne.Position {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(o).Subtract(d.AbsolutePositionForObject(l))
}

func (l *Layer) tipSoon(anchor fyne.CanvasObject, text string) {
	l.tipStop()
	l.tipFor = anchor
	l.tipStop = l.env.after(tipDelay, func() { l.showTip(anchor, text) })
}

func (l *Layer) showTip(anchor fyne.CanvasObject, text string) {
	if l.tipFor != anchor || l.popup != nil && l.popup.content != anchor {
		return
	}
	l.tip.setText(text)
	size := l.tip.MinSize()
	l.tip.Resize(size)
	at := l.placeBeside(anchor, size.AddWidthHeight(0, tipGap))
	if at.Y >= l.positionOf(anchor).Y {
		at.Y += tipGap
	}
	l.tip.Move(at)
	l.tip.Show()
	l.Refresh()
}

func (l *Layer) hideTip(anchor fyne.CanvasObject) {
	if anchor == nil || l.tipFor != anchor {
		return
	}
	l.tipStop()
	l.tipFor = nil
	if l.tip.Visible() {
		l.tip.Hide()
		l.Refresh()
	}
}

// CreateRenderer is part of fyne.Widget.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return &layerRenderer{layer: l}
}

type layerRenderer struct{ layer *Layer }

func (r *layerRenderer) Layout(size fyne.Size) {
	l := r.layer
	l.catcher.Resize(size)
	if l.content != nil {
		l.content.Move(fyne.NewPos(0, 0))
		l.content.Resize(size)
	}
	if l.toast != nil {
		l.toast.place(size)
	}
}

func (r *layerRenderer) MinSize() fyne.Size {
	if r.layer.content == nil {
		return fyne.Size{}
	}
	return r.layer.content.MinSize()
}

func (r *layerRenderer) Objects() []fyne.CanvasObject {
	l := r.layer
	objects := make([]fyne.CanvasObject, 0, 5)
	if l.content != nil {
		objects = append(objects, l.content)
	}
	if l.popup != nil {
		objects = append(objects, l.catcher, l.popup)
	}
	if l.toast != nil {
		objects = append(objects, l.toast)
	}
	if l.tip.Visible() {
		objects = append(objects, l.tip)
	}
	return objects
}

func (r *layerRenderer) Refresh() {
	r.Layout(r.layer.Size())
	repaint(r.layer)
}

func (r *layerRenderer) Destroy() {}

// layerOf returns the layer an object is seen on: that of the topmost dialog, or that of the window. Nil means that the content of
// the window is no Layer, or that something of Fyne's own lies above it.
func layerOf(o fyne.CanvasObject) *Layer {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	if top := c.Overlays().Top(); top != nil {
		if d, ok := top.(*dialogShell); ok {
			return d.layer
		}
		return nil
	}
	return LayerOf(c)
}

// LayerOf returns the layer that is the content of the canvas, or nil.
func LayerOf(c fyne.Canvas) *Layer {
	if c == nil {
		return nil
	}
	l, _ := c.Content().(*Layer)
	return l
}
