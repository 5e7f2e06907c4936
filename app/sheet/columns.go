package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nhipcau/app/vietnamese"
)

// number marks the column of running numbers while a list is read.
const number Field = "number"

// wholeTitles are titles that mean something only alone, by their search key.
var wholeTitles = map[string]Field{
	"tt": number, "stt": number, "so tt": number, "so thu tu": number, "no": number,
	"ho": Family, "ho dem": Family, "ho va dem": Family, "ho lot": Family, "ho va chu dem": Family, "ho chu dem": Family,
	"ten": Name, "name": Name, "full name": Name, "dai bieu": Name, "thanh phan": Name,
	"dt": Phone, "phone": Phone, "mobile": Phone, "note": Note, "notes": Note, "role": Note,
	"trang thai": Attendance, "tinh trang": Attendance, "xac nhan": Attendance, "xac nhan tham du": Attendance, "tham du": Attendance,
	"tham gia": Attendance, "tra loi": Attendance, "phan hoi": Attendance, "dang ky tham du": Attendance, "attendance": Attendance,
	"status":   Attendance,
	"position": Posts, "post": Posts, "posts": Posts, "title": Posts, "unit": Unit, "organisation": Unit, "organization": Unit,
}

// titleParts are words within a title, the more telling first: "Chức vụ, đơn vị
// công tác" holds posts, "Số điện thoại cơ quan" a telephone.
var titleParts = []struct {
	words string
	field Field
}{
	{"dien thoai", Phone},
	{"sdt", Phone},
	{"di dong", Phone},
	{"email", Email},
	{"e mail", Email},
	{"thu dien tu", Email},
	{"ho va ten", Name},
	{"ho ten", Name},
	{"chuc vu", Posts},
	{"chuc danh", Posts},
	{"don vi", Unit},
	{"co quan", Unit},
	{"noi cong tac", Unit},
	{"ghi chu", Note},
	{"nhiem vu", Note},
	{"vai tro", Note},
}

// fieldOfTitle reads the title of a column; ok is false for any other text.
func fieldOfTitle(title string) (f Field, ok bool) {
	const longest = 60 // letters; more is no title
	if len(title) > longest {
		return Other, false
	}
	key := vietnamese.Fold(title)
	if f, ok := wholeTitles[key]; ok {
		return f, true
	}
	for _, part := range titleParts {
		if key == part.words || strings.HasPrefix(key, part.words+" ") ||
			strings.HasSuffix(key, " "+part.words) || strings.Contains(key, " "+part.words+" ") {
			return part.field, true
		}
	}
	return Other, false
}

// knownTitles gives the fields of those cells that are titles of columns.
func knownTitles(row []string) []Field {
	var out []Field
	for _, cell := range row {
		if f, ok := fieldOfTitle(cell); ok {
			out = append(out, f)
		}
	}
	return out
}

// takeHead finds the head among the first rows, below a heading, takes it off
// with all above it and gives its fields; nil where there is none.
func (s *Sheet) takeHead() []Field {
	const deepest = 8
	for i, row := range s.Rows[:min(len(s.Rows), deepest)] {
		known := knownTitles(row)
		names := slices.Contains(known, Name)
		if !names || len(known) < 2 && len(row) > 1 {
			continue
		}
		s.Titles, s.Rows = row, s.Rows[i+1:]
		columns := make([]Field, len(row))
		for c, cell := range row {
			f, _ := fieldOfTitle(cell)
			if f == Note || !slices.Contains(columns, f) {
				columns[c] = f
			}
		}
		return columns
	}
	return nil
}

var phonePattern = regexp.MustCompile(`^[+(]?\d[\d .()\-]{6,}\d$`)

// guess finds out what columns hold from what stands in them: numbers that run,
// telephones, addresses of mail, and then texts in the usual order of name,
// posts, unit and notes.
func guess(rows [][]string) []Field {
	columns := make([]Field, len(rows[0]))
	texts := []Field{Name, Posts, Unit, Note}
	for c := range columns {
		switch f, ok := fieldOfCells(rows, c); {
		case ok && !slices.Contains(columns, f):
			columns[c] = f
		case !ok && len(texts) > 0:
			columns[c], texts = texts[0], texts[1:]
		}
	}
	return columns
}

// fieldOfCells tells what most of the filled cells of a column are; ok is false
// for texts.
func fieldOfCells(rows [][]string, column int) (f Field, ok bool) {
	filled, phones, mails := 0, 0, 0
	for _, row := range rows {
		cell := row[column]
		switch {
		case cell == "":
			continue
		case phonePattern.MatchString(cell):
			phones++
		case strings.Contains(cell, "@") && !strings.Contains(cell, " "):
			mails++
		}
		filled++
	}
	switch {
	case runs(rows, column):
		return number, true
	case 2*phones > filled:
		return Phone, true
	case 2*mails > filled:
		return Email, true
	}
	return Other, false
}

// runs says whether the numbers in a column go up by one, and there is another
// column to hold the names.
func runs(rows [][]string, column int) bool {
	if len(rows[0]) < 2 {
		return false
	}
	last, seen := 0, 0
	for _, row := range rows {
		cell := strings.TrimRight(row[column], ".)")
		if cell == "" {
			continue
		}
		n, err := strconv.Atoi(cell)
		if err != nil || seen > 0 && n != last+1 && n != 1 { // may begin anew for the next delegation
			return false
		}
		last = n
		seen++
	}
	return seen > 0
}

// dropNumbers takes the column of running numbers away.
func (s *Sheet) dropNumbers() {
	at := slices.Index(s.Columns, number)
	if at < 0 {
		return
	}
	s.Columns = slices.Delete(s.Columns, at, at+1)
	s.Titles = slices.Delete(slices.Clone(s.Titles), at, at+1)
	for i, row := range s.Rows {
		s.Rows[i] = slices.Delete(slices.Clone(row), at, at+1)
	}
}
