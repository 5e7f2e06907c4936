package people

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// shredding shows the directory of a folder of which an older backup is left,
// and asks to shred the person of the first row.
func shredding(t *testing.T) (f *pagetest.Fixture, keeper *desktest.Keeper, id string) {
	t.Helper()
	k := desktest.NewKeeper()
	k.Old = []desk.OldCopy{{Path: "du-lieu/backups/nhipcau-20240607-080500-day.nhipcau-backup", Backup: true}, {Path: "du-lieu/db.bad-20240101-000000"}}
	f = pagetest.With(t, pagetest.Options{Store: k})
	p := New(f.Host).(*directory)
	f.Show(p, page.Route{Page: page.PagePeople})
	p.gatherAll()
	b := p.lists[0].(*book[*plan.Person])
	id = b.grid.Rows()[0].record.ID
	items := b.grid.OnMenu(b.grid.Rows()[0])
	items[len(items)-1].Action()
	return f, k, id
}

func TestAPersonIsShredded(t *testing.T) {
	f, k, id := shredding(t)
	said := test.RenderToMarkup(f.Window.Canvas())
	for _, word := range []string{"Xóa vĩnh viễn dữ liệu cá nhân của Trịnh Anh?", "1 mục trong danh bạ, 1 lượt", "không hoàn tác được"} {
		if !strings.Contains(said, word) {
			t.Errorf("it does not say %q", word)
		}
	}
	f.Key(fyne.KeyReturn) // the tick has the keyboard: nothing is done by one key
	if _, ok := desk.Get[*plan.Person](f.Desk, id); !ok {
		t.Fatal("one press of Enter was enough")
	}
	f.Press("Xóa vĩnh viễn")
	if _, err := f.Desk.PlanShred(id); fault.KeyOf(err) != "fault.already_shredded" {
		t.Fatalf("still there: %v", err)
	}
	if said := test.RenderToMarkup(f.Window.Canvas()); !strings.Contains(said, "nhipcau-20240607-080500") || !strings.Contains(said, "Còn 2 bản sao lưu") {
		t.Error("the older copies are not named")
	}
	f.Press("Xóa các bản này")
	asked := strings.Join(k.Asked, "; ")
	if !strings.Contains(asked, "BackUp shred ; Remove du-lieu/backups") || len(k.Old) > 0 {
		t.Errorf("asked for %s", asked)
	}
	if !strings.Contains(f.LastToast(), "xóa 2 bản cũ") {
		t.Errorf("toast %q", f.LastToast())
	}
}

func TestAPersonIsNotShreddedUnlessMeant(t *testing.T) {
	f, _, id := shredding(t)
	f.Press("Xóa vĩnh viễn") // off as long as nobody has said that he understands
	if !kit.HasDialog(f.Window.Canvas()) {
		t.Error("the dialog is gone")
	}
	f.Key(fyne.KeyEscape)
	if _, ok := desk.Get[*plan.Person](f.Desk, id); !ok || kit.HasDialog(f.Window.Canvas()) {
		t.Error("Escape did something")
	}
}

func TestLooksOfShredding(t *testing.T) {
	pagetest.Looks(t, "directory-shred", New, func(f *pagetest.Fixture, p page.Page) {
		d := p.(*directory)
		d.gatherAll()
		askShred(f.Host, d.lists[0].(*book[*plan.Person]).grid.Rows()[0].record.ID)
	})
}
