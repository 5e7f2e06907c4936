package lists

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/catalogue"
	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

// The work for a list grows with its rows: what a row refers to is found in an
// index, and what rows are sorted by is made once for each.
func TestAListAsksForEachPlaceOnce(t *testing.T) {
	c, err := catalogue.Load()
	if err != nil {
		t.Fatal(err)
	}
	const rows = 500
	asked := 0
	s := Source{Catalogue: c, Place: func(id string, _ civil.Date) Place { asked++; return Place{ID: id, Path: "xã " + id} }}
	for i := range rows {
		id := fmt.Sprintf("%03d", i*7919%rows)
		s.Figures = append(s.Figures, &plan.Indicator{Head: plan.Head{ID: id}, Locality: id, Measure: "poverty_rate", Year: 2023, Value: "1"})
	}
	l, _ := s.Make(Ask{Kind: Indicators})
	if asked != rows {
		t.Errorf("%d places are asked for, for %d rows", asked, rows)
	}
	if !slices.IsSortedFunc(l.Rows, func(a, b []string) int { return strings.Compare(a[1], b[1]) }) {
		t.Error("the rows are in no order of places")
	}
}

func TestTheIndexFindsWhatARowRefersTo(t *testing.T) {
	s := Source{
		FollowUps: []*plan.FollowUp{{Head: plan.Head{ID: "b"}, Action: "hai"}, {Head: plan.Head{ID: "a"}, Action: "một"}},
		Progress:  []*plan.ProgressEntry{{FollowUp: "a", On: "2024-07-02", Text: "sau"}, {FollowUp: "a", On: "2024-07-01", Text: "trước"}, {FollowUp: "b", Text: "khác"}},
	}.indexed()
	if got := s.progressOf(s.FollowUps[1]); got != "01/07/2024: trước\n02/07/2024: sau" {
		t.Errorf("progress %q", got)
	}
	if got := s.proposed(&plan.Lesson{FollowUps: []string{"a", "b", "gone", "a"}}); got != "- hai\n- một" {
		t.Errorf("tasks %q", got)
	}
}
