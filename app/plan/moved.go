package plan

import "slices"

// Moved says who stands elsewhere than an order suggests: the fewest that have
// to be taken out so that the others stand as suggested. Both lists name the
// same ids, now in the order in which they stand.
func Moved(now, suggested []string) map[string]bool {
	at := make(map[string]int, len(suggested))
	for i, id := range suggested {
		at[id] = i
	}
	// The longest run of growing places: length[i] ends with now[i], and
	// before[i] is the one before it.
	length, before := make([]int, len(now)), make([]int, len(now))
	last := -1
	for i, id := range now {
		length[i], before[i] = 1, -1
		for k := range i {
			if at[now[k]] < at[id] && length[k] >= length[i] {
				length[i], before[i] = length[k]+1, k
			}
		}
		if last < 0 || length[i] > length[last] {
			last = i
		}
	}
	var stays []int
	for i := last; i >= 0; i = before[i] {
		stays = append(stays, i)
	}
	moved := map[string]bool{}
	for i, id := range now {
		if !slices.Contains(stays, i) {
			moved[id] = true
		}
	}
	return moved
}
