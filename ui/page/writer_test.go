package page_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// What a toast offers to take back is the step it speaks of, or nothing.
func TestTheOfferToUndoIsOfItsOwnStep(t *testing.T) {
	f := pagetest.New(t)
	topics := desk.Of[*plan.Topic](f.Desk, f.Visit)
	change := func(title string) {
		f.Change(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
			r, _ := desk.Read[*plan.Topic](tx, topics[1].ID)
			r.Title = title
			return tx.Put(r)
		}, nil)
	}
	shown := func() bool { return strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "Đã xóa") }
	f.Delete("Đã xóa", topics[0].ID)
	if !shown() {
		t.Fatal("no toast")
	}
	change("A")
	if shown() {
		t.Error("the offer stands after another change")
	}
	f.Writer = page.NewWriter()
	disk := make(chan struct{})
	f.Writer.Do(func() { <-disk }, func() {})
	f.Delete("Đã xóa", topics[2].ID)
	change("B")
	close(disk)
	f.Writer.Wait()
	if last := f.Toasts[len(f.Toasts)-1]; last.Act != nil {
		t.Error("an offer is made although something was changed since")
	}
}
