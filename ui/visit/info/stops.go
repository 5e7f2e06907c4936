package info

import (
	"slices"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// stops is the list of stops, one line of fields each.
type stops struct {
	tab    *info
	object fyne.CanvasObject
	list   *fyne.Container
	hint   *kit.Paragraph
	rows   []*stop
	asked  string // the stop to go to
}

// stop is one line of the list.
type stop struct {
	id     string
	form   *form.Form
	venue  *kit.TextField
	object fyne.CanvasObject
}

// stopShares are the widths of the fields.
var stopShares = []float32{31, 16, 16, 22, 24, 20}

func newStops(p *info) *stops {
	s := &stops{tab: p, list: kit.VBox(theme.Gap8)}
	s.hint = kit.NewParagraph(kit.RoleBody, p.host.Say("info.stops_hint")).In(theme.Text2)
	add := kit.NewIconButton(kit.Quiet, icons.Plus, p.host.Say("info.stop_add"), s.add)
	s.object = kit.Section(kit.SectionHead(p.host.Say("info.stops"), nil, add), kit.Gap(theme.Gap8), s.hint, s.list)
	return s
}

// clear forgets the rows, before those of another visit are shown.
func (s *stops) clear() {
	s.rows = nil
	s.lay()
}

func (s *stops) show(list []*plan.Stop, warnings []plan.Issue) {
	old := s.rows
	s.rows = nil
	for _, record := range list {
		i := slices.IndexFunc(old, func(r *stop) bool { return r.id == record.ID })
		row := (*stop)(nil)
		if i >= 0 {
			row = old[i]
		} else {
			row = s.newStop(record.ID)
		}
		row.form.Show(record)
		row.form.Warn(of(record.ID, warnings))
		s.rows = append(s.rows, row)
	}
	s.hint.Hidden = len(list) > 0
	s.lay()
	if i := slices.IndexFunc(s.rows, func(r *stop) bool { return r.id == s.asked }); s.asked != "" && i >= 0 {
		s.asked = ""
		s.rows[i].venue.Focus()
	}
}

// of gives the warnings about one record.
func of(id string, warnings []plan.Issue) []plan.Issue {
	var out []plan.Issue
	for _, w := range warnings {
		if len(w.Other) > 0 && w.Other[0] == id {
			out = append(out, w)
		}
	}
	return out
}

func (s *stops) lay() {
	s.list.Objects = nil
	for _, row := range s.rows {
		s.list.Objects = append(s.list.Objects, row.object)
	}
	s.list.Refresh()
}

func (s *stops) newStop(id string) *stop {
	f := form.New(s.tab.host, plan.KindStop)
	row := &stop{id: id, form: f}
	place := f.Locality("locality", s.tab.day)
	from, to := f.Date("when.from"), f.Date("when.to")
	row.venue = f.Text("venue")
	fields := kit.Columns(theme.Gap8, stopShares, place, from, to, row.venue, f.Text("address"), f.Text("contact"))
	remove := kit.NewIconButton(kit.Plain, icons.Trash, "", func() { s.delete(row) }).WithTip(s.tab.host.Say("info.stop_delete"))
	below := kit.VBox(theme.Gap2, kit.Sized("", theme.LineCaption, kit.Gap(theme.Gap0)), remove) // beside the boxes, not the labels
	row.object = kit.VBox(theme.Gap8, f.Differences(), kit.HBoxTop(theme.Gap4, kit.Grow(fields), below))
	return row
}

func (s *stops) commit() {
	for _, row := range s.rows {
		row.form.Commit()
	}
}

// add makes a stop of which nothing is known yet, at the end.
func (s *stops) add() {
	fresh := &plan.Stop{Visit: s.tab.id}
	d := s.tab.host.Desk
	s.tab.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		last := ""
		if there := desk.Of[*plan.Stop](d, fresh.Visit); len(there) > 0 {
			last = there[len(there)-1].Pos
		}
		fresh.Pos = plan.PosBetween(last, "")
		err := tx.Put(fresh)
		return err
	}, func(err error) {
		if err != nil {
			s.tab.host.Fail(err)
			return
		}
		s.asked = fresh.ID
	})
}

// delete takes a stop away; what was planned there stays.
func (s *stops) delete(row *stop) {
	h := s.tab.host
	name := h.Say("info.stop_unnamed")
	if r, ok := row.form.Record().(*plan.Stop); ok && r.Locality != "" {
		name = form.LocalityChoice(h, r.Locality, s.tab.day()).Title
	}
	visit := s.tab.id
	h.Job(func() error { return h.Desk.RemoveStop(visit, row.id) }, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		h.ToastUndo(h.Say("info.stop_deleted", "Name", name))
	})
}
