// Package logistics is the tab Hậu cần of a visit: vehicles, lodging and gifts,
// all of them internal to the office.
package logistics

import (
	"strconv"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	kinds "nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/records"
)

// NewTab makes the tab.
func NewTab(h *page.Host) page.Page {
	tool := func(visit func() string) fyne.CanvasObject { return lists.OfVisit(h, visit, kinds.Vehicles) }
	return records.PartsWith(tool,
		records.Part{Word: h.Words.Kinds(plan.KindVehicle), Page: newVehicles(h)},
		records.Part{Word: h.Words.Kinds(plan.KindLodging), Page: newLodgings(h)},
		records.Part{Word: h.Words.Kinds(plan.KindGift), Page: newGifts(h)},
	)
}

func sides(h *page.Host, f *form.Form) fyne.CanvasObject {
	return f.Select("side", []string{string(plan.Guest), string(plan.Host)}, h.Say("records.none"))
}

func newVehicles(h *page.Host) page.Page {
	field := func(name string) string { return h.Words.Field(plan.KindVehicle, name) }
	return records.New(h, records.Config[*plan.Vehicle]{
		Kind: plan.KindVehicle, Ordered: true,
		Fetch: func(visit string) []*plan.Vehicle { return desk.Of[*plan.Vehicle](h.Desk, visit) },
		Make:  func(visit, words string) *plan.Vehicle { return &plan.Vehicle{Visit: visit, Name: words} },
		Columns: []kit.Column[*plan.Vehicle]{
			{ID: "name", Title: field("name"), Grow: true, Width: 160, Text: func(r *plan.Vehicle) string { return r.Name }},
			{ID: "plate", Title: field("plate"), Width: 120, Text: func(r *plan.Vehicle) string { return r.Plate }},
			{ID: "seats", Title: field("seats"), Width: 160, Align: fyne.TextAlignTrailing, Text: func(r *plan.Vehicle) string { return taken(h, r) }},
			{ID: "driver", Title: field("driver"), Width: 160, Text: func(r *plan.Vehicle) string { return r.Driver }},
		},
		Form: func(f *form.Form) fyne.CanvasObject {
			return kit.Form(f.Text("name"), kit.FormRow(f.Text("plate"), f.Integer("seats")),
				f.Text("driver"), f.Text("phone"), sides(h, f), f.Area("note", 3))
		},
		Empty: h.Say("logistics.vehicles_empty"), Hint: h.Say("logistics.vehicles_hint"),
	})
}

// taken says how many of the seats have a name: "5/16".
func taken(h *page.Host, r *plan.Vehicle) string {
	n := 0
	for _, a := range desk.Of[*plan.Attendee](h.Desk, r.Visit) {
		if a.Vehicle == r.ID {
			n += a.Size()
		}
	}
	if r.Seats == 0 {
		return ""
	}
	return strconv.Itoa(n) + "/" + strconv.Itoa(r.Seats)
}

func newLodgings(h *page.Host) page.Page {
	field := func(name string) string { return h.Words.Field(plan.KindLodging, name) }
	return records.New(h, records.Config[*plan.Lodging]{
		Kind: plan.KindLodging, Ordered: true,
		Fetch: func(visit string) []*plan.Lodging { return desk.Of[*plan.Lodging](h.Desk, visit) },
		Make:  func(visit, words string) *plan.Lodging { return &plan.Lodging{Visit: visit, Name: words} },
		Columns: []kit.Column[*plan.Lodging]{
			{ID: "name", Title: field("name"), Grow: true, Width: 220, Text: func(r *plan.Lodging) string { return r.Name }},
			{ID: "when", Title: field("when"), Width: 180, Text: func(r *plan.Lodging) string { return vietnamese.DateRange(r.When.From, r.When.To) }},
			{ID: "rooms", Title: field("rooms"), Width: 90, Align: fyne.TextAlignTrailing, Text: func(r *plan.Lodging) string { return count(r.Rooms) }},
		},
		Form: func(f *form.Form) fyne.CanvasObject {
			return kit.Form(f.Text("name"), f.Text("address"),
				kit.FormRow(f.Date("when.from"), f.Date("when.to")), f.Integer("rooms"), f.Area("note", 3))
		},
		Empty: h.Say("logistics.lodgings_empty"), Hint: h.Say("logistics.lodgings_hint"),
	})
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return vietnamese.FormatInteger(int64(n))
}

func newGifts(h *page.Host) page.Page {
	field := func(name string) string { return h.Words.Field(plan.KindGift, name) }
	return records.New(h, records.Config[*plan.Gift]{
		Kind:  plan.KindGift,
		Fetch: func(visit string) []*plan.Gift { return desk.Of[*plan.Gift](h.Desk, visit) },
		Make: func(visit, words string) *plan.Gift {
			return &plan.Gift{Visit: visit, Item: words, Quantity: 1, Direction: "given"}
		},
		Columns: []kit.Column[*plan.Gift]{
			{ID: "item", Title: field("item"), Grow: true, Width: 180, Text: func(r *plan.Gift) string { return r.Item }},
			{ID: "from", Title: field("from"), Width: 170, Text: func(r *plan.Gift) string { return r.From }},
			{ID: "to", Title: field("to"), Width: 150, Text: func(r *plan.Gift) string { return r.To }},
			{ID: "quantity", Title: field("quantity"), Width: 80, Align: fyne.TextAlignTrailing, Text: func(r *plan.Gift) string { return count(r.Quantity) }},
			{ID: "handed", Title: field("handed_over"), Width: 100, Text: func(r *plan.Gift) string {
				if r.HandedOver {
					return "✓"
				}
				return ""
			}},
		},
		Form:  func(f *form.Form) fyne.CanvasObject { return giftForm(h, f) },
		Empty: h.Say("logistics.gifts_empty"), Hint: h.Say("logistics.gifts_hint"),
	})
}

func giftForm(h *page.Host, f *form.Form) fyne.CanvasObject {
	start := func(item *plan.AgendaItem) string { return vietnamese.FormatClock(item.When.Start) }
	return kit.Form(
		f.Text("item"), f.Select("direction", []string{"given", "received"}, ""), f.Text("from"), f.Text("to"),
		kit.FormRow(f.Integer("quantity"), f.Integer("value")), f.Text("funding"),
		f.Pick("agenda_item", records.Siblings(h, f, start), records.Label[*plan.AgendaItem](h)), f.Check("handed_over"), f.Area("note", 2),
	)
}
