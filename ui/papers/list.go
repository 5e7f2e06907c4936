package papers

import (
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/catalogue"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// entry is one paper in the list at the left.
type entry struct {
	code  string
	title string
	// printed is the last print of any variant; zero if there is none.
	printed time.Time
	stale   bool
}

// entriesOf lists the papers in the order in which a visit needs them.
func entriesOf(c *catalogue.Catalogue, lang string, view plan.VisitView) []entry {
	var out []entry
	for _, kind := range papers.Kinds() {
		known, _ := c.Paper(kind.Code)
		e := entry{code: kind.Code, title: known.Label(lang)}
		for _, p := range view.Papers {
			at, ok := p.PrintedAt()
			if p.PaperKind != kind.Code || !ok {
				continue
			}
			if at.After(e.printed) {
				e.printed, e.stale = at, view.Outdated(p)
			}
		}
		out = append(out, e)
	}
	return out
}

func (t *tab) newList() *kit.Grid[entry] {
	h := t.host
	g := kit.NewGrid(h.Kit, func(e entry) string { return e.code },
		kit.Column[entry]{
			ID: "paper", Title: h.Say("papers.list"), Grow: true, Width: 200,
			Text: func(e entry) string { return e.title },
			Sub:  t.stateOf,
		},
	)
	g.HideHead()
	g.SetRowHeight(theme.RowTwoLines)
	g.OnSelect = func(e entry) { t.choose(e.code) }
	return g
}

func (t *tab) stateOf(e entry) string {
	h := t.host
	switch {
	case e.printed.IsZero():
		return h.Say("papers.not_printed")
	case e.stale:
		return h.Say("papers.changed_after", "Day", day(e.printed))
	}
	return h.Say("papers.printed_on", "Day", day(e.printed))
}

func day(at time.Time) string { return at.Local().Format("02/01") }

// listColumn is the list with its head, and below it the button for all papers
// at once.
func (t *tab) listColumn() fyne.CanvasObject {
	h := t.host
	head := kit.PadSides(theme.Gap16, theme.Gap8, theme.Gap8, theme.Gap8, kit.NewText(kit.RoleSection, h.Say("papers.list")))
	foot := kit.PadSides(theme.Gap12, theme.Gap8, theme.Gap12, theme.Gap8, t.newBatch())
	list := kit.PadSides(theme.Gap12, theme.Gap0, theme.Gap0, theme.Gap0, t.list)
	return kit.NavColumn(kit.VBox(theme.Gap0, head, kit.NewHairline(), kit.Grow(list), kit.NewHairline(), foot))
}
