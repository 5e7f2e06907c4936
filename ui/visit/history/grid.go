package history

import (
	"errors"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/tell"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

func newGrid(p *history) *kit.Grid[line] {
	g := kit.NewGrid(p.host.Kit, func(l line) string { return l.key }, columns(p.host)...)
	g.SetRowHeight(theme.RowTwoLines)
	page.Remember(p.host, g, "history", page.Sorting{})
	g.OnSelect = func(line) { p.enable() }
	g.OnActivate = p.openDetails
	g.OnMenu = p.menu
	return g
}

func columns(h *page.Host) []kit.Column[line] {
	return []kit.Column[line]{
		{
			ID: "when", Title: h.Say("history.when"), Width: 136, MinWidth: 126,
			Text: func(l line) string { return ifFirst(l, tell.Moment(l.at)) },
			Sub:  func(l line) string { return ifFirst(l, l.author) },
		},
		{
			ID: "what", Title: h.Say("history.what"), Width: 220, MinWidth: 120, Grow: true,
			Text:  func(l line) string { return l.record },
			Sub:   func(l line) string { return h.Words.Kind(l.kind) },
			Style: func(line) kit.CellStyle { return kit.CellStyle{Bold: true} },
		},
		{
			ID: "field", Title: h.Say("history.field"), Width: 150, MinWidth: 80,
			Text: func(l line) string { return l.label },
			Sub: func(l line) string {
				if l.field == "" {
					return ""
				}
				return l.why
			},
		},
		valueColumn(h, "before", func(l line) string { return l.before }, theme.Text2),
		valueColumn(h, "after", func(l line) string { return l.after }, theme.Text),
		{
			ID: "source", Title: h.Say("history.source"), Width: 150, MinWidth: 60,
			Text:  func(l line) string { return ifFirst(l, orHere(h, l.source)) },
			Style: func(line) kit.CellStyle { return kit.CellStyle{Color: theme.Text2} },
		},
	}
}

func valueColumn(h *page.Host, id string, value func(line) string, color fyne.ThemeColorName) kit.Column[line] {
	return kit.Column[line]{
		ID: id, Title: h.Say("history." + id), Width: 200, MinWidth: 100, Grow: true,
		Text: func(l line) string { return orNothing(h, l, value(l)) },
		Style: func(l line) kit.CellStyle {
			if value(l) == "" {
				return kit.CellStyle{Color: theme.Text3}
			}
			return kit.CellStyle{Color: color}
		},
	}
}

func ifFirst(l line, text string) string {
	if !l.first {
		return ""
	}
	return text
}

func orHere(h *page.Host, source string) string {
	if source == "" {
		return h.Say("history.here")
	}
	return source
}

// orNothing says that a field was or is empty; a record that came or went has
// no value.
func orNothing(h *page.Host, l line, text string) string {
	if text == "" && l.field != "" && l.field != fieldPos {
		return h.Say("history.nothing")
	}
	return text
}

func (p *history) menu(l line) []*fyne.MenuItem {
	say := p.host.Say
	items := []*fyne.MenuItem{fyne.NewMenuItem(say("history.details"), func() { p.openDetails(l) })}
	if p.leads(l) {
		items = append(items, fyne.NewMenuItem(say("history.go"), func() { p.goTo(l) }))
	}
	if l.canBringBack() {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(say("history.back"), func() { p.bringBack(l) }))
	}
	return items
}

// leads says whether the record of a line can be gone to.
func (p *history) leads(l line) bool {
	item, ok := p.host.Desk.Record(l.id)
	return ok && !item.Trashed
}

func (p *history) goTo(l line) { p.host.Go(page.RouteOf(l.kind, l.id, p.id)) }

func (p *history) bringSelectedBack() {
	if l, ok := p.grid.Selected(); ok && l.canBringBack() {
		p.bringBack(l)
	}
}

// bringBack writes the earlier value again; that is a change like any other,
// and can be taken back.
func (p *history) bringBack(l line) {
	h := p.host
	h.Job(func() error { return h.Desk.SetField(l.id, l.field, l.old) }, func(err error) {
		var invalid *desk.Invalid
		switch {
		case errors.As(err, &invalid):
			h.Toast(h.Words.Issue(invalid.Issues[0]), "", nil)
		case err != nil:
			h.Fail(err)
		default:
			h.ToastUndo(h.Say("history.backed", "Field", l.label, "Value", orNothing(h, l, l.before)))
		}
	})
}

// openDetails shows a line in full, for values that are too long for the list.
func (p *history) openDetails(l line) {
	h := p.host
	rows := []fyne.CanvasObject{
		kit.NewParagraph(kit.RoleStrong, l.record),
		kit.NewParagraph(kit.RoleCaption, h.Words.Kind(l.kind)+" · "+l.why+" · "+tell.Moment(l.at)+" · "+l.author+" · "+orHere(h, l.source)),
	}
	if l.field != "" {
		rows = append(rows, kit.NewHairline(), kit.NewText(kit.RoleCaption, l.label),
			kit.FormRow(
				kit.VBox(theme.Gap2, kit.NewText(kit.RoleCaption, h.Say("history.before")), kit.NewParagraph(kit.RoleBody, orNothing(h, l, l.before))),
				kit.VBox(theme.Gap2, kit.NewText(kit.RoleCaption, h.Say("history.after")), kit.NewParagraph(kit.RoleBody, orNothing(h, l, l.after)))))
	}
	spec := kit.Spec{
		Title: h.Say("history.details"), Content: kit.Form(rows...), Width: theme.DialogForm,
		Cancel: kit.Action{Label: h.Say("history.close")},
	}
	if p.leads(l) {
		spec.Others = []kit.Action{{Label: h.Say("history.go"), Do: func() bool {
			p.goTo(l)
			return true
		}}}
	}
	if l.canBringBack() {
		spec.Primary = kit.Action{Label: h.Say("history.back"), Do: func() bool {
			p.bringBack(l)
			return true
		}}
	}
	kit.ShowDialog(h.Kit, h.Window, spec)
}
