package programme

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// dayPanel is the face of the panel while the head of a day is selected.
type dayPanel struct {
	tab   *tab
	day   civil.Date
	title *kit.Text
	lines *kit.Paragraph
	shift *kit.Button
	root  *fyne.Container
}

func newDayPanel(p *tab) *dayPanel {
	d := &dayPanel{tab: p, title: kit.NewText(kit.RoleSection, ""), lines: kit.NewParagraph(kit.RoleBody, "").In(theme.Text2)}
	add := kit.NewIconButton(kit.Secondary, icons.Plus, p.host.Say("programme.add_at_end"), func() { p.addAtEnd(d.day) })
	d.shift = kit.NewIconButton(kit.Secondary, icons.Clock, p.host.Say("programme.shift_day"), func() { p.shiftDay(d.day) })
	d.root = kit.Form(d.title, d.lines, kit.HBox(theme.Gap0, add, kit.Spacer()), kit.HBox(theme.Gap0, d.shift, kit.Spacer()))
	return d
}

func (d *dayPanel) fill(r row) {
	d.day = r.day
	d.title.SetText(d.tab.dayName(r.day))
	text := d.tab.count(r.figures)
	if s := r.figures.span(); s != "" {
		text = s + "\n" + text
	}
	d.lines.SetText(text)
	d.shift.Hidden = r.day == "" || r.figures.count == 0
}

// shiftSelectedDay asks by how much the day of the selected row is to be moved;
// with nothing selected the first day.
func (p *tab) shiftSelectedDay() {
	if p.state == nil || len(p.state.items) == 0 {
		return
	}
	day := p.state.firstDay(p.host.Today())
	if selected, ok := p.grid.Selected(); ok && selected.day != "" {
		day = selected.day
	}
	p.shiftDay(day)
}

// shifting is the dialog that moves a whole day.
type shifting struct {
	tab     *tab
	day     civil.Date
	way     *kit.Segmented
	minutes *kit.NumberField
	preview *kit.Paragraph
	dialog  *kit.Dialog
	effect  string // what the button says: how many items move
}

// shiftDay opens the dialog for a day.
func (p *tab) shiftDay(day civil.Date) {
	h := p.host
	s := &shifting{tab: p, day: day, preview: kit.NewParagraph(kit.RoleBody, "").In(theme.Text2)}
	s.way = kit.NewSegmented([]string{h.Say("programme.later_way"), h.Say("programme.earlier_way")}, func(int) { s.foresee() })
	s.minutes = form.NewLength(h, h.Words.Field(plan.KindAgendaItem, "when.length"))
	s.minutes.OnCommit = func(string) { s.foresee() }
	const usual = "15"
	s.minutes.SetValue(usual)
	s.foresee()
	s.dialog = kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title:   h.Say("programme.shift_day_title", "Day", p.dayName(day)),
		Content: kit.Form(kit.FormRow(s.minutes, kit.VBox(theme.Gap0, kit.Spacer(), s.way)), s.preview),
		Cancel:  kit.Action{Label: h.Say("programme.cancel")},
		Primary: kit.Action{Label: s.effect, Do: s.do},
	})
}

// by is the number of minutes asked for, negative for earlier.
func (s *shifting) by() int {
	n, err := strconv.Atoi(s.minutes.Value())
	if err != nil {
		return 0
	}
	if s.way.Selected() == 1 {
		return -n
	}
	return n
}

// foresee says what the day would be afterwards.
func (s *shifting) foresee() {
	var f figures
	after := plan.ShiftDay(s.tab.state.items, s.day, s.by())
	for _, item := range after {
		if dayOf(item) == s.day {
			f.add(item)
		}
	}
	moved := len(plan.Changed(s.tab.state.items, after))
	s.preview.SetText(s.tab.host.Say("programme.shift_preview", "Count", moved, "Span", f.span()))
	s.effect = s.tab.host.Say("programme.do_shift", "Count", moved)
	if s.dialog != nil {
		s.dialog.Primary().SetText(s.effect)
	}
}

// do moves the day; a length that is not understood keeps the dialog open.
func (s *shifting) do() bool {
	s.minutes.Commit()
	if s.minutes.Message() != "" {
		return false
	}
	by, day := s.by(), s.day
	selected := "day/" + string(day)
	if r, ok := s.tab.grid.Selected(); ok {
		selected = r.key()
	}
	s.tab.edit(desk.Step{Why: "shift"}, selected, func(items []*plan.AgendaItem) []*plan.AgendaItem {
		return plan.ShiftDay(items, day, by)
	})
	return true
}
