package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// Action is one button of a dialog.
type Action struct {
	Label string
	Kind  ButtonKind
	Icon  icons.Name
	// Do is called when the button is pressed; the dialog closes unless it returns false. Nil only closes.
	Do func() (closing bool)
}

// Spec describes a dialog.
type Spec struct {
	Title   string
	Content fyne.CanvasObject
	// Width is theme.DialogWidth unless set, for forms theme.DialogForm.
	Width fyne.ThemeSizeName
	// Cancel is what Escape and the left button do; Primary is what Enter and the right button do. Others stand between them. A Label
	// of "" leaves the button out, but not the key.
	Cancel, Primary Action
	Others          []Action
	// Focus takes the keyboard first; nil means the first field of the content, or else the primary button.
	Focus fyne.Focusable
	// OnClose is called when the dialog has closed, however that came.
	OnClose func()
}

// Dialog is a dialog that is open.
type Dialog struct {
	spec    Spec
	win     fyne.Window
	shell   *dialogShell
	primary *Button
	left    *Button
	buttons []*Button
	before  func(*fyne.KeyEvent)
	open    bool
}

// ShowDialog shows a dialog above a window. Escape cancels and Enter acts, unless what has the keyboard needs the key itself.
func ShowDialog(env *Env, win fyne.Window, spec Spec) *Dialog {
	Flush(win.Canvas())
	if spec.Width == "" {
		spec.Width = theme.DialogWidth
	}
	d := &Dialog{spec: spec, win: win, open: true}
	d.shell = newDialogShell(env, d, d.build())
	c := win.Canvas()
	d.before = c.OnTypedKey()
	c.SetOnTypedKey(d.key)
	d.shell.Resize(c.Size())
	c.Overlays().Add(d.shell)
	d.focusFirst(c)
	return d
}

// Confirm asks before something is done. Danger marks what destroys. The word of the button says what will happen.
func Confirm(env *Env, win fyne.Window, title, text, cancel, act string, danger bool, do func()) *Dialog {
	kind := Primary
	if danger {
		kind = DangerPrimary
	}
	return ShowDialog(env, win, Spec{
		Title: title, Content: NewParagraph(RoleBody, text), Cancel: Action{Label: cancel},
		Primary: Action{Label: act, Kind: kind, Do: func() bool {
			do()
			return true
		}},
	})
}

// Inform says something that has only one answer.
func Inform(env *Env, win fyne.Window, title, text, ok string) *Dialog {
	return ShowDialog(env, win, Spec{
		Title: title, Content: NewParagraph(RoleBody, text), Primary: Action{Label: ok, Kind: Primary},
	})
}

// Close closes the dialog without doing anything.
func (d *Dialog) Close() {
	if !d.open {
		return
	}
	d.open = false
	c := d.win.Canvas()
	c.Overlays().Remove(d.shell)
	c.SetOnTypedKey(d.before)
	if d.spec.OnClose != nil {
		d.spec.OnClose()
	}
}

// Primary returns the primary button, to enable and disable it; nil when it has no label.
func (d *Dialog) Primary() *Button { return d.primary }

// Cancel returns the left button, to say what it does; nil when it has no label.
func (d *Dialog) Cancel() *Button { return d.left }

func (d *Dialog) do(a Action) {
	if !d.open {
		return
	}
	Flush(d.win.Canvas())
	if a.Do == nil || a.Do() {
		d.Close()
	}
}

// key acts on keys that nothing in the dialog has a use for.
func (d *Dialog) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		d.cancel()
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.primary == nil || !d.primary.Disabled() {
			d.do(d.spec.Primary)
		}
	}
}

// cancel does not keep what was typed into a field first.
func (d *Dialog) cancel() {
	if d.spec.Cancel.Do == nil || d.spec.Cancel.Do() {
		d.Close()
	}
}

func (d *Dialog) build() fyne.CanvasObject {
	d.left = d.addButton(d.spec.Cancel, Quiet, d.cancel)
	for _, a := range d.spec.Others {
		d.addButton(a, Secondary, func() { d.do(a) })
	}
	d.primary = d.addButton(d.spec.Primary, Primary, func() { d.do(d.spec.Primary) })
	row := []fyne.CanvasObject{Spacer()}
	for _, b := range d.buttons {
		row = append(row, b)
	}
	content := d.spec.Content
	if content == nil {
		content = Gap(theme.Gap0)
	}
	return Pad(theme.Gap24, VBox(theme.Gap16,
		NewText(RoleSection, d.spec.Title), Grow(content), HBox(theme.Gap8, row...)))
}

// addButton adds the button of an action; the zero kind stands for the usual one of its place.
func (d *Dialog) addButton(a Action, usual ButtonKind, press func()) *Button {
	if a.Label == "" {
		return nil
	}
	kind := a.Kind
	if kind == Secondary {
		kind = usual
	}
	b := NewIconButton(kind, a.Icon, a.Label, press)
	d.buttons = append(d.buttons, b)
	return b
}

// focusFirst gives the keyboard to the first stop of Tab; where that is already one of the buttons, to the primary one.
func (d *Dialog) focusFirst(c fyne.Canvas) {
	if d.spec.Focus != nil {
		c.Focus(d.spec.Focus)
		return
	}
	c.FocusNext()
	switch first := c.Focused().(type) {
	case *entry:
		first.markAll()
	case *Button:
		if d.primary != nil && slices.Contains(d.buttons, first) {
			c.Focus(d.primary)
		}
	}
}

// topDialog returns the dialog above the window, or nil.
func topDialog(c fyne.Canvas) *Dialog {
	if c == nil {
		return nil
	}
	if s, ok := c.Overlays().Top().(*dialogShell); ok {
		return s.dialog
	}
	return nil
}

// HasDialog says whether a dialog, a menu or a file dialog lies above the canvas; shortcuts of the page rest meanwhile.
func HasDialog(c fyne.Canvas) bool { return c != nil && c.Overlays().Top() != nil }

// dialogShell is the overlay: a veil over the window and the dialog in its middle, on a Layer of its own.
type dialogShell struct {
	widget.BaseWidget
	dialog  *Dialog
	layer   *Layer
	content fyne.CanvasObject
	veil    *canvas.Rectangle
	paper   *plate
}

func newDialogShell(env *Env, d *Dialog, content fyne.CanvasObject) *dialogShell {
	s := &dialogShell{dialog: d, content: content}
	s.veil, s.paper = canvas.NewRectangle(theme.Color(theme.None)), newPlate()
	s.layer = NewLayer(env, newCentre(s))
	s.ExtendBaseWidget(s)
	return s
}

// Tapped keeps clicks beside the dialog from doing anything.
func (s *dialogShell) Tapped(*fyne.PointEvent) {}

func (s *dialogShell) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{owner: s, objects: []fyne.CanvasObject{s.veil, s.layer}}
	r.refresh = func() {
		s.veil.FillColor = theme.Color(theme.Veil)
		s.paper.bordered(theme.RadiusDialog, theme.Paper, theme.FieldBorder, false)
	}
	r.layout = func(size fyne.Size) {
		s.veil.Resize(size)
		s.layer.Resize(size)
	}
	r.minSize = func() fyne.Size { return fyne.Size{} }
	r.refresh()
	return r
}

// centre lays the dialog out in the middle of the window, never larger than that.
type centre struct{ shell *dialogShell }

func newCentre(s *dialogShell) *fyne.Container {
	return &fyne.Container{Layout: &centre{s}, Objects: append(s.paper.objects(), s.content)}
}

func (l *centre) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.shell
	margin := 2 * theme.Size(theme.Gap24)
	w := min(max(theme.Size(s.dialog.spec.Width), s.content.MinSize().Width), size.Width-margin)
	s.content.Resize(fyne.NewSize(w, s.content.MinSize().Height)) // what wraps learns its width first
	h := min(s.content.MinSize().Height, size.Height-margin)
	at := fyne.NewPos(middle(w, size.Width), middle(h, size.Height))
	s.content.Move(at)
	s.content.Resize(fyne.NewSize(w, h))
	s.paper.place(at, fyne.NewSize(w, h))
}

func (l *centre) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
