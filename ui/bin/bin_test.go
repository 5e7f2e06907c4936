package bin_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/bin"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func said(f *pagetest.Fixture) string { return test.RenderToMarkup(f.Window.Canvas()) }

func remove(t *testing.T, f *pagetest.Fixture, id string) {
	t.Helper()
	if err := f.Desk.Do(desk.Step{Why: "delete"}, func(tx *desk.Tx) error { return tx.Delete(id) }); err != nil {
		t.Fatal(err)
	}
}

func TestAnAttendeeComesBackByKey(t *testing.T) {
	f := pagetest.New(t)
	f.Show(bin.New(f.Host), page.Route{})
	if !strings.Contains(said(f), "Thùng rác trống") {
		t.Error("an empty bin does not say what belongs there")
	}
	a := desk.Of[*plan.Attendee](f.Desk, f.Visit)[0]
	remove(t, f, a.ID)
	if shown := said(f); !strings.Contains(shown, a.Name) || !strings.Contains(shown, "Học tập kinh nghiệm") {
		t.Fatal("the attendee or its visit is not listed")
	}
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if g, ok := o.(interface{ Focus() }); ok {
			g.Focus()
		}
	}
	f.Key(fyne.KeyHome)
	f.Key(fyne.KeyReturn)
	if back, _ := desk.Get[*plan.Attendee](f.Desk, a.ID); back.Trashed {
		t.Fatal("Enter did not bring it back")
	}
	toast := f.Toasts[len(f.Toasts)-1]
	if !strings.Contains(toast.Sentence, a.Name) {
		t.Errorf("the toast says %q", toast.Sentence)
	}
	toast.Act()
	if r := f.LastRoute(); r != (page.Route{Page: page.PageVisit, Visit: f.Visit, Tab: page.TabPeople, Record: a.ID}) {
		t.Errorf("the toast leads to %+v", r)
	}
}

func TestAVisitIsOneLine(t *testing.T) {
	f := pagetest.New(t)
	f.Show(bin.New(f.Host), page.Route{})
	remove(t, f, f.Visit)
	if strings.Contains(said(f), "Nông Long Giang") {
		t.Error("what went with the visit is listed beside it")
	}
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == "Khôi phục" && !b.Disabled() {
			t.Error("there is something to restore before a line is selected")
		}
	}
}
