package lists

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/theme"
)

// ground is a page with nothing on it, for the dialog to stand above.
type ground struct{}

func (ground) Object() fyne.CanvasObject { return kit.On(theme.Paper, kit.Gap(theme.Gap12)) }
func (ground) Update()                   {}
func (ground) Open(page.Route)           {}
func (ground) Leave()                    {}

func empty(*page.Host) page.Page { return ground{} }

func tick(t *testing.T, f *pagetest.Fixture, word string) {
	t.Helper()
	for _, overlay := range f.Window.Canvas().Overlays().List() {
		for _, o := range test.LaidOutObjects(overlay) {
			if c, ok := o.(*kit.CheckBox); ok && c.Text() == word {
				test.Tap(c)
				return
			}
		}
	}
	t.Fatalf("nothing to tick says %q", word)
}

func TestLooksOfTheDialog(t *testing.T) {
	pagetest.Looks(t, "export-list", empty, func(f *pagetest.Fixture, _ page.Page) {
		Show(f.Host, f.Visit, Delegations(plan.Guest)...)
	})
}

func TestTheDialogWritesWhatIsChosen(t *testing.T) {
	f := pagetest.New(t)
	f.Saved = filepath.Join(t.TempDir(), "x.csv")
	Show(f.Host, f.Visit, Of(lists.Programme))
	f.Press("Chọn nơi lưu…")
	text, err := os.ReadFile(f.Saved)
	if err != nil || !strings.Contains(string(text), "13h30 - 13h45") {
		t.Fatalf("%v: %s", err, text)
	}
	if n := len(f.Toasts); n != 1 || !strings.Contains(f.Toasts[0].Sentence, "x.csv") {
		t.Errorf("toasts %+v", f.Toasts)
	}
	f.Toasts[0].Act()
	if len(f.Opened) != 1 || f.Opened[0] != f.Saved {
		t.Errorf("opened %q", f.Opened)
	}
}

func TestTheDialogSaysWhatIsInternal(t *testing.T) {
	f := pagetest.New(t)
	Show(f.Host, f.Visit, Delegations(plan.Host)...)
	markup := func() string { return test.RenderToMarkup(f.Window.Canvas()) }
	if got := markup(); !strings.Contains(got, "gửi ra ngoài được") || strings.Contains(got, "Kèm thông tin nội bộ") {
		t.Error("the list of a meeting is public, and has nothing else")
	}
	f.Press("Hủy")
	Show(f.Host, "", Of(lists.People))
	tick(t, f, "Kèm thông tin nội bộ")
	if !strings.Contains(markup(), "mục Đã gửi") {
		t.Error("nothing says that it is noted")
	}
}

func TestACalendarOfSomebody(t *testing.T) {
	f := pagetest.New(t)
	f.Saved = filepath.Join(t.TempDir(), "x.ics")
	view, _ := f.Desk.View(f.Visit)
	Calendar(f.Host, f.Visit, view.Attendees[0].ID)
	text, err := os.ReadFile(f.Saved)
	if err != nil || !strings.Contains(string(text), "BEGIN:VEVENT") {
		t.Errorf("%v: %s", err, text)
	}
}

func TestWhatCannotBeWrittenIsTold(t *testing.T) {
	f := pagetest.New(t)
	f.ExpectFailure = true
	f.Saved = filepath.Join(t.TempDir(), "x.doc")
	Show(f.Host, "", Of(lists.Visits))
	f.Press("Chọn nơi lưu…")
	if len(f.Failures) != 1 {
		t.Errorf("failures %v", f.Failures)
	}
}

// The list is made beside changes: one that is typed meanwhile is kept before it.
func TestALongListDoesNotHoldUpChanges(t *testing.T) {
	f := pagetest.New(t)
	f.Saved = filepath.Join(t.TempDir(), "x.csv")
	var waiting []func()
	f.Kit.Run = func(ctx context.Context, work func(context.Context), publish func()) {
		waiting = append(waiting, func() { kit.Straight(ctx, work, publish) })
	}
	Show(f.Host, "", Of(lists.People))
	tick(t, f, f.Say("lists.internal"))
	f.Press(f.Say("lists.where"))
	if f.Writer.Busy() || len(waiting) != 1 {
		t.Fatalf("the writer is busy: %v; %d jobs wait", f.Writer.Busy(), len(waiting))
	}
	put := &plan.Person{Name: "Đại biểu 01", Phone: "0912 345 678"}
	f.Change(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(put) }, nil)
	waiting[0]()
	if sent, err := f.Desk.SentLists(); err != nil || len(sent) != 1 || sent[0].Personal != 1 {
		t.Errorf("noted %v, %v", sent, err)
	}
	if !strings.Contains(f.LastToast(), "x.csv") {
		t.Errorf("said %q", f.LastToast())
	}
}

// Where the visit went away meanwhile, the button says so.
func TestAVisitThatIsGoneIsTold(t *testing.T) {
	f := pagetest.New(t)
	f.ExpectFailure = true
	Show(f.Host, f.Visit, Of(lists.Topics))
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Delete(f.Visit) }); err != nil {
		t.Fatal(err)
	}
	f.Press(f.Say("lists.where"))
	if len(f.Failures) != 1 || fault.KeyOf(f.Failures[0]) != "fault.no_such_visit" {
		t.Errorf("failures %v", f.Failures)
	}
}
