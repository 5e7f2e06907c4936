package desk_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
)

// A value that was fetched is the caller's to change, to its last list.
func TestFetchedValueSharesNothing(t *testing.T) {
	d := desktest.New(t)
	office := plan.Office{Name: "UBND xã Quảng Khê", RankTable: map[string]int{"chủ tịch": 1}}
	if err := d.SetUp(office, "Văn phòng"); err != nil {
		t.Fatal(err)
	}
	l := &plan.Locality{Versions: []plan.LocalityVersion{{Name: "Quảng Khê", Type: "xã"}}}
	put(t, d, l)
	a := &plan.AgendaItem{Visit: newVisit(t, d, "A").ID, Title: "Đón tiếp", Leads: []plan.Speaker{{Text: "Lãnh đạo xã"}}}
	put(t, d, a)
	for range 2 {
		o := d.Office()
		if o.RankTable["chủ tịch"] != 1 || len(o.RankTable) != 1 {
			t.Errorf("the office's ranks: %v", o.RankTable)
		}
		o.RankTable["chủ tịch"], o.RankTable["khác"] = 9, 2
		place, _ := desk.Get[*plan.Locality](d, l.ID)
		if place.Versions[0].Name != "Quảng Khê" {
			t.Errorf("the locality: %+v", place.Versions)
		}
		place.Versions[0].Name = "khác"
		item, _ := desk.Get[*plan.AgendaItem](d, a.ID)
		if item.Leads[0].Text != "Lãnh đạo xã" {
			t.Errorf("the agenda item: %+v", item.Leads)
		}
		item.Leads[0].Text = "khác"
	}
}
