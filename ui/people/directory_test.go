package people

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// openDirectory shows the page of the directory.
func openDirectory(t *testing.T) (*pagetest.Fixture, *directory, *book[*plan.Person]) {
	t.Helper()
	f := pagetest.New(t)
	p := New(f.Host).(*directory)
	f.Show(p, page.Route{Page: page.PagePeople})
	return f, p, p.lists[0].(*book[*plan.Person])
}

func listed[T plan.Record](b *book[T]) string {
	var names []string
	for _, e := range b.grid.Rows() {
		names = append(names, e.record.Label())
	}
	return strings.Join(names, "; ")
}

const gathered = "Trịnh Anh; Nông Long Giang; Nông Thế Phúc; Nguyễn Hữu Tấn; Triệu Thị Thiết; Nguyễn Văn Thông; Trần Nam Thuần"

func TestTheDirectoryIsGatheredFromVisits(t *testing.T) {
	f, p, b := openDirectory(t)
	if !strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "Danh bạ giữ những người hay gặp") {
		t.Error("the empty directory does not say what belongs there")
	}
	test.Tap(p.gather)
	if got := listed(b); got != gathered {
		t.Errorf("in the order of given names: %s", got)
	}
	b.grid.Select(desk.All[*plan.Person](f.Desk)[0].ID)
	b.showSelected()
	if len(b.links.Objects) != 1 {
		t.Fatalf("%d visits", len(b.links.Objects))
	}
	test.Tap(b.links.Objects[0].(fyne.Tappable))
	if r := f.LastRoute(); r.Page != page.PageVisit || r.Visit != f.Visit || r.Tab != page.TabPeople || r.Record == "" {
		t.Errorf("led to %+v", r)
	}
	test.Tap(p.gather)
	if got := f.LastToast(); !strings.Contains(got, "đều đã có") {
		t.Errorf("gathering again says %q", got)
	}
	f.Undo()
	if got := listed(b); got != "" {
		t.Errorf("after undo: %s", got)
	}
}

func TestTheSearchFindsWithoutMarks(t *testing.T) {
	f, p, b := openDirectory(t)
	test.Tap(p.gather)
	b.search.Focus()
	f.Type("chu tich ubnd")
	if got := listed(b); got != "Trịnh Anh; Nông Long Giang; Nông Thế Phúc; Trần Nam Thuần" {
		t.Errorf("found %s", got)
	}
	f.Type(" không có")
	if got := listed(b); got != "" || !strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "Không tìm thấy") {
		t.Errorf("found %s", got)
	}
}

func TestTheLastLineOfTheDirectoryAdds(t *testing.T) {
	f, p, b := openDirectory(t)
	test.Tap(p.add)
	f.Type("Đại biểu 01, Trưởng phòng Nội vụ")
	f.Key(fyne.KeyReturn)
	people := desk.All[*plan.Person](f.Desk)
	if len(people) != 1 || people[0].Posts[0] != "Trưởng phòng Nội vụ" || b.form.Record().Meta().ID != people[0].ID {
		t.Fatalf("added %+v", people)
	}
	f.Type("Đại biểu 01")
	f.Key(fyne.KeyDown)
	f.Key(fyne.KeyReturn) // is there already
	if n := len(desk.All[*plan.Person](f.Desk)); n != 1 {
		t.Errorf("%d people", n)
	}
	f.Type(strings.Repeat("x", 201))
	f.Key(fyne.KeyReturn)
	if n := len(desk.All[*plan.Person](f.Desk)); n != 1 || !strings.Contains(f.LastToast(), "Họ và tên") {
		t.Errorf("%d people, toast %q", n, f.LastToast())
	}
}

func TestRowsArePastedIntoTheDirectory(t *testing.T) {
	f, _, b := openDirectory(t)
	b.grid.OnPaste("Họ và tên\tChức vụ\nĐại biểu 01\tTrưởng phòng\nĐại biểu 02\tChuyên viên")
	if got := listed(b); got != "Đại biểu 01; Đại biểu 02" {
		t.Errorf("pasted %s", got)
	}
	b.grid.OnPaste(" ")
	if !strings.Contains(f.LastToast(), "Bộ nhớ tạm") {
		t.Errorf("toast %q", f.LastToast())
	}
}

func TestAPersonIsEditedAndDeleted(t *testing.T) {
	f, p, b := openDirectory(t)
	test.Tap(p.gather)
	b.grid.Focus()
	f.Key(fyne.KeyReturn)
	f.Shortcut(&fyne.ShortcutSelectAll{})
	f.Type("Đại biểu 01")
	f.Key(fyne.KeyReturn)
	if !strings.Contains(listed(b), "Đại biểu 01") {
		t.Errorf("the list says %s", listed(b))
	}
	b.grid.Focus()
	f.Key(fyne.KeyDelete)
	if strings.Contains(listed(b), "Đại biểu 01") {
		t.Errorf("the list says %s", listed(b))
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if !strings.Contains(listed(b), "Đại biểu 01") {
		t.Errorf("after undo the list says %s", listed(b))
	}
}

func TestUnitsAndTheirPeople(t *testing.T) {
	f, p, _ := openDirectory(t)
	f.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		return tx.Put(&plan.Person{Name: "Đại biểu 01", Unit: "Phòng Nội vụ"})
	}, nil)
	test.TapAt(p.choice, fyne.NewPos(p.choice.Size().Width-5, 5))
	units := p.lists[1].(*book[*plan.Unit])
	if p.gather.Visible() || p.add.Text() != "Thêm đơn vị" {
		t.Error("the buttons are those of persons")
	}
	test.Tap(p.add)
	f.Type("Phòng Nội vụ")
	f.Key(fyne.KeyReturn)
	if got := listed(units); got != "Phòng Nội vụ" || len(units.links.Objects) != 1 {
		t.Fatalf("units %s with %d people", got, len(units.links.Objects))
	}
	test.Tap(units.links.Objects[0].(fyne.Tappable))
	if e, ok := p.lists[0].(*book[*plan.Person]).grid.Selected(); !ok || e.record.Name != "Đại biểu 01" || p.choice.Selected() != 0 {
		t.Error("not at the person")
	}
	id := desk.All[*plan.Unit](f.Desk)[0].ID
	p.Open(page.Route{Page: page.PagePeople, Record: id})
	if p.Here().Record != id {
		t.Errorf("at %+v", p.Here())
	}
}

func TestSortAndWidthsAreRemembered(t *testing.T) {
	f, _, b := openDirectory(t)
	b.grid.OnSort("unit", true)
	b.grid.OnWidths(map[string]float32{"unit": 99})
	if got := f.Desk.Setting("people.person.sort"); got != "unit desc" {
		t.Errorf("kept %q", got)
	}
	if got := f.Desk.Setting("people.person.widths"); !strings.Contains(got, "99") {
		t.Errorf("kept %q", got)
	}
}
