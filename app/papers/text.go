package papers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lowerFirst is a text as it goes on within a sentence. Names keep their
// capital: those given, abbreviations, and those of the state.
func lowerFirst(s string, names ...string) string {
	if startsWithAbbreviation(s) || startsWithOneOf(s, names) || startsWithOneOf(s, capitalised) {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}

// capitalised are words that are written with a capital everywhere (Nghị định
// 30/2020, annex II; domain notes §1.7).
var capitalised = []string{"Nhân dân", "Nhà nước", "Đảng", "Hội đồng nhân dân", "Ủy ban nhân dân"}

// startsWithAbbreviation keeps "UBND xã" and "HĐND huyện" as they are.
func startsWithAbbreviation(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return utf8.RuneCountInString(word) > 1 && strings.ToUpper(word) == word
}

// startsWithOneOf says whether a text begins with one of the names as a whole
// word.
func startsWithOneOf(s string, names []string) bool {
	for _, name := range names {
		rest, ok := strings.CutPrefix(s, name)
		next, _ := utf8.DecodeRuneInString(rest)
		if ok && name != "" && (rest == "" || !unicode.IsLetter(next) && !unicode.IsDigit(next)) {
			return true
		}
	}
	return false
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
