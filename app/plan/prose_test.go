package plan_test

import (
	"strings"
	"testing"

	"nhipcau/app/plan"
)

func TestProseIsWhatAPersonWrote(t *testing.T) {
	for name, want := range map[string]bool{
		"visit.purpose": true, "visit.title": true, "topic.findings": true, "question.answer": true, "attendee.name": true,
		"visit.guest": false, "visit.when": false, "visit.status": false, "visit.our_role": false, "visit.programme": false,
		"attendee.email": false, "attendee.count": false, "attendee.pos": false, "attendee.visit": false, "indicator.value": false,
		"visit.no_such_field": false, "no_such_kind.title": false,
	} {
		kind, field, _ := strings.Cut(name, ".")
		if got := plan.Prose(plan.Kind(kind), field); got != want {
			t.Errorf("%s: prose %v", name, got)
		}
	}
}

func TestRequired(t *testing.T) {
	for name, want := range map[string]bool{
		"attendee.name": true, "attendee.visit": true, "visit.title": true,
		"attendee.phone": false, "visit.purpose": false, "visit.nothing": false, "nothing.title": false,
	} {
		kind, field, _ := strings.Cut(name, ".")
		if got := plan.Required(plan.Kind(kind), field); got != want {
			t.Errorf("%s: required %v", name, got)
		}
	}
}
