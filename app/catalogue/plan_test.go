package catalogue_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/plan"
)

// TestTermsAreThoseOfTheRecords keeps the lists in step with the values that
// records allow: a value without words could not be shown, and an entry that no
// record takes could not be chosen.
func TestTermsAreThoseOfTheRecords(t *testing.T) {
	c := load(t)
	tests := []struct {
		record any
		field  string
		codes  []string
	}{
		{plan.AgendaItem{}, "ItemKind", c.AgendaKinds.Codes()},
		{plan.Visit{}, "Status", c.VisitStatuses.Codes()},
		{plan.Visit{}, "OurRole", c.OurRoles.Codes()},
		{plan.Attendee{}, "Side", c.Sides.Codes()},
		{plan.Attendee{}, "Role", c.AttendeeRoles.Codes()},
		{plan.Attendee{}, "Attendance", c.Attendance.Codes()},
		{plan.Attendee{}, "Honorific", c.Honorifics.Codes()},
		{plan.Topic{}, "Decision", c.Decisions.Codes()},
		{plan.Question{}, "State", c.QuestionStates.Codes()},
		{plan.FollowUp{}, "State", c.FollowUpStates.Codes()},
		{plan.Lesson{}, "Applicability", c.Applicability.Codes()},
		{plan.Gift{}, "Direction", c.GiftDirections.Codes()},
		{plan.Unit{}, "Branch", c.UnitBranches.Codes()},
		{plan.Model{}, "HolderKind", c.ModelHolders.Codes()},
		{plan.LocalityVersion{}, "Level", c.Levels.Codes()},
		{plan.LocalityLink{}, "Kind", c.SuccessionKinds.Codes()},
	}
	for _, test := range tests {
		allowed, codes := oneOf(t, test.record, test.field), slices.Sorted(slices.Values(test.codes))
		if !slices.Equal(allowed, codes) {
			t.Errorf("%T.%s allows %q, the catalogue has %q", test.record, test.field, allowed, codes)
		}
	}
}

// oneOf returns the values that the validate tag of a field allows, sorted.
func oneOf(t *testing.T, record any, name string) []string {
	t.Helper()
	field, ok := reflect.TypeOf(record).FieldByName(name)
	if !ok {
		t.Fatalf("%T has no field %s", record, name)
	}
	for rule := range strings.SplitSeq(field.Tag.Get("validate"), ",") {
		if values, ok := strings.CutPrefix(rule, "oneof="); ok {
			return slices.Sorted(strings.FieldsSeq(values))
		}
	}
	t.Fatalf("%T.%s allows anything", record, name)
	return nil
}
