// Package exchange is the page by which data travels: a visit is written into a
// bundle for another office, after a look at whose personal fields it holds, and
// a bundle that has come is looked at before
// anything of it is kept. What was sent and received is listed, and each import
// can be taken back. The page knows the desk and bundles; it must not know how a
// merge is decided, nor how records are kept.
package exchange

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// exchange is the page. It shows one of six things: home, a partner, what is
// about to leave, a bundle that is being read, the review of one that was, or
// what its import has done.
type exchange struct {
	host     *page.Host
	root     *fyne.Container
	home     fyne.CanvasObject
	trouble  *fyne.Container // why the last file was not read
	sections *fyne.Container
	send     *send
	partners *partners
	received *received
	sent     *sent
	review   *review
	result   *result
	waiting  *fyne.Container // that offices differ on something
	leaving  *leaving        // what is looked at before it leaves
	partner  *partnerView    // the partner that is looked at
	stop     func()          // ends the reading that is under way
	busy     bool            // a bundle is being read
	here     bool            // the window shows this page
	turn     int             // counts fetches, so that a late one shows nothing
}

// New makes the page.
func New(h *page.Host) page.Page {
	p := &exchange{host: h, trouble: kit.VBox(theme.Gap0), waiting: kit.VBox(theme.Gap0), stop: func() {}}
	p.send = newSend(h, p.Update, p.leave)
	p.partners = newPartners(h, p.showPartner)
	p.received, p.sent = newReceived(h, p.undo), newSent(h)
	pick := kit.NewIconButton(kit.Primary, icons.Download, h.Say("exchange.import"), p.pick)
	pick.WithTip(h.Say("exchange.import_tip"))
	shared := kit.NewIconButton(kit.Secondary, icons.Folder, h.Say("folder.title"), func() { h.Go(page.Route{Page: page.PageFolder}) })
	shared.WithTip(h.Say("folder.open_tip"))
	p.trouble.Hide()
	p.waiting.Hide()
	p.sections = kit.Sections(p.send.object, p.partners.object, p.received.object, p.sent.object)
	p.home = kit.Page(
		kit.VBox(theme.Gap8, kit.PageHead(h.Say("exchange.title"), nil, shared, pick), p.trouble, p.waiting),
		kit.Scrolling(p.sections),
	)
	p.root = container.NewStack(p.home)
	return p
}

// Object implements page.Page.
func (p *exchange) Object() fyne.CanvasObject { return p.root }

// Open implements page.Page: a bundle named by the route is read at once.
func (p *exchange) Open(r page.Route) {
	p.here = true
	if r.Record == page.RecordOpen {
		if p.review == nil || !p.review.open || p.review.visit != r.Visit {
			p.showOpen(r.Visit)
		}
		return
	}
	if r.Visit != "" {
		p.send.choose(r.Visit)
	}
	if r.File != "" && (p.review == nil || p.review.path != r.File) {
		p.read(r.File)
	}
}

// Here implements page.Located.
func (p *exchange) Here() page.Route {
	switch {
	case p.review != nil && p.review.open:
		return page.Route{Record: page.RecordOpen, Visit: p.review.visit}
	case p.review != nil:
		return page.Route{File: p.review.path}
	}
	return page.Route{}
}

// Leave implements page.Page: nothing is typed here.
func (p *exchange) Leave() { p.here = false }

// state is what the page shows, fetched at once.
type state struct {
	send     outgoing
	partners []desk.Partner
	received []receivedRow
	sent     []sentRow
	open     int // fields and records on which offices differ
	err      error
}

// Update implements page.Page.
func (p *exchange) Update() {
	p.turn++
	turn, a := p.turn, p.send.asked()
	var s state
	p.host.Kit.Run(context.Background(), func(context.Context) { s = p.fetch(a) }, func() {
		switch {
		case turn != p.turn:
		case s.err != nil:
			p.host.Fail(s.err)
		default:
			p.show(s)
		}
	})
	switch {
	case p.review == nil:
	case p.review.open:
		p.gather()
	default:
		p.compare(p.review.path, p.review.preview.Bundle)
	}
}

func (p *exchange) fetch(a asked) (s state) {
	if s.send, s.err = fetchSend(p.host, a); s.err != nil {
		return s
	}
	if s.partners, s.err = p.host.Desk.Partners(); s.err != nil {
		return s
	}
	if s.received, s.err = fetchReceived(p.host); s.err != nil {
		return s
	}
	s.open = p.host.Desk.CountOpen("")
	s.sent, s.err = fetchSent(p.host)
	return s
}

func (p *exchange) show(s state) {
	p.send.show(s.send)
	p.partners.show(s.partners)
	p.showPartnerAgain(s)
	p.received.show(s.received)
	p.sent.show(s.sent)
	p.showWaiting(s.open)
	p.sections.Refresh()
}

// showWaiting says how much waits for a choice, and leads there.
func (p *exchange) showWaiting(open int) {
	if p.waiting.Hidden = open == 0; open > 0 {
		say := p.host.Say
		choose := kit.NewButton(kit.Secondary, say("review.choose_now"), func() { p.showOpen("") })
		p.waiting.Objects = []fyne.CanvasObject{
			kit.HBox(theme.Gap12, kit.Notice(kit.AmberTone, say("review.still_open", "Count", open)), choose, kit.Spacer()),
		}
	}
	p.home.Refresh()
}

// pick asks for a bundle.
func (p *exchange) pick() { p.host.PickFile(bundle.Extensions, p.read) }

// put shows one thing instead of the last, which loses the keyboard.
func (p *exchange) put(o fyne.CanvasObject) {
	if p.here {
		p.host.Window.Canvas().Unfocus()
	}
	p.root.Objects = []fyne.CanvasObject{o}
	p.root.Refresh()
}

// goHome shows the page itself again.
func (p *exchange) goHome() {
	p.stop()
	p.busy, p.review, p.result, p.leaving, p.partner = false, nil, nil, nil, nil
	p.put(p.home)
}

// Key implements page.Keys: Escape leads back from a bundle or a partner.
func (p *exchange) Key(ev *fyne.KeyEvent) bool {
	switch {
	case p.review != nil:
		return p.review.key(ev)
	case ev.Name != fyne.KeyEscape || p.result == nil && p.leaving == nil && p.partner == nil && !p.busy:
		return false
	}
	p.goHome()
	return true
}

// Shortcut implements page.Shortcuts: Ctrl+Enter writes what was decided.
func (p *exchange) Shortcut(s fyne.Shortcut) bool {
	key, ok := s.(*desktop.CustomShortcut)
	if !ok || p.review == nil || key.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	if key.KeyName != fyne.KeyReturn && key.KeyName != fyne.KeyEnter {
		return false
	}
	p.review.apply()
	return true
}
