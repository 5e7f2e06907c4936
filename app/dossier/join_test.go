package dossier

import (
	"fmt"
	"strings"
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// The contents name the page on which each paper begins, as do the bookmarks.
func TestContentsNameThePages(t *testing.T) {
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	v := paperstest.HardVisit(t)
	base := v.Subject(t, papers.Request{Kind: plan.PaperProgramme})
	list, err := layOut(base, fonts, func(ask papers.Request) (papers.Subject, error) { return v.Desk.Subject(v.ID, ask, nil) }, Options{})
	if err != nil {
		t.Fatal(err)
	}
	whole, err := join(base, fonts, list)
	if err != nil {
		t.Fatal(err)
	}
	begins := map[string]int{}
	for i, page := range whole.List {
		for _, mark := range page.Bookmarks {
			if mark.Level == 1 {
				begins[mark.Title] = i + 1
			}
		}
	}
	words := strings.Join(strings.Fields(whole.Text()), " ")
	for i, p := range list {
		first := begins[p.Title]
		if first == 0 || whole.List[first-1].Number != 1 {
			t.Errorf("%s begins on page %d", p.Title, first)
			continue
		}
		line := fmt.Sprintf("%02d %s %d HS-%d", i+1, p.Title, len(p.pages.List), first)
		if !strings.Contains(words, line) {
			t.Errorf("%q is not in the contents", line)
		}
	}
}

// The cover bears the head of the body that issues the papers, and no line that
// says nothing.
func TestTheCoverIsOfWhoIssuesIt(t *testing.T) {
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	for _, party := range []bool{false, true} {
		s := paperstest.Sample(t).Subject(t, papers.Request{Kind: plan.PaperProgramme})
		s.Style.Party = party
		s.Hosts = append(s.Hosts, papers.Party{})
		pages, err := paper.Layout(front(s, nil), fonts)
		if err != nil {
			t.Fatal(err)
		}
		text := pages.Text()
		if strings.Contains(text, official.PartyName) != party || strings.Contains(text, official.Nation) == party {
			t.Errorf("party %v: the head is wrong in %.200s", party, text)
		}
		if n := strings.Count(text, "Nơi đến:"); n != 1 {
			t.Errorf("%d places to go to, want 1", n)
		}
	}
}
