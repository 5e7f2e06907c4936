package people

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/sheet"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// open shows the tab with the sample visit.
func open(t *testing.T) (*pagetest.Fixture, *tab) {
	t.Helper()
	f := pagetest.New(t)
	p := NewTab(f.Host).(*tab)
	f.ShowTab(p)
	return f, p
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

const guestsAsPrinted = "Nông Long Giang; Triệu Thị Thiết; Nông Thế Phúc; Lãnh đạo các phòng, ban, đơn vị chuyên môn; Chủ tịch UBND các xã"

func TestTheTabShowsBothSides(t *testing.T) {
	f, p := open(t)
	if got := order(p, plan.Guest); got != guestsAsPrinted {
		t.Errorf("guests: %s", got)
	}
	markup := test.RenderToMarkup(f.Window.Canvas())
	for _, want := range []string{
		"Đoàn khách: huyện Thạch An", "Chủ nhà: huyện Đắk Glong", "3 người, 3 đã xác nhận, 2 nhóm chưa rõ số người",
		"Trưởng đoàn", "Bên chủ nhà chưa chọn người chủ trì.", "Đoàn khách không có Phó Chủ tịch HĐND.", "Chủ nhà không có Chủ tịch UBND cấp xã.",
	} {
		if !strings.Contains(markup, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	if len(p.pairs.objects) == 0 {
		t.Error("no pairs are drawn")
	}
}

func TestF2OpensThePanelAndEscapeClosesIt(t *testing.T) {
	f, p := open(t)
	who := named(t, f, "Nông Thế Phúc")
	p.goTo(who.ID)
	p.sides[plan.Host].add.Focus()
	f.Key(fyne.KeyEscape)
	list := fyne.Focusable(p.sides[plan.Guest].grid)
	if f.Window.Canvas().Focused() != list {
		t.Fatal("Escape in the line that adds does not lead to the list")
	}
	f.Key(fyne.KeyF2)
	if !p.panel.open || f.Window.Canvas().Focused() != p.panel.name.FocusTarget() {
		t.Fatal("F2 does not edit the selected attendee")
	}
	f.Type("Đại biểu 01")
	f.Key(fyne.KeyReturn)
	f.Key(fyne.KeyEscape)
	if p.panel.open || f.Window.Canvas().Focused() != list {
		t.Error("Escape does not close the panel and lead back")
	}
	if a, _ := desk.Get[*plan.Attendee](f.Desk, who.ID); a.Name != "Đại biểu 01" {
		t.Errorf("kept is %q", a.Name)
	}
	if p.selected != who.ID {
		t.Error("another attendee is selected")
	}
}

func TestAltMovesAndTheSuggestionComesBack(t *testing.T) {
	f, p := open(t)
	p.goTo(named(t, f, "Nông Thế Phúc").ID)
	f.Shortcut(alt(fyne.KeyUp))
	if got := order(p, plan.Guest); !strings.HasPrefix(got, "Nông Long Giang; Nông Thế Phúc; Triệu") {
		t.Errorf("after Alt+Up: %s", got)
	}
	r := rowOf(t, p, "Nông Thế Phúc")
	if p.selected != r.attendee.ID || !p.sides[plan.Guest].suggest.Visible() {
		t.Error("the moved one is not selected, or nothing leads back")
	}
	f.Shortcut(alt(fyne.KeyDown))
	f.Shortcut(alt(fyne.KeyDown))
	if got := order(p, plan.Guest); !strings.Contains(got, "chuyên môn; Nông Thế Phúc") {
		t.Errorf("after Alt+Down twice: %s", got)
	}
	if r := rowOf(t, p, "Nông Thế Phúc"); !r.moved || !strings.Contains(r.reason, "thứ 3") || !strings.Contains(p.hint.Text.Text(), "xếp tay") {
		t.Errorf("moved %v, because %q; hint %q", r.moved, r.reason, p.hint.Text.Text())
	}
	if rowOf(t, p, "Triệu Thị Thiết").moved {
		t.Error("who was not moved is marked")
	}
	test.Tap(p.sides[plan.Guest].suggest)
	if got := order(p, plan.Guest); got != guestsAsPrinted || p.sides[plan.Guest].suggest.Visible() {
		t.Errorf("by rank: %s", got)
	}
	f.Undo()
	if order(p, plan.Guest) == guestsAsPrinted {
		t.Error("undo did not bring the hand-made order back")
	}
}

func TestTheLastLineAddsAndStays(t *testing.T) {
	f, p := open(t)
	p.sides[plan.Host].add.Focus()
	f.Type("Đại biểu 01, Phó Bí thư Huyện ủy, Bí thư Đoàn")
	f.Key(fyne.KeyReturn)
	f.Type("12 cán bộ xã")
	f.Key(fyne.KeyReturn)
	a := named(t, f, "Đại biểu 01")
	if a.Side != plan.Host || len(a.Posts) != 2 || a.Locality == "" {
		t.Errorf("added %+v", a)
	}
	if g := named(t, f, "cán bộ xã"); !g.Group || g.Count != 12 || p.selected != g.ID {
		t.Errorf("added %+v, selected %s", g, p.selected)
	}
	if text := p.sides[plan.Host].add.Text(); text != "" {
		t.Errorf("%q is left in the line", text)
	}
	if got := p.sides[plan.Host].count.Text.Text(); !strings.HasPrefix(got, "17 người, 4 đã xác nhận") {
		t.Errorf("counted %q", got)
	}
	if n := len(desk.All[*plan.Person](f.Desk)); n != 0 {
		t.Errorf("%d in the directory without a tick", n)
	}
	test.Tap(p.sides[plan.Host].tick)
	p.sides[plan.Host].add.Focus()
	f.Type("Đại biểu 02")
	f.Key(fyne.KeyReturn)
	if people := desk.All[*plan.Person](f.Desk); len(people) != 1 || people[0].Name != "Đại biểu 02" {
		t.Errorf("the directory has %d", len(people))
	}
}

func TestWhoIsInTheDirectoryIsPicked(t *testing.T) {
	f, p := open(t)
	f.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		return tx.Put(&plan.Person{Name: "Đại biểu 03", Posts: []string{"Trưởng phòng Nội vụ"}, Unit: "Phòng Nội vụ"})
	}, nil)
	p.sides[plan.Guest].add.Focus()
	f.Type("noi vu")
	f.Key(fyne.KeyDown)
	f.Key(fyne.KeyReturn)
	if a := named(t, f, "Đại biểu 03"); a.Person == "" || a.Unit != "Phòng Nội vụ" || a.PostLine() != "Trưởng phòng Nội vụ" {
		t.Errorf("added %+v", a)
	}
	p.sides[plan.Guest].add.Focus()
	f.Type("Đại biểu 03")
	f.Key(fyne.KeyReturn)
	if !strings.Contains(f.LastToast(), "đã có trong danh sách") {
		t.Errorf("toast %q", f.LastToast())
	}
}

func TestPastedRowsAreShownAndAddedInOneStep(t *testing.T) {
	f, p := open(t)
	fyne.CurrentApp().Clipboard().SetContent("")
	test.Tap(p.copied)
	if !strings.Contains(f.LastToast(), "Excel") {
		t.Errorf("an empty clipboard is told by %q", f.LastToast())
	}
	rows := "STT\tHọ và tên\tChức vụ\tSĐT\n1\tĐại biểu 01\tTrưởng phòng\t000\n2\tNông Thế Phúc\tChủ tịch UBND huyện\t\n3\tĐại biểu 02\tChuyên viên\t\n"
	fyne.CurrentApp().Clipboard().SetContent(rows)
	p.sides[plan.Guest].add.Focus()
	f.Shortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	markup := test.RenderToMarkup(f.Window.Canvas())
	for _, want := range []string{"Dán 3 dòng", "Thêm 2 người", "Bỏ qua 1 người đã có trong danh sách"} {
		if !strings.Contains(markup, want) {
			t.Errorf("nothing says %q", want)
		}
	}
	f.Key(fyne.KeyReturn)
	if a := named(t, f, "Đại biểu 01"); a.Phone != "000" || a.PostLine() != "Trưởng phòng" {
		t.Errorf("added %+v", a)
	}
	if len(p.state.sides[plan.Guest].rows) != 7 {
		t.Errorf("%d guests", len(p.state.sides[plan.Guest].rows))
	}
	f.Undo()
	if got := order(p, plan.Guest); got != guestsAsPrinted {
		t.Errorf("after undo: %s", got)
	}
}

func TestAColumnCanBeTakenForSomethingElse(t *testing.T) {
	f, p := open(t)
	d := newPasting(p, plan.Host, sheet.ParseRows("Đại biểu 01\tPhòng Nội vụ\nĐại biểu 02\tVăn phòng"))
	d.show()
	d.setField(1, "unit")
	if d.fields[1].Value() != "unit" {
		t.Errorf("the column holds %q", d.fields[1].Value())
	}
	f.Key(fyne.KeyReturn)
	if a := named(t, f, "Đại biểu 01"); a.Unit != "Phòng Nội vụ" || len(a.Posts) != 0 || a.Side != plan.Host {
		t.Errorf("added %+v", a)
	}
}

func TestAWrongValueAddsNobody(t *testing.T) {
	f, p := open(t)
	p.add(plan.Guest, []plan.Entry{{Name: "Đại biểu 01", Email: "không có"}}, false)
	if !strings.Contains(f.LastToast(), "Đại biểu 01") || !strings.Contains(f.LastToast(), "Thư điện tử") {
		t.Errorf("toast %q", f.LastToast())
	}
}

func TestSpaceTurnsAttendance(t *testing.T) {
	f, p := open(t)
	p.goTo(named(t, f, "Trịnh Anh").ID)
	for _, want := range []plan.Attendance{plan.Declined, "", plan.Confirmed} {
		f.Type(" ")
		if got := named(t, f, "Trịnh Anh").Attendance; got != want {
			t.Errorf("attendance %q, want %q", got, want)
		}
	}
}

func TestEnterEditsInThePanel(t *testing.T) {
	f, p := open(t)
	p.goTo(named(t, f, "Trịnh Anh").ID)
	f.Key(fyne.KeyReturn)
	if !p.panel.open || p.panel.name.Value() != "Trịnh Anh" {
		t.Fatalf("the panel shows %q", p.panel.name.Value())
	}
	f.Shortcut(&fyne.ShortcutSelectAll{})
	f.Type("Đại biểu 09")
	f.Key(fyne.KeyReturn)
	if a := named(t, f, "Đại biểu 09"); a.Side != plan.Host {
		t.Errorf("on side %s", a.Side)
	}
	if !strings.Contains(order(p, plan.Host), "Đại biểu 09") || !strings.Contains(p.panel.title.Text.Text(), "Đại biểu 09") {
		t.Errorf("the list says %s, the panel %s", order(p, plan.Host), p.panel.title.Text.Text())
	}
}

func TestTwoHeadsAreWarnedOfAndOneIsChosen(t *testing.T) {
	f, p := open(t)
	p.edit(rowOf(t, p, "Nông Thế Phúc"))
	p.panel.role.OnCommit(plan.AttendeeHead)
	if len(p.state.warnings) != 2 || p.panel.role.Message() == "" {
		t.Errorf("%d warnings, beside the field %q", len(p.state.warnings), p.panel.role.Message())
	}
	p.setHead(rowOf(t, p, "Nông Thế Phúc")) // he is one already: the other steps back
	if len(p.state.warnings) != 1 || p.panel.role.Message() != "" || named(t, f, "Nông Long Giang").IsHead() {
		t.Errorf("%d warnings, beside the field %q", len(p.state.warnings), p.panel.role.Message())
	}
}

func TestGoToLeadsToTheWarning(t *testing.T) {
	f, p := open(t)
	p.goTo(p.state.warnings[0].Other[0])
	if r, ok := p.state.row(p.selected); !ok || r.attendee.Side != plan.Host || f.Window.Canvas().Focused() != fyne.Focusable(p.sides[plan.Host].grid) {
		t.Error("not at the first of the hosts")
	}
}

func TestDuplicateAsksForTheName(t *testing.T) {
	f, p := open(t)
	p.choose(named(t, f, "Nông Thế Phúc").ID)
	if !p.Shortcut(ctrl(fyne.KeyD)) {
		t.Fatal("Ctrl+D is not used")
	}
	f.Shortcut(&fyne.ShortcutSelectAll{})
	f.Type("Đại biểu 08")
	f.Key(fyne.KeyReturn)
	if a := named(t, f, "Đại biểu 08"); a.PostLine() != "Chủ tịch UBND huyện" {
		t.Errorf("copied %+v", a)
	}
	named(t, f, "Nông Thế Phúc")
}

func TestDeleteSelectsTheNextAndComesBack(t *testing.T) {
	f, p := open(t)
	p.goTo(named(t, f, "Nguyễn Văn Thông").ID)
	f.Key(fyne.KeyDelete)
	if strings.Contains(order(p, plan.Host), "Nguyễn Văn Thông") {
		t.Fatal("still in the list")
	}
	if r, ok := p.state.row(p.selected); !ok || r.attendee.Name != "Trần Nam Thuần" {
		t.Errorf("selected %q", r.attendee.Name)
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if !strings.HasPrefix(order(p, plan.Host), "Nguyễn Văn Thông") {
		t.Errorf("after undo: %s", order(p, plan.Host))
	}
}

func TestTheOtherSideTakesOver(t *testing.T) {
	f, p := open(t)
	p.edit(rowOf(t, p, "Trịnh Anh"))
	p.panel.act(p.switchSide)
	if a := named(t, f, "Trịnh Anh"); a.Side != plan.Guest || p.panel.side.Selected() != 0 || p.selected != a.ID {
		t.Errorf("on side %s, the panel says %d", a.Side, p.panel.side.Selected())
	}
}

func TestAGroupHasOtherFields(t *testing.T) {
	_, p := open(t)
	p.edit(rowOf(t, p, "Chủ tịch UBND các xã"))
	if p.panel.people.Visible() || !p.panel.group.Visible() {
		t.Error("a group has a name to sort by, or no number")
	}
	p.choose(rowOf(t, p, "Trịnh Anh").attendee.ID)
	if !p.panel.people.Visible() || p.panel.group.Visible() {
		t.Error("a person has a number")
	}
}

func TestOpenGoesToARecord(t *testing.T) {
	f, p := open(t)
	id := named(t, f, "Nguyễn Hữu Tấn").ID
	p.Open(page.Route{Visit: f.Visit, Record: id})
	p.Update()
	if p.Here().Record != id {
		t.Errorf("at %+v", p.Here())
	}
	p.Open(page.Route{Visit: f.Visit, Record: page.RecordNew})
	p.Update()
	if f.Window.Canvas().Focused() != p.sides[plan.Host].add.FocusTarget() {
		t.Error("the line that adds does not have the cursor")
	}
	p.Open(page.Route{Visit: "nothing"})
	p.Update()
	if len(p.sides[plan.Guest].grid.Rows()) != 0 {
		t.Error("a visit that is not there has guests")
	}
}

func TestAChangeElsewhereLeavesTheScrollingAlone(t *testing.T) {
	f, p := open(t)
	fill(t, f, p, plan.Guest, 1, 60)
	p.choose(rowOf(t, p, "Nông Long Giang").attendee.ID)
	grid := p.sides[plan.Guest].grid
	test.Scroll(f.Window.Canvas(), fyne.NewPos(100, 300), 0, -400)
	if _, seen := grid.RowMiddle(p.selected); seen {
		t.Fatal("the first row is still in sight")
	}
	p.setAttendance(rowOf(t, p, "Trịnh Anh"), plan.Declined)
	if _, seen := grid.RowMiddle(p.selected); seen {
		t.Error("the list scrolled back to the selected row")
	}
}
