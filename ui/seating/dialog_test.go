package seating_test

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/seating"
)

func put(t *testing.T, f *pagetest.Fixture, records ...plan.Record) {
	t.Helper()
	for _, r := range records {
		if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(r) }); err != nil {
			t.Fatal(err)
		}
	}
}

// crowd brings a visit to forty at the table and fills three vehicles.
func crowd(t *testing.T, f *pagetest.Fixture) {
	t.Helper()
	for i, places := range []int{45, 29, 16} {
		put(t, f, &plan.Vehicle{Visit: f.Visit, Side: plan.Guest, Name: fmt.Sprintf("Xe số %d", i+1), Seats: places})
	}
	vehicle := desk.Of[*plan.Vehicle](f.Desk, f.Visit)[0].ID
	for i := range 31 {
		side := []plan.Side{plan.Guest, plan.Host}[i%2]
		put(t, f, &plan.Attendee{Visit: f.Visit, Side: side, Name: fmt.Sprintf("Đại biểu %02d", i), Posts: []string{"Chuyên viên"}, Vehicle: vehicle})
	}
}

// However many chairs there are, the buttons stay in the window.
func TestTheDialogFitsTheWindow(t *testing.T) {
	f := pagetest.New(t)
	kind, _ := f.Desk.Catalogue().Paper(papers.PaperSeatingPlan)
	for _, v := range kind.Variants {
		t.Run(v.Code, func(t *testing.T) {
			f := pagetest.With(t, pagetest.Options{Width: 1366, Height: 768})
			crowd(t, f)
			seating.Show(f.Host, f.Visit, v.Code, nil)
			f.Shot("seating-crowd-" + v.Code)
			if !f.InSight(f.Say("seating.done")) || !f.InSight(f.Say("seating.reset")) {
				t.Error("the buttons are outside the window")
			}
		})
	}
}

// later is a runner whose work waits until it is let go.
type later []func()

func (l *later) run(ctx context.Context, work func(context.Context), publish func()) {
	*l = append(*l, func() { kit.Straight(ctx, work, publish) })
}

func (l *later) finish() {
	for len(*l) > 0 {
		next := (*l)[0]
		*l = (*l)[1:]
		next()
	}
}

// slow opens the plan in a window that fetches away from the UI goroutine.
func slow(t *testing.T) (*pagetest.Fixture, *later) {
	t.Helper()
	f, l := pagetest.New(t), &later{}
	f.Kit.Run = l.run
	seating.Show(f.Host, f.Visit, "", nil)
	l.finish()
	return f, l
}

// Who changes twice before the first change is seen keeps both.
func TestASecondChangeKeepsTheFirst(t *testing.T) {
	f, l := slow(t)
	f.Press("Thị Thiết")
	f.Press("Thế Phúc")
	f.Press("Trịnh Anh")
	f.Press("Thế Phúc")
	l.finish()
	at := map[string]string{}
	for _, s := range f.Desk.PaperOf(f.Visit, papers.PaperSeatingPlan, "").Seats {
		a, _ := desk.Get[*plan.Attendee](f.Desk, s.Attendee)
		at[a.Name] = fmt.Sprint(s.Row, s.At)
	}
	if len(at) != 3 {
		t.Errorf("moved are %v", at)
	}
}

// focused is the word of the button that has the keyboard.
func focused(f *pagetest.Fixture) string {
	if b, ok := f.Window.Canvas().Focused().(*kit.Button); ok && b.Visible() && !b.Disabled() {
		return b.Text()
	}
	return ""
}

// The keyboard stays on the chair, and does not go with a button that is there no
// more.
func TestTheKeyboardStaysOnTheChair(t *testing.T) {
	f, l := slow(t)
	f.Press("Thị Thiết")
	f.Press("Thế Phúc")
	l.finish()
	if got := focused(f); got != "Thị Thiết" { // who sits there now
		t.Fatalf("after the change the keyboard is on %q", got)
	}
	f.Key(fyne.KeyReturn)
	if got := focused(f); got != "» Thị Thiết" {
		t.Errorf("Enter picks %q", got)
	}
	f.Press(f.Say("seating.reset"))
	l.finish()
	if got := focused(f); got == "" {
		t.Error("by the rule again, nothing has the keyboard")
	}
}
