package logistics_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/logistics"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestVehicleIsAddedWithItsSeats(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(logistics.NewTab(f.Host))
	f.Field("").Focus()
	f.Type("Xe số 1")
	f.Key(fyne.KeyReturn)
	f.Fill(f.Words.Field(plan.KindVehicle, "seats"), "29")
	if got := desk.Of[*plan.Vehicle](f.Desk, f.Visit); len(got) != 1 || got[0].Name != "Xe số 1" || got[0].Seats != 29 {
		t.Errorf("vehicles: %+v", got)
	}
}

func TestGiftGetsItsValue(t *testing.T) {
	f := pagetest.New(t)
	gift := desk.Of[*plan.Gift](f.Desk, f.Visit)[0]
	f.Show(logistics.NewTab(f.Host), page.Route{Visit: f.Visit, Record: gift.ID})
	f.Fill(f.Words.Field(plan.KindGift, "value"), "500.000")
	if got := desk.Of[*plan.Gift](f.Desk, f.Visit)[0]; got.Value != 500_000 {
		t.Errorf("value = %d", got.Value)
	}
}

func TestLooks(t *testing.T) { pagetest.Looks(t, "logistics", logistics.NewTab, nil) }
