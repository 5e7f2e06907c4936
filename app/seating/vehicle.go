package seating

// Layout is how the seats of a vehicle stand and are numbered.
type Layout string

// The layouts of vehicles, by the number of their places.
const (
	BesideDriver Layout = "beside_driver" // one seat, in front
	CarLayout    Layout = "car"           // the seat of honour at the back to the right
	VanLayout    Layout = "van"           // the seat of honour in the middle row to the right
	BusLayout    Layout = "bus"           // rows of four, from the front to the back
)

// layoutOf is the layout of a vehicle with so many places, that of the driver
// among them.
func layoutOf(places int) Layout {
	const car, bus = 5, 10
	switch {
	case places <= 2:
		return BesideDriver
	case places <= car:
		return CarLayout
	case places < bus:
		return VanLayout
	}
	return BusLayout
}

// Vehicle seats people in a vehicle: places, with that of the driver, or 0 where
// they are not known; then there is a seat for everybody. Numbers count by
// honour: in a car 0 is the seat at the back to the right, 1 the one at the back
// to the left (domain notes §3.7); in a bus it goes from the front to the back,
// right before left.
func Vehicle(name string, places int, people []string, o Options) Plan {
	n := places - 1
	if places == 0 {
		n = len(people)
		places = n + 1
	}
	spots := vehicleSpots(places)
	spots = spots[:max(0, min(n, len(spots)))]
	s := newSeated()
	rows := []row{{name: name, cap: len(spots), order: outward}}
	left := s.pin(o, rows, [][]string{people})
	p := Plan{Name: name, Layout: layoutOf(places), Driver: &Seat{}, Unseated: s.fill(rows, left[0])}
	for at, spot := range spots {
		p.Seats = append(p.Seats, s.seat(Place{name, at}, spot[0], spot[1]))
	}
	return p
}

// vehicleSpots gives the places of the seats from the highest to the lowest. The
// driver sits at (0, 0), the back is below.
func vehicleSpots(places int) [][2]float64 {
	front := [2]float64{2, 0}
	switch layoutOf(places) {
	case BesideDriver:
		return [][2]float64{front}
	case CarLayout:
		return [][2]float64{{2, 1}, {0, 1}, front, {1, 1}}
	case VanLayout:
		return [][2]float64{{2, 1}, {0, 1}, front, {1, 1}, {2, 2}, {0, 2}, {1, 2}, {1, 0}}
	}
	var spots [][2]float64
	for y := 1.0; len(spots) < places-1; y++ {
		for _, x := range []float64{4, 0, 3, 1} {
			spots = append(spots, [2]float64{x, y})
		}
	}
	return spots
}
