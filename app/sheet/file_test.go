package sheet_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"nhipcau/app/fault"
	"nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/app/sheet"
)

// workbook makes a file of sheets, each with its rows.
func workbook(t rapid.TB, sheets map[string][][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for name, rows := range sheets {
		if name != "Sheet1" {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		for i, row := range rows {
			at, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(name, at, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func people(t *testing.T, data []byte) []plan.Entry {
	t.Helper()
	s, err := sheet.ReadFile(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Entries()
}

func TestReadWorkbook(t *testing.T) {
	got := people(t, workbook(t, map[string][][]any{"Sheet1": {
		{"UBND HUYỆN"},
		{"DANH SÁCH ĐOÀN CÔNG TÁC"},
		{nil},
		{"STT", "Họ và tên", "Chức vụ", "Đơn vị", "Số điện thoại", "Ghi chú"},
		{1, "Đại biểu 01", "Phó Bí thư,\nChủ tịch", "Huyện ủy", 912345678, "Trưởng đoàn"},
		{2, "Đại biểu 02"},
		{3, "Đại biểu 03", nil, nil, "0912 345 678"},
		{"(Danh sách có 03 người)"},
	}}))
	want := []plan.Entry{
		{Name: "Đại biểu 01", Posts: "Phó Bí thư, Chủ tịch", Unit: "Huyện ủy", Phone: "0912345678", Role: plan.AttendeeHead},
		{Name: "Đại biểu 02"},
		{Name: "Đại biểu 03", Phone: "0912 345 678"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The sheet with a head is the list, wherever it stands.
func TestReadTheSheetWithAHead(t *testing.T) {
	got := people(t, workbook(t, map[string][][]any{
		"Sheet1":    {{"Kinh phí", 5}, {"Xe", 7}},
		"Danh sách": {{"Họ và tên", "Chức vụ"}, {"Đại biểu 01", "Bí thư"}},
	}))
	if len(got) != 1 || got[0].Name != "Đại biểu 01" {
		t.Errorf("got %+v", got)
	}
}

func TestReadTexts(t *testing.T) {
	const text = "Họ và tên;Chức vụ;Điện thoại\r\nNguyễn Văn Thông;Phó Bí thư Thường trực Huyện ủy;'+84 912 345 678\r\n"
	want := []plan.Entry{{Name: "Nguyễn Văn Thông", Posts: "Phó Bí thư Thường trực Huyện ủy", Phone: "+84 912 345 678"}}
	for name, data := range map[string][]byte{
		"UTF-8":           []byte(text),
		"UTF-8, marked":   []byte("\uFEFF" + text),
		"UTF-8, in parts": []byte(norm.NFD.String(text)),
		"UTF-16":          wide(text),
	} {
		if diff := cmp.Diff(want, people(t, data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// wide is a text as spreadsheets write "Unicode text".
func wide(text string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}

// Windows-1258 writes most vowels in two parts.
func TestReadWindows1258(t *testing.T) {
	data := []byte("H\xF2 t\xEAn,Ch\xFD\xEC vu\xF2\r\nNguy\xEA\xDEn Va\xF0n An,Bi\xEC th\xFD\r\n")
	data = bytes.ReplaceAll(data, []byte("H\xF2 t\xEAn"), []byte("Ho\xF2 t\xEAn"))
	data = bytes.ReplaceAll(data, []byte("Va\xF0n"), []byte("V\xE3n"))
	s, err := sheet.ReadFile(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Entries()[0]; got.Name != "Nguyễn Văn An" || got.Posts != "Bí thư" {
		t.Errorf("got %+v", got)
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range 60 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data []byte
		key  string
	}{
		"nothing":         {nil, "fault.sheet_no_people"},
		"numbers":         {workbook(t, map[string][][]any{"Sheet1": {{nil}}}), "fault.sheet_no_people"},
		"an old workbook": {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "fault.sheet_old_format"},
		"a cut workbook":  {workbook(t, map[string][][]any{"Sheet1": {{"Họ tên"}}})[:200], "fault.sheet_damaged"},
		"a picture":       {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "fault.sheet_damaged"},
		"too large":       {bytes.Repeat([]byte("Đại biểu 01\n"), sheet.MaxFile/10), "fault.sheet_too_large"},
		"a bomb":          {bomb.Bytes(), "fault.sheet_too_large"},
	} {
		if _, err := sheet.ReadFile(bytes.NewReader(test.data)); fault.KeyOf(err) != test.key {
			t.Errorf("%s: %v, want %s", name, err, test.key)
		}
	}
}

func TestRowsThatAreTooManyAreCounted(t *testing.T) {
	rows := [][]any{{"Họ và tên"}}
	for range sheet.MaxRows + 205 {
		rows = append(rows, []any{"Đại biểu 01"})
	}
	s, err := sheet.ReadFile(bytes.NewReader(workbook(t, map[string][][]any{"Sheet1": rows})))
	if err != nil || len(s.Rows) != sheet.MaxRows || s.LeftOut != 205 {
		t.Errorf("%d rows, %d left out, %v", len(s.Rows), s.LeftOut, err)
	}
}

// A list of ours is read as it was written.
func TestWhatWasWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[A-ZĐ][a-zộếư]{1,6}( [A-ZĐ][a-zộếư]{1,6}){1,3}`)
		l := lists.List{
			Title: "DANH SÁCH", Lines: []string{"Thành viên Đoàn công tác"}, Foot: "(Danh sách có 05 người)",
			Columns: []lists.Column{{Title: "STT", Width: 5}, {Title: "Họ và tên", Width: 20}, {Title: "Đơn vị công tác", Width: 20}, {Title: "Số điện thoại", Width: 20}},
		}
		var want []plan.Entry
		for i := range rapid.IntRange(1, 6).Draw(t, "people") {
			e := plan.Entry{Name: word.Draw(t, "name"), Unit: word.Draw(t, "unit"), Phone: rapid.StringMatching(`(\+84|0)9\d{8}`).Draw(t, "phone")}
			want = append(want, e)
			l.Rows = append(l.Rows, []string{string(rune('1' + i)), e.Name, e.Unit, e.Phone})
		}
		for name, write := range map[string]func(*bytes.Buffer) error{
			"csv":  func(b *bytes.Buffer) error { return lists.WriteCSV(b, l) },
			"xlsx": func(b *bytes.Buffer) error { _, err := lists.WriteXLSX(b, l, lists.Stamp{}); return err },
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			s, err := sheet.ReadFile(&b)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if diff := cmp.Diff(want, s.Entries()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
			if len(s.Rows) != len(want) {
				t.Errorf("%s: %d rows", name, len(s.Rows))
			}
		}
	})
}

func FuzzReadFile(f *testing.F) {
	f.Add([]byte("Họ và tên,Chức vụ\nĐại biểu 01,Bí thư\n"))
	f.Add([]byte("\xFF\xFEH\x00\n\x00"))
	f.Add([]byte("\xD0\xCF\x11\xE0"))
	f.Add(workbook(f, map[string][][]any{"Sheet1": {{"STT", "Họ và tên"}, {1, "Đại biểu 01"}}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := sheet.ReadFile(bytes.NewReader(data))
		if err != nil {
			if !strings.HasPrefix(fault.KeyOf(err), "fault.sheet_") {
				t.Errorf("no fault of a sheet: %v", err)
			}
			return
		}
		if len(s.Rows) == 0 || len(s.Rows) > sheet.MaxRows || len(s.Columns) > sheet.MaxColumns {
			t.Errorf("%d rows of %d columns", len(s.Rows), len(s.Columns))
		}
		for _, row := range s.Rows {
			if len(row) != len(s.Columns) {
				t.Errorf("a row of %d cells under %d columns", len(row), len(s.Columns))
			}
		}
	})
}
