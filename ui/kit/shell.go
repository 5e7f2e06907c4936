package kit

import (
	"fyne.io/fyne/v2"

	"nhipcau/ui/theme"
)

// Shell is the frame of the window: the rail at the left, the header above, the page below it. The rail folds to icons in a window
// narrower than 1100.
type Shell struct {
	root *fyne.Container
	rail *Rail
	page *fyne.Container
}

// NewShell puts rail, header and page together.
func NewShell(rail *Rail, header fyne.CanvasObject, page fyne.CanvasObject) *Shell {
	s := &Shell{rail: rail, page: &fyne.Container{Layout: &growLayout{weight: 1}}}
	s.root = &fyne.Container{Layout: &shellLayout{s}, Objects: []fyne.CanvasObject{rail, header, s.page}}
	s.SetPage(page)
	return s
}

// Object returns the frame for NewLayer.
func (s *Shell) Object() fyne.CanvasObject { return s.root }

// SetPage shows another page.
func (s *Shell) SetPage(page fyne.CanvasObject) {
	s.page.Objects = nil
	if page != nil {
		s.page.Objects = []fyne.CanvasObject{page}
	}
	s.page.Refresh()
	if l := layerOf(s.root); l != nil {
		l.hideTip(l.tipFor) // of something on the page before, which the pointer never leaves
	}
}

// Page returns the page that is shown, or nil.
func (s *Shell) Page() fyne.CanvasObject {
	if len(s.page.Objects) == 0 {
		return nil
	}
	return s.page.Objects[0]
}

type shellLayout struct{ shell *Shell }

func (l *shellLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rail, header, page := l.shell.rail, objects[1], objects[2]
	rail.Fold(size.Width < theme.Size(theme.FoldBelow))
	x, h := rail.Width(), theme.Size(theme.HeaderHeight)
	rail.Move(fyne.Position{})
	rail.Resize(fyne.NewSize(x, size.Height))
	header.Move(fyne.NewPos(x, 0))
	header.Resize(fyne.NewSize(size.Width-x, h))
	page.Move(fyne.NewPos(x, h))
	page.Resize(fyne.NewSize(size.Width-x, size.Height-h))
}

// MinSize leaves the page out of account in height: a page scrolls or cuts itself before the window is forced to grow.
func (l *shellLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Size(theme.RailFolded)+theme.Size(theme.DialogForm), theme.Size(theme.DialogWidth))
}
