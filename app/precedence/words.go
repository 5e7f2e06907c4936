package precedence

import (
	"strings"

	"nhipcau/app/vietnamese"
)

// word is one word of a post.
type word struct {
	fold string // without marks
	tone string // with marks, by its tone key
	// part is the number of the part between commas in which the word stands.
	part int
}

// separators divide the posts that somebody wrote into one line.
const separators = ",;/\n|"

// wordsOf returns the words of a text. Dashes and other signs only separate
// words, since "Phó Bí thư - Chủ tịch" and "Phó Bí thư, Chủ tịch" are written
// for the same.
func wordsOf(text string) []word {
	var words []word
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(separators, r) })
	for part, s := range parts {
		folds := strings.Fields(vietnamese.Fold(s))
		tones := strings.Fields(vietnamese.ToneKey(s))
		for i, fold := range folds {
			w := word{fold: fold, tone: fold, part: part}
			if i < len(tones) {
				w.tone = tones[i]
			}
			words = append(words, w)
		}
	}
	return words
}

// phrase is some words to look for.
type phrase struct {
	words []word
	// marks says that the words are compared with their marks: "Trưởng bản" is
	// not "Trưởng Ban", "GĐ" is not "GD".
	marks bool
	// first says that they count only at the beginning of a post: "TP Nội vụ"
	// is a head of division, "UBND TP" a city.
	first bool
	// takes says that what follows belongs to it: in "Trợ lý Bí thư Tỉnh ủy" the
	// secretary is somebody else.
	takes bool
}

// newPhrase reads a phrase of the rules: "^" before it is first, "=" is marks,
// "…" behind it is takes.
func newPhrase(text string) phrase {
	text, first := strings.CutPrefix(text, "^")
	text, marks := strings.CutPrefix(text, "=")
	text, takes := strings.CutSuffix(text, "…")
	return phrase{words: wordsOf(text), marks: marks, first: first, takes: takes}
}

// standsAt reports whether the phrase stands at place i, within one part.
func (p phrase) standsAt(words []word, i int) bool {
	if i+len(p.words) > len(words) || p.first && i > 0 && words[i-1].part == words[i].part {
		return false
	}
	for k, w := range p.words {
		other := words[i+k]
		if other.fold != w.fold || other.part != words[i].part || p.marks && other.tone != w.tone {
			return false
		}
	}
	return true
}

// end is the place behind what the phrase at place i takes: its words, or all
// that stands in the part from there on.
func (p phrase) end(words []word, i int) int {
	end := i + len(p.words)
	for p.takes && end < len(words) && words[end].part == words[i].part {
		end++
	}
	return end
}

// expand writes abbreviations out, the longest first at each place. What was
// written out is looked at again once, because "PCT TT" may be spelled "Phó CT
// TT" and "UB MTTQ" stands within longer forms.
func (t Table) expand(words []word) []word {
	const passes = 3
	for range passes {
		expanded := t.expandOnce(words)
		if len(expanded) == len(words) && sameWords(expanded, words) {
			return words
		}
		words = expanded
	}
	return words
}

func (t Table) expandOnce(words []word) []word {
	out := make([]word, 0, len(words)+4)
	for i := 0; i < len(words); {
		a := t.abbreviationAt(words, i)
		if a == nil {
			out = append(out, words[i])
			i++
			continue
		}
		for _, w := range a.full {
			w.part = words[i].part
			out = append(out, w)
		}
		i += len(a.short.words)
	}
	return out
}

func (t Table) abbreviationAt(words []word, i int) *abbreviation {
	for k := range t.abbreviations {
		if a := &t.abbreviations[k]; a.short.standsAt(words, i) {
			return a
		}
	}
	return nil
}

func sameWords(a, b []word) bool {
	for i := range a {
		if a[i].fold != b[i].fold {
			return false
		}
	}
	return true
}
