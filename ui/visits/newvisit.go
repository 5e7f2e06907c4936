package visits

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// newVisit is the dialog that makes a visit out of three answers: who travels,
// to whom, when.
type newVisit struct {
	host     *page.Host
	guest    *kit.Picker
	hosts    *form.Places
	from, to *kit.DateField
	after    *kit.Select
	outcome  *kit.Paragraph // what will be made, in words
	warnings *fyne.Container
	offers   *fyne.Container // units of the time of the visit
	others   []*plan.Visit
	dialog   *kit.Dialog
}

// openNew shows the dialog; after is an earlier visit to copy, "" for none.
func (p *visits) openNew(after string) {
	n := &newVisit{host: p.host, warnings: kit.VBox(theme.Gap4), offers: kit.VBox(theme.Gap4), outcome: kit.NewParagraph(kit.RoleBody, "")}
	p.dialog = n
	n.build()
	n.host.Kit.Run(context.Background(), func(context.Context) { n.others = desk.All[*plan.Visit](n.host.Desk) }, func() {
		n.offerCopies(after)
		n.consider()
	})
	say := p.host.Say
	n.dialog = kit.ShowDialog(p.host.Kit, p.host.Window, kit.Spec{
		Title: say("visits.new_title"), Content: n.content(), Width: theme.DialogForm,
		Cancel:  kit.Action{Label: say("visits.cancel")},
		Primary: kit.Action{Label: say("visits.create"), Do: n.create},
		Focus:   n.guest.FocusTarget(),
	})
}

func (n *newVisit) build() {
	say := n.host.Say
	n.guest = kit.NewPicker(n.host.Kit, say("visits.who"), form.LocalitySearch(n.host, n.day))
	n.guest.AllowNone = true
	n.guest.SetPlaceholder(say("form.choose_locality"))
	n.guest.OnPick = func(kit.Choice) {
		n.guest.SetError("")
		n.consider()
	}
	n.hosts = form.NewPlaces(n.host, say("visits.to_whom"), n.day)
	n.hosts.OnAdd = func(id string) { n.setHosts(append(n.hosts.IDs(), id)) }
	n.hosts.OnRemove = func(id string) {
		n.setHosts(slices.DeleteFunc(n.hosts.IDs(), func(host string) bool { return host == id }))
	}
	n.from, n.to = form.NewDate(n.host, say("field.visit.when.from")), form.NewDate(n.host, say("field.visit.when.to"))
	n.to.SetPlaceholder(say("visits.same_day"))
	n.from.OnCommit = func(string) { n.consider() }
	n.to.OnCommit = func(string) { n.consider() }
	n.after = kit.NewSelect(n.host.Kit, say("visits.after"), nil)
	n.after.AllowNone = true
	n.after.OnCommit = n.takeOver
}

func (n *newVisit) content() fyne.CanvasObject {
	return kit.FitDialog(n.host.Window, kit.Form(
		n.guest, n.hosts.Object(),
		kit.FormRow(n.from, n.to),
		n.after,
		kit.Gap(theme.Gap4),
		n.outcome, n.offers, n.warnings,
	))
}

func (n *newVisit) day() civil.Date { return civil.Date(n.from.Value()) }

func (n *newVisit) setHosts(ids []string) {
	n.hosts.Picker.SetError("")
	n.hosts.SetIDs(ids)
	n.consider()
}

// offerCopies lists the visits that may be copied, the newest first.
func (n *newVisit) offerCopies(after string) {
	slices.SortFunc(n.others, func(a, b *plan.Visit) int {
		return strings.Compare(string(b.When.From), string(a.When.From))
	})
	options := []kit.Choice{{Title: n.host.Say("visits.after_none")}}
	for _, v := range n.others {
		options = append(options, kit.Choice{ID: v.ID, Title: v.Title, Detail: dates(n.host, v.When)})
	}
	n.after.SetOptions(options)
	n.after.Hidden = len(n.others) == 0
	n.after.SetValue(after)
	n.takeOver(after)
}

// takeOver fills in who travelled and to whom of the visit that is copied,
// where nothing is said yet.
func (n *newVisit) takeOver(after string) {
	i := slices.IndexFunc(n.others, func(v *plan.Visit) bool { return v.ID == after })
	if i >= 0 {
		v := n.others[i]
		if n.guest.Choice().ID == "" {
			n.guest.SetChoice(form.LocalityChoice(n.host, v.Guest, n.day()))
		}
		if len(n.hosts.IDs()) == 0 {
			n.hosts.SetIDs(v.Hosts)
		}
	}
	n.consider()
}

func (n *newVisit) outline() desk.Outline {
	o := desk.Outline{
		Guest: n.guest.Choice().ID, Hosts: n.hosts.IDs(), After: n.after.Value(),
		When: plan.Period{From: n.day(), To: civil.Date(n.to.Value())},
	}
	if o.When.To == "" {
		o.When.To = o.When.From
	}
	o.Title = n.host.Say("visits.default_title",
		"Guest", n.running(o.Guest), "Hosts", listed(n.host, o.Hosts, n.running))
	return o
}

func (n *newVisit) running(id string) string {
	if p, ok := n.host.Desk.Locality(id, n.day()); ok {
		return p.Running
	}
	return "…"
}

// listed joins names as a sentence does: "a, b và c".
func listed(h *page.Host, ids []string, name func(string) string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = name(id)
	}
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return h.Say("visits.and", "First", strings.Join(names[:last], ", "), "Last", names[last])
}

// consider says what will be made, and what somebody should look at before.
func (n *newVisit) consider() {
	o := n.outline()
	text := n.host.Say("visits.new_hint")
	if o.Guest != "" && len(o.Hosts) > 0 {
		text = n.host.Say("visits.will_make", "Title", o.Title)
		if office := n.host.Desk.Office(); office != nil {
			if role := plan.RoleIn(office.Locality, o.Guest, o.Hosts); role != "" {
				text += " " + n.host.Say("visits.our_role", "Role", n.host.Say("visit.role_"+string(role)))
			}
		}
	}
	n.outcome.SetText(text)
	n.warnings.Objects = nil
	for _, issue := range n.issues(o) {
		n.warnings.Objects = append(n.warnings.Objects, kit.Notice(kit.AmberTone, n.host.Words.Issue(issue)))
	}
	n.offerInTime(o)
	n.warnings.Hidden = len(n.warnings.Objects) == 0
	n.warnings.Refresh()
	if n.dialog != nil {
		n.dialog.Relayout()
	}
}

// offerInTime offers the units of the time of the visit for those that did not
// exist then: the date is asked last.
func (n *newVisit) offerInTime(o desk.Outline) {
	n.offers.Objects = nil
	offer := func(id string, take func(kit.Choice)) {
		for _, c := range form.InTime(n.host, id, o.When.From) {
			link := kit.NewLink(n.host.Say("form.in_time", "Name", c.Title), func() {
				take(c)
				n.consider()
			})
			n.offers.Objects = append(n.offers.Objects, kit.HBox(theme.Gap0, link, kit.Spacer()))
		}
	}
	offer(o.Guest, n.guest.SetChoice)
	for i, id := range o.Hosts {
		offer(id, func(c kit.Choice) {
			hosts := n.hosts.IDs()
			hosts[i] = c.ID
			n.hosts.SetIDs(hosts)
		})
	}
	n.offers.Hidden = len(n.offers.Objects) == 0
	n.offers.Refresh()
}

func (n *newVisit) issues(o desk.Outline) []plan.Issue {
	var out []plan.Issue
	if i, bad := plan.PeriodWarning("when", "", o.When); bad {
		out = append(out, i)
	}
	for _, id := range append([]string{o.Guest}, o.Hosts...) {
		if i, ended := ended(n.host, id, o.When.From); ended {
			out = append(out, i)
		}
	}
	return append(out, plan.MetBefore(o.Guest, o.Hosts, o.When.From, n.others)...)
}

// ended says whether a locality had ceased to exist on a day. One of the
// register has no record before a visit names it.
func ended(h *page.Host, id string, day civil.Date) (plan.Issue, bool) {
	p, ok := h.Desk.Locality(id, day)
	if !ok || !day.Valid() {
		return plan.Issue{}, false
	}
	l := &plan.Locality{Versions: []plan.LocalityVersion{{
		Level: p.Level, Type: p.Type, Name: p.Name, ValidFrom: p.ValidFrom, ValidTo: p.ValidTo,
	}}}
	return plan.UnitOutOfTime(l, day)
}

// create makes the visit and opens it; the dialog stays while an answer is
// missing.
func (n *newVisit) create() bool {
	o := n.outline()
	if o.Guest == "" {
		n.guest.SetError(n.host.Say("visits.who_missing"))
	}
	if len(o.Hosts) == 0 {
		n.hosts.Picker.SetError(n.host.Say("visits.to_whom_missing"))
	}
	if o.Guest == "" || len(o.Hosts) == 0 {
		n.dialog.Relayout()
		return false
	}
	var id string
	n.host.Job(func() (err error) {
		id, err = n.host.Desk.NewVisit(o)
		return err
	}, func(err error) { n.made(id, err) })
	return true
}

func (n *newVisit) made(id string, err error) {
	var invalid *desk.Invalid
	switch {
	case errors.As(err, &invalid):
		n.host.Toast(n.host.Words.Issue(invalid.Issues[0]), "", nil)
	case err != nil:
		n.host.Fail(err)
	default:
		n.host.Go(page.Route{Page: page.PageVisit, Visit: id})
	}
}
