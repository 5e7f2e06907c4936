package models_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/models"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestAddAndFillAModel(t *testing.T) {
	f := pagetest.New(t)
	f.Show(models.New(f.Host), page.Route{Page: page.PageModels})
	f.Field("").Focus()
	f.Type("Nuôi cá lồng")
	f.Key(fyne.KeyReturn)
	f.Fill(f.Words.Field(plan.KindModel, "total_cost"), "120.000.000")
	for _, m := range desk.All[*plan.Model](f.Desk) {
		if m.Name == "Nuôi cá lồng" {
			if m.TotalCost != 120_000_000 {
				t.Errorf("total cost = %d", m.TotalCost)
			}
			return
		}
	}
	t.Error("the model was not made")
}

func TestLooks(t *testing.T) { pagetest.Looks(t, "models", models.New, nil) }
