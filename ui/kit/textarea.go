package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TextArea is a TextField of several lines. Enter breaks the line, Tab leaves the field, Ctrl+Enter keeps the text. Keep texts short:
// Fyne lays a long paragraph out anew at each key.
type TextArea struct{ TextField }

// NewTextArea returns an empty area that shows the given number of lines without scrolling.
func NewTextArea(env *Env, label string, lines int) *TextArea {
	a := &TextArea{}
	a.init(a, env, label, true)
	a.entry.host = a
	a.entry.SetMinRowsVisible(lines)
	return a
}

func (a *TextArea) entryShortcut(s fyne.Shortcut) bool {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault {
		if c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter {
			return a.enter(&fyne.KeyEvent{Name: c.KeyName})
		}
	}
	return a.TextField.entryShortcut(s)
}

// NumberField is a TextField with its text at the right. Give it Parse and Format for numbers as they are written here.
type NumberField struct{ TextField }

// NewNumberField returns an empty number field; nil functions leave the text as it is typed.
func NewNumberField(env *Env, label string, parse func(string) (string, error), format func(string) string) *NumberField {
	n := &NumberField{}
	n.init(n, env, label, false)
	n.Parse, n.Format, n.entry.line.right = parse, format, true
	return n
}

// hasSeveralCells says whether a pasted text is more than one cell of a spreadsheet.
func hasSeveralCells(text string) bool {
	return strings.ContainsAny(strings.TrimRight(text, "\r\n"), "\t\n")
}
