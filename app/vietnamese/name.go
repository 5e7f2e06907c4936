package vietnamese

import (
	"cmp"
	"strings"
)

// Name is a personal name taken apart for sorting. Vietnamese lists go by the
// given name, which stands last, and only then by the family name (domain
// notes §4.1 and §4.2).
type Name struct {
	// Sort is the given name (tên), by which the person is also addressed.
	Sort string
	// Family is the family name (họ), of one or more words; may be empty.
	Family string
	// Middle is what stands between the two (chữ đệm); may be empty.
	Middle string
	// Full is the whole name as written; it alone has authority.
	Full string
}

// NewName takes a full name apart. The sort name is taken as given if it is not
// empty, since only its bearer knows it for sure; otherwise it is [SortName].
func NewName(full, sortName string) Name {
	full = Normalize(full)
	name := Name{Sort: Normalize(sortName), Full: full}
	if name.Sort == "" {
		name.Sort = SortName(full)
	}
	tokens := strings.Fields(full)
	if _, marked := markedGiven(tokens); marked || len(tokens) < 2 {
		return name
	}
	last := len(tokens) - 1
	family := min(familyLength(tokens), last)
	name.Family = strings.Join(tokens[:family], " ")
	name.Middle = strings.Join(tokens[family:last], " ")
	return name
}

// CompareNames compares component by component (given name, family name,
// middle name, full name) in the order of [Compare]. Comparing whole strings
// would sort by family name and look at tones only in the end.
func CompareNames(a, b Name) int {
	return cmp.Or(
		Compare(a.Sort, b.Sort),
		Compare(a.Family, b.Family),
		Compare(a.Middle, b.Middle),
		Compare(a.Full, b.Full),
	)
}

// SortName returns the given name of a full name, as a proposal that the user
// can change: the last word, which is right for Kinh, Tày, Nùng, H'Mông and Dao
// names, also for double given names, whose bearers are addressed by the last.
//
// Names of the Central Highlands that begin with a mark of gender (Y, H', K',
// Ka, with or without a space before the name) have the given name right after
// it and the clan, if any, behind, so the word after the mark is proposed: Tên
// for "Y Tên Họ", "H'Tên Họ", "K' Tên" and "Ka Tên". Where the given name has
// two words only its bearer can tell. "Điểu" is no such mark: it stands as a
// family name does, and the last word is right.
func SortName(full string) string {
	tokens := strings.Fields(Normalize(full))
	if len(tokens) == 0 {
		return ""
	}
	if given, ok := markedGiven(tokens); ok {
		return given
	}
	return tokens[len(tokens)-1]
}

// markedGiven returns the given name that follows a mark of gender (Y, H', K',
// Ka), and whether there is one. The mark may be joined to the name by its
// apostrophe.
func markedGiven(tokens []string) (given string, ok bool) {
	if len(tokens) == 0 {
		return "", false
	}
	mark, joined := cutApostrophe(tokens[0])
	if !isGenderMark(mark) {
		return "", false
	}
	if joined != "" {
		return joined, true
	}
	if len(tokens) == 1 {
		return "", false
	}
	return tokens[1], true
}

// cutApostrophe splits a word at its first apostrophe, which neither part has.
func cutApostrophe(word string) (before, after string) {
	i := strings.IndexFunc(word, isApostrophe)
	if i < 0 {
		return word, ""
	}
	return word[:i], strings.TrimLeftFunc(word[i:], isApostrophe)
}

// isGenderMark reports whether word is a mark of gender. A Y or Ka with a tone
// is an ordinary name.
func isGenderMark(word string) bool {
	switch strings.ToUpper(word) {
	case "Y", "H", "K", "KA":
		return true
	}
	return false
}

// familyLength returns how many words the family name has. Nguyễn Phước and
// Nguyễn Phúc are not counted as compounds: the second word is far more often
// a middle name.
func familyLength(tokens []string) int {
	folded := Fold(strings.Join(tokens, " ")) + " "
	for _, family := range compoundFamilies {
		if strings.HasPrefix(folded, family+" ") {
			return strings.Count(family, " ") + 1
		}
	}
	return 1
}

// compoundFamilies are the family names of more than one word, folded, longer
// ones first.
var compoundFamilies = []string{
	"cong tang ton nu", "cong huyen ton nu", "ton that", "ton nu", "au duong", "hoang phu",
}
