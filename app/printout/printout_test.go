package printout_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/printout"
)

func printer(t *testing.T) printout.Printer {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	return printout.Printer{Fonts: fonts}
}

func twoPages() paper.Document {
	line := paper.Paragraph{Runs: []paper.Run{{Text: "Chương trình"}}}
	return paper.Document{Page: paper.A4Portrait(), Blocks: []paper.Block{line, paper.PageBreak{}, line}}
}

// The end of the name decides, in capitals too.
func TestTheNameSaysWhatIsMade(t *testing.T) {
	dir := t.TempDir()
	for name, begins := range map[string]string{"a.pdf": "%PDF-", "b.DOCX": "PK\x03\x04", "c.docx": "PK\x03\x04"} {
		made, err := printer(t).Write(filepath.Join(dir, name), twoPages())
		if err != nil || made.Pages != 2 || len(made.Files) != 1 {
			t.Fatalf("%s: %+v, %v", name, made, err)
		}
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !bytes.HasPrefix(raw, []byte(begins)) {
			t.Errorf("%s begins with %.5q, %v", name, raw, err)
		}
	}
}

func TestPicturesArePageByPage(t *testing.T) {
	dir := t.TempDir()
	made, err := printer(t).Write(filepath.Join(dir, "ct.png"), twoPages())
	if err != nil || len(made.Files) != 2 || filepath.Base(made.Files[1]) != "ct-2.png" {
		t.Fatalf("%+v, %v", made, err)
	}
	for _, file := range made.Files {
		if raw, err := os.ReadFile(file); err != nil || !bytes.HasPrefix(raw, []byte("\x89PNG")) {
			t.Errorf("%s is no picture: %v", file, err)
		}
	}
}

func TestAnotherNameIsRefusedAndNothingWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ct.odt")
	if _, err := printer(t).Write(path, twoPages()); err == nil {
		t.Error("no fault")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was written")
	}
}
