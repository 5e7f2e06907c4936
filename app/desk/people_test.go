package desk_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

// article is a desk with the sample visit.
func article(t *testing.T) (*desk.Desk, string) {
	t.Helper()
	d := desktest.New(t)
	id, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	return d, id
}

func names(d *desk.Desk, visit string, side plan.Side) []string {
	var out []string
	for _, p := range d.Delegation(visit, side) {
		out = append(out, p.Attendee.Name)
	}
	return out
}

func attendee(t *testing.T, d *desk.Desk, visit, name string) *plan.Attendee {
	t.Helper()
	for _, a := range desk.Of[*plan.Attendee](d, visit) {
		if a.Name == name {
			return a
		}
	}
	t.Fatalf("nobody is called %q", name)
	return nil
}

func TestPairsOfTheSample(t *testing.T) {
	d, visit := article(t)
	var got []string
	for _, p := range d.Pairs(visit) {
		guest, host := "…", "…"
		if p.Guest != nil {
			guest = p.Guest.Name
		}
		if p.Host != nil {
			host = p.Host.Name
		}
		got = append(got, guest+" - "+host+" ("+p.Function+")")
	}
	want := []string{
		"Nông Long Giang - Trịnh Anh (executive_deputy_chair)",
		"Triệu Thị Thiết - Nguyễn Văn Thông (standing_deputy_secretary)",
		"Nông Thế Phúc - Trần Nam Thuần (executive_chair)",
		"Lãnh đạo các phòng, ban, đơn vị chuyên môn - Đại diện lãnh đạo một số cơ quan chuyên môn của huyện (agency_leaders)",
		"Chủ tịch UBND các xã - … (executive_chair/commune)",
		"… - Nguyễn Hữu Tấn (council_deputy_chair)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if d.Pairs("nothing") != nil {
		t.Error("a visit that is not there has pairs")
	}
}

func TestAddAttendeesIsOneStep(t *testing.T) {
	d, visit := article(t)
	put(t, d, &plan.Person{Name: "Đại biểu 01", Posts: []string{"Trưởng phòng Nội vụ"}, Unit: "Phòng Nội vụ", Phone: "000", Honorific: "ba"})
	entries := []plan.Entry{
		plan.ParseEntry("Đại biểu 01"),
		plan.ParseEntry("Đại biểu 02, Phó Bí thư Huyện ủy, Bí thư Đoàn"),
		plan.ParseEntry("5 cán bộ xã"),
	}
	ids, err := d.AddAttendees(visit, plan.Guest, entries, true)
	if err != nil || len(ids) != 3 {
		t.Fatalf("%d added, %v", len(ids), err)
	}
	first := attendee(t, d, visit, "Đại biểu 01")
	if first.Person == "" || first.Unit != "Phòng Nội vụ" || first.Phone != "000" || first.Honorific != "ba" || len(first.Posts) != 1 {
		t.Errorf("not filled from the directory: %+v", first)
	}
	second := attendee(t, d, visit, "Đại biểu 02")
	if diff := cmp.Diff([]string{"Phó Bí thư Huyện ủy", "Bí thư Đoàn"}, second.Posts); diff != "" {
		t.Errorf("posts (-want +got):\n%s", diff)
	}
	if p, ok := desk.Get[*plan.Person](d, second.Person); !ok || p.Name != "Đại biểu 02" || p.Locality != second.Locality {
		t.Errorf("the directory has %+v", p)
	}
	if group := attendee(t, d, visit, "cán bộ xã"); !group.Group || group.Count != 5 || group.Person != "" {
		t.Errorf("the group is %+v", group)
	}
	if n := len(desk.All[*plan.Person](d)); n != 2 {
		t.Errorf("%d people in the directory, want 2", n)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := len(names(d, visit, plan.Guest)); n != 5 {
		t.Errorf("%d guests after undo, want 5", n)
	}
}

func TestAddAttendeesAddsAllOrNone(t *testing.T) {
	d, visit := article(t)
	_, err := d.AddAttendees(visit, plan.Host, []plan.Entry{{Name: "Đại biểu 01"}, {Name: "Đại biểu 02", Email: "none"}}, false)
	var refused *desk.Refused
	if !errors.As(err, &refused) || refused.Name != "Đại biểu 02" || refused.Invalid.Issues[0].Field != "email" {
		t.Fatalf("error %v", err)
	}
	if n := len(names(d, visit, plan.Host)); n != 5 {
		t.Errorf("%d hosts, want 5", n)
	}
}

func TestNamesakesAreNotGuessed(t *testing.T) {
	d, visit := article(t)
	put(t, d, &plan.Person{Name: "Đại biểu 01", Unit: "a"})
	put(t, d, &plan.Person{Name: "Đại biểu 01", Unit: "b"})
	if _, err := d.AddAttendees(visit, plan.Guest, []plan.Entry{{Name: "Đại biểu 01"}}, true); err != nil {
		t.Fatal(err)
	}
	if a := attendee(t, d, visit, "Đại biểu 01"); a.Person != "" || a.Unit != "" {
		t.Errorf("tied to %q", a.Person)
	}
	if n := len(desk.All[*plan.Person](d)); n != 2 {
		t.Errorf("%d people in the directory, want 2", n)
	}
}

func TestSwitchSide(t *testing.T) {
	d, visit := article(t)
	a := attendee(t, d, visit, "Trịnh Anh")
	if err := d.SwitchSide(a.ID); err != nil {
		t.Fatal(err)
	}
	v, _ := desk.Get[*plan.Visit](d, visit)
	if a = attendee(t, d, visit, "Trịnh Anh"); a.Side != plan.Guest || a.Locality != v.Guest {
		t.Errorf("on side %s, of %s", a.Side, a.Locality)
	}
	if err := d.SwitchSide("nothing"); err == nil {
		t.Error("nobody was moved")
	}
}

func TestDuplicateStandsBehind(t *testing.T) {
	d, visit := article(t)
	if err := d.MoveAttendee(visit, plan.Guest, 1, 2); err != nil {
		t.Fatal(err)
	}
	head := attendee(t, d, visit, "Nông Long Giang")
	id, err := d.DuplicateAttendee(head.ID)
	if err != nil {
		t.Fatal(err)
	}
	list := d.Delegation(visit, plan.Guest)
	if list[1].Attendee.ID != id || list[1].Attendee.IsHead() || list[1].Attendee.PostLine() != head.PostLine() {
		t.Errorf("second is %+v", list[1].Attendee)
	}
	if _, err := d.DuplicateAttendee("nothing"); err == nil {
		t.Error("nobody was copied")
	}
}

func TestGatherPeople(t *testing.T) {
	d, visit := article(t)
	for _, want := range []int{7, 0} {
		if got, err := d.GatherPeople(); err != nil || got != want {
			t.Errorf("gathered %d, %v; want %d", got, err, want)
		}
	}
	a := attendee(t, d, visit, "Trịnh Anh")
	attended := d.AttendedVisits(a.Person)
	if len(attended) != 1 || attended[0].Visit.ID != visit || attended[0].Attendee.ID != a.ID {
		t.Errorf("attended %+v", attended)
	}
	if d.AttendedVisits("nothing") != nil {
		t.Error("nobody attended")
	}
}

func TestSuggestedOrderForgetsTheHand(t *testing.T) {
	d, visit := article(t)
	want := d.SuggestedOrder(visit, plan.Host)
	if err := d.MoveAttendee(visit, plan.Host, 0, 3); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, d.SuggestedOrder(visit, plan.Host)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if d.Delegation(visit, plan.Host)[0].Attendee.ID == want[0] {
		t.Error("nobody was moved")
	}
}

func TestSetHeadLeavesOne(t *testing.T) {
	d, visit := article(t)
	chair := attendee(t, d, visit, "Nông Thế Phúc")
	if err := d.SetHead(chair.ID); err != nil {
		t.Fatal(err)
	}
	view, _ := d.View(visit)
	if head := view.HeadOf(plan.Guest); head == nil || head.ID != chair.ID {
		t.Errorf("the head is %+v", head)
	}
	if old := attendee(t, d, visit, "Nông Long Giang"); old.Role != plan.AttendeeMember {
		t.Errorf("the old head is %s", old.Role)
	}
	if d.SetHead("nothing") == nil {
		t.Error("nobody leads")
	}
}

func TestAddPeople(t *testing.T) {
	d := desktest.New(t)
	ids, err := d.AddPeople([]plan.Entry{
		plan.ParseEntry("Bà Đại biểu 01, Trưởng phòng Nội vụ"), {Name: "cán bộ xã", Group: true},
	})
	if err != nil || len(ids) != 1 {
		t.Fatalf("%d added, %v", len(ids), err)
	}
	if p, _ := desk.Get[*plan.Person](d, ids[0]); p.Name != "Đại biểu 01" || p.Honorific != "ba" || len(p.Posts) != 1 {
		t.Errorf("the directory has %+v", p)
	}
	if _, err := d.AddPeople([]plan.Entry{{Name: "Đại biểu 02"}, {Name: ""}}); err == nil {
		t.Error("somebody without a name was added")
	}
	if n := len(desk.All[*plan.Person](d)); n != 1 {
		t.Errorf("%d people, want 1", n)
	}
}
