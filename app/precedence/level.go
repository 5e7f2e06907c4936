package precedence

// levelSign is a word that tells the level at which a post is held.
type levelSign struct {
	phrase
	// bare says that the words may be read without marks, in text that has
	// none; some would mean something else then (sở is not số, quận not quân).
	bare  bool
	level Level
	// city says that the word stands for a city, which may be of the level of
	// a province or of a district.
	city bool
	// weak says that the word counts only where no other does: a sở and the
	// army have a đảng ủy too.
	weak bool
}

// levelSigns are tried in this order at each word; a longer sign stands before
// one that it begins with.
var levelSigns = []levelSign{
	sign(Province, "tỉnh", true),
	sign(Province, "sở", false),
	citySign("thành phố"),
	citySign("thành ủy"),
	citySign("thành đoàn"),
	sign(District, "thị xã", true),
	sign(District, "thị ủy", true),
	sign(District, "thị đoàn", true),
	sign(Commune, "thị trấn", true),
	sign(Commune, "đặc khu", true),
	sign(District, "huyện", true),
	sign(District, "quận", false),
	sign(Commune, "phường", false),
	sign(Commune, "xã", true),
	weakSign(Commune, "đảng ủy"),
}

func sign(level Level, text string, bare bool) levelSign {
	return levelSign{phrase: newPhrase("=" + text), bare: bare, level: level}
}

func citySign(text string) levelSign {
	s := sign(Province, text, true)
	s.city = true
	return s
}

func weakSign(level Level, text string) levelSign {
	s := sign(level, text, true)
	s.weak = true
	return s
}

// trap is two words of which one alone would be a sign and is none.
type trap struct{ first, second string } // tone keys

// The traps were found by test (domain notes §3.4): "Lao động - Thương binh và
// Xã hội" has no xã, "trụ sở" and "cơ sở" no department, "hợp tác xã" no
// commune.
var traps = []trap{
	trapOf("xã hội"), trapOf("xa hoi"), trapOf("tác xã"), trapOf("tac xa"),
	trapOf("trụ sở"), trapOf("cơ sở"),
}

func trapOf(text string) trap {
	words := wordsOf(text)
	return trap{words[0].tone, words[1].tone}
}

// levelMark is a sign found in the words of a post.
type levelMark struct {
	place int
	level Level
	weak  bool
}

// levelMarks returns the signs of level in the words. City signs take the own
// level of the person's locality, or that of a province if the locality is a
// commune: a commune belongs to no other kind of city since 1 July 2025.
func levelMarks(words []word, own Level) []levelMark {
	plain := !hasMarks(words)
	var marks []levelMark
	for i := 0; i < len(words); {
		s := signAt(words, i, plain)
		if s == nil {
			i++
			continue
		}
		mark := levelMark{place: i, level: s.level, weak: s.weak}
		if s.city && own == District {
			mark.level = District
		}
		marks = append(marks, mark)
		i += len(s.words)
	}
	return marks
}

func signAt(words []word, i int, plain bool) *levelSign {
	if isTrap(words, i) {
		return nil
	}
	for k := range levelSigns {
		s := &levelSigns[k]
		p := s.phrase
		p.marks = !plain || !s.bare
		if p.standsAt(words, i) {
			return s
		}
	}
	return nil
}

func isTrap(words []word, i int) bool {
	for _, t := range traps {
		if words[i].tone == t.first && i+1 < len(words) && words[i+1].tone == t.second ||
			words[i].tone == t.second && i > 0 && words[i-1].tone == t.first {
			return true
		}
	}
	return false
}

func hasMarks(words []word) bool {
	for _, w := range words {
		if w.tone != w.fold {
			return true
		}
	}
	return false
}

// levelAt returns the level of a post that begins at a place: that of the
// nearest sign behind it in the same part between commas, then of any sign
// behind it, then of the nearest before it, then the person's own. So "Chủ tịch
// UBND xã, huyện Đắk Glong" is of a commune, and in "HUV, Trưởng phòng" the
// division is the district's.
func levelAt(marks []levelMark, words []word, place int, own Level) Level {
	best, bestScore := own, 0
	for _, m := range marks {
		score := levelScore(m, words, place)
		if score > bestScore || score == bestScore && m.place < place {
			best, bestScore = m.level, score
		}
	}
	return best
}

// levelScore tells how much a sign has to say about a post; 0 is nothing.
func levelScore(m levelMark, words []word, place int) int {
	score := 2 // before the post
	switch {
	case m.place >= place && words[m.place].part == words[place].part:
		score = 6
	case m.place >= place:
		score = 4
	}
	if m.weak {
		score--
	}
	return score
}
