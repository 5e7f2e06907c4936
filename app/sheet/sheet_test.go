package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/plan"
	"nhipcau/app/sheet"
)

func TestParseRowsOfASpreadsheet(t *testing.T) {
	text := "DANH SÁCH ĐOÀN CÔNG TÁC\t\t\t\t\t\r\n" +
		"TT\tHọ và tên\tChức vụ\tĐơn vị công tác\tSố điện thoại\tGhi chú\r\n" +
		"1\tNông Long Giang\tPhó Chủ tịch UBND huyện\tUBND huyện\t000 111\tTrưởng đoàn\r\n" +
		"\t\t\t\t\t\r\n" +
		"2\tTriệu Thị Thiết\t\"Phó Bí thư Thường trực Huyện ủy,\nChủ tịch HĐND huyện\"\tHuyện ủy\t\tđi xe \"\"7 chỗ\"\"\r\n"
	s := sheet.ParseRows(text)
	if diff := cmp.Diff([]sheet.Field{sheet.Name, sheet.Posts, sheet.Unit, sheet.Phone, sheet.Note}, s.Columns); diff != "" {
		t.Fatalf("columns (-want +got):\n%s", diff)
	}
	want := []plan.Entry{
		{Name: "Nông Long Giang", Posts: "Phó Chủ tịch UBND huyện", Unit: "UBND huyện", Phone: "000 111", Role: plan.AttendeeHead},
		{Name: "Triệu Thị Thiết", Posts: "Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện", Unit: "Huyện ủy", Note: `đi xe ""7 chỗ""`},
	}
	if diff := cmp.Diff(want, s.Entries()); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

func TestParseRowsFindsColumns(t *testing.T) {
	for name, test := range map[string]struct {
		text    string
		columns []sheet.Field
		first   plan.Entry
		count   int
	}{
		"lines": {
			"Nông Long Giang, Phó Chủ tịch UBND huyện\n\nNông Thế Phúc",
			[]sheet.Field{sheet.Name, sheet.Posts},
			plan.Entry{Name: "Nông Long Giang", Posts: "Phó Chủ tịch UBND huyện"},
			2,
		},
		"a dash with one space, as the article writes it": {
			"Triệu Thị Thiết- Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện\n3 chuyên viên, lái xe",
			[]sheet.Field{sheet.Name, sheet.Posts},
			plan.Entry{Name: "Triệu Thị Thiết", Posts: "Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện"},
			2,
		},
		"names only": {
			"Nông Long Giang\nNông Thế Phúc",
			[]sheet.Field{sheet.Name},
			plan.Entry{Name: "Nông Long Giang"},
			2,
		},
		"no head": {
			"1\tĐại biểu 01\tTrưởng phòng\tPhòng Nội vụ\t0123 456 789\n2\tĐại biểu 02\tChuyên viên\tVăn phòng\t",
			[]sheet.Field{sheet.Name, sheet.Posts, sheet.Unit, sheet.Phone},
			plan.Entry{Name: "Đại biểu 01", Posts: "Trưởng phòng", Unit: "Phòng Nội vụ", Phone: "0123 456 789"},
			2,
		},
		"csv of a Vietnamese spreadsheet": {
			"Họ tên;Chức danh;Email\nĐại biểu 01;\"UVBTV; Bí thư\";a@example.org",
			nil,
			plan.Entry{Name: "Họ tên", Posts: "Chức danh;Email"},
			2, // one line has another count: no csv
		},
		"semicolons": {
			"Họ tên;Chức danh;Email\nĐại biểu 01;Bí thư;a@example.org",
			[]sheet.Field{sheet.Name, sheet.Posts, sheet.Email},
			plan.Entry{Name: "Đại biểu 01", Posts: "Bí thư", Email: "a@example.org"},
			1,
		},
		"commas below a head": {
			"\uFEFFHọ và tên,Chức vụ\n\"Đại biểu 01\",\"Phó Bí thư, Chủ tịch\"",
			[]sheet.Field{sheet.Name, sheet.Posts},
			plan.Entry{Name: "Đại biểu 01", Posts: "Phó Bí thư, Chủ tịch"},
			1,
		},
		"two columns of a name": {
			"STT\tHọ đệm\tTên\tCơ quan\n1\tNguyễn Văn\tThông\tHuyện ủy",
			[]sheet.Field{sheet.Family, sheet.Name, sheet.Unit},
			plan.Entry{Name: "Nguyễn Văn Thông", Unit: "Huyện ủy"},
			1,
		},
		"posts behind the name": {
			"Họ và tên, chức vụ\tGhi chú\nĐ/c Trần Nam Thuần, Chủ tịch UBND huyện\tăn chay",
			[]sheet.Field{sheet.Name, sheet.Note},
			plan.Entry{Name: "Trần Nam Thuần", Honorific: "dong_chi", Posts: "Chủ tịch UBND huyện", Note: "ăn chay"},
			1,
		},
		"an open quote": {
			"\"Đại biểu 01\tBí thư\nĐại biểu 02\tTrưởng thôn",
			[]sheet.Field{sheet.Name, sheet.Posts},
			plan.Entry{Name: "\"Đại biểu 01", Posts: "Bí thư"},
			2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := sheet.ParseRows(test.text)
			if test.columns != nil {
				if diff := cmp.Diff(test.columns, s.Columns); diff != "" {
					t.Errorf("columns (-want +got):\n%s", diff)
				}
			}
			entries := s.Entries()
			if len(entries) != test.count {
				t.Fatalf("%d entries, want %d: %+v", len(entries), test.count, entries)
			}
			if diff := cmp.Diff(test.first, entries[0]); diff != "" && test.columns != nil {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseRowsOfNothing(t *testing.T) {
	for _, text := range []string{"", " \n\t\n", "\uFEFF"} {
		if s := sheet.ParseRows(text); len(s.Rows) != 0 || len(s.Entries()) != 0 {
			t.Errorf("%q gives %+v", text, s)
		}
	}
}

func TestParseRowsLeavesOutWhatIsTooMuch(t *testing.T) {
	s := sheet.ParseRows(strings.Repeat("Đại biểu 01\n", sheet.MaxRows+5))
	if len(s.Rows) != sheet.MaxRows || s.LeftOut != 5 {
		t.Errorf("%d rows, %d left out", len(s.Rows), s.LeftOut)
	}
}

func TestWithFieldMovesAField(t *testing.T) {
	s := sheet.ParseRows("Đại biểu 01\tPhòng Nội vụ")
	s = s.WithField(1, sheet.Unit).WithField(7, sheet.Name)
	if e := s.Entries()[0]; e.Unit != "Phòng Nội vụ" || e.Posts != "" {
		t.Errorf("got %+v", e)
	}
	s = s.WithField(1, sheet.Name)
	if diff := cmp.Diff([]sheet.Field{sheet.Other, sheet.Name}, s.Columns); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What a spreadsheet puts on the clipboard comes back cell by cell.
func TestParseRowsReadsWhatWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching(`[A-Za-z]([A-Za-z ",;\n\t]{0,8}[A-Za-z])?`)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 3, 3), 1, 5).Draw(t, "rows")
		var text strings.Builder
		for _, row := range rows {
			for i, c := range row {
				if i > 0 {
					text.WriteByte('\t')
				}
				fmt.Fprintf(&text, `"%s"`, strings.ReplaceAll(c, `"`, `""`))
			}
			text.WriteByte('\n')
		}
		head := "Họ và tên\tChức vụ\tGhi chú\n"
		if diff := cmp.Diff(rows, sheet.ParseRows(head+text.String()).Rows); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text.String(), diff)
		}
	})
}

func FuzzParseRows(f *testing.F) {
	for _, text := range []string{
		"TT\tHọ và tên\n1\tA B", "A, b\nC - d", "a;b\nc;d", "\"a\tb\"\"\n", "Họ tên,Chức vụ\n\"x", "1\n2\n3", "\xff\t\x00", "STT\tHọ\tTên\nI\t\t",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := sheet.ParseRows(text)
		if len(s.Rows) > sheet.MaxRows || len(s.Columns) > sheet.MaxColumns || len(s.Titles) != len(s.Columns) {
			t.Fatalf("%d rows, %d columns, %d titles", len(s.Rows), len(s.Columns), len(s.Titles))
		}
		for _, row := range s.Rows {
			if len(row) != len(s.Columns) {
				t.Fatalf("%q: row %q for columns %q", text, row, s.Columns)
			}
		}
		for _, e := range s.Entries() {
			if e.Name == "" {
				t.Errorf("%q gives an entry without a name", text)
			}
		}
		for i := range s.Columns {
			s.WithField(i, sheet.Phone).Entries()
		}
	})
}

func TestAttendanceAndWhatIsNotRead(t *testing.T) {
	s := sheet.ParseRows("Họ và tên\tXác nhận\tCỡ áo\tMã\nĐại biểu 01\tTỪ CHỐI\tM\t\nĐại biểu 02\tđồng ý\t\t\nĐại biểu 03\t\t\t\nĐại biểu 04\tOK?\t\t")
	want := []plan.Attendance{plan.Declined, plan.Confirmed, "", ""}
	for i, e := range s.Entries() {
		if e.Attendance != want[i] {
			t.Errorf("%s: %q, want %q", e.Name, e.Attendance, want[i])
		}
	}
	if got := s.Unread(); len(got) != 1 || got[0] != "Cỡ áo" {
		t.Errorf("unread columns: %q", got)
	}
	if got := s.Unanswered(); len(got) != 1 || got[0] != "OK?" {
		t.Errorf("unread answers: %q", got)
	}
	if got := s.WithField(1, sheet.Other).Unanswered(); len(got) != 0 {
		t.Errorf("without the column: %q", got)
	}
}
