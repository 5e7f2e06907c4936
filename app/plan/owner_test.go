package plan_test

import (
	"testing"

	"nhipcau/app/plan"
)

func TestOwnerSide(t *testing.T) {
	for _, tc := range []struct {
		record plan.Record
		field  string
		want   plan.Side
	}{
		{&plan.Attendee{Side: plan.Host}, "name", plan.Host},
		{&plan.Attendee{Side: plan.Guest}, "name", plan.Guest},
		{&plan.Question{}, "text", plan.Guest},
		{&plan.Question{}, "answer", plan.Host},
		{&plan.Lesson{}, "title", plan.Guest},
		{&plan.FollowUp{}, "action", plan.Guest},
		{&plan.FollowUp{Side: plan.Host}, "action", plan.Host},
		{&plan.AgendaItem{}, "when", plan.Host},
		{&plan.Visit{}, "title", ""},
		{&plan.Topic{}, "title", ""},
		{&plan.Model{}, "name", ""},
	} {
		if got := plan.OwnerSide(tc.record, tc.field); got != tc.want {
			t.Errorf("%T.%s belongs to %q, want %q", tc.record, tc.field, got, tc.want)
		}
	}
	if plan.SideOf(plan.RoleTravel) != plan.Guest || plan.SideOf(plan.RoleReceive) != plan.Host || plan.SideOf("") != "" {
		t.Error("the side of a role")
	}
}
