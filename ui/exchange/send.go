package exchange

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// send is the section that writes bundles.
type send struct {
	host     *page.Host
	object   fyne.CanvasObject
	body     *fyne.Container
	empty    fyne.CanvasObject
	form     fyne.CanvasObject
	visits   *kit.Select
	to       *kit.Select
	profiles *kit.Select
	seals    *kit.Select
	act      *kit.Button
	all      *kit.Button
	kept     *kit.Paragraph
	out      outgoing
	sealed   bool // a person has said how to seal
}

// asked is what a person has chosen to send.
type asked struct {
	visit, to string
	profile   bundle.Profile
}

// outgoing is what a bundle of the chosen visit would be.
type outgoing struct {
	visits     []kit.Choice
	offices    []kit.Choice
	asked      asked
	recipients []string // keys to which it can be sealed
	refused    string   // why it can't be written
	records    int
	withheld   string // the fields that stay, in words
	whole      string // the kinds of record that stay, in words
}

// newSend makes the section; chosen hears that something else was chosen, leave
// that it is to be written.
func newSend(h *page.Host, chosen func(), leave func(parcel)) *send {
	s := &send{host: h, kept: kit.NewParagraph(kit.RoleCaption, "").In(theme.Text2)}
	s.visits = kit.NewSelect(h.Kit, h.Words.Kind(plan.KindVisit), nil)
	s.visits.OnCommit = func(string) { chosen() }
	s.to = kit.NewSelect(h.Kit, h.Say("exchange.to"), nil)
	s.profiles = kit.NewSelect(h.Kit, h.Say("exchange.profile"), profileChoices(h))
	s.profiles.SetValue(string(bundle.ProfilePartner))
	s.seals = kit.NewSelect(h.Kit, h.Say("exchange.seal"), nil)
	again := func(string) {
		s.sealed = false
		chosen()
	}
	s.to.OnCommit, s.profiles.OnCommit = again, again
	s.seals.OnCommit = func(string) { s.sealed = true }
	s.act = kit.NewIconButton(kit.Secondary, icons.Upload, h.Say("exchange.export"), func() { s.exportVisit(leave) })
	s.act.WithTip(h.Say("exchange.export_tip"))
	s.all = kit.NewButton(kit.Quiet, h.Say("exchange.export_all"), func() { s.exportAll(leave) })
	s.empty = kit.EmptyState(h.Say("exchange.send_empty"),
		kit.NewButton(kit.Secondary, h.Say("exchange.to_visits"), func() {
			h.Go(page.Route{Page: page.PageVisits, Record: page.RecordNew})
		}), nil)
	act := kit.VBox(theme.Gap0, kit.Spacer(), s.act)
	s.form = kit.VBox(theme.Gap8,
		kit.HBoxFill(theme.Gap8, kit.GrowBy(3, s.visits), kit.GrowBy(2, s.to)),
		kit.HBoxFill(theme.Gap8, kit.GrowBy(3, s.profiles), kit.GrowBy(2, kit.HBoxFill(theme.Gap8, kit.Grow(s.seals), act))),
		s.kept)
	s.body = kit.VBox(theme.Gap8, s.empty)
	s.object = kit.Section(kit.SectionHead(h.Say("exchange.send"), nil, s.all), kit.Gap(theme.Gap8), s.body)
	return s
}

func (s *send) asked() asked {
	return asked{s.visits.Value(), s.to.Value(), bundle.Profile(s.profiles.Value())}
}

// choose chooses a visit, as when the page was opened from it.
func (s *send) choose(visit string) {
	s.visits.SetValue(visit)
}

// chooseOffice chooses for whom the next bundle is.
func (s *send) chooseOffice(office string) {
	s.to.SetValue(office)
	s.sealed = false
}

// fetchSend says what a bundle of the visit would hold. Without one, the visit
// that was dated last is proposed.
func fetchSend(h *page.Host, a asked) (outgoing, error) {
	out := outgoing{visits: visitChoices(h), asked: a, whole: wholeKinds(h)}
	if !slices.ContainsFunc(out.visits, func(c kit.Choice) bool { return c.ID == a.visit }) {
		out.asked.visit = ""
		if len(out.visits) > 0 {
			out.asked.visit = out.visits[0].ID
		}
	}
	partners, err := h.Desk.Partners()
	if err != nil || out.asked.visit == "" {
		return out, err
	}
	out.offices = officeChoices(h, partners)
	out.recipients = keysOf(partners, a.to)
	b, err := h.Desk.Draft(desk.Scope{Visit: out.asked.visit, To: a.to, Profile: a.profile})
	if fault.KeyOf(err) == "fault.profile_internal" {
		out.refused = h.Words.Explain(err)
		return out, nil
	}
	if err != nil {
		return out, err
	}
	out.records, out.withheld = len(b.Records), withheld(h, b.Redacted)
	return out, nil
}

// visitChoices lists the visits, the latest first.
func visitChoices(h *page.Host) []kit.Choice {
	visits := desk.All[*plan.Visit](h.Desk)
	slices.SortStableFunc(visits, func(a, b *plan.Visit) int {
		return strings.Compare(string(b.When.From), string(a.When.From))
	})
	out := make([]kit.Choice, len(visits))
	for i, v := range visits {
		out[i] = kit.Choice{ID: v.ID, Title: v.Title, Detail: vietnamese.DateRange(v.When.From, v.When.To)}
	}
	return out
}

// withheld puts names such as "attendee.phone" into words, each once.
func withheld(h *page.Host, names []string) string {
	var out []string
	for _, name := range names {
		kind, field, _ := strings.Cut(name, ".")
		if word := lower(h.Words.Field(plan.Kind(kind), field)); !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return strings.Join(out, ", ")
}

// wholeKinds names the kinds of which no record leaves.
func wholeKinds(h *page.Host) string {
	var out []string
	for _, d := range plan.Declarations() {
		if d.Class != plan.Public {
			out = append(out, lower(h.Words.Kind(d.Kind)))
		}
	}
	return strings.Join(out, ", ")
}

func (s *send) show(out outgoing) {
	s.out = out
	s.visits.SetOptions(out.visits)
	s.visits.SetValue(out.asked.visit)
	s.to.SetOptions(out.offices)
	s.to.SetValue(out.asked.to)
	s.showSeals()
	s.body.Objects = []fyne.CanvasObject{s.form}
	if len(out.visits) == 0 {
		s.body.Objects = []fyne.CanvasObject{s.empty}
	}
	s.act.Enable()
	if out.refused != "" {
		s.act.Disable()
	}
	s.kept.SetText(or(out.refused, staysSentence(s.host, out.asked.profile, out.records, out.withheld, out.whole)))
	s.body.Refresh()
}

// showSeals offers the ways of sealing that are possible. As long as nobody has
// said how, what is confidential is sealed, and whoever has a key gets it sealed
// to that.
func (s *send) showSeals() {
	s.seals.SetOptions(sealChoices(s.host, len(s.out.recipients) > 0))
	kind := seal.Kind(s.seals.Value())
	if s.sealed && (kind != seal.WithKey || len(s.out.recipients) > 0) {
		return
	}
	switch {
	case len(s.out.recipients) > 0:
		kind = seal.WithKey
	case s.out.asked.profile.Confidential():
		kind = seal.WithPassphrase
	default:
		kind = seal.Plain
	}
	s.seals.SetValue(string(kind))
}

// staysSentence says what does not leave with a profile.
func staysSentence(h *page.Host, profile bundle.Profile, records int, fields, kinds string) string {
	args := []any{"Fields", fields, "Kinds", kinds, "Count", records}
	switch {
	case profile.Confidential():
		return h.Say("exchange.stays_nothing", args...)
	case profile == bundle.ProfilePublic:
		return h.Say("exchange.stays_public", args...)
	case fields == "":
		return h.Say("exchange.stays_none", args...)
	}
	return h.Say("exchange.stays", args...)
}

func (s *send) exportVisit(leave func(parcel)) {
	kit.Flush(s.host.Window.Canvas())
	a := s.asked()
	if a.visit == "" {
		s.visits.Focus()
		return
	}
	leave(parcel{
		scope:  desk.Scope{Visit: a.visit, To: a.to, Profile: a.profile},
		sealed: seal.Kind(s.seals.Value()), recipients: s.out.recipients,
	})
}

// exportAll is for the own office, hence sealed unless somebody says otherwise.
func (s *send) exportAll(leave func(parcel)) {
	leave(parcel{scope: desk.Scope{All: true}, sealed: seal.WithPassphrase})
}
