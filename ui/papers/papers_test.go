package papers_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	paper "nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/papers"
)

func TestSaveWritesThePaperAndDoesNotCountAsPrinting(t *testing.T) {
	f := pagetest.New(t)
	f.Saved = filepath.Join(t.TempDir(), "ct.pdf")
	tab := papers.NewTab(f.Host)
	f.ShowTab(tab)
	f.Press(f.Say("papers.pdf"))
	raw, err := os.ReadFile(f.Saved)
	if err != nil || !bytes.HasPrefix(raw, []byte("%PDF-")) {
		t.Fatalf("no PDF was written: %v", err)
	}
	if p := f.Desk.PaperOf(f.Visit, "programme", ""); p.Printed != "" {
		t.Error("a file that was saved counts as printed")
	}
	f.Toasts[0].Act()
	if len(f.Opened) != 1 || f.Opened[0] != f.Saved {
		t.Errorf("opened %v", f.Opened)
	}
}

func TestPrintAsksForAPrinterAndCountsAsPrinting(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(papers.NewTab(f.Host))
	f.Press(f.Say("papers.print"))
	f.Key(fyne.KeyEscape)
	if p := f.Desk.PaperOf(f.Visit, "programme", ""); p.Printed != "" {
		t.Error("what was cancelled counts as printed")
	}
	f.Press(f.Say("papers.print"))
	f.Key(fyne.KeyReturn)
	if len(f.Printer.Jobs) != 1 || f.Printer.Jobs[0].Title != "Chương trình" || len(f.Printer.Jobs[0].Pages.List) == 0 {
		t.Errorf("printed %+v", f.Printer.Jobs)
	}
	if p := f.Desk.PaperOf(f.Visit, "programme", ""); p.Printed == "" {
		t.Error("what was printed does not count")
	}
}

func TestWhatIsDecidedIsKept(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(papers.NewTab(f.Host))
	f.Fill(f.Words.Field(plan.KindPaper, "number"), "15")
	f.Fill(f.Words.Field(plan.KindPaper, "place"), "Đắk Glong")
	p := f.Desk.PaperOf(f.Visit, "programme", "")
	if p.Number != "15" || p.Place != "Đắk Glong" || len(p.Conflicts) != 0 {
		t.Errorf("kept %+v", p)
	}
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "papers", papers.NewTab, nil)
}

func TestAnotherVariantIsAnotherPaper(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(papers.NewTab(f.Host))
	f.Fill(f.Words.Field(plan.KindPaper, "number"), "15")
	f.Fill(f.Words.Field(plan.KindPaper, "variant"), "Nội bộ, có phân công chuẩn bị")
	f.Fill(f.Words.Field(plan.KindPaper, "number"), "16")
	if usual, internal := f.Desk.PaperOf(f.Visit, "programme", ""), f.Desk.PaperOf(f.Visit, "programme", "internal"); usual.Number != "15" || internal.Number != "16" {
		t.Errorf("numbers %q and %q", usual.Number, internal.Number)
	}
	var proposed string
	f.SaveFile = func(name string, _ func(string)) { proposed = name }
	f.Press(f.Say("papers.pdf"))
	if proposed != "CTr_NoiBoCoPhanCongChuanBi_ThachAn_DakGlong_20240610.pdf" {
		t.Errorf("the file is called %q", proposed)
	}
}

// The sheets of two people must not take each other's place.
func TestTheNameOfAFileNamesThePerson(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(papers.NewTab(f.Host))
	f.Fill(f.Words.Field(plan.KindPaper, "variant"), "Của một người")
	var proposed string
	f.SaveFile = func(name string, _ func(string)) { proposed = name }
	f.Press(f.Say("papers.pdf"))
	first := f.Desk.Delegation(f.Visit, plan.Guest)[0].Attendee
	if want := "CTr_CuaMotNguoi_" + vietnamese.FileWord(first.Name) + "_ThachAn_DakGlong_20240610.pdf"; proposed != want {
		t.Errorf("the file is called %q, want %q", proposed, want)
	}
}

// What changed while the dialog for printing was open is marked afterwards.
func TestAChangeWhileTheDialogIsOpenIsSeenAfterThePrint(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(papers.NewTab(f.Host))
	f.Press(f.Say("papers.print"))
	item := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)[0]
	item.Title = "Đón tiếp đại biểu tại sảnh"
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(item) }); err != nil {
		t.Fatal(err)
	}
	f.Key(fyne.KeyReturn)
	r, err := f.Desk.Reprint(f.Visit, paper.Request{Kind: plan.PaperProgramme}, func(plan.Record, string) string { return "" })
	if err != nil || r.Last.IsZero() || r.Changes != 1 || r.Revision != 2 {
		t.Errorf("%d changes, print %d of %v, %v", r.Changes, r.Revision, r.Last, err)
	}
}

func TestTheWholeDossierIsWritten(t *testing.T) {
	f := pagetest.New(t)
	f.Folder = t.TempDir()
	f.ShowTab(papers.NewTab(f.Host))
	f.Press(f.Say("papers.dossier"))
	f.Press(f.Say("papers.dossier_folder"))
	whole, _ := filepath.Glob(filepath.Join(f.Folder, "00_*.pdf"))
	words, _ := filepath.Glob(filepath.Join(f.Folder, "*.docx"))
	if len(whole) != 1 || len(words) < 15 {
		t.Errorf("%d files of the whole, %d Word files", len(whole), len(words))
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if len(f.Opened) != 1 || f.Opened[0] != f.Folder {
		t.Errorf("opened %v", f.Opened)
	}
}

// A dossier for the other locality leaves out what is for the office alone; no
// dossier counts as printed.
func TestInternalPapersStayOutOfADossierOnRequest(t *testing.T) {
	f := pagetest.New(t)
	f.Folder = t.TempDir()
	f.ShowTab(papers.NewTab(f.Host))
	f.Press(f.Say("papers.dossier"))
	f.Type(" ")
	f.Press(f.Say("papers.dossier_folder"))
	internal, _ := filepath.Glob(filepath.Join(f.Folder, "*_NoiBo.*"))
	all, _ := filepath.Glob(filepath.Join(f.Folder, "*.pdf"))
	if len(internal) != 0 || len(all) < 15 {
		t.Errorf("%d internal files of %d", len(internal), len(all))
	}
	for _, p := range desk.Of[*plan.Paper](f.Desk, f.Visit) {
		if p.Printed != "" {
			t.Errorf("%s counts as printed", p.PaperKind)
		}
	}
}

// After a print, what changed is marked on request: the page says which print it
// is, and the changed line has a stroke.
func TestChangesSinceThePrintAreMarked(t *testing.T) {
	f := pagetest.New(t)
	tab := papers.NewTab(f.Host)
	f.ShowTab(tab)
	f.Press(f.Say("papers.print"))
	f.Key(fyne.KeyReturn)
	item := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)[0]
	item.Title = "Đón tiếp đại biểu tại sảnh"
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(item) }); err != nil {
		t.Fatal(err)
	}
	tab.Update()
	for _, o := range test.LaidOutObjects(f.Window.Content()) {
		if c, ok := o.(*kit.CheckBox); ok && c.Text() == f.Say("papers.mark_changes") {
			test.Tap(c)
		}
	}
	if texts := strings.Join(f.Texts(), "\n"); !strings.Contains(texts, "(bản in lần 2)") {
		t.Errorf("no word of the second print in\n%s", texts)
	}
}

// The tab after a change, with signers to choose among and only changed pages.
func TestLooksOfAReprint(t *testing.T) {
	pagetest.Looks(t, "papers-reprint", papers.NewTab, func(f *pagetest.Fixture, p page.Page) {
		signed(t, f)
		p.Update()
		printPaper(f)
		item := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)[0]
		item.Title = "Đón tiếp đại biểu tại sảnh"
		put(t, f, item)
		p.Update()
		tick(t, f, f.Say("papers.mark_changes"))
		tick(t, f, f.Say("papers.only_changed"))
	})
}
