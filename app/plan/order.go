package plan

import (
	"cmp"
	"slices"
	"strings"
)

const posDigits = "0123456789abcdefghijklmnopqrstuvwxyz"

// PosBetween gives a place in a hand-made order that sorts after a and before
// b (a fractional index in base 36, compared as text). An empty a is the
// beginning, an empty b the end. Where a is not before b, as two offices may
// leave it after a merge, the place is after a.
func PosBetween(a, b string) string {
	if b != "" && a >= b {
		b = ""
	}
	var out strings.Builder
	for i := 0; ; i++ {
		low, high := digitAt(a, i, 0), len(posDigits)
		if i >= len(b) {
			// Nothing sorts before "0", nor before what other programs may
			// have written: there is no bound that could be kept.
			b = ""
		}
		if b != "" {
			high = digitAt(b, i, 0)
		}
		switch {
		case high-low > 1:
			out.WriteByte(posDigits[(low+high)/2])
			return after(a, out.String())
		case high > low:
			// The next digit of b no longer bounds what follows.
			out.WriteByte(posDigits[low])
			b = ""
		default:
			out.WriteByte(posDigits[low])
		}
	}
}

// after makes sure that a place is after a, also where a holds what is no digit
// of a place.
func after(a, pos string) string {
	if pos > a {
		return pos
	}
	return a + posDigits[len(posDigits)/2:][:1]
}

func digitAt(pos string, i, otherwise int) int {
	if i >= len(pos) {
		return otherwise
	}
	return max(strings.IndexByte(posDigits, pos[i]), 0)
}

// Positions spreads n places evenly, in order, for a list that is ordered by
// hand for the first time.
func Positions(n int) []string {
	out := make([]string, n)
	const width = 4
	step := 36 * 36 * 36 * 36 / (n + 1)
	for i := range out {
		v, digits := step*(i+1), make([]byte, width)
		for d := width - 1; d >= 0; d-- {
			digits[d] = posDigits[v%36]
			v /= 36
		}
		out[i] = strings.TrimRight(string(digits), "0")
	}
	return out
}

// SortAgenda puts agenda items in the order of the programme: by day and
// start, then by place in the hand-made order, then by id; items without a
// time come last.
func SortAgenda(items []*AgendaItem) {
	slices.SortFunc(items, func(a, b *AgendaItem) int {
		if ka, kb := a.When.Known(), b.When.Known(); ka != kb {
			if ka {
				return -1
			}
			return 1
		}
		return cmp.Or(
			cmp.Compare(a.When.Day, b.When.Day), cmp.Compare(a.When.Start, b.When.Start),
			cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.ID, b.ID))
	})
}
