package programme

import (
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// speakers is a list of people who lead or present: attendees of both sides,
// or free text such as a post whose holder is not known.
type speakers struct {
	tab    *tab
	picker *kit.Picker
	list   *fyne.Container
	root   fyne.CanvasObject
	keep   func([]plan.Speaker)

	of    string // the item that is shown
	value []plan.Speaker
	drawn []string // what the lines say, so that they are made anew only when that changes
}

func newSpeakers(p *tab, field string, keep func([]plan.Speaker)) *speakers {
	s := &speakers{tab: p, keep: keep, list: kit.VBox(theme.Gap2)}
	s.picker = kit.NewPicker(p.host.Kit, p.host.Words.Field(plan.KindAgendaItem, field), s.search)
	s.picker.AllowFree, s.picker.ClearOnPick = true, true
	s.picker.SetPlaceholder(p.host.Say("programme.add_speaker"))
	s.picker.OnPick = s.add
	s.root = kit.VBox(theme.Gap2, s.picker, s.list)
	return s
}

// search finds attendees by name or post who are not in the list yet, in the
// order of precedence.
func (s *speakers) search(query string) []kit.Choice {
	if s.tab.state == nil {
		return nil
	}
	q := vietnamese.NewQuery(query)
	var out []kit.Choice
	for _, a := range s.tab.state.people {
		if slices.ContainsFunc(s.value, func(one plan.Speaker) bool { return one.Attendee == a.ID }) {
			continue
		}
		if q.IsZero() || q.Match(a.Name) > 0 || q.Match(a.PostLine()) > 0 {
			out = append(out, kit.Choice{ID: a.ID, Title: a.Name, Detail: a.PostLine()})
		}
	}
	return out
}

func (s *speakers) add(c kit.Choice) {
	one := plan.Speaker{Attendee: c.ID}
	if c.ID == "" {
		one.Text = vietnamese.Normalize(c.Title)
	}
	if one == (plan.Speaker{}) || slices.Contains(s.value, one) {
		return
	}
	s.set(append(slices.Clone(s.value), one))
}

func (s *speakers) take(at int) {
	if at < len(s.value) {
		s.set(slices.Delete(slices.Clone(s.value), at, at+1))
	}
}

// set shows the list at once, before it is kept.
func (s *speakers) set(list []plan.Speaker) {
	s.show(s.of, list)
	s.tab.side.Refresh()
	s.keep(list)
}

// show fills the list for an item.
func (s *speakers) show(item string, list []plan.Speaker) {
	s.of, s.value = item, list
	var drawn []string
	for _, one := range list {
		drawn = append(drawn, s.tab.state.speaker(one, true))
	}
	if slices.Equal(drawn, s.drawn) {
		return
	}
	s.drawn = drawn
	s.list.Objects = nil
	for i, one := range list {
		s.list.Objects = append(s.list.Objects, s.line(i, one))
	}
	s.list.Refresh()
}

// line is one entry: a name with the posts below it, and the way to take it
// off the list.
func (s *speakers) line(at int, one plan.Speaker) fyne.CanvasObject {
	name := s.tab.state.speaker(one, false)
	words := kit.VBox(theme.Gap0, kit.NewTipText(kit.RoleBody, name))
	if a := s.tab.state.attendee(one.Attendee); a != nil && len(a.Posts) > 0 {
		words.Add(kit.NewTipText(kit.RoleCaption, a.PostLine()))
	}
	off := kit.NewIconButton(kit.Plain, icons.Close, "", func() { s.take(at) }).
		WithTip(s.tab.host.Say("programme.take_off", "Name", name))
	return kit.HBox(theme.Gap4, kit.Grow(words), off)
}
