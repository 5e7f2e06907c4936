package page

import (
	"slices"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
)

// named says in words which records a step was about, and of which visit: "Nội
// dung trao đổi “Đào tạo nghề”, chuyến “…”". It may be called on any goroutine.
func (h *Host) named(ids []string) string {
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	ids = slices.DeleteFunc(ids, func(id string) bool {
		_, ok := h.Desk.Record(id)
		return !ok
	})
	if len(ids) == 0 {
		return ""
	}
	item, _ := h.Desk.Record(ids[0])
	said := h.Words.Kind(plan.Kind(item.Kind))
	if name := tell.New(h.Desk, h.Words).Name(item.ID); name != "" && name != said {
		said = h.Say("shell.record", "Kind", said, "Name", name)
	}
	if v, ok := desk.Get[*plan.Visit](h.Desk, item.Visit); ok && item.Visit != item.ID && v.Title != "" {
		said = h.Say("shell.record_of_visit", "Record", said, "Visit", v.Title)
	}
	if more := len(ids) - 1; more > 0 {
		said = h.Say("shell.records_more", "Record", said, "Count", more)
	}
	return said
}
