package papers_test

import (
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
)

// Posts on a drawing are all there in one size that can be read, or all left to the list.
func TestPostsOfASeatingPlanAreAlikeOrNone(t *testing.T) {
	for _, v := range paperstest.Visits(t) {
		s := meetingSubject(t, v, "seating_plan", "")
		names, sizes := 0, map[float64]int{}
		for _, label := range labels(papers.SeatingPlan(s)) {
			run := label.Paragraphs[0].Runs[0]
			if run.Bold {
				names++
			} else {
				sizes[run.Size]++
			}
		}
		switch {
		case v.Name == "hard" && len(sizes) != 0:
			t.Errorf("posts at their longest stand in small boxes: %v", sizes)
		case v.Name == "sample" && len(sizes) != 1:
			t.Errorf("sizes of posts in boxes that have room: %v", sizes)
		}
		for size := range sizes {
			if size < 6.5 {
				t.Errorf("%s: posts of %g points can't be read", v.Name, size)
			}
		}
		if names < 7 {
			t.Errorf("%s: only %d names", v.Name, names)
		}
	}
}

func labels(d paper.Document) []paper.Label {
	var list []paper.Label
	for _, block := range d.Blocks {
		drawing, is := block.(paper.Drawing)
		if !is {
			continue
		}
		for _, shape := range drawing.Shapes {
			if label, is := shape.(paper.Label); is {
				list = append(list, label)
			}
		}
	}
	return list
}
