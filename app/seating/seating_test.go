package seating_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nhipcau/app/plan"
	"nhipcau/app/seating"
)

func people(prefix string, n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprint(prefix, i))
	}
	return out
}

// rooms are the plans for two sides.
var rooms = map[string]func(guests, hosts []string, o seating.Options) seating.Plan{
	"talks": seating.Talks, "u_shape": seating.UShape, "head_table": seating.HeadTable,
}

// across gives who sits in a row from left to right on the drawing.
func across(p seating.Plan, y float64) string {
	row := map[float64]string{}
	for _, s := range p.Seats {
		if s.Y == y {
			row[s.X] = s.Who
		}
	}
	out := ""
	for x := -20.0; x <= 20; x += 0.5 {
		if who, ok := row[x]; ok {
			out += " " + who
		}
	}
	return out
}

func TestTalksByTheRule(t *testing.T) {
	for pattern, want := range map[seating.Pattern][2]string{
		// The guests look down: their right is left on the drawing.
		seating.Alternate: {" g3 g1 g0 g2 g4", " h2 h0 h1 h3"},
		seating.LeftFirst: {" g4 g2 g0 g1 g3", " h3 h1 h0 h2"},
		seating.OneWay:    {" g1 g2 g0 g3 g4", " h3 h0 h2 h1"},
	} {
		p := seating.Talks(people("g", 5), people("h", 4), seating.Options{Pattern: pattern})
		if got := [2]string{across(p, -1), across(p, 1)}; got != want {
			t.Errorf("%s: %q instead of %q", pattern, got, want)
		}
	}
}

func TestWhatOverflowsSitsBehind(t *testing.T) {
	p := seating.Talks(people("g", 16), people("h", 2), seating.Options{})
	if got := across(p, -2); got != " g14 g13 g15" {
		t.Errorf("the second row is %q", got)
	}
	if s, _ := p.Of("g13"); s.Place != (seating.Place{Row: "guest_2"}) || s.X != 0 {
		t.Errorf("the first of the second row sits at %+v", s)
	}
}

// The door stays below; turned, the guests' right is below when they look to the
// right, and above when they look to the left.
func TestTheDrawingTurns(t *testing.T) {
	for facing, want := range map[seating.Facing][2]float64{
		seating.Door: {-1, -1}, seating.Right: {-1, 1}, seating.Left: {1, -1},
	} {
		p := seating.Talks(people("g", 3), people("h", 3), seating.Options{Facing: facing})
		if s, _ := p.Of("g1"); [2]float64{s.X, s.Y} != want {
			t.Errorf("%s: the second guest sits at %v, %v instead of %v", facing, s.X, s.Y, want)
		}
	}
}

func TestTheHeadOfTheGuestsSitsRightOfTheHost(t *testing.T) {
	for _, name := range []string{"u_shape", "head_table"} {
		p := rooms[name](people("g", 9), people("h", 9), seating.Options{})
		g, _ := p.Of("g0")
		h, _ := p.Of("h0")
		// Both look at the door, so right is left on the drawing.
		if g.Y != h.Y || g.X != h.X-1 {
			t.Errorf("%s: the guest at %v, %v, the host at %v, %v", name, g.X, g.Y, h.X, h.Y)
		}
	}
	if got := across(seating.UShape(people("g", 5), people("h", 4), seating.Options{}), 0); got != " g2 g1 g0 h0 h1 h2" {
		t.Errorf("the curve of the U is %q", got)
	}
}

// Heads sit in front of each other, everybody but them once on each side of the
// middle, whatever the numbers of the sides.
func TestHeadsFaceEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, h := rapid.IntRange(1, 30).Draw(t, "guests"), rapid.IntRange(1, 30).Draw(t, "hosts")
		o := options(t, nil)
		p := seating.Talks(people("g", g), people("h", h), o)
		guest, _ := p.Of("g0")
		host, _ := p.Of("h0")
		same := guest.X == host.X && guest.Y == -host.Y
		if o.Facing == seating.Left || o.Facing == seating.Right {
			same = guest.Y == host.Y && guest.X == -host.X
		}
		if !same || guest.At != 0 || host.At != 0 {
			t.Fatalf("the heads sit at %v, %v and %v, %v", guest.X, guest.Y, host.X, host.Y)
		}
		right, left := 0, 0
		for _, s := range p.Seats {
			if s.Row == seating.GuestRow && s.Who != "" {
				right, left = right+min(1, max(0, seating.Offset(s.At))), left+min(1, max(0, -seating.Offset(s.At)))
			}
		}
		if right-left > 1 || left-right > 1 {
			t.Fatalf("%d to the right and %d to the left", right, left)
		}
	})
}

func TestOffsetsAlternate(t *testing.T) {
	var got []int
	for at := range 7 {
		got = append(got, seating.Offset(at))
	}
	if diff := cmp.Diff([]int{0, 1, -1, 2, -2, 3, -3}, got); diff != "" {
		t.Error(diff)
	}
}

func options(t *rapid.T, who []string) seating.Options {
	o := seating.Options{
		Pattern: rapid.SampledFrom([]seating.Pattern{"", seating.Alternate, seating.LeftFirst, seating.OneWay}).Draw(t, "pattern"),
		Facing:  rapid.SampledFrom([]seating.Facing{"", seating.Door, seating.Left, seating.Right}).Draw(t, "facing"),
		Spare:   rapid.Bool().Draw(t, "spare"),
	}
	rowNames := []string{"guest", "host", "guest_2", "host_2", "head", "xe", "guest_90"}
	if len(who) > 0 {
		for range rapid.IntRange(0, 12).Draw(t, "moved") {
			o.Moved = append(o.Moved, plan.Seat{
				Attendee: rapid.SampledFrom(append(who, "gone")).Draw(t, "who"),
				Row:      rapid.SampledFrom(rowNames).Draw(t, "row"), At: rapid.IntRange(-1, 15).Draw(t, "at"),
			})
		}
	}
	return o
}

// drawn gives a plan of any kind with whom it must seat.
func drawn(t *rapid.T) (p seating.Plan, who []string, build func(seating.Options) seating.Plan, o seating.Options) {
	guests, hosts := people("g", rapid.IntRange(0, 40).Draw(t, "guests")), people("h", rapid.IntRange(0, 40).Draw(t, "hosts"))
	who = append(append([]string{}, guests...), hosts...)
	kind := rapid.SampledFrom([]string{"talks", "u_shape", "head_table", "vehicle"}).Draw(t, "kind")
	build = func(o seating.Options) seating.Plan { return rooms[kind](guests, hosts, o) }
	if kind == "vehicle" {
		places := rapid.IntRange(0, 60).Draw(t, "places")
		build = func(o seating.Options) seating.Plan { return seating.Vehicle("xe", places, who, o) }
	}
	o = options(t, who)
	return build(o), who, build, o
}

// Nobody is seated twice, nobody is missing, no chair stands on another.
func TestEverybodyIsSeatedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, who, _, _ := drawn(t)
		seen, chairs := map[string]int{}, map[[2]float64]bool{}
		for _, s := range p.Seats {
			seen[s.Who]++
			if chairs[[2]float64{s.X, s.Y}] {
				t.Fatalf("two chairs at %v, %v", s.X, s.Y)
			}
			chairs[[2]float64{s.X, s.Y}] = true
		}
		for _, id := range p.Unseated {
			seen[id]++
		}
		delete(seen, "")
		if len(seen) != len(who) {
			t.Fatalf("%d of %d people", len(seen), len(who))
		}
		for _, id := range who {
			if seen[id] != 1 {
				t.Fatalf("%s stands %d times on the plan", id, seen[id])
			}
		}
		if p.Name == "" && len(p.Unseated) > 0 {
			t.Fatalf("no chair in a room for %v", p.Unseated)
		}
	})
}

// A seat given by hand is kept where there is such a chair and nobody else was
// given it before.
func TestSeatsGivenByHandAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _, _, o := drawn(t)
		taken, seated := map[seating.Place]bool{}, map[string]bool{}
		for _, m := range o.Moved {
			place := seating.Place{Row: m.Row, At: m.At}
			s, ok := p.At(place)
			if !ok || taken[place] || seated[m.Attendee] || m.Attendee == "gone" {
				continue
			}
			taken[place], seated[m.Attendee] = true, true
			if s.Who != m.Attendee || !s.Hand {
				t.Fatalf("%s was given %+v, where %q sits", m.Attendee, place, s.Who)
			}
		}
	})
}

// After two people have changed places everybody else sits as before.
func TestSwapMovesTheTwoOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _, build, o := drawn(t)
		var taken []seating.Seat
		for _, s := range p.Seats {
			if s.Who != "" {
				taken = append(taken, s)
			}
		}
		if len(taken) < 2 {
			return
		}
		a, b := rapid.SampledFrom(taken).Draw(t, "a"), rapid.SampledFrom(taken).Draw(t, "b")
		o.Moved = seating.Swap(p, o.Moved, a.Place, b.Place)
		next := build(o)
		want := map[seating.Place]string{}
		for _, s := range taken {
			want[s.Place] = s.Who
		}
		want[a.Place], want[b.Place] = b.Who, a.Who
		got := map[seating.Place]string{}
		for _, s := range next.Seats {
			if s.Who != "" {
				got[s.Place] = s.Who
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("after %+v and %+v (-want +got):\n%s", a.Place, b.Place, diff)
		}
	})
}

func TestAFreeChairTakesSomebody(t *testing.T) {
	guests, hosts := people("g", 3), people("h", 3)
	p := seating.Talks(guests, hosts, seating.Options{Spare: true})
	from, _ := p.Of("g1")
	to := seating.Place{Row: "guest_2", At: 0}
	moved := seating.Swap(p, nil, from.Place, to)
	p = seating.Talks(guests, hosts, seating.Options{Moved: moved})
	if s, _ := p.At(to); s.Who != "g1" {
		t.Errorf("%q sits behind", s.Who)
	}
	if got := across(p, -1); got != " g2 g0" {
		t.Errorf("the row is %q", got)
	}
	if got := seating.Swap(p, moved, seating.Place{Row: "a"}, seating.Place{Row: "b"}); !cmp.Equal(got, moved) {
		t.Error("two free chairs were swapped")
	}
}

func TestMoveTakesTheChairAndLeavesTheOldSeat(t *testing.T) {
	moved := []plan.Seat{{Attendee: "g1", Row: "guest", At: 4}, {Attendee: "g2", Row: "guest", At: 3}}
	got := seating.Move(moved, "g1", seating.Place{Row: "guest", At: 3})
	if diff := cmp.Diff([]plan.Seat{{Attendee: "g1", Row: "guest", At: 3}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSeatsOfVehicles(t *testing.T) {
	spot := func(places int, who string) [2]float64 {
		s, _ := seating.Vehicle("xe", places, people("g", 40), seating.Options{}).Of(who)
		return [2]float64{s.X, s.Y}
	}
	for _, c := range []struct {
		places int
		who    string
		want   [2]float64
	}{
		{5, "g0", [2]float64{2, 1}}, // at the back to the right
		{5, "g1", [2]float64{0, 1}}, // at the back to the left
		{5, "g2", [2]float64{2, 0}}, // beside the driver
		{7, "g0", [2]float64{2, 1}},
		{29, "g0", [2]float64{4, 1}}, // in front to the right
		{29, "g1", [2]float64{0, 1}},
		{29, "g4", [2]float64{4, 2}},
	} {
		if got := spot(c.places, c.who); got != c.want {
			t.Errorf("%s of %d places: %v instead of %v", c.who, c.places, got, c.want)
		}
	}
	if p := seating.Vehicle("xe", 5, people("g", 6), seating.Options{}); !cmp.Equal(p.Unseated, []string{"g4", "g5"}) {
		t.Errorf("no seat for %v", p.Unseated)
	}
	if p := seating.Vehicle("xe", 0, people("g", 6), seating.Options{}); len(p.Unseated) > 0 || len(p.Seats) != 6 {
		t.Errorf("%d seats, none for %v", len(p.Seats), p.Unseated)
	}
}

// Nothing lies outside of the bounds, and no table on a chair.
func TestBoundsHoldEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, _, _, _ := drawn(t)
		b := p.Bounds()
		const tolerance = 1e-9
		for _, s := range p.Seats {
			if s.X-0.5 < b.X-tolerance || s.X+0.5 > b.X+b.W+tolerance || s.Y-0.5 < b.Y-tolerance || s.Y+0.5 > b.Y+b.H+tolerance {
				t.Fatalf("the chair %v, %v outside of %+v", s.X, s.Y, b)
			}
			for _, table := range p.Tables {
				if s.X > table.X+tolerance && s.X < table.X+table.W-tolerance && s.Y > table.Y+tolerance && s.Y < table.Y+table.H-tolerance {
					t.Fatalf("the chair %v, %v stands on the table %+v", s.X, s.Y, table)
				}
			}
		}
	})
}

// The plan says by which layout it is numbered, also where places are not known
// and follow from the people.
func TestLayoutsOfVehicles(t *testing.T) {
	for _, c := range []struct {
		places, people int
		want           seating.Layout
	}{
		{2, 1, seating.BesideDriver},
		{3, 2, seating.CarLayout},
		{5, 4, seating.CarLayout},
		{7, 6, seating.VanLayout},
		{10, 3, seating.BusLayout},
		{29, 3, seating.BusLayout},
		{0, 1, seating.BesideDriver},
		{0, 3, seating.CarLayout},
		{0, 12, seating.BusLayout},
	} {
		if got := seating.Vehicle("xe", c.places, people("g", c.people), seating.Options{}).Layout; got != c.want {
			t.Errorf("%d places for %d: %s, want %s", c.places, c.people, got, c.want)
		}
	}
}
