package plan_test

import (
	"testing"

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
