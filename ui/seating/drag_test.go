package seating_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/seating"
)

// middle is where the chair of a name stands in the window.
func middle(t *testing.T, f *pagetest.Fixture, word string) fyne.Position {
	t.Helper()
	for _, o := range test.LaidOutObjects(f.Window.Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == word {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
			return at.AddXY(b.Size().Width/2, b.Size().Height/2)
		}
	}
	t.Fatalf("no chair of %q", word)
	return fyne.Position{}
}

// held is the chair at a place of the window that can be dragged, and where it
// stands.
func held(t *testing.T, f *pagetest.Fixture, at fyne.Position) (fyne.Draggable, fyne.Position) {
	t.Helper()
	for _, o := range test.LaidOutObjects(f.Window.Content()) {
		d, ok := o.(fyne.Draggable)
		if !ok || !o.Visible() {
			continue
		}
		corner := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		p, size := at.Subtract(corner), o.Size()
		if p.X >= 0 && p.Y >= 0 && p.X < size.Width && p.Y < size.Height && size.Height < 60 {
			return d, corner
		}
	}
	t.Fatal("nothing can be dragged there")
	return nil, fyne.Position{}
}

// move drags the chair of a name to a place, without letting it go.
func move(t *testing.T, f *pagetest.Fixture, word string, to fyne.Position) fyne.Draggable {
	t.Helper()
	from := middle(t, f, word)
	d, corner := held(t, f, from)
	for _, at := range []fyne.Position{from.AddXY(6, 0), fyne.NewPos((from.X+to.X)/2, (from.Y+to.Y)/2), to} {
		d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at, Position: at.Subtract(corner)}})
	}
	return d
}

func TestASeatIsDraggedOntoAnother(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(shown{seating.New(f.Host, f.Visit, "")})
	d := move(t, f, "Thị Thiết", middle(t, f, "Thế Phúc"))
	if moved(f) != 0 {
		t.Fatal("the seats change before the mouse lets go")
	}
	if want := f.Say("seating.drop", "Name", "Triệu Thị Thiết", "Other", "Nông Thế Phúc"); !slices.Contains(f.Texts(), want) {
		t.Errorf("nobody says %q", want)
	}
	d.DragEnd()
	seats := f.Desk.PaperOf(f.Visit, papers.PaperSeatingPlan, "").Seats
	if len(seats) != 2 || seats[0].Row != "guest" || seats[0].At != 2 || seats[1].At != 1 {
		t.Fatalf("kept %+v", seats)
	}
	f.Undo()
	if moved(f) != 0 {
		t.Error("undo leaves the seats where they are")
	}
}

// Beside a chair, or back on its own, nothing changes; what was picked before is
// let go.
func TestASeatDroppedBesideAChairStays(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(shown{seating.New(f.Host, f.Visit, "")})
	f.Press("Long Giang")
	move(t, f, "Thị Thiết", fyne.NewPos(3, 3)).DragEnd()
	move(t, f, "Thị Thiết", middle(t, f, "Thị Thiết")).DragEnd()
	f.Press("Long Giang") // picked anew, not changed
	if moved(f) != 0 || !slices.Contains(f.Texts(), f.Say("seating.picked", "Name", "Nông Long Giang")) {
		t.Errorf("%d seats moved, %q", moved(f), f.Texts()[:3])
	}
}

// A change from elsewhere in the middle of a drag leaves the new plan alone.
func TestAPlanMadeAnewEndsTheDrag(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(shown{seating.New(f.Host, f.Visit, "")})
	d := move(t, f, "Thị Thiết", middle(t, f, "Thế Phúc"))
	a := &plan.Attendee{Visit: f.Visit, Side: plan.Guest, Name: "Đại biểu 09", Posts: []string{"Chuyên viên"}}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(a) }); err != nil {
		t.Fatal(err)
	}
	d.DragEnd()
	if moved(f) != 0 {
		t.Error("a seat of the old plan was moved")
	}
}

func TestTheDragLooks(t *testing.T) {
	pagetest.Looks(t, "seating-drag", func(h *page.Host) page.Page { return &tab{host: h} }, func(f *pagetest.Fixture, _ page.Page) {
		move(t, f, "Thị Thiết", middle(t, f, "Thế Phúc"))
	})
}
