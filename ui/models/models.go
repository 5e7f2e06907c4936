// Package models is the page Mô hình: the sheets of production models, made
// once and reused by visits (domain notes §5.5).
package models

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	kinds "nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/records"
	"nhipcau/ui/theme"
)

// models is the page; its list does the work.
type models struct {
	*records.List[*plan.Model]
	root fyne.CanvasObject
}

// New makes the page.
func New(h *page.Host) page.Page {
	field := func(name string) string { return h.Words.Field(plan.KindModel, name) }
	today := func() civil.Date { return h.Today() }
	list := records.New(h, records.Config[*plan.Model]{
		Kind:  plan.KindModel,
		Fetch: func(string) []*plan.Model { return desk.All[*plan.Model](h.Desk) },
		Make:  func(_, words string) *plan.Model { return &plan.Model{Name: words} },
		Columns: []kit.Column[*plan.Model]{
			{ID: "name", Title: field("name"), Grow: true, Width: 240, Text: func(r *plan.Model) string { return r.Name }},
			{ID: "place", Title: field("place"), Width: 200, Text: func(r *plan.Model) string { return r.Place }},
			{ID: "holder", Title: field("holder"), Width: 160, Text: func(r *plan.Model) string { return r.Holder }},
			{ID: "scale", Title: field("scale"), Width: 140, Text: func(r *plan.Model) string { return r.Scale }},
		},
		Form: func(f *form.Form) fyne.CanvasObject {
			kinds := []string{"household", "group", "cooperative", "enterprise", "other"}
			return kit.Form(
				f.Text("name"), f.Text("place"), f.Locality("locality", today), f.Text("holder"),
				f.Select("holder_kind", kinds, h.Say("records.none")),
				kit.FormRow(f.Text("scale"), f.Text("since")), f.Text("funding"),
				kit.FormRow(f.Integer("total_cost"), f.Integer("support_per_household")),
				kit.FormRow(f.Integer("cycle_cost"), f.Integer("net_income")),
				kit.FormRow(f.Text("yield"), f.Text("price")),
				kit.FormRow(f.Integer("households"), f.Integer("households_out_of_poverty")),
				f.Text("market"), f.Area("difficulties", 3), f.Area("conditions", 3),
				kit.FormRow(f.Text("introducer"), f.Text("phone")),
				f.Integer("group_capacity"), f.Text("access"), f.Text("safety"),
			)
		},
		Empty: h.Say("models.empty"), Hint: h.Say("models.hint"),
	})
	head := kit.PadSides(theme.PageMargin, theme.Gap16, theme.PageMargin, theme.Gap0, kit.PageHead(h.Words.Kinds(plan.KindModel), nil, lists.Office(h, kinds.Models)))
	return &models{List: list, root: kit.On(theme.Paper, kit.VBox(theme.Gap0, head, kit.Grow(list.Object())))}
}

// Object implements page.Page: the list with the head of the page above it.
func (m *models) Object() fyne.CanvasObject { return m.root }
