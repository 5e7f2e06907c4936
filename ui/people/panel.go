package people

import (
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// panel is the form of the selected attendee at the right of the lists.
type panel struct {
	tab  *tab
	form *form.Form
	open bool
	row  row

	title   *kit.TipText
	why     *kit.Paragraph
	side    *kit.Segmented
	name    *kit.TextField
	role    *kit.Select
	people  *fyne.Container // what only a person has
	group   *fyne.Container // what only a group has
	move    *kit.Button
	nothing *kit.Paragraph
	fields  *fyne.Container
	root    *fyne.Container
}

func newPanel(p *tab) *panel {
	h := p.host
	a := &panel{tab: p, form: form.New(h, plan.KindAttendee)}
	a.title, a.why = kit.NewTipText(kit.RoleSection, ""), kit.NewParagraph(kit.RoleCaption, "")
	a.side = kit.NewSegmented([]string{h.Say("people.side_guest"), h.Say("people.side_host")}, func(int) {
		if r, ok := p.state.row(p.selected); ok {
			a.form.Commit()
			p.switchSide(r)
		}
	})
	a.nothing = kit.NewParagraph(kit.RoleBody, h.Say("people.nothing_selected")).In(theme.Text2)
	a.fields = a.layout()
	closing := kit.NewIconButton(kit.Plain, icons.Close, "", p.togglePanel).WithTip(h.Say("people.close"))
	head := kit.HBox(theme.Gap8, kit.Grow(a.title), closing)
	a.root = kit.VBox(theme.Gap0, kit.Grow(kit.SidePanel(kit.VBox(theme.Gap8, head, a.nothing, a.fields))))
	a.root.Hide()
	return a
}

// layout builds the fields, those that are needed most first.
func (a *panel) layout() *fyne.Container {
	h, p, f := a.tab.host, a.tab, a.form
	a.name = f.Text("name")
	a.role = f.SelectOf("role", nil)
	attendance := f.Select("attendance", []string{string(plan.Confirmed), string(plan.Declined)}, h.Say("people.attendance_none"))
	honorific := f.Select("honorific", []string{"dong_chi", "ong", "ba", "quy_vi", "none"}, h.Say("people.none"))
	unit := f.Suggest("unit", func(query string) []kit.Choice { return find(p.state.units, query) })
	vehicle := f.Pick("vehicle", func(query string) []kit.Choice { return find(p.state.vehicles, query) },
		func(id string) string { return titleOf(p.state.vehicles, id) })
	group := f.Check("group")
	a.people = kit.VBox(theme.Gap8, kit.Columns(theme.Gap12, nil, f.Text("sort_name"), honorific))
	a.group = kit.VBox(theme.Gap8, f.Integer("count"))
	private := kit.NewParagraph(kit.RoleCaption, h.Say("people.private"))
	a.move = kit.NewIconButton(kit.Secondary, icons.Exchange, "", func() { a.act(p.switchSide) })
	copies := kit.NewIconButton(kit.Secondary, icons.Copy, h.Say("people.duplicate"), func() { a.act(p.duplicate) }).
		WithTip(h.Say("people.duplicate_tip"))
	remove := kit.NewIconButton(kit.Danger, icons.Trash, h.Say("people.delete"), func() { a.act(p.delete) }).
		WithTip(h.Say("people.delete_tip"))
	return kit.VBox(theme.Gap12,
		a.why, a.side, f.Differences(),
		kit.Form(
			a.name, f.List("posts", 3), unit, f.Locality("locality", a.day),
			kit.FormRow(a.role, attendance), a.people, group, a.group),
		kit.NewHairline(),
		kit.Form(f.Check("contact"), kit.FormRow(f.Text("phone"), f.Text("email")), private),
		kit.NewHairline(),
		kit.Form(f.Text("needs"), kit.FormRow(vehicle, f.Text("room")), kit.NewParagraph(kit.RoleCaption, h.Say("people.internal"))),
		kit.HBox(theme.Gap8, copies, remove, kit.Spacer()),
		kit.HBox(theme.Gap8, a.move, kit.Spacer()),
	)
}

// day is that of the visit: localities are found as they were then.
func (a *panel) day() civil.Date { return a.tab.state.day }

// act commits what is being typed and does something with the attendee shown.
func (a *panel) act(do func(row)) {
	a.form.Commit()
	if r, ok := a.tab.state.row(a.tab.selected); ok {
		do(r)
	}
}

func (a *panel) setOpen(open bool) {
	a.open = open
	if open {
		a.root.Show()
		return
	}
	a.form.Commit()
	a.root.Hide()
}

// show puts an attendee into the fields; ok is false for nobody.
func (a *panel) show(r row, ok bool) {
	if shown := a.form.Record(); shown != nil && (!ok || shown.Meta().ID != r.attendee.ID) {
		a.form.Commit()
	}
	a.fields.Hidden, a.nothing.Hidden = !ok, ok
	if !ok {
		a.title.SetText(a.tab.host.Say("people.details_title"))
		a.form.Show(nil)
		a.root.Refresh()
		return
	}
	a.row = r
	h, who := a.tab.host, r.attendee
	a.title.SetText(h.Say("people.panel_title", "Number", r.number, "Name", who.Name))
	a.why.SetText(h.Say("people.why_short", "Reason", r.reason))
	a.side.SetSelected(indexOf([]string{string(plan.Guest), string(plan.Host)}, string(who.Side)))
	a.move.SetText(h.Say("people.switch_" + string(who.Side)))
	a.role.SetOptions(a.roles(who.Side))
	a.people.Hidden, a.group.Hidden = who.Group, !who.Group
	a.name.SetLabel(h.Words.Field(plan.KindAttendee, "name"))
	if who.Group {
		a.name.SetLabel(h.Say("people.group_name"))
	}
	a.form.Show(who)
	a.form.Warn(a.warnings())
	a.root.Refresh()
}

// warnings are those about the attendee shown.
func (a *panel) warnings() []plan.Issue {
	var out []plan.Issue
	for _, issue := range a.tab.state.warnings {
		if len(issue.Other) > 1 && slices.Contains(issue.Other, a.row.attendee.ID) {
			out = append(out, issue)
		}
	}
	return out
}

// roles are the roles as they are called on a side: hosts are led by who
// chairs.
func (a *panel) roles(side plan.Side) []kit.Choice {
	h := a.tab.host
	out := []kit.Choice{{Title: h.Say("people.none")}, {ID: plan.AttendeeHead, Title: h.Say("people.head_" + string(side))}}
	for _, role := range []string{
		plan.AttendeeDeputy, plan.AttendeeSecretary, plan.AttendeeMember,
		plan.AttendeeInvited, plan.AttendeePress, plan.AttendeeService,
	} {
		out = append(out, kit.Choice{ID: role, Title: h.Words.Enum(plan.KindAttendee, "role", role)})
	}
	return out
}
