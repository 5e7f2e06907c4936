package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

func TestHeadWarnings(t *testing.T) {
	person := func(id string, side plan.Side, role string, answer plan.Attendance) *plan.Attendee {
		a := attendee(id, id, "", side)
		a.Role, a.Attendance = role, answer
		return a
	}
	for _, c := range []struct {
		name      string
		attendees []*plan.Attendee
		want      []string
	}{
		{"nobody yet", nil, nil},
		{"one head each", []*plan.Attendee{
			person("a", plan.Guest, plan.AttendeeHead, ""), person("b", plan.Host, plan.AttendeeHead, ""),
		}, nil},
		{"two heads", []*plan.Attendee{
			person("a", plan.Guest, plan.AttendeeHead, ""), person("b", plan.Guest, plan.AttendeeHead, plan.Confirmed),
		}, []string{"two_heads_guest a b"}},
		{"no head", []*plan.Attendee{
			person("a", plan.Host, plan.AttendeeMember, ""), person("b", plan.Host, "", ""),
		}, []string{"no_head_host a"}},
		{"the head has declined", []*plan.Attendee{
			person("a", plan.Guest, plan.AttendeeHead, plan.Declined), person("b", plan.Guest, "", ""),
		}, []string{"no_head_guest b"}},
		{"the head was replaced", []*plan.Attendee{
			person("a", plan.Guest, plan.AttendeeHead, plan.Declined), person("b", plan.Guest, plan.AttendeeHead, ""),
		}, nil},
	} {
		got := found(plan.HeadWarnings(plan.VisitView{Visit: &plan.Visit{}, Attendees: c.attendees}))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func locality(id string, versions ...plan.LocalityVersion) *plan.Locality {
	l := &plan.Locality{Versions: versions}
	l.ID = id
	return l
}

func TestUnitsOutOfTime(t *testing.T) {
	known := map[string]*plan.Locality{
		"district": locality("district", plan.LocalityVersion{Level: "district", Type: "Huyện", Name: "Thạch An"}),
		"commune":  locality("commune", plan.LocalityVersion{Level: "commune", Type: "Xã", Name: "Quảng Khê"}),
		"merged": locality("merged",
			plan.LocalityVersion{Level: "commune", Type: "Xã", Name: "Đắk Som", ValidTo: "2019-12-31"},
			plan.LocalityVersion{Level: "commune", Type: "Xã", Name: "Đắk Som", ValidFrom: "2020-01-01", ValidTo: "2025-06-30"}),
		"new":   locality("new", plan.LocalityVersion{Level: "commune", Type: "Xã", Name: "Thạch An", ValidFrom: "2025-07-01"}),
		"empty": locality("empty"),
	}
	find := func(id string) *plan.Locality { return known[id] }
	for _, c := range []struct {
		name  string
		day   civil.Date
		guest string
		hosts []string
		want  []string
	}{
		{"districts in their time", "2025-06-30", "district", []string{"district"}, nil},
		{"a district afterwards", "2025-07-01", "district", []string{"commune"}, []string{"district_ended v district"}},
		{"a merged commune", "2025-07-01", "commune", []string{"merged", "unknown", "empty"}, []string{"unit_ended v merged"}},
		{"a merged commune in its time", "2020-05-01", "commune", []string{"merged"}, nil},
		{"a commune before its time", "2024-06-10", "new", []string{"merged"}, []string{"unit_not_yet v new"}},
		{"a commune from its first day on", "2025-07-01", "new", nil, nil},
		{"no date yet", "", "district", []string{"merged"}, nil},
		{"no guest yet", "2026-01-01", "", nil, nil},
	} {
		v := plan.VisitView{Visit: &plan.Visit{Guest: c.guest, Hosts: c.hosts, When: plan.Period{From: c.day}}}
		v.Visit.ID = "v"
		if diff := cmp.Diff(c.want, found(plan.UnitsOutOfTime(v, find))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWarningsGatherEverything(t *testing.T) {
	v := plan.VisitView{
		Visit:     &plan.Visit{When: plan.Period{From: day2, To: day1}, Hosts: []string{"d"}},
		Stops:     []*plan.Stop{{When: plan.Period{From: day2, To: day1}}},
		Attendees: []*plan.Attendee{attendee("a", "Đại biểu 01", "", plan.Guest)},
		Agenda:    []*plan.AgendaItem{item("i", "08:00", 60, of(plan.ItemDiscussion), on("", day2))},
	}
	v.Visit.ID, v.Stops[0].ID = "v", "s"
	v.Visit.When.From, v.Agenda[0].When.Day = "2026-01-02", "2026-01-02"
	find := func(string) *plan.Locality { return locality("d", plan.LocalityVersion{Level: "district"}) }
	want := []string{
		"end_before_start v", "end_before_start s", "no_head_guest a", "district_ended v d",
		"outside_visit i", "discussion_without_lead i",
	}
	if diff := cmp.Diff(want, found(plan.Warnings(v, find))); diff != "" {
		t.Errorf("warnings (-want +got):\n%s", diff)
	}
}

func TestPeriodWarning(t *testing.T) {
	for _, p := range []plan.Period{{}, {From: day1}, {To: day1}, {From: day1, To: day1}, {From: day1, To: day2}, {From: "2024-99-99", To: day1}} {
		if i, bad := plan.PeriodWarning("when", "v", p); bad {
			t.Errorf("%v: %+v", p, i)
		}
	}
	if i, bad := plan.PeriodWarning("when", "v", plan.Period{From: day2, To: day1}); !bad || i.Field != "when.to" {
		t.Errorf("end before start: %+v, %v", i, bad)
	}
}

func TestRepeats(t *testing.T) {
	visit := func(id, guest string, day civil.Date, hosts []string, categories ...string) plan.VisitView {
		v := plan.VisitView{Visit: &plan.Visit{Title: id, Guest: guest, Hosts: hosts, When: plan.Period{From: day}}}
		v.Visit.ID = id
		for _, c := range categories {
			v.Topics = append(v.Topics, topic(c, c, c))
		}
		return v
	}
	this := visit("this", "g", "2024-06-10", []string{"h1", "h2"}, "housing", "livelihood")
	cancelled := visit("cancelled", "g", "2024-01-10", []string{"h1"}, "housing")
	cancelled.Visit.Status = plan.StatusCancelled
	byStop := visit("by stop", "g", "2023-06-10", nil, "livelihood")
	byStop.Stops = []*plan.Stop{{Locality: "h2"}}
	others := []plan.VisitView{
		this, cancelled, byStop,
		visit("24 months before", "g", "2022-06-10", []string{"h2"}, "housing"),
		visit("earlier", "g", "2022-06-09", []string{"h2"}, "housing"),
		visit("after", "g", "2024-07-10", []string{"h1"}, "other", "housing"),
		visit("another guest", "x", "2024-05-10", []string{"h1"}, "housing"),
		visit("another host", "g", "2024-05-10", []string{"x"}, "housing"),
		visit("another topic", "g", "2024-05-10", []string{"h1"}, "other"),
		visit("no topics", "g", "2024-05-10", []string{"h1"}),
		visit("no date", "g", "", []string{"h1"}, "housing"),
	}
	want := []string{"repeated_visit by stop", "repeated_visit 24 months before", "repeated_visit after"}
	if diff := cmp.Diff(want, found(plan.Repeats(this, others))); diff != "" {
		t.Errorf("repeats (-want +got):\n%s", diff)
	}
	this.Visit.When.From = ""
	if got := plan.Repeats(this, others); got != nil {
		t.Errorf("without a date: %v", got)
	}
}
