package vietnamese

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the search key of s without any diacritics ("k_fold" of domain
// notes §4.3): lower case, đ and eth as d, no combining marks, apostrophes
// removed, every other sign as a space, single spaces, trimmed. "Đắk R'Măng",
// "Đăk R’Măng" and "dak rmang" have the same key.
func Fold(s string) string {
	done := foldedPrefix(s)
	if done == len(s) {
		return s
	}
	out := make([]byte, done, len(s))
	copy(out, s)
	space := false
	if done > 0 && out[done-1] == ' ' {
		out, space = out[:done-1], true
	}
	for i := done; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		f := foldRune(r)
		switch f {
		case removed:
		case ' ':
			space = true
		case several:
			out, space = appendFolded(out, r, space)
		default:
			out, space = appendLetter(out, f, space), false
		}
	}
	return string(out)
}

// What foldRune may say other than a letter.
const (
	removed rune = 0  // nothing is kept
	several rune = -1 // the character comes apart into several
)

// foldRune returns what [Fold] keeps of one character: a letter or digit, a
// space, removed, or several.
func foldRune(r rune) rune {
	switch {
	case r < latinEnd:
		return foldTable[r]
	case r >= vietnameseStart && r < vietnameseEnd:
		return foldTable[r-vietnameseStart+latinEnd]
	case r >= markStart && r < markEnd:
		return removed
	}
	return foldSlowly(r)
}

// The blocks of Unicode in which nearly all Vietnamese text lies.
const (
	latinEnd        = 0x0250 // Basic Latin to Latin Extended-B
	markStart       = 0x0300 // Combining Diacritical Marks
	markEnd         = 0x0370
	vietnameseStart = 0x1E00 // Latin Extended Additional
	vietnameseEnd   = 0x1F00
)

// foldTable holds foldSlowly for the two blocks of letters, one after the
// other.
var foldTable = makeFoldTable()

func makeFoldTable() *[latinEnd + vietnameseEnd - vietnameseStart]rune {
	var table [latinEnd + vietnameseEnd - vietnameseStart]rune
	for i := range table {
		table[i] = foldSlowly(tableRune(i))
	}
	return &table
}

// tableRune returns the character whose entry has index i in the tables.
func tableRune(i int) rune {
	if i < latinEnd {
		return rune(i)
	}
	return rune(i) - latinEnd + vietnameseStart
}

// foldSlowly does the work of foldRune from the Unicode tables.
func foldSlowly(r rune) rune {
	kept := removed
	for _, piece := range norm.NFD.String(string(r)) {
		f := foldPiece(piece)
		switch {
		case f == removed:
		case kept == removed:
			kept = f
		default:
			return several
		}
	}
	return kept
}

// foldPiece folds a character that does not decompose.
func foldPiece(r rune) rune {
	r = unicode.ToLower(r)
	switch {
	case r == 'đ' || r == 'ð':
		return 'd'
	case isApostrophe(r) || unicode.In(r, unicode.M, unicode.Cf) || storedRune(r) == dropped:
		return removed
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return r
	}
	return ' '
}

// appendFolded appends a character that comes apart into several, such as a
// syllable of Hangul.
func appendFolded(out []byte, r rune, space bool) ([]byte, bool) {
	for _, piece := range norm.NFD.String(string(r)) {
		switch f := foldPiece(piece); f {
		case removed:
		case ' ':
			space = true
		default:
			out, space = appendLetter(out, f, space), false
		}
	}
	return out, space
}

// appendLetter appends r, after a space if one is due between two words.
func appendLetter(out []byte, r rune, space bool) []byte {
	if space && len(out) > 0 {
		out = append(out, ' ')
	}
	if r < utf8.RuneSelf {
		return append(out, byte(r))
	}
	return utf8.AppendRune(out, r)
}

// isApostrophe reports whether r is one of the signs typed for the apostrophe
// in names such as H'Yim and Đắk R'Măng.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', '′', 'ʹ', 'ʻ', 'ʼ', 'ˈ', '＇':
		return true
	}
	return false
}

// foldedPrefix returns how many bytes of s are already in folded form. It is
// len(s) only if the whole is.
func foldedPrefix(s string) int {
	previous := byte(' ')
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		if !letter && (c != ' ' || previous == ' ') {
			return i
		}
		previous = c
	}
	if len(s) > 0 && previous == ' ' {
		return len(s) - 1
	}
	return len(s)
}
