package plan_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

func TestDeclarationsAreFoundByBothNames(t *testing.T) {
	for _, d := range plan.Declarations() {
		for _, name := range []string{string(d.Kind), d.Plural} {
			if got, ok := plan.DeclarationOf(name); !ok || got != d {
				t.Errorf("%q is not found", name)
			}
		}
		if r := d.New(); r.Kind() != d.Kind || r.Meta() == nil {
			t.Errorf("a new %s is a %s", d.Kind, r.Kind())
		}
		for _, f := range d.Fields {
			if _, known := plan.DeclarationOf(string(f.Ref)); f.Ref != "" && !known {
				t.Errorf("%s.%s points to %q, which is no kind", d.Kind, f.Name, f.Ref)
			}
		}
	}
	if d, ok := plan.DeclarationOf("Agenda-Items"); !ok || d.Kind != plan.KindAgendaItem {
		t.Error("Agenda-Items is not found")
	}
	if _, ok := plan.DeclarationOf("dragon"); ok {
		t.Error("a dragon is found")
	}
}

func TestNothingInternalOrPersonalIsPublic(t *testing.T) {
	// What is written here never leaves by itself; a field that is taken off
	// the list leaves with every bundle.
	for kind, names := range map[plan.Kind][]string{
		plan.KindVisit:      {"our_role", "notes"},
		plan.KindAttendee:   {"phone", "email", "needs", "vehicle", "room"},
		plan.KindPerson:     {"phone", "email", "notes"},
		plan.KindAgendaItem: {"preparer", "materials"},
		plan.KindVehicle:    {"plate", "driver", "phone"},
		plan.KindModel:      {"introducer", "phone"},
		plan.KindOffice:     {"signers", "rank_table", "wording"},
	} {
		d, _ := plan.DeclarationOf(string(kind))
		for _, name := range names {
			if f, ok := d.Field(name); !ok || f.Class == plan.Public {
				t.Errorf("%s.%s is %q", kind, name, f.Class)
			}
		}
	}
}

func TestRefs(t *testing.T) {
	a := &plan.AgendaItem{
		Visit: "v", Leads: []plan.Speaker{{Attendee: "x"}, {Text: "Phòng Nội vụ"}}, Topics: []string{"t1", "", "t2"},
	}
	d, _ := plan.DeclarationOf("agenda_item")
	for name, want := range map[string][]string{
		"visit": {"v"}, "stop": {}, "leads": {"x"}, "topics": {"t1", "t2"}, "title": nil,
	} {
		f, _ := d.Field(name)
		if got := plan.Refs(d, a, f); !slices.Equal(got, want) {
			t.Errorf("%s points to %v, want %v", name, got, want)
		}
	}
}

func TestVisitOf(t *testing.T) {
	v := &plan.Visit{}
	v.ID = "v"
	for _, c := range []struct {
		record plan.Record
		want   string
	}{{v, "v"}, {&plan.Topic{Visit: "w"}, "w"}, {&plan.Gift{Visit: "w"}, "w"}, {&plan.Person{}, ""}, {&plan.Model{}, ""}} {
		if got := plan.VisitOf(c.record); got != c.want {
			t.Errorf("a %s belongs to %q, want %q", c.record.Kind(), got, c.want)
		}
	}
}

func TestLocalityOn(t *testing.T) {
	l := locality("l",
		plan.LocalityVersion{Type: "Xã", Name: "Vân Trình", ValidTo: "2025-06-30"},
		plan.LocalityVersion{Type: "Xã", Name: "Thạch An", ValidFrom: "2025-07-01"})
	for day, want := range map[civil.Date]string{
		"2024-06-10": "Xã Vân Trình", "2025-06-30": "Xã Vân Trình", "2025-07-01": "Xã Thạch An",
	} {
		if v, ok := l.On(day); !ok || v.FullName() != want {
			t.Errorf("on %s it is %q, want %q", day, v.FullName(), want)
		}
	}
	if l.Label() != "Xã Thạch An" {
		t.Errorf("label = %q", l.Label())
	}
	if _, ok := (&plan.Locality{}).On(day1); ok {
		t.Error("a locality without a name has a version")
	}
}

func TestDaysOfAProgramme(t *testing.T) {
	got := plan.Days(programme(t, "a 08:00 60 day2\nb 09:00 60\nc - 10\nd 10:00 20"))
	if diff := cmp.Diff([]civil.Date{day1, day2}, got); diff != "" {
		t.Errorf("days (-want +got):\n%s", diff)
	}
}
