// Package field is the tab Đi thực tế of a visit: its field stops, each with the
// production model that is seen there.
package field

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/records"
	"nhipcau/ui/theme"
)

// tab is the list on the paper of a page.
type tab struct {
	*records.List[*plan.FieldVisit]
	root fyne.CanvasObject
}

// Object implements page.Page.
func (t *tab) Object() fyne.CanvasObject { return t.root }

// NewTab makes the tab.
func NewTab(h *page.Host) page.Page {
	label := func(name string) string { return h.Words.Field(plan.KindFieldVisit, name) }
	list := records.New(h, records.Config[*plan.FieldVisit]{
		Kind: plan.KindFieldVisit, Ordered: true,
		Fetch: func(visit string) []*plan.FieldVisit { return desk.Of[*plan.FieldVisit](h.Desk, visit) },
		Make:  func(visit, words string) *plan.FieldVisit { return &plan.FieldVisit{Visit: visit, Title: words} },
		Columns: []kit.Column[*plan.FieldVisit]{
			{ID: "title", Title: label("title"), Grow: true, Width: 240, Text: func(r *plan.FieldVisit) string { return r.Title }},
			{ID: "place", Title: label("place"), Width: 200, Text: func(r *plan.FieldVisit) string { return r.Place }},
			{ID: "model", Title: label("model"), Width: 200, Text: func(r *plan.FieldVisit) string { return records.Label[*plan.Model](h)(r.Model) }},
			{ID: "travel", Title: label("travel_minutes"), Width: 176, Align: fyne.TextAlignTrailing, Text: func(r *plan.FieldVisit) string {
				if r.TravelTime == 0 {
					return ""
				}
				return vietnamese.FormatLength(r.TravelTime)
			}},
		},
		Form:  func(f *form.Form) fyne.CanvasObject { return fieldForm(h, f) },
		Empty: h.Say("field.empty"), Hint: h.Say("field.hint"),
	})
	return &tab{List: list, root: kit.On(theme.Paper, list.Object())}
}

func fieldForm(h *page.Host, f *form.Form) fyne.CanvasObject {
	models := func() []*plan.Model { return desk.All[*plan.Model](h.Desk) }
	search := records.Choices(models, func(m *plan.Model) string { return m.Place })
	return kit.Form(
		f.Text("title"), f.Text("place"),
		f.Pick("model", search, records.Label[*plan.Model](h)),
		f.Text("contact"), f.Area("access", 2),
		f.Integer("capacity"), f.Length("travel_minutes"), f.Area("wet_weather", 3),
	)
}
