package papers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func lowerFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || startsWithAbbreviation(s) {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}

// startsWithAbbreviation keeps "UBND xã" and "HĐND huyện" as they are.
func startsWithAbbreviation(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return utf8.RuneCountInString(word) > 1 && strings.ToUpper(word) == word
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
