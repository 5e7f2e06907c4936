package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (v *gridView) takeFocus() {
	f, ok := v.self.(fyne.Focusable)
	if !ok || v.focused {
		return
	}
	v.byMouse = true
	focus(v.self, f)
	v.byMouse = false
}

// FocusGained is part of fyne.Focusable. By key the first row is selected, so that the place is seen.
func (v *gridView) FocusGained() {
	v.focused, v.ringed = true, !v.byMouse
	if v.ringed && v.selected < 0 {
		v.choose(0)
	}
	v.revealOnPage()
	v.self.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (v *gridView) FocusLost() {
	v.focused, v.ringed, v.shift = false, false, false
	v.self.Refresh()
}

// KeyDown is part of desktop.Keyable; Fyne does not tell of Shift together with a function key in any other way.
func (v *gridView) KeyDown(ev *fyne.KeyEvent) { v.setShift(ev, true) }

// KeyUp is part of desktop.Keyable.
func (v *gridView) KeyUp(ev *fyne.KeyEvent) { v.setShift(ev, false) }

func (v *gridView) setShift(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		v.shift = down
	}
}

// TypedKey is part of fyne.Focusable.
func (v *gridView) TypedKey(ev *fyne.KeyEvent) {
	if !v.ringed {
		v.ringed = true
		v.body.update(true)
	}
	if !v.navigate(ev.Name) && !v.command(ev.Name) {
		passKey(v.self, ev)
	}
}

// navigate moves the selection.
func (v *gridView) navigate(name fyne.KeyName) bool {
	if v.count == 0 {
		return false
	}
	_, height := v.sight()
	page := max(int(height/v.rowHeight())-1, 1)
	last := v.count - 1
	at := map[fyne.KeyName]int{
		fyne.KeyUp: v.selected - 1, fyne.KeyDown: v.selected + 1, fyne.KeyHome: 0, fyne.KeyEnd: last,
		fyne.KeyPageUp: v.selected - page, fyne.KeyPageDown: v.selected + page,
	}
	to, ok := at[name]
	if ok {
		v.choose(min(max(to, 0), last))
	}
	return ok
}

// command does something with the selected row, and says whether the key meant anything.
func (v *gridView) command(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		return v.model.activate(v.selected)
	case fyne.KeyDelete:
		return v.model.remove(v.selected)
	case fyne.KeyInsert:
		return v.model.insert()
	case desktop.KeyMenu:
		return v.showMenu()
	case fyne.KeyF10:
		return v.shift && v.showMenu()
	case fyne.KeyBackspace:
		v.search(strings.TrimSuffix(v.typed, lastRune(v.typed)))
		return true
	case fyne.KeySpace:
		return true // comes again as a rune
	}
	return false
}

func lastRune(s string) string {
	r := []rune(s)
	return string(r[max(len(r)-1, 0):])
}

func (v *gridView) showMenu() bool {
	row := v.body.row(v.selected)
	items := v.model.menu(v.selected)
	if row == nil || len(items) == 0 {
		return false
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row)
	ShowMenu(row, at.AddXY(v.gutter(), v.rowHeight()), items...)
	return true
}

// TypedRune is part of fyne.Focusable. Space toggles the row; letters search in the type column.
func (v *gridView) TypedRune(r rune) {
	if r == ' ' && v.typed == "" {
		v.model.toggle(v.selected)
		return
	}
	if v.typed == "" && v.model.typedTo(v.selected, r) {
		return
	}
	v.search(v.typed + string(r))
}

// search selects the first row that begins with what was typed, marks aside; a second of rest begins a new word.
func (v *gridView) search(typed string) {
	v.typed = typed
	v.typeStop()
	v.typeStop = v.env.after(RestTime, func() { v.typed = "" })
	if v.typeColumn < 0 || typed == "" {
		return
	}
	key := v.env.fold(typed)
	for i := range v.count {
		look, ok := v.model.look(v.typeColumn, i)
		if ok && strings.HasPrefix(v.env.fold(look.text), key) {
			v.choose(i)
			return
		}
	}
}

// TypedShortcut is part of fyne.Shortcutable.
func (v *gridView) TypedShortcut(s fyne.Shortcut) {
	if !v.shortcut(s) {
		passShortcut(v.self, s)
	}
}

func (v *gridView) shortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		return v.copy(s.Clipboard)
	case *fyne.ShortcutCut:
		return v.model.cut(v.selected)
	case *fyne.ShortcutPaste:
		return s.Clipboard != nil && v.model.paste(s.Clipboard.Content())
	case *desktop.CustomShortcut:
		if s.Modifier != fyne.KeyModifierAlt {
			return false
		}
		switch s.KeyName {
		case fyne.KeyUp:
			return v.model.moveBy(v.selected, -1)
		case fyne.KeyDown:
			return v.model.moveBy(v.selected, 1)
		}
	}
	return false
}

func (v *gridView) copy(clip fyne.Clipboard) bool {
	text := v.model.rowText(v.selected)
	if clip == nil || text == "" {
		return false
	}
	clip.SetContent(text)
	return true
}
