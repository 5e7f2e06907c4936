package sheet

import "strings"

// separatorOf finds out at what the cells of a text part; 0 where each line is
// one cell.
func separatorOf(text string) rune {
	if strings.ContainsRune(text, '\t') {
		return '\t'
	}
	lines := filled(strings.Split(text, "\n"))
	if len(lines) == 0 {
		return 0
	}
	semicolons := strings.Count(lines[0], ";")
	for _, line := range lines {
		if strings.Count(line, ";") != semicolons {
			semicolons = 0
			break
		}
	}
	switch {
	case semicolons > 0 && len(lines) > 1:
		return ';'
	case len(knownTitles(strings.Split(lines[0], ","))) > 1:
		return ','
	}
	return 0
}

func filled(lines []string) []string {
	var out []string
	for _, line := range lines {
		if strings.TrimSpace(line) != "" {
			out = append(out, line)
		}
	}
	return out
}

// reader divides a text into rows of cells (the quoting is that of RFC 4180,
// section 2, and of what spreadsheets put on the clipboard).
type reader struct {
	separator rune
	cell      strings.Builder
	row       []string
	rows      [][]string
	quoted    bool // within quotes
}

// cells divides a text. A quote that is never closed is a sign like any other,
// so that one in a name does not swallow the rest.
func cells(text string, separator rune) [][]string {
	r := reader{separator: separator}
	signs := []rune(text)
	for i := 0; i < len(signs); i++ {
		c := signs[i]
		switch {
		case r.quoted:
			i += r.inQuotes(c, signs[i+1:])
		case c == '"' && separator != 0 && r.cell.Len() == 0 && r.closes(signs[i+1:]):
			r.quoted = true
		case c == '\n':
			r.endRow()
		case c == separator && separator != 0:
			r.endCell()
		default:
			r.cell.WriteRune(c)
		}
	}
	r.endRow()
	return r.rows
}

// inQuotes takes a sign within quotes, and says how many signs after it are
// taken too: a quote that is written twice stands for one.
func (r *reader) inQuotes(c rune, rest []rune) int {
	switch {
	case c != '"':
		r.cell.WriteRune(c)
	case len(rest) > 0 && rest[0] == '"':
		r.cell.WriteRune('"')
		return 1
	default:
		r.quoted = false
	}
	return 0
}

// closes says whether a quote that opens here is closed at the end of a cell.
func (r *reader) closes(rest []rune) bool {
	for i := 0; i < len(rest); i++ {
		if rest[i] != '"' {
			continue
		}
		if i+1 < len(rest) && rest[i+1] == '"' {
			i++
			continue
		}
		return i+1 == len(rest) || rest[i+1] == '\n' || rest[i+1] == r.separator
	}
	return false
}

func (r *reader) endCell() {
	r.row = append(r.row, r.cell.String())
	r.cell.Reset()
}

func (r *reader) endRow() {
	r.endCell()
	r.rows = append(r.rows, r.row)
	r.row = nil
}

// tidy leaves out rows and columns without text and makes all rows of one
// length.
func tidy(rows [][]string) [][]string {
	var used [MaxColumns]bool
	var kept [][]string
	for _, row := range rows {
		row = row[:min(len(row), MaxColumns)]
		any := false
		for i, cell := range row {
			if strings.TrimSpace(cell) != "" {
				used[i], any = true, true
			}
		}
		if any {
			kept = append(kept, row)
		}
	}
	out := make([][]string, len(kept))
	for i, row := range kept {
		for column, is := range used {
			switch {
			case !is:
			case column < len(row):
				out[i] = append(out[i], strings.TrimSpace(row[column]))
			default:
				out[i] = append(out[i], "")
			}
		}
	}
	return out
}
