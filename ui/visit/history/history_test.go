package history_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/visit/history"
)

// edit changes the sample visit a little, so that there is something to see.
func edit(t *testing.T, f *pagetest.Fixture) {
	t.Helper()
	change := func(fn func(*desk.Tx) error) {
		if err := f.Desk.Do(desk.Step{Why: "edit"}, fn); err != nil {
			t.Fatal(err)
		}
	}
	change(func(tx *desk.Tx) error {
		v, _ := desk.Read[*plan.Visit](tx, f.Visit)
		v.Title, v.Status = "Đoàn công tác huyện Thạch An làm việc tại huyện Đắk Glong", plan.StatusReported
		return tx.Put(v)
	})
	change(func(tx *desk.Tx) error {
		a := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)[0]
		a.When.Start, a.Pos = "13:15", "z"
		return tx.Put(a)
	})
	change(func(tx *desk.Tx) error {
		return tx.Delete(desk.Of[*plan.Topic](f.Desk, f.Visit)[0].ID)
	})
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "history", history.NewTab, func(f *pagetest.Fixture, p page.Page) {
		edit(t, f)
		p.Update()
	})
}
