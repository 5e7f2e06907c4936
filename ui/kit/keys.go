package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// canvasOf returns the canvas an object is on, or nil.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// focus gives the keyboard to f, which stands on the canvas of o.
func focus(o fyne.CanvasObject, f fyne.Focusable) {
	if c := canvasOf(o); c != nil {
		c.Focus(f)
		return
	}
	// Fyne knows where an object stands only once it was drawn; this one was made just now.
	if all := fyne.CurrentApp().Driver().AllWindows(); len(all) == 1 {
		all[0].Canvas().Focus(f)
	}
}

// passKey hands on a key that the focused widget has no use for: to the dialog above the window, or to the window.
func passKey(from fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := canvasOf(from)
	if c == nil || isModifier(ev.Name) {
		return
	}
	if d := topDialog(c); d != nil {
		d.key(ev)
		return
	}
	if f := c.OnTypedKey(); f != nil {
		f(ev)
	}
}

// isModifier says whether a key only changes others; the window has its own way of hearing of those.
func isModifier(name fyne.KeyName) bool {
	switch name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight:
		return true
	}
	return false
}

// passShortcut hands on a shortcut to the window, which Fyne does not once the focused widget takes shortcuts at all.
func passShortcut(from fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// Committer is a widget that holds back what was typed until it is left.
type Committer interface {
	// Commit keeps what was typed now.
	Commit()
}

// Flush keeps what was typed into the field that has the cursor. Call it before a page changes, a paper is printed or the window closes.
func Flush(c fyne.Canvas) {
	if c == nil {
		return
	}
	if f, ok := c.Focused().(Committer); ok {
		f.Commit()
	}
}
