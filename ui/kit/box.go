package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nhipcau/assets/icons"
	"nhipcau/ui/theme"
)

// box is a widget of one rectangle that paints itself anew with the theme.
type box struct {
	widget.BaseWidget
	self  fyne.Widget
	rect  *canvas.Rectangle
	paint func()
	least func() fyne.Size
}

func (b *box) init(self fyne.Widget) {
	b.self = self
	b.ExtendBaseWidget(self)
}

// CreateRenderer is part of fyne.Widget.
func (b *box) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	r := &boxRenderer{owner: b.self, objects: []fyne.CanvasObject{b.rect}, refresh: b.paint}
	r.layout = func(fyne.Size) { b.rect.Resize(b.Size()) }
	r.minSize = func() fyne.Size {
		if b.least == nil {
			return fyne.Size{}
		}
		return b.least()
	}
	return r
}

// Hairline is a line between rows or areas, as wide or as high as it is given room.
type Hairline struct{ box }

// NewHairline returns a hairline. Upright ones stand between columns.
func NewHairline() *Hairline { return newLine(theme.Line) }

// NewHeadLine returns the stronger line under the head of a table.
func NewHeadLine() *Hairline { return newLine(theme.Line2) }

func newLine(token fyne.ThemeColorName) *Hairline {
	h := &Hairline{}
	h.rect = canvas.NewRectangle(theme.Color(token))
	h.paint = func() { h.rect.FillColor = theme.Color(token) }
	h.least = func() fyne.Size { return fyne.NewSquareSize(theme.Size(theme.Hairline)) }
	h.init(h)
	return h
}

// Swatch is a small upright bar of one colour, such as that of a kind of programme block.
type Swatch struct {
	box
	token fyne.ThemeColorName
}

// NewSwatch returns a swatch in the colour of the token.
func NewSwatch(token fyne.ThemeColorName) *Swatch {
	s := &Swatch{token: token}
	s.rect = canvas.NewRectangle(theme.Color(token))
	s.paint = func() {
		s.rect.FillColor = theme.Color(s.token)
		s.rect.CornerRadius = theme.Size(theme.Gap2)
	}
	s.least = func() fyne.Size { return fyne.NewSize(theme.Size(theme.KindBar), theme.Size(theme.IconBody)) }
	s.init(s)
	return s
}

// SetColor changes the token.
func (s *Swatch) SetColor(token fyne.ThemeColorName) {
	s.token = token
	s.Refresh()
}

// Icon is one outline icon in the colour of a token.
type Icon struct {
	widget.BaseWidget
	name  icons.Name
	token fyne.ThemeColorName
	size  fyne.ThemeSizeName
	image *canvas.Image
}

// NewIcon returns an icon of body size.
func NewIcon(name icons.Name, token fyne.ThemeColorName) *Icon {
	return NewIconSized(name, token, theme.IconBody)
}

// NewIconSized returns an icon of the size of a token.
func NewIconSized(name icons.Name, token fyne.ThemeColorName, size fyne.ThemeSizeName) *Icon {
	i := &Icon{name: name, token: token, size: size, image: newImage()}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes the icon and its colour.
func (i *Icon) Set(name icons.Name, token fyne.ThemeColorName) {
	i.name, i.token = name, token
	i.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.ExtendBaseWidget(i)
	r := &boxRenderer{owner: i, objects: []fyne.CanvasObject{i.image}}
	r.refresh = func() { setIcon(i.image, i.name, i.token, i.size) }
	r.minSize = func() fyne.Size { return fyne.NewSquareSize(theme.Size(i.size)) }
	r.layout = func(size fyne.Size) { placeIcon(i.image, 0, theme.Size(i.size), size) }
	r.refresh()
	return r
}

func newImage() *canvas.Image {
	img := &canvas.Image{FillMode: canvas.ImageFillContain}
	img.Hide()
	return img
}

// setIcon gives an image the icon in the colour and for the size of the tokens, and hides it when there is none.
func setIcon(img *canvas.Image, name icons.Name, token fyne.ThemeColorName, size fyne.ThemeSizeName) {
	if name == icons.None {
		img.Hidden = true
		return
	}
	res := theme.Icon(name, token, theme.Size(size)*screenScale())
	if res == nil {
		img.Hidden = true
		return
	}
	img.Hidden = false
	if img.Resource == nil || img.Resource.Name() != res.Name() {
		img.Resource = res
		img.Refresh()
	}
}

// screenScale returns how many pixels the screen has for one Fyne unit.
func screenScale() float32 {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if scale := w.Canvas().Scale(); scale > 0 {
			return scale
		}
	}
	return 1
}

// placeIcon puts an image of the given size at x, centred in the height of outer.
func placeIcon(img *canvas.Image, x, size float32, outer fyne.Size) {
	img.Resize(fyne.NewSquareSize(size))
	img.Move(centred(x, fyne.NewSquareSize(size), outer))
}
