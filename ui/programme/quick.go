package programme

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
)

// newQuickLine makes the field in which an item is typed in one go; Enter adds
// it and stays for the next.
func (p *tab) newQuickLine() *kit.TextField {
	f := kit.NewTextField(p.host.Kit, "")
	f.SetPlaceholder(p.host.Say("programme.quick"))
	f.OnEnter = p.addQuick
	f.OnPasteRows = func(text string) bool {
		p.addLines(text)
		return true
	}
	return f
}

// addQuick adds what stands in the quick line. What could not be kept stands
// there again.
func (p *tab) addQuick() {
	text := p.quick.Text()
	if p.state == nil || strings.TrimSpace(text) == "" {
		return
	}
	q, err := plan.ParseQuick(text)
	if err != nil {
		p.quick.SetError(p.quickError(err))
		return
	}
	p.quick.SetError("")
	p.quick.SetValue("")
	p.dropDraft()
	at, shift, visit := p.quickPlace(), p.shift.Checked(), p.visit
	var item *plan.AgendaItem
	p.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		return apply(p.host.Desk, tx, visit, func(items []*plan.AgendaItem) []*plan.AgendaItem {
			items, item = plan.AddQuick(items, q, at, shift)
			return items
		})
	}, func(err error) {
		if err != nil {
			p.quick.Commit() // of what was typed since
			p.quick.SetValue(text + p.quick.Text())
			p.done(err, "")
			return
		}
		p.done(nil, item.ID)
		if q.Length == 0 {
			p.last = item.ID
		}
	})
}

// quickError words why a line was not understood.
func (p *tab) quickError(err error) string {
	switch {
	case errors.Is(err, plan.ErrQuickTime):
		return p.host.Say("form.bad_time")
	case errors.Is(err, plan.ErrQuickEnd):
		return p.host.Say("programme.end_before_start")
	}
	return p.host.Say("programme.quick_no_title")
}

// quickPlace is where a quick line goes: to the day of the selected row, behind
// that row or at the end of the day.
func (p *tab) quickPlace() plan.QuickPlace {
	at := plan.QuickPlace{Trim: p.last}
	selected, ok := p.grid.Selected()
	switch {
	case ok && selected.item != nil:
		at.After, at.Day = selected.item.ID, dayOf(selected.item)
	case ok:
		at.Day = selected.day
		at.After = p.state.lastOf(selected.day)
	case len(p.state.items) > 0:
		last := p.state.items[len(p.state.items)-1]
		at.After, at.Day = last.ID, dayOf(last)
	}
	if at.Day == "" {
		at.Day = p.state.firstDay(p.host.Today())
	}
	at.Sample = p.sample(at.Day)
	if before := p.state.item(at.After); before != nil {
		at.Sample.Stop, at.Sample.Place = before.Stop, before.Place
	}
	return at
}

// cutting is an item that Ctrl+X took up, and the text by which Ctrl+V knows
// that nothing else was copied since.
type cutting struct{ id, text string }

// cutRow takes an item up; it stays where it is until it is put elsewhere.
func (p *tab) cutRow(r row) {
	if r.item == nil || p.drafting(r.item.ID) || !p.movable(r.item) {
		return
	}
	p.cut = cutting{r.item.ID, p.timeText(r) + "\t" + r.item.Title}
	fyne.CurrentApp().Clipboard().SetContent(p.cut.text)
	p.host.Toast(p.host.Say("programme.cut", "Title", r.item.Title), "", nil)
}

// paste puts the item that was cut behind the selected row, or adds the lines of
// a text that comes from elsewhere.
func (p *tab) paste(text string) {
	if p.cut.id == "" || text != p.cut.text {
		p.addLines(text)
		return
	}
	item := p.state.item(p.cut.id)
	at := -1
	if selected, ok := p.grid.Selected(); ok {
		at = p.rowAt(selected.key())
	}
	if item == nil || at < 0 {
		return
	}
	p.cut = cutting{}
	rows := p.grid.Rows()
	if rows[at].item == nil && p.state.lastOf(rows[at].day) == "" {
		p.toDay(item, rows[at].day)
		return
	}
	p.placeBetween(item, rows, at)
}

// mostLines is how many lines are pasted at once: more is no programme.
const mostLines = 200

// addLines adds each line of a pasted text that reads like one of a programme.
func (p *tab) addLines(text string) {
	if p.state == nil {
		return
	}
	var lines []plan.Quick
	skipped := 0
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		q, err := plan.ParseQuick(line)
		if err != nil || len(lines) == mostLines {
			skipped++
			continue
		}
		lines = append(lines, q)
	}
	if len(lines) == 0 {
		p.host.Toast(p.host.Say("programme.paste_nothing"), "", nil)
		return
	}
	at, shift, visit := p.quickPlace(), p.shift.Checked(), p.visit
	at.Trim = ""
	var added []*plan.AgendaItem
	p.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		return apply(p.host.Desk, tx, visit, func(items []*plan.AgendaItem) []*plan.AgendaItem {
			items, added = plan.AddLines(items, lines, at, shift)
			return items
		})
	}, func(err error) { p.pasted(err, added, skipped) })
}

// pasted says how many lines were added, and offers to take that back.
func (p *tab) pasted(err error, added []*plan.AgendaItem, skipped int) {
	if err != nil || len(added) == 0 {
		p.done(err, "")
		return
	}
	p.done(nil, added[len(added)-1].ID)
	sentence := p.host.Say("programme.pasted", "Count", len(added))
	if skipped > 0 {
		sentence = p.host.Say("programme.pasted_skipped", "Count", len(added), "Skipped", skipped)
	}
	p.host.ToastUndo(sentence)
}
