//go:build office

package word_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/paper/word"
	"nhipcau/assets/fonts"
)

// TestOffice converts Word files of ours with LibreOffice and demands the pages and the lines of our own PDF: each word has to stand on
// the same page, at the same place. With NHIPCAU_TRIAL set to a folder, the files stay there to be looked at.
func TestOffice(t *testing.T) {
	dir := os.Getenv("NHIPCAU_TRIAL")
	if dir == "" {
		dir = t.TempDir()
	}
	serif := loadFonts(t)
	var files []string
	for i, trial := range trials() {
		base := filepath.Join(dir, fmt.Sprint("trial-", i))
		doc := trial.make(t)
		create(t, base+".docx", func(w *os.File) error { return word.Write(w, doc, serif, info) })
		pages, err := paper.Layout(doc, serif)
		if err != nil {
			t.Fatal(err)
		}
		create(t, base+"-own.pdf", func(w *os.File) error { return paper.WritePDF(w, pages, info) })
		files = append(files, base+".docx")
	}
	convert(t, dir, files)
	for i, trial := range trials() {
		t.Run(trial.name, func(t *testing.T) {
			base := filepath.Join(dir, fmt.Sprint("trial-", i))
			compare(t, words(t, base+"-own.pdf"), words(t, base+".pdf"))
		})
	}
}

func create(t *testing.T, path string, write func(*os.File) error) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(f); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// convert makes PDF files in dir. LibreOffice sees no typeface but ours, so that what is installed here decides nothing.
func convert(t *testing.T, dir string, files []string) {
	t.Helper()
	scratch := t.TempDir()
	family := fonts.Serif()
	for i, data := range [][]byte{family.Regular, family.Bold, family.Italic, family.BoldItalic} {
		if err := os.WriteFile(filepath.Join(scratch, fmt.Sprint(i, ".ttf")), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	config := filepath.Join(scratch, "fonts.conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>%s</dir><cachedir>%s</cachedir></fontconfig>`, scratch, filepath.Join(scratch, "cache")), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"-env:UserInstallation=file://" + filepath.Join(scratch, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir}
	c := exec.Command("soffice", append(args, files...)...)
	c.Env = append(os.Environ(), "FONTCONFIG_FILE="+config)
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
}

// seen is a word in a PDF file and where it stands, in points.
type seen struct {
	Left  float64 `xml:"xMin,attr"`
	Top   float64 `xml:"yMin,attr"`
	Right float64 `xml:"xMax,attr"`
	Foot  float64 `xml:"yMax,attr"`
	Text  string  `xml:",chardata"`
	taken bool
}

type sheet struct {
	Width  float64 `xml:"width,attr"`
	Height float64 `xml:"height,attr"`
	Words  []*seen `xml:"word"`
}

// words reads the words of a PDF file, page by page.
func words(t *testing.T, path string) []sheet {
	t.Helper()
	raw, err := exec.Command("pdftotext", "-bbox", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext %s: %v", path, err)
	}
	var read struct {
		Pages []sheet `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(bytes.NewReader(raw))
	decoder.Strict, decoder.Entity = false, xml.HTMLEntity
	if err := decoder.Decode(&read); err != nil {
		t.Fatal(err)
	}
	return read.Pages
}

// How far a word may stand from its place on paper, in points: less than half a line, and less than a letter.
const (
	mostAcross = 3.0
	mostDown   = 6.0
)

func compare(t *testing.T, own, theirs []sheet) {
	t.Helper()
	if len(own) != len(theirs) {
		t.Errorf("%d pages, on paper %d", len(theirs), len(own))
	}
	worstX, worstY, missed, total := 0.0, 0.0, 0, 0
	for i := range min(len(own), len(theirs)) {
		if math.Abs(own[i].Width-theirs[i].Width) > 1 || math.Abs(own[i].Height-theirs[i].Height) > 1 {
			t.Errorf("page %d is %.0f × %.0f points, on paper %.0f × %.0f", i+1, theirs[i].Width, theirs[i].Height, own[i].Width, own[i].Height)
		}
		for _, w := range own[i].Words {
			total++
			found := nearest(theirs[i].Words, w)
			if found == nil {
				missed++
				if missed <= 15 {
					t.Errorf("page %d: %q is not at %.0f, %.0f", i+1, w.Text, w.Left, w.Top)
				}
				continue
			}
			found.taken = true
			worstX, worstY = max(worstX, math.Abs(found.Left-w.Left)), max(worstY, math.Abs(found.Foot-w.Foot))
		}
		for _, w := range theirs[i].Words {
			if !w.taken && missed == 0 {
				t.Errorf("page %d: %q at %.0f, %.0f is not on paper", i+1, w.Text, w.Left, w.Top)
			}
		}
	}
	t.Logf("%d pages, %d words, %d elsewhere; the others within %.1f points across and %.1f down", len(own), total, missed, worstX, worstY)
}

// nearest returns the same word about the same place.
func nearest(list []*seen, w *seen) (best *seen) {
	for _, s := range list {
		if s.taken || strings.ReplaceAll(s.Text, "\u2011", "-") != w.Text ||
			math.Abs(s.Left-w.Left) > mostAcross || math.Abs(s.Foot-w.Foot) > mostDown {
			continue
		}
		if best == nil || math.Abs(s.Foot-w.Foot) < math.Abs(best.Foot-w.Foot) {
			best = s
		}
	}
	return best
}
