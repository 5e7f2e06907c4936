package seating

import "slices"

// Offset is how many chairs to the right of the middle a number of a row is, in
// the eyes of who sits there: 0, +1, -1, +2, -2 … (domain notes §3.7).
func Offset(at int) int {
	if at%2 == 1 {
		return (at + 1) / 2
	}
	return -at / 2
}

// numberAt is the number of the chair at an offset.
func numberAt(offset int) int {
	if offset > 0 {
		return 2*offset - 1
	}
	return -2 * offset
}

// order lists the numbers of a row for n people in the order in which they are
// taken.
func (p Pattern) order(n int) []int {
	numbers := make([]int, n)
	for k := range numbers {
		switch {
		case p == LeftFirst:
			numbers[k] = numberAt(-Offset(k))
		case p == OneWay && k > 0:
			right := n / 2 // as many to the right, or one more
			offset := right - k + 1
			if offset <= 0 {
				offset--
			}
			numbers[k] = numberAt(offset)
		default:
			numbers[k] = k
		}
	}
	return numbers
}

// outward is the order of a row that begins at its head.
func outward(n int) []int {
	numbers := make([]int, n)
	for k := range numbers {
		numbers[k] = k
	}
	return numbers
}

// row is a row of chairs being filled.
type row struct {
	name  string
	cap   int               // chairs at most
	order func(n int) []int // the numbers for n people as they are taken
}

// seated are the chairs that are taken.
type seated struct {
	who  map[Place]string
	hand map[Place]bool
}

// pin takes the seats given by hand, as far as there are such rows and people,
// and gives the people who are left.
func (s seated) pin(o Options, rows []row, people [][]string) [][]string {
	caps, known := map[string]int{}, map[string]bool{}
	for _, r := range rows {
		caps[r.name] = r.cap
	}
	for _, who := range slices.Concat(people...) {
		known[who] = who != ""
	}
	for _, m := range o.Moved {
		place := Place{m.Row, m.At}
		if !known[m.Attendee] || m.At < 0 || m.At >= caps[m.Row] || s.who[place] != "" {
			continue
		}
		s.who[place], s.hand[place], known[m.Attendee] = m.Attendee, true, false
	}
	left := make([][]string, len(people))
	for i, list := range people {
		for _, who := range list {
			if known[who] {
				known[who] = false // named twice, seated once
				left[i] = append(left[i], who)
			}
		}
	}
	return left
}

// fill seats people in rows, the first row first, and gives those for whom there
// is no chair.
func (s seated) fill(rows []row, people []string) []string {
	for _, r := range rows {
		taken := 0
		for at := range r.cap {
			if s.who[Place{r.name, at}] != "" {
				taken++
			}
		}
		for _, at := range r.order(min(r.cap, taken+len(people))) {
			if place := (Place{r.name, at}); len(people) > 0 && s.who[place] == "" {
				s.who[place], people = people[0], people[1:]
			}
		}
	}
	return people
}

// seat makes the chair of a place.
func (s seated) seat(place Place, x, y float64) Seat {
	return Seat{Place: place, X: x, Y: y, Who: s.who[place], Hand: s.hand[place]}
}

func newSeated() seated { return seated{map[Place]string{}, map[Place]bool{}} }
