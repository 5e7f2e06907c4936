package papers

import (
	"slices"
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

// textLines are the lines of a text that say something.
func textLines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// sentence closes a text with a full stop; a question and a blank to fill end as
// they are.
func sentence(text string) string {
	text = strings.TrimRight(strings.TrimSpace(text), ".;, ")
	if strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

func orElse(text, otherwise string) string {
	if strings.TrimSpace(text) == "" {
		return otherwise
	}
	return text
}

// orBlank leaves room for what is not known.
func orBlank(text string) string { return orElse(text, "…") }

// dashed are the entries of a list under a paragraph: "- …;", the last with a full
// stop. Where one of them is a sentence of its own, each ends as a sentence.
func dashed(entries []string) []string {
	sentences := slices.ContainsFunc(entries, func(e string) bool { return strings.ContainsAny(e, "?!") || strings.Contains(e, ". ") })
	out := make([]string, len(entries))
	for i, e := range entries {
		out[i] = "- " + sentence(strings.TrimPrefix(strings.TrimSpace(e), "- "))
		if !sentences && i < len(entries)-1 {
			out[i] = strings.TrimSuffix(out[i], ".") + ";"
		}
	}
	return out
}
