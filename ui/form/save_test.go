package form_test

import (
	"errors"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/ui/form"
	"nhipcau/ui/pagetest"
)

// What the disk did not take is written by the next try, and a value that was
// kept is no conflict with the one that follows it.
func TestFailedSaveIsWrittenByTheNextTry(t *testing.T) {
	f := pagetest.New(t)
	f.ExpectFailure = true
	store := desktest.NewStore()
	f.Desk = desktest.Open(t, store, 7)
	v := &plan.Visit{Title: "A"}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(v) }); err != nil {
		t.Fatal(err)
	}
	sheet := form.New(f.Host, plan.KindVisit)
	sheet.Show(v)
	set := func(title string) {
		sheet.Set("title", "", func(r plan.Record) { r.(*plan.Visit).Title = title })
	}
	kept := func() *plan.Visit {
		now, _ := desk.Get[*plan.Visit](f.Desk, v.ID)
		return now
	}
	store.Fail = errors.New("disk full")
	set("B")
	if kept().Title != "A" || len(f.Failures) != 1 {
		t.Fatalf("title %q, failures %v", kept().Title, f.Failures)
	}
	store.Fail = nil
	set("B")
	if kept().Title != "B" {
		t.Errorf("title = %q after the second try", kept().Title)
	}
	set("C") // without a fetch in between
	if got := kept(); got.Title != "C" || len(got.Conflicts) != 0 {
		t.Errorf("title %q, conflicts %v", got.Title, got.Conflicts)
	}
}
