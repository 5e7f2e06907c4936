package desk_test

import (
	"encoding/json"
	"testing"
	"time"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
)

// places finds the ids of localities by name, as of June 2024.
func places(t *testing.T, d *desk.Desk, names ...string) []string {
	t.Helper()
	var out []string
	for _, name := range names {
		found := d.FindLocalities(name, "2024-06-10", 1)
		if len(found) == 0 {
			t.Fatalf("no %s", name)
		}
		out = append(out, found[0].ID)
	}
	return out
}

func TestNewVisitHasAStopForEachHostAndOurRole(t *testing.T) {
	d := desktest.New(t)
	at := places(t, d, "huyện Thạch An, tỉnh Cao Bằng", "huyện Đắk Glong, tỉnh Đắk Nông", "huyện Đắk Mil, tỉnh Đắk Nông")
	if err := d.SetUp(plan.Office{Name: "UBND", Locality: at[1]}, "Văn phòng"); err != nil {
		t.Fatal(err)
	}
	when := plan.Period{From: "2024-06-10", To: "2024-06-11"}
	id, err := d.NewVisit(desk.Outline{Title: "Đoàn", Guest: at[0], Hosts: at[1:], When: when})
	if err != nil {
		t.Fatal(err)
	}
	v := visit(t, d, id)
	if v.Status != plan.StatusIdea || v.OurRole != plan.RoleReceive || v.When != when {
		t.Errorf("visit %+v", v)
	}
	stops := desk.Of[*plan.Stop](d, id)
	if len(stops) != 2 || stops[0].Locality != at[1] || stops[1].Locality != at[2] || stops[0].When.From != "" {
		t.Errorf("stops %+v", stops)
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := len(desk.All[*plan.Visit](d)) + len(desk.Of[*plan.Stop](d, id)); n != 0 {
		t.Errorf("%d records are left after one undo", n)
	}
}

func TestNewVisitAfterTheSample(t *testing.T) {
	d := desktest.New(t)
	old, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	from := visit(t, d, old)
	id, err := d.NewVisit(desk.Outline{
		Title: "Lần hai", Guest: from.Guest, Hosts: from.Hosts, When: plan.Period{From: "2025-06-16"}, After: old,
	})
	if err != nil {
		t.Fatal(err)
	}
	was, is := view(t, d, old), view(t, d, id)
	if len(is.Agenda) != len(was.Agenda) || len(is.Topics) != len(was.Topics) || len(is.Attendees) != len(was.Attendees) {
		t.Errorf("copied %d items, %d topics, %d attendees", len(is.Agenda), len(is.Topics), len(is.Attendees))
	}
	for _, item := range is.Agenda {
		if item.When.Day != "2025-06-16" {
			t.Errorf("%s stands on %s", item.Title, item.When.Day)
		}
	}
	if is.HeadOf(plan.Guest) == nil || is.HeadOf(plan.Guest).Attendance != "" {
		t.Error("the head of the guests did not come along, or has confirmed already")
	}
	if _, err := d.NewVisit(desk.Outline{Title: "x", After: "nothing"}); fault.KeyOf(err) != "fault.no_such_visit" {
		t.Errorf("a copy of nothing: %v", err)
	}
}

func view(t *testing.T, d *desk.Desk, id string) plan.VisitView {
	t.Helper()
	v, ok := d.View(id)
	if !ok {
		t.Fatalf("no visit %s", id)
	}
	return v
}

func TestHostsBringTheirStopsAndTakeThemAway(t *testing.T) {
	d := desktest.New(t)
	id, err := sample.Build(d)
	if err != nil {
		t.Fatal(err)
	}
	first := visit(t, d, id).Hosts[0]
	second := places(t, d, "huyện Đắk Mil, tỉnh Đắk Nông")[0]
	for range 2 { // the second time changes nothing
		if err := d.AddHost(id, second); err != nil {
			t.Fatal(err)
		}
	}
	stops := desk.Of[*plan.Stop](d, id)
	if v := visit(t, d, id); len(v.Hosts) != 2 || len(stops) != 2 || stops[1].Locality != second {
		t.Fatalf("hosts %v, stops %+v", v.Hosts, stops)
	}
	if err := d.RemoveHost(id, first); err != nil {
		t.Fatal(err)
	}
	is := view(t, d, id)
	if hosts := is.Hosts(); len(hosts) != 1 || hosts[0] != second {
		t.Errorf("hosts %v", hosts)
	}
	for _, item := range is.Agenda {
		if item.Stop != "" {
			t.Errorf("%s lies on a stop that is gone", item.Title)
		}
	}
	if _, err := d.Undo(); err != nil {
		t.Fatal(err)
	}
	if is := view(t, d, id); len(is.Stops) != 2 || is.Agenda[0].Stop != stops[0].ID {
		t.Error("undo did not bring the stop and what lies on it back")
	}
	if err := d.RemoveStop(id, stops[0].ID); err != nil {
		t.Fatal(err)
	}
	if is := view(t, d, id); len(is.Stops) != 1 || is.FieldVisits[0].Stop != "" {
		t.Errorf("stops %v, field visit on %q", is.Stops, is.FieldVisits[0].Stop)
	}
}

func TestLastChangeIsThatOfAnythingInTheVisit(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	first, author := d.LastChange(v.ID)
	if first.IsZero() || author != d.Author() {
		t.Fatalf("%v by %q", first, author)
	}
	put(t, d, &plan.Topic{Visit: v.ID, Title: "nhà ở"})
	second, _ := d.LastChange(v.ID)
	if !second.After(first) {
		t.Errorf("a new topic left the last change at %v", second)
	}
	if at, _ := d.LastChange("nothing"); !at.Equal(time.Time{}) {
		t.Errorf("nothing changed at %v", at)
	}
}

func TestSetFieldBringsAValueBack(t *testing.T) {
	d := desktest.New(t)
	v := newVisit(t, d, "A")
	w := visit(t, d, v.ID)
	w.Title, w.When = "B", plan.Period{From: "2024-06-10"}
	put(t, d, w)
	entries, err := d.History(v.ID)
	if err != nil {
		t.Fatal(err)
	}
	for field, values := range entries[0].Fields {
		if err := d.SetField(v.ID, field, values[0]); err != nil {
			t.Fatal(err)
		}
	}
	if got := visit(t, d, v.ID); got.Title != "A" || got.When != (plan.Period{}) || len(got.Conflicts) != 0 {
		t.Errorf("got %+v", got)
	}
	if err := d.SetField(v.ID, "title", json.RawMessage("null")); err == nil {
		t.Error("an empty title was taken")
	}
	if err := d.SetField(v.ID, "nothing", nil); fault.KeyOf(err) != "fault.unknown_field" {
		t.Errorf("unknown field: %v", err)
	}
	if err := d.SetField("nothing", "title", nil); fault.KeyOf(err) != "fault.no_such_record" {
		t.Errorf("unknown record: %v", err)
	}
}
