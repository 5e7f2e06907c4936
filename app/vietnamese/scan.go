package vietnamese

import (
	"strings"
	"unicode"
)

// shape is a text reduced to its form: "N" for each number, a letter for each
// known word, the signs themselves, no spaces. The parsers compare shapes, so
// that every spelling of a form needs one line and no regular expression.
type shape struct {
	form    string
	numbers []string
}

// scan reduces text to its shape. Words are looked up without diacritics in
// words, which gives their letter; an unknown word or sign makes ok false.
// Dashes of every length count as "-".
func scan(text string, words map[string]string) (found shape, ok bool) {
	var form strings.Builder
	rest := []rune(Normalize(text))
	for len(rest) > 0 {
		switch {
		case isDigit(rest[0]):
			n := runLength(rest, isDigit)
			found.numbers = append(found.numbers, string(rest[:n]))
			form.WriteByte('N')
			rest = rest[n:]
		case isWordRune(rest[0]):
			n := runLength(rest, isWordRune)
			letter, known := words[Fold(string(rest[:n]))]
			if !known {
				return shape{}, false
			}
			form.WriteString(letter)
			rest = rest[n:]
		default:
			sign, known := signs[rest[0]]
			if !known {
				return shape{}, false
			}
			form.WriteString(sign)
			rest = rest[1:]
		}
	}
	found.form = form.String()
	return found, true
}

// signs are the signs that may stand in a date, a time or a length, as they
// appear in a form.
var signs = map[rune]string{
	' ': "", '/': "/", '-': "-", '.': ".", ',': ",", ':': ":",
	'–': "-", '—': "-", '−': "-", '‐': "-", '‑': "-",
	'\'': "'", '’': "'", '′': "'",
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) }

// runLength returns how many runes at the beginning of text belong.
func runLength(text []rune, belongs func(rune) bool) int {
	n := 0
	for n < len(text) && belongs(text[n]) {
		n++
	}
	return n
}

// small returns the value of a string of digits, or a value beyond every limit
// of this package if it has more than six.
func small(digits string) int {
	const beyond = 1_000_000
	if len(digits) > 6 {
		return beyond
	}
	n := 0
	for _, c := range []byte(digits) {
		n = n*10 + int(c-'0')
	}
	return n
}
