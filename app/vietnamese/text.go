package vietnamese

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Normalize returns s in the form in which single-line text is kept: composed
// (NFC), trimmed, with single spaces, without zero-width and control
// characters, and with the Icelandic eth (Ð ð), a common slip, turned into Đ đ.
// Line breaks, tabs and no-break spaces become spaces. Bytes that are not
// UTF-8 become U+FFFD. See domain notes §4.3.
//
// The soft hyphen stays: in text from an old TCVN3 font it is the letter ư, and
// it must survive until that text has been decoded (domain notes §4.4).
func Normalize(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	pending := false
	for _, r := range s {
		switch r = storedRune(r); r {
		case dropped:
		case ' ', '\n':
			pending = true
		default:
			if pending && b.Len() > 0 {
				b.WriteByte(' ')
			}
			pending = false
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// NormalizeText returns s in the form in which text of several lines is kept:
// each line as by [Normalize], lines ended by "\n" alone, without blank lines
// at the beginning and the end.
func NormalizeText(s string) string {
	if !strings.ContainsFunc(s, isLineBreak) {
		return Normalize(s)
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	lines := strings.FieldsFunc(markEmptyLines(s), isLineBreak)
	for i, line := range lines {
		lines[i] = Normalize(line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// markEmptyLines puts a space before each line break, so that splitting into
// fields keeps the empty lines.
func markEmptyLines(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	for _, r := range s {
		if isLineBreak(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// dropped is the answer of storedRune for a character that is not kept.
const dropped = -1

// storedRune returns what is kept of one character: itself, a space, a line
// break, Đ for eth, or dropped.
func storedRune(r rune) rune {
	switch {
	case r == 'Ð':
		return 'Đ'
	case r == 'ð':
		return 'đ'
	case isLineBreak(r):
		return '\n'
	case r == '\t' || unicode.Is(unicode.Zs, r):
		return ' '
	case isInvisible(r) || unicode.IsControl(r):
		return dropped
	}
	return r
}

// isLineBreak reports whether r ends a line, including those that word
// processors put on the clipboard (vertical tab, U+2028).
func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isInvisible reports whether r has no width and only steers joining or
// direction. Such characters come with text from the web and make two names
// that look the same differ.
func isInvisible(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, // zero-width space and joiners, marks of direction
		r >= 0x202A && r <= 0x202E, // embedding and override of direction
		r >= 0x2060 && r <= 0x206F, // word joiner, isolates
		r == 0x034F, r == 0x061C, r == 0x180E, r == 0xFEFF:
		return true
	}
	return false
}

// isPlain reports whether s is ASCII that [Normalize] would return unchanged.
func isPlain(s string) bool {
	previous := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7F || c == ' ' && previous == ' ' {
			return false
		}
		previous = c
	}
	return s == "" || previous != ' '
}
