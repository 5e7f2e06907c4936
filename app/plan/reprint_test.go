package plan_test

import (
	"testing"
	"time"

	"nhipcau/app/plan"
)

func TestToReprint(t *testing.T) {
	changed := time.Date(2024, 6, 7, 8, 20, 0, 500_000_000, time.UTC)
	tests := map[string]struct {
		paper plan.Paper
		want  int
	}{
		"never printed":              {plan.Paper{PaperKind: plan.PaperProgramme}, 0},
		"printed before the change":  {plan.Paper{PaperKind: plan.PaperProgramme, Printed: "2024-06-06T15:10:00Z"}, 1},
		"printed in the same second": {plan.Paper{PaperKind: plan.PaperProgramme, Printed: "2024-06-07T08:20:00Z"}, 0},
		"printed after the change":   {plan.Paper{PaperKind: plan.PaperProgramme, Printed: "2024-06-07T15:30:00+07:00"}, 0},
		"another paper":              {plan.Paper{PaperKind: "seating", Printed: "2024-06-06T15:10:00Z"}, 0},
		"not a time":                 {plan.Paper{PaperKind: plan.PaperProgramme, Printed: "hôm qua"}, 0},
	}
	t.Run("one of several was printed as it stands", func(t *testing.T) {
		old := &plan.Paper{PaperKind: plan.PaperProgramme, Printed: "2024-06-06T15:10:00Z"}
		now := &plan.Paper{PaperKind: plan.PaperProgramme, Printed: "2024-06-08T15:10:00Z"}
		v := plan.VisitView{Visit: &plan.Visit{}, Papers: []*plan.Paper{old, now}, ProgrammeChanged: changed}
		if got := len(plan.ToReprint(v)); got != 0 {
			t.Errorf("%d papers to print again, want none", got)
		}
	})
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			v := plan.VisitView{Visit: &plan.Visit{}, Papers: []*plan.Paper{&test.paper}, ProgrammeChanged: changed}
			if got := len(plan.ToReprint(v)); got != test.want {
				t.Errorf("%d papers to print again, want %d", got, test.want)
			}
		})
	}
}
