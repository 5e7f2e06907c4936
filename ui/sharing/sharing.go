// Package sharing is the page of the exchange folder: which folder, how it is
// sealed, which visits are shared, and what has come of it. The page knows the
// watch that makes the rounds; it must not know how a round is made.
package sharing

import (
	"context"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/folder"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

type sharing struct {
	host   *page.Host
	object fyne.CanvasObject
	body   *fyne.Container
	now    *kit.Button
	place  *place
	lock   *lock
	visits *visits
	stand  *standing
	turn   int
}

// New makes the page.
func New(h *page.Host) page.Page {
	p := &sharing{host: h}
	p.now = kit.NewIconButton(kit.Primary, icons.Exchange, h.Say("folder.now"), p.syncNow)
	p.place, p.lock, p.visits, p.stand = newPlace(h, p.Update), newLock(h, p.Update), newVisits(h, p.Update), newStanding(h)
	back := kit.NewIconButton(kit.Quiet, icons.ChevronLeft, h.Say("exchange.title"), func() { h.Go(page.Route{Page: page.PageExchange}) })
	left := kit.Sections(p.place.object, p.lock.object, p.visits.object)
	p.body = kit.Columns(theme.PageMargin, []float32{1, 1}, left, p.stand.object)
	p.object = kit.Page(
		kit.VBox(theme.Gap8, kit.PageHead(h.Say("folder.title"), nil, back, p.now),
			kit.NewParagraph(kit.RoleBody, h.Say("folder.lead")).In(theme.Text2)),
		kit.Scrolling(kit.PadSides(theme.Gap0, theme.Gap0, theme.Gap16, theme.Gap0, p.body)))
	return p
}

// Object implements page.Page.
func (p *sharing) Object() fyne.CanvasObject { return p.object }

// Open implements page.Page.
func (p *sharing) Open(page.Route) {}

// Leave implements page.Page: a passphrase that was not kept is not kept.
func (p *sharing) Leave() { p.lock.clear() }

// syncNow makes a round at once.
func (p *sharing) syncNow() {
	p.host.Shared.Now()
	p.Update()
}

// view is what the page shows, fetched at once.
type view struct {
	status     folder.Status
	passphrase bool
	holders    []string // the offices to whose keys is sealed
	visits     []visitRow
	waiting    []waitingRow
	refused    []refusedRow
	err        error
}

// Update implements page.Page.
func (p *sharing) Update() {
	p.turn++
	turn := p.turn
	v := view{status: p.host.Shared.Status()}
	p.host.Kit.Run(context.Background(), func(context.Context) { v.fetch(p.host) }, func() {
		if turn == p.turn {
			p.show(v)
		}
	})
}

func (v *view) fetch(h *page.Host) {
	text, err := h.Shared.Passphrase()
	v.passphrase, v.err = text != "", err
	partners, err := h.Desk.Partners()
	if v.err == nil {
		v.err = err
	}
	v.holders = holders(h, partners)
	v.visits = fetchVisits(h.Desk)
	v.waiting, v.refused = waitingRows(h, v.status.Report), refusedRows(h, v.status.Report, partners)
}

func (p *sharing) show(v view) {
	if v.err != nil && v.status.Err == nil {
		v.status.Err = v.err
	}
	p.now.SetText(p.host.Say("folder.now"))
	p.now.Enable()
	switch {
	case v.status.Busy:
		p.now.SetText(p.host.Say("folder.busy"))
		p.now.Disable()
	case v.status.Dir == "":
		p.now.Disable()
	}
	p.place.show(v.status.Dir)
	p.lock.show(v)
	p.visits.show(v.visits)
	p.stand.show(v)
	p.body.Refresh()
}

// calm says whether an error passes by itself.
func calm(err error) bool { return fault.KeyOf(err) == "fault.exchange_folder_away" }

// titled is how a visit is called, as far as it is here.
func titled(h *page.Host, d *desk.Desk, id string) string {
	it, _ := d.Record(id)
	if it.Label == "" {
		return h.Say("folder.visit_unknown")
	}
	return it.Label
}
