package word_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"nhipcau/app/paper"
)

// everywhere is a document with a text in every place that can hold one.
func everywhere(s string) paper.Document {
	p := paper.Paragraph{Runs: []paper.Run{{Text: s}, {Text: s, Bold: true, Size: 9}}, Align: paper.Justify, FirstIndent: 10, Leading: 1.15}
	title := p
	title.Balance, title.Outline, title.Align = true, 1, paper.Center
	cell := paper.Cell{Paragraphs: []paper.Paragraph{p, title}}
	return paper.Document{Title: s, Language: s, Page: paper.A4Portrait(), Draft: true, Blocks: []paper.Block{
		title,
		paper.Rule{Of: 0.4},
		p,
		paper.Table{Rows: []paper.Row{{Cells: []paper.Cell{cell}}, {Cells: []paper.Cell{cell, cell}}}, Header: 1, Border: paper.GridBorder},
		paper.Columns{Weights: []float64{1, 2}, Parts: [][]paper.Block{{p, paper.Level{}, title}, {title}}, KeepWithPrevious: true},
		paper.Drawing{Width: 30, Height: 20, Shapes: []paper.Shape{paper.Label{W: 30, H: 20, Paragraphs: []paper.Paragraph{p}}}},
	}}
}

// copies is how often everywhere has its text in the file.
const copies = 2 * (2 + 2*3 + 3)

// checkText writes a text everywhere and demands a file that can be read, with every letter of the text in its place.
func checkText(t testing.TB, s string) {
	t.Helper()
	doc := everywhere(s)
	about := info
	about.Author, about.Subject, about.Creator = s, s, s
	for name, raw := range unpack(t, writeWith(t, doc, about)) {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		root := parse(t, raw)
		inOrder(t, name, root)
		if name == "word/document.xml" {
			if want, got := strings.Repeat(letters(s), copies), letters(root.words()); got != want {
				t.Errorf("letters %q, want %d times %q", got, copies, letters(s))
			}
		}
	}
}

// letters returns what of a text must never be lost.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\u2010' || r == '\u2011' {
			return '-' // read as one by Layout too
		}
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsPunct(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFC.String(s))
}

// hostile are texts that have broken programs.
var hostile = []string{
	"", " ", "\n", "\n\n", "a\nb", "Đoàn công tác", "😀 👨‍👩‍👧 漢字", "<w:p/>&amp;\"'", "\x00\x01\x0b\x1f\x7f\uFFFE\uFFFF", "\xff\xfe",
	"Hue\u0323\u0302", "☐ có ☑ không ✓", "a-b–c—d\\e", "\u200b\u2011\uFEFF\u202e", strings.Repeat("dài", 500), strings.Repeat("x-", 300),
	"]]>", "  hai  chỗ  trống  ", "\u0301", "\U0010FFFF", "\ud7ff\ue000",
}

func FuzzText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			s = s[:4000]
		}
		checkText(t, s)
	})
}

// TestWhatIsNoCharacterIsShown demands that what XML cannot hold is replaced visibly, and everything else kept.
func TestWhatIsNoCharacterIsShown(t *testing.T) {
	for in, want := range map[string]string{
		"a\x01b\uFFFFc": "a□b□c", "a\xffb": "a\uFFFDb", "😀漢": "😀漢", "a\tb": "a b", "☐ ☑": "☐ ☑",
	} {
		if got := document(t, text(in)).words(); got != want {
			t.Errorf("%q is written as %q, want %q", in, got, want)
		}
	}
}

// TestDocumentsOfAnyShape writes documents that nobody would think of.
func TestDocumentsOfAnyShape(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		doc := paper.Document{Page: paper.A4Portrait(), Draft: rapid.Bool().Draw(r, "draft"), Blocks: drawBlocks(r, 2)}
		for name, raw := range unpack(t, write(t, doc)) {
			if !strings.HasSuffix(name, ".png") {
				inOrder(t, name, parse(t, raw))
			}
		}
		if t.Failed() {
			r.FailNow()
		}
	})
}

func drawBlocks(r *rapid.T, depth int) (blocks []paper.Block) {
	number := func(label string) float64 {
		return rapid.SampledFrom([]float64{0, 1, 5.5, -3, 30, 1e9, -1e9}).Draw(r, label)
	}
	p := func() paper.Paragraph {
		return paper.Paragraph{
			Runs:  []paper.Run{{Text: rapid.SampledFrom(hostile).Draw(r, "text"), Size: rapid.SampledFrom([]float64{0, 0.1, 11, 900}).Draw(r, "size")}},
			Align: paper.Align(rapid.IntRange(0, 3).Draw(r, "align")), FirstIndent: number("first"), Indent: number("indent"),
			Before: number("before"), After: number("after"), Leading: number("leading"),
			KeepWithNext: rapid.Bool().Draw(r, "keep"), Outline: rapid.IntRange(0, 11).Draw(r, "outline"), Balance: rapid.Bool().Draw(r, "balance"),
		}
	}
	for range rapid.IntRange(0, 4).Draw(r, "blocks") {
		switch kind := rapid.IntRange(0, 6).Draw(r, "kind"); {
		case kind == 0:
			blocks = append(blocks, paper.Space{Height: number("space")})
		case kind == 1:
			blocks = append(blocks, paper.Rule{Of: number("of"), Length: number("length"), Before: number("before"), Stroke: number("stroke")})
		case kind == 2 && depth > 0:
			blocks = append(blocks, paper.Columns{
				Weights: []float64{1, 2}, Parts: [][]paper.Block{drawBlocks(r, 0), drawBlocks(r, 0)}, Gap: 2,
				KeepWithPrevious: rapid.Bool().Draw(r, "joined"),
			})
		case kind == 3:
			table := paper.Table{Header: rapid.IntRange(0, 3).Draw(r, "header"), Before: number("before"), After: number("after")}
			for range rapid.IntRange(0, 3).Draw(r, "rows") {
				table.Rows = append(table.Rows, paper.Row{
					Height: number("height"), KeepWithNext: rapid.Bool().Draw(r, "keep"),
					Cells: []paper.Cell{{Paragraphs: []paper.Paragraph{p()}, Span: rapid.IntRange(-1, 3).Draw(r, "span")}, {}},
				})
			}
			blocks = append(blocks, table)
		case kind == 4 && depth > 1:
			blocks = append(blocks, paper.PageBreak{Restart: rapid.Bool().Draw(r, "restart")})
		default:
			blocks = append(blocks, p())
		}
	}
	return blocks
}
