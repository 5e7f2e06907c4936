// Package worddiff marks the words by which two texts differ, so that a person
// who has to choose between them sees it at once. It knows words and spaces; it
// must not know what the texts are about, nor how a mark is drawn.
package worddiff

import (
	"strings"
	"unicode"
)

// Span is a piece of a text: words with the spaces after them.
type Span struct {
	Text    string
	Differs bool // these words do not stand in the other text
}

// most is how many pairs of words are compared: texts of two thousand words
// each. Between longer ones all that is not alike at both ends is marked.
const most = 4_000_000

// Compare splits both texts into spans that read one after the other are the
// texts themselves. The words that are not marked are the same on both sides,
// in the same order, and as many as can be.
func Compare(a, b string) (left, right []Span) {
	x, y := split(a), split(b)
	start := 0
	for start < len(x) && start < len(y) && same(x[start], y[start]) {
		start++
	}
	end := 0
	for end < len(x)-start && end < len(y)-start && same(x[len(x)-1-end], y[len(y)-1-end]) {
		end++
	}
	inX, inY := common(x[start:len(x)-end], y[start:len(y)-end])
	return spans(x, start, inX), spans(y, start, inY)
}

// split cuts a text into words, each with the spaces after it.
func split(text string) []string {
	var out []string
	begin, space := 0, false
	for i, r := range text {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			out = append(out, text[begin:i])
			begin, space = i, false
		}
	}
	if begin < len(text) {
		out = append(out, text[begin:])
	}
	return out
}

// same compares words without the spaces after them.
func same(a, b string) bool {
	return strings.TrimRightFunc(a, unicode.IsSpace) == strings.TrimRightFunc(b, unicode.IsSpace)
}

// common says of each word whether it belongs to the longest run of words that
// both have in common.
func common(x, y []string) (inX, inY []bool) {
	inX, inY = make([]bool, len(x)), make([]bool, len(y))
	if len(x)*len(y) > most {
		return inX, inY
	}
	length := lengths(x, y)
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case same(x[i], y[j]):
			inX[i], inY[j] = true, true
			i++
			j++
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return inX, inY
}

// lengths gives for each pair of places how many words the rests have in
// common.
func lengths(x, y []string) [][]int32 {
	out := make([][]int32, len(x)+1)
	for i := range out {
		out[i] = make([]int32, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if same(x[i], y[j]) {
				out[i][j] = out[i+1][j+1] + 1
			} else {
				out[i][j] = max(out[i+1][j], out[i][j+1])
			}
		}
	}
	return out
}

// spans joins words of one kind; those before start and behind what was
// compared are common.
func spans(words []string, start int, in []bool) []Span {
	var out []Span
	for i, word := range words {
		differs := i >= start && i-start < len(in) && !in[i-start]
		if n := len(out); n > 0 && out[n-1].Differs == differs {
			out[n-1].Text += word
		} else {
			out = append(out, Span{word, differs})
		}
	}
	return out
}
