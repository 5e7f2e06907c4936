package exchange

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// partnerView is the page of one partner: who he is, what has come from him and
// what has not, what was sent to him and what of it has arrived.
type partnerView struct {
	host     *page.Host
	replica  string
	partner  desk.Partner
	object   fyne.CanvasObject
	sections *fyne.Container
	facts    *fyne.Container
	received *kit.Grid[arrivedRow]
	sent     *kit.Grid[givenRow]
	receipt  *kit.Button
}

// arrivedRow is one bundle of the partner, or the lack of one.
type arrivedRow struct {
	number            int
	one               desk.ReceivedBundle
	when, holds, note string
	missing           bool
}

// givenRow is one bundle that was meant for the partner's office.
type givenRow struct {
	one               desk.SentBundle
	when, holds, note string
	arrived           bool
}

// showPartner opens the page of a partner.
func (p *exchange) showPartner(replica string) {
	v := newPartnerView(p.host, replica, p.goHome, func(office string) {
		p.goHome()
		p.send.chooseOffice(office)
		p.Update()
		p.send.visits.Focus()
	})
	p.partner = v
	p.put(v.object)
	p.Update()
}

// showPartnerAgain shows what has been fetched to the page of a partner.
func (p *exchange) showPartnerAgain(s state) {
	v := p.partner
	if v == nil {
		return
	}
	i := slices.IndexFunc(s.partners, func(one desk.Partner) bool { return one.Replica == v.replica })
	if i < 0 {
		p.goHome()
		return
	}
	v.show(s.partners[i], s.sent)
}

func newPartnerView(h *page.Host, replica string, back func(), sendTo func(office string)) *partnerView {
	v := &partnerView{host: h, replica: replica, facts: kit.VBox(theme.Gap8)}
	no := kit.NewButton(kit.Secondary, h.Say("exchange.back"), back)
	v.receipt = kit.NewIconButton(kit.Secondary, icons.Check, h.Say("exchange.write_receipt"), v.writeReceipt).
		WithTip(h.Say("exchange.receipt_tip"))
	to := kit.NewIconButton(kit.Primary, icons.Upload, h.Say("exchange.send_to"), func() { sendTo(v.partner.Office) })
	v.received, v.sent = v.newReceived(), v.newSent()
	v.sections = kit.Sections(v.facts,
		kit.Section(kit.SectionHead(h.Say("exchange.from_partner"), nil, nil), v.received),
		kit.Section(kit.SectionHead(h.Say("exchange.to_partner"), nil, nil), v.sent))
	v.object = kit.Page(kit.PageHead(h.Say("exchange.partner_title"), nil, no, v.receipt, to), kit.Scrolling(v.sections))
	return v
}

func (v *partnerView) newReceived() *kit.Grid[arrivedRow] {
	h := v.host
	g := kit.NewGrid(h.Kit, func(row arrivedRow) string { return itoa(row.number) + row.one.Bundle },
		kit.Column[arrivedRow]{ID: "number", Title: h.Say("exchange.number"), Width: 90, Text: func(row arrivedRow) string { return h.Words.Number(itoa(row.number)) }},
		kit.Column[arrivedRow]{ID: "when", Title: h.Say("exchange.read_at"), Width: 160, Text: func(row arrivedRow) string { return row.when }},
		kit.Column[arrivedRow]{ID: "holds", Title: h.Say("exchange.holds"), Width: 380, Grow: true, Text: func(row arrivedRow) string { return row.holds }},
		kit.Column[arrivedRow]{ID: "note", Title: h.Say("exchange.state"), Width: 320, Grow: true, Text: func(row arrivedRow) string { return row.note }, Style: arrivedStyle},
	)
	page.Remember(h, g, "arrived", page.Sorting{})
	g.SetFit()
	g.SetEmpty(kit.EmptyState(h.Say("exchange.received_empty"), nil, nil))
	return g
}

func arrivedStyle(row arrivedRow) kit.CellStyle {
	switch {
	case row.missing:
		return kit.CellStyle{Color: theme.Red, Icon: icons.Warning}
	case row.one.Older:
		return kit.CellStyle{Color: theme.Amber}
	}
	return kit.CellStyle{Color: theme.Green, Icon: icons.Check}
}

func (v *partnerView) newSent() *kit.Grid[givenRow] {
	h := v.host
	g := kit.NewGrid(h.Kit, func(row givenRow) string { return row.one.Bundle },
		kit.Column[givenRow]{ID: "number", Title: h.Say("exchange.number"), Width: 90, Text: func(row givenRow) string { return h.Words.Number(itoa(row.one.Seq)) }},
		kit.Column[givenRow]{ID: "when", Title: h.Say("exchange.written_at"), Width: 160, Text: func(row givenRow) string { return row.when }},
		kit.Column[givenRow]{ID: "holds", Title: h.Say("exchange.holds"), Width: 380, Grow: true, Text: func(row givenRow) string { return row.holds }},
		kit.Column[givenRow]{ID: "note", Title: h.Say("exchange.state"), Width: 320, Grow: true, Text: func(row givenRow) string { return row.note }, Style: givenStyle},
	)
	page.Remember(h, g, "given", page.Sorting{})
	g.SetFit()
	g.SetEmpty(kit.EmptyState(h.Say("exchange.given_empty"), nil, nil))
	return g
}

func givenStyle(row givenRow) kit.CellStyle {
	if row.arrived {
		return kit.CellStyle{Color: theme.Green, Icon: icons.Check}
	}
	return kit.CellStyle{Color: theme.Text2}
}

func (v *partnerView) show(p desk.Partner, sent []sentRow) {
	v.partner = p
	h := v.host
	v.facts.Objects = []fyne.CanvasObject{
		kit.NewText(kit.RoleSection, sender(h, p.Name)),
		labelled(h.Say("exchange.fingerprint"), fingerprintOf(h, p)),
		kit.NewParagraph(kit.RoleCaption, v.about()).In(theme.Text2),
	}
	v.received.SetRows(v.arrived())
	v.sent.SetRows(v.given(sent))
	v.receipt.Disable()
	if len(p.Received) > 0 {
		v.receipt.Enable()
	}
	v.sections.Refresh()
}

// about says since when and how the partner is known.
func (v *partnerView) about() string {
	h, p := v.host, v.partner
	parts := []string{
		h.Say("exchange.known_since", "Since", moment(h, p.Since), "Heard", moment(h, p.Heard)),
		h.Say("exchange.computer", "Replica", p.Replica) + ".",
	}
	if p.Key != "" {
		parts = append(parts, h.Say("exchange.print_about"))
	}
	if p.Seal != "" {
		parts = append(parts, h.Say("exchange.can_seal"))
	}
	if n := len(p.Former); n > 0 {
		parts = append(parts, h.Say("exchange.key_changed", "When", moment(h, p.KeySince)))
	}
	return strings.Join(parts, " ")
}

// arrived lists what has come and what has not, the newest first.
func (v *partnerView) arrived() []arrivedRow {
	h := v.host
	var rows []arrivedRow
	for _, one := range v.partner.Received {
		row := arrivedRow{
			number: one.Seq, one: one, when: moment(h, one.At), note: h.Say("exchange.arrived"),
			holds: holdsWord(h, one.Profile, one.Visit),
		}
		switch {
		case one.Older:
			row.note = h.Say("exchange.arrived_older")
		case !one.Signed:
			row.note = h.Say("exchange.arrived_unsigned")
		}
		rows = append(rows, row)
	}
	for _, n := range v.partner.Gaps() {
		rows = append(rows, arrivedRow{number: n, missing: true, note: h.Say("exchange.missing_one", "Number", n)})
	}
	slices.SortStableFunc(rows, func(a, b arrivedRow) int { return cmp.Compare(b.number, a.number) })
	return rows
}

// given lists what was written for the partner's office, the newest first.
func (v *partnerView) given(sent []sentRow) []givenRow {
	h := v.host
	var rows []givenRow
	for _, s := range sent {
		if s.one.To != v.partner.Office {
			continue
		}
		row := givenRow{
			one: s.one, when: s.when, note: h.Say("exchange.given_unknown"),
			holds: holdsWord(h, s.one.Profile, s.one.Visit),
		}
		for _, numbers := range v.partner.Took {
			if slices.Contains(numbers, s.one.Seq) {
				row.arrived, row.note = true, h.Say("exchange.given_arrived")
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// holdsWord says what a bundle holds: its visit, or what else it is.
func holdsWord(h *page.Host, profile bundle.Profile, visit string) string {
	switch {
	case profile == bundle.ProfileReceipt:
		return h.Say("exchange.receipt")
	case visit == "":
		return h.Say("exchange.everything")
	}
	it, _ := h.Desk.Record(visit)
	return or(it.Label, h.Words.Kind(plan.KindVisit))
}

// writeReceipt writes a bundle without records, which tells the partner what has
// arrived.
func (v *partnerView) writeReceipt() {
	h := v.host
	scope := desk.Scope{Receipt: true, To: v.partner.Office}
	lock := seal.Lock{}
	if v.partner.Seal != "" {
		lock.Recipients = []string{v.partner.Seal}
	}
	b, err := h.Desk.Draft(scope)
	if err != nil {
		h.Fail(err)
		return
	}
	name := h.Desk.BundleName(b, h.Today(), lock.Kind() != seal.Plain)
	h.SaveFile(name, func(path string) { writeParcel(h, scope, lock, path, func() {}) })
}
