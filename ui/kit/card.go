package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/ui/theme"
)

// Card is an area that leads somewhere as a whole, with a hairline below it: the entry of a list that needs more room than a Line. Links
// within it lead elsewhere.
type Card struct {
	control
	content fyne.CanvasObject
	fill    *canvas.Rectangle
	rule    *canvas.Rectangle
	ring    *outline
}

// NewCard returns a card around content that calls onTap.
func NewCard(content fyne.CanvasObject, onTap func()) *Card {
	c := &Card{content: content, ring: newOutline()}
	c.fill, c.rule = canvas.NewRectangle(theme.Color(theme.None)), canvas.NewRectangle(theme.Color(theme.None))
	c.init(c, onTap)
	return c
}

// Cursor is part of desktop.Cursorable.
func (c *Card) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (c *Card) natural() fyne.Size { return naturalSize(c.content).Add(c.inset()) }

func (c *Card) inset() fyne.Size { return fyne.NewSize(0, 2*theme.Size(theme.Gap12)) }

// CreateRenderer is part of fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &boxRenderer{owner: c, objects: join(list(c.fill, c.rule), c.ring.objects(), list(c.content))}
	r.refresh = func() {
		back := theme.None
		if c.hovered {
			back = theme.Hover
		}
		c.fill.FillColor, c.rule.FillColor = theme.Color(back), theme.Color(theme.Line)
		c.ring.paint(c.ringed)
	}
	r.minSize = func() fyne.Size { return c.content.MinSize().Add(c.inset()) }
	r.layout = func(size fyne.Size) {
		line, pad := theme.Size(theme.Hairline), theme.Size(theme.Gap12)
		c.fill.Resize(size)
		c.rule.Move(fyne.NewPos(0, size.Height-line))
		c.rule.Resize(fyne.NewSize(size.Width, line))
		c.ring.place(fyne.Position{}, size)
		c.content.Move(fyne.NewPos(0, pad))
		c.content.Resize(size.Subtract(c.inset()))
	}
	r.refresh()
	return r
}
