package exchange

import (
	"encoding/json"
	"testing"

	"nhipcau/app/plan"
	"nhipcau/ui/pagetest"
)

func TestValuesAreSaidInWords(t *testing.T) {
	f := pagetest.New(t)
	place := f.Desk.FindLocalities("huyện Thạch An, tỉnh Cao Bằng", pagetest.Today, 1)[0]
	const unknown, coming = "0196a7c2-0000-7000-8000-000000000001", "0196a7c2-0000-7000-8000-000000000002"
	w := wording{f.Host, map[string]string{coming: "Đại biểu 01"}}
	for _, tt := range []struct {
		kind             plan.Kind
		field, raw, want string
	}{
		{plan.KindVisit, "title", `"Học tập"`, "Học tập"},
		{plan.KindVisit, "title", `null`, ""},
		{plan.KindVisit, "title", ``, ""},
		{plan.KindVisit, "status", `"held"`, "Đã diễn ra"},
		{plan.KindVisit, "when", `{"from":"2024-06-10","to":"2024-06-10"}`, "10/06/2024"},
		{plan.KindVisit, "when", `{}`, ""},
		{plan.KindVisit, "guest", `"` + place.ID + `"`, "huyện Thạch An"},
		{plan.KindVisit, "hosts", `["` + place.ID + `","` + unknown + `"]`, "huyện Thạch An, bản ghi không có trong gói"},
		{plan.KindVisit, "no_field_visit", `true`, "có"},
		{plan.KindVisit, "no_field_visit", `false`, "không"},
		{plan.KindVisit, "programme", `"no-such-code"`, "no-such-code"},
		{plan.KindAttendee, "person", `"` + coming + `"`, "Đại biểu 01"},
		{plan.KindAttendee, "posts", `["Phó Chủ tịch","Trưởng phòng"]`, "Phó Chủ tịch, Trưởng phòng"},
		{plan.KindAttendee, "pos", `"a0V"`, "vị trí trong danh sách"},
		{plan.KindAttendee, "count", `1200`, "1.200"},
		{plan.KindAgendaItem, "when", `{"day":"2024-06-10","start":"08:00","length":30,"zone":"Asia/Ho_Chi_Minh"}`, "10/06/2024, 08:00, 30 phút"},
		{plan.KindAgendaItem, "leads", `[{"attendee":"` + coming + `"},{"text":"Văn phòng"}]`, "Đại biểu 01; Văn phòng"},
		{plan.KindIndicator, "value", `"46.66"`, "46,66"},
		{plan.KindIndicator, "year", `2023`, "2023"},
		{"newer", "thing", `{"b":[1,{"c":"x"}],"a":true}`, "a: có, b: 1; x"},
		{plan.KindVisit, "newer", `"2024-06-10"`, "2024-06-10"},
	} {
		if got := w.value(tt.kind, tt.field, json.RawMessage(tt.raw)); got != tt.want {
			t.Errorf("%s.%s %s: %q, want %q", tt.kind, tt.field, tt.raw, got, tt.want)
		}
	}
}

func FuzzValue(f *testing.F) {
	f.Add("visit", "when", `{"from":"2024-06-10"}`)
	f.Add("agenda_item", "when", `{"day":7,"length":"x"}`)
	f.Add("locality", "versions", `[{"name":[{}]},null,3]`)
	fixture := pagetest.New(f)
	w := wording{fixture.Host, nil}
	f.Fuzz(func(_ *testing.T, kind, field, raw string) {
		w.value(plan.Kind(kind), field, json.RawMessage(raw)) // whatever a partner sends, the page stands
	})
}
