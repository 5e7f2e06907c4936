package kit

import (
	"fyne.io/fyne/v2"
	"golang.org/x/text/unicode/norm"
)

// SearchField is a TextField that reports each change of its text, for a search between two keystrokes. Nothing is kept.
type SearchField struct {
	TextField

	// OnType hears the text, in NFC, after each change by the person.
	OnType func(text string)
	// OnKey takes keys before the field does, such as Up and Down for the list below.
	OnKey func(ev *fyne.KeyEvent) bool
}

// NewSearchField returns an empty field with a placeholder and without a label.
func NewSearchField(env *Env, placeholder string) *SearchField {
	f := &SearchField{}
	f.init(f, env, "", false)
	f.SetPlaceholder(placeholder)
	f.onType = func() {
		f.restStop() // a search is not kept by resting
		if f.OnType != nil {
			f.OnType(norm.NFC.String(f.entry.Text))
		}
	}
	f.onKey = func(ev *fyne.KeyEvent) bool { return f.OnKey != nil && f.OnKey(ev) }
	return f
}
