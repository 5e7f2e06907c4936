package plan

import "slices"

// MovePlace takes the entry at one place of a list that is ordered by hand to
// another, both counted from 0. It gives the positions to write, by the place
// that an entry had: that of the moved one alone where every entry has a
// position and they are in order, else new ones for all. Places that are not
// in the list change nothing.
func MovePlace(positions []string, from, to int) map[int]string {
	n := len(positions)
	if from < 0 || to < 0 || from >= n || to >= n || from == to {
		return nil
	}
	order := make([]int, 0, n)
	for i := range n {
		if i != from {
			order = append(order, i)
		}
	}
	if ordered(positions) {
		before, after := "", ""
		if to > 0 {
			before = positions[order[to-1]]
		}
		if to < n-1 {
			after = positions[order[to]]
		}
		return map[int]string{from: PosBetween(before, after)}
	}
	out := make(map[int]string, n)
	for place, at := range slices.Insert(order, to, from) {
		out[at] = Positions(n)[place]
	}
	return out
}

// ordered says whether every entry has a position after that of the one before.
func ordered(positions []string) bool {
	before := ""
	for _, pos := range positions {
		if pos <= before {
			return false
		}
		before = pos
	}
	return true
}
