// Package visits is the page Chuyến công tác: the list of all visits with its
// filters, and the dialog that makes a new one. It knows the desk and the kit;
// it must not know the page of one visit, to which it leads by a route.
package visits

import (
	"bytes"
	"context"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	kinds "nhipcau/app/lists"
	"nhipcau/assets/icons"
	"nhipcau/assets/sample"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// RecordNew is the record of a route that opens the dialog for a new visit.
const RecordNew = "new"

type visits struct {
	host   *page.Host
	grid   *kit.Grid[row]
	filter *filter
	count  *kit.Text
	head   fyne.CanvasObject
	body   fyne.CanvasObject
	rows   []row
	asked  string // the record to select once rows are there
	dialog *newVisit
	stop   context.CancelFunc
}

// New builds the page.
func New(h *page.Host) page.Page {
	p := &visits{host: h, stop: func() {}, count: kit.NewText(kit.RoleCaption, "")}
	p.grid = newGrid(p)
	p.filter = newFilter(h, p.show)
	add := kit.NewIconButton(kit.Primary, icons.Plus, h.Say("visits.add"), func() { p.openNew("") }).
		WithTip(h.Say("visits.add_tip"))
	p.head = kit.PageHead(h.Say("visits.title"), p.count, lists.Office(h, kinds.Visits), add)
	p.body = kit.Page(kit.VBox(theme.Gap12, p.head, p.filter.object), p.grid)
	return p
}

// Object implements page.Page.
func (p *visits) Object() fyne.CanvasObject { return p.body }

// Open implements page.Page: the record is the visit to select, or RecordNew.
func (p *visits) Open(r page.Route) {
	switch r.Record {
	case "":
	case RecordNew:
		p.openNew("")
	default:
		p.asked = r.Record
	}
}

// Here implements page.Located.
func (p *visits) Here() page.Route {
	r := page.Route{Page: page.PageVisits}
	if row, ok := p.grid.Selected(); ok {
		r.Record = row.visit.ID
	}
	return r
}

// Key implements page.Keys: Escape leads from the filter to the list.
func (p *visits) Key(ev *fyne.KeyEvent) bool { return p.host.BackTo(p.grid, ev) }

// Leave implements page.Page.
func (p *visits) Leave() {}

// Update implements page.Page. The rows come first, and then how far each visit
// is prepared, which takes longer with many visits.
func (p *visits) Update() {
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	before := p.rows
	var rows, full []row
	p.host.Kit.Run(ctx, func(ctx context.Context) { rows = fetch(ctx, p.host, before) }, func() {
		p.take(rows)
		p.host.Kit.Run(ctx, func(ctx context.Context) { full = prepared(ctx, p.host, rows) }, func() { p.take(full) })
	})
}

func (p *visits) take(rows []row) {
	p.rows = rows
	p.filter.offer(rows)
	p.show()
}

// show puts the rows into the grid that the filter lets through.
func (p *visits) show() {
	kept := p.filter.keep(p.rows)
	p.grid.SetEmpty(p.empty())
	p.grid.SetRows(kept)
	text := p.host.Say("count.visit", "Count", len(kept))
	if len(kept) < len(p.rows) {
		text = p.host.Say("visits.some", "Shown", len(kept), "Count", len(p.rows))
	}
	p.count.SetText(text)
	p.head.Refresh() // a text that may be cut does not ask for more room by itself
	if p.asked != "" && p.grid.Select(p.asked) {
		p.asked = ""
	}
}

// empty says why no rows are there, and what to do.
func (p *visits) empty() fyne.CanvasObject {
	if len(p.rows) > 0 {
		return kit.EmptyState(p.host.Say("visits.none_match"),
			kit.NewButton(kit.Secondary, p.host.Say("visits.clear_filter"), p.filter.clear), nil)
	}
	return kit.EmptyState(p.host.Say("visits.empty"),
		kit.NewIconButton(kit.Secondary, icons.Plus, p.host.Say("visits.add"), func() { p.openNew("") }),
		kit.NewButton(kit.Quiet, p.host.Say("visits.sample"), p.openSample))
}

// openSample reads the sample visit in and opens it.
func (p *visits) openSample() {
	p.host.Job(func() error {
		b, err := bundle.Read(bytes.NewReader(sample.Bundle))
		if err != nil {
			return err
		}
		_, err = p.host.Desk.Import(b)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Go(page.Route{Page: page.PageVisit, Visit: sample.VisitID})
	})
}

func (p *visits) openVisit(r row) {
	p.host.Go(page.Route{Page: page.PageVisit, Visit: r.visit.ID})
}

func (p *visits) delete(r row) {
	p.host.Delete(p.host.Say("visits.deleted", "Title", r.visit.Title), r.visit.ID)
}
