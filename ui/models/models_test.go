package models_test

import (
	"os"
	"path/filepath"
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

// What is dropped on the page is attached to the model that is selected.
func TestFilesAreDroppedOnAModel(t *testing.T) {
	f := pagetest.New(t)
	p := models.New(f.Host)
	f.Show(p, page.Route{Page: page.PageModels})
	path := filepath.Join(t.TempDir(), "Ảnh.jpg")
	if err := os.WriteFile(path, []byte("\xff\xd8\xff"), 0o600); err != nil {
		t.Fatal(err)
	}
	if !p.(page.Receiver).Receive([]string{path, path}) {
		t.Fatal("the page does not take it")
	}
	all := desk.All[*plan.Attachment](f.Desk)
	if len(all) != 2 || all[0].Of != desk.All[*plan.Model](f.Desk)[0].ID || all[0].Visit != "" {
		t.Errorf("attached are %+v", all)
	}
	f.Shot("models-files")
}

func TestLooks(t *testing.T) { pagetest.Looks(t, "models", models.New, nil) }
