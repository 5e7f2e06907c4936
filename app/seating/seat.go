package seating

import "nhipcau/app/plan"

// Place names a chair: its row, and its number in the row, from 0. What the
// number means is said by the functions that make plans; it never depends on how
// many are seated, so that a seat given by hand stays where it is.
type Place struct {
	Row string
	At  int
}

// Seat is a chair of a plan.
type Seat struct {
	Place
	X, Y float64 // the middle of the chair, in chairs; Y grows towards the door
	Who  string  // the id of the attendee, "" for a free chair
	Hand bool    // given by hand
}

// Box is a table or a bench, in chairs from its top left corner.
type Box struct{ X, Y, W, H float64 }

// Plan is one room or one vehicle with its chairs, in the order of their rows
// and numbers.
type Plan struct {
	Name   string // the row of a vehicle, "" for a room
	Seats  []Seat
	Tables []Box
	Driver *Seat  // the driver's seat of a vehicle
	Layout Layout // of a vehicle
	// Unseated are those for whom there is no chair, in their order.
	Unseated []string
}

// Pattern is the order in which the chairs of a row are taken.
type Pattern string

// The patterns of domain notes §3.7. Right and left are those of the people who
// sit there.
const (
	Alternate Pattern = "alternate"  // right before left, in turn
	LeftFirst Pattern = "left_first" // left before right, in turn
	OneWay    Pattern = "one_way"    // the head in the middle, the others from the right end to the left one
)

// Facing is where the guests look on the drawing. The door is below.
type Facing string

// The directions. The people on the other side look the other way.
const (
	Door  Facing = "door"
	Left  Facing = "left"
	Right Facing = "right"
)

// Options are what an office may choose.
type Options struct {
	Pattern Pattern // "" is Alternate
	Facing  Facing  // "" is Door
	// Spare adds free chairs at the ends of the rows and a row behind, to which
	// somebody may be moved.
	Spare bool
	// Moved are the seats given by hand. One of a person who is not to be
	// seated, or of a chair that there is not, is left out of account; of two
	// that contradict each other the first counts.
	Moved []plan.Seat
}

// At gives the seat at a place.
func (p Plan) At(place Place) (Seat, bool) {
	for _, s := range p.Seats {
		if s.Place == place {
			return s, true
		}
	}
	return Seat{}, false
}

// Of gives the seat of a person.
func (p Plan) Of(who string) (Seat, bool) {
	for _, s := range p.Seats {
		if s.Who == who && who != "" {
			return s, true
		}
	}
	return Seat{}, false
}

// Bounds gives the box around all chairs and tables, in chairs.
func (p Plan) Bounds() Box {
	var boxes []Box
	for _, s := range p.Seats {
		boxes = append(boxes, Box{s.X - 0.5, s.Y - 0.5, 1, 1})
	}
	if p.Driver != nil {
		boxes = append(boxes, Box{p.Driver.X - 0.5, p.Driver.Y - 0.5, 1, 1})
	}
	boxes = append(boxes, p.Tables...)
	if len(boxes) == 0 {
		return Box{}
	}
	left, top := boxes[0].X, boxes[0].Y
	right, bottom := left, top
	for _, b := range boxes {
		left, top = min(left, b.X), min(top, b.Y)
		right, bottom = max(right, b.X+b.W), max(bottom, b.Y+b.H)
	}
	return Box{left, top, right - left, bottom - top}
}

// turned turns a plan so that the guests look where they are to. Door is as the
// functions of this package build it.
func (p Plan) turned(to Facing) Plan {
	turn := func(x, y float64) (float64, float64) { return x, y }
	switch to {
	case Right:
		turn = func(x, y float64) (float64, float64) { return y, -x }
	case Left:
		turn = func(x, y float64) (float64, float64) { return -y, x }
	case Door:
	}
	for i, s := range p.Seats {
		p.Seats[i].X, p.Seats[i].Y = turn(s.X, s.Y)
	}
	for i, b := range p.Tables {
		x1, y1 := turn(b.X, b.Y)
		x2, y2 := turn(b.X+b.W, b.Y+b.H)
		p.Tables[i] = Box{min(x1, x2), min(y1, y2), max(x1, x2) - min(x1, x2), max(y1, y2) - min(y1, y2)}
	}
	return p
}
