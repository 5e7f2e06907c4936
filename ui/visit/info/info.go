// Package info is the tab Thông tin of a visit: what the visit is for, who
// travels to whom and when, its programme and funding, its objectives and its
// stops. It knows the desk, the form and the kit; it must not know the page
// that shows it.
package info

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/files"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

type info struct {
	host       *page.Host
	id         string
	now        state
	form       *form.Form
	title      *kit.TextField
	hosts      *form.Places
	why        *kit.TextArea // why the visit was cancelled
	programme  *kit.Select
	funding    *kit.Select
	notes      *kit.TextArea
	met        *fyne.Container // that both sides have met already
	objectives *objectives
	stops      *stops
	files      *files.Section
	body       *fyne.Container
	scroll     *container.Scroll
	object     fyne.CanvasObject
	stop       context.CancelFunc
}

// state is what the tab shows.
type state struct {
	view     plan.VisitView
	found    bool
	warnings []plan.Issue
	met      []plan.Issue
}

// NewTab builds the tab.
func NewTab(h *page.Host) page.Page {
	p := &info{host: h, stop: func() {}, met: kit.VBox(theme.Gap4)}
	p.form = form.New(h, plan.KindVisit)
	left, right := p.basics(), p.reasons()
	p.objectives, p.stops = newObjectives(p), newStops(p)
	p.files = files.NewSection(h)
	p.body = kit.Sections(p.form.Differences(), kit.Columns(theme.Gap24, nil, left, right), p.objectives.object, p.stops.object,
		p.files.Object(), p.forOffice())
	p.scroll = kit.Scrolling(kit.PadSides(theme.PageMargin, theme.Gap12, theme.PageMargin, theme.Gap24, p.body))
	p.files.OnSize = p.relayout
	p.object = kit.On(theme.Paper, p.scroll)
	return p
}

// basics are the fields that say what the visit is.
func (p *info) basics() fyne.CanvasObject {
	h := p.host
	p.title = p.form.Text("title")
	p.hosts = form.NewPlaces(h, h.Words.Field(plan.KindVisit, "hosts"), p.day)
	p.hosts.OnAdd = func(id string) { h.Job(func() error { return h.Desk.AddHost(p.id, id) }, nil) }
	p.hosts.OnRemove = p.removeHost
	p.why = p.form.Area("cancelled_because", 2)
	role := p.form.Select("our_role", []string{string(plan.RoleTravel), string(plan.RoleReceive)}, h.Say("info.no_role"))
	return kit.Section(kit.SectionHead(h.Say("info.basics"), nil, nil), kit.Gap(theme.Gap8), kit.Form(
		p.title,
		p.form.Locality("guest", p.day),
		p.hosts.Object(), p.met,
		kit.FormRow(p.form.Date("when.from"), p.form.Date("when.to")),
		kit.FormRow(role, p.form.Select("status", statuses(), h.Say("info.no_status"))),
		p.why,
		p.form.Check("times_illustrative"),
	))
}

// reasons are the fields that say why, and on what basis.
func (p *info) reasons() fyne.CanvasObject {
	h := p.host
	p.programme, p.funding = p.form.SelectOf("programme", nil), p.form.SelectOf("funding", nil)
	return kit.Section(kit.SectionHead(h.Say("info.why"), nil, nil), kit.Gap(theme.Gap8), kit.Form(
		p.form.Area("purpose", 3), p.form.Area("why_host", 3),
		kit.FormRow(p.programme, p.funding),
		p.form.Area("legal_basis", 3),
	))
}

// forOffice are the fields that stay in the house.
func (p *info) forOffice() fyne.CanvasObject {
	p.notes = p.form.Area("notes", 3)
	beside := kit.NewText(kit.RoleCaption, p.host.Say("info.private"))
	return kit.Section(kit.SectionHead(p.host.Say("info.office"), beside, nil), kit.Gap(theme.Gap8), p.notes)
}

func statuses() []string {
	var out []string
	for _, s := range plan.Statuses() {
		out = append(out, string(s))
	}
	return out
}

// day is the day as of which localities and programmes are offered.
func (p *info) day() civil.Date {
	if p.now.found && p.now.view.Visit.When.From.Valid() {
		return p.now.view.Visit.When.From
	}
	return ""
}

// Object implements page.Page.
func (p *info) Object() fyne.CanvasObject { return p.object }

// Open implements page.Page: the record is an objective, a stop or an attachment.
func (p *info) Open(r page.Route) {
	if r.Visit != "" && r.Visit != p.id {
		p.id = r.Visit
		p.now = state{}
		p.objectives.clear()
		p.stops.clear()
		p.scroll.ScrollToTop()
	}
	p.objectives.asked, p.stops.asked = r.Record, r.Record
	p.files.Ask(r.Record)
}

// Leave implements page.Page.
func (p *info) Leave() {
	p.form.Commit()
	p.objectives.commit()
	p.stops.commit()
}

// Update implements page.Page.
func (p *info) Update() {
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	id, now := p.id, state{}
	p.host.Kit.Run(ctx, func(context.Context) { now = fetch(p.host, id) }, func() { p.show(now) })
}

// fetch reads the visit and what should be looked at. It is called away from
// the UI goroutine.
func fetch(h *page.Host, id string) state {
	view, ok := h.Desk.View(id)
	if !ok {
		return state{}
	}
	s := state{view: view, found: true}
	s.warnings = plan.Warnings(view, func(id string) *plan.Locality {
		l, _ := desk.Get[*plan.Locality](h.Desk, id)
		return l
	})
	var same []plan.VisitView
	for _, other := range desk.All[*plan.Visit](h.Desk) {
		if other.ID != id && other.Guest == view.Visit.Guest {
			if o, ok := h.Desk.View(other.ID); ok {
				same = append(same, o)
			}
		}
	}
	s.met = plan.Repeats(view, same)
	return s
}

func (p *info) show(now state) {
	p.now = now
	if !now.found {
		p.form.Show(nil)
		return
	}
	v := now.view.Visit
	p.offerProgrammes(v)
	p.form.Show(v)
	p.hosts.SetIDs(v.Hosts)
	p.why.Hidden = v.Status != plan.StatusCancelled
	p.warn(now)
	p.objectives.show(now.view.Objectives)
	p.stops.show(now.view.Stops, now.warnings)
	p.files.Show(v.ID)
	p.relayout()
}

func (p *info) relayout() {
	p.body.Refresh()
	p.scroll.Refresh()
}

// warn puts what should be looked at beside its field.
func (p *info) warn(now state) {
	var own []plan.Issue
	hosts := ""
	for _, issue := range now.warnings {
		switch {
		case len(issue.Other) == 0 || issue.Other[0] != p.id:
		case issue.Field == "hosts":
			hosts += " " + p.host.Words.Issue(issue)
		case issue.Field != "role":
			own = append(own, issue)
		}
	}
	p.form.Warn(own)
	p.hosts.Picker.SetWarning(trim(hosts))
	p.met.Objects = nil
	for _, issue := range now.met {
		p.met.Objects = append(p.met.Objects, kit.Notice(kit.AmberTone, p.host.Words.Issue(issue)))
	}
	p.offerInTime(now)
	p.met.Hidden = len(p.met.Objects) == 0
}

// offerInTime offers the units of the time of the visit for those that did not
// exist then.
func (p *info) offerInTime(now state) {
	h, v := p.host, now.view.Visit
	offer := func(id string, take func(id string)) {
		for _, c := range form.InTime(h, id, v.When.From) {
			link := kit.NewLink(h.Say("form.in_time", "Name", c.Title), func() { take(c.ID) })
			p.met.Objects = append(p.met.Objects, kit.HBox(theme.Gap0, link, kit.Spacer()))
		}
	}
	offer(v.Guest, func(id string) {
		p.form.Set("guest", "", func(r plan.Record) { r.(*plan.Visit).Guest = id })
	})
	for _, old := range v.Hosts {
		offer(old, func(id string) {
			h.Job(func() error {
				if err := h.Desk.AddHost(p.id, id); err != nil {
					return err
				}
				return h.Desk.RemoveHost(p.id, old)
			}, nil)
		})
	}
}

// removeHost takes a host away with its stop, and offers to take that back.
func (p *info) removeHost(id string) {
	h := p.host
	name := form.LocalityChoice(h, id, p.day()).Title
	h.Job(func() error { return h.Desk.RemoveHost(p.id, id) }, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		h.ToastUndo(h.Say("info.host_removed", "Name", name))
	})
}

// Shortcut implements page.Shortcuts: the keys of the list of objectives.
func (p *info) Shortcut(s fyne.Shortcut) bool { return p.objectives.shortcut(s) }
