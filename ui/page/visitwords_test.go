package page_test

import (
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

func TestDaysAndWay(t *testing.T) {
	f := pagetest.New(t)
	for _, c := range []struct {
		when plan.Period
		want string
	}{
		{plan.Period{}, ""},
		{plan.Period{From: "2024-06-10"}, "10/06/2024, thứ Hai"},
		{plan.Period{From: "2024-06-10", To: "2024-06-10"}, "10/06/2024, thứ Hai"},
		{plan.Period{From: "2024-06-08", To: "2024-06-09"}, "08/06 – 09/06/2024, thứ Bảy – Chủ nhật"},
	} {
		if got := f.Days(c.when); got != c.want {
			t.Errorf("%v: got %q, want %q", c.when, got, c.want)
		}
	}
	v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit)
	if got := f.Way(v); got != "Thạch An → Đắk Glong" {
		t.Errorf("got %q", got)
	}
	if got := f.Way(&plan.Visit{}); got != "… → …" {
		t.Errorf("a visit of nobody: %q", got)
	}
}

func TestEachStatusHasATone(t *testing.T) {
	for _, s := range plan.Statuses() {
		want := map[plan.Status]kit.Tone{
			plan.StatusIdea: kit.Neutral, plan.StatusPlanned: kit.Neutral, plan.StatusHeld: kit.GreenTone,
			plan.StatusReported: kit.GreenTone, plan.StatusCancelled: kit.RedTone,
		}
		tone, ok := want[s]
		if !ok {
			tone = kit.AccentTone
		}
		if got := page.StatusTone(s); got != tone {
			t.Errorf("%s: %v", s, got)
		}
	}
}
