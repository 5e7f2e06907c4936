package precedence

import (
	"cmp"
	"slices"
)

// Unknown is the rank of a person of whom no post was recognised; the user
// should be asked.
const Unknown = 999

// Held is one post that was recognised in what is written of a person.
type Held struct {
	// Rank is smaller the higher the post.
	Rank int
	// Former says that the person held the post in the past ("nguyên"); he
	// comes right after those who hold it.
	Former bool
	// Post is the code of the post in the rules.
	Post string
	// Level is the level at which it is held.
	Level Level
}

// compare puts the higher post first. Posts of the same rank are equal.
func (h Held) compare(other Held) int {
	switch {
	case h.Rank != other.Rank:
		return cmp.Compare(h.Rank, other.Rank)
	case h.Former == other.Former:
		return 0
	case other.Former:
		return -1
	}
	return 1
}

// Key is what a person is ordered by: the posts recognised, the highest first,
// each rank once. An empty key is the lowest.
type Key []Held

// Compare returns -1 if k comes before other, 1 if after, 0 if their posts rank
// the same. Keys are compared post by post; one that has no further post comes
// after one that has, so that of two deputy secretaries the one who is also
// chairman is first.
func (k Key) Compare(other Key) int {
	c, _ := k.compare(other)
	return c
}

// compare also returns the place of the posts that decided.
func (k Key) compare(other Key) (result, place int) {
	for i := range max(len(k), len(other)) {
		if c := k.at(i).compare(other.at(i)); c != 0 {
			return c, i
		}
	}
	return 0, 0
}

// at returns the post at a place, or one lower than all.
func (k Key) at(i int) Held {
	if i >= len(k) {
		return Held{Rank: Unknown + 1}
	}
	return k[i]
}

// Ranks returns the ranks alone, or [Unknown] if there are none.
func (k Key) Ranks() []int {
	if len(k) == 0 {
		return []int{Unknown}
	}
	ranks := make([]int, len(k))
	for i, h := range k {
		ranks[i] = h.Rank
	}
	return ranks
}

// Rank recognises the posts in what is written of a person, each text holding
// one or several, and returns the key by which he is ordered. Level is that of
// his locality; it counts where a text does not say at which level a post is
// held.
func Rank(posts []string, level Level, table Table) Key {
	if table.rules.Bases[level] == 0 {
		level = Commune // the level of a locality of which nothing is known
	}
	var key Key
	for _, text := range posts {
		key = append(key, table.held(text, level)...)
	}
	slices.SortStableFunc(key, Held.compare)
	return slices.CompactFunc(key, func(a, b Held) bool { return a.compare(b) == 0 })
}

// held recognises the posts in one text: longest pattern first, and what one
// has recognised no other may read again.
func (t Table) held(text string, own Level) []Held {
	words := t.expand(wordsOf(text))
	marks := levelMarks(words, own)
	taken := make([]bool, len(words))
	byPlace := make([]Held, len(words))
	for _, p := range t.patterns {
		for i := range words {
			if !fits(p, words, taken, i) {
				continue
			}
			for k := i; k < p.end(words, i); k++ {
				taken[k], byPlace[k] = true, Held{}
			}
			if p.post == nil {
				continue
			}
			level := levelAt(marks, words, i, own)
			byPlace[i] = Held{
				Rank: t.rankOf(p.post, level), Former: isFormer(words, i),
				Post: p.post.Code, Level: level,
			}
		}
	}
	return slices.DeleteFunc(byPlace, func(h Held) bool { return h.Post == "" })
}

func fits(p pattern, words []word, taken []bool, i int) bool {
	if !p.standsAt(words, i) {
		return false
	}
	for k := range p.words {
		if taken[i+k] {
			return false
		}
	}
	return true
}

// isFormer reports whether "nguyên" stands right before the post at i. The word
// also ends names and the name of a field of work ("Thái Nguyên", "Tài
// nguyên"), and without marks it is a family name.
func isFormer(words []word, i int) bool {
	if i == 0 || words[i-1].tone != "nguyên" || words[i-1].part != words[i].part {
		return false
	}
	if i == 1 || words[i-2].part != words[i].part {
		return true
	}
	switch words[i-2].fold {
	case "tai", "thai", "tay", "cao", "binh", "trung", "hung":
		return false
	}
	return true
}
