package programme

import (
	"fyne.io/fyne/v2"

	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// mark is the cell before a title: a bar in the colour of the kind, broken for
// an internal item, and signs for a clash and for a fixed time.
type mark struct {
	whole       *kit.Swatch
	pieces      [4]*kit.Swatch
	clash, lock *kit.Icon
	alone       bool // the title beside it has no second line
}

// newMark makes a cell; the layout of the cell keeps its parts.
func newMark() fyne.CanvasObject {
	m := &mark{
		whole: kit.NewSwatch(theme.None),
		clash: kit.NewIconSized(icons.Warning, theme.Red, theme.IconSmall),
		lock:  kit.NewIconSized(icons.Lock, theme.Text2, theme.IconSmall),
	}
	objects := []fyne.CanvasObject{m.whole, m.clash, m.lock}
	for i := range m.pieces {
		m.pieces[i] = kit.NewSwatch(theme.None)
		objects = append(objects, m.pieces[i])
	}
	return &fyne.Container{Layout: m, Objects: objects}
}

// showMark fills a cell for a row.
func showMark(cell fyne.CanvasObject, r row) {
	box, ok := cell.(*fyne.Container)
	if !ok {
		return
	}
	m, ok := box.Layout.(*mark)
	if !ok {
		return
	}
	item := r.item
	m.whole.Hidden = item == nil || item.Internal
	m.clash.Hidden = item == nil || len(r.state.flagged[item.ID]) == 0 && len(item.Conflicts) == 0
	m.lock.Hidden = item == nil || !item.Fixed
	m.alone = item != nil && !item.Internal && !item.HasSpeaker() && (m.clash.Hidden || m.lock.Hidden)
	for _, piece := range m.pieces {
		piece.Hidden = item == nil || !item.Internal
	}
	if item != nil {
		color := theme.Kind(item.ItemKind).Bar()
		m.whole.SetColor(color)
		for _, piece := range m.pieces {
			piece.SetColor(color)
		}
	}
	m.Layout(nil, box.Size())
	box.Refresh()
}

// Layout is part of fyne.Layout.
func (m *mark) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	width, gap := theme.Size(theme.KindBar), theme.Size(theme.Gap4)
	m.whole.Resize(fyne.NewSize(width, size.Height))
	n := float32(len(m.pieces))
	height := (size.Height - (n-1)*gap) / n
	for i, piece := range m.pieces {
		piece.Move(fyne.NewPos(0, float32(i)*(height+gap)))
		piece.Resize(fyne.NewSize(width, height))
	}
	m.placeSigns(width+gap, size)
}

// placeSigns puts the signs beside the bar: one on the line of the title, two
// below each other.
func (m *mark) placeSigns(x float32, size fyne.Size) {
	icon := theme.Size(theme.IconSmall)
	line := theme.Size(theme.LineBody)
	y := (size.Height - line - theme.Size(theme.LineCaption)) / 2
	if m.alone {
		y = (size.Height - line) / 2
	}
	for _, sign := range []*kit.Icon{m.clash, m.lock} {
		if sign.Hidden {
			continue
		}
		sign.Resize(fyne.NewSquareSize(icon))
		sign.Move(fyne.NewPos(x, y+(line-icon)/2))
		y += line
	}
}

// MinSize is part of fyne.Layout.
func (m *mark) MinSize([]fyne.CanvasObject) fyne.Size {
	gap := theme.Size(theme.Gap4)
	return fyne.NewSize(theme.Size(theme.KindBar)+gap+theme.Size(theme.IconSmall), theme.Size(theme.RowTwoLines)-2*gap)
}
