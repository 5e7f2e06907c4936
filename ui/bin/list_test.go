package bin_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/tell"
	"nhipcau/ui/bin"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// focusList gives the keyboard to the list, on its first row.
func focusList(f *pagetest.Fixture) {
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if g, ok := o.(interface{ Focus() }); ok {
			g.Focus()
		}
	}
	f.Key(fyne.KeyHome)
}

func TestWhatWasDeletedLastComesFirst(t *testing.T) {
	f := pagetest.New(t)
	topics := desk.Of[*plan.Topic](f.Desk, f.Visit)
	last, first := topics[0], topics[1] // made in this order, deleted in the other
	remove(t, f, first.ID)
	remove(t, f, last.ID)
	f.Show(bin.New(f.Host), page.Route{})
	if at := tell.Moment(f.Desk.DeletedAt(last.ID)); at == "" || !strings.Contains(said(f), at) {
		t.Error("when it was deleted is not shown")
	}
	focusList(f)
	f.Key(fyne.KeyF2)
	if back, _ := desk.Get[*plan.Topic](f.Desk, last.ID); back.Trashed {
		t.Error("the first row is not what was deleted last")
	}
	if still, _ := desk.Get[*plan.Topic](f.Desk, first.ID); !still.Trashed {
		t.Error("another record has come back too")
	}
}

func TestTheButtonBringsTheSelectedRowBack(t *testing.T) {
	f := pagetest.New(t)
	id := desk.Of[*plan.Topic](f.Desk, f.Visit)[0].ID
	remove(t, f, id)
	f.Show(bin.New(f.Host), page.Route{})
	f.Press("Khôi phục") // nothing is selected
	if topic, _ := desk.Get[*plan.Topic](f.Desk, id); !topic.Trashed {
		t.Fatal("something came back that nobody had selected")
	}
	focusList(f)
	f.Press("Khôi phục")
	if topic, _ := desk.Get[*plan.Topic](f.Desk, id); topic.Trashed {
		t.Fatal("the button does not bring it back")
	}
	if !strings.Contains(said(f), "Thùng rác trống") {
		t.Error("the row is still listed")
	}
	f.Undo()
	if topic, _ := desk.Get[*plan.Topic](f.Desk, id); !topic.Trashed || strings.Contains(said(f), "Thùng rác trống") {
		t.Error("undo does not put it into the bin again")
	}
}

func TestAVisitComesBackWithItsFamily(t *testing.T) {
	f := pagetest.New(t)
	before := len(desk.Of[*plan.AgendaItem](f.Desk, f.Visit))
	remove(t, f, f.Visit)
	if len(desk.Of[*plan.AgendaItem](f.Desk, f.Visit)) != 0 {
		t.Fatal("the programme outlives its visit")
	}
	f.Show(bin.New(f.Host), page.Route{Record: f.Visit})
	focusList(f)
	f.Key(fyne.KeyReturn)
	if got := len(desk.Of[*plan.AgendaItem](f.Desk, f.Visit)); got != before || before == 0 {
		t.Errorf("%d of %d agenda items came back", got, before)
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if r := f.LastRoute(); r != (page.Route{Page: page.PageVisit, Visit: f.Visit}) {
		t.Errorf("the toast leads to %+v", r)
	}
}

func TestAStopWithoutAVenueHasAName(t *testing.T) {
	f := pagetest.New(t)
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	stop := &plan.Stop{Visit: f.Visit, Locality: v.Hosts[0], When: plan.Period{From: "2024-06-11"}}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(stop) }); err != nil {
		t.Fatal(err)
	}
	remove(t, f, stop.ID)
	f.Show(bin.New(f.Host), page.Route{})
	if !strings.Contains(said(f), "huyện Đắk Glong, 11/06/2024") {
		t.Error("the stop has no name")
	}
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "bin", bin.New, func(f *pagetest.Fixture, p page.Page) {
		remove(t, f, desk.Of[*plan.Topic](f.Desk, f.Visit)[0].ID)
		remove(t, f, desk.Of[*plan.AgendaItem](f.Desk, f.Visit)[2].ID)
		p.Update()
	})
}
