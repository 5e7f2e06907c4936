package kit

// Refuse puts an error below the field and keeps there what was typed: nothing that SetValue says takes its place, until the person
// changes it or takes it back with Escape or Ctrl+Z, or until Forget. Use it for a value that was not taken; SetError is for a remark.
func (f *TextField) Refuse(text string) {
	f.value = f.stored
	f.refused = f.unsaved()
	if f.refused && f.came == f.entry.Text {
		f.came = f.format(f.stored) // so that Escape leads back past the refused text
	}
	f.SetError(text)
}

// Refused returns the text that was refused and still stands in the field, or nothing.
func (f *TextField) Refused() string {
	if !f.refused {
		return ""
	}
	return f.entry.Text
}

// Forget drops what was refused, with its error, before the field shows something else: another record.
func (f *TextField) Forget() {
	if !f.refused {
		return
	}
	f.refused = false
	f.setText(f.format(f.value))
	f.SetError("")
}

// Retype puts in again what was refused before, and tries once more to keep it.
func (f *TextField) Retype(text string) {
	f.setText(text)
	f.keep()
}

// mustWait says whether a value the page wants to show must wait behind a refused text. The value is noted; the text that turns out to
// be that value is refused no longer.
func (f *TextField) mustWait(value string) bool {
	f.stored = value
	if !f.refused {
		return false
	}
	f.value = value
	f.refused = f.unsaved()
	return f.refused
}

// Refuse is that of a TextField: what was picked or typed stays.
func (p *Picker) Refuse(text string) {
	p.choice = p.before
	p.TextField.Refuse(text)
}

// Retype is that of a TextField.
func (p *Picker) Retype(text string) {
	p.setText(text)
	p.settle()
}
