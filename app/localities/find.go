package localities

import (
	"cmp"
	"slices"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/vietnamese"
)

// searchKey is what a search compares of one unit, all of it folded.
type searchKey struct {
	name string // proper name
	noun string // common noun
	all  string // full names of the unit and of all above it, after a space
	// above is the part of all that speaks of the units above.
	above string
	// tones is all with its marks, as a tone key.
	tones string
}

// How well a query fits the name of a unit, best first.
const (
	fitsWhole = iota
	fitsStart
	fitsWord
	fitsInside
	fitsNot
)

// hit is a unit that answers a query.
type hit struct {
	place   int
	invalid bool // not valid on the day asked for
	fit     int
	unmark  bool // the query has marks that the unit has not
	rest    int  // words of the query that were found in the units above only
	level   int
}

// Find returns the units whose name answers the query, at most limit of them;
// limit 0 is all. Case, marks and punctuation do not count, but a query with
// marks prefers the units that have them: "Đắk Glong", "Đăk Glong" and "dak
// glong" find the same. The query may begin with the type of unit or its
// abbreviation (TP, TX, TT, H., Q., P., X.) and may have words of the units
// above, before or after: "quang khe lam dong", "xã Quảng Khê, Đắk Nông".
//
// Units that existed on the day come first, others after them (their validity
// tells them apart); then whole names, then names that begin with the query,
// names with a word that does, and names that have it inside; then higher
// levels and, at last, the order of the official lists. On the empty date units
// that still exist come first.
func (r *Register) Find(query string, on civil.Date, limit int) []Unit {
	hits := r.hits(expandTypes(query), on)
	if len(hits) == 0 {
		hits = r.hits(query, on)
	}
	slices.SortFunc(hits, compareHits)
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	units := make([]Unit, len(hits))
	for i, h := range hits {
		units[i] = r.units[h.place]
	}
	return units
}

func compareHits(a, b hit) int {
	return cmp.Or(
		compareBool(a.invalid, b.invalid),
		cmp.Compare(a.fit, b.fit),
		compareBool(a.unmark, b.unmark),
		cmp.Compare(a.rest, b.rest),
		cmp.Compare(a.level, b.level),
		cmp.Compare(a.place, b.place),
	)
}

// compareBool puts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// hits returns the units that answer the query, in no order of merit.
func (r *Register) hits(query string, on civil.Date) []hit {
	words := strings.Fields(vietnamese.Fold(query))
	if len(words) == 0 {
		return nil
	}
	longest := slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	readings := readingsOf(words)
	marks := marksOf(query)
	var hits []hit
	for place, key := range r.keys() {
		if !strings.Contains(key.all, longest) || !containsAll(key.all, words) {
			continue
		}
		h := bestReading(readings, key)
		if h.fit == fitsNot {
			continue
		}
		u := &r.units[place]
		h.place, h.level = place, len(u.Code)
		h.invalid = !u.ValidOn(on) || on.IsZero() && !u.Current()
		h.unmark = !beginWords(key.tones, marks)
		hits = append(hits, h)
	}
	return hits
}

func containsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// reading is one way to understand a query: which of its words are the name of
// the unit, and which speak of the units above.
type reading struct {
	noun  string // common noun of the unit, "" for any
	name  string
	above []string
}

// readingsOf returns the ways to understand the words: the name comes first or
// last, and a common noun may stand before it.
func readingsOf(words []string) []reading {
	var readings []reading
	add := func(name, above []string) {
		readings = append(readings, reading{name: strings.Join(name, " "), above: above})
		if noun := leadingNoun(name); noun > 0 && noun < len(name) {
			readings = append(readings, reading{
				noun: strings.Join(name[:noun], " "),
				name: strings.Join(name[noun:], " "), above: above,
			})
		}
	}
	add(words, nil)
	for i := len(words) - 1; i > 0; i-- {
		add(words[:i], words[i:])
		add(words[len(words)-i:], words[:len(words)-i])
	}
	return readings
}

// leadingNoun returns how many words of the common noun of a unit the words
// begin with.
func leadingNoun(words []string) int {
	if len(words) > 1 {
		switch words[0] + " " + words[1] {
		case "thanh pho", "thi tran", "thi xa", "dac khu":
			return 2
		}
	}
	switch words[0] {
	case "tinh", "huyen", "quan", "xa", "phuong":
		return 1
	}
	return 0
}

func bestReading(readings []reading, key searchKey) hit {
	best := hit{fit: fitsNot}
	for _, r := range readings {
		fit := r.fit(key)
		if fit < best.fit || fit == best.fit && len(r.above) < best.rest {
			best = hit{fit: fit, rest: len(r.above)}
		}
	}
	return best
}

// fit tells how well the unit answers in this reading.
func (r reading) fit(key searchKey) int {
	if r.noun != "" && r.noun != key.noun {
		return fitsNot
	}
	fit := fitOf(key.name, r.name)
	if fit == fitsNot {
		return fitsNot
	}
	if !beginWords(key.above, r.above) {
		return fitsNot
	}
	return fit
}

func fitOf(name, query string) int {
	switch {
	case name == query:
		return fitsWhole
	case strings.HasPrefix(name, query):
		return fitsStart
	case beginsWord(name, query):
		return fitsWord
	case strings.Contains(name, query):
		return fitsInside
	}
	return fitsNot
}

// beginWords reports whether each of the words begins a word of text.
func beginWords(text string, words []string) bool {
	for _, word := range words {
		if !beginsWord(text, word) {
			return false
		}
	}
	return true
}

// beginsWord reports whether part stands in text after a space.
func beginsWord(text, part string) bool {
	for i := 0; ; {
		j := strings.Index(text[i:], part)
		if j < 0 {
			return false
		}
		i += j
		if i > 0 && text[i-1] == ' ' {
			return true
		}
		i++
	}
}

// makeKeys makes the search keys of all units. Parents come before children,
// so that each key is made once.
func (r *Register) makeKeys() []searchKey {
	nouns := make(map[string]string, len(types))
	for _, t := range types {
		nouns[t] = vietnamese.Fold(t)
	}
	keys := make([]searchKey, len(r.units))
	for i := range r.units {
		u := &r.units[i]
		key := searchKey{name: vietnamese.Fold(u.Name), noun: nouns[u.Type]}
		key.tones = " " + vietnamese.ToneKey(u.FullName)
		if parent, ok := r.byID[u.ParentID]; ok {
			key.above = keys[parent].all
			key.tones += keys[parent].tones
		}
		key.all = " " + key.noun + " " + key.name + key.above
		keys[i] = key
	}
	return keys
}

// marksOf returns the words of the query that have diacritics, by their tone
// keys.
func marksOf(query string) []string {
	tones := strings.Fields(vietnamese.ToneKey(query))
	folds := strings.Fields(vietnamese.Fold(query))
	var marked []string
	for i, word := range tones {
		if i < len(folds) && folds[i] != word {
			marked = append(marked, word)
		}
	}
	return marked
}

// abbreviations are the common nouns as they are cut short in lists and
// addresses.
var abbreviations = map[string]string{
	"tp": "thành phố", "tx": "thị xã", "tt": "thị trấn",
	"h": "huyện", "q": "quận", "p": "phường", "x": "xã", "t": "tỉnh",
}

// expandTypes writes out an abbreviated common noun at the beginning of each
// part of the query between commas.
func expandTypes(query string) string {
	parts := strings.Split(query, ",")
	for i, part := range parts {
		words := strings.Fields(strings.ReplaceAll(part, ".", ". "))
		if len(words) < 2 {
			continue
		}
		if noun, ok := abbreviations[vietnamese.Fold(words[0])]; ok {
			words[0] = noun
			parts[i] = strings.Join(words, " ")
		}
	}
	return strings.Join(parts, ", ")
}
