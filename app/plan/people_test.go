package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/plan"
)

func TestParseEntry(t *testing.T) {
	for line, want := range map[string]plan.Entry{
		"Nông Long Giang, Phó Chủ tịch UBND huyện":               {Name: "Nông Long Giang", Posts: "Phó Chủ tịch UBND huyện"},
		"Nông Long Giang - Phó Chủ tịch UBND huyện, Trưởng đoàn": {Name: "Nông Long Giang", Posts: "Phó Chủ tịch UBND huyện", Role: plan.AttendeeHead},
		"Đồng chí Triệu Thị Thiết – Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện": {
			Name: "Triệu Thị Thiết", Honorific: "dong_chi", Posts: "Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện",
		},
		"Triệu Thị Thiết- Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện": {
			Name: "Triệu Thị Thiết", Posts: "Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện",
		},
		"Đại biểu 01-A, Thư ký":      {Name: "Đại biểu 01-A", Role: plan.AttendeeSecretary},
		"3. NÔNG THẾ PHÚC":           {Name: "Nông Thế Phúc"},
		"  Bà Đại biểu 01;Thư ký ":   {Name: "Đại biểu 01", Honorific: "ba", Role: plan.AttendeeSecretary},
		"Ông Giang":                  {Name: "Ông Giang"},
		"25 lãnh đạo phòng, ban":     {Name: "lãnh đạo phòng, ban", Group: true, Count: 25},
		"Lãnh đạo các phòng, ban":    {Name: "Lãnh đạo các phòng, ban", Group: true},
		"Chủ tịch UBND các xã":       {Name: "Chủ tịch UBND các xã", Group: true},
		"- Đại biểu 02, các dự án 1": {Name: "Đại biểu 02", Posts: "các dự án 1"},
		"":                           {},
	} {
		if diff := cmp.Diff(want, plan.ParseEntry(line)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", line, diff)
		}
	}
}

func TestNewEntryOfTwoColumns(t *testing.T) {
	got := plan.NewEntry("ĐẠI BIỂU 01", "Phó Trưởng đoàn, UVBTV")
	if diff := cmp.Diff(plan.Entry{Name: "Đại Biểu 01", Posts: "UVBTV", Role: plan.AttendeeDeputy}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := plan.NewEntry("12 cán bộ xã", ""); !got.Group || got.Count != 12 {
		t.Errorf("got %+v, want a group of 12", got)
	}
}

func FuzzParseEntry(f *testing.F) {
	for _, line := range []string{"Nông Long Giang, Phó Chủ tịch", "Đ/c A B - C", "12 người", "ÔNG Ạ", "\xff, x", "İ İ"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		e := plan.ParseEntry(line)
		if e.Name != strings.TrimSpace(e.Name) || strings.ContainsAny(e.Name+e.Posts, "\n\t") {
			t.Errorf("%q gives %+v", line, e)
		}
		if e.Count < 0 || e.Count > 0 && !e.Group {
			t.Errorf("%q counts %d", line, e.Count)
		}
	})
}

func TestCountPeople(t *testing.T) {
	got := plan.CountPeople([]*plan.Attendee{
		{Attendance: plan.Confirmed},
		{},
		{Attendance: plan.Declined},
		{Group: true, Count: 7, Attendance: plan.Confirmed},
		{Group: true, Attendance: plan.Confirmed},
		{Group: true, Count: 2},
		{Group: true, Attendance: plan.Declined},
	})
	if want := (plan.Headcount{People: 11, Confirmed: 8, Declined: 2, Groups: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestPairGapsGatherByFunction(t *testing.T) {
	a, b, c := &plan.Attendee{Name: "a"}, &plan.Attendee{Name: "b"}, &plan.Attendee{Name: "c"}
	group := &plan.Attendee{Name: "group", Group: true}
	got := plan.PairGaps([]plan.Counterpart{
		{Guest: a, Host: c, Function: "chair"},
		{Guest: a, Function: "commune"},
		{Guest: b, Function: "commune"},
		{Guest: group, Host: a, Function: "agencies"},
		{Host: b, Function: "agencies"},
		{Host: c, Function: "deputy"},
	})
	want := []plan.PairGap{
		{Side: plan.Host, Function: "commune", Of: []*plan.Attendee{a, b}},
		{Side: plan.Guest, Function: "deputy", Of: []*plan.Attendee{c}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func person(id, name, locality string) *plan.Person {
	return &plan.Person{Head: plan.Head{ID: id}, Name: name, Locality: locality}
}

func TestAttendedBy(t *testing.T) {
	p := person("p", "Nguyễn Hòa", "here")
	attendees := []*plan.Attendee{
		{Name: "linked", Person: "p"},
		{Name: "Nguyễn Hoà", Locality: "here"},              // the tone mark stands elsewhere
		{Name: "Nguyễn Hòa", Locality: "there"},             // a namesake
		{Name: "Nguyễn Hóa", Locality: "here"},              // another name
		{Name: "Nguyễn Hòa", Locality: "here", Person: "q"}, // somebody else of the directory
		{Name: "Nguyễn Hòa", Locality: "here", Group: true}, // no person
		{Name: "Nguyễn Hòa"},                                // of whom nothing is known
	}
	if diff := cmp.Diff(attendees[:2], plan.AttendedBy(p, attendees)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if (&plan.Attendee{}).IsOf(&plan.Person{}) {
		t.Error("nobody is nobody")
	}
}

func TestNamesakes(t *testing.T) {
	people := []*plan.Person{person("1", "Đại biểu 01", "here"), person("2", "Đại biểu 01", "there"), person("3", "Đại biểu 02", "")}
	for _, test := range []struct{ name, locality, want string }{
		{"đại biểu 01", "here", "1"},
		{"Đại biểu 01", "", "12"},
		{"Đại biểu 02", "there", "3"},
		{"Đại biểu 03", "here", ""},
		{"", "", ""},
	} {
		got := ""
		for _, p := range plan.Namesakes(test.name, test.locality, people) {
			got += p.ID
		}
		if got != test.want {
			t.Errorf("%q of %q: %q, want %q", test.name, test.locality, got, test.want)
		}
	}
}

func TestWorks(t *testing.T) {
	u := &plan.Unit{Name: "Phòng Nội vụ", Short: "PNV", Locality: "here"}
	for unit, want := range map[string]bool{"phòng Nội vụ": true, "PNV": true, "Phòng Nội vụ huyện": false, "": false} {
		if got := (&plan.Person{Unit: unit}).Works(u); got != want {
			t.Errorf("who is of %q works there: %v", unit, got)
		}
	}
	if (&plan.Person{Unit: "PNV", Locality: "there"}).Works(u) {
		t.Error("a unit of another locality")
	}
}
