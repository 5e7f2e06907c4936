package programme

import (
	"github.com/google/uuid"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// draft is an item that has no title yet and is therefore not kept. It stands
// in the list and in the panel as if it were; with its first title it becomes
// a record with the id that it has already.
type draft struct {
	item  *plan.AgendaItem
	after string // the item behind which it stands, "" for none
	asked bool   // it has a title, and keeping it is under way
	kept  bool   // it is a record now
}

// drafting says whether an id is that of an item that is not kept yet.
func (p *tab) drafting(id string) bool {
	return p.draft != nil && !p.draft.kept && p.draft.item.ID == id
}

// dropDraft forgets a draft that has no title.
func (p *tab) dropDraft() {
	if p.draft == nil || p.draft.asked {
		return
	}
	p.draft = nil
	if p.state != nil {
		p.refresh()
	}
}

// addHere adds an item behind the selected one; on the head of a day at the end
// of the day, with nothing selected at the end of the programme.
func (p *tab) addHere() {
	if p.state == nil {
		return
	}
	selected, ok := p.grid.Selected()
	switch {
	case !ok && len(p.state.items) > 0:
		p.begin(p.state.items[len(p.state.items)-1].ID, "")
	case !ok:
		p.addAtEnd(p.state.firstDay(p.host.Today()))
	case selected.item == nil:
		p.addAtEnd(selected.day)
	default:
		p.addAfter(selected.item.ID)
	}
}

// addAfter adds an item behind another one, which may be a draft with a title
// that is about to be kept.
func (p *tab) addAfter(id string) {
	if p.drafting(id) && !p.draft.asked {
		p.panel.title.Focus()
		return
	}
	p.begin(id, "")
}

// addAtEnd adds an item at the end of a day.
func (p *tab) addAtEnd(day civil.Date) { p.begin(p.state.lastOf(day), day) }

// begin starts a draft: behind an item, or on a day that has none.
func (p *tab) begin(after string, day civil.Date) {
	items := p.state.items
	if p.draft != nil && p.state.item(p.draft.item.ID) == nil {
		items = plan.Insert(items, p.draft.item, p.draft.after, false)
	}
	_, item := plan.AppendAfter(items, after, "", false)
	if after == "" || !item.When.Known() {
		item = p.firstItem(day)
	}
	item.ID = uuid.Must(uuid.NewV7()).String()
	p.draft = &draft{item: item, after: after}
	p.want = item.ID
	p.refresh()
	p.panel.title.Focus()
}

// firstItem is the first one of a day.
func (p *tab) firstItem(day civil.Date) *plan.AgendaItem {
	if day == "" {
		day = p.state.firstDay(p.host.Today())
	}
	item := p.sample(day)
	item.ItemKind = plan.ItemSession
	item.When.Start, item.When.Length = plan.DefaultStart, plan.DefaultLength
	return &item
}

// sample is what all new items of a day have in common.
func (p *tab) sample(day civil.Date) plan.AgendaItem {
	item := plan.AgendaItem{Visit: p.visit, When: plan.Slot{Day: day, Zone: plan.DefaultZone}}
	if stop := plan.StopOn(p.state.view, day); stop != nil {
		item.Stop = stop.ID
	}
	return item
}

// keep makes a record of the draft, or gives it its new title while it is on
// its way to become one.
func (p *tab) keep(d *draft, title, join string) {
	fresh, after, shift, visit := *d.item, d.after, p.shift.Checked(), p.visit
	fresh.Title, fresh.ItemKind = title, plan.KindOfTitle(title)
	item := fresh // the one that the writer keeps; the other stays on screen
	d.item, d.asked = &fresh, true
	p.host.Change(desk.Step{Why: "create", Join: join}, func(tx *desk.Tx) error {
		if old, ok := desk.Read[*plan.AgendaItem](tx, item.ID); ok {
			old.Title, old.ItemKind = item.Title, item.ItemKind
			return tx.Put(old)
		}
		return apply(p.host.Desk, tx, visit, func(items []*plan.AgendaItem) []*plan.AgendaItem {
			return plan.Insert(items, &item, after, shift)
		})
	}, func(err error) { p.settled(d, err) })
}

// settled goes on after a draft was kept, or returns to one that was refused.
// While it was under way the person may have begun the next one.
func (p *tab) settled(d *draft, err error) {
	d.kept = err == nil
	d.asked = d.kept
	if err != nil {
		p.draft, p.want = d, d.item.ID
		p.refresh()
	}
	if err != nil || p.draft == d {
		p.done(err, d.item.ID)
	}
}

// retimeDraft gives the draft another time.
func (p *tab) retimeDraft(change func(*plan.Slot)) {
	change(&p.draft.item.When)
	p.want = p.draft.item.ID
	p.refresh()
}
