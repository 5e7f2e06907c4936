package lists

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

func stamp() Stamp {
	return Stamp{Creator: "Nhịp Cầu test", Made: time.Date(2024, 6, 7, 1, 0, 0, 0, time.UTC)}
}

func written(t rapid.TB, l List) (*excelize.File, []byte, int) {
	t.Helper()
	var b bytes.Buffer
	cut, err := WriteXLSX(&b, l, stamp())
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return f, b.Bytes(), cut
}

func TestXLSXComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := lists().Draw(t, "list")
		f, _, _ := written(t, l)
		rows, err := f.GetRows(f.GetSheetName(0))
		if err != nil {
			t.Fatal(err)
		}
		at := len(l.Lines) + 3
		for i, want := range l.Rows {
			got := make([]string, len(want))
			if at+i < len(rows) {
				copy(got, rows[at+i])
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("row %d (-want +got):\n%s", i, diff)
			}
		}
	})
}

// Every cell is text in the file itself: neither a number nor a formula.
func TestEveryCellIsText(t *testing.T) {
	l := List{
		Title: "DANH SÁCH", Columns: []Column{{Title: "STT", Width: 5}, {Title: "Số điện thoại", Width: 17}},
		Rows: [][]string{{"1", "0912345678"}, {"2", "=1+1"}, {"3", "-12,5"}, {"4", "_x0041_"}},
	}
	f, raw, _ := written(t, l)
	xml := part(t, raw, "xl/worksheets/sheet1.xml")
	if strings.Contains(xml, "<v>") || strings.Contains(xml, "<f>") {
		t.Error("there is a cell that is no text")
	}
	for cell, want := range map[string]string{"B4": "0912345678", "B5": "=1+1", "B6": "-12,5", "B7": "_x0041_"} {
		if got, err := f.GetCellValue("Danh sách", cell); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", cell, got, err, want)
		}
		if kind, err := f.GetCellType("Danh sách", cell); err != nil || kind != excelize.CellTypeInlineString {
			t.Errorf("%s is of type %v (%v)", cell, kind, err)
		}
	}
}

func part(t *testing.T, raw []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestSheetIsReadyToBePrinted(t *testing.T) {
	for name, test := range map[string]struct {
		widths      []float64
		orientation string
		across      int
		titles      string
	}{
		"narrow":    {[]float64{5, 30, 40}, "portrait", 1, "'Danh sách'!$4:$4"},
		"wide":      {[]float64{5, 60, 80}, "landscape", 1, "'Danh sách'!$4:$4"},
		"very wide": {[]float64{5, 100, 100, 100}, "landscape", 2, "'Danh sách'!$A:$B,'Danh sách'!$4:$4"},
	} {
		t.Run(name, func(t *testing.T) {
			l := List{Title: "DANH SÁCH", Lines: []string{"a"}}
			for _, w := range test.widths {
				l.Columns = append(l.Columns, Column{Title: "x", Width: w})
			}
			f, raw, _ := written(t, l)
			layout, err := f.GetPageLayout("Danh sách")
			if err != nil {
				t.Fatal(err)
			}
			if *layout.Size != 9 || *layout.Orientation != test.orientation || *layout.FitToWidth != test.across || *layout.FitToHeight != 0 {
				t.Errorf("size %d, %s, %d × %d pages", *layout.Size, *layout.Orientation, *layout.FitToWidth, *layout.FitToHeight)
			}
			props, err := f.GetSheetProps("Danh sách")
			if err != nil || props.FitToPage == nil || !*props.FitToPage {
				t.Error("the page is not fitted")
			}
			if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != test.titles {
				t.Errorf("repeated: %+v", names)
			}
			if xml := part(t, raw, "xl/worksheets/sheet1.xml"); !strings.Contains(xml, `ySplit="4"`) || !strings.Contains(xml, `state="frozen"`) {
				t.Error("the heads do not stay")
			}
		})
	}
}

func TestCellsThatAreTooLongAreCutAndCounted(t *testing.T) {
	l := List{Title: "X", Columns: []Column{{"a", 5, false}, {"b", 5, false}}, Rows: [][]string{{"1", strings.Repeat("𝄞", 20_000)}}}
	f, _, cut := written(t, l)
	got, err := f.GetCellValue("X", "B4")
	if err != nil || cut != 1 || !strings.HasSuffix(got, "𝄞…") {
		t.Errorf("cut %d, %d bytes, %v", cut, len(got), err)
	}
}

func TestSheetName(t *testing.T) {
	for title, want := range map[string]string{
		"NỘI DUNG TRAO ĐỔI":               "Nội dung trao đổi",
		"DANH MỤC NHIỆM VỤ SAU CHUYẾN ĐI": "Danh mục nhiệm vụ sau chuyến đi",
		"A/B:[C]'D'":            "A b c d",
		"":                      "Danh sách",
		strings.Repeat("Ô", 40): "Ô" + strings.Repeat("ô", 30),
	} {
		if got := sheetName(List{Title: title}); got != want {
			t.Errorf("%q names the sheet %q, want %q", title, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, "một": 1, "một\nhai\n\nba": 4, "mười chữ cái": 2, strings.Repeat("x", 25): 3, "a " + strings.Repeat("x", 22): 3,
	} {
		if got := lines(text, 10); got != want {
			t.Errorf("%q stands in %d lines, want %d", text, got, want)
		}
	}
}
