//go:build poppler

package papers_test

import (
	"encoding/xml"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"nhipcau/app/paper"
	"nhipcau/app/papers/paperstest"
)

// What other programs read in our files: qpdf finds nothing to complain of,
// every font is embedded with its letters named, and the text comes out whole,
// in reading order, and where the display list has it.
func TestPopplerReadsEveryPaper(t *testing.T) {
	for _, v := range paperstest.Visits(t) {
		for _, ask := range paperstest.Requests(v) {
			t.Run(paperstest.Name(v, ask), func(t *testing.T) {
				pages := paperstest.Layout(t, v.Document(t, ask))
				file := filepath.Join(t.TempDir(), "paper.pdf")
				out, err := os.Create(file)
				if err != nil {
					t.Fatal(err)
				}
				if err := paper.WritePDF(out, pages, paper.Info{Creator: "Nhịp Cầu", Created: time.Unix(0, 0)}); err != nil {
					t.Fatal(err)
				}
				if err := out.Close(); err != nil {
					t.Fatal(err)
				}
				run(t, "qpdf", "--check", file)
				checkFonts(t, run(t, "pdffonts", file))
				checkInfo(t, run(t, "pdfinfo", file), pages)
				checkOrder(t, run(t, "pdftotext", "-raw", file, "-"), pages)
				checkPlaces(t, run(t, "pdftotext", "-bbox", file, "-"), pages)
			})
		}
	}
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// checkFonts reads the table of pdffonts, whose last columns are emb, sub, uni,
// and the two of the object.
func checkFonts(t *testing.T, table string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(table), "\n")[2:]
	if len(lines) == 0 {
		t.Error("there is no font")
	}
	for _, line := range lines {
		f := strings.Fields(line)
		if n := len(f); n < 5 || f[n-5] != "yes" || f[n-3] != "yes" {
			t.Errorf("font is not embedded or has no Unicode: %s", line)
		}
	}
}

func checkInfo(t *testing.T, info string, pages *paper.Pages) {
	t.Helper()
	if !strings.Contains(info, "Title:           "+strings.Join(strings.Fields(pages.Title), " ")) {
		t.Errorf("the title %q is not in\n%s", pages.Title, info)
	}
}

// checkOrder compares letters only: where a line is justified, a reader may find
// more blanks or fewer.
func checkOrder(t *testing.T, text string, pages *paper.Pages) {
	t.Helper()
	want, got := letters(pages.Text()), letters(text)
	if want == got {
		return
	}
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	t.Errorf("read otherwise from byte %d:\nwant …%.80s\ngot  …%.80s", at, want[at:], got[at:])
}

func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\f' {
			return -1
		}
		return r
	}, text)
}

// bbox is what pdftotext -bbox writes, in points.
type bbox struct {
	Pages []struct {
		Words []struct {
			X    float64 `xml:"xMin,attr"`
			Text string  `xml:",chardata"`
		} `xml:"word"`
	} `xml:"body>doc>page"`
}

// checkPlaces looks for the first word of each stretch of text where it begins.
func checkPlaces(t *testing.T, written string, pages *paper.Pages) {
	t.Helper()
	var read bbox
	dec := xml.NewDecoder(strings.NewReader(written))
	dec.Strict = false
	if err := dec.Decode(&read); err != nil {
		t.Fatal(err)
	}
	const point = 0.5
	for i, page := range pages.List {
		for _, op := range page.Ops {
			text, ok := op.(paper.Text)
			if !ok || text.Turned || strings.TrimSpace(text.String) == "" || strings.HasPrefix(text.String, " ") {
				continue
			}
			x, found := text.X/paper.MillimetresPerPoint, false
			for _, w := range read.Pages[i].Words {
				found = found || math.Abs(w.X-x) < point
			}
			if !found && !glued(page, text) {
				t.Errorf("page %d: no word begins at %.1f pt, where %q stands", i+1, x, text.String)
			}
		}
	}
}

// glued says whether a stretch follows another without a blank, so that a reader
// takes both for one word.
func glued(page paper.Page, text paper.Text) bool {
	for _, op := range page.Ops {
		before, ok := op.(paper.Text)
		if ok && math.Abs(before.Y-text.Y) < 0.1 && math.Abs(before.X+before.Width-text.X) < 0.3 {
			return true
		}
	}
	return false
}
