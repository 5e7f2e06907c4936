package papers_test

import (
	"slices"
	"strings"
	"testing"

	"nhipcau/app/catalogue"
	"nhipcau/app/papers"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	ui "nhipcau/ui/papers"
)

// worded opens the texts of a paper that our office may word anew.
func worded(t *testing.T, o pagetest.Options, kind string) *pagetest.Fixture {
	t.Helper()
	f := pagetest.With(t, o)
	f.Show(ui.NewTab(f.Host), page.Route{Visit: f.Visit, Record: kind})
	f.Press(f.Say("papers.wordings"))
	return f
}

// wordingsOf lists the texts of the catalogue for a paper.
func wordingsOf(f *pagetest.Fixture, kind string) []catalogue.Wording {
	return slices.DeleteFunc(slices.Clone(f.Desk.Catalogue().Wordings.All()), func(w catalogue.Wording) bool { return w.Paper != kind })
}

func TestATextIsWordedAnewAndTheOriginalComesBack(t *testing.T) {
	f := worded(t, pagetest.Options{}, papers.PaperRunningOrder)
	text := wordingsOf(f, papers.PaperRunningOrder)[0]
	if !slices.ContainsFunc(f.Texts(), func(s string) bool { return strings.Contains(s, "{khách}") }) {
		t.Error("nothing says what may stand in braces")
	}
	f.Fill(text.Label(f.Words.Language()), "Kính thưa {khách}!")
	f.Press(f.Say("papers.wordings_keep"))
	if got := f.Desk.Office().Wording; len(got) != 1 || got[text.Code] != "Kính thưa {khách}!" {
		t.Fatalf("kept %v", got)
	}
	f.Press(f.Say("papers.wordings"))
	if got := f.Field(text.Label(f.Words.Language())).Text(); got != "Kính thưa {khách}!" {
		t.Errorf("the dialog shows %q", got)
	}
	f.Press(f.Say("papers.original"))
	f.Press(f.Say("papers.wordings_keep"))
	if got := f.Desk.Office().Wording; len(got) != 0 {
		t.Errorf("the original is not back: %v", got)
	}
	f.Undo()
	if got := f.Desk.Office().Wording; len(got) != 1 {
		t.Errorf("undo brings back %v", got)
	}
}

// However many texts a paper has, the button that keeps them stays in the window.
func TestTheDialogOfTheWordingsFitsTheWindow(t *testing.T) {
	f := pagetest.New(t)
	for _, kind := range papers.Kinds() {
		if len(wordingsOf(f, kind.Code)) == 0 {
			continue
		}
		t.Run(kind.Code, func(t *testing.T) {
			f := pagetest.With(t, pagetest.Options{Width: 1366, Height: 768})
			f.Show(ui.NewTab(f.Host), page.Route{Visit: f.Visit, Record: kind.Code})
			if !slices.Contains(f.Texts(), f.Say("papers.wordings")) {
				return // another office issues it
			}
			f.Press(f.Say("papers.wordings"))
			f.Shot("papers-wordings-" + kind.Code)
			if !f.InSight(f.Say("papers.wordings_keep")) {
				t.Error("the button is outside the window")
			}
		})
	}
}
