package people

import (
	"fyne.io/fyne/v2"

	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// gapList is the section of those who have no counterpart on the other side.
type gapList struct {
	tab   *tab
	chip  *kit.Chip
	head  fyne.CanvasObject
	lines *fyne.Container
	root  *fyne.Container
}

func newGapList(p *tab) *gapList {
	g := &gapList{tab: p, chip: kit.NewChip(kit.AmberTone, ""), lines: kit.VBox(theme.Gap0)}
	g.head = kit.SectionHead(p.host.Say("people.gaps"), g.chip, nil)
	g.root = &fyne.Container{Layout: &gapLayout{g}, Objects: []fyne.CanvasObject{g.head, kit.Scrolling(g.lines)}}
	g.root.Hide()
	return g
}

func (g *gapList) show(gaps []gap) {
	h := g.tab.host
	g.lines.Objects = nil
	for _, one := range gaps {
		line := kit.NewLine(one.title, one.detail, h.Say("people.gap_add"), func() { g.tab.sides[one.missing].add.Focus() })
		line.Icon, line.IconTone = icons.Warning, kit.AmberTone
		line.SetTooltip(h.Say("people.gap_add_" + string(one.missing)))
		g.lines.Objects = append(g.lines.Objects, line)
	}
	g.chip.Set(kit.AmberTone, icons.None, h.Say("people.gaps_count", "Count", len(gaps)))
	g.root.Hidden = len(gaps) == 0
	g.lines.Refresh()
	g.root.Refresh()
}

// gapLayout keeps the head in sight above lines that scroll.
type gapLayout struct{ gaps *gapList }

func (l *gapLayout) wholeHeight() float32 {
	return l.gaps.head.MinSize().Height + l.gaps.lines.MinSize().Height
}

func (l *gapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[1].Move(fyne.NewPos(0, top))
	objects[1].Resize(fyne.NewSize(size.Width, max(size.Height-top, 0)))
}

func (l *gapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
