package bundle

import "bytes"

// limits bound a document before any of it is decoded.
type limits struct {
	bytes  int // of the whole document
	tokens int
	depth  int // of objects and arrays inside each other
	text   int // bytes of one string, unescaped
}

// format1 are the limits of format 1 (exchange format, section 7).
var format1 = limits{bytes: 256 << 20, tokens: 12_000_000, depth: 32, text: 1 << 20}

// maxInteger is the largest magnitude of a number: 2^53-1, which every JSON
// reader keeps exactly (RFC 7493, section 2.2).
const maxInteger = 1<<53 - 1

// maxMembers is how many members the document itself may have; format 1 has
// fewer than 20, and later ones are not a thousand more.
const maxMembers = 1000

// integer says whether a JSON number has neither fraction nor exponent and is
// not too large.
func integer(raw []byte) bool {
	digits := bytes.TrimPrefix(raw, []byte("-"))
	if len(digits) > len("9007199254740991") {
		return false
	}
	n := 0
	for _, d := range digits {
		if d < '0' || d > '9' {
			return false
		}
		n = n*10 + int(d-'0')
	}
	return n <= maxInteger
}

// forbidden gives the first character of a text that no bundle may hold:
// control characters but newline and tab, which terminals and papers obey, and
// those that turn the direction of writing, by which a text can look like
// another one.
func forbidden(text []byte) (r rune, found bool) {
	for _, b := range text {
		if b < 0x20 && b != '\n' && b != '\t' {
			return rune(b), true
		}
	}
	return turning(text)
}

// turning gives the first character that turns the direction of writing. Of
// these alone a text has to be asked that stands in the file without escapes:
// json has no control characters there.
func turning(text []byte) (r rune, found bool) {
	for {
		i := bytes.IndexByte(text, 0xE2) // U+2000 to U+2FFF
		if i < 0 || i+2 >= len(text) {
			return 0, false
		}
		r := 0x2000 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
		if r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return r, true
		}
		text = text[i+1:]
	}
}

// canonicalID says whether a text is a UUID in the one form that is used here:
// 36 characters, lower case (RFC 9562, section 4). Two spellings of one id
// would be two records.
func canonicalID(text []byte) bool {
	if len(text) != len("00000000-0000-0000-0000-000000000000") {
		return false
	}
	for i, b := range text {
		switch i {
		case 8, 13, 18, 23:
			if b != '-' {
				return false
			}
		default:
			if !('0' <= b && b <= '9' || 'a' <= b && b <= 'f') {
				return false
			}
		}
	}
	return true
}
