package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// A telephone number stands in one line, with the code of the country too.
func TestATelephoneNumberIsNotBroken(t *testing.T) {
	for _, variant := range []string{"logistics", "travel"} {
		s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "attendee_list", Variant: variant})
		s.View.Attendees[0].Phone, s.View.Attendees[1].Phone = "+84912345679", "0912345678"
		text := strings.ReplaceAll(paperstest.Layout(t, paperstest.Make(t, s)).Text(), "\u00a0", " ")
		for _, want := range []string{"+84 912 345 679", "0912 345 678"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q", variant, want)
			}
		}
	}
}

// A target that is a number alone says what is counted.
func TestAPlanSaysWhatIsCounted(t *testing.T) {
	for _, tt := range []struct{ indicator, target, want string }{
		{"Số mô hình", "2", "kết quả cần đạt - Số mô hình: 02."},
		{"Số mô hình", "02 mô hình", "kết quả cần đạt: 02 mô hình."},
		{"Tỷ lệ hộ nghèo giảm", "3,5%", "kết quả cần đạt - Tỷ lệ hộ nghèo giảm: 3,5%."},
		{"", "12", "kết quả cần đạt: 12."},
	} {
		s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "plan"})
		s.View.Objectives = []*plan.Objective{{What: "Học cách làm", Indicator: tt.indicator, Target: tt.target}}
		has(t, made(t, s), tt.want)
	}
}
