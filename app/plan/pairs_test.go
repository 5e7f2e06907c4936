package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/plan"
)

func ranked(name string, functions ...string) plan.Ranked {
	return plan.Ranked{Attendee: &plan.Attendee{Name: name}, Functions: functions}
}

// pairLines writes pairs as "guest - host (function)".
func pairLines(pairs []plan.Counterpart) []string {
	var out []string
	for _, p := range pairs {
		guest, host := "…", "…"
		if p.Guest != nil {
			guest = p.Guest.Name
		}
		if p.Host != nil {
			host = p.Host.Name
		}
		out = append(out, guest+" - "+host+" ("+p.Function+")")
	}
	return out
}

// The delegations are those of the public article on the visit of 10 June 2024.
func TestPairsOfTheArticle(t *testing.T) {
	guests := []plan.Ranked{
		ranked("Nông Long Giang", "deputy chair of committee"),
		ranked("Triệu Thị Thiết", "standing deputy secretary", "chair of council"),
		ranked("Nông Thế Phúc", "chair of committee"),
		ranked("Lãnh đạo các phòng, ban"),
	}
	hosts := []plan.Ranked{
		ranked("Nguyễn Văn Thông", "standing deputy secretary"),
		ranked("Trần Nam Thuần", "deputy secretary", "chair of committee"),
		ranked("Nguyễn Hữu Tấn", "deputy chair of council"),
		ranked("Trịnh Anh", "deputy chair of committee"),
	}
	want := []string{
		"Nông Long Giang - Trịnh Anh (deputy chair of committee)",
		"Triệu Thị Thiết - Nguyễn Văn Thông (standing deputy secretary)",
		"Nông Thế Phúc - Trần Nam Thuần (chair of committee)",
		"… - Nguyễn Hữu Tấn (deputy chair of council)",
	}
	pairs := plan.Pairs(guests, hosts)
	if diff := cmp.Diff(want, pairLines(pairs)); diff != "" {
		t.Errorf("pairs (-want +got):\n%s", diff)
	}
	if pairs[0].Gap() || !pairs[3].Gap() {
		t.Error("gaps are not told apart")
	}
}

func TestPairs(t *testing.T) {
	declined := ranked("g0", "chair")
	declined.Attendee.Attendance = plan.Declined
	for _, c := range []struct {
		name          string
		guests, hosts []plan.Ranked
		want          []string
	}{
		{"nobody", nil, nil, nil},
		{"the best post goes before a further one", []plan.Ranked{ranked("g1", "a", "b"), ranked("g2", "b")}, []plan.Ranked{ranked("h1", "b")}, []string{"g1 - … (a)", "g2 - h1 (b)"}},
		{"the order decides among equals", []plan.Ranked{ranked("g1", "a"), ranked("g2", "a"), ranked("g3", "a")}, []plan.Ranked{ranked("h1", "a"), ranked("h2", "a")}, []string{"g1 - h1 (a)", "g2 - h2 (a)", "g3 - … (a)"}},
		{"who has declined is absent", []plan.Ranked{declined, ranked("g1", "chair")}, []plan.Ranked{ranked("h1", "chair")}, []string{"g1 - h1 (chair)"}},
	} {
		if diff := cmp.Diff(c.want, pairLines(plan.Pairs(c.guests, c.hosts))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPairsNameEverybodyOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(side string) []plan.Ranked {
			n := rapid.IntRange(0, 6).Draw(t, side)
			out := make([]plan.Ranked, n)
			for i := range out {
				functions := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c"}), 1, 3, rapid.ID[string]).Draw(t, "functions")
				out[i] = ranked(side, functions...)
			}
			return out
		}
		guests, hosts := draw("guest"), draw("host")
		seen := map[*plan.Attendee]int{}
		for _, p := range plan.Pairs(guests, hosts) {
			if p.Guest == nil && p.Host == nil {
				t.Fatal("a pair of nobody")
			}
			seen[p.Guest]++
			seen[p.Host]++
		}
		for _, r := range append(guests, hosts...) {
			if seen[r.Attendee] != 1 {
				t.Fatalf("somebody stands in %d pairs", seen[r.Attendee])
			}
		}
	})
}
