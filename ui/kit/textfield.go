package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/norm"

	"nhipcau/ui/theme"
)

// RestTime is how long the typing must rest before what stands in a field is kept.
const RestTime = time.Second

// TextField is a labelled field of one line.
//
// What is typed is handed to OnCommit when the cursor leaves, on Enter, or after a second of rest, and only when it has changed;
// never at each key, and nothing is rewritten while somebody types, so that input methods work. The value handed over is NFC.
//
// Ctrl+Z first returns to what stood there when the cursor came in, and only then undoes in the program; Ctrl+Shift+Z and
// Ctrl+Y go the other way. Escape returns to it as well; in a dialog, or with nothing to return to, it goes to the dialog or the
// window.
type TextField struct {
	widget.DisableableWidget

	// OnCommit receives the value. Values committed during one visit of the cursor are one step for undo: see Visit.
	OnCommit func(value string)
	// OnEnter is called after Enter has committed the value, for instance to add the next row. Nil leaves Enter to the dialog.
	OnEnter func()
	// OnUndo and OnRedo replace those of the Env.
	OnUndo, OnRedo func()
	// OnPasteRows takes a pasted text of several lines or cells, as from a spreadsheet; false leaves it to the field.
	OnPasteRows func(text string) bool
	// Parse turns what was typed into a value and Format turns a value into what is shown. Where Parse fails, its error
	// stands below the field and nothing is committed. Nil means that text and value are the same.
	Parse  func(text string) (value string, err error)
	Format func(value string) string

	self     fyne.Widget
	env      *Env
	frame    *frame
	entry    *entry
	trailing fyne.CanvasObject
	swatch   *Swatch

	value     string // last committed or set
	stored    string // last set
	refused   bool   // the text stands there although it was not taken
	pageError string // set by the page; an error of Parse stands before it
	came      string // text when the cursor came in
	taken     taking // what Ctrl+Z took from here, for redo
	visit     int
	quiet     bool // the text is being set by the program
	restStop  func()

	onType func()                       // the text changed under the hand of the person
	onKey  func(ev *fyne.KeyEvent) bool // takes keys first
	onLeft func()                       // the cursor left, instead of a plain commit
}

// NewTextField returns an empty field.
func NewTextField(env *Env, label string) *TextField {
	f := &TextField{}
	f.init(f, env, label, false)
	return f
}

func (f *TextField) init(self fyne.Widget, env *Env, label string, multiline bool) {
	f.self, f.env = self, env
	f.frame = newFrame(label)
	f.entry = newEntry(env, f, multiline)
	f.restStop = func() {}
	f.ExtendBaseWidget(self)
}

// Value returns the value last committed or set.
func (f *TextField) Value() string { return f.value }

// Text returns what stands in the field now.
func (f *TextField) Text() string { return f.entry.Text }

// Visit counts how often the cursor came in. What is committed under the same number belongs to one step of undo.
func (f *TextField) Visit() int { return f.visit }

// SetValue shows a value without telling OnCommit. While somebody is typing here and has not yet been heard, the typing wins.
func (f *TextField) SetValue(value string) {
	if f.mustWait(value) {
		return
	}
	if f.frame.focused && (value == f.value || f.unsaved()) {
		return // also: what the cursor came in to must outlive the page's answer to our own commit
	}
	f.value = value
	f.pageError = ""
	f.setText(f.format(value))
	f.came = f.entry.Text
	f.showError("")
}

func (f *TextField) format(value string) string {
	if f.Format == nil {
		return value
	}
	return f.Format(value)
}

// unsaved says whether the text is not that of the value.
func (f *TextField) unsaved() bool {
	value, err := f.parse()
	return err != nil || value != f.value
}

func (f *TextField) parse() (string, error) {
	text := norm.NFC.String(f.entry.Text)
	if f.Parse == nil {
		return text, nil
	}
	if text == f.format(f.value) { // untouched: what was stored is not read anew
		return f.value, nil
	}
	return f.Parse(text)
}

func (f *TextField) setText(text string) {
	if f.entry.Text == text {
		return
	}
	f.quiet = true
	f.entry.SetText(text)
	if f.frame.focused {
		f.entry.cursorToEnd()
	}
	f.quiet = false
	f.self.Refresh()
}

// SetLabel changes the label above the field.
func (f *TextField) SetLabel(label string) {
	f.frame.title = label
	f.self.Refresh()
}

// SetPlaceholder sets what stands in the empty field.
func (f *TextField) SetPlaceholder(text string) { f.entry.SetPlaceHolder(text) }

// SetError puts an error below the field; an empty text takes it away.
func (f *TextField) SetError(text string) {
	f.pageError = text
	f.showError(text)
}

func (f *TextField) showError(text string) {
	if f.frame.errorText == text {
		return
	}
	f.frame.errorText = text
	f.self.Refresh()
}

// SetWarning puts a warning below the field, which holds up nothing; an empty text takes it away.
func (f *TextField) SetWarning(text string) {
	if f.frame.warning == text {
		return
	}
	f.frame.warning = text
	f.self.Refresh()
}

// Message returns what stands below the field: the error, or else the warning, or nothing.
func (f *TextField) Message() string {
	text, _ := f.frame.message()
	return text
}

// Focus puts the cursor into the field, with the text of one line marked.
func (f *TextField) Focus() {
	focus(f.self, f.entry)
	if f.frame.focused && !f.entry.MultiLine {
		f.entry.markAll()
	}
}

// Resume gives the field the keyboard for going on typing: unlike Focus it marks nothing, and where the cursor is here already it stays
// where it is. It is for what comes late, after a write, when the next word may be half typed.
func (f *TextField) Resume() {
	if f.frame.focused {
		return
	}
	focus(f.self, f.entry)
	if f.frame.focused {
		f.entry.cursorToEnd()
	}
}

// FocusTarget returns what takes the keyboard, for canvas.Focus and tests.
func (f *TextField) FocusTarget() fyne.Focusable { return f.entry }

// Disable makes the field read-only.
func (f *TextField) Disable() {
	f.entry.Disable()
	f.DisableableWidget.Disable()
}

// Enable lets the field be edited again.
func (f *TextField) Enable() {
	f.entry.Enable()
	f.DisableableWidget.Enable()
}

// Commit keeps what stands in the field now, if it has changed.
func (f *TextField) Commit() { f.keep() }

// keep commits the text and says whether it is good.
func (f *TextField) keep() bool {
	f.restStop()
	value, err := f.parse()
	if err != nil {
		f.refused = true
		f.showError(err.Error())
		return false
	}
	f.refused = false
	f.showError(f.pageError)
	if value == f.value {
		return true
	}
	f.value = value
	if f.OnCommit != nil {
		f.OnCommit(value)
	}
	return true
}

func (f *TextField) entryFocused(byMouse bool) {
	if !byMouse && !f.reveal() {
		f.env.after(drawTime, func() { _ = f.frame.focused && f.reveal() })
	}
	f.frame.focused = true
	f.visit++
	f.came, f.taken = f.entry.Text, taking{}
	if f.refused {
		f.came = f.format(f.value)
	}
	f.self.Refresh()
}

// drawTime is enough for a frame: Fyne knows where an object stands once it has been drawn.
const drawTime = 50 * time.Millisecond

// reveal brings the field into sight, and says whether it is known where it stands.
func (f *TextField) reveal() bool {
	if canvasOf(f.self) == nil {
		return false
	}
	revealed(f.self)
	return true
}

func (f *TextField) entryLeft() {
	if f.onLeft != nil {
		f.onLeft()
	} else if f.keep() {
		f.tidy()
	}
	f.frame.focused = false
	f.restStop()
	if f.entry.line != nil {
		f.entry.line.rewind()
	}
	f.self.Refresh()
}

func (f *TextField) entryHasCursor() bool { return f.frame.focused }

// tidy shows the value as it is written here, once nobody types any more.
func (f *TextField) tidy() {
	if f.Format != nil && !f.refused {
		f.setText(f.format(f.value))
	}
}

func (f *TextField) entryChanged() {
	if f.entry.line != nil {
		f.entry.line.place()
	}
	if f.quiet {
		return
	}
	f.taken = taking{}
	f.restStop()
	f.restStop = f.env.after(RestTime, f.rest)
	if f.onType != nil {
		f.onType()
	}
}

// rest keeps what stands there after a second; half a date is no error as long as somebody is typing.
func (f *TextField) rest() {
	if _, err := f.parse(); err == nil && f.frame.focused {
		f.keep()
	}
}

func (f *TextField) entryKey(ev *fyne.KeyEvent) bool {
	if f.onKey != nil && f.onKey(ev) {
		return true
	}
	switch ev.Name {
	case fyne.KeyEscape:
		return topDialog(canvasOf(f.self)) == nil && f.takeBack()
	case fyne.KeyReturn, fyne.KeyEnter:
		return !f.entry.MultiLine && f.enter(ev)
	}
	return false
}

// enter keeps the value and goes on to what Enter means here.
func (f *TextField) enter(ev *fyne.KeyEvent) bool {
	if !f.keep() {
		return true
	}
	if f.refused {
		return true
	}
	f.tidy()
	f.came, f.taken = f.entry.Text, taking{}
	if f.OnEnter != nil {
		f.OnEnter()
		return true
	}
	passKey(f.self, ev)
	return true
}

func (f *TextField) entryShortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		f.Undo()
	case *fyne.ShortcutRedo:
		f.Redo()
	case *fyne.ShortcutPaste:
		return f.pasteRows(s.Clipboard)
	case *desktop.CustomShortcut:
		if s.KeyName != fyne.KeyZ || s.Modifier != fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift {
			return false
		}
		f.Redo()
	default:
		return false
	}
	return true
}

func (f *TextField) pasteRows(clip fyne.Clipboard) bool {
	if f.OnPasteRows == nil || clip == nil {
		return false
	}
	text := clip.Content()
	return hasSeveralCells(text) && f.OnPasteRows(text)
}

// CreateRenderer is part of fyne.Widget.
func (f *TextField) CreateRenderer() fyne.WidgetRenderer {
	inner := []fyne.CanvasObject{f.entry}
	if f.swatch != nil {
		inner = append(inner, f.swatch)
	}
	if f.trailing != nil {
		inner = append(inner, f.trailing)
	}
	r := &boxRenderer{owner: f.self, objects: f.frame.objects(inner...)}
	r.refresh = func() { f.frame.paint(f.Disabled()) }
	r.layout = f.place
	r.minSize = func() fyne.Size {
		return fyne.NewSize(theme.Size(theme.RailFolded), f.frame.height(f.boxHeight(theme.Size(theme.FieldHeight))))
	}
	r.refresh()
	return r
}

func (f *TextField) boxHeight(least float32) float32 {
	if f.entry.MultiLine {
		return max(ceil(f.entry.MinSize().Height), least)
	}
	return least
}

func (f *TextField) place(size fyne.Size) {
	box := f.boxHeight(theme.Size(theme.FieldHeight))
	if f.entry.MultiLine { // a text area takes what height it is given
		box = max(size.Height-f.frame.labelHeight()-f.frame.messageHeight(), box)
	}
	at := f.frame.place(size.Width, box)
	left, right := float32(0), size.Width
	if f.trailing != nil {
		w := f.trailing.MinSize().Width
		right -= w
		f.trailing.Move(fyne.NewPos(right, at.Y))
		f.trailing.Resize(fyne.NewSize(w, box))
	}
	if f.swatch != nil && f.swatch.Visible() {
		left = theme.Size(theme.Gap8) + theme.Size(theme.KindBar)
		h := f.swatch.MinSize().Height
		f.swatch.Move(fyne.NewPos(theme.Size(theme.Gap8), at.Y+(box-h)/2))
		f.swatch.Resize(fyne.NewSize(theme.Size(theme.KindBar), h))
	}
	f.entry.Move(fyne.NewPos(left, at.Y))
	f.entry.Resize(fyne.NewSize(max(right-left, 0), box))
}
