package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/plan"
)

func TestChoicesAreThoseOfTheRule(t *testing.T) {
	tests := []struct {
		kind, path string
		want       []string
	}{
		{"attendee", "attendance", []string{"confirmed", "declined"}},
		{"attendee", "name", nil},
		{"locality", "links[2].kind", []string{"merged_into", "split_to", "renamed", "upgraded", "succeeds"}},
		{"office", "layout.font", []string{"machine", "bundled"}},
		{"office", "layout.nothing", nil},
		{"office", "name.below", nil},
		{"office", "nothing", nil},
	}
	for _, tt := range tests {
		d, _ := plan.DeclarationOf(tt.kind)
		if diff := cmp.Diff(tt.want, d.ChoicesAt(tt.path)); diff != "" {
			t.Errorf("%s.%s (-want +got):\n%s", tt.kind, tt.path, diff)
		}
	}
	d, _ := plan.DeclarationOf("indicator")
	value, _ := d.Field("value")
	source, _ := d.Field("source")
	if !value.Decimal() || !value.Required() || source.Decimal() || source.Required() {
		t.Error("value is a decimal that must be there, source is neither")
	}
}

func TestAttendanceIsReadAsOfficesWriteIt(t *testing.T) {
	tests := []struct {
		words string
		want  plan.Attendance
		ok    bool
	}{
		{"Đồng ý", plan.Confirmed, true},
		{"THAM DỰ", plan.Confirmed, true},
		{"Từ chối", plan.Declined, true},
		{"không tham dự", plan.Declined, true},
		{"Chưa trả lời", "", true},
		{"", "", true},
		{"Đi xe riêng", "", false},
	}
	for _, tt := range tests {
		if got, ok := plan.AttendanceOf(tt.words); got != tt.want || ok != tt.ok {
			t.Errorf("%q is %q, %v", tt.words, got, ok)
		}
	}
}

func TestStateOfAQuestionFollowsItsAnswer(t *testing.T) {
	tests := []struct{ state, answer, want string }{
		{"", "", plan.QuestionOpen},
		{plan.QuestionOpen, " ", plan.QuestionOpen},
		{plan.QuestionOpen, "Có", plan.QuestionAnswered},
		{"", "Có", plan.QuestionAnswered},
		{plan.QuestionLater, "Một phần", plan.QuestionLater},
		{plan.QuestionAnswered, "", plan.QuestionAnswered},
	}
	for _, tt := range tests {
		q := &plan.Question{State: tt.state, Answer: tt.answer}
		if got := q.StateNow(); got != tt.want {
			t.Errorf("%q with %q stands %q, want %q", tt.state, tt.answer, got, tt.want)
		}
	}
}
