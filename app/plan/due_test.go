package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

func TestDueOn(t *testing.T) {
	const today = civil.Date("2024-06-10")
	for _, c := range []struct {
		state string
		due   civil.Date
		want  plan.Due
	}{
		{"", "", plan.Due{State: plan.DueNoDate}},
		{"", "2024-02-30", plan.Due{State: plan.DueNoDate}},
		{plan.FollowUpTodo, "2024-06-05", plan.Due{State: plan.DueOverdue, Days: 5}},
		{plan.FollowUpDoing, "2024-06-09", plan.Due{State: plan.DueOverdue, Days: 1}},
		{"", "2024-06-10", plan.Due{State: plan.DueToday}},
		{"", "2024-06-11", plan.Due{State: plan.DueSoon, Days: 1}},
		{"", "2024-06-24", plan.Due{State: plan.DueSoon, Days: 14}},
		{"", "2024-06-25", plan.Due{State: plan.DueLater, Days: 15}},
		{plan.FollowUpDone, "2024-06-05", plan.Due{State: plan.DueDone}},
		{plan.FollowUpDropped, "2024-06-05", plan.Due{State: plan.DueDropped}},
	} {
		f := &plan.FollowUp{State: c.state, Due: c.due}
		got := f.DueOn(today)
		if got != c.want {
			t.Errorf("%q due %s: %+v, want %+v", c.state, c.due, got, c.want)
		}
		if closed := c.state == plan.FollowUpDone || c.state == plan.FollowUpDropped; got.Open() == closed {
			t.Errorf("%q: open = %v", c.state, got.Open())
		}
		if got.Key() != "due."+string(got.State) {
			t.Errorf("key = %q", got.Key())
		}
	}
}

func TestCheckDates(t *testing.T) {
	v := &plan.Visit{When: plan.Period{From: "2024-08-30", To: "2024-08-31"}}
	want := []civil.Date{"2024-09-30", "2024-11-30", "2025-02-28", "2025-08-31"}
	if diff := cmp.Diff(want, plan.CheckDates(v)); diff != "" {
		t.Errorf("dates (-want +got):\n%s", diff)
	}
	if got := plan.CheckDates(&plan.Visit{}); got != nil {
		t.Errorf("without a date: %v", got)
	}
	for today, want := range map[civil.Date]civil.Date{
		"2024-08-31": "2024-09-30", "2024-09-30": "2024-09-30", "2024-10-01": "2024-11-30", "2025-09-01": "",
	} {
		if got, ok := plan.NextCheck(v, today); got != want || ok != (want != "") {
			t.Errorf("on %s the next check is %q, %v, want %q", today, got, ok, want)
		}
	}
}
