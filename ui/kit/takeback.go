package kit

// taking is what Ctrl+Z took from a field: the text, what it was taken back to, and how many steps of the program were undone after it from
// the same field. Those come again first.
type taking struct {
	there   bool
	text    string
	to      string
	beneath int
}

// Undo returns to what stood here when the cursor came in, or undoes in the program.
func (f *TextField) Undo() {
	if f.takeBack() {
		return
	}
	f.taken.beneath++
	if f.OnUndo != nil {
		f.OnUndo()
	} else if !f.env.undo() {
		f.taken.beneath--
	}
}

// Redo goes the other way, what was undone last first: it redoes in the program, or brings back what Undo took from this field.
func (f *TextField) Redo() {
	if f.taken.there && f.taken.beneath == 0 && f.entry.Text == f.came && f.came == f.taken.to {
		text := f.taken.text
		f.taken = taking{}
		f.setText(text)
		f.keep()
		return
	}
	f.taken.beneath = max(f.taken.beneath-1, 0)
	if f.OnRedo != nil {
		f.OnRedo()
		return
	}
	f.env.redo()
}

// takeBack returns the text to what it was when the cursor came in, and says whether there was anything to take back.
func (f *TextField) takeBack() bool {
	if f.entry.Text == f.came {
		return false
	}
	f.taken = taking{there: true, text: f.entry.Text, to: f.came}
	f.setText(f.came)
	if f.refused {
		f.pageError = ""
	}
	f.keep()
	return true
}
