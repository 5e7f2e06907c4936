package programme

import (
	"errors"
	"slices"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// rearrange is one edit of a programme, as package plan has them.
type rearrange func([]*plan.AgendaItem) []*plan.AgendaItem

// apply does an edit within a transaction, with the items as they are then.
func apply(d *desk.Desk, tx *desk.Tx, visit string, edit rearrange) error {
	before := desk.Of[*plan.AgendaItem](d, visit)
	for _, item := range plan.Changed(before, edit(before)) {
		if err := tx.Put(item); err != nil {
			return err
		}
	}
	return nil
}

// edit does an edit as one step of undo and goes to the item with the id.
func (p *tab) edit(step desk.Step, id string, edit rearrange) {
	visit := p.visit
	p.host.Change(step, func(tx *desk.Tx) error { return apply(p.host.Desk, tx, visit, edit) },
		func(err error) { p.done(err, id) })
}

// done goes to an item after a change, or says why there was none.
func (p *tab) done(err error, id string) {
	var invalid *desk.Invalid
	switch {
	case errors.As(err, &invalid):
		p.panel.refused(invalid)
	case err != nil:
		p.host.Fail(err)
	default:
		p.want = id
		p.refresh()
	}
}

// movable says whether an item may be moved, and if not tells why.
func (p *tab) movable(item *plan.AgendaItem) bool {
	if item == nil {
		return false
	}
	if item.Fixed {
		p.host.Toast(p.host.Say("programme.is_fixed", "Title", item.Title), "", nil)
	}
	return !item.Fixed
}

// nudge moves the selected item by some minutes.
func (p *tab) nudge(minutes int) {
	item := p.current()
	if !p.movable(item) || !item.When.Known() {
		return
	}
	id, shift := item.ID, p.shift.Checked()
	p.edit(desk.Step{Why: "move"}, id, func(items []*plan.AgendaItem) []*plan.AgendaItem {
		return plan.Move(items, id, minutes, shift)
	})
}

// step moves a row up or down by one place, also over the edge of a day.
func (p *tab) step(r row, delta int) {
	rows := p.grid.Rows()
	at := p.rowAt(r.key())
	if r.item == nil || at < 0 {
		return
	}
	to := at + delta
	if delta < 0 && to >= 0 && rows[to].item == nil {
		to-- // over the head of its own day: to the end of the day before
		p.placeBetween(r.item, rows, to)
		return
	}
	if delta < 0 {
		to--
	}
	p.placeBetween(r.item, rows, to)
}

// dragged moves a row to the place that it will have.
func (p *tab) dragged(from, to int) {
	rows := p.grid.Rows()
	if from < 0 || from >= len(rows) || rows[from].item == nil {
		return
	}
	if to > from {
		p.placeBetween(rows[from].item, rows, to)
		return
	}
	p.placeBetween(rows[from].item, rows, max(to-1, 0))
}

// placeBetween puts an item behind the row at a place: another item or, on the
// head of a day, in front of the first of that day.
func (p *tab) placeBetween(item *plan.AgendaItem, rows []row, above int) {
	if above < 0 || above >= len(rows) || p.drafting(item.ID) || !p.movable(item) {
		return
	}
	head := rows[above]
	if head.item != nil {
		p.place(item.ID, head.item.ID, true)
		return
	}
	below := slices.IndexFunc(rows[above+1:], func(r row) bool { return r.item != nil && r.item.ID != item.ID })
	if below >= 0 && rows[above+1+below].day == head.day {
		p.place(item.ID, rows[above+1+below].item.ID, false)
		return
	}
	p.toDay(item, head.day)
}

// place puts an item before or after another one.
func (p *tab) place(id, target string, after bool) {
	shift := p.shift.Checked()
	p.edit(desk.Step{Why: "move"}, id, func(items []*plan.AgendaItem) []*plan.AgendaItem {
		return plan.Place(items, id, target, after, shift)
	})
}

// toDay moves an item to a day: to its end, or at the time that it had if the
// day is empty.
func (p *tab) toDay(item *plan.AgendaItem, day civil.Date) {
	if day == "" || dayOf(item) == day || !p.movable(item) {
		return
	}
	if last := p.state.lastOf(day); last != "" {
		p.place(item.ID, last, true)
		return
	}
	var start civil.Clock
	if !item.When.Start.Valid() {
		start = plan.DefaultStart
	}
	id, stop, shift := item.ID, p.sample(day).Stop, p.shift.Checked()
	p.edit(desk.Step{Why: "move"}, id, func(items []*plan.AgendaItem) []*plan.AgendaItem {
		items = plan.PlaceOnDay(items, id, day, start, shift)
		return with(items, id, func(item *plan.AgendaItem) { item.Stop = stop })
	})
}

// with changes a copy of one item.
func with(items []*plan.AgendaItem, id string, change func(*plan.AgendaItem)) []*plan.AgendaItem {
	out := slices.Clone(items)
	for i, item := range out {
		if item.ID == id {
			fresh := *item
			change(&fresh)
			out[i] = &fresh
		}
	}
	return out
}

// duplicate adds a copy behind an item.
func (p *tab) duplicate(item *plan.AgendaItem) {
	if item == nil {
		return
	}
	id, shift := item.ID, p.shift.Checked()
	var copied *plan.AgendaItem
	visit := p.visit
	p.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		return apply(p.host.Desk, tx, visit, func(items []*plan.AgendaItem) []*plan.AgendaItem {
			items, copied = plan.Duplicate(items, id, shift)
			return items
		})
	}, func(err error) {
		if copied != nil {
			id = copied.ID
		}
		p.done(err, id)
	})
}

// remove moves the item of a row to the bin.
func (p *tab) remove(r row) {
	if r.item == nil {
		return
	}
	if p.drafting(r.item.ID) {
		p.draft.asked = false
		p.dropDraft()
		return
	}
	p.host.Delete(p.host.Say("programme.deleted", "Title", r.item.Title), r.item.ID)
}

// toggle turns a yes or no of an item.
func (p *tab) toggle(item *plan.AgendaItem, turn func(*plan.AgendaItem)) {
	id := item.ID
	p.edit(desk.Step{Why: "edit"}, id, func(items []*plan.AgendaItem) []*plan.AgendaItem {
		return with(items, id, turn)
	})
}

// skeleton fills an empty programme with a usual working session.
func (p *tab) skeleton(start civil.Clock) {
	if p.state == nil {
		return
	}
	visit, day := p.visit, p.state.firstDay(p.host.Today())
	first := ""
	p.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		view, _ := p.host.Desk.View(visit)
		items := plan.Skeleton(view, day, start)
		for _, item := range items {
			if err := tx.Put(item); err != nil {
				return err
			}
		}
		first = items[0].ID
		return nil
	}, func(err error) { p.done(err, first) })
}
