package exchange

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/seal"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// parcel is a bundle that is to be written, and how it is to be sealed.
type parcel struct {
	scope      desk.Scope
	sealed     seal.Kind
	recipients []string // for seal.WithKey
}

// leaving is the page before a bundle is written: exactly whose personal fields
// are inside.
type leaving struct {
	host       *page.Host
	parcel     parcel
	bundle     *bundle.Bundle // a draft
	named      int            // people whose names and posts are inside
	rows       []desk.Disclosed
	object     fyne.CanvasObject
	passphrase *kit.TextField
	back       func()
}

// leave shows what a bundle would tell, and writes nothing.
func (p *exchange) leave(what parcel) {
	h := p.host
	if h.Desk.Office() == nil {
		h.Fail(fault.New("fault.no_office"))
		return
	}
	l := &leaving{host: h, parcel: what, back: p.goHome}
	var err error
	h.Kit.Run(context.Background(), func(context.Context) {
		if l.bundle, err = h.Desk.Draft(what.scope); err == nil {
			l.rows, l.named = h.Desk.Disclosures(l.bundle)
		}
	}, func() {
		if err != nil {
			h.Fail(err)
			return
		}
		p.leaving = l
		p.put(l.build())
		l.focus()
	})
}

func (l *leaving) build() fyne.CanvasObject {
	h, b := l.host, l.bundle
	no := kit.NewButton(kit.Secondary, h.Say("exchange.cancel"), l.back)
	yes := kit.NewIconButton(kit.Primary, icons.Upload, h.Say("exchange.write"), l.ask)
	head := kit.VBox(theme.Gap8,
		kit.PageHead(h.Say("exchange.leaving_title"), nil, no, yes),
		kit.NewParagraph(kit.RoleBody, h.Say("exchange.leaving_lead", "Profile", profileWord(h, b.Profile), "Holds", l.holds(),
			"To", officeWord(h, b.To, l.receiver()), "Count", len(b.Records))),
	)
	for _, n := range l.notices() {
		head.Add(kit.Notice(n.tone, n.text))
	}
	if l.parcel.sealed == seal.WithPassphrase {
		l.passphrase = kit.NewTextField(h.Kit, h.Say("exchange.passphrase"))
		l.passphrase.OnEnter = l.ask
		head.Add(kit.Columns(theme.Gap12, []float32{1, 1}, l.passphrase, kit.Spacer()))
		head.Add(kit.NewParagraph(kit.RoleCaption, h.Say("exchange.passphrase_about")).In(theme.Text2))
	}
	head.Add(kit.NewHairline())
	l.object = kit.Page(head, l.list())
	return l.object
}

// holds says what is inside: the title of the visit, or everything.
func (l *leaving) holds() string {
	if l.parcel.scope.All {
		return l.host.Say("exchange.everything")
	}
	it, _ := l.host.Desk.Record(l.parcel.scope.Visit)
	return it.Label
}

func (l *leaving) receiver() string {
	found, err := l.host.Desk.PartnerNamed(l.bundle.To)
	if err != nil {
		return ""
	}
	return found[0].Name
}

func (l *leaving) notices() []notice {
	h := l.host
	var out []notice
	if l.bundle.Profile.Confidential() {
		out = append(out, notice{kit.AmberTone, h.Say("exchange.leaving_internal")})
	}
	switch {
	case l.parcel.sealed == seal.WithKey:
		out = append(out, notice{kit.GreenTone, h.Say("exchange.leaving_sealed_key")})
	case l.parcel.sealed == seal.Plain && len(l.rows) > 0:
		out = append(out, notice{kit.AmberTone, h.Say("exchange.leaving_open")})
	}
	return out
}

// list is the people whose personal fields are inside, or the sentence that
// there are none.
func (l *leaving) list() fyne.CanvasObject {
	h := l.host
	if len(l.rows) == 0 {
		return kit.VBox(theme.Gap8,
			kit.NewText(kit.RoleSection, h.Say("exchange.personal_none")),
			kit.NewParagraph(kit.RoleBody, h.Say("exchange.personal_names", "Count", l.named)))
	}
	grid := kit.NewGrid(h.Kit, func(row desk.Disclosed) string { return row.ID },
		kit.Column[desk.Disclosed]{
			ID: "who", Title: h.Say("exchange.of_whom"), Width: 300, Grow: true,
			Text:  func(row desk.Disclosed) string { return or(row.Label, h.Words.Kind(row.Kind)) },
			Sub:   func(row desk.Disclosed) string { return h.Words.Kind(row.Kind) },
			Style: func(desk.Disclosed) kit.CellStyle { return kit.CellStyle{Bold: true} },
		},
		kit.Column[desk.Disclosed]{
			ID: "what", Title: h.Say("exchange.personal_fields"), Width: 600, Grow: true,
			Text: func(row desk.Disclosed) string { return disclosedLine(h, row) },
		},
	)
	page.Remember(h, grid, "leaving", page.Sorting{})
	grid.SetRowHeight(theme.RowTwoLines)
	grid.SetRows(l.rows)
	return kit.VBox(theme.Gap8,
		kit.NewText(kit.RoleSection, h.Say("exchange.personal_some", "Count", len(l.rows))),
		kit.NewParagraph(kit.RoleCaption, h.Say("exchange.personal_names", "Count", l.named)).In(theme.Text2),
		kit.Grow(grid))
}

// disclosedLine names the personal fields of a row with their values.
func disclosedLine(h *page.Host, row desk.Disclosed) string {
	var out []string
	for _, f := range row.Fields {
		out = append(out, h.Words.Field(row.Kind, f.Name)+": "+strings.Join(f.Values, " / "))
	}
	return strings.Join(out, "; ")
}

func (l *leaving) focus() {
	if l.passphrase != nil {
		l.passphrase.Focus()
	}
}

// ask asks where to write, once there is a passphrase that holds.
func (l *leaving) ask() {
	h := l.host
	lock := seal.Lock{}
	switch l.parcel.sealed {
	case seal.WithKey:
		lock.Recipients = l.parcel.recipients
	case seal.WithPassphrase:
		lock.Passphrase = l.passphrase.Text()
		if err := lock.Check(); err != nil {
			l.passphrase.SetError(h.Words.Explain(err))
			l.passphrase.Focus()
			return
		}
	}
	name := h.Desk.BundleName(l.bundle, h.Today(), lock.Kind() != seal.Plain)
	h.SaveFile(name, func(path string) { writeParcel(h, l.parcel.scope, lock, path, l.back) })
}

// writeParcel writes a bundle and says so; done is called once it is written.
func writeParcel(h *page.Host, scope desk.Scope, lock seal.Lock, path string, done func()) {
	var b *bundle.Bundle
	h.Job(func() (err error) {
		b, err = h.Desk.Send(scope, lock, path)
		return err
	}, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		done()
		h.Toast(writtenSentence(h, b, path), "", nil)
	})
}

func writtenSentence(h *page.Host, b *bundle.Bundle, path string) string {
	key := "exchange.written"
	switch {
	case b.Profile == bundle.ProfileReceipt:
		key = "exchange.written_receipt"
	case b.Profile.Confidential():
		key = "exchange.written_all"
	case b.Sealed == seal.WithPassphrase:
		key = "exchange.written_sealed"
	}
	return h.Say(key, "File", filepath.Base(path), "Count", len(b.Records))
}
