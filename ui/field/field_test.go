package field_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/field"
	"nhipcau/ui/pagetest"
)

func TestFieldVisitIsFilled(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(field.NewTab(f.Host))
	f.Fill(f.Words.Field(plan.KindFieldVisit, "travel_minutes"), "1h30")
	f.Fill(f.Words.Field(plan.KindFieldVisit, "wet_weather"), "Trao đổi tại trụ sở xã")
	got := desk.Of[*plan.FieldVisit](f.Desk, f.Visit)
	if len(got) != 1 || got[0].TravelTime != 90 || got[0].WetFallback != "Trao đổi tại trụ sở xã" {
		t.Errorf("field visits: %+v", got)
	}
}

func TestModelIsPickedByItsName(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(field.NewTab(f.Host))
	m := &plan.Model{Name: "Nuôi cá lồng"}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(m) }); err != nil {
		t.Fatal(err)
	}
	f.Fill(f.Words.Field(plan.KindFieldVisit, "model"), "Nuôi cá lồng")
	if got := desk.Of[*plan.FieldVisit](f.Desk, f.Visit)[0]; got.Model != m.ID {
		t.Errorf("model = %q, want %q", got.Model, m.ID)
	}
}

func TestLooks(t *testing.T) { pagetest.Looks(t, "field", field.NewTab, nil) }
