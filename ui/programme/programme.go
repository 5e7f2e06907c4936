// Package programme is the tab Chương trình of a visit: its agenda items as a
// list, day by day, the form of the selected one beside it, and what should be
// looked at again. How items move and what clashes is decided in app/plan; the
// package must not know any other page.
package programme

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	kinds "nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// tab is the page. Everything in it is touched on the UI goroutine only.
type tab struct {
	host  *page.Host
	visit string

	grid     *kit.Grid[row]
	panel    *panel
	review   *review
	quick    *kit.TextField
	shift    *kit.CheckBox
	internal *kit.CheckBox
	note     fyne.CanvasObject
	add      *kit.Button
	// dayButton asks by how much a day is to be moved.
	dayButton *kit.Button
	side      *fyne.Container
	body      *fyne.Container
	root      fyne.CanvasObject

	state  *state // what is shown; nil before the first fetch
	draft  *draft // the item being typed that is not kept yet
	want   string // key of the row to select as soon as it is there
	cut    cutting
	last   string // the item that the last quick line made without an end
	cancel context.CancelFunc
}

// roomyScale is up to which text size the tools have words in a window of the
// least width; beyond it one of them is an icon.
const roomyScale = 1.25

// NewTab makes the tab. It shows the visit that Open names.
func NewTab(h *page.Host) page.Page {
	p := &tab{host: h, cancel: func() {}}
	p.shift = kit.NewCheckBox(h.Say("programme.shift"), nil)
	p.shift.SetTooltip(h.Say("programme.shift_tip"))
	p.shift.SetChecked(true)
	page.RememberTick(h, p.shift, "programme.shift", nil)
	p.internal = kit.NewCheckBox(h.Say("programme.show_internal"), nil)
	p.internal.SetChecked(true)
	page.RememberTick(h, p.internal, "programme.internal", func(bool) { p.refresh() })
	p.grid = p.newGrid()
	p.panel = newPanel(p)
	p.review = newReview(p)
	p.quick = p.newQuickLine()
	p.build()
	return p
}

func (p *tab) build() {
	h := p.host
	p.note = kit.PadSides(theme.PageMargin, theme.Gap0, theme.PageMargin, theme.Gap4,
		kit.HBox(theme.Gap8, kit.NewIconSized(icons.Info, theme.Text2, theme.IconSmall),
			kit.Grow(kit.NewTipText(kit.RoleCaption, h.Say("programme.illustrative")))))
	p.note.Hide()
	p.add = kit.NewIconButton(kit.Primary, icons.Plus, h.Say("programme.add"), p.addHere).WithTip(h.Say("programme.add_tip"))
	word := h.Say("programme.shift_day")
	if theme.Scale() > roomyScale {
		word = ""
	}
	p.dayButton = kit.NewIconButton(kit.Secondary, icons.Clock, word, p.shiftSelectedDay).WithTip(h.Say("programme.shift_day"))
	out := lists.OfVisit(h, func() string { return p.visit }, kinds.Programme, kinds.FieldVisits)
	out.SetText("") // there is no room for a word
	tools := kit.HBox(theme.Gap8, p.shift, p.internal, kit.Spacer(), out, p.dayButton, p.add)
	p.body = kit.VBox(theme.Gap0,
		kit.PadSides(theme.PageMargin, theme.Gap8, theme.PageMargin, theme.Gap8, tools), p.note,
		kit.Grow(kit.PadSides(theme.Gap8, theme.Gap0, theme.Gap8, theme.Gap0, p.grid)),
		kit.NewHairline(),
		kit.PadSides(theme.PageMargin, theme.Gap8, theme.PageMargin, theme.Gap12, p.quick))
	p.side = kit.VBox(theme.Gap0, kit.Grow(kit.SidePanelWithFoot(p.panel.root, p.review.root)))
	p.root = kit.On(theme.Paper, kit.HBoxFill(theme.Gap0, kit.Grow(p.body), p.side))
}

// Object is part of page.Page.
func (p *tab) Object() fyne.CanvasObject { return p.root }

// Open is part of page.Page. The record of the route is an agenda item.
func (p *tab) Open(r page.Route) {
	if r.Visit != "" && r.Visit != p.visit {
		p.visit, p.state, p.draft, p.cut, p.last = r.Visit, nil, nil, cutting{}, ""
		p.grid.Unselect()
	}
	if r.Record != "" {
		p.want = r.Record
	}
}

// Here is part of page.Located.
func (p *tab) Here() page.Route {
	r := page.Route{Page: page.PageVisit, Visit: p.visit, Tab: page.TabProgramme}
	if row, ok := p.grid.Selected(); ok && row.item != nil && p.draft == nil {
		r.Record = row.item.ID
	}
	return r
}

// Leave is part of page.Page.
func (p *tab) Leave() {
	p.panel.commit()
	p.dropDraft()
}

// Update is part of page.Page.
func (p *tab) Update() {
	p.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	visit := p.visit
	var s *state
	p.host.Kit.Run(ctx, func(context.Context) { s = fetch(p.host.Desk, visit) }, func() { p.show(s) })
}

// show puts what was fetched onto the screen. The selection stays, and so does
// what is being typed.
func (p *tab) show(s *state) {
	p.state = s
	if p.draft != nil && p.draft.kept {
		p.draft = nil
	}
	filled := len(s.items) > 0
	seen(p.note, s.view.Visit.TimesIllustrative && filled)
	seen(p.add, filled)
	seen(p.dayButton, filled)
	p.review.show(s)
	p.panel.options(s)
	p.refresh()
	p.body.Refresh()
}

// seen shows or hides a part of the page.
func seen(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// refresh makes the rows anew and brings the panel in line with the selection.
func (p *tab) refresh() {
	if p.state == nil {
		return
	}
	p.grid.SetRows(p.state.rows(p.internal.Checked(), p.draft))
	p.follow()
	p.showSelected()
}

// follow goes to the row that is wanted, once it is there.
func (p *tab) follow() {
	switch {
	case p.want == "":
	case p.want == page.RecordNew:
		p.want = ""
		p.addHere()
	case p.grid.Select(p.want):
		p.want = ""
	case p.state.item(p.want) != nil && !p.internal.Checked():
		p.internal.SetChecked(true)
		p.refresh()
	}
}

// showSelected puts the selected row into the panel.
func (p *tab) showSelected() {
	selected, ok := p.grid.Selected()
	switch {
	case !ok:
		p.panel.showNothing()
	case selected.item == nil:
		p.panel.showDay(selected)
	default:
		p.panel.showItem(selected.item, p.drafting(selected.item.ID))
	}
}

// current is the selected agenda item that is kept, nil if there is none.
func (p *tab) current() *plan.AgendaItem {
	selected, ok := p.grid.Selected()
	if !ok || selected.item == nil || p.drafting(selected.item.ID) {
		return nil
	}
	return selected.item
}

// goTo selects an agenda item, also one that the filter hides.
func (p *tab) goTo(id string) {
	p.want = id
	p.dropDraft()
	p.refresh()
	p.grid.Focus()
}

// rowAt finds the place of a row among those shown, -1 if it is not there.
func (p *tab) rowAt(key string) int {
	return slices.IndexFunc(p.grid.Rows(), func(r row) bool { return r.key() == key })
}
