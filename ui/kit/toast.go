package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/ui/theme"
)

// ToastTime is how long a toast stays, unless the pointer or the keyboard is on it.
const ToastTime = 8 * time.Second

// ShowToast says something at the bottom of the window for eight seconds, with one action such as "Hoàn tác (Ctrl+Z)". An empty
// action shows none. A new toast replaces the old one.
func ShowToast(win fyne.Window, text, action string, do func()) {
	if l := LayerOf(win.Canvas()); l != nil {
		l.showToast(text, action, do)
	}
}

// ToastCloser returns what closes the toast that is shown now, and no other.
func ToastCloser(win fyne.Window) func() {
	l := LayerOf(win.Canvas())
	if l == nil {
		return func() {}
	}
	shown := l.toast
	return func() {
		if l.toast == shown {
			l.closeToast()
		}
	}
}

func (l *Layer) showToast(text, action string, do func()) {
	l.closeToast()
	l.toast = newToastBox(l, text, action, do)
	l.Refresh()
	l.toast.startClock()
}

func (l *Layer) closeToast() {
	if l.toast == nil {
		return
	}
	t := l.toast
	l.toast = nil
	t.stop()
	if c := canvasOf(l); c != nil && t.focused {
		c.Unfocus()
	}
	l.Refresh()
}

// toastBox is the toast. The whole of it is one control: Enter, Space or a click does its action.
type toastBox struct {
	control
	layer        *Layer
	text, action string
	do           func()
	stop         func()
	fill         *plate
	line, word   *textLine
}

func newToastBox(l *Layer, text, action string, do func()) *toastBox {
	t := &toastBox{layer: l, text: text, action: action, do: do, stop: func() {}}
	t.fill, t.line, t.word = newPlate(), newTextLine(), newTextLine()
	t.init(t, t.pressed)
	return t
}

// Disabled keeps a toast without an action out of the order of Tab.
func (t *toastBox) Disabled() bool { return t.action == "" }

func (t *toastBox) pressed() {
	t.layer.closeToast()
	if t.do != nil {
		t.do()
	}
}

func (t *toastBox) startClock() {
	t.stop()
	t.stop = t.layer.env.after(ToastTime, func() {
		if t.layer.toast == t {
			t.layer.closeToast()
		}
	})
}

func (t *toastBox) restart() {
	if t.hovered || t.focused {
		t.stop()
		t.stop = func() {}
		return
	}
	if t.layer.toast == t {
		t.startClock()
	}
}

func (t *toastBox) FocusGained() {
	t.control.FocusGained()
	t.restart()
}

func (t *toastBox) FocusLost() {
	t.control.FocusLost()
	t.restart()
}

func (t *toastBox) MouseIn(ev *desktop.MouseEvent) {
	t.control.MouseIn(ev)
	t.restart()
}

func (t *toastBox) MouseOut() {
	t.control.MouseOut()
	t.restart()
}

// place puts the toast at the bottom centre of the layer, above the line at the foot in which the next row is typed.
func (t *toastBox) place(room fyne.Size) {
	margin := theme.Size(theme.PageMargin)
	size := naturalSize(t)
	size.Width = min(size.Width, room.Width-2*margin)
	t.Resize(size)
	t.Move(fyne.NewPos((room.Width-size.Width)/2, room.Height-size.Height-margin-theme.Size(theme.FieldHeight)))
}

func (t *toastBox) actionWidth() float32 {
	if t.action == "" {
		return 0
	}
	return naturalText(RoleStrong, t.action).Width + theme.Size(theme.Gap24)
}

func (t *toastBox) natural() fyne.Size {
	w := naturalText(RoleBody, t.text).Width + t.actionWidth() + 2*theme.Size(theme.Gap16)
	return fyne.NewSize(w, theme.Size(theme.ToastHeight))
}

func (t *toastBox) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{owner: t, objects: join(t.fill.objects(), list(t.line.shown, t.word.shown))}
	r.refresh = func() {
		border := theme.ToastFill
		if t.ringed {
			border = theme.ToastAction
		}
		t.fill.paint(theme.Size(theme.RadiusDialog), level{border, 0}, level{theme.ToastFill, theme.Size(theme.FocusWidth)})
		t.line.set(RoleBody, t.text, theme.ToastText, fyne.TextAlignLeading)
		t.word.set(RoleStrong, t.action, theme.ToastAction, fyne.TextAlignTrailing)
	}
	r.minSize = func() fyne.Size { return fyne.NewSize(0, theme.Size(theme.ToastHeight)) }
	r.layout = func(size fyne.Size) {
		t.fill.place(fyne.Position{}, size)
		pad, action := theme.Size(theme.Gap16), t.actionWidth()
		t.line.place(fyne.NewPos(pad, 0), fyne.NewSize(size.Width-2*pad-action, size.Height))
		t.word.place(fyne.NewPos(size.Width-pad-action, 0), fyne.NewSize(action, size.Height))
	}
	r.refresh()
	return r
}
