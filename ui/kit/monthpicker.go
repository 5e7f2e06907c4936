package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

const (
	weekDays   = 7
	monthWeeks = 6
)

// MonthPicker shows one month, weeks from Monday, with the day that would be taken. It does not take the keyboard: a field with a
// picker hands its keys on.
type MonthPicker struct {
	widget.BaseWidget
	env    *Env
	day    time.Time
	onPick func(day time.Time)

	title       *textLine
	today       *textLine
	back, ahead *canvas.Image
	mark        *canvas.Rectangle
	hover       *canvas.Rectangle
	hovered     int // cell under the pointer, or -1
	tip         string
	heads       [weekDays]*textLine
	cells       [weekDays * monthWeeks]*textLine
}

var (
	_ fyne.Tappable     = (*MonthPicker)(nil)
	_ desktop.Hoverable = (*MonthPicker)(nil)
)

// NewMonthPicker returns a month picker on today.
func NewMonthPicker(env *Env, onPick func(day time.Time)) *MonthPicker {
	m := &MonthPicker{env: env, onPick: onPick, hovered: -1, title: newTextLine(), today: newTextLine()}
	m.back, m.ahead = newImage(), newImage()
	m.mark, m.hover = canvas.NewRectangle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
	for i := range m.heads {
		m.heads[i] = newTextLine()
	}
	for i := range m.cells {
		m.cells[i] = newTextLine()
	}
	m.day = civil(env.now())
	m.ExtendBaseWidget(m)
	return m
}

// civil drops the time of day and the zone.
func civil(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// Day returns the day that would be taken.
func (m *MonthPicker) Day() time.Time { return m.day }

// SetDay moves to a day and shows its month.
func (m *MonthPicker) SetDay(day time.Time) {
	m.day = civil(day)
	m.Refresh()
}

// addMonths moves a day by months; where the month is too short, to its last day: 31 January becomes 29 or 28 February.
func addMonths(day time.Time, months int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(day.Day(), last)-1)
}

// firstShown returns the Monday on or before the first of the month.
func (m *MonthPicker) firstShown() time.Time {
	first := time.Date(m.day.Year(), m.day.Month(), 1, 0, 0, 0, 0, time.UTC)
	sinceMonday := (int(first.Weekday()) + weekDays - 1) % weekDays
	return first.AddDate(0, 0, -sinceMonday)
}

func (m *MonthPicker) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		m.SetDay(m.day.AddDate(0, 0, -1))
	case fyne.KeyRight:
		m.SetDay(m.day.AddDate(0, 0, 1))
	case fyne.KeyUp:
		m.SetDay(m.day.AddDate(0, 0, -weekDays))
	case fyne.KeyDown:
		m.SetDay(m.day.AddDate(0, 0, weekDays))
	case fyne.KeyPageUp:
		m.SetDay(addMonths(m.day, -1))
	case fyne.KeyPageDown:
		m.SetDay(addMonths(m.day, 1))
	case fyne.KeyReturn, fyne.KeyEnter:
		m.onPick(m.day)
	default:
		return false
	}
	return true
}

// The picker is a grid of equal cells: a head of one row (back, title, ahead), the names of the days, six weeks, and "today".
func (m *MonthPicker) cellSize() fyne.Size {
	return fyne.NewSize(theme.Size(theme.FieldHeight), theme.Size(theme.RowFigures))
}

const (
	headRows = 2
	allRows  = headRows + monthWeeks + 1
)

// Tapped is part of fyne.Tappable.
func (m *MonthPicker) Tapped(ev *fyne.PointEvent) {
	row, col := m.cellAt(ev.Position)
	switch {
	case row == 0 && col == 0:
		m.SetDay(addMonths(m.day, -1))
	case row == 0 && col == weekDays-1:
		m.SetDay(addMonths(m.day, 1))
	case row == allRows-1:
		m.onPick(civil(m.env.now()))
	case row >= headRows && row < allRows-1:
		m.onPick(m.firstShown().AddDate(0, 0, (row-headRows)*weekDays+col))
	}
}

func (m *MonthPicker) cellAt(pos fyne.Position) (row, col int) {
	cell := m.cellSize()
	return int(pos.Y / cell.Height), min(max(int(pos.X/cell.Width), 0), weekDays-1)
}

// MouseIn is part of desktop.Hoverable.
func (m *MonthPicker) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved is part of desktop.Hoverable.
func (m *MonthPicker) MouseMoved(ev *desktop.MouseEvent) {
	row, col := m.cellAt(ev.Position)
	at := -1
	if row >= headRows && row < allRows-1 {
		at = (row-headRows)*weekDays + col
	}
	if at != m.hovered {
		m.hovered = at
		m.Refresh()
	}
	m.tipOf(row, col)
}

// tipOf says what the arrow under the pointer does.
func (m *MonthPicker) tipOf(row, col int) {
	words, tip := m.env.words(), ""
	switch {
	case row == 0 && col == 0:
		tip = words.PreviousMonth
	case row == 0 && col == weekDays-1:
		tip = words.NextMonth
	}
	l := layerOf(m)
	if l == nil || tip == m.tip {
		return
	}
	m.tip = tip
	l.hideTip(m)
	if tip != "" {
		l.tipSoon(m, tip)
	}
}

// MouseOut is part of desktop.Hoverable.
func (m *MonthPicker) MouseOut() {
	m.hovered = -1
	m.tipOf(-1, -1)
	m.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (m *MonthPicker) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	objects := []fyne.CanvasObject{m.hover, m.mark, m.back, m.title.shown, m.ahead}
	for _, h := range m.heads {
		objects = append(objects, h.shown)
	}
	for _, c := range m.cells {
		objects = append(objects, c.shown)
	}
	r := &boxRenderer{owner: m, objects: append(objects, m.today.shown)}
	r.refresh = m.paint
	r.layout = func(fyne.Size) { m.place() }
	r.minSize = func() fyne.Size {
		cell := m.cellSize()
		return fyne.NewSize(cell.Width*weekDays, cell.Height*allRows)
	}
	r.refresh()
	return r
}

func (m *MonthPicker) paint() {
	words := m.env.words()
	title := m.day.Format("01/2006")
	if words.MonthTitle != nil {
		title = words.MonthTitle(m.day.Year(), m.day.Month())
	}
	m.title.set(RoleStrong, title, "", fyne.TextAlignCenter)
	m.today.set(RoleBody, words.Today, theme.Accent, fyne.TextAlignLeading)
	setIcon(m.back, icons.ChevronLeft, theme.Text2, theme.IconBody)
	setIcon(m.ahead, icons.ChevronRight, theme.Text2, theme.IconBody)
	for i, h := range m.heads {
		h.set(RoleCaption, words.Weekdays[i], theme.Text3, fyne.TextAlignCenter)
	}
	m.mark.FillColor, m.mark.CornerRadius = theme.Color(theme.Accent), theme.Size(theme.RadiusBlock)
	m.hover.FillColor, m.hover.CornerRadius = theme.Color(theme.Hover), theme.Size(theme.RadiusBlock)
	m.hover.Hidden = m.hovered < 0
	m.paintDays()
}

func (m *MonthPicker) paintDays() {
	first, today := m.firstShown(), civil(m.env.now())
	for i, c := range m.cells {
		day := first.AddDate(0, 0, i)
		role, token := RoleBody, theme.Text
		switch {
		case day.Equal(m.day):
			role, token = RoleStrong, theme.OnAccent
		case day.Equal(today):
			role, token = RoleStrong, theme.Accent
		case day.Month() != m.day.Month():
			token = theme.Text3
		}
		c.set(role, strconv.Itoa(day.Day()), token, fyne.TextAlignCenter)
	}
}

func (m *MonthPicker) place() {
	cell := m.cellSize()
	icon := theme.Size(theme.IconBody)
	at := func(row, col int) fyne.Position {
		return fyne.NewPos(float32(col)*cell.Width, float32(row)*cell.Height)
	}
	placeIcon(m.back, (cell.Width-icon)/2, icon, cell)
	placeIcon(m.ahead, at(0, weekDays-1).X+(cell.Width-icon)/2, icon, cell)
	m.title.place(at(0, 1), fyne.NewSize(cell.Width*(weekDays-2), cell.Height))
	for i, h := range m.heads {
		h.place(at(1, i), cell)
	}
	first := m.firstShown()
	for i, c := range m.cells {
		pos := at(headRows+i/weekDays, i%weekDays)
		c.place(pos, cell)
		if first.AddDate(0, 0, i).Equal(m.day) {
			m.mark.Move(pos)
			m.mark.Resize(cell)
		}
		if i == m.hovered {
			m.hover.Move(pos)
			m.hover.Resize(cell)
		}
	}
	pad := theme.Size(theme.Gap8)
	m.today.place(at(allRows-1, 0).AddXY(pad, 0), fyne.NewSize(cell.Width*weekDays-2*pad, cell.Height))
}
