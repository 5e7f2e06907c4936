package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/ui/kit"
)

// Shortcuts is a page that has keys of its own. It says whether it has used
// the shortcut.
type Shortcuts interface {
	Shortcut(fyne.Shortcut) bool
}

// Keys is a page that hears plain keys for which what has the keyboard had no
// use, such as Escape. It says whether it has used the key.
type Keys interface {
	Key(*fyne.KeyEvent) bool
}

// UseShortcut offers a shortcut to a page, which may be nil.
func UseShortcut(p Page, s fyne.Shortcut) bool {
	keys, ok := p.(Shortcuts)
	return ok && keys.Shortcut(s)
}

// UseKey offers a key to a page, which may be nil.
func UseKey(p Page, ev *fyne.KeyEvent) bool {
	keys, ok := p.(Keys)
	return ok && keys.Key(ev)
}

// BackTo is what Escape does beside a list: the keyboard goes back to it.
func (h *Host) BackTo(list fyne.Focusable, ev *fyne.KeyEvent) bool {
	c := h.Window.Canvas()
	if ev.Name != fyne.KeyEscape || c.Focused() == list {
		return false
	}
	c.Focus(list)
	return true
}

// letters are the keys that a page may use together with Ctrl, Alt or Shift.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// moves are the other ones.
func moves() []fyne.KeyName {
	return []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyInsert, fyne.KeyDelete,
		fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyMinus, fyne.KeyEqual,
	}
}

// ListenTo lets a window hear all shortcuts that a page or the window itself may
// use: Fyne tells a canvas only of those that it was told of before. Dialogs
// keep them away.
func ListenTo(c fyne.Canvas, hear func(fyne.Shortcut)) {
	add := func(s fyne.Shortcut) {
		c.AddShortcut(s, func(s fyne.Shortcut) {
			if !kit.HasDialog(c) {
				hear(s)
			}
		})
	}
	for _, s := range []fyne.Shortcut{
		&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutCut{}, &fyne.ShortcutCopy{}, &fyne.ShortcutPaste{},
		&fyne.ShortcutSelectAll{},
	} {
		add(s)
	}
	const ctrl, shift, alt = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift, fyne.KeyModifierAlt
	keys := moves()
	for _, r := range letters {
		keys = append(keys, fyne.KeyName(r))
	}
	for _, key := range keys {
		for _, m := range []fyne.KeyModifier{ctrl, alt, ctrl | shift, alt | shift} {
			add(&desktop.CustomShortcut{KeyName: key, Modifier: m})
		}
	}
}
