package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entryHost is the field around an entry. It hears of what happens there and may take keys and shortcuts away from it.
type entryHost interface {
	entryFocused(byMouse bool)
	entryLeft()
	entryChanged()
	entryHasCursor() bool
	entryKey(ev *fyne.KeyEvent) bool
	entryShortcut(s fyne.Shortcut) bool
	Commit()
}

// entry is Fyne's Entry without its box and border, which the field draws, and without its undo, which walks back through every
// tone mark that an input method typed.
type entry struct {
	widget.Entry
	host    entryHost
	env     *Env
	line    *entryLine // where there is only one
	byMouse bool
	clicked func() // after a click that brought the cursor here; may be nil
	pressed bool   // the mouse button that brought the cursor here is down
	fresh   bool   // the cursor has come in and nothing has been done yet
}

var _ Committer = (*entry)(nil)

func newEntry(env *Env, host entryHost, multiline bool) *entry {
	e := &entry{host: host, env: env}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multiline {
		e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	} else {
		e.line = newEntryLine(e)
	}
	e.OnChanged = func(string) { host.entryChanged() }
	e.ExtendBaseWidget(e)
	return e
}

// Commit is part of Committer.
func (e *entry) Commit() { e.host.Commit() }

// AcceptsTab is part of fyne.Tabbable: Tab always leaves the field.
func (e *entry) AcceptsTab() bool { return false }

func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.host.entryFocused(e.byMouse)
	e.fresh = !e.byMouse && !e.MultiLine
}

// KeyUp marks the whole text when Tab has brought the cursor here. FocusGained would be too early to tell: it also comes when the window
// gets the keyboard back, and then the next letter must not replace everything.
func (e *entry) KeyUp(ev *fyne.KeyEvent) {
	e.Entry.KeyUp(ev)
	if ev.Name == fyne.KeyTab && e.fresh {
		e.markAll()
	}
}

// markAll marks the whole text, so that typing replaces it.
func (e *entry) markAll() {
	e.fresh = false
	e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (e *entry) TypedRune(r rune) {
	e.fresh = false
	e.Entry.TypedRune(r)
}

func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	e.host.entryLeft()
}

func (e *entry) MouseDown(ev *desktop.MouseEvent) {
	e.byMouse = true
	e.pressed = !e.host.entryHasCursor() && ev.Button != desktop.MouseButtonSecondary
	in := *ev
	in.Position = e.inText(ev.Position)
	e.Entry.MouseDown(&in)
	e.byMouse = false
}

// MouseUp ends a click.
func (e *entry) MouseUp(ev *desktop.MouseEvent) {
	e.Entry.MouseUp(ev)
	if e.pressed && e.clicked != nil && e.host.entryHasCursor() && e.SelectedText() == "" {
		e.clicked()
	}
	e.pressed = false
}

// Dragged marks text; Fyne's text hears of it first where the pointer is on it.
func (e *entry) Dragged(ev *fyne.DragEvent) {
	in := *ev
	in.Position = e.inText(ev.Position)
	e.Entry.Dragged(&in)
}

// inText is a place in the entry as its text counts: above and below the one line is on it.
func (e *entry) inText(at fyne.Position) fyne.Position {
	if e.line == nil {
		return at
	}
	return fyne.NewPos(at.X-e.line.at().X, e.MinSize().Height/2)
}

func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	if e.host.entryKey(ev) {
		return
	}
	switch {
	case isEditingKey(ev.Name):
		e.fresh = false
		e.Entry.TypedKey(ev)
	case isCommandKey(ev.Name):
		passKey(e, ev)
	}
}

// isCommandKey says whether a key that edits nothing means something to the window. Fyne sends a key for each letter too; those are the
// field's own.
func isCommandKey(name fyne.KeyName) bool {
	return name == fyne.KeyEscape || strings.HasPrefix(string(name), "F") && len(name) > 1
}

func isEditingKey(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft,
		fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		return true
	}
	return false
}

func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if e.host.entryShortcut(s) {
		return
	}
	if isEditingShortcut(s) {
		e.Entry.TypedShortcut(s)
		return
	}
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault && e.toEdge(c.KeyName) {
		return
	}
	e.host.Commit()
	passShortcut(e, s)
}

func isEditingShortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutCut, *fyne.ShortcutCopy, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		return true
	case *desktop.CustomShortcut:
		word := s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault
		switch s.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
			return word
		}
	}
	return false
}

// TappedSecondary shows our own menu, since Fyne's offers its own undo.
func (e *entry) TappedSecondary(ev *fyne.PointEvent) {
	focus(e, e)
	w := e.env.words()
	clip := fyne.CurrentApp().Clipboard()
	say := func(s fyne.Shortcut) func() { return func() { e.TypedShortcut(s) } }
	ShowMenu(e, ev.AbsolutePosition,
		fyne.NewMenuItem(w.Undo, say(&fyne.ShortcutUndo{})),
		fyne.NewMenuItem(w.Redo, say(&fyne.ShortcutRedo{})),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(w.Cut, say(&fyne.ShortcutCut{Clipboard: clip})),
		fyne.NewMenuItem(w.Copy, say(&fyne.ShortcutCopy{Clipboard: clip})),
		fyne.NewMenuItem(w.Paste, say(&fyne.ShortcutPaste{Clipboard: clip})),
		fyne.NewMenuItem(w.SelectAll, say(&fyne.ShortcutSelectAll{})),
	)
}

// CreateRenderer hides the box and the border that Fyne draws, the first two rectangles, and lets the text of one line be placed.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	for i, o := range r.Objects() {
		if rect, ok := o.(*canvas.Rectangle); ok && i < 2 {
			rect.Hidden = true
		}
	}
	if e.line != nil {
		return newEntryLineRenderer(e.line, r)
	}
	return r
}

// toEdge moves the cursor to the beginning or the end of the whole text.
func (e *entry) toEdge(name fyne.KeyName) bool {
	if name != fyne.KeyHome && name != fyne.KeyEnd {
		return false
	}
	e.fresh = false
	e.Entry.TypedKey(&fyne.KeyEvent{Name: name}) // what was marked is so no longer
	e.CursorRow, e.CursorColumn = 0, 0
	if name == fyne.KeyEnd {
		e.CursorRow, e.CursorColumn = strings.Count(e.Text, "\n")+len(e.Text), len(e.Text) // Refresh brings it back into the text
	}
	e.Refresh()
	return true
}

// cursorToEnd moves the cursor behind the last letter.
func (e *entry) cursorToEnd() {
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}
