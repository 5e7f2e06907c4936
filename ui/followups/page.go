package followups

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	kinds "nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
)

// all is the page of the tasks of all visits.
type all struct {
	host *page.Host
	grid *kit.Grid[*plan.FollowUp]
	open *kit.CheckBox
	root fyne.CanvasObject
	turn int
}

// New makes the page of the tasks of all visits, the most urgent first.
func New(h *page.Host) page.Page {
	p := &all{host: h}
	columns := append(taskColumns(h), kit.Column[*plan.FollowUp]{
		ID: "visit", Title: h.Words.Kind(plan.KindVisit), Width: 280, Text: func(r *plan.FollowUp) string {
			if v, ok := desk.Get[*plan.Visit](h.Desk, r.Visit); ok {
				return v.Title
			}
			return ""
		},
	})
	p.grid = kit.NewGrid(h.Kit, func(r *plan.FollowUp) string { return r.ID }, columns...)
	p.grid.SetEmpty(kit.EmptyState(h.Say("followups.all_empty"),
		kit.NewButton(kit.Secondary, h.Words.Kinds(plan.KindVisit), func() { h.Go(page.Route{Page: page.PageVisits}) }), nil))
	page.Remember(h, p.grid, "follow_ups", page.Sorting{})
	p.grid.OnActivate = p.goTo
	p.grid.OnMenu = func(r *plan.FollowUp) []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem(h.Say("followups.open_visit"), func() { p.goTo(r) })}
	}
	p.open = kit.NewCheckBox(h.Say("followups.open_only"), nil)
	p.open.SetChecked(true)
	page.RememberTick(h, p.open, "follow_ups.open_only", func(bool) { p.Update() })
	p.root = kit.Page(kit.PageHead(h.Words.Kinds(plan.KindFollowUp), nil, p.open, lists.Office(h, kinds.FollowUps, kinds.Lessons)), p.grid)
	return p
}

func (p *all) goTo(r *plan.FollowUp) {
	p.host.Go(page.RouteOf(plan.KindFollowUp, r.ID, r.Visit))
}

// Object implements page.Page.
func (p *all) Object() fyne.CanvasObject { return p.root }

// Open implements page.Page.
func (p *all) Open(r page.Route) {
	if r.Record != "" {
		p.grid.Select(r.Record)
	}
}

// Leave implements page.Page: nothing is typed here.
func (p *all) Leave() {}

// Update implements page.Page.
func (p *all) Update() {
	p.turn++
	turn, openOnly := p.turn, p.open.Checked()
	var rows []*plan.FollowUp
	p.host.Kit.Run(context.Background(), func(context.Context) { rows = p.fetch(openOnly) }, func() {
		if turn == p.turn {
			p.grid.SetRows(rows)
		}
	})
}

func (p *all) fetch(openOnly bool) []*plan.FollowUp {
	today := p.host.Today()
	rows := desk.All[*plan.FollowUp](p.host.Desk)
	rows = slices.DeleteFunc(rows, func(r *plan.FollowUp) bool { return openOnly && !r.DueOn(today).Open() })
	slices.SortStableFunc(rows, func(a, b *plan.FollowUp) int {
		return cmp.Or(cmp.Compare(noDate(a), noDate(b)), cmp.Compare(a.Due, b.Due))
	})
	return rows
}

// noDate puts tasks without a date behind those that have one.
func noDate(r *plan.FollowUp) int {
	if r.Due == "" {
		return 1
	}
	return 0
}
