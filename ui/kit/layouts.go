package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"nhipcau/ui/theme"
)

// HBox puts objects side by side, centred in their height. Each gets the width it would like; where that is too much, those that
// can be cut give way, and what is left over goes to those in Grow.
func HBox(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap}, objects...)
}

// HBoxFill is an HBox whose objects all have its full height.
func HBoxFill(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, fill: true}, objects...)
}

// HBoxTop is an HBox whose objects hang from its upper edge.
func HBoxTop(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, top: true}, objects...)
}

// VBox puts objects below one another over the full width; what is left over in height goes to those in Grow.
func VBox(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap}, objects...)
}

// Grow lets an object take the room that an HBox or VBox has left over.
func Grow(object fyne.CanvasObject) *fyne.Container {
	return container.New(&growLayout{weight: 1}, object)
}

// GrowBy is Grow with a share of the room: twice the weight, twice the room.
func GrowBy(weight float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&growLayout{weight: weight}, object)
}

// Spacer is empty room that grows.
func Spacer() *fyne.Container {
	return container.New(&growLayout{weight: 1})
}

// Gap is empty room of a fixed size.
func Gap(size fyne.ThemeSizeName) *fyne.Container {
	return container.New(&sizedLayout{width: size, height: size})
}

// Pad puts the same room on all four sides of an object.
func Pad(size fyne.ThemeSizeName, object fyne.CanvasObject) *fyne.Container {
	return PadSides(size, size, size, size, object)
}

// PadSides puts room on the left, top, right and bottom of an object.
func PadSides(left, top, right, bottom fyne.ThemeSizeName, object fyne.CanvasObject) *fyne.Container {
	return container.New(&padLayout{left, top, right, bottom}, object)
}

// Sized gives an object at least the width and height of the tokens; an empty token asks for nothing.
func Sized(width, height fyne.ThemeSizeName, object fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{width: width, height: height}, object)
}

// On puts an object on a fill of the token's colour.
func On(token fyne.ThemeColorName, object fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newFill(token), object)
}

// Scrolling lets an object scroll up and down; its width follows the window.
func Scrolling(object fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(object)
}

// Columns lays a form out in columns side by side, each with its share of the width.
func Columns(gap fyne.ThemeSizeName, weights []float32, objects ...fyne.CanvasObject) *fyne.Container {
	grown := make([]fyne.CanvasObject, len(objects))
	for i, o := range objects {
		weight := float32(1)
		if i < len(weights) {
			weight = weights[i]
		}
		grown[i] = container.New(&growLayout{weight: weight, even: true}, o)
	}
	return container.New(&rowLayout{gap: gap, fill: true}, grown...)
}

// natural is what an object would like to have, where that is more than the least it can live with.
type natural interface{ natural() fyne.Size }

// naturalLayout is natural for the layouts of containers.
type naturalLayout interface {
	naturalOf([]fyne.CanvasObject) fyne.Size
}

func naturalSize(o fyne.CanvasObject) fyne.Size {
	if n, ok := o.(natural); ok {
		return n.natural().Max(fyne.NewSize(0, o.MinSize().Height))
	}
	if c, ok := o.(*fyne.Container); ok {
		if n, ok := c.Layout.(naturalLayout); ok {
			return n.naturalOf(c.Objects)
		}
	}
	return o.MinSize()
}

func growOf(o fyne.CanvasObject) (*growLayout, bool) {
	if c, ok := o.(*fyne.Container); ok {
		g, ok := c.Layout.(*growLayout)
		return g, ok
	}
	return nil, false
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

// growLayout marks its one object as growing. Even means that the share counts from nothing and not from what the object needs.
type growLayout struct {
	weight float32
	even   bool
}

func (l *growLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (l *growLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return maxOf(objects, minSizeOf) }

func (l *growLayout) naturalOf(objects []fyne.CanvasObject) fyne.Size {
	return maxOf(objects, naturalSize)
}

func minSizeOf(o fyne.CanvasObject) fyne.Size { return o.MinSize() }

func maxOf(objects []fyne.CanvasObject, size func(fyne.CanvasObject) fyne.Size) fyne.Size {
	var out fyne.Size
	for _, o := range shown(objects) {
		out = out.Max(size(o))
	}
	return out
}

type padLayout struct{ left, top, right, bottom fyne.ThemeSizeName }

func (l *padLayout) room() fyne.Size {
	return fyne.NewSize(theme.Size(l.left)+theme.Size(l.right), theme.Size(l.top)+theme.Size(l.bottom))
}

func (l *padLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(theme.Size(l.left), theme.Size(l.top)))
		o.Resize(size.Subtract(l.room()))
	}
}

func (l *padLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return maxOf(objects, minSizeOf).Add(l.room())
}

func (l *padLayout) naturalOf(objects []fyne.CanvasObject) fyne.Size {
	return maxOf(objects, naturalSize).Add(l.room())
}

type sizedLayout struct{ width, height fyne.ThemeSizeName }

func (l *sizedLayout) least() fyne.Size {
	var out fyne.Size
	if l.width != "" {
		out.Width = theme.Size(l.width)
	}
	if l.height != "" {
		out.Height = theme.Size(l.height)
	}
	return out
}

func (l *sizedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (l *sizedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return maxOf(objects, minSizeOf).Max(l.least())
}

// fill is a rectangle of one token's colour that follows the theme.
type fill struct {
	box
	token fyne.ThemeColorName
}

func newFill(token fyne.ThemeColorName) *fill {
	f := &fill{token: token}
	f.rect = canvas.NewRectangle(theme.Color(token))
	f.paint = func() { f.rect.FillColor = theme.Color(f.token) }
	f.init(f)
	return f
}
