package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// Tone is the meaning of a colour. It never stands alone: a word says the same.
type Tone int

// The tones.
const (
	Neutral    Tone = iota // a fact
	AccentTone             // you are here, chosen
	GreenTone              // done, confirmed, agrees
	AmberTone              // soon, waiting, changed, missing
	RedTone                // overdue, clash, error
)

// Color returns the token of text in the tone.
func (t Tone) Color() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{theme.Text2, theme.Accent, theme.Green, theme.Amber, theme.Red}[t.index()]
}

// Fill returns the token of the fill behind text in the tone.
func (t Tone) Fill() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{theme.Ground, theme.Sel, theme.GreenBg, theme.AmberBg, theme.RedBg}[t.index()]
}

func (t Tone) index() int { return min(max(int(t), 0), int(RedTone)) }

// Chip is a word of state on a rounded fill, with an icon where it warns.
type Chip struct {
	widget.BaseWidget
	tone Tone
	icon icons.Name
	text string
	fill *canvas.Rectangle
	img  *canvas.Image
	line *textLine
}

// NewChip returns a chip without an icon.
func NewChip(tone Tone, text string) *Chip { return NewIconChip(tone, icons.None, text) }

// NewIconChip returns a chip with an icon before the word.
func NewIconChip(tone Tone, icon icons.Name, text string) *Chip {
	c := &Chip{tone: tone, icon: icon, text: text, img: newImage(), line: newTextLine()}
	c.fill = canvas.NewRectangle(theme.Color(theme.None))
	c.ExtendBaseWidget(c)
	return c
}

// Set changes tone, icon and word.
func (c *Chip) Set(tone Tone, icon icons.Name, text string) {
	c.tone, c.icon, c.text = tone, icon, text
	c.Refresh()
}

// Text returns the word.
func (c *Chip) Text() string { return c.text }

func (c *Chip) iconRoom() float32 {
	if c.icon == icons.None {
		return 0
	}
	return theme.Size(theme.IconSmall) + theme.Size(theme.Gap4)
}

// CreateRenderer is part of fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &boxRenderer{owner: c, objects: []fyne.CanvasObject{c.fill, c.img, c.line.shown}}
	r.refresh = func() {
		c.fill.FillColor = theme.Color(c.tone.Fill())
		c.fill.CornerRadius = theme.Size(theme.RadiusChip)
		setIcon(c.img, c.icon, c.tone.Color(), theme.IconSmall)
		c.line.set(RoleCaption, c.text, c.tone.Color(), fyne.TextAlignLeading)
	}
	r.minSize = func() fyne.Size {
		w := naturalText(RoleCaption, c.text).Width + c.iconRoom() + 2*theme.Size(theme.Gap8)
		return fyne.NewSize(w, theme.Size(theme.ChipHeight))
	}
	r.layout = func(size fyne.Size) {
		h := theme.Size(theme.ChipHeight)
		c.fill.Move(centred(0, fyne.NewSize(0, h), size))
		c.fill.Resize(fyne.NewSize(size.Width, h))
		pad := theme.Size(theme.Gap8)
		placeIcon(c.img, pad, theme.Size(theme.IconSmall), size)
		x := pad + c.iconRoom()
		c.line.place(fyne.NewPos(x, 0), fyne.NewSize(size.Width-x-pad, size.Height))
	}
	r.refresh()
	return r
}
