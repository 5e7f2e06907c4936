package plan_test

import (
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

func visitOn(id, guest, host string, day civil.Date) *plan.Visit {
	v := &plan.Visit{Title: "chuyến " + id, Guest: guest, Hosts: []string{"x", host}, When: plan.Period{From: day}}
	v.ID = id
	return v
}

func TestMetBefore(t *testing.T) {
	const day civil.Date = "2026-06-10"
	cancelled := visitOn("cancelled", "g", "h", day)
	cancelled.Status = plan.StatusCancelled
	for name, c := range map[string]struct {
		other *plan.Visit
		found bool
	}{
		"the same year":        {visitOn("a", "g", "h", "2026-01-05"), true},
		"exactly 24 months":    {visitOn("a", "g", "h", "2024-06-10"), true},
		"a day more":           {visitOn("a", "g", "h", "2024-06-09"), false},
		"one that is to come":  {visitOn("a", "g", "h", "2027-01-01"), true},
		"another guest":        {visitOn("a", "k", "h", day), false},
		"another host":         {visitOn("a", "g", "k", day), false},
		"a cancelled one":      {cancelled, false},
		"one without a day":    {visitOn("a", "g", "h", ""), false},
		"one that has no host": {&plan.Visit{Guest: "g", When: plan.Period{From: day}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			got := plan.MetBefore("g", []string{"h"}, day, []*plan.Visit{c.other})
			if (len(got) == 1) != c.found {
				t.Fatalf("got %v", got)
			}
			if c.found && (got[0].Level != plan.LevelWarning || got[0].Other[0] != "a" || got[0].Args["Title"] != "chuyến a") {
				t.Errorf("got %+v", got[0])
			}
		})
	}
	if got := plan.MetBefore("g", []string{"h"}, "", []*plan.Visit{visitOn("a", "g", "h", day)}); got != nil {
		t.Errorf("without a day: %v", got)
	}
}

func TestRoleIn(t *testing.T) {
	for _, c := range []struct {
		locality string
		want     plan.Role
	}{
		{"", ""},
		{"g", plan.RoleTravel},
		{"h2", plan.RoleReceive},
		{"other", ""},
	} {
		if got := plan.RoleIn(c.locality, "g", []string{"h1", "h2"}); got != c.want {
			t.Errorf("%q: got %q, want %q", c.locality, got, c.want)
		}
	}
	if got := plan.RoleIn("g", "g", []string{"g"}); got != plan.RoleReceive {
		t.Errorf("within one locality: got %q", got)
	}
}
