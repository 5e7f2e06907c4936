package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// resultRows is how many results are seen at once; the rest is scrolled.
const resultRows = 12

// Result is one line of Results. The group stands at the left of its first line.
type Result struct {
	ID, Group, Title, Detail string
}

// Results is the list below a SearchField. Like the list of a Picker it never has the keyboard: the field moves it with Key.
type Results struct {
	widget.BaseWidget
	results     []Result
	active, top int
	saying      string // in place of results
	onPick      func(Result)
	mark        *canvas.Rectangle
	groups      [resultRows]*textLine
	titles      [resultRows]*textLine
	details     [resultRows]*textLine
}

var (
	_ fyne.Scrollable   = (*Results)(nil)
	_ desktop.Hoverable = (*Results)(nil)
	_ fyne.Tappable     = (*Results)(nil)
)

// NewResults returns an empty list that calls onPick with the line chosen.
func NewResults(onPick func(Result)) *Results {
	r := &Results{onPick: onPick, mark: canvas.NewRectangle(theme.Color(theme.None))}
	for i := range resultRows {
		r.groups[i], r.titles[i], r.details[i] = newTextLine(), newTextLine(), newTextLine()
	}
	r.ExtendBaseWidget(r)
	return r
}

// Set shows results with the first one active. Where there are none, the sentence is shown.
func (r *Results) Set(results []Result, saying string) {
	r.results, r.saying, r.active, r.top = results, saying, 0, 0
	r.Refresh()
}

// Results returns what is shown.
func (r *Results) Results() []Result { return r.results }

// Saying returns the sentence that stands in place of results, "" where there are some.
func (r *Results) Saying() string {
	if len(r.results) > 0 {
		return ""
	}
	return r.saying
}

// Active returns the line that Enter would choose.
func (r *Results) Active() (Result, bool) {
	if r.active >= len(r.results) {
		return Result{}, false
	}
	return r.results[r.active], true
}

// Key moves with Up, Down, PageUp and PageDown and chooses with Enter; false means that the key is for somebody else.
func (r *Results) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		r.moveTo(r.active + 1)
	case fyne.KeyUp:
		r.moveTo(r.active - 1)
	case fyne.KeyPageDown:
		r.moveTo(r.active + resultRows)
	case fyne.KeyPageUp:
		r.moveTo(r.active - resultRows)
	case fyne.KeyReturn, fyne.KeyEnter:
		r.pick(r.active)
	default:
		return false
	}
	return true
}

func (r *Results) moveTo(index int) {
	r.active = max(min(index, len(r.results)-1), 0)
	r.top = min(r.top, r.active)
	r.top = max(r.top, r.active-resultRows+1)
	r.Refresh()
}

func (r *Results) pick(index int) {
	if index >= 0 && index < len(r.results) && r.onPick != nil {
		r.onPick(r.results[index])
	}
}

func (r *Results) rowHeight() float32 { return theme.Size(theme.RowFigures) }

func (r *Results) indexAt(y float32) int { return r.top + int(max(y, 0)/r.rowHeight()) }

// Tapped is part of fyne.Tappable.
func (r *Results) Tapped(ev *fyne.PointEvent) { r.pick(r.indexAt(ev.Position.Y)) }

// MouseIn is part of desktop.Hoverable.
func (r *Results) MouseIn(ev *desktop.MouseEvent) { r.MouseMoved(ev) }

// MouseMoved is part of desktop.Hoverable.
func (r *Results) MouseMoved(ev *desktop.MouseEvent) {
	if i := r.indexAt(ev.Position.Y); i < len(r.results) && i != r.active {
		r.active = i
		r.Refresh()
	}
}

// MouseOut is part of desktop.Hoverable.
func (r *Results) MouseOut() {}

// Scrolled is part of fyne.Scrollable.
func (r *Results) Scrolled(ev *fyne.ScrollEvent) {
	step := 1
	if ev.Scrolled.DY > 0 {
		step = -1
	}
	r.top = max(min(r.top+step, len(r.results)-resultRows), 0)
	r.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (r *Results) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{r.mark}
	for i := range resultRows {
		objects = append(objects, r.groups[i].shown, r.titles[i].shown, r.details[i].shown)
	}
	b := &boxRenderer{owner: r, objects: objects}
	b.refresh = r.paint
	b.layout = r.place
	b.minSize = func() fyne.Size { return fyne.NewSize(theme.Size(theme.RailWidth), resultRows*r.rowHeight()) }
	b.refresh()
	return b
}

func (r *Results) paint() {
	r.mark.FillColor, r.mark.CornerRadius = theme.Color(theme.Sel), theme.Size(theme.RadiusBlock)
	for row := range resultRows {
		i := r.top + row
		line, role, token := Result{}, RoleBody, theme.Text
		switch {
		case i < len(r.results):
			line = r.results[i]
			if row > 0 && r.results[i-1].Group == line.Group {
				line.Group = ""
			}
			if i == r.active {
				role, token = RoleStrong, theme.Accent
			}
		case row == 0:
			line, token = Result{Title: r.saying}, theme.Text2
		}
		r.groups[row].set(RoleCaption, line.Group, theme.Text2, fyne.TextAlignLeading)
		r.titles[row].set(role, line.Title, token, fyne.TextAlignLeading)
		r.details[row].set(RoleCaption, line.Detail, "", fyne.TextAlignLeading)
	}
}

func (r *Results) place(size fyne.Size) {
	h, pad := r.rowHeight(), theme.Size(theme.Gap8)
	left := float32(0)
	if len(r.results) > 0 {
		left = size.Width / 4
	}
	r.mark.Move(fyne.NewPos(left, float32(r.active-r.top)*h))
	r.mark.Resize(fyne.NewSize(size.Width-left, h))
	r.mark.Hidden = len(r.results) == 0 || r.active < r.top || r.active >= r.top+resultRows
	for row := range resultRows {
		y, room := float32(row)*h, max(size.Width-left-2*pad, 0)
		r.groups[row].place(fyne.NewPos(0, y), fyne.NewSize(max(left-pad, 0), h))
		detail := naturalText(RoleCaption, r.details[row].text).Width
		title := min(naturalText(RoleStrong, r.titles[row].text).Width, room-min(detail, room/3))
		r.titles[row].place(fyne.NewPos(left+pad, y), fyne.NewSize(title, h))
		r.details[row].place(fyne.NewPos(left+pad+title+pad, y), fyne.NewSize(max(room-title-pad, 0), h))
	}
}
