package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/ui/theme"
)

// footShare is how much of its panel a foot takes at most; beyond it the foot scrolls.
const footShare = 0.42

// SidePanelWithFoot is a SidePanel whose foot stays in sight below the content, each of the two scrolling by itself.
func SidePanelWithFoot(content, foot fyne.CanvasObject) fyne.CanvasObject {
	inset := func(o fyne.CanvasObject) *fyne.Container {
		return PadSides(theme.Gap16, theme.Gap12, theme.Gap16, theme.Gap12, o)
	}
	inner := inset(foot)
	return &fyne.Container{
		Layout: &footLayout{foot: inner, content: foot},
		Objects: []fyne.CanvasObject{
			newFill(theme.Ground), NewHairline(), container.NewVScroll(inset(content)), NewHairline(),
			On(theme.Ground, container.NewVScroll(inner)),
		},
	}
}

// footLayout gives the panel its width, and the foot the height that it needs.
type footLayout struct {
	panelLayout
	foot    fyne.CanvasObject
	content fyne.CanvasObject // of the foot; hidden, it leaves the foot out
}

// Layout puts the foot at the bottom and gives the rest to what is above it.
func (l *footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	line := theme.Size(theme.Hairline)
	width := size.Width - line
	l.foot.Resize(fyne.NewSize(width, l.foot.MinSize().Height)) // what wraps learns its width first
	low := min(l.foot.MinSize().Height, size.Height*footShare)
	if !l.content.Visible() {
		low = -line
	}
	high := max(size.Height-low-line, 0)
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(line, size.Height))
	place := func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(line, y))
		o.Resize(fyne.NewSize(width, height))
	}
	place(objects[2], 0, high)
	place(objects[3], high, line)
	place(objects[4], high+line, max(low, 0))
}
