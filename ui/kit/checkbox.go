package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// CheckBox is a tick with a word beside it. Enter and Space turn it.
type CheckBox struct {
	control
	word     string
	checked  bool
	radio    bool
	tickBox  *plate
	dot      *canvas.Circle
	tick     *canvas.Image
	ring     *outline
	line     *textLine
	onChange func(bool)
}

// NewCheckBox returns a tick box; onChange hears of changes made by the person only.
func NewCheckBox(word string, onChange func(bool)) *CheckBox {
	return newCheck(word, false, onChange)
}

// NewRadio returns a round box of a choice of one; the page turns the others off. A turned-on one stays on when pressed.
func NewRadio(word string, onChange func(bool)) *CheckBox {
	return newCheck(word, true, onChange)
}

func newCheck(word string, radio bool, onChange func(bool)) *CheckBox {
	c := &CheckBox{word: word, radio: radio, onChange: onChange, tick: newImage(), ring: newOutline(), line: newTextLine()}
	c.tickBox = newPlate()
	c.dot = canvas.NewCircle(theme.Color(theme.None))
	c.init(c, c.turn)
	return c
}

// SetOnChange changes who hears of changes made by the person.
func (c *CheckBox) SetOnChange(onChange func(bool)) { c.onChange = onChange }

// Checked says whether the tick is set.
func (c *CheckBox) Checked() bool { return c.checked }

// SetChecked sets the tick without telling onChange.
func (c *CheckBox) SetChecked(on bool) {
	if c.checked == on {
		return
	}
	c.checked = on
	c.Refresh()
}

// Text is the word.
func (c *CheckBox) Text() string { return c.word }

// SetText changes the word.
func (c *CheckBox) SetText(word string) {
	c.word = word
	c.Refresh()
}

func (c *CheckBox) turn() {
	if c.radio && c.checked {
		return
	}
	c.SetChecked(!c.checked)
	if c.onChange != nil {
		c.onChange(c.checked)
	}
}

func (c *CheckBox) natural() fyne.Size {
	w := theme.Size(theme.Tick) + 2*theme.Size(theme.Gap2)
	if c.word != "" {
		w += theme.Size(theme.Gap8) + naturalText(RoleBody, c.word).Width + theme.Size(theme.Gap2)
	}
	return fyne.NewSize(w, theme.Size(theme.TickTarget))
}

// CreateRenderer is part of fyne.Widget.
func (c *CheckBox) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &boxRenderer{owner: c, objects: join(c.tickBox.objects(), list(c.dot, c.tick, c.line.shown), c.ring.objects())}
	r.refresh = c.paint
	r.layout = c.place
	r.minSize = func() fyne.Size {
		n := c.natural()
		return fyne.NewSize(min(n.Width, theme.Size(theme.RailFolded)), n.Height)
	}
	r.refresh()
	return r
}

func (c *CheckBox) paint() {
	border, back, word := theme.FieldBorder, theme.Paper, theme.Text
	if c.checked && !c.radio {
		border, back = theme.Accent, theme.Accent
	}
	if c.checked && c.radio {
		border = theme.Accent
	}
	if c.hovered && !c.checked {
		back = theme.Hover
	}
	if c.Disabled() {
		border, word = theme.Line2, theme.Text3
		if back == theme.Accent {
			back = theme.Line2
		}
	}
	radius := theme.Size(theme.RadiusTick)
	if c.radio {
		radius = theme.Size(theme.Tick) / 2
	}
	c.tickBox.paint(radius, level{border, 0}, level{back, theme.Size(theme.Hairline)})
	c.dot.FillColor = theme.Color(theme.Accent)
	c.dot.Hidden = !c.radio || !c.checked
	mark := icons.None
	if c.checked && !c.radio {
		mark = icons.Check
	}
	setIcon(c.tick, mark, theme.OnAccent, theme.IconSmall)
	c.line.set(RoleBody, c.word, word, fyne.TextAlignLeading)
	c.ring.paint(c.ringed)
}

func (c *CheckBox) place(size fyne.Size) {
	tick, pad, dot := theme.Size(theme.Tick), theme.Size(theme.Gap2), theme.Size(theme.Gap4)
	at := centred(pad, fyne.NewSquareSize(tick), size)
	c.tickBox.place(at, fyne.NewSquareSize(tick))
	c.dot.Move(at.AddXY(dot, dot))
	c.dot.Resize(fyne.NewSquareSize(tick - 2*dot))
	mark := theme.Size(theme.IconSmall)
	c.tick.Move(at.AddXY((tick-mark)/2, (tick-mark)/2))
	c.tick.Resize(fyne.NewSquareSize(mark))
	x := pad + tick + theme.Size(theme.Gap8)
	c.line.place(fyne.NewPos(x, 0), fyne.NewSize(max(size.Width-x, 0), size.Height))
	c.ring.place(fyne.Position{}, size)
}
