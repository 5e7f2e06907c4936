package vietnamese

import "strings"

// The scores of a match, from the best place to the worst. They hold for a
// match that agrees in every diacritic the query has; one that agrees only
// without diacritics has marksBonus less.
const (
	// ScoreWhole is the score of a text that is the query.
	ScoreWhole = 100
	// ScoreStart is the score of a text that begins with the query.
	ScoreStart = 90
	// ScoreWord is the score of a text in which a word begins the query.
	ScoreWord = 80
	// ScoreWords is the score of a text that has a word for each word of the
	// query, in any order.
	ScoreWords = 70
	// ScoreInside is the score of a text that has the query within a word.
	ScoreInside = 60

	marksBonus = 50
)

// Query is a search text prepared for many comparisons.
type Query struct {
	fold, tone key
}

// key is a search key and its words.
type key struct {
	text  string
	words []string
}

// NewQuery prepares the search text.
func NewQuery(text string) Query {
	fold, tone := Fold(text), ToneKey(text)
	return Query{
		fold: key{fold, strings.Fields(fold)},
		tone: key{tone, strings.Fields(tone)},
	}
}

// IsZero reports whether the query has no letter and no digit; it then matches
// nothing.
func (q Query) IsZero() bool { return q.fold.text == "" }

// Match returns how well text answers the query, 0 for not at all. A query
// without any diacritics is compared without them; one with diacritics is
// compared with them first, and without them for a lower score, since people
// leave out marks and put them on the wrong vowel (domain notes §4.3).
func (q Query) Match(text string) int {
	score := q.fold.score(Fold(text))
	if score == 0 || !q.hasMarks() {
		return score
	}
	return max(score-marksBonus, q.tone.score(ToneKey(text)))
}

// MatchKeys is [Query.Match] for a text whose [Fold] and [ToneKey] are at hand.
func (q Query) MatchKeys(fold, tone string) int {
	score := q.fold.score(fold)
	if score == 0 || !q.hasMarks() {
		return score
	}
	return max(score-marksBonus, q.tone.score(tone))
}

// Match returns how well text answers the query; see [Query.Match]. To compare
// one query with many texts prepare it by [NewQuery].
func Match(query, text string) int { return NewQuery(query).Match(text) }

func (q Query) hasMarks() bool { return q.fold.text != q.tone.text }

// score compares the key of a query with the key of a text.
func (k key) score(text string) int {
	switch {
	case k.text == "":
		return 0
	case text == k.text:
		return ScoreWhole
	case strings.HasPrefix(text, k.text):
		return ScoreStart
	case beginsWord(text, k.text):
		return ScoreWord
	case len(k.words) > 1 && k.everyWordIn(text):
		return ScoreWords
	case strings.Contains(text, k.text):
		return ScoreInside
	}
	return 0
}

// everyWordIn reports whether each word of the key begins a word of text.
func (k key) everyWordIn(text string) bool {
	for _, word := range k.words {
		if !strings.HasPrefix(text, word) && !beginsWord(text, word) {
			return false
		}
	}
	return true
}

// beginsWord reports whether part stands in text after a space.
func beginsWord(text, part string) bool {
	for {
		i := strings.Index(text, part)
		if i < 0 {
			return false
		}
		if i > 0 && text[i-1] == ' ' {
			return true
		}
		text = text[i+1:]
		if j := strings.IndexByte(text, ' '); j >= 0 {
			text = text[j:]
		} else {
			return false
		}
	}
}
