// Package sheet reads lists of people as they are pasted from a spreadsheet, a
// text or a message, or stand in a file of a spreadsheet: it divides the text
// into rows and cells, finds out which column holds what, and gives entries for
// a delegation.
//
// Everything is a function of the text or the bytes. The package must not know
// where they come from, who is in the directory, or what is done with the
// entries.
package sheet

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// Field is what a column holds.
type Field string

// The fields of a list of people. A column of Other is left out.
const (
	Other  Field = ""
	Name   Field = "name"
	Family Field = "family" // họ, chữ đệm, where the given name has a column of its own
	Posts  Field = "posts"
	Unit   Field = "unit"
	Phone  Field = "phone"
	Email  Field = "email"
	Note   Field = "note"
	// Attendance is whether somebody comes: "Đồng ý", "Từ chối".
	Attendance Field = "attendance"
)

// Fields lists what a column can hold, in the order in which it is offered.
func Fields() []Field {
	return []Field{Name, Family, Posts, Unit, Phone, Email, Attendance, Note, Other}
}

// The most that is read of one paste, so that a whole sheet pasted by mistake
// holds up nothing.
const (
	MaxRows    = 1000
	MaxColumns = 20
)

// Sheet is a pasted list: rows of cells, each as long as Columns. Rows without
// any text, the head, what stands above it, and the column of running numbers
// are gone.
type Sheet struct {
	Columns []Field
	Rows    [][]string
	// Titles are the cells of the head, "" each where the list has none.
	Titles []string
	// LeftOut counts the rows beyond MaxRows.
	LeftOut int
}

// ParseRows reads a pasted text. Cells part at tabs; without any, at semicolons
// where all lines have as many, at commas where the first line is a head that
// has them, and else each line is one cell, to be read by plan.ParseEntry. A
// cell in double quotes may hold separators, line breaks and doubled quotes.
// Any text is read; one without people gives a Sheet without rows.
func ParseRows(text string) Sheet {
	text = strings.TrimPrefix(strings.ToValidUTF8(text, "\uFFFD"), "\uFEFF")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n").Replace(text)
	return sheetOf(cells(text, separatorOf(text)))
}

// sheetOf finds out what rows of cells hold.
func sheetOf(rows [][]string) Sheet {
	var s Sheet
	s.Rows = tidy(rows)
	if len(s.Rows) == 0 {
		return Sheet{}
	}
	s.Columns = s.takeHead()
	if s.Columns == nil {
		s.Titles = make([]string, len(s.Rows[0]))
		s.Columns = guess(s.Rows)
	}
	s.dropNumbers()
	s.part()
	if len(s.Rows) > MaxRows {
		s.LeftOut = len(s.Rows) - MaxRows
		s.Rows = s.Rows[:MaxRows]
	}
	return s
}

// part makes two columns of one that holds names with the posts behind them, so
// that it is seen what was read as what.
func (s *Sheet) part() {
	if len(s.Columns) != 1 || s.Columns[0] != Name {
		return
	}
	rows, found := make([][]string, len(s.Rows)), false
	for i, row := range s.Rows {
		name, posts := plan.PartEntry(row[0])
		rows[i] = []string{name, posts}
		found = found || posts != ""
	}
	if found {
		s.Rows, s.Columns, s.Titles = rows, []Field{Name, Posts}, append(s.Titles, "")
	}
}

// WithField says anew what a column holds. A field stands in one column only,
// but for notes and what is left out.
func (s Sheet) WithField(column int, f Field) Sheet {
	columns := append([]Field(nil), s.Columns...)
	if column < 0 || column >= len(columns) {
		return s
	}
	if f != Other && f != Note {
		for i, other := range columns {
			if other == f {
				columns[i] = Other
			}
		}
	}
	columns[column] = f
	s.Columns = columns
	return s
}

// Unread names the columns that hold something but are read as nothing: by their
// titles, or by their number from 1 where they have none.
func (s Sheet) Unread() []string {
	var out []string
	for i, f := range s.Columns {
		if f != Other || !slices.ContainsFunc(s.Rows, func(row []string) bool { return row[i] != "" }) {
			continue
		}
		out = append(out, cmp.Or(vietnamese.Normalize(s.Titles[i]), strconv.Itoa(i+1)))
	}
	return out
}

// Unanswered lists the answers to the invitation that are not understood, each
// once.
func (s Sheet) Unanswered() []string {
	var out []string
	column := slices.Index(s.Columns, Attendance)
	for _, row := range s.Rows {
		if column < 0 {
			break
		}
		cell := vietnamese.Normalize(row[column])
		if _, ok := plan.AttendanceOf(cell); !ok && !slices.Contains(out, cell) {
			out = append(out, cell)
		}
	}
	return out
}

// Entries gives the people of the list; rows without a name are left out. Where
// no column holds posts they may stand behind the name. A note that is a role,
// such as "Trưởng đoàn", becomes the role.
func (s Sheet) Entries() []plan.Entry {
	var out []plan.Entry
	for _, row := range s.Rows {
		if e := s.entry(row); e.Name != "" {
			out = append(out, e)
		}
	}
	return out
}

func (s Sheet) entry(row []string) plan.Entry {
	at := map[Field]string{}
	havePosts := false
	for i, f := range s.Columns {
		cell := vietnamese.Normalize(row[i])
		if f == Note && cell != "" && at[Note] != "" {
			cell = at[Note] + "; " + cell
		}
		if f != Note || cell != "" {
			at[f] = cell
		}
		havePosts = havePosts || f == Posts
	}
	name := strings.TrimSpace(at[Family] + " " + at[Name])
	e := plan.ParseEntry(name)
	if havePosts {
		e = plan.NewEntry(name, at[Posts])
	}
	e.Unit, e.Phone, e.Email, e.Note = at[Unit], at[Phone], at[Email], at[Note]
	e.Attendance, _ = plan.AttendanceOf(at[Attendance])
	if role := plan.RoleOf(e.Note); role != "" {
		e.Role, e.Note = role, ""
	}
	return e
}
