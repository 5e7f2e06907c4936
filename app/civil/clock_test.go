package civil_test

import (
	"testing"

	"nhipcau/app/civil"

	"pgregory.net/rapid"
)

func TestClockValid(t *testing.T) {
	tests := map[civil.Clock]bool{
		"00:00": true, "13:30": true, "23:59": true,
		"": false, "24:00": false, "12:60": false, "7:30": false, "13h30": false,
		"13:3a": false, "-1:30": false, "13:300": false, "1a:00": false,
	}
	for clock, want := range tests {
		if got := clock.Valid(); got != want {
			t.Errorf("Clock(%q).Valid() = %v, want %v", clock, got, want)
		}
	}
	if got := civil.Clock("99:99").Minutes(); got != 0 {
		t.Errorf("minutes of an invalid clock = %d, want 0", got)
	}
}

func TestEveryMinute(t *testing.T) {
	previous := civil.Clock("")
	for m := range civil.MinutesPerDay {
		c := civil.ClockAt(m)
		if !c.Valid() || c.IsZero() || c.Minutes() != m {
			t.Fatalf("ClockAt(%d) = %q with %d minutes", m, c, c.Minutes())
		}
		if c <= previous {
			t.Fatalf("%q does not sort after %q", c, previous)
		}
		previous = c
	}
}

func TestClockAdd(t *testing.T) {
	tests := []struct {
		from  civil.Clock
		add   int
		want  civil.Clock
		shift int
	}{
		{"13:30", 15, "13:45", 0},
		{"23:30", 60, "00:30", 1},
		{"00:10", -20, "23:50", -1},
		{"12:00", 3 * 1440, "12:00", 3},
		{"00:00", -1440, "00:00", -1},
		{"", 60, "", 0},
		{"25:00", 60, "", 0},
	}
	for _, test := range tests {
		got, shift := test.from.Add(test.add)
		if got != test.want || shift != test.shift {
			t.Errorf("%q.Add(%d) = %q, %d, want %q, %d", test.from, test.add, got, shift, test.want, test.shift)
		}
	}
}

func TestClockAddKeepsMinutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := rapid.IntRange(0, civil.MinutesPerDay-1).Draw(t, "start")
		add := rapid.IntRange(-10_000, 10_000).Draw(t, "add")
		later, shift := civil.ClockAt(start).Add(add)
		if got := later.Minutes() + shift*civil.MinutesPerDay; got != start+add {
			t.Fatalf("%d + %d = %d", start, add, got)
		}
		if civil.ClockAt(start+add) != later {
			t.Fatalf("ClockAt(%d) = %q, want %q", start+add, civil.ClockAt(start+add), later)
		}
	})
}

func FuzzClock(f *testing.F) {
	f.Add("13:30")
	f.Add("24:00")
	f.Fuzz(func(t *testing.T, text string) {
		c := civil.Clock(text)
		if c.Valid() && civil.ClockAt(c.Minutes()) != c {
			t.Errorf("%q is valid but not canonical", text)
		}
	})
}
