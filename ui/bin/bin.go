// Package bin is the page of what was deleted, from where it can be brought
// back. It must not know how records are kept.
package bin

import (
	"context"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// row is one record in the bin.
type row struct {
	id, kind, title, visit, at string
	// contested says that it was deleted in one place and edited, or added to,
	// in another: it is not in the bin, and asks.
	contested bool
	whole     bool // a visit, which comes back with what was deleted with it
}

type bin struct {
	host    *page.Host
	object  fyne.CanvasObject
	grid    *kit.Grid[row]
	restore *kit.Button
	turn    int // counts fetches, so that a late one shows nothing
}

// New makes the page.
func New(h *page.Host) page.Page {
	p := &bin{host: h}
	p.restore = kit.NewIconButton(kit.Primary, icons.Restore, h.Say("bin.restore"), p.restoreSelected)
	p.restore.WithTip(h.Say("bin.restore_tip"))
	p.grid = kit.NewGrid(
		h.Kit, func(r row) string { return r.id },
		kit.Column[row]{ID: "title", Title: h.Say("bin.title"), Grow: true, Text: func(r row) string { return r.title }},
		kit.Column[row]{ID: "kind", Title: h.Say("bin.kind"), Width: 200, Text: func(r row) string { return r.kind }},
		kit.Column[row]{ID: "at", Title: h.Say("bin.at"), Width: 140, Text: func(r row) string { return r.at }},
		kit.Column[row]{ID: "visit", Title: h.Words.Kind(plan.KindVisit), Width: 320, Text: func(r row) string { return r.visit }},
	)
	p.grid.SetTypeColumn("title")
	page.Remember(h, p.grid, "bin", page.Sorting{})
	p.grid.SetEmpty(kit.EmptyState(h.Say("bin.empty"), nil, nil))
	p.grid.OnActivate = p.bringBack
	p.grid.OnSelect = func(row) { p.enable() }
	p.grid.OnMenu = p.menu
	head := kit.PageHead(h.Say("shell.page_bin"), nil, p.restore)
	lead := kit.NewParagraph(kit.RoleBody, h.Say("bin.lead")).In(theme.Text2)
	p.object = kit.Page(kit.VBox(theme.Gap8, head, lead), p.grid)
	p.enable()
	return p
}

// Object implements page.Page.
func (p *bin) Object() fyne.CanvasObject { return p.object }

// Open implements page.Page.
func (p *bin) Open(r page.Route) {
	if r.Record != "" {
		p.grid.Select(r.Record)
	}
}

// Leave implements page.Page: nothing is typed here.
func (p *bin) Leave() {}

// Update implements page.Page.
func (p *bin) Update() {
	p.turn++
	turn := p.turn
	var rows []row
	p.host.Kit.Run(context.Background(), func(context.Context) { rows = p.fetch() }, func() {
		if turn == p.turn {
			p.grid.SetRows(rows)
			p.enable()
		}
	})
}

// fetch lists what lies in the bin, what was deleted last first. What a visit
// took along with it comes back with it and is not listed. Before it stands what
// one office has deleted and another edited: who comes here to look for what
// is missing from a visit finds the way back.
func (p *bin) fetch() []row {
	d, w := p.host.Desk, p.host.Words
	names := tell.New(d, w)
	items := d.Bin()
	trashed := map[string]bool{}
	for _, it := range items {
		trashed[it.ID] = true
	}
	var rows []row
	for _, it := range d.Contested() {
		rows = append(rows, row{
			id: it.ID, kind: w.Kind(plan.Kind(it.Kind)), title: names.Name(it.ID), visit: p.host.Say("bin.contested"),
			contested: true, whole: it.ID == it.Visit,
		})
	}
	for _, it := range items {
		if it.Visit != "" && it.Visit != it.ID && trashed[it.Visit] {
			continue
		}
		r := row{id: it.ID, kind: w.Kind(plan.Kind(it.Kind)), title: names.Name(it.ID), at: tell.Moment(d.DeletedAt(it.ID)), whole: it.ID == it.Visit}
		if v, ok := desk.Get[*plan.Visit](d, it.Visit); ok && it.Visit != it.ID {
			r.visit = v.Title
		}
		rows = append(rows, r)
	}
	return rows
}

// menu offers the way back, and for what asks the other way too.
func (p *bin) menu(r row) []*fyne.MenuItem {
	h, key := p.host, "bin.restore"
	if r.whole {
		key = "bin.restore_whole"
	}
	out := []*fyne.MenuItem{fyne.NewMenuItem(h.Say(key), func() { p.bringBack(r) })}
	if r.contested {
		out = append(out, fyne.NewMenuItem(h.Say("bin.delete"), func() { h.Delete(h.Say("bin.deleted", "Title", r.title), r.id) }))
	}
	return out
}

func (p *bin) enable() {
	if _, ok := p.grid.Selected(); ok {
		p.restore.Enable()
		return
	}
	p.restore.Disable()
}

func (p *bin) restoreSelected() {
	if r, ok := p.grid.Selected(); ok {
		p.bringBack(r)
	}
}

// bringBack takes a record out of the bin and offers to go there.
func (p *bin) bringBack(r row) {
	h := p.host
	h.Change(desk.Step{Why: "restore"}, func(tx *desk.Tx) error { return tx.Restore(r.id) }, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		it, _ := h.Desk.Record(r.id)
		h.Toast(h.Say("bin.restored", "Title", r.title), h.Say("bin.go"), func() {
			h.Go(page.RouteTo(h.Desk, it))
		})
	})
}
