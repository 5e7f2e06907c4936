package papers_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/plan"
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

func TestPrintHandsAFileToThePrinter(t *testing.T) {
	f := pagetest.New(t)
	f.ShowTab(papers.NewTab(f.Host))
	f.Press(f.Say("papers.print"))
	if len(f.Printed) != 1 || filepath.Base(f.Printed[0]) != "CTr_ThachAn_DakGlong_20240610.pdf" {
		t.Errorf("printed %v", f.Printed)
	}
	if raw, err := os.ReadFile(f.Printed[0]); err != nil || !bytes.HasPrefix(raw, []byte("%PDF-")) {
		t.Errorf("what was handed over cannot be read: %v", err)
	}
	if !strings.HasPrefix(f.Printed[0], f.Machine.Dir) {
		t.Errorf("%q is not where it is swept", f.Printed[0])
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
}
