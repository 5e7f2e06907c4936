package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// Line is one entry of a short list on a page: an icon, a title with a caption below it, and at the right what it leads to or when it is
// due. The whole line is one stop of Tab; Enter, Space and a click open it.
type Line struct {
	control
	Title, Detail, Right string
	Icon                 icons.Name
	IconTone, RightTone  Tone
	Plain                bool // title not bold

	fill, rule              *canvas.Rectangle
	ring                    *outline
	icon                    *canvas.Image
	title, detail, rightOne *textLine
}

// NewLine returns a line that calls onTap; nil makes it a line that only says something. Set its fields and call Refresh.
func NewLine(title, detail, right string, onTap func()) *Line {
	l := &Line{Title: title, Detail: detail, Right: right, RightTone: AccentTone, icon: newImage(), ring: newOutline()}
	l.fill, l.rule = canvas.NewRectangle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
	l.title, l.detail, l.rightOne = newTextLine(), newTextLine(), newTextLine()
	l.init(l, onTap)
	if onTap == nil {
		l.Disable()
	}
	return l
}

// Cursor is part of desktop.Cursorable.
func (l *Line) Cursor() desktop.Cursor {
	if l.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is part of fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	r := &boxRenderer{owner: l, objects: join(
		list(l.fill, l.rule, l.icon, l.title.shown, l.detail.shown, l.rightOne.shown), l.ring.objects(),
	)}
	r.refresh = l.paint
	r.layout = l.place
	r.minSize = func() fyne.Size {
		h := theme.RowTwoLines
		if l.Detail == "" {
			h = theme.RowFigures
		}
		return fyne.NewSize(theme.Size(theme.RailFolded), theme.Size(h))
	}
	r.refresh()
	return r
}

func (l *Line) paint() {
	back := theme.None
	if l.hovered && !l.Disabled() {
		back = theme.Hover
	}
	l.fill.FillColor, l.rule.FillColor = theme.Color(back), theme.Color(theme.Line)
	setIcon(l.icon, l.Icon, l.IconTone.Color(), theme.IconBody)
	role := RoleStrong
	if l.Plain {
		role = RoleBody
	}
	l.title.set(role, l.Title, "", fyne.TextAlignLeading)
	l.detail.set(RoleCaption, l.Detail, "", fyne.TextAlignLeading)
	right := RoleStrong
	if l.RightTone == Neutral {
		right = RoleBody
	}
	l.rightOne.set(right, l.Right, l.RightTone.Color(), fyne.TextAlignTrailing)
	l.ring.paint(l.ringed)
}

func (l *Line) place(size fyne.Size) {
	line, gap := theme.Size(theme.Hairline), theme.Size(theme.Gap8)
	l.fill.Resize(size)
	l.rule.Move(fyne.NewPos(0, size.Height-line))
	l.rule.Resize(fyne.NewSize(size.Width, line))
	l.ring.place(fyne.Position{}, size)
	x := float32(0)
	if l.Icon != icons.None {
		placeIcon(l.icon, 0, theme.Size(theme.IconBody), size)
		x = theme.Size(theme.IconBody) + gap
	}
	right := min(naturalText(RoleStrong, l.Right).Width, size.Width/2)
	room := max(size.Width-x-right-gap, 0)
	first, second := theme.Size(theme.LineBody), theme.Size(theme.LineCaption)
	top := (size.Height - line - first) / 2
	if l.Detail != "" {
		top -= second / 2
		l.detail.place(fyne.NewPos(x, top+first), fyne.NewSize(room, second))
	}
	l.title.place(fyne.NewPos(x, top), fyne.NewSize(room, first))
	l.rightOne.place(fyne.NewPos(size.Width-right, top), fyne.NewSize(right, first))
}
