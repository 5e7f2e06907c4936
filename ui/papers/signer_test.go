package papers_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/papers"
)

// signed keeps two signers in the office.
func signed(t *testing.T, f *pagetest.Fixture) {
	t.Helper()
	o := f.Desk.Office()
	o.Signers = []plan.Signer{
		{Name: "Đại biểu 01", Lines: []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}},
		{Name: "Đại biểu 02", Lines: []string{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}, Authority: plan.Authority{Mode: "by_order", Head: "Chủ tịch", Post: "Chánh Văn phòng"}},
	}
	put(t, f, o)
}

func put(t *testing.T, f *pagetest.Fixture, r plan.Record) {
	t.Helper()
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(r) }); err != nil {
		t.Fatal(err)
	}
}

func TestASignerIsChosenForThePaper(t *testing.T) {
	f := pagetest.New(t)
	signed(t, f)
	f.ShowTab(papers.NewTab(f.Host))
	choice := f.Say("signers.choose")
	if got := f.Field(choice).Text(); !strings.Contains(got, "Đại biểu 01") {
		t.Errorf("as usual signs %q", got)
	}
	f.Fill(choice, "Đại biểu 02 – TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG")
	p := f.Desk.PaperOf(f.Visit, "programme", "")
	if p.Signer.Name != "Đại biểu 02" || p.Signer.Lines[0] != "TL. CHỦ TỊCH" || p.Signer.Authority.Mode != "" {
		t.Fatalf("kept %+v", p.Signer)
	}
	// What is typed on the paper itself goes before the choice, and is shown in it.
	f.Fill(f.Words.Field(plan.KindPaper, "signer.name"), "Đại biểu 03")
	if got := f.Field(choice).Text(); !strings.Contains(got, "Đại biểu 03") {
		t.Errorf("the choice shows %q", got)
	}
	f.Undo()
	f.Undo()
	if p := f.Desk.PaperOf(f.Visit, "programme", ""); p.Signer.Name != "" || len(p.Signer.Lines) != 0 {
		t.Errorf("after undo %+v", p.Signer)
	}
}

func TestOneSignerIsNoChoice(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(papers.NewTab(f.Host))
	for _, o := range test.LaidOutObjects(f.Window.Content()) {
		if s, ok := o.(*kit.Select); ok && s.Label() == f.Say("signers.choose") && s.Visible() {
			t.Error("a signer can be chosen among none")
		}
	}
}

func tick(t *testing.T, f *pagetest.Fixture, word string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(f.Window.Content()) {
		if c, ok := o.(*kit.CheckBox); ok && strings.HasPrefix(c.Text(), word) {
			test.Tap(c)
			return
		}
	}
	t.Fatalf("no box %q", word)
}

// Pages without a change are left out of the preview, of what is printed and of
// the PDF alike.
func TestOnlyPagesWithAChangeArePrinted(t *testing.T) {
	f := pagetest.New(t)
	tab := papers.NewTab(f.Host)
	f.ShowTab(tab)
	printPaper(f)
	all := len(f.Printer.Jobs[0].Pages.List)
	if all < 2 {
		t.Fatalf("the programme has %d pages", all)
	}
	last := desk.Of[*plan.AgendaItem](f.Desk, f.Visit)
	item := last[len(last)-1]
	item.Title = "Chia tay đoàn tại sảnh trụ sở"
	put(t, f, item)
	tab.Update()
	tick(t, f, f.Say("papers.mark_changes"))
	tick(t, f, f.Say("papers.only_changed"))
	f.Saved = filepath.Join(t.TempDir(), "ct.pdf")
	f.Press(f.Say("papers.pdf"))
	raw, err := os.ReadFile(f.Saved)
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	printPaper(f) // after which nothing is changed
	for _, p := range f.Printer.Jobs[1].Pages.List {
		if p.Changed {
			changed++
		}
	}
	inPDF := bytes.Count(raw, []byte("/Type /Page\n"))
	if n := len(f.Printer.Jobs[1].Pages.List); n >= all || n != changed || n != inPDF {
		t.Errorf("%d of %d pages are printed, %d of them changed; %d in the PDF", n, all, changed, inPDF)
	}
}

func printPaper(f *pagetest.Fixture) {
	f.Press(f.Say("papers.print"))
	f.Key(fyne.KeyReturn)
}

// Preview and saving run at the same time, each off the UI goroutine.
func TestSavingWhileThePreviewIsMade(t *testing.T) {
	f := pagetest.New(t)
	tab := papers.NewTab(f.Host)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() { papers.Fetch(tab, f.Visit) })
		wg.Go(func() {
			if err := papers.Write(tab, f.Visit, filepath.Join(t.TempDir(), "ct.pdf")); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
