package lists

import (
	"strconv"
	"strings"
	"unicode"
)

// List is one list, ready to be written.
type List struct {
	Kind Kind
	// Title is the heading in capitals, Lines what stands below it, Foot below
	// the rows, as "(Danh sách có 25 người)".
	Title   string
	Lines   []string
	Foot    string
	Columns []Column
	// Rows are as long as Columns, and clean; see Clean.
	Rows [][]string
	// Personal is in how many rows something personal stands.
	Personal int
}

// Column is the head of a column.
type Column struct {
	Title string
	// Width is in characters of the usual type, as spreadsheets count it.
	Width  float64
	Center bool
}

// Clean makes a text fit for a cell: line ends are "\n", and what neither XML
// 1.0 nor a spreadsheet can hold is a space. White space at the ends is gone.
func Clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r == '\uFFFE', r == '\uFFFF':
			return ' '
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

// cell is one column of a list of T: its head, and the text of a row.
type cell[T any] struct {
	Column
	text     func(T) string
	personal bool
}

func col[T any](title string, width float64, text func(T) string) cell[T] {
	return cell[T]{Column: Column{Title: title, Width: width}, text: text}
}

func (c cell[T]) centred() cell[T] {
	c.Center = true
	return c
}

// private marks a column that holds something of a person's own.
func (c cell[T]) private() cell[T] {
	c.personal = true
	return c
}

// blank is a column that is filled in by hand.
func blank[T any](title string, width float64) cell[T] {
	return col(title, width, func(T) string { return "" })
}

// fill gives a list its columns, the running number first, and its rows.
func fill[T any](l *List, number string, records []T, cells ...cell[T]) {
	l.Columns = append(l.Columns, Column{Title: number, Width: 5, Center: true})
	for _, c := range cells {
		l.Columns = append(l.Columns, c.Column)
	}
	for i, r := range records {
		row, personal := []string{strconv.Itoa(i + 1)}, false
		for _, c := range cells {
			text := Clean(c.text(r))
			row = append(row, text)
			personal = personal || c.personal && text != ""
		}
		if personal {
			l.Personal++
		}
		l.Rows = append(l.Rows, row)
	}
}

// count writes a number, and nothing for none.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// joined puts the parts that say something one after the other.
func joined(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}
