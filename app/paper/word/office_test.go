//go:build office

package word_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nhipcau/app/paper"
	"nhipcau/app/paper/word"
	"nhipcau/assets/fonts"
)

// otherwise are the documents whose Word file LibreOffice sets otherwise, and why; the rest must not join them.
var otherwise = map[string]string{
	// Without the minimum height, or without the group's heading that is kept with its rows, it sets them as on paper; Word needs both.
	"sign_in-hard": "LibreOffice 7.4 leaves names at the top of cells whose rows went over to the next page with the heading of their group",
	// However the two are written, with or without lines kept together, widows and headings above.
	"plan-hard": "LibreOffice 7.4 leaves a kept paragraph of two lines at the foot of a page if one line of the next would go there too",
}

// TestOffice converts Word files of ours with LibreOffice and demands the pages and the lines of our own PDF: each word has to stand on
// the same page, at the same place. It does so with trials and with every paper of the easy and the hard visit. One process converts
// them all. With NHIPCAU_TRIAL set to a folder, the files stay there to be looked at.
func TestOffice(t *testing.T) {
	dir := os.Getenv("NHIPCAU_TRIAL")
	if dir == "" {
		dir = t.TempDir()
	}
	family := loadFonts(t)
	docs := map[string]paper.Document{}
	for _, trial := range trials() {
		docs[strings.ReplaceAll(trial.name, " ", "-")] = trial.make(t)
	}
	for name, doc := range everyPaper(t) {
		docs[name] = doc
	}
	own := map[string][]sheet{}
	var files []string
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		base := filepath.Join(dir, name)
		create(t, base+".docx", func(w *os.File) error { return word.Write(w, docs[name], family, info) })
		pages, err := paper.Layout(docs[name], family)
		if err != nil {
			t.Fatal(err)
		}
		create(t, base+"-own.pdf", func(w *os.File) error { return paper.WritePDF(w, pages, info) })
		own[name] = boxes(pages)
		files = append(files, base+".docx")
		_ = os.Remove(base + ".pdf") // of an earlier trial
	}
	convert(t, dir, files)
	for name, doc := range docs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base := filepath.Join(dir, name)
			mine := words(t, base+"-own.pdf")
			for i := range mine {
				mine[i].Words = append(mine[i].Words, own[name][i].Words...)
			}
			r := recorder{T: t}
			compare(&r, mine, words(t, base+".pdf"), labels(doc))
			r.judge(otherwise[name])
		})
	}
}

// recorder keeps the complaints of a comparison until it is known whether they were expected.
type recorder struct {
	*testing.T
	said []string
}

func (r *recorder) Errorf(format string, values ...any) {
	r.said = append(r.said, fmt.Sprintf(format, values...))
}

// judge takes complaints for an error unless they were expected. That there are none where they were is for people to read: another
// LibreOffice may set what this one does not.
func (r *recorder) judge(why string) {
	r.Helper()
	switch {
	case why == "" && len(r.said) > 0:
		r.Error(strings.Join(r.said, "\n"))
	case why != "" && len(r.said) == 0:
		r.Logf("set as on paper by this LibreOffice, although %s", why)
	case why != "":
		r.Logf("set otherwise, as %s", why)
	}
}

// boxes are the boxes to tick of pages, which are drawn on paper and letters in Word: where the letter would stand, in points.
func boxes(pages *paper.Pages) []sheet {
	list := make([]sheet, len(pages.List))
	for i, page := range pages.List {
		for _, op := range page.Ops {
			if r, ok := op.(paper.Rect); ok && r.W == r.H && r.W < mostBox && r.Stroke > 0 {
				const pt = paper.MillimetresPerPoint
				list[i].Words = append(list[i].Words, &seen{Left: r.X / pt, Top: r.Y / pt, Right: (r.X + r.W) / pt, Foot: (r.Y + r.H) / pt, Text: "☐"})
			}
		}
	}
	return list
}

// mostBox is larger than a box of the largest type, in millimetres.
const mostBox = 6

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
	c.Env = append(os.Environ(), "FONTCONFIG_FILE="+config, "SAL_USE_VCLPLUGIN=svp", "LC_ALL=C.UTF-8")
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

// How far a word may stand from its place on paper, in points: less than half a line down, and less than a letter across. Word stretches
// justified lines that paper leaves ragged because they are too short, so that one word in twenty may stand elsewhere on its line.
const (
	mostDown   = 6.0
	mostAcross = 3.0
	mostMoved  = 0.05
)

// labels are the words of a document that are drawn, and therefore in no Word file.
func labels(doc paper.Document) map[string]bool {
	drawn := map[string]bool{}
	for _, d := range drawingsIn(doc.Blocks) {
		for _, s := range d.Shapes {
			label, _ := s.(paper.Label)
			for _, p := range label.Paragraphs {
				for _, r := range p.Runs {
					for _, w := range strings.Fields(r.Text) {
						drawn[w] = true
					}
				}
			}
		}
	}
	return drawn
}

func drawingsIn(blocks []paper.Block) (list []paper.Drawing) {
	for _, b := range blocks {
		switch b := b.(type) {
		case paper.Drawing:
			list = append(list, b)
		case paper.Columns:
			for _, part := range b.Parts {
				list = append(list, drawingsIn(part)...)
			}
		}
	}
	return list
}

func compare(t *recorder, own, theirs []sheet, drawn map[string]bool) {
	t.Helper()
	if len(own) != len(theirs) {
		t.Errorf("%d pages, on paper %d", len(theirs), len(own))
	}
	c := comparison{recorder: t, drawn: drawn}
	for i := range min(len(own), len(theirs)) {
		if math.Abs(own[i].Width-theirs[i].Width) > 1 || math.Abs(own[i].Height-theirs[i].Height) > 1 {
			t.Errorf("page %d is %.0f × %.0f points, on paper %.0f × %.0f", i+1, theirs[i].Width, theirs[i].Height, own[i].Width, own[i].Height)
		}
		c.page(i+1, own[i].Words, theirs[i].Words)
	}
	if float64(c.moved) > mostMoved*float64(c.total) {
		t.Errorf("%d of %d words stand elsewhere on their line", c.moved, c.total)
	}
	t.Logf("%d pages, %d words, %d on another line, %d elsewhere on theirs; the others within %.1f points across and %.1f down",
		len(own), c.total, c.missed, c.moved, c.across, c.down)
}

// comparison counts the words of a file that stand as on paper.
type comparison struct {
	*recorder
	drawn                map[string]bool
	total, missed, moved int
	across, down         float64 // points, at most
}

func (c *comparison) page(n int, own, theirs []*seen) {
	c.Helper()
	for _, w := range own {
		c.total++
		found := nearest(theirs, w)
		if found == nil {
			if !c.drawn[w.Text] {
				c.missed++
				c.report("page %d: %q is not at %.0f, %.0f", n, w)
			}
			continue
		}
		found.taken = true
		across := math.Abs(found.Left - w.Left)
		if across > mostAcross {
			c.moved++
			continue
		}
		c.across, c.down = max(c.across, across), max(c.down, math.Abs(found.Foot-w.Foot))
	}
	for _, w := range theirs {
		if !w.taken {
			c.missed++
			c.report("page %d: %q at %.0f, %.0f is not on paper", n, w)
		}
	}
}

// report names the first of the words that stand on another line; the rest follows from them.
func (c *comparison) report(format string, page int, w *seen) {
	c.Helper()
	const enough = 15
	if c.missed <= enough {
		c.Errorf(format, page, w.Text, w.Left, w.Top)
	}
}

// soft undoes what keeps a word from being broken.
var soft = strings.NewReplacer("\u2011", "-", "\uFEFF", "")

// nearest returns the same word on about the same line, where it stands nearest.
func nearest(list []*seen, w *seen) (best *seen) {
	for _, s := range list {
		if s.taken || soft.Replace(s.Text) != w.Text || math.Abs(s.Foot-w.Foot) > mostDown {
			continue
		}
		if best == nil || distance(s, w) < distance(best, w) {
			best = s
		}
	}
	return best
}

func distance(a, b *seen) float64 { return math.Hypot(a.Left-b.Left, a.Foot-b.Foot) }
