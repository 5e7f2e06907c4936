package programme

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// times are day, start, end and length of the item in the panel. What is
// committed there moves the item and, if that is ticked, what follows.
type times struct {
	tab    *tab
	day    *kit.DateField
	start  *kit.TimeField
	end    *kit.TimeField
	length *kit.NumberField
	fixed  *kit.CheckBox
	clash  *fyne.Container
	root   fyne.CanvasObject

	item *plan.AgendaItem // as shown
	said []string         // the clashes as shown
}

func newTimes(p *tab) *times {
	h := p.host
	label := func(path string) string { return h.Words.Field(plan.KindAgendaItem, path) }
	t := &times{
		tab: p, day: form.NewDate(h, label("when.day")), start: form.NewTime(h, label("when.start")),
		end: form.NewTime(h, h.Say("programme.end")), length: form.NewLength(h, label("when.length")),
		clash: kit.VBox(theme.Gap4),
	}
	t.day.OnCommit = func(v string) { t.setDay(civil.Date(v)) }
	t.start.OnCommit = func(v string) { t.setStart(civil.Clock(v)) }
	t.end.OnCommit = func(v string) { t.setEnd(civil.Clock(v)) }
	t.length.OnCommit = func(v string) { t.setLength(v) }
	t.fixed = kit.NewCheckBox(h.Say("programme.fixed"), func(on bool) {
		if item := p.current(); item != nil {
			p.toggle(item, func(item *plan.AgendaItem) { item.Fixed = on })
		}
	})
	t.fixed.SetTooltip(label("fixed"))
	t.clash.Hide()
	t.root = kit.VBox(theme.Gap8,
		kit.Columns(theme.Gap8, []float32{1, 1, 1}, t.start, t.end, t.length), t.clash,
		kit.Columns(theme.Gap12, nil, t.day, kit.VBox(theme.Gap0, kit.Spacer(), t.fixed)))
	return t
}

// show fills the fields. A fixed item keeps its day and start until it is
// loosened.
func (t *times) show(item *plan.AgendaItem) {
	if t.item == nil || t.item.ID != item.ID {
		t.forget()
	}
	t.item = item
	t.day.SetValue(string(item.When.Day))
	t.start.SetValue(string(item.When.Start))
	end := civil.Clock("")
	if item.When.Known() && item.When.Length > 0 {
		end, _ = item.When.End()
	}
	t.end.SetValue(string(end))
	t.length.SetValue(strconv.Itoa(item.When.Length))
	t.fixed.SetChecked(item.Fixed)
	able := !item.Fixed || !item.When.Known()
	for _, w := range []fyne.Disableable{t.day, t.start} {
		if able {
			w.Enable()
		} else {
			w.Disable()
		}
	}
}

// mostBeside is how many clashes stand below the times; the list of all has the
// rest.
const mostBeside = 3

// warn says below the times what clashes.
func (t *times) warn(texts []string) {
	if slices.Equal(texts, t.said) {
		return
	}
	t.said = texts
	t.clash.Objects = nil
	for _, text := range texts[:min(len(texts), mostBeside)] {
		t.clash.Objects = append(t.clash.Objects, kit.HBoxTop(theme.Gap4, kit.NewIconSized(icons.Warning, theme.Red, theme.IconSmall),
			kit.Grow(kit.NewParagraph(kit.RoleCaption, text).In(theme.Red))))
	}
	t.clash.Hidden = len(texts) == 0
	t.clash.Refresh()
}

// forget drops what was refused in the times of another item.
func (t *times) forget() {
	for _, f := range []*kit.TextField{&t.day.TextField, &t.start.TextField, &t.end.TextField, &t.length.TextField} {
		f.Forget()
	}
}

func (t *times) commit() {
	for _, f := range []kit.Committer{t.day, t.start, t.end, t.length} {
		f.Commit()
	}
}

// edit moves the item in the panel, a draft at once and a record through the
// desk. The commits of one visit of the cursor are one step of undo.
func (t *times) edit(field string, visit int, set func(*plan.Slot), edit func(id string, shift bool) rearrange) {
	if t.item == nil {
		return
	}
	if t.tab.drafting(t.item.ID) {
		t.tab.retimeDraft(set)
		return
	}
	id := t.item.ID
	do := edit(id, t.tab.shift.Checked())
	if !t.item.When.Known() { // nothing that could be moved yet
		do = func(items []*plan.AgendaItem) []*plan.AgendaItem {
			return with(items, id, func(item *plan.AgendaItem) { set(&item.When) })
		}
	}
	t.tab.edit(desk.Step{Why: "shift", Join: fmt.Sprintf("%s/when/%s/%d", id, field, visit)}, id, do)
}

func (t *times) setDay(day civil.Date) {
	if day == "" {
		t.day.Refuse(t.tab.host.Say("programme.needs_day"))
		return
	}
	t.day.SetError("")
	t.edit("day", t.day.Visit(), func(s *plan.Slot) { s.Day = day }, func(id string, shift bool) rearrange {
		return func(items []*plan.AgendaItem) []*plan.AgendaItem {
			return plan.PlaceOnDay(items, id, day, "", shift)
		}
	})
}

// setStart moves the item so that it starts at a time. A time taken away puts
// the item back among those without one.
func (t *times) setStart(start civil.Clock) {
	set := func(s *plan.Slot) {
		s.Start = start
		if s.Day == "" && start != "" {
			s.Day = t.tab.state.firstDay(t.tab.host.Today())
		}
	}
	t.edit("start", t.start.Visit(), set, func(id string, shift bool) rearrange {
		return func(items []*plan.AgendaItem) []*plan.AgendaItem {
			if start == "" {
				return with(items, id, func(item *plan.AgendaItem) { set(&item.When) })
			}
			return plan.SetStart(items, id, start, shift)
		}
	})
}

// setEnd gives the item the length that ends then.
func (t *times) setEnd(end civil.Clock) {
	if t.item == nil {
		return
	}
	t.end.SetError("")
	length := 0
	if end != "" {
		var ok bool
		if length, ok = plan.LengthUntil(t.item.When.Start, end); !ok {
			t.end.Refuse(t.tab.host.Say("programme.end_before_start"))
			return
		}
	}
	t.lengthen("end", t.end.Visit(), length)
}

func (t *times) setLength(value string) {
	if length, err := strconv.Atoi(strings.TrimSpace(value)); err == nil {
		t.lengthen("length", t.length.Visit(), length)
	}
}

func (t *times) lengthen(field string, visit, length int) {
	t.edit(field, visit, func(s *plan.Slot) { s.Length = length }, func(id string, shift bool) rearrange {
		return func(items []*plan.AgendaItem) []*plan.AgendaItem { return plan.SetLength(items, id, length, shift) }
	})
}
