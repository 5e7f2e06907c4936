package plan_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/plan"
)

// readyVisit is a visit with all nine parts.
func readyVisit() plan.VisitView {
	head := attendee("a", "Đại biểu 01", "", plan.Guest)
	head.Role = plan.AttendeeHead
	return plan.VisitView{
		Visit: &plan.Visit{
			Title: "x", Purpose: "Học tập kinh nghiệm", Guest: "g", Hosts: []string{"h"},
			When: plan.Period{From: day1}, Status: plan.StatusHeld,
		},
		Objectives:       []*plan.Objective{{What: "x"}},
		Attendees:        []*plan.Attendee{head, attendee("b", "Đại biểu 02", "", plan.Host)},
		Topics:           []*plan.Topic{topic("t", "Nhà ở", "housing")},
		Questions:        []*plan.Question{{Topic: "t", Text: "Mức hỗ trợ?"}},
		Agenda:           []*plan.AgendaItem{item("i", "08:00", 60), {Title: "Chuẩn bị phòng", Internal: true}},
		FieldVisits:      []*plan.FieldVisit{{Title: "Mô hình"}},
		Papers:           []*plan.Paper{{PaperKind: plan.PaperProgramme, Printed: "2024-06-07T15:10:00+07:00"}},
		ProgrammeChanged: time.Date(2024, 6, 7, 8, 10, 0, 5, time.UTC),
		FollowUps:        []*plan.FollowUp{{Action: "x"}},
	}
}

func TestReadiness(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(*plan.VisitView)
		missing []string
	}{
		{"all done", func(*plan.VisitView) {}, nil},
		{"no purpose", func(v *plan.VisitView) { v.Visit.Purpose = " " }, []string{"purpose info"}},
		{"no objective", func(v *plan.VisitView) { v.Objectives = nil }, []string{"purpose info"}},
		{"no date", func(v *plan.VisitView) { v.Visit.When = plan.Period{} }, []string{"dates_hosts info"}},
		{"no guest", func(v *plan.VisitView) { v.Visit.Guest = "" }, []string{"dates_hosts info"}},
		{"no host", func(v *plan.VisitView) { v.Visit.Hosts = nil }, []string{"dates_hosts info"}},
		{"a host by its stop", func(v *plan.VisitView) { v.Visit.Hosts, v.Stops = nil, []*plan.Stop{{Locality: "h"}} }, nil},
		{"no head", func(v *plan.VisitView) { v.Attendees[0].Role = "" }, []string{"delegation people"}},
		{"the head declined", func(v *plan.VisitView) { v.Attendees[0].Attendance = plan.Declined }, []string{"delegation people"}},
		{"no hosts listed", func(v *plan.VisitView) { v.Attendees = v.Attendees[:1] }, []string{"host_side people"}},
		{"all hosts declined", func(v *plan.VisitView) { v.Attendees[1].Attendance = plan.Declined }, []string{"host_side people"}},
		{"no topics", func(v *plan.VisitView) { v.Topics = nil }, []string{"topics topics"}},
		{"a topic nobody prepares", func(v *plan.VisitView) { v.Questions = nil }, []string{"topics topics"}},
		{"an owner instead of a question", func(v *plan.VisitView) { v.Questions, v.Topics[0].Owner = nil, "Phòng Nội vụ" }, nil},
		{"nothing for guests", func(v *plan.VisitView) { v.Agenda[0].Internal = true }, []string{"programme programme"}},
		{"an item without a time", func(v *plan.VisitView) { v.Agenda[0].When.Start = "" }, []string{"programme programme"}},
		{"no field stop", func(v *plan.VisitView) { v.FieldVisits = nil }, []string{"field_visit field"}},
		{"no field stop on purpose", func(v *plan.VisitView) { v.FieldVisits, v.Visit.NoFieldVisit = nil, true }, nil},
		{"never printed", func(v *plan.VisitView) { v.Papers[0].Printed = "" }, []string{"papers papers"}},
		{"another paper printed", func(v *plan.VisitView) { v.Papers[0].PaperKind = "plan" }, []string{"papers papers"}},
		{"changed since", func(v *plan.VisitView) { v.ProgrammeChanged = v.ProgrammeChanged.Add(time.Minute) }, []string{"papers papers"}},
		{"no follow-ups", func(v *plan.VisitView) { v.FollowUps = nil }, []string{"after tasks"}},
		{"reported", func(v *plan.VisitView) { v.FollowUps, v.Visit.Status = nil, plan.StatusReported }, nil},
		{"not held yet", func(v *plan.VisitView) { v.Visit.Status = plan.StatusPreparing }, []string{"after tasks later"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := readyVisit()
			c.change(&v)
			done, total, missing := plan.Readiness(v)
			var got []string
			for _, part := range missing {
				line := part.Key[len("readiness."):] + " " + string(part.Tab)
				if part.Later {
					line += " later"
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(c.missing, got); diff != "" {
				t.Errorf("missing (-want +got):\n%s", diff)
			}
			if total != 9 || done != total-len(missing) {
				t.Errorf("%d of %d done with %d missing", done, total, len(missing))
			}
		})
	}
}

func TestReadinessOfNothing(t *testing.T) {
	done, total, missing := plan.Readiness(plan.VisitView{Visit: &plan.Visit{}})
	if done != 0 || total != 9 || len(missing) != 9 {
		t.Errorf("an empty visit: %d of %d, %d missing", done, total, len(missing))
	}
	v := readyVisit()
	v.Visit.Status = plan.StatusCancelled
	if done, total, missing := plan.Readiness(v); done != 0 || total != 0 || missing != nil {
		t.Errorf("a cancelled visit: %d of %d, missing %v", done, total, missing)
	}
}
