package papers_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/papers"
)

// box finds the tick with the word; nil where there is none.
func box(f *pagetest.Fixture, word string) *kit.CheckBox {
	for _, o := range test.LaidOutObjects(f.Window.Content()) {
		if c, ok := o.(*kit.CheckBox); ok && c.Text() == word && c.Visible() {
			return c
		}
	}
	return nil
}

// reprinted opens the tab on a programme that has changed since it was printed.
func reprinted(t *testing.T, f *pagetest.Fixture) page.Page {
	t.Helper()
	tab := papers.NewTab(f.Host)
	f.ShowTab(tab)
	printPaper(f)
	change(t, f)
	tab.Update()
	return tab
}

func change(t *testing.T, f *pagetest.Fixture) {
	t.Helper()
	item := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)[0]
	item.Title += " tại sảnh"
	put(t, f, item)
}

// What is marked is marked on the paper that was looked at, and until it is
// printed: the next paper comes without marks.
func TestMarksHoldForOnePrintOfOnePaper(t *testing.T) {
	for name, away := range map[string]func(*pagetest.Fixture, page.Page){
		"another paper": func(f *pagetest.Fixture, tab page.Page) {
			tab.Open(page.Route{Visit: f.Visit, Record: "thanks"})
			tab.Open(page.Route{Visit: f.Visit, Record: plan.PaperProgramme})
		},
		"another visit": func(f *pagetest.Fixture, tab page.Page) {
			other := &plan.Visit{Title: "Chuyến khác"}
			put(t, f, other)
			tab.Open(page.Route{Visit: other.ID})
			tab.Open(page.Route{Visit: f.Visit})
		},
		"a print": func(f *pagetest.Fixture, _ page.Page) {
			printPaper(f)
			change(t, f)
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := pagetest.New(t)
			tab := reprinted(t, f)
			tick(t, f, f.Say("papers.mark_changes"))
			away(f, tab)
			tab.Update()
			if c := box(f, f.Say("papers.mark_changes")); c == nil || c.Checked() {
				t.Errorf("the changes are marked still: %v", f.Texts())
			}
		})
	}
}

// The panel keeps its widgets when something changed elsewhere: what has the
// keyboard keeps it.
func TestTheKeyboardStaysInThePanel(t *testing.T) {
	f := pagetest.New(t)
	tab := reprinted(t, f)
	field := f.Field(f.Words.Field(plan.KindPaper, "variant"))
	field.Focus()
	focused := f.Window.Canvas().Focused()
	change(t, f)
	tab.Update()
	if !slices.ContainsFunc(test.LaidOutObjects(f.Window.Content()), func(o fyne.CanvasObject) bool { return o == focused.(fyne.CanvasObject) }) {
		t.Error("the field with the keyboard is not in the window any more")
	}
	c := box(f, f.Say("papers.mark_changes"))
	f.Window.Canvas().Focus(c)
	f.Type(" ")
	if now := f.Window.Canvas().Focused(); now != fyne.Focusable(c) || !c.Checked() || !c.Visible() {
		t.Errorf("after ticking, %v has the keyboard", now)
	}
	if !slices.ContainsFunc(test.LaidOutObjects(f.Window.Content()), func(o fyne.CanvasObject) bool { return o == fyne.CanvasObject(c) }) {
		t.Error("the tick with the keyboard is not in the window any more")
	}
}

// What is typed while the dossier is made is kept at once; the dossier can be
// stopped.
func TestTheDossierDoesNotHoldUpChanges(t *testing.T) {
	f := pagetest.New(t)
	f.Folder = t.TempDir()
	f.ShowTab(papers.NewTab(f.Host))
	straight := f.Kit.Run
	var waiting []func()
	f.Kit.Run = func(ctx context.Context, work func(context.Context), publish func()) {
		waiting = append(waiting, func() { kit.Straight(ctx, work, publish) })
	}
	f.Press(f.Say("papers.dossier"))
	f.Press(f.Say("papers.dossier_folder"))
	f.Kit.Run = straight
	if f.Writer.Busy() || len(waiting) != 1 {
		t.Fatalf("the writer is busy: %v, %d jobs wait", f.Writer.Busy(), len(waiting))
	}
	f.Fill(f.Words.Field(plan.KindPaper, "number"), "15")
	if p := f.Desk.PaperOf(f.Visit, "programme", ""); p.Number != "15" {
		t.Errorf("kept number %q", p.Number)
	}
	f.Press(f.Say("papers.dossier_stop"))
	waiting[0]()
	if files, _ := filepath.Glob(filepath.Join(f.Folder, "*")); len(files) != 0 || f.LastToast() != f.Say("papers.dossier_stopped") {
		t.Errorf("wrote %v and said %q", files, f.LastToast())
	}
	f.Press(f.Say("papers.dossier"))
	f.Press(f.Say("papers.dossier_folder"))
	if files, _ := filepath.Glob(filepath.Join(f.Folder, "*")); len(files) == 0 {
		t.Error("it can't be made after that")
	}
}

// Every form of the programme but the internal one says what it leaves out.
func TestWhatIsLeftOutIsToldOnEveryForm(t *testing.T) {
	f := pagetest.New(t)
	item := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)[0]
	item.Internal = true
	put(t, f, item)
	f.ShowTab(papers.NewTab(f.Host))
	kind, _ := f.Desk.Catalogue().Paper(plan.PaperProgramme)
	for _, v := range kind.Variants {
		f.Fill(f.Words.Field(plan.KindPaper, "variant"), v.Label(f.Words.Language()))
		if told := slices.Contains(f.Texts(), f.Say("papers.internal_left_out", "Count", 1)); told == (v.Code == "internal") {
			t.Errorf("%s: told %v", v.Code, told)
		}
	}
}
