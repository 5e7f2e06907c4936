package papers_test

import (
	"slices"
	"testing"

	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
)

// An editor of wordings lists the names although no visit is open.
func TestPlaceholdersAreNamedWithoutAVisit(t *testing.T) {
	names := papers.Placeholders()
	for _, want := range []string{"đoàn", "chủ nhà", "chuyến đi", "nội dung", "chuyên đề"} {
		if !slices.Contains(names, want) {
			t.Errorf("%q is not among %q", want, names)
		}
	}
	text := ""
	for _, name := range names {
		text += name + ": {" + name + "}.\n"
	}
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "thanks"})
	s.Paper.Wording = text
	got := made(t, s)
	has(t, got, "khách: huyện Thạch An.", "chuyến đi: đi học tập kinh nghiệm", "trưởng đoàn: đồng chí Nông Long Giang", "ngày: ngày 10/6/2024.")
	lacks(t, got, "{", "}")
}
