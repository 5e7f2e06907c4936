package seating

import "fmt"

// The rows of rooms. Behind a row stand others, "guest_2", "guest_3" and so on.
const (
	GuestRow = "guest"
	HostRow  = "host"
	HeadRow  = "head" // of a head table: chair 0 of the guests, chair 1 of the hosts
)

// How many chairs go into a row. More make boxes too narrow for names on a sheet.
const (
	acrossTable = 13 // on each side of the table of talks, an odd number: the head in the middle
	curve       = 3  // of each side at the curve of a U
	arm         = 9  // on each arm of a U
	besideAisle = 6  // on each side of the aisle before a head table
)

// Talks seats two sides across a table, the guests facing the door and the heads
// each other. A number of a row counts from the middle, see Offset. Both lists
// are in their order, the head first; rows that overflow go on behind.
func Talks(guests, hosts []string, o Options) Plan {
	side := func(name string, sign float64) []line {
		return lines(name, len(guests)+len(hosts), o, func(i int) line {
			return line{
				row:    row{cap: acrossTable, order: o.Pattern.order},
				middle: true,
				at: func(at int) (float64, float64) {
					return sign * float64(Offset(at)), sign * float64(i+1)
				},
			}
		})
	}
	// Facing down, one's own right is left on the drawing.
	p := room(o, side(GuestRow, -1), side(HostRow, 1), guests, hosts)
	b := p.Bounds()
	left, right := min(-1.5, b.X), max(1.5, b.X+b.W)
	p.Tables = []Box{{left, -0.4, right - left, 0.8}}
	return p.turned(o.Facing)
}

// UShape seats two sides along a table in the shape of a U that opens towards
// the door: the heads at the curve, the guests to the right of the hosts. A
// number of a row counts from the heads outwards and goes on along the arm; in a
// row behind it counts along the arm.
func UShape(guests, hosts []string, o Options) Plan {
	longest := 0
	side := func(name string, sign float64) []line {
		return lines(name, len(guests)+len(hosts), o, func(i int) line {
			l := line{row: row{cap: arm, order: outward}}
			if i == 0 {
				l.cap = curve + arm
			}
			l.at = func(at int) (float64, float64) {
				if i == 0 && at < curve {
					return sign * (float64(at) + 0.5), 0
				}
				if i == 0 {
					at -= curve
				}
				longest = max(longest, at+1)
				return sign * (curve + 0.5 + float64(i)), float64(at + 1)
			}
			return l
		})
	}
	p := room(o, side(GuestRow, -1), side(HostRow, 1), guests, hosts)
	const board = 0.7
	p.Tables = []Box{{-curve, 0.5, 2 * curve, board}}
	if length := float64(longest) - board; length > 0 {
		p.Tables = append(p.Tables, Box{-curve, 0.5 + board, board, length}, Box{curve - board, 0.5 + board, board, length})
	}
	return p.turned(o.Facing)
}

// HeadTable seats the two heads at a table before the others, the head of the
// guests to the right of the head of the hosts. The others sit in rows on either
// side of an aisle; a number of a row counts from the aisle outwards.
func HeadTable(guests, hosts []string, o Options) Plan {
	side := func(name string, sign float64, head int) []line {
		first := line{
			row: row{name: HeadRow, cap: 2, order: func(int) []int { return []int{head} }},
			at:  func(at int) (float64, float64) { return float64(at) - 0.5, 0 },
		}
		return append([]line{first}, lines(name, len(guests)+len(hosts), o, func(i int) line {
			return line{
				row: row{cap: besideAisle, order: outward},
				at:  func(at int) (float64, float64) { return sign * float64(at+1), float64(i) + 2.3 },
			}
		})...)
	}
	p := room(o, side(GuestRow, -1, 0), side(HostRow, 1, 1), guests, hosts)
	p.Tables = []Box{{-1.5, 0.5, 3, 0.7}}
	return p.turned(o.Facing)
}

// line is a row with the places of its chairs.
type line struct {
	row
	middle bool // numbers go out from the middle to both sides
	at     func(at int) (x, y float64)
}

// lines makes the rows of a side, one behind the other: as many as everybody
// could need, and one more to move somebody to.
func lines(name string, people int, o Options, build func(i int) line) []line {
	first := build(0)
	list := []line{}
	for i := range people/build(1).cap + 2 {
		l := first
		l.name = name
		if i > 0 {
			l = build(i)
			l.name = fmt.Sprintf("%s_%d", name, i+1)
		}
		list = append(list, l)
	}
	return list
}

// room seats both sides.
func room(o Options, guestLines, hostLines []line, guests, hosts []string) Plan {
	s := newSeated()
	rows := append(rowsOf(guestLines), rowsOf(hostLines)...)
	left := s.pin(o, rows, [][]string{guests, hosts})
	var p Plan
	p.Unseated = append(s.fill(rowsOf(guestLines), left[0]), s.fill(rowsOf(hostLines), left[1])...)
	drawn := map[Place]bool{}
	for _, list := range [][]line{guestLines, hostLines} {
		for _, seat := range s.chairs(list, o.Spare) {
			if !drawn[seat.Place] { // the head table stands in both lists
				drawn[seat.Place] = true
				p.Seats = append(p.Seats, seat)
			}
		}
	}
	return p
}

func rowsOf(lines []line) []row {
	out := make([]row, len(lines))
	for i, l := range lines {
		out[i] = l.row
	}
	return out
}

// chairs makes the chairs of the rows of a side, up to the last row in which
// somebody sits.
func (s seated) chairs(lines []line, spare bool) []Seat {
	last := 0
	for i, l := range lines {
		if low, high := s.reach(l); low <= high {
			last = i
		}
	}
	if spare {
		last = min(last+1, len(lines)-1)
	}
	var out []Seat
	for _, l := range lines[:last+1] {
		low, high := s.reach(l)
		if spare {
			low, high = low-1, high+1
		}
		for at := range l.cap {
			if d := l.distance(at); low <= d && d <= high {
				x, y := l.at(at)
				out = append(out, s.seat(Place{l.name, at}, x, y))
			}
		}
	}
	return out
}

// distance is how far a number of the row is from its head, to the right or, where
// the row goes on to one side only, along it.
func (l line) distance(at int) int {
	if l.middle {
		return Offset(at)
	}
	return at
}

// reach gives between which distances people sit in a row; the first is greater
// than the second where nobody does.
func (s seated) reach(l line) (low, high int) {
	low, high = 0, -1
	for at := range l.cap {
		if s.who[Place{l.name, at}] != "" {
			d := l.distance(at)
			low, high = min(low, d), max(high, d)
		}
	}
	return low, high
}
