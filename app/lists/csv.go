package lists

import (
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"
)

// byteOrderMark tells spreadsheets that a text is UTF-8; without it they read
// Vietnamese letters by the code page of the machine.
const byteOrderMark = "\uFEFF"

// WriteCSV writes the head and the rows of a list as RFC 4180 has it: commas,
// CRLF, in UTF-8 with a byte order mark, formulas disarmed. Title and foot are
// left out, so that the first line names the columns.
func WriteCSV(w io.Writer, l List) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		head[i] = c.Title
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, row := range l.Rows {
		cells := make([]string, len(row))
		for i, text := range row {
			cells[i] = Disarm(text)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Disarm puts an apostrophe before a text that a spreadsheet would take for a
// formula when it opens a CSV file (OWASP, CSV Injection): one that begins with
// = + - @, their full-width twins, a tab or a line end, also behind blanks.
//
// A negative figure such as -12,5 is left alone: it can do nothing, and
// somebody may want to add it up. A telephone number such as "+84 912 345 678"
// gets its apostrophe: without it a spreadsheet makes the number 84912345678 of
// it, or adds up its groups. Arm takes the apostrophe away again.
func Disarm(text string) string {
	if armed(text) && !negative.MatchString(text) {
		return "'" + text
	}
	return text
}

// Arm gives back the text that Disarm was given.
func Arm(text string) string {
	if strings.HasPrefix(text, "'") && armed(text) {
		return text[1:]
	}
	return text
}

var negative = regexp.MustCompile(`^-\d[\d.,]*%?$`)

// armed says whether a text would be a formula, with or without apostrophes
// before it: one that has an apostrophe of its own gets another, so that Arm
// knows which was ours.
func armed(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "' "))
	return strings.ContainsRune("=+-@\t\r\n＝＋－＠", first)
}
