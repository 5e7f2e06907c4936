package visits

import (
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// filter is the row above the list that says which visits are shown.
type filter struct {
	host      *page.Host
	object    fyne.CanvasObject
	text      *kit.SearchField
	role      *kit.Segmented
	status    *kit.Select
	year      *kit.Select
	programme *kit.Select
	reset     *kit.Button
	query     string
	changed   func()
}

// roles are what the segments of the role stand for, in their order.
var roles = []plan.Role{"", plan.RoleTravel, plan.RoleReceive}

func newFilter(h *page.Host, changed func()) *filter {
	f := &filter{host: h, changed: changed}
	f.text = kit.NewSearchField(h.Kit, h.Say("visits.search"))
	f.text.OnType = func(text string) {
		f.query = vietnamese.Fold(text)
		f.apply()
	}
	f.role = kit.NewSegmented([]string{
		h.Say("visits.any_role"), h.Words.Enum(plan.KindVisit, "our_role", string(plan.RoleTravel)),
		h.Words.Enum(plan.KindVisit, "our_role", string(plan.RoleReceive)),
	}, func(int) { f.apply() })
	f.role.SetTooltip(h.Say("visits.role_tip"))
	f.status, f.year, f.programme = f.choice(), f.choice(), f.choice()
	f.status.SetOptions(f.statuses())
	f.reset = kit.NewIconButton(kit.Plain, icons.Close, "", f.clear).WithTip(h.Say("visits.clear_filter"))
	f.reset.Hide()
	f.offer(nil)
	f.object = kit.HBox(theme.Gap8, kit.GrowBy(3, f.text), f.role,
		kit.GrowBy(2, f.status), kit.GrowBy(1, f.year), kit.GrowBy(2, f.programme), f.reset)
	return f
}

func (f *filter) choice() *kit.Select {
	s := kit.NewSelect(f.host.Kit, "", nil)
	s.AllowNone = true
	s.OnCommit = func(string) { f.apply() }
	return s
}

func (f *filter) statuses() []kit.Choice {
	out := []kit.Choice{{Title: f.host.Say("visits.any_status")}}
	for _, s := range plan.Statuses() {
		out = append(out, kit.Choice{ID: string(s), Title: f.host.Words.Enum(plan.KindVisit, "status", string(s))})
	}
	return out
}

// offer lists the years and programmes that there are.
func (f *filter) offer(rows []row) {
	var years, programmes []string
	names := map[string]string{}
	for _, r := range rows {
		years = append(years, r.year())
		programmes = append(programmes, r.visit.Programme)
		names[r.visit.Programme] = r.programme
	}
	f.year.SetOptions(choices(f.host.Say("visits.any_year"), years, nil))
	f.programme.SetOptions(choices(f.host.Say("visits.any_programme"), programmes, names))
}

// choices lists values once each, the greatest first, after the one for all.
func choices(all string, values []string, names map[string]string) []kit.Choice {
	slices.Sort(values)
	slices.Reverse(values)
	out := []kit.Choice{{Title: all}}
	for _, v := range slices.Compact(values) {
		title := v
		if names[v] != "" {
			title = names[v]
		}
		if v != "" {
			out = append(out, kit.Choice{ID: v, Title: title})
		}
	}
	return out
}

// keep gives the rows that are let through.
func (f *filter) keep(rows []row) []row {
	out := make([]row, 0, len(rows))
	for _, r := range rows {
		if f.lets(r) {
			out = append(out, r)
		}
	}
	return out
}

func (f *filter) lets(r row) bool {
	role := roles[f.role.Selected()]
	return (role == "" || r.role == role) &&
		matches(f.status, string(r.visit.Status)) && matches(f.year, r.year()) &&
		matches(f.programme, r.visit.Programme) && r.has(f.query)
}

func matches(s *kit.Select, value string) bool { return s.Value() == "" || s.Value() == value }

func (f *filter) active() bool {
	return f.query != "" || f.role.Selected() > 0 || f.status.Value() != "" || f.year.Value() != "" || f.programme.Value() != ""
}

func (f *filter) apply() {
	for _, s := range []*kit.Select{f.status, f.year, f.programme} {
		s.SetValue(s.Value()) // an emptied field says again that it shows all
	}
	f.reset.Hidden = !f.active()
	f.reset.Refresh()
	f.changed()
}

// clear lets everything through again.
func (f *filter) clear() {
	f.query = ""
	f.text.SetValue("")
	f.role.SetSelected(0)
	for _, s := range []*kit.Select{f.status, f.year, f.programme} {
		s.SetValue("")
	}
	f.apply()
}
