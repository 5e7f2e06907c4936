package visits

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// The columns that are named elsewhere too.
const (
	columnWhen  = "when"
	columnTitle = "title"
)

func newGrid(p *visits) *kit.Grid[row] {
	h := p.host
	g := kit.NewGrid(h.Kit, func(r row) string { return r.visit.ID }, columns(h)...)
	g.SetRowHeight(theme.RowTwoLines)
	g.SetTypeColumn(columnTitle)
	g.OnActivate = p.openVisit
	g.OnDelete = p.delete
	g.OnInsert = func() { p.openNew("") }
	g.OnMenu = p.menu
	page.Remember(h, g, "visits", page.Sorting{Column: columnWhen, Descending: true}) // the newest first
	return g
}

func columns(h *page.Host) []kit.Column[row] {
	return []kit.Column[row]{
		{
			ID: columnWhen, Title: h.Say("field.visit.when"), Width: 144, MinWidth: 88, Compare: byDate,
			Text:  func(r row) string { return dates(h, r.visit.When) },
			Sub:   func(r row) string { return h.Weekdays(r.visit.When) },
			Style: func(r row) kit.CellStyle { return unknown(r.visit.When.From == "") },
		},
		{
			ID: "way", Title: h.Say("visits.way"), Width: 160, MinWidth: 100,
			Text:    func(r row) string { return r.way },
			Sub:     func(r row) string { return roleWords(h, r.role) },
			Compare: func(a, b row) int { return vietnamese.Compare(a.way, b.way) },
		},
		{
			ID: columnTitle, Title: h.Say("field.visit.title"), Width: 200, MinWidth: 140, Grow: true,
			Text:    func(r row) string { return r.visit.Title },
			Sub:     func(r row) string { return r.programme },
			Style:   func(row) kit.CellStyle { return kit.CellStyle{Bold: true} },
			Compare: func(a, b row) int { return vietnamese.Compare(a.visit.Title, b.visit.Title) },
		},
		{
			ID: "status", Title: h.Say("field.visit.status"), Width: 124, MinWidth: 100, Compare: byStatus,
			Text:   func(r row) string { return h.Words.Enum(plan.KindVisit, "status", string(r.visit.Status)) },
			Create: func() fyne.CanvasObject { return kit.NewChip(kit.Neutral, "") },
			Update: func(cell fyne.CanvasObject, r row) { updateStatus(h, cell, r) },
		},
		{
			ID: "readiness", Title: h.Say("visits.readiness"), Width: 188, MinWidth: 60, Compare: byReadiness,
			Text: row.readiness,
			Sub:  func(r row) string { return r.missingWords(h) },
		},
		{
			ID: "changed", Title: h.Say("visits.changed"), Width: 132, MinWidth: 124,
			Text:    row.changedText,
			Sub:     func(r row) string { return r.author },
			Compare: func(a, b row) int { return a.changed.Compare(b.changed) },
		},
	}
}

func updateStatus(h *page.Host, cell fyne.CanvasObject, r row) {
	chip, ok := cell.(*kit.Chip)
	if !ok {
		return
	}
	word := h.Words.Enum(plan.KindVisit, "status", string(r.visit.Status))
	if word == "" {
		word = h.Say("visits.no_status")
	}
	chip.Set(page.StatusTone(r.visit.Status), icons.None, word)
}

func dates(h *page.Host, p plan.Period) string {
	if text := vietnamese.DateRange(p.From, p.To); text != "" {
		return text
	}
	return h.Say("visits.no_date")
}

func unknown(is bool) kit.CellStyle {
	if is {
		return kit.CellStyle{Color: theme.Text3}
	}
	return kit.CellStyle{}
}

func roleWords(h *page.Host, r plan.Role) string {
	if r == "" {
		return ""
	}
	return h.Say("visit.role_" + string(r))
}

func (p *visits) menu(r row) []*fyne.MenuItem {
	say := p.host.Say
	return []*fyne.MenuItem{
		fyne.NewMenuItem(say("visits.open"), func() { p.openVisit(r) }),
		fyne.NewMenuItem(say("visits.copy"), func() { p.openNew(r.visit.ID) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say("visits.delete"), func() { p.delete(r) }),
	}
}
