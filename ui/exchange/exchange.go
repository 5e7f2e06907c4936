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

	"nhipcau/app/desk"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// exchange is the page. It shows one of three things: home, a bundle that is
// being read, or the review of one that was.
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
	leaving  *leaving     // what is looked at before it leaves
	partner  *partnerView // the partner that is looked at
	stop     func()       // ends the reading that is under way
	busy     bool         // a bundle is being read
	here     bool         // the window shows this page
	turn     int          // counts fetches, so that a late one shows nothing
}

// New makes the page.
func New(h *page.Host) page.Page {
	p := &exchange{host: h, trouble: kit.VBox(theme.Gap0), stop: func() {}}
	p.send = newSend(h, p.Update, p.leave)
	p.partners = newPartners(h, p.showPartner)
	p.received, p.sent = newReceived(h), newSent(h)
	pick := kit.NewIconButton(kit.Primary, icons.Download, h.Say("exchange.import"), p.pick)
	pick.WithTip(h.Say("exchange.import_tip"))
	shared := kit.NewIconButton(kit.Secondary, icons.Folder, h.Say("folder.title"), func() { h.Go(page.Route{Page: page.PageFolder}) })
	shared.WithTip(h.Say("folder.open_tip"))
	p.trouble.Hide()
	p.sections = kit.Sections(p.send.object, p.partners.object, p.received.object, p.sent.object)
	p.home = kit.Page(
		kit.VBox(theme.Gap8, kit.PageHead(h.Say("exchange.title"), nil, shared, pick), p.trouble),
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
	if r.Visit != "" {
		p.send.choose(r.Visit)
	}
	if r.File != "" && (p.review == nil || p.review.path != r.File) {
		p.read(r.File)
	}
}

// Here implements page.Located.
func (p *exchange) Here() page.Route {
	if p.review != nil {
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
	if p.review != nil {
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
	s.sent, s.err = fetchSent(p.host)
	return s
}

func (p *exchange) show(s state) {
	p.send.show(s.send)
	p.partners.show(s.partners)
	p.showPartnerAgain(s)
	p.received.show(s.received)
	p.sent.show(s.sent)
	p.sections.Refresh()
}

// pick asks for a bundle.
func (p *exchange) pick() { p.host.PickFile(extension, p.read) }

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
	p.busy, p.review, p.leaving, p.partner = false, nil, nil, nil
	p.put(p.home)
}

// Key implements page.Keys: Escape leads back from a bundle or a partner.
func (p *exchange) Key(ev *fyne.KeyEvent) bool {
	if ev.Name != fyne.KeyEscape || p.review == nil && p.leaving == nil && p.partner == nil && !p.busy {
		return false
	}
	p.goHome()
	return true
}

// undo takes an import back and says what was left alone.
func undo(h *page.Host, one desk.ImportedBundle) {
	var left []desk.Skipped
	h.Job(func() (err error) {
		left, err = h.Desk.UndoImport(one.Import)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			h.Fail(err)
		case len(left) > 0:
			h.Toast(h.Say("exchange.undone_but", "Number", numberWord(h, one.Seq), "Count", len(left)), "", nil)
		default:
			h.Toast(h.Say("exchange.undone", "Number", numberWord(h, one.Seq)), "", nil)
		}
	})
}
