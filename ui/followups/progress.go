package followups

import (
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// progress is the log of the task that is shown: one line a day, the newest
// first, and a field for today's.
type progress struct {
	host *page.Host
	form *form.Form
	list *fyne.Container
	add  *kit.TextField
	root *fyne.Container
}

func newProgress(h *page.Host, f *form.Form) *progress {
	p := &progress{host: h, form: f, list: kit.VBox(theme.Gap4)}
	p.add = kit.NewTextField(h.Kit, h.Say("followups.progress"))
	p.add.SetPlaceholder(h.Say("followups.progress_hint"))
	p.add.OnEnter = p.added
	p.root = kit.VBox(theme.Gap8, p.add, p.list)
	f.OnShow(p.show)
	return p
}

func (p *progress) object() fyne.CanvasObject { return p.root }

func (p *progress) show(r plan.Record) {
	p.list.Objects = nil
	if task, ok := r.(*plan.FollowUp); ok && task != nil {
		entries := desk.Of[*plan.ProgressEntry](p.host.Desk, task.Visit)
		for i := len(entries) - 1; i >= 0; i-- {
			if e := entries[i]; e.FollowUp == task.ID {
				p.list.Objects = append(p.list.Objects,
					kit.NewParagraph(kit.RoleCaption, vietnamese.FormatDate(e.On)+" · "+e.Text))
			}
		}
	}
	p.root.Refresh()
}

func (p *progress) added() {
	task, ok := p.form.Record().(*plan.FollowUp)
	text := strings.TrimSpace(p.add.Text())
	if !ok || text == "" {
		return
	}
	entry := &plan.ProgressEntry{Visit: task.Visit, FollowUp: task.ID, On: p.host.Today(), Text: text}
	p.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(entry) }, nil)
	p.add.SetValue("")
}
