package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/papers"
)

// A visit that sees no model has the sheet of one as a form, in the window too.
func TestTheSheetOfAModelIsAFormWhereThereIsNone(t *testing.T) {
	f := pagetest.New(t)
	remove(t, f, desk.Of[*plan.FieldVisit](f.Desk, f.Visit)...)
	tab := papers.NewTab(f.Host)
	f.ShowTab(tab)
	tab.Open(page.Route{Visit: f.Visit, Record: "model_sheet"})
	if name := proposed(f); !strings.HasPrefix(name, "PhieuMoHinh") {
		t.Errorf("proposed %q", name)
	}
}

// The programme of one person, where there is nobody, is told and leaves the
// tab on a paper that can be made.
func TestAPaperForNobodyLeavesTheTabOnOneThatCanBeMade(t *testing.T) {
	f := pagetest.New(t)
	f.ExpectFailure = true
	remove(t, f, desk.Of[*plan.Attendee](f.Desk, f.Visit)...)
	f.ShowTab(papers.NewTab(f.Host))
	kind, _ := f.Desk.Catalogue().Paper(plan.PaperProgramme)
	for _, v := range kind.Variants {
		if v.Code == "personal" {
			f.Fill(f.Words.Field(plan.KindPaper, "variant"), v.Label(f.Words.Language()))
		}
	}
	if len(f.Failures) != 1 || fault.KeyOf(f.Failures[0]) != "fault.paper_whom" {
		t.Errorf("told %v", f.Failures)
	}
	if name := proposed(f); !strings.HasPrefix(name, "CTr_") {
		t.Errorf("proposed %q", name)
	}
}

// proposed is the name under which the tab would save what it shows.
func proposed(f *pagetest.Fixture) string {
	var proposed string
	f.SaveFile = func(name string, _ func(string)) { proposed = name }
	f.Press(f.Say("papers.pdf"))
	return proposed
}

func remove[T plan.Record](t *testing.T, f *pagetest.Fixture, list ...T) {
	t.Helper()
	err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error {
		for _, r := range list {
			if err := tx.Delete(r.Meta().ID); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
