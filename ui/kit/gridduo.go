package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// tipper is a cell of the page's own that says something in a tooltip, such as what is cut short in it.
type tipper interface{ tip() string }

// Duo is a cell of two texts: one that takes what room there is, and at the right one that is short and never cut, such as a role that
// only some rows have. Use it in a Column with Create and Update, within Grow.
type Duo struct {
	widget.BaseWidget
	text, word   string
	style, right CellStyle
	line, end    *textLine
}

// NewDuo returns an empty cell.
func NewDuo() *Duo {
	d := &Duo{line: newTextLine(), end: newTextLine()}
	d.ExtendBaseWidget(d)
	return d
}

// Set shows two texts; icons of the styles are left out.
func (d *Duo) Set(text string, style CellStyle, word string, right CellStyle) {
	d.text, d.style, d.word, d.right = text, style, word, right
	d.Refresh()
}

// Text returns both texts as they are copied.
func (d *Duo) Text() (text, word string) { return d.text, d.word }

func (d *Duo) tip() string {
	if d.line.cut() {
		return d.text
	}
	return ""
}

// CreateRenderer is part of fyne.Widget.
func (d *Duo) CreateRenderer() fyne.WidgetRenderer {
	r := &boxRenderer{owner: d, objects: []fyne.CanvasObject{d.line.shown, d.end.shown}}
	r.refresh = func() {
		d.line.set(roleOf(d.style), d.text, d.style.Color, fyne.TextAlignLeading)
		d.end.set(roleOf(d.right), d.word, d.right.Color, fyne.TextAlignTrailing)
	}
	r.minSize = func() fyne.Size { return naturalText(RoleBody, "") }
	r.layout = func(size fyne.Size) {
		right := min(naturalText(roleOf(d.right), d.word).Width, size.Width)
		room := size.Width
		if d.word != "" {
			room = max(size.Width-right-theme.Size(theme.Gap8), 0)
		}
		d.line.place(fyne.Position{}, fyne.NewSize(room, size.Height))
		d.end.place(fyne.NewPos(size.Width-right, 0), fyne.NewSize(right, size.Height))
	}
	r.refresh()
	return r
}

func roleOf(s CellStyle) Role {
	if s.Bold {
		return RoleStrong
	}
	return RoleBody
}

// cellTip is what a cell says in a tooltip, "" where all of it is seen.
func cellTip(c *gridCell) string {
	if c.custom != nil {
		if t, ok := cellOf(c.custom).(tipper); ok {
			return t.tip()
		}
		return ""
	}
	for _, line := range []*textLine{c.line, c.sub} {
		if line.cut() {
			return line.text
		}
	}
	return ""
}

// cellOf looks through Grow.
func cellOf(o fyne.CanvasObject) fyne.CanvasObject {
	if _, grows := growOf(o); grows {
		if c := o.(*fyne.Container); len(c.Objects) == 1 {
			return c.Objects[0]
		}
	}
	return o
}
