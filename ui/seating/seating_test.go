package seating_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/seating"
)

// shown lets the plan be a page of its own.
type shown struct{ *seating.Seats }

func (shown) Open(page.Route) {}
func (shown) Leave()          {}

func moved(f *pagetest.Fixture) int {
	return len(f.Desk.PaperOf(f.Visit, papers.PaperSeatingPlan, "").Seats)
}

func TestTwoSeatsChangePlaces(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(shown{seating.New(f.Host, f.Visit, "")})
	f.Press("Thị Thiết")
	if moved(f) != 0 {
		t.Fatal("one seat alone was moved")
	}
	f.Press("Thế Phúc")
	seats := f.Desk.PaperOf(f.Visit, papers.PaperSeatingPlan, "").Seats
	if len(seats) != 2 || seats[0].Row != "guest" || seats[0].At != 2 || seats[1].At != 1 {
		t.Fatalf("kept %+v", seats)
	}
	f.Undo()
	if moved(f) != 0 {
		t.Error("undo leaves the seats where they are")
	}
	f.Redo()
	f.Press(f.Say("seating.reset"))
	if moved(f) != 0 {
		t.Error("the rule does not come back")
	}
}

// A picked seat is let go by picking it again; the keyboard does what the mouse
// does.
func TestSeatsAreMovedByKeyboard(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(shown{seating.New(f.Host, f.Visit, "")})
	f.Press("Long Giang")
	f.Press("» Long Giang")
	f.Press("Thị Thiết")
	if moved(f) != 0 {
		t.Fatal("a seat that was let go was moved")
	}
	f.Window.Canvas().FocusNext()
	f.Key(fyne.KeyReturn)
	if moved(f) != 2 && moved(f) != 1 {
		t.Errorf("%d seats given by hand", moved(f))
	}
}

// Many people and long names stay within their chairs.
func TestALargeMeetingInADialog(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(shown{seating.New(f.Host, f.Visit, "")})
	for i := range 22 {
		side := []plan.Side{plan.Guest, plan.Host}[i%2]
		a := &plan.Attendee{Visit: f.Visit, Side: side, Name: fmt.Sprintf("Đại biểu Nghiêng Nghiêng %02d", i), Posts: []string{"Chuyên viên"}}
		if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(a) }); err != nil {
			t.Fatal(err)
		}
	}
	seating.Show(f.Host, f.Visit, "", nil)
	f.Press("Nghiêng 03")
	f.Shot("seating-dialog")
	if size := f.Window.Canvas().Overlays().Top().MinSize(); size.Width > pagetest.Width {
		t.Errorf("the dialog is %v wide", size.Width)
	}
}

func TestAVisitWithoutVehiclesSaysSo(t *testing.T) {
	f := pagetest.New(t)
	closed := false
	seating.Show(f.Host, f.Visit, "vehicles", func() { closed = true })
	if !slices.Contains(f.Texts(), f.Say("seating.nobody")) {
		t.Error("nothing is said")
	}
	f.Press(f.Say("seating.done"))
	if !closed {
		t.Error("the dialog does not tell that it is shut")
	}
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "seating", func(h *page.Host) page.Page {
		return &tab{host: h}
	}, nil)
}

// tab makes the plan when it learns of which visit.
type tab struct {
	host  *page.Host
	seats *seating.Seats
	root  fyne.Container
}

func (t *tab) Object() fyne.CanvasObject { return &t.root }
func (t *tab) Update()                   {}
func (t *tab) Leave()                    {}
func (t *tab) Open(r page.Route) {
	t.seats = seating.New(t.host, r.Visit, "")
	t.root.Add(t.seats.Object())
	t.seats.Object().Resize(fyne.NewSize(pagetest.Width, pagetest.Height))
}
