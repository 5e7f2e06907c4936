package visit

import (
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// openStatuses shows the menu of the states below the chip.
func (b *header) openStatuses() {
	if !b.now.found {
		return
	}
	v := b.now.visit
	var items []*fyne.MenuItem
	for _, s := range plan.Statuses() {
		item := fyne.NewMenuItem(b.host.Words.Enum(plan.KindVisit, "status", string(s)), func() { b.choose(v, s) })
		item.Disabled = s == v.Status
		if s == plan.StatusCancelled {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		items = append(items, item)
	}
	kit.ShowMenu(b.status, below(b.status), items...)
}

// choose changes the state; to cancel asks for the reason first.
func (b *header) choose(v *plan.Visit, s plan.Status) {
	switch {
	case s == v.Status:
	case s == plan.StatusCancelled:
		askWhy(b.host, v)
	default:
		setStatus(b.host, v.ID, s, "")
	}
}

// setStatus writes the state, and the reason where one is given.
func setStatus(h *page.Host, visit string, s plan.Status, why string) {
	h.Change(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, ok := desk.Read[*plan.Visit](tx, visit)
		if !ok {
			return fault.New("fault.no_such_visit", "ID", visit)
		}
		v.Status = s
		if why != "" {
			v.CancelledBy = why
		}
		return tx.Put(v)
	}, nil)
}

// askWhy asks for the reason why a visit is cancelled.
func askWhy(h *page.Host, v *plan.Visit) {
	why := kit.NewTextArea(h.Kit, h.Words.Field(plan.KindVisit, "cancelled_because"), 3)
	why.SetValue(v.CancelledBy)
	var d *kit.Dialog
	d = kit.ShowDialog(h.Kit, h.Window, kit.Spec{
		Title:   h.Say("visit.cancel_title"),
		Content: kit.Form(kit.NewParagraph(kit.RoleBody, h.Say("visit.cancel_text")), why),
		Cancel:  kit.Action{Label: h.Say("visit.cancel_back")},
		Primary: kit.Action{Label: h.Say("visit.cancel_do"), Kind: kit.DangerPrimary, Do: func() bool {
			text := strings.TrimSpace(why.Text())
			if text == "" {
				why.SetError(h.Say("visit.cancel_missing"))
				d.Relayout()
				return false
			}
			setStatus(h, v.ID, plan.StatusCancelled, text)
			return true
		}},
		Focus: why.FocusTarget(),
	})
}
