package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nhipcau/ui/theme"
)

// ChoiceTable is a short table in which each line may be ticked and offers values side by side, of which one is chosen. It is one stop of
// Tab: Up, Down, Home and End move, Space ticks, the digits choose, and what else is typed goes to the window. Lines are as high as their
// texts; for long lists there is Grid.
type ChoiceTable struct {
	widget.BaseWidget
	// OnTick turns the tick of a line, OnChoose chooses the value with a number.
	OnTick   func(line int)
	OnChoose func(line, number int)

	weights []float32
	lines   []ChoiceLine
	rows    []*choiceRow
	box     *fyne.Container
	current int

	focused, ringed, byMouse bool
}

// ChoiceLine is one line: Head is what the line is about, Columns what stands in the columns after it.
type ChoiceLine struct {
	Key     string // identifies the line, so that it stays the current one
	Tick    TickState
	Head    fyne.CanvasObject
	Columns [][]ChoiceValue
}

// ChoiceValue is one value. Number is the digit that chooses it, 0 for one that is only there to be read.
type ChoiceValue struct {
	Content fyne.CanvasObject
	Number  int
	On      bool
}

var (
	_ fyne.Focusable     = (*ChoiceTable)(nil)
	_ fyne.Shortcutable  = (*ChoiceTable)(nil)
	_ holder             = (*ChoiceTable)(nil)
	_ fyne.Tappable      = (*choiceRow)(nil)
	_ desktop.Cursorable = (*choiceValue)(nil)
)

// NewChoiceTable returns an empty table. The weights are the shares of the head and of each column.
func NewChoiceTable(weights ...float32) *ChoiceTable {
	t := &ChoiceTable{weights: weights, box: VBox(theme.Gap0)}
	t.ExtendBaseWidget(t)
	return t
}

// SetWeights changes the shares of the columns; it shows with the next SetLines.
func (t *ChoiceTable) SetWeights(weights ...float32) { t.weights = weights }

// SetLines shows lines. The current line stays so, by its key.
func (t *ChoiceTable) SetLines(lines []ChoiceLine) {
	key := ""
	if t.current < len(t.lines) {
		key = t.lines[t.current].Key
	}
	t.lines, t.rows, t.current = lines, nil, 0
	t.box.Objects = nil
	for i, line := range lines {
		if line.Key == key {
			t.current = i
		}
		row := newChoiceRow(t, i)
		t.rows = append(t.rows, row)
		t.box.Objects = append(t.box.Objects, row)
	}
	t.box.Refresh()
	t.Refresh()
}

// Lines returns what is shown.
func (t *ChoiceTable) Lines() []ChoiceLine { return t.lines }

// Current returns the current line, -1 for none.
func (t *ChoiceTable) Current() int {
	if t.current >= len(t.lines) {
		return -1
	}
	return t.current
}

// Focus gives the keyboard to the table.
func (t *ChoiceTable) Focus() { focus(t, t) }

func (t *ChoiceTable) holds() []fyne.CanvasObject { return list(t.box) }

// CreateRenderer is part of fyne.Widget.
func (t *ChoiceTable) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &boxRenderer{owner: t, objects: list(t.box)}
	r.refresh = func() {
		for i, row := range t.rows {
			row.ring.paint(t.ringed && i == t.current)
			row.Refresh()
		}
	}
	r.layout = func(size fyne.Size) { t.box.Resize(size) }
	r.minSize = t.box.MinSize
	return r
}

// FocusGained is part of fyne.Focusable.
func (t *ChoiceTable) FocusGained() {
	t.focused, t.ringed = true, !t.byMouse
	t.reveal()
	t.Refresh()
}

// FocusLost is part of fyne.Focusable.
func (t *ChoiceTable) FocusLost() {
	t.focused, t.ringed = false, false
	t.Refresh()
}

// TypedKey is part of fyne.Focusable.
func (t *ChoiceTable) TypedKey(ev *fyne.KeyEvent) {
	to, moves := map[fyne.KeyName]int{
		fyne.KeyUp: t.current - 1, fyne.KeyDown: t.current + 1, fyne.KeyHome: 0, fyne.KeyEnd: len(t.lines) - 1,
	}[ev.Name]
	switch {
	case moves:
		t.ringed = true
		t.moveTo(to)
	case ev.Name == fyne.KeySpace: // comes again as a rune
	default:
		passKey(t, ev)
	}
}

// TypedRune is part of fyne.Focusable.
func (t *ChoiceTable) TypedRune(r rune) {
	t.ringed = true
	switch {
	case r == ' ':
		t.turn(t.current)
	case '1' <= r && r <= '9':
		t.choose(t.current, int(r-'0'))
	}
}

// TypedShortcut is part of fyne.Shortcutable: all go to the window.
func (t *ChoiceTable) TypedShortcut(s fyne.Shortcut) { passShortcut(t, s) }

func (t *ChoiceTable) moveTo(line int) {
	t.current = min(max(line, 0), max(len(t.lines)-1, 0))
	t.reveal()
	t.Refresh()
}

func (t *ChoiceTable) reveal() {
	if t.current < len(t.rows) && t.ringed {
		row := t.rows[t.current]
		revealPart(t, row.Position().Y, row.Size().Height)
	}
}

func (t *ChoiceTable) takeFocus(line int) {
	t.byMouse = true
	t.current = line
	if !t.focused {
		focus(t, t)
	}
	t.byMouse = false
	t.Refresh()
}

func (t *ChoiceTable) turn(line int) {
	if line < len(t.lines) && t.lines[line].Tick != TickNone && t.OnTick != nil {
		t.OnTick(line)
	}
}

func (t *ChoiceTable) choose(line, number int) {
	if line >= len(t.lines) || t.OnChoose == nil {
		return
	}
	for _, column := range t.lines[line].Columns {
		for _, v := range column {
			if v.Number == number && number > 0 {
				t.OnChoose(line, number)
				return
			}
		}
	}
}

// choiceRow is one line as it is drawn.
type choiceRow struct {
	widget.BaseWidget
	table   *ChoiceTable
	index   int
	content fyne.CanvasObject
	ring    *outline
	rule    *canvas.Rectangle
}

func newChoiceRow(t *ChoiceTable, index int) *choiceRow {
	line := t.lines[index]
	r := &choiceRow{table: t, index: index, ring: newOutline(), rule: canvas.NewRectangle(theme.Color(theme.Line))}
	tick := NewTick()
	tick.state = line.Tick
	tick.OnTap = func() {
		t.takeFocus(index)
		t.turn(index)
	}
	cells := []fyne.CanvasObject{HBoxTop(theme.Gap4, tick, Grow(line.Head))}
	for _, column := range line.Columns {
		values := VBox(theme.Gap2)
		for _, v := range column {
			values.Add(newChoiceValue(t, index, v))
		}
		cells = append(cells, values)
	}
	r.content = PadSides(theme.Gap4, theme.Gap4, theme.Gap4, theme.Gap4, Columns(theme.Gap12, t.weights, cells...))
	r.ExtendBaseWidget(r)
	return r
}

// Tapped is part of fyne.Tappable: the line becomes the current one.
func (r *choiceRow) Tapped(*fyne.PointEvent) { r.table.takeFocus(r.index) }

func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	b := &boxRenderer{owner: r, objects: join(list(r.content, r.rule), r.ring.objects())}
	b.refresh = func() { r.rule.FillColor = theme.Color(theme.Line) }
	b.layout = func(size fyne.Size) {
		line := theme.Size(theme.Hairline)
		r.content.Resize(size.SubtractWidthHeight(0, line))
		r.rule.Move(fyne.NewPos(0, size.Height-line))
		r.rule.Resize(fyne.NewSize(size.Width, line))
		r.ring.place(fyne.Position{}, size.SubtractWidthHeight(0, line))
	}
	b.minSize = func() fyne.Size { return r.content.MinSize().AddWidthHeight(0, theme.Size(theme.Hairline)) }
	b.refresh()
	return b
}

// choiceValue is one value: a round button before it where it can be chosen, and a fill where it is.
type choiceValue struct {
	widget.BaseWidget
	table   *ChoiceTable
	line    int
	value   ChoiceValue
	content fyne.CanvasObject
	fill    *canvas.Rectangle
}

func newChoiceValue(t *ChoiceTable, line int, v ChoiceValue) fyne.CanvasObject {
	if v.Number == 0 {
		return PadSides(theme.Gap4, theme.Gap2, theme.Gap4, theme.Gap2, v.Content)
	}
	c := &choiceValue{table: t, line: line, value: v, fill: canvas.NewRectangle(theme.Color(theme.None))}
	round := NewRound()
	round.state = TickOff
	if v.On {
		round.state = TickOn
	}
	round.OnTap = func() { c.Tapped(nil) }
	c.content = PadSides(theme.Gap4, theme.Gap2, theme.Gap4, theme.Gap2, HBoxTop(theme.Gap4, round, Grow(v.Content)))
	c.ExtendBaseWidget(c)
	return c
}

// Tapped is part of fyne.Tappable: the value is chosen.
func (c *choiceValue) Tapped(*fyne.PointEvent) {
	c.table.takeFocus(c.line)
	c.table.choose(c.line, c.value.Number)
}

// Cursor is part of desktop.Cursorable.
func (c *choiceValue) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (c *choiceValue) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &boxRenderer{owner: c, objects: list(c.fill, c.content)}
	r.refresh = func() {
		token := theme.None
		if c.value.On {
			token = theme.Sel
		}
		c.fill.FillColor = theme.Color(token)
		c.fill.CornerRadius = theme.Size(theme.RadiusBlock)
	}
	r.layout = func(size fyne.Size) {
		c.fill.Resize(size)
		c.content.Resize(size)
	}
	r.minSize = c.content.MinSize
	r.refresh()
	return r
}
