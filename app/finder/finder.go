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

// posting lists the numbers of the documents that hold a word, in no order.
// Most words stand in few documents; a set of bits for each would make a query
// of one letter walk through megabytes.
type posting struct{ docs []uint32 }

func (p *posting) add(n int) { p.docs = append(p.docs, uint32(n)) }

func (p *posting) remove(n int) {
	i := slices.Index(p.docs, uint32(n))
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
	for _, w := range strings.Fields(d.title + " " + vietnamese.Fold(body)) {
		if !seen[w] {
			seen[w] = true
			d.words = append(d.words, x.post(w, n))
		}
	}
	d.tone = vietnamese.ToneKey(title + " " + body)
	x.docs[n], x.numbers[id] = d, n
}

func (x *Index) post(word string, n int) string {
	p := x.words[word]
	if p == nil {
		word = strings.Clone(word)
		p = &posting{}
		x.words[word] = p
		x.stale = true
	}
	p.add(n)
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
// what has the same marks before what has others.
func (x *Index) Search(query string, limit int) []string {
	words := strings.Fields(vietnamese.Fold(query))
	if len(words) == 0 || limit <= 0 {
		return nil
	}
	hits := x.matching(words)
	found := x.rank(hits, words, vietnamese.ToneKey(query), limit)
	ids := make([]string, len(found))
	for i, f := range found {
		ids[i] = x.docs[f.n].id
	}
	return ids
}

// matching intersects, over the words of the query, the unions of the postings
// of all words that begin with it.
func (x *Index) matching(words []string) []uint64 {
	x.sort()
	var all []uint64
	for i, w := range words {
		union := make([]uint64, (len(x.docs)+63)/64)
		at, _ := slices.BinarySearch(x.sorted, w)
		for ; at < len(x.sorted) && strings.HasPrefix(x.sorted[at], w); at++ {
			for _, n := range x.words[x.sorted[at]].docs {
				union[n/64] |= 1 << (n % 64)
			}
		}
		if i == 0 {
			all = union
			continue
		}
		for j := range all {
			all[j] &= union[j]
		}
	}
	return all
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

func (x *Index) rank(hits []uint64, words []string, tone string, limit int) []scored {
	var found []scored
	folded := strings.Join(words, " ")
	marked := tone != vietnamese.ToneKey(folded)
	for i, b := range hits {
		for ; b != 0 && len(found) < enough; b &= b - 1 {
			n := i*64 + bits.TrailingZeros64(b)
			found = append(found, scored{n, x.score(n, folded, words, tone, marked)})
		}
	}
	slices.SortFunc(found, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(x.docs[a.n].title, x.docs[b.n].title), cmp.Compare(x.docs[a.n].id, x.docs[b.n].id))
	})
	return found[:min(limit, len(found))]
}

func (x *Index) score(n int, folded string, words []string, tone string, marked bool) int {
	d := &x.docs[n]
	score := 0
	switch {
	case d.title == folded:
		score = 8
	case strings.HasPrefix(d.title, folded):
		score = 6
	case inTitle(d.title, words):
		score = 4
	}
	if marked && strings.Contains(d.tone, tone) {
		score += 3
	}
	return score
}

func inTitle(title string, words []string) bool {
	for _, w := range words {
		if !strings.HasPrefix(title, w) && !strings.Contains(title, " "+w) {
			return false
		}
	}
	return true
}
