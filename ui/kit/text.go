package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// Role says what a text is, which gives its size, weight, line height and colour.
type Role int

// The roles of texts.
const (
	RoleBody    Role = iota // 13: tables, forms, lists
	RoleStrong              // 13 bold: names and titles
	RoleCaption             // 12: posts under a name, labels, times
	RoleSection             // 15 bold: heads of sections, days and panels
	RolePage                // 20 bold: one per page
	RoleNav                 // 14: rail and tabs
	RoleNavOn               // 14 bold: the active entry of rail or tabs
)

type roleStyle struct {
	size, line fyne.ThemeSizeName
	color      fyne.ThemeColorName
	bold       bool
}

func (r Role) style() roleStyle {
	switch r {
	case RoleStrong:
		return roleStyle{theme.TextBody, theme.LineBody, theme.Text, true}
	case RoleCaption:
		return roleStyle{theme.TextCaption, theme.LineCaption, theme.Text2, false}
	case RoleSection:
		return roleStyle{theme.TextSection, theme.LineSection, theme.Text, true}
	case RolePage:
		return roleStyle{theme.TextPage, theme.LinePage, theme.Text, true}
	case RoleNav:
		return roleStyle{theme.TextNav, theme.LineNav, theme.Text2, false}
	case RoleNavOn:
		return roleStyle{theme.TextNav, theme.LineNav, theme.Accent, true}
	default:
		return roleStyle{theme.TextBody, theme.LineBody, theme.Text, false}
	}
}

// Text is one line of text. It is cut with an ellipsis where there is no room, so that a long one never widens the window: lay it out
// with HBox, which gives it the width it would like as long as there is enough.
type Text struct {
	widget.BaseWidget
	self  fyne.Widget
	role  Role
	text  string
	color fyne.ThemeColorName
	align fyne.TextAlign
	whole bool
	line  *textLine
}

// NewText returns a text that may be cut.
func NewText(role Role, text string) *Text {
	t := &Text{role: role, text: text, line: newTextLine()}
	t.init(t)
	return t
}

// NewWord returns a text that is never cut: a name, a time, a count.
func NewWord(role Role, text string) *Text {
	t := NewText(role, text)
	t.whole = true
	return t
}

func (t *Text) init(self fyne.Widget) {
	t.self = self
	t.ExtendBaseWidget(self)
}

// In gives the text another colour than its role has, and returns it.
func (t *Text) In(token fyne.ThemeColorName) *Text {
	t.color = token
	t.Refresh()
	return t
}

// Aligned sets where the text stands in its width, and returns it.
func (t *Text) Aligned(align fyne.TextAlign) *Text {
	t.align = align
	t.Refresh()
	return t
}

// SetText changes the text.
func (t *Text) SetText(text string) {
	if t.text == text {
		return
	}
	t.text = text
	t.Refresh()
}

// SetRole changes the role.
func (t *Text) SetRole(role Role) {
	t.role = role
	t.Refresh()
}

// Text returns the whole text, also where it is cut on the screen.
func (t *Text) Text() string { return t.text }

// Cut says whether the text is shown shortened.
func (t *Text) Cut() bool { return t.line.shown.Text != t.text }

func (t *Text) natural() fyne.Size {
	return naturalText(t.role, t.text)
}

// CreateRenderer is part of fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{owner: t.self, objects: []fyne.CanvasObject{t.line.shown}}
	r.refresh = func() { t.line.set(t.role, t.text, t.color, t.align) }
	r.layout = func(size fyne.Size) { t.line.place(fyne.Position{}, size) }
	r.minSize = func() fyne.Size {
		n := t.natural()
		if !t.whole {
			n.Width = min(n.Width, theme.Size(theme.Gap24))
		}
		return n
	}
	r.refresh()
	return r
}

// textLine draws one line of text and cuts it to a width. It is a part of widgets, not a widget.
type textLine struct {
	shown *canvas.Text
	text  string
	line  fyne.ThemeSizeName
}

func newTextLine() *textLine {
	return &textLine{shown: canvas.NewText("", theme.Color(theme.Text)), line: theme.LineBody}
}

// set gives the line its text and look; an empty colour means that of the role.
func (l *textLine) set(role Role, text string, token fyne.ThemeColorName, align fyne.TextAlign) {
	st := role.style()
	if token == "" {
		token = st.color
	}
	l.text, l.line = text, st.line
	l.shown.Text = text
	l.shown.TextSize = theme.Size(st.size)
	l.shown.TextStyle = fyne.TextStyle{Bold: st.bold}
	l.shown.Color = theme.Color(token)
	l.shown.Alignment = align
}

// place puts the line into a box, centred in its height and cut to its width.
func (l *textLine) place(pos fyne.Position, box fyne.Size) {
	l.shown.Text = ellipsize(l.text, box.Width, l.shown.TextSize, l.shown.TextStyle)
	h := l.shown.MinSize().Height
	l.shown.Move(pos.AddXY(0, (box.Height-h)/2))
	l.shown.Resize(fyne.NewSize(box.Width, h))
}

func (l *textLine) cut() bool { return l.shown.Text != l.text }

// naturalText returns the size a text of the role would like to have; its height is the line height of the role.
func naturalText(role Role, text string) fyne.Size {
	st := role.style()
	size := fyne.MeasureText(text, theme.Size(st.size), fyne.TextStyle{Bold: st.bold})
	return fyne.NewSize(ceil(size.Width), theme.Size(st.line))
}

func ceil(v float32) float32 {
	if whole := float32(int(v)); whole < v {
		return whole + 1
	}
	return v
}

const ellipsis = "…"

// ellipsize returns the longest beginning of text that fits into width with an ellipsis, or the text itself where it fits.
func ellipsize(text string, width, size float32, style fyne.TextStyle) string {
	measure := func(s string) float32 { return fyne.MeasureText(s, size, style).Width }
	if text == "" || measure(text) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)-1 // runes[:low] fits, runes[:high+1] does not
	for low < high {
		mid := (low + high + 1) / 2
		if measure(string(runes[:mid])+ellipsis) <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 {
		return ellipsis
	}
	return string(runes[:low]) + ellipsis
}

// TipText is a Text that shows itself whole in a tooltip where it is cut.
type TipText struct {
	Text
}

var _ desktop.Hoverable = (*TipText)(nil)

// NewTipText returns a text with its own tooltip. Do not use it on a row that reacts to the pointer: it would take the pointer away.
func NewTipText(role Role, text string) *TipText {
	t := &TipText{Text{role: role, text: text, line: newTextLine()}}
	t.init(t)
	return t
}

// In is that of a Text.
func (t *TipText) In(token fyne.ThemeColorName) *TipText {
	t.Text.In(token)
	return t
}

// Aligned is that of a Text.
func (t *TipText) Aligned(align fyne.TextAlign) *TipText {
	t.Text.Aligned(align)
	return t
}

// MouseIn is part of desktop.Hoverable.
func (t *TipText) MouseIn(*desktop.MouseEvent) {
	if l := layerOf(t); l != nil && t.Cut() {
		l.tipSoon(t, t.text)
	}
}

// MouseMoved is part of desktop.Hoverable.
func (t *TipText) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (t *TipText) MouseOut() {
	if l := layerOf(t); l != nil {
		l.hideTip(t)
	}
}
