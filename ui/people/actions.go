package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
)

// addTyped adds who was typed or picked in the last line of a list.
func (p *tab) addTyped(side plan.Side, c kit.Choice) {
	text := strings.TrimSpace(c.Title)
	if text == "" {
		return
	}
	e := plan.ParseEntry(text)
	if c.ID != "" {
		e = plan.Entry{Person: c.ID, Name: c.Title}
	}
	p.add(side, []plan.Entry{e}, p.sides[side].tick.Checked())
}

// add adds people in one step. Somebody who is there already is added all the
// same, and told of.
func (p *tab) add(side plan.Side, entries []plan.Entry, directory bool) {
	twice := p.already(side, entries)
	var ids []string
	p.host.Job(func() (err error) {
		ids, err = p.host.Desk.AddAttendees(p.visit, side, entries, directory)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			tellFailure(p.host, err)
		case len(ids) > 1:
			p.want = ids[0]
			p.host.ToastUndo(p.host.Say("people.added", "Count", len(ids)))
		case len(ids) == 1:
			p.want = ids[0]
			if len(twice) > 0 {
				p.host.ToastUndo(p.host.Say("people.twice", "Name", twice[0]))
			}
		}
	})
}

// already gives the names that stand on a side already.
func (p *tab) already(side plan.Side, entries []plan.Entry) []string {
	there := map[string]bool{}
	for _, r := range p.state.sides[side].rows {
		there[vietnamese.ToneKey(r.attendee.Name)] = true
	}
	var out []string
	for _, e := range entries {
		if there[vietnamese.ToneKey(e.Name)] {
			out = append(out, e.Name)
		}
	}
	return out
}

// move moves an attendee by so many places, counted when it is his turn, so
// that keys pressed quickly one after the other add up.
func (p *tab) move(r row, delta int) {
	id, side := r.attendee.ID, r.attendee.Side
	p.host.Job(func() error {
		placed := p.host.Desk.Delegation(p.visit, side)
		for i, one := range placed {
			if to := i + delta; one.Attendee.ID == id && to >= 0 && to < len(placed) {
				return p.host.Desk.MoveAttendee(p.visit, side, i, to)
			}
		}
		return nil
	}, nil)
}

func (p *tab) suggestOrder(side plan.Side) {
	p.host.Job(func() error { return p.host.Desk.SuggestOrder(p.visit, side) }, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.ToastUndo(p.host.Say("people.suggested"))
	})
}

func (p *tab) delete(r row) {
	p.host.Delete(p.host.Say("people.deleted", "Name", r.attendee.Name), r.attendee.ID)
}

// duplicate adds somebody of the same posts behind an attendee, to be named.
func (p *tab) duplicate(r row) {
	id := ""
	p.host.Job(func() (err error) {
		id, err = p.host.Desk.DuplicateAttendee(r.attendee.ID)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.want, p.rename = id, true
		p.openPanel(true)
	})
}

func (p *tab) switchSide(r row) {
	p.host.Job(func() error { return p.host.Desk.SwitchSide(r.attendee.ID) }, nil)
}

func (p *tab) setHead(r row) {
	p.host.Job(func() error { return p.host.Desk.SetHead(r.attendee.ID) }, nil)
}

// turnAttendance goes on from no answer to confirmed, to declined, and back.
func (p *tab) turnAttendance(r row) {
	next := map[plan.Attendance]plan.Attendance{"": plan.Confirmed, plan.Confirmed: plan.Declined, plan.Declined: ""}
	p.setAttendance(r, next[r.attendee.Attendance])
}

func (p *tab) setAttendance(r row, to plan.Attendance) {
	id := r.attendee.ID
	p.host.Change(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		a, ok := desk.Read[*plan.Attendee](tx, id)
		if !ok {
			return nil
		}
		a.Attendance = to
		return tx.Put(a)
	}, nil)
}

// menu is what can be done with a row.
func (p *tab) menu(r row) []*fyne.MenuItem {
	say, line := p.host.Say, fyne.NewMenuItemSeparator()
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(say("people.menu_edit"), func() { p.edit(r) }),
		fyne.NewMenuItem(say("people.menu_duplicate"), func() { p.duplicate(r) }),
		line,
	}
	for _, a := range []plan.Attendance{plan.Confirmed, "", plan.Declined} {
		items = append(items, fyne.NewMenuItem(say("people.menu_"+attendanceKey(a)), func() { p.setAttendance(r, a) }))
	}
	items = append(items, line)
	if !r.attendee.IsHead() && !r.attendee.Group {
		items = append(items, fyne.NewMenuItem(say("people.menu_head_"+string(r.attendee.Side)), func() { p.setHead(r) }))
	}
	if !r.attendee.Group && r.attendee.Attendance != plan.Declined {
		items = append(items, fyne.NewMenuItem(say("people.calendar"), func() { lists.Calendar(p.host, p.visit, r.attendee.ID) }))
	}
	return append(items,
		fyne.NewMenuItem(say("people.switch_"+string(r.attendee.Side)), func() { p.switchSide(r) }),
		fyne.NewMenuItem(say("people.delete"), func() { p.delete(r) }),
		fyne.NewMenuItem(say("people.shred"), func() { askShred(p.host, r.attendee.ID) }))
}
