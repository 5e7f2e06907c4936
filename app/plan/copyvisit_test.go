package plan_test

import (
	"fmt"
	"testing"

	"nhipcau/app/plan"
)

// earlier is a visit of two days with one of everything that a copy looks at.
func earlier() plan.VisitView {
	id := func(h *plan.Head, id string) { h.ID, h.Office, h.Origin = id, "office", "kept" }
	v := plan.VisitView{
		Visit: &plan.Visit{
			Title: "cũ", Purpose: "học tập", WhyHost: "giảm nghèo nhanh", Guest: "g", Hosts: []string{"h"},
			When: plan.Period{From: "2024-06-10", To: "2024-06-11"}, Status: plan.StatusReported, Notes: "nội bộ",
		},
		Objectives: []*plan.Objective{{Visit: "v", What: "mục tiêu", Pos: "i"}},
		Stops:      []*plan.Stop{{Visit: "v", Locality: "h", Venue: "UBND", When: plan.Period{From: "2024-06-10", To: "2024-06-11"}}},
		Attendees: []*plan.Attendee{
			{Visit: "v", Side: plan.Guest, Name: "Đại biểu 01", Attendance: plan.Confirmed, Room: "101", Vehicle: "xe"},
			{Visit: "v", Side: plan.Host, Name: "Đại biểu 02", Locality: "h", Attendance: plan.Declined},
		},
		Topics: []*plan.Topic{{Visit: "v", Title: "nhà ở", Category: "housing", Findings: "tốt", Decision: "adopt", Why: "hợp"}},
		Questions: []*plan.Question{{
			Visit: "v", Topic: "t", Text: "bao nhiêu?", Answer: "34", State: plan.QuestionAnswered,
		}},
		FieldVisits: []*plan.FieldVisit{{Visit: "v", Stop: "s", Title: "dâu tằm", Model: "m"}},
		Agenda: []*plan.AgendaItem{{
			Visit: "v", Stop: "s", FieldVisit: "f", Title: "trao đổi", Place: "phòng họp", Topics: []string{"t", "gone"},
			When:  plan.Slot{Day: "2024-06-11", Start: "07:30", Length: 45, Zone: plan.DefaultZone},
			Leads: []plan.Speaker{{Attendee: "b"}, {Text: "Lãnh đạo huyện"}}, Presents: []plan.Speaker{{Attendee: "a"}},
		}},
		Papers: []*plan.Paper{{Visit: "v"}},
	}
	id(&v.Visit.Head, "v")
	id(&v.Objectives[0].Head, "o")
	id(&v.Stops[0].Head, "s")
	id(&v.Attendees[0].Head, "a")
	id(&v.Attendees[1].Head, "b")
	id(&v.Topics[0].Head, "t")
	id(&v.Questions[0].Head, "q")
	id(&v.FieldVisits[0].Head, "f")
	id(&v.Agenda[0].Head, "i")
	return v
}

func copyOf(old plan.VisitView, fresh *plan.Visit) []plan.Record {
	n := 0
	return plan.CopyVisit(old, fresh, func() string { n++; return fmt.Sprintf("new-%d", n) })
}

func pick[T plan.Record](t *testing.T, records []plan.Record) T {
	t.Helper()
	for _, r := range records {
		if v, ok := r.(T); ok {
			return v
		}
	}
	var none T
	t.Fatalf("no %T in the copy", none)
	return none
}

func TestCopyVisitToTheSameHost(t *testing.T) {
	records := copyOf(earlier(), &plan.Visit{Title: "mới", Guest: "g", Hosts: []string{"h"}, When: plan.Period{From: "2025-03-03"}})
	v := pick[*plan.Visit](t, records)
	if records[0] != plan.Record(v) || v.Title != "mới" || v.Purpose != "học tập" || v.WhyHost == "" ||
		v.Status != plan.StatusIdea || v.Notes != "" {
		t.Errorf("visit %+v", v)
	}
	for _, r := range records {
		if head := r.Meta(); head.ID == "" || head.Origin != nil || head.Office != "" {
			t.Errorf("%T is not new: %+v", r, head)
		}
		if plan.VisitOf(r) != v.ID {
			t.Errorf("%T belongs to %q", r, plan.VisitOf(r))
		}
	}
	stop, field := pick[*plan.Stop](t, records), pick[*plan.FieldVisit](t, records)
	if stop.Venue != "UBND" || stop.When != v.When || field.Stop != stop.ID || field.Model != "m" {
		t.Errorf("stop %+v, field %+v", stop, field)
	}
	topic, question := pick[*plan.Topic](t, records), pick[*plan.Question](t, records)
	if topic.Title != "nhà ở" || topic.Findings+topic.Decision+topic.Why != "" {
		t.Errorf("topic %+v", topic)
	}
	if question.Topic != topic.ID || question.Text == "" || question.Answer+question.State != "" {
		t.Errorf("question %+v", question)
	}
	guest := pick[*plan.Attendee](t, records)
	if guest.Name != "Đại biểu 01" || guest.Attendance != "" || guest.Room+guest.Vehicle != "" {
		t.Errorf("attendee %+v", guest)
	}
	item := pick[*plan.AgendaItem](t, records)
	if item.When.Day != "2025-03-04" || item.When.Start != "07:30" || item.When.Length != 45 {
		t.Errorf("the item has moved to %+v", item.When)
	}
	if item.Stop != stop.ID || item.FieldVisit != field.ID || item.Place != "phòng họp" ||
		len(item.Topics) != 1 || item.Topics[0] != topic.ID {
		t.Errorf("item %+v", item)
	}
	if len(item.Leads) != 2 || item.Presents[0].Attendee != guest.ID {
		t.Errorf("leads %v, presents %v", item.Leads, item.Presents)
	}
}

func TestCopyVisitToAnotherHost(t *testing.T) {
	records := copyOf(earlier(), &plan.Visit{Guest: "k", Hosts: []string{"x", "y"}})
	if v := pick[*plan.Visit](t, records); v.WhyHost != "" {
		t.Error("the reason for another host came along")
	}
	item := pick[*plan.AgendaItem](t, records)
	if item.Place != "" || item.When.Day != "" || item.When.Start != "07:30" || item.FieldVisit != "" {
		t.Errorf("item %+v", item)
	}
	if len(item.Leads) != 1 || item.Leads[0].Text == "" || len(item.Presents) != 0 {
		t.Errorf("leads %v, presents %v", item.Leads, item.Presents)
	}
	stops := 0
	for _, r := range records {
		switch r := r.(type) {
		case *plan.Attendee, *plan.FieldVisit, *plan.Paper:
			t.Errorf("%T came along", r)
		case *plan.Stop:
			stops++
			if r.Venue != "" || r.Locality != []string{"x", "y"}[stops-1] {
				t.Errorf("stop %+v", r)
			}
			if stops == 1 && item.Stop != r.ID {
				t.Errorf("the item lies on %q, not on the first stop", item.Stop)
			}
		}
	}
	if stops != 2 {
		t.Errorf("%d stops for two hosts", stops)
	}
}
