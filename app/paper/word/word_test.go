package word_test

import (
	"bytes"
	"errors"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/paper/word"
)

var update = flag.Bool("update-word", false, "write the golden files anew")

var info = paper.Info{
	Author: "UBND huyện", Subject: "Thử", Creator: "Nhịp Cầu 1.0", Created: time.Date(2024, 6, 5, 8, 30, 0, 0, time.UTC),
}

// serif is loaded once for all tests.
var serif = sync.OnceValues(paper.LoadFonts)

func loadFonts(t testing.TB) *paper.Fonts {
	t.Helper()
	fonts, err := serif()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func text(s string) paper.Paragraph { return paper.Paragraph{Runs: []paper.Run{{Text: s}}} }

// TestGolden compares the text part and the styles of small documents. Write them anew with -update-word and read the difference.
func TestGolden(t *testing.T) {
	for name, doc := range map[string]paper.Document{
		"letter": official.Standard().Document("Công văn", letterhead(), official.Standard().Addressees("Ủy ban nhân dân huyện"),
			[]paper.Block{official.Standard().Heading1("I. NỘI DUNG"), official.Standard().Body("Đề nghị phối hợp ☐ có ☑ không.")}, signature()),
		"annex": official.Standard().Document("Danh sách", official.Standard().Title("DANH SÁCH", "Đoàn công tác\nhọc tập kinh nghiệm"), []paper.Block{attendees(2).Table()},
			official.Standard().Annex(official.AnnexHeading{Label: "Phụ lục"}, nil)),
	} {
		t.Run(name, func(t *testing.T) {
			parts := unpack(t, write(t, doc))
			for _, part := range []string{"document", "styles"} {
				golden(t, name+"-"+part+".xml", bytes.ReplaceAll(parts["word/"+part+".xml"], []byte("><"), []byte(">\n<")))
			}
		})
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestTheSamePaperMakesTheSameBytes(t *testing.T) {
	doc := drawings(t)
	if !bytes.Equal(write(t, doc), write(t, doc)) {
		t.Error("two files of one document differ")
	}
}

func TestWhatTheFileSaysOfItself(t *testing.T) {
	doc := official.Standard().Document("Kế hoạch\ntổ chức", body(1))
	parts := unpack(t, write(t, doc))
	core := parse(t, parts["docProps/core.xml"])
	got := map[string]string{}
	for _, k := range core.kids {
		got[k.name] = k.text
	}
	want := map[string]string{
		"dc:title": "Kế hoạch tổ chức", "dc:subject": "Thử", "dc:creator": "UBND huyện", "dc:language": "vi-VN",
		"dcterms:created": "2024-06-05T08:30:00Z", "dcterms:modified": "2024-06-05T08:30:00Z",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if app := parse(t, parts["docProps/app.xml"]); app.kids[0].text != "Nhịp Cầu 1.0" {
		t.Errorf("made by %q", app.kids[0].text)
	}
	if l := parse(t, parts["word/styles.xml"]).value("w:lang", "w:val"); l != "vi-VN" {
		t.Errorf("language %q", l)
	}
	doc.Language = `vi"><x`
	for name, raw := range unpack(t, write(t, doc)) {
		if bytes.Contains(raw, []byte("<x")) || bytes.Contains(raw, []byte("dc:language")) {
			t.Errorf("%s holds a language that is none", name)
		}
	}
}

func TestPageNumbers(t *testing.T) {
	cards := paper.A4Portrait()
	cards.Unnumbered = true
	doc := document(t, text("một"), paper.PageBreak{}, text("hai"), paper.PageBreak{Restart: true}, text("phụ lục"),
		paper.PageBreak{Page: &cards}, text("thẻ"))
	const numbered, blank = "rId10", "rId11"
	var got []string
	for _, s := range doc.all("w:sectPr") {
		line := s.kids[0].attr["r:id"]
		if len(s.all("w:titlePg")) > 0 {
			line += " first " + s.kids[1].attr["r:id"]
		}
		got = append(got, line+s.value("w:pgNumType", "w:start"))
	}
	want := []string{numbered + " first " + blank, numbered, numbered + " first " + blank + "1", blank}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestHeaders(t *testing.T) {
	doc := official.Standard().Document("", body(1))
	for _, draft := range []bool{false, true} {
		doc.Draft = draft
		parts := unpack(t, write(t, doc))
		for name, numbered := range map[string]bool{"word/header1.xml": true, "word/header2.xml": false} {
			header := parse(t, parts[name])
			if fields := header.all("w:fldSimple"); (len(fields) == 1) != numbered {
				t.Errorf("%s: %d fields", name, len(fields))
			}
			if framed := header.all("w:framePr"); (len(framed) == 1) != draft || strings.Contains(header.words(), paper.DraftMark) != draft {
				t.Errorf("%s of a draft (%v): %q", name, draft, header.words())
			}
		}
	}
}

func TestAnnexOnALyingSheet(t *testing.T) {
	lying := paper.A4Landscape()
	doc := document(t, paper.PageBreak{Page: &lying}, text("nằm"), paper.PageBreak{}, text("vẫn nằm"))
	sheets := doc.all("w:pgSz")
	if len(sheets) != 2 {
		t.Fatalf("%d sections, want 2: nothing stands before the first break", len(sheets))
	}
	for _, s := range sheets {
		if s.attr["w:orient"] != "landscape" || s.attr["w:w"] != "16838" || s.attr["w:h"] != "11906" {
			t.Errorf("%v", s.attr)
		}
	}
}

// TestTitlesBreakAsOnPaper compares the lines of a balanced paragraph with those of its pages.
func TestTitlesBreakAsOnPaper(t *testing.T) {
	p := text("Tổ chức đoàn công tác học tập kinh nghiệm thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025")
	p.Balance, p.Align = true, paper.Center
	pages, err := paper.Layout(paper.Document{Page: paper.A4Portrait(), Blocks: []paper.Block{p}}, loadFonts(t))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.TrimSpace(pages.Text())
	got := document(t, p).words()
	if diff := cmp.Diff(want, got); diff != "" || !strings.Contains(want, "\n") {
		t.Errorf("lines (-paper +Word):\n%s", diff)
	}
}

func TestWordsThatPaperKeepsWhole(t *testing.T) {
	p := text(strings.Repeat("chữ ", 20) + "15/KH-UBND và KH-UBND")
	doc := paper.Document{Page: paper.A4Portrait(), Blocks: []paper.Block{p}}
	doc.Page.Right = doc.Page.Width - doc.Page.Left - 1 // as wide as all but the end of the first number
	doc.Page.Right -= loadFonts(t).Width(strings.Repeat("chữ ", 20)+"15/KH-UB", paper.Regular, paper.DefaultSize)
	if doc.Page.TextWidth() < 20 {
		t.Fatal("too narrow")
	}
	got := parse(t, unpack(t, write(t, doc))["word/document.xml"])
	if hyphens := got.all("w:noBreakHyphen"); len(hyphens) != 1 {
		t.Errorf("%d hyphens that do not break, want only that of the first number", len(hyphens))
	}
	if got.words() != p.Runs[0].Text {
		t.Errorf("%q", got.words())
	}
}

func TestRulesAreAsLongAsOnPaper(t *testing.T) {
	p := text("Độc lập - Tự do - Hạnh phúc")
	width := loadFonts(t).Width(p.Runs[0].Text, paper.Regular, paper.DefaultSize)
	free := paper.A4Portrait().TextWidth() - width/2
	for align, want := range map[paper.Align][2]float64{paper.Left: {0, free}, paper.Center: {free / 2, free / 2}, paper.Right: {free, 0}} {
		doc := document(t, p, paper.Rule{Of: 0.5, Align: align, Before: 3, After: 6})
		rule := doc.all("w:p")[1]
		if rule.value("w:pStyle", "w:val") != "DuongKe" {
			t.Fatal("no rule")
		}
		styles := parse(t, unpack(t, write(t, paper.Document{Page: paper.A4Portrait(), Blocks: []paper.Block{p, paper.Rule{Of: 0.5, Align: align}}}))["word/styles.xml"])
		var left, right float64
		for _, s := range styles.all("w:style") {
			if s.attr["w:styleId"] == "DuongKe" {
				left, right = millimetres(s.value("w:ind", "w:left")), millimetres(s.value("w:ind", "w:right"))
			}
		}
		if math.Abs(left-want[0]) > 0.05 || math.Abs(right-want[1]) > 0.05 {
			t.Errorf("alignment %d: %.2f mm free on the left, %.2f on the right, want %.2f", align, left, right, want)
		}
		if doc.all("w:p")[0].value("w:keepNext", "w:val") == "0" {
			t.Error("the rule may leave its text")
		}
	}
}

func millimetres(twips string) float64 {
	n, err := strconv.Atoi(twips)
	if err != nil {
		return 0
	}
	return float64(n) / 20 * paper.MillimetresPerPoint
}

func TestTableRows(t *testing.T) {
	grid := attendees(30).Table()
	tall := text(strings.Repeat("dòng\n", 80))
	grid.Rows = append(grid.Rows, paper.Row{Cells: []paper.Cell{{Paragraphs: []paper.Paragraph{tall}}}, Height: 12})
	rows := document(t, grid).all("w:tr")
	for i, r := range rows {
		header, whole := len(r.all("w:tblHeader")) > 0, len(r.all("w:cantSplit")) > 0
		if header != (i == 0) || whole != (i < len(rows)-1) {
			t.Errorf("row %d of %d: header %v, whole %v", i, len(rows), header, whole)
		}
	}
	if h := rows[len(rows)-1].value("w:trHeight", "w:val"); h != "680" {
		t.Errorf("height %s twips, want 680 for 12 mm", h)
	}
	if span := rows[1].value("w:gridSpan", "w:val"); span != "4" {
		t.Errorf("the row of a group spans %q", span)
	}
}

func TestSidesStandLevel(t *testing.T) {
	doc := document(t, letterhead()[0])
	rows := doc.all("w:tr")
	if len(rows) != 2 || !strings.Contains(rows[1].words(), "Số:") || !strings.Contains(rows[1].words(), "ngày") {
		t.Errorf("%d rows, the second with %q", len(rows), rows[len(rows)-1].words())
	}
	if len(doc.all("w:tblBorders")) > 0 {
		t.Error("the letterhead is framed")
	}
}

// TestSpaceIsNeverDoubled demands that of two neighbours only one asks for distance: Word would take the larger, paper takes both.
func TestSpaceIsNeverDoubled(t *testing.T) {
	above, below := text("trên"), text("dưới")
	above.After, below.Before = 6, 4
	doc := document(t, text("đầu"), above, paper.Space{Height: 10}, below, text("cuối"))
	want := points(t, 6+4+10/paper.MillimetresPerPoint)
	p := doc.all("w:p")
	if after, before := p[1].value("w:spacing", "w:after"), p[2].value("w:spacing", "w:before"); after != want || before != "" && before != "0" {
		t.Errorf("%s after, %q before, want %s and none", after, before, want)
	}
}

func points(t *testing.T, pt float64) string {
	t.Helper()
	return strconv.Itoa(int(math.Round(pt * 20)))
}

func TestPicturesAreReadAloud(t *testing.T) {
	parts := unpack(t, write(t, drawings(t)))
	doc := parse(t, parts["word/document.xml"])
	if got := doc.value("wp:docPr", "descr"); got != "CHỦ TỌA" {
		t.Errorf("description %q", got)
	}
	if n := len(doc.all("wp:anchor")); n != 2 {
		t.Errorf("%d pictures fill their page, want 2", n)
	}
	if !bytes.HasPrefix(parts["word/media/image3.png"], []byte("\x89PNG")) {
		t.Error("no third picture")
	}
}

func TestHeadingsAreThoseOfWord(t *testing.T) {
	deep := official.Standard().Heading1("sâu")
	deep.Outline = 12
	doc := document(t, official.Standard().Heading1("I. MỤC ĐÍCH"), official.Standard().Body("chữ"), deep)
	var got []string
	for _, s := range doc.all("w:pStyle") {
		got = append(got, s.attr["w:val"])
	}
	if diff := cmp.Diff([]string{"Heading1", "NoiDung", "Heading9"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		block paper.Block
		want  error
	}{
		"a page break inside": {paper.Columns{Weights: []float64{1}, Parts: [][]paper.Block{{paper.PageBreak{}}}}, paper.ErrMisplaced},
		"parts without width": {paper.Columns{Parts: [][]paper.Block{nil}}, paper.ErrMisplaced},
		"a large drawing":     {paper.Drawing{Width: 100, Height: 900}, paper.ErrTooLarge},
		"an endless drawing":  {paper.Drawing{Width: math.NaN(), Height: 1}, paper.ErrTooLarge},
	} {
		doc := paper.Document{Page: paper.A4Portrait(), Blocks: []paper.Block{c.block}}
		if err := word.Write(&bytes.Buffer{}, doc, loadFonts(t), info); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	doc := paper.Document{Page: paper.A4Portrait()}
	if err := word.Write(full{}, doc, loadFonts(t), info); !errors.Is(err, errFull) {
		t.Errorf("a full disk: %v", err)
	}
	narrow := paper.Document{Page: paper.PageSetup{Width: 50, Height: 297, Left: 20, Right: 20}}
	if err := word.Write(&bytes.Buffer{}, narrow, loadFonts(t), info); !errors.Is(err, paper.ErrPageSetup) {
		t.Errorf("no room for text: %v", err)
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
