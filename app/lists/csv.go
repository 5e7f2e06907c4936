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
// = + - @, their full-width twins, a tab or a line end, also behind blanks. It
// does so also within a text, behind what may begin a cell of its own: where the
// machine's list separator is a semicolon or a tab, Excel parts the lines of the
// file there, whatever stands in quotation marks.
//
// A negative figure such as -12,5 is left alone: it can do nothing, and
// somebody may want to add it up; and so is a line of a list with dashes, as long
// as nothing in it could call something. A telephone number such as "+84 912 345
// 678" gets its apostrophe: without it a spreadsheet makes the number 84912345678
// of it, or adds up its groups. Arm takes the apostrophes away again.
func Disarm(text string) string {
	return inParts(text, func(part string, inner bool) string {
		if armed(part, inner) && !harmless(part, inner) {
			return "'" + part
		}
		return part
	})
}

// Arm gives back the text that Disarm was given.
func Arm(text string) string {
	return inParts(text, func(part string, inner bool) string {
		if strings.HasPrefix(part, "'") && armed(part, inner) {
			return part[1:]
		}
		return part
	})
}

// separators end what may be a cell or a line of its own.
const separators = ";\t\n\r"

// inParts gives each part of a text, with the separator that ends it, to change.
func inParts(text string, change func(part string, inner bool) string) string {
	if !strings.ContainsAny(text, separators) {
		return change(text, false)
	}
	var out strings.Builder
	for inner := false; text != ""; inner = true {
		n := len(text)
		if i := strings.IndexAny(text, separators); i >= 0 {
			n = i + 1
		}
		out.WriteString(change(text[:n], inner))
		text = text[n:]
	}
	return out.String()
}

var negative = regexp.MustCompile(`^-\d[\d.,]*%?$`)

// dashed is a line of a list that calls nothing: neither a function nor another
// program.
var dashed = regexp.MustCompile(`^- [^|(]*$`)

func harmless(part string, inner bool) bool {
	part = strings.TrimRight(part, separators)
	return negative.MatchString(part) || inner && dashed.MatchString(part)
}

// armed says whether a part would be a formula, with or without apostrophes
// before it: one that has an apostrophe of its own gets another, so that Arm
// knows which was ours. Within a text, quotation marks may stand before it too:
// there they can be those of a cell.
func armed(part string, inner bool) bool {
	if inner {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(part, "' \""))
		return strings.ContainsRune("=+-@＝＋－＠", first)
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(part, "' "))
	return strings.ContainsRune("=+-@\t\r\n＝＋－＠", first)
}
