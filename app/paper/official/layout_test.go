package official_test

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/paper"
	. "nhipcau/app/paper/official"
)

var update = flag.Bool("update", false, "write the golden file anew")

func lay(t testing.TB, doc paper.Document) *paper.Pages {
	t.Helper()
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := paper.Layout(doc, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// found returns the stretch of text that contains a string, and the number of its page, counted from 0.
func found(t testing.TB, pages *paper.Pages, s string) (paper.Text, int) {
	t.Helper()
	for i, page := range pages.List {
		for _, op := range page.Ops {
			if text, ok := op.(paper.Text); ok && strings.Contains(text.String, s) {
				return text, i
			}
		}
	}
	t.Fatalf("%q is on no page", s)
	return paper.Text{}, 0
}

// ruleUnder returns the first line under a text.
func ruleUnder(t testing.TB, pages *paper.Pages, under paper.Text) paper.Line {
	t.Helper()
	for _, op := range pages.List[0].Ops {
		if l, ok := op.(paper.Line); ok && l.Y1 > under.Y && l.Y1-under.Y < 4 && l.X1 < under.X+under.Width && l.X2 > under.X {
			return l
		}
	}
	t.Fatalf("no line under %q", under.String)
	return paper.Line{}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

// TestEveryElementHasItsSize checks the table of §1.3 of the domain notes.
func TestEveryElementHasItsSize(t *testing.T) {
	pages := lay(t, programme())
	for _, c := range []struct {
		text     string
		style    paper.Style
		low, top float64 // points
	}{
		{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", paper.Bold, 12, 13},
		{"Độc lập - Tự do - Hạnh phúc", paper.Bold, 13, 14},
		{"HUYỆN ĐẮK GLONG", paper.Bold, 12, 13},
		{"Số:      /CTr-UBND", paper.Regular, 13, 13},
		{"Đắk Glong, ngày        tháng 6 năm 2024", paper.Italic, 13, 14},
		{"CHƯƠNG TRÌNH", paper.Bold, 13, 14},
		{"Đón tiếp và làm việc", paper.Bold, 13, 14},
		{"I. THỜI GIAN, ĐỊA ĐIỂM", paper.Bold, 13, 14},
		{"2. Địa điểm:", paper.Regular, 13, 14},
		{"TM. ỦY BAN NHÂN DÂN", paper.Bold, 13, 14},
		{"Họ và tên người ký", paper.Bold, 13, 14},
		{"Nơi nhận:", paper.BoldItalic, 12, 12},
		{"- Thường trực Huyện ủy (b/c);", paper.Regular, 11, 11},
		{"- Lưu: VT, LĐTBXH.", paper.Regular, 11, 11},
		{"Phụ lục", paper.Bold, 14, 14},
		{"(Kèm theo Chương trình", paper.Italic, 13, 14},
		{"Thực hiện", paper.Bold, 11, 13},
	} {
		got, _ := found(t, pages, c.text)
		if got.Style != c.style || got.Size < c.low || got.Size > c.top {
			t.Errorf("%q is %s %g pt, want %s %g to %g", c.text, got.Style, got.Size, c.style, c.low, c.top)
		}
	}
}

func TestLinesUnderTexts(t *testing.T) {
	pages := lay(t, programme())
	motto, _ := found(t, pages, Motto)
	if l := ruleUnder(t, pages, motto); !near(l.X1, motto.X) || !near(l.X2, motto.X+motto.Width) {
		t.Errorf("the line under the motto is %+v, the motto %+v", l, motto)
	}
	for _, s := range []string{"HUYỆN ĐẮK GLONG", "về học tập kinh nghiệm"} {
		text, _ := found(t, pages, s)
		l := ruleUnder(t, pages, text)
		if share := (l.X2 - l.X1) / text.Width; share < 1.0/3 || share > 0.5 {
			t.Errorf("the line under %q is %.2f of it, want 1/3 to 1/2", s, share)
		}
		if !near((l.X1+l.X2)/2, text.X+text.Width/2) {
			t.Errorf("the line under %q is not centred", s)
		}
	}
}

func TestNumberAndDateStandLevel(t *testing.T) {
	for name, issuer := range map[string][]Line{
		"one line":    {{Text: "UBND XÃ", Bold: true}},
		"two lines":   {{Text: "ỦY BAN NHÂN DÂN", Bold: true}, {Text: "XÃ QUẢNG KHÊ", Bold: true}},
		"wrapped":     {{Text: "UBND XÃ QUẢNG KHÊ"}, {Text: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG VÀ DỊCH VỤ TỔNG HỢP", Bold: true}},
		"no superior": nil,
	} {
		pages := lay(t, Standard().Document("", Standard().Header(Letterhead{Issuer: issuer, Number: Number("15", "KH-UBND"), Date: PlaceDate("Quảng Khê", 5, 2, 2026)})))
		number, _ := found(t, pages, "Số: 15/KH-UBND")
		date, _ := found(t, pages, "Quảng Khê, ngày 05 tháng 02 năm 2026")
		if number.Y != date.Y {
			t.Errorf("%s: number at %.2f mm, date at %.2f", name, number.Y, date.Y)
		}
		nation, _ := found(t, pages, Nation)
		if nation.X < 92 || nation.X+nation.Width > 190 {
			t.Errorf("%s: the nation takes %.1f to %.1f mm", name, nation.X, nation.X+nation.Width)
		}
		if middle := nation.X + nation.Width/2; !near(middle, 141) || !near(date.X+date.Width/2, middle) {
			t.Errorf("%s: the date is not centred under the nation", name)
		}
	}
}

func TestReadingOrderOfTheLetterhead(t *testing.T) {
	text := lay(t, programme()).Text()
	at := -1
	for _, s := range []string{
		"ỦY BAN NHÂN DÂN\n", "HUYỆN ĐẮK GLONG", "Số:", Nation, Motto, "Đắk Glong, ngày", "CHƯƠNG TRÌNH", "Nơi nhận:", "Lưu: VT", "TM. ỦY BAN", "DANH SÁCH",
	} {
		next := strings.Index(text, s)
		if next <= at {
			t.Errorf("%q is at %d, what belongs before it at %d", s, next, at)
		}
		at = next
	}
}

func TestRecipientsStandLevelWithTheAuthority(t *testing.T) {
	pages := lay(t, programme())
	a, i := found(t, pages, "Nơi nhận:")
	b, k := found(t, pages, "TM. ỦY BAN NHÂN DÂN")
	if i != k || math.Abs(a.Y-b.Y) > 1 {
		t.Errorf("recipients at %.1f mm of page %d, authority at %.1f mm of page %d", a.Y, i, b.Y, k)
	}
	signer, _ := found(t, pages, "Họ và tên người ký")
	title, _ := found(t, pages, "PHÓ CHỦ TỊCH")
	if room := signer.Y - title.Y; room < 25 || room > 36 {
		t.Errorf("%.1f mm for the signature", room)
	}
	if middle := signer.X + signer.Width/2; middle < 110 {
		t.Errorf("the signer is centred at %.1f mm, not in the right half", middle)
	}
}

func TestAnnexIsALyingPageOne(t *testing.T) {
	pages := lay(t, programme())
	_, i := found(t, pages, "DANH SÁCH")
	if page := pages.List[i]; page.Width != 297 || page.Number != 1 || len(page.Bookmarks) != 1 || page.Bookmarks[0].Title != "Phụ lục" {
		t.Errorf("annex page of %.0f mm, number %d, bookmarks %v", page.Width, page.Number, page.Bookmarks)
	}
}

func TestGridRepeatsItsHeader(t *testing.T) {
	grid := Grid{Columns: []GridColumn{{Title: "STT", Width: 12, Center: true}, {Title: "Họ và tên"}}}
	grid.Group("I. LÃNH ĐẠO HUYỆN")
	for i := range 90 {
		grid.Add(fmt.Sprint(i+1), fmt.Sprintf("Đại biểu %02d", i+1), "thừa một ô")
	}
	pages := lay(t, Standard().Document("", []paper.Block{grid.Table()}))
	if n := strings.Count(pages.Text(), "Họ và tên"); n != len(pages.List) || n < 2 {
		t.Errorf("%d headers on %d pages", n, len(pages.List))
	}
	if !strings.Contains(pages.Text(), "Đại biểu 90") {
		t.Error("the last row is missing")
	}
}

func TestGolden(t *testing.T) {
	var got bytes.Buffer
	if err := lay(t, programme()).Dump(&got); err != nil {
		t.Fatal(err)
	}
	const path = "testdata/programme.txt"
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))), got.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}
