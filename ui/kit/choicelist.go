package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// choiceRows is how many choices a list shows at once; the rest is scrolled.
const choiceRows = 8

// Choice is one line of a Picker or Select.
type Choice struct {
	ID     string
	Title  string
	Detail string              // said in text2 after the title, such as a post
	Swatch fyne.ThemeColorName // colour bar before the title; empty for none
}

// choiceList is the list below a Picker. It never has the keyboard: the field moves it.
type choiceList struct {
	widget.BaseWidget
	choices     []Choice
	active, top int
	empty       string
	hint        string // in a last line of its own
	foot        *textLine
	onPick      func(index int)
	mark        *canvas.Rectangle
	titles      [choiceRows]*textLine
	details     [choiceRows]*textLine
	swatches    [choiceRows]*canvas.Rectangle
}

var (
	_ fyne.Scrollable   = (*choiceList)(nil)
	_ desktop.Hoverable = (*choiceList)(nil)
	_ fyne.Tappable     = (*choiceList)(nil)
)

func newChoiceList(empty string, onPick func(int)) *choiceList {
	l := &choiceList{empty: empty, onPick: onPick, active: -1, mark: canvas.NewRectangle(theme.Color(theme.None)), foot: newTextLine()}
	for i := range choiceRows {
		l.titles[i], l.details[i] = newTextLine(), newTextLine()
		l.swatches[i] = canvas.NewRectangle(theme.Color(theme.None))
	}
	l.ExtendBaseWidget(l)
	return l
}

func (l *choiceList) set(choices []Choice, active int) {
	l.choices, l.top = choices, 0
	l.active = -1
	l.moveTo(active)
}

// moveTo makes a choice the active one, as far as there is one, and brings it into sight.
func (l *choiceList) moveTo(index int) {
	l.active = min(max(index, -1), len(l.choices)-1)
	if l.active >= 0 {
		l.top = min(l.top, l.active)
		l.top = max(l.top, l.active-choiceRows+1)
	}
	l.Refresh()
}

func (l *choiceList) rowHeight() float32 { return theme.Size(theme.RowFigures) }

func (l *choiceList) rows() int { return min(max(len(l.choices), 1), choiceRows) }

func (l *choiceList) footHeight() float32 {
	if l.hint == "" {
		return 0
	}
	return l.rowHeight()
}

func (l *choiceList) indexAt(y float32) int {
	i := l.top + int(y/l.rowHeight())
	if y < 0 || y >= float32(l.rows())*l.rowHeight() || i >= len(l.choices) {
		return -1
	}
	return i
}

func (l *choiceList) Tapped(ev *fyne.PointEvent) {
	if i := l.indexAt(ev.Position.Y); i >= 0 {
		l.onPick(i)
	}
}

func (l *choiceList) MouseIn(ev *desktop.MouseEvent) { l.MouseMoved(ev) }

func (l *choiceList) MouseMoved(ev *desktop.MouseEvent) {
	if i := l.indexAt(ev.Position.Y); i >= 0 && i != l.active {
		l.moveTo(i)
	}
}

func (l *choiceList) MouseOut() {}

func (l *choiceList) Scrolled(ev *fyne.ScrollEvent) {
	step := 1
	if ev.Scrolled.DY > 0 {
		step = -1
	}
	l.top = min(max(l.top+step, 0), max(len(l.choices)-choiceRows, 0))
	l.Refresh()
}

func (l *choiceList) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{l.mark, l.foot.shown}
	for i := range choiceRows {
		objects = append(objects, l.swatches[i], l.titles[i].shown, l.details[i].shown)
	}
	r := &boxRenderer{owner: l, objects: objects}
	r.refresh = l.paint
	r.layout = l.place
	r.minSize = func() fyne.Size {
		return fyne.NewSize(theme.Size(theme.RailWidth), float32(l.rows())*l.rowHeight()+l.footHeight())
	}
	r.refresh()
	return r
}

func (l *choiceList) paint() {
	l.mark.FillColor = theme.Color(theme.Sel)
	l.mark.CornerRadius = theme.Size(theme.RadiusBlock)
	l.mark.Hidden = l.active < 0
	l.foot.set(RoleCaption, l.hint, theme.Text3, fyne.TextAlignLeading)
	for row := range choiceRows {
		c, role, token := l.rowChoice(row)
		l.titles[row].set(role, c.Title, token, fyne.TextAlignLeading)
		l.details[row].set(RoleCaption, c.Detail, "", fyne.TextAlignLeading)
		l.swatches[row].Hidden = c.Swatch == ""
		if c.Swatch != "" {
			l.swatches[row].FillColor = theme.Color(c.Swatch)
			l.swatches[row].CornerRadius = theme.Size(theme.Gap2)
		}
	}
}

// rowChoice returns what stands in a row of the list: a choice, or in an empty list the word that says so.
func (l *choiceList) rowChoice(row int) (Choice, Role, fyne.ThemeColorName) {
	i := l.top + row
	switch {
	case i < len(l.choices) && i == l.active:
		return l.choices[i], RoleStrong, theme.Accent
	case i < len(l.choices):
		return l.choices[i], RoleBody, theme.Text
	case row == 0:
		return Choice{Title: l.empty}, RoleBody, theme.Text3
	}
	return Choice{}, RoleBody, theme.Text
}

func (l *choiceList) place(size fyne.Size) {
	h, pad := l.rowHeight(), theme.Size(theme.Gap8)
	l.mark.Move(fyne.NewPos(0, float32(l.active-l.top)*h))
	l.mark.Resize(fyne.NewSize(size.Width, h))
	l.mark.Hidden = l.active < l.top || l.active >= l.top+choiceRows
	l.foot.place(fyne.NewPos(pad, float32(l.rows())*h), fyne.NewSize(size.Width-2*pad, h))
	for row := range choiceRows {
		y, x := float32(row)*h, pad
		if !l.swatches[row].Hidden {
			tall := theme.Size(theme.IconBody)
			l.swatches[row].Move(fyne.NewPos(x, y+(h-tall)/2))
			l.swatches[row].Resize(fyne.NewSize(theme.Size(theme.KindBar), tall))
			x += theme.Size(theme.KindBar) + pad
		}
		room := max(size.Width-x-pad, 0)
		w := min(naturalText(RoleStrong, l.titles[row].text).Width, room)
		l.titles[row].place(fyne.NewPos(x, y), fyne.NewSize(w, h))
		rest := max(room-w-pad, 0)
		l.details[row].place(fyne.NewPos(x+w+pad, y), fyne.NewSize(rest, h))
	}
}
