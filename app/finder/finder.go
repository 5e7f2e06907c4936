// Package finder is an index of words in memory: it answers which documents
// hold words that begin with the words of a query, between two keystrokes, also
// for 50,000 documents. It knows nothing of what a document is.
package finder

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"nhipcau/app/vietnamese"
)

// Index holds documents by their folded words (without marks, lower case). It
// is not safe for concurrent use.
type Index struct {
	numbers map[string]int // id → number
	docs    []doc          // by number; a removed document keeps an empty place
	words   map[string]*posting
	sorted  []string // the words in order, rebuilt when a new one has come
	stale   bool
	free    []int
}

type doc struct {
	id    string
	title string // folded
	tone  string // title and body with marks, for queries that have marks
	words []string
}

// posting lists the places of a word, in no order: the number of a document,
// twice, and one more where the word stands in the title. Most words stand in few
// documents; a set of bits for each would make a query of one letter walk through
// megabytes.
type posting struct{ docs []uint32 }

func (p *posting) add(n int, titled bool) {
	place := uint32(n) * 2
	if titled {
		place++
	}
	p.docs = append(p.docs, place)
}

func (p *posting) remove(n int) {
	i := slices.IndexFunc(p.docs, func(place uint32) bool { return place/2 == uint32(n) })
	last := len(p.docs) - 1
	p.docs[i] = p.docs[last]
	p.docs = p.docs[:last]
}

// New makes an empty index.
func New() *Index {
	return &Index{numbers: map[string]int{}, words: map[string]*posting{}}
}

// Len is how many documents there are.
func (x *Index) Len() int { return len(x.numbers) }

// Put adds a document or takes the place of the one with the same id. A match
// in the title comes before a match in the body.
func (x *Index) Put(id, title, body string) {
	x.Remove(id)
	n := len(x.docs)
	if f := len(x.free); f > 0 {
		n, x.free = x.free[f-1], x.free[:f-1]
	} else {
		x.docs = append(x.docs, doc{})
	}
	d := doc{id: id, title: vietnamese.Fold(title)}
	seen := map[string]bool{}
	post := func(text string, titled bool) {
		for _, w := range strings.Fields(text) {
			if !seen[w] {
				seen[w] = true
				d.words = append(d.words, x.post(w, n, titled))
			}
		}
	}
	post(d.title, true)
	post(vietnamese.Fold(body), false)
	d.tone = vietnamese.ToneKey(title + " " + body)
	x.docs[n], x.numbers[id] = d, n
}

func (x *Index) post(word string, n int, titled bool) string {
	p := x.words[word]
	if p == nil {
		word = strings.Clone(word)
		p = &posting{}
		x.words[word] = p
		x.stale = true
	}
	p.add(n, titled)
	return word
}

// Remove takes a document out, if it is there.
func (x *Index) Remove(id string) {
	n, ok := x.numbers[id]
	if !ok {
		return
	}
	for _, w := range x.docs[n].words {
		x.words[w].remove(n)
	}
	delete(x.numbers, id)
	x.docs[n] = doc{}
	x.free = append(x.free, n)
}

// Search gives the ids of the documents that hold, for each word of the query,
// a word that begins with it: titles that begin with the query first, then
// matches in titles, then the rest, at most limit. A query with marks finds
// what has the same marks before what has others; among more than a thousand
// matches of one rank only the first thousand by number are compared.
func (x *Index) Search(query string, limit int) []string {
	words := strings.Fields(vietnamese.Fold(query))
	if len(words) == 0 || limit <= 0 {
		return nil
	}
	found := x.rank(x.matching(words), words, vietnamese.ToneKey(query), limit)
	ids := make([]string, len(found))
	for i, f := range found {
		ids[i] = x.docs[f.n].id
	}
	return ids
}

// hits are the numbers of the documents that match, as sets of bits.
type hits struct {
	all    []uint64
	titled []uint64 // those with every word of the query in the title
}

// matching intersects, over the words of the query, the unions of the postings
// of all words that begin with it.
func (x *Index) matching(words []string) hits {
	x.sort()
	var found hits
	for i, w := range words {
		size := (len(x.docs) + 63) / 64
		union := hits{make([]uint64, size), make([]uint64, size)}
		at, _ := slices.BinarySearch(x.sorted, w)
		for ; at < len(x.sorted) && strings.HasPrefix(x.sorted[at], w); at++ {
			for _, place := range x.words[x.sorted[at]].docs {
				n := place / 2
				union.all[n/64] |= 1 << (n % 64)
				union.titled[n/64] |= uint64(place%2) << (n % 64)
			}
		}
		if i == 0 {
			found = union
			continue
		}
		for j := range size {
			found.all[j] &= union.all[j]
			found.titled[j] &= union.titled[j]
		}
	}
	return found
}

func (x *Index) sort() {
	if !x.stale {
		return
	}
	x.sorted = x.sorted[:0]
	for w := range x.words {
		x.sorted = append(x.sorted, w)
	}
	slices.Sort(x.sorted)
	x.stale = false
}

type scored struct{ n, score int }

// enough bounds how many matches are looked at closely: beyond it a person
// types another letter rather than reading on.
const enough = 1000

func (x *Index) rank(h hits, words []string, tone string, limit int) []scored {
	folded := strings.Join(words, " ")
	marked := tone != vietnamese.ToneKey(folded)
	var found []scored
	for _, n := range x.promising(h, folded) {
		titled := h.titled[n/64]&(1<<(n%64)) != 0
		found = append(found, scored{n, x.score(n, folded, titled, tone, marked)})
	}
	slices.SortFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(x.docs[a.n].title, x.docs[b.n].title), cmp.Compare(x.docs[a.n].id, x.docs[b.n].id))
	})
	return found[:min(limit, len(found))]
}

// promising lists the matches that are worth a close look: of more than enough
// those whose title begins with the query, then those with its words in the
// title, then the others, until there are enough.
func (x *Index) promising(h hits, folded string) []int {
	var begin, inside, rest []int
	for i, titled := range h.titled {
		for b := titled; b != 0 && len(begin) < enough; b &= b - 1 {
			n := i*64 + bits.TrailingZeros64(b)
			if strings.HasPrefix(x.docs[n].title, folded) {
				begin = append(begin, n)
			} else if len(inside) < enough {
				inside = append(inside, n)
			}
		}
		for b := h.all[i] &^ titled; b != 0 && len(rest) < enough; b &= b - 1 {
			rest = append(rest, i*64+bits.TrailingZeros64(b))
		}
	}
	all := slices.Concat(begin, inside, rest)
	return all[:min(enough, len(all))]
}

func (x *Index) score(n int, folded string, titled bool, tone string, marked bool) int {
	d := &x.docs[n]
	score := 0
	switch {
	case d.title == folded:
		score = 8
	case strings.HasPrefix(d.title, folded):
		score = 6
	case titled:
		score = 4
	}
	if marked && strings.Contains(d.tone, tone) {
		score += 3
	}
	return score
}
