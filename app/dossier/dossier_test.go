package dossier_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/dossier"
	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
	"nhipcau/app/printout"
)

func write(t *testing.T, v paperstest.Visit, dir string, options dossier.Options) dossier.Made {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	printer := printout.Printer{Fonts: fonts, Info: paper.Info{Created: time.Unix(0, 0)}}
	subject := func(ask papers.Request) (papers.Subject, error) { return v.Desk.Subject(v.ID, ask, nil) }
	made, err := dossier.Write(dir, printer, subject, options)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// The sample has at least 15 papers, each with a name of its own that survives
// every mail program, a PDF of each, and Word files but for cards.
func TestSampleDossier(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "hồ sơ", "2024")
	made := write(t, paperstest.Sample(t), dir, dossier.Options{})
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	bases := map[string][]string{}
	for _, e := range entries {
		extension := filepath.Ext(e.Name())
		base := strings.TrimSuffix(e.Name(), extension)
		bases[base] = append(bases[base], extension)
		for _, r := range e.Name() {
			if r > 'z' {
				t.Errorf("%s has a letter with a mark", e.Name())
			}
		}
	}
	if len(made.Papers) < 15 || len(bases) != len(made.Papers)+1 || len(entries) != len(made.Files)+1 {
		t.Errorf("%d papers, %d base names, %d files of %d", len(made.Papers), len(bases), len(entries), len(made.Files))
	}
	for base, kinds := range bases {
		if !slices.Contains(kinds, ".pdf") {
			t.Errorf("%s has no PDF", base)
		}
		cards := strings.Contains(base, "BienTen") || strings.Contains(base, "TheDaiBieu") || strings.HasPrefix(base, "00_")
		if slices.Contains(kinds, ".docx") == cards {
			t.Errorf("%s: files %v", base, kinds)
		}
	}
	if filepath.Base(made.Whole) != "00_HoSo_ThachAn_20240610.pdf" {
		t.Errorf("whole in %s", made.Whole)
	}
}

func TestADossierIsWrittenAgain(t *testing.T) {
	v, dir := paperstest.Sample(t), t.TempDir()
	first := write(t, v, dir, dossier.Options{})
	if err := os.WriteFile(first.Whole, []byte("cũ"), 0o600); err != nil {
		t.Fatal(err)
	}
	again := write(t, v, dir, dossier.Options{})
	file, err := os.ReadFile(again.Whole)
	if err != nil || !bytes.HasPrefix(file, []byte("%PDF-")) || len(again.Files) != len(first.Files) {
		t.Errorf("%v, begins %q", err, file[:min(5, len(file))])
	}
}

// What is marked for internal use has that in its name, or stays out.
func TestInternalPapersAreMarkedOrLeftOut(t *testing.T) {
	v := paperstest.Sample(t)
	internal := func(made dossier.Made) (n int) {
		for _, file := range made.Files {
			if strings.Contains(file, "_NoiBo.") {
				n++
			}
		}
		return n
	}
	all, public := write(t, v, t.TempDir(), dossier.Options{}), write(t, v, t.TempDir(), dossier.Options{WithoutInternal: true})
	if internal(all) < 3 || internal(public) != 0 || len(public.Papers) >= len(all.Papers) || public.Pages >= all.Pages {
		t.Errorf("%d internal files; without them %d, %d of %d papers", internal(all), internal(public), len(public.Papers), len(all.Papers))
	}
}

// Who leaves internal papers out gets the other ones under the same names, and
// no public one is lost for what somebody typed.
func TestNumbersStayWhereInternalPapersAreLeftOut(t *testing.T) {
	v := paperstest.Sample(t)
	item := desk.Of[*plan.AgendaItem](v.Desk, v.ID)[0]
	item.Title = "Phát tài liệu “LƯU HÀNH NỘI BỘ”"
	if err := v.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(item) }); err != nil {
		t.Fatal(err)
	}
	names := func(made dossier.Made) (out []string) {
		for _, file := range made.Files {
			if !strings.Contains(file, "_NoiBo.") {
				out = append(out, filepath.Base(file))
			}
		}
		return out
	}
	all, public := write(t, v, t.TempDir(), dossier.Options{}), write(t, v, t.TempDir(), dossier.Options{WithoutInternal: true})
	if got, want := names(public), names(all); !slices.Equal(got, want) || len(all.Files) == len(public.Files) {
		t.Errorf("public papers are %v, want %v", got, want)
	}
}

// What bears the mark of a paper for the office alone is one by the catalogue.
func TestWhatIsMarkedAsInternalIsInternal(t *testing.T) {
	v := paperstest.HardVisit(t)
	for _, p := range dossier.Choose(v.Subject(t, papers.Request{Kind: plan.PaperProgramme})) {
		text := paperstest.Layout(t, v.Document(t, p.Request)).Text()
		if strings.Contains(text, official.InternalOnly) && !p.Internal {
			t.Errorf("%s is marked, the catalogue does not say so", p.Title)
		}
	}
}

func TestChoiceFollowsTheVisit(t *testing.T) {
	hard, sample := paperstest.HardVisit(t), paperstest.Sample(t)
	choose := func(v paperstest.Visit) []dossier.Paper {
		return dossier.Choose(v.Subject(t, papers.Request{Kind: plan.PaperProgramme}))
	}
	count := func(list []dossier.Paper, kind, variant string) (n int) {
		for _, p := range list {
			if p.Request.Kind == kind && p.Request.Variant == variant {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		kind, variant string
		hard, sample  int
	}{
		{plan.PaperProgramme, "", 1, 1},
		{plan.PaperProgramme, "days", 1, 0},
		{plan.PaperProgramme, "personal", 0, 0},
		{"seating_plan", "vehicles", 1, 0},
		{"seating_plan", "u_shape", 0, 0},
		{"model_sheet", "", 4, 1},
		{"follow_ups", "month_12", 0, 0},
	} {
		if h, s := count(choose(hard), c.kind, c.variant), count(choose(sample), c.kind, c.variant); h != c.hard || s != c.sample {
			t.Errorf("%s %s: %d and %d, want %d and %d", c.kind, c.variant, h, s, c.hard, c.sample)
		}
	}
	for _, kind := range papers.Kinds() {
		if !slices.ContainsFunc(choose(hard), func(p dossier.Paper) bool { return p.Request.Kind == kind.Code }) {
			t.Errorf("no %s in the dossier", kind.Code)
		}
	}
}

// How tasks stand so many months after the visit is told once they have passed.
func TestStatesOfTasksComeWhenTheirDayHasCome(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: plan.PaperProgramme})
	last := s.View.Visit.When.Last()
	for day, want := range map[civil.Date]int{last.AddMonths(1).AddDays(-1): 0, last.AddMonths(1): 1, last.AddMonths(7): 3, last.AddMonths(12): 4} {
		s.Today = day
		told := 0
		for _, p := range dossier.Choose(s) {
			if strings.HasPrefix(p.Request.Variant, "month_") {
				told++
			}
		}
		if told != want {
			t.Errorf("on %s: %d states, want %d", day, told, want)
		}
	}
}
