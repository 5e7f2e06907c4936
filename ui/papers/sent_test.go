package papers

import (
	"testing"

	"nhipcau/app/desk/desktest"
	"nhipcau/app/papers"
	"nhipcau/app/plan"

	"nhipcau/app/desk"
)

// Only all pages together are a print, in one job or in several of the same
// paper as it stood at the same time.
func TestPagesSentMakeAPrint(t *testing.T) {
	d := desktest.New(t)
	programme, letter := papers.Request{Kind: plan.PaperProgramme}, papers.Request{Kind: "letter"}
	at := d.Moment()
	var s sent
	for i, c := range []struct {
		ask   papers.Request
		pages []int
		whole bool
	}{
		{programme, []int{0, 1, 2}, true},
		{programme, []int{1}, false},
		{programme, []int{1}, false},
		{letter, []int{0, 2}, false},
		{letter, []int{1}, true},
		{letter, []int{1}, false},
	} {
		if got := s.whole(c.ask, at, c.pages, 3); got != c.whole {
			t.Errorf("job %d: whole %v", i, got)
		}
	}
	if err := d.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(&plan.Visit{Title: "Chuyến đi khác"}) }); err != nil {
		t.Fatal(err)
	}
	if s.whole(letter, d.Moment(), []int{0, 2}, 3) {
		t.Error("pages from before and after a change make one print")
	}
}
