package civil_test

import (
	"cmp"
	"encoding/json"
	"testing"
	"time"

	"nhipcau/app/civil"

	"pgregory.net/rapid"
)

// dates draws any date that can be written.
func dates() *rapid.Generator[civil.Date] {
	last := civil.Date("0001-01-01").DaysUntil("9999-12-31")
	return rapid.Map(rapid.IntRange(0, last), func(days int) civil.Date {
		return civil.Date("0001-01-01").AddDays(days)
	})
}

func TestDateValid(t *testing.T) {
	tests := map[civil.Date]bool{
		"2024-06-10": true, "2024-02-29": true, "0001-01-01": true, "9999-12-31": true,
		"": false, "2023-02-29": false, "1900-02-29": false, "2024-13-01": false, "2024-04-31": false,
		"2024-6-10": false, "10/06/2024": false, "0000-01-01": false, "2024-06-10 ": false,
		"2024-06-1a": false, "-024-06-10": false, "20240610": false, "12024-06-10": false,
	}
	for date, want := range tests {
		if got := date.Valid(); got != want {
			t.Errorf("Date(%q).Valid() = %v, want %v", date, got, want)
		}
	}
}

func TestDateParts(t *testing.T) {
	d := civil.NewDate(2024, time.June, 10)
	if d != "2024-06-10" {
		t.Fatalf("NewDate = %q", d)
	}
	if d.Year() != 2024 || d.Month() != 6 || d.Day() != 10 || d.Weekday() != time.Monday {
		t.Errorf("parts = %d %d %d %v", d.Year(), d.Month(), d.Day(), d.Weekday())
	}
	bad := civil.Date("2024-13-40")
	if bad.Year() != 0 || bad.Month() != 0 || bad.Day() != 0 || !bad.Time().IsZero() {
		t.Errorf("an invalid date has parts: %d %d %d %v", bad.Year(), bad.Month(), bad.Day(), bad.Time())
	}
	if got := civil.NewDate(10000, time.January, 1); got != "" {
		t.Errorf("NewDate(10000) = %q, want empty", got)
	}
}

func TestDateOfTakesTheDayOfTheLocation(t *testing.T) {
	saigon := time.FixedZone("+07", 7*60*60)
	instant := time.Date(2024, time.June, 9, 18, 30, 0, 0, time.UTC)
	if got := civil.DateOf(instant); got != "2024-06-09" {
		t.Errorf("in UTC %q", got)
	}
	if got := civil.DateOf(instant.In(saigon)); got != "2024-06-10" {
		t.Errorf("in Vietnam %q", got)
	}
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		from civil.Date
		n    int
		want civil.Date
	}{
		{"2024-01-31", 1, "2024-02-29"},
		{"2023-01-31", 1, "2023-02-28"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-12-15", 1, "2025-01-15"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-05-31", 4, "2024-09-30"},
		{"9999-12-01", 1, ""},
		{"", 1, ""},
		{"nonsense", 1, ""},
	}
	for _, test := range tests {
		if got := test.from.AddMonths(test.n); got != test.want {
			t.Errorf("%q.AddMonths(%d) = %q, want %q", test.from, test.n, got, test.want)
		}
	}
}

func TestDaysUntil(t *testing.T) {
	tests := []struct {
		from, to civil.Date
		want     int
	}{
		{"2024-06-10", "2024-06-10", 0},
		{"2024-06-10", "2024-06-11", 1},
		{"2024-03-01", "2024-02-28", -2},
		{"2024-01-01", "2025-01-01", 366},
		{"", "2024-01-01", 0},
		{"2024-01-01", "never", 0},
	}
	for _, test := range tests {
		if got := test.from.DaysUntil(test.to); got != test.want {
			t.Errorf("%q.DaysUntil(%q) = %d, want %d", test.from, test.to, got, test.want)
		}
	}
}

func TestDateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := dates().Draw(t, "a"), dates().Draw(t, "b")
		if !a.Valid() || a.IsZero() {
			t.Fatalf("%q is not valid", a)
		}
		if civil.DateOf(a.Time()) != a {
			t.Fatalf("%q does not survive Time", a)
		}
		days := a.DaysUntil(b)
		if a.AddDays(days) != b {
			t.Fatalf("%q + %d days = %q, want %q", a, days, a.AddDays(days), b)
		}
		if cmp.Compare(a, b) != cmp.Compare(0, days) {
			t.Fatalf("string order of %q and %q is not their order in time", a, b)
		}
		later := a.AddMonths(1)
		if later != "" && (later.Day() > a.Day() || later.Month() != a.Month()%12+1) {
			t.Fatalf("%q + 1 month = %q", a, later)
		}
	})
}

func TestJSON(t *testing.T) {
	type record struct {
		Day   civil.Date  `json:"day,omitempty"`
		Start civil.Clock `json:"start,omitempty"`
	}
	for want, value := range map[string]record{
		`{"day":"2024-06-10","start":"13:30"}`: {"2024-06-10", "13:30"},
		`{}`:                                   {},
	} {
		got, err := json.Marshal(value)
		if err != nil || string(got) != want {
			t.Errorf("Marshal = %s, %v, want %s", got, err, want)
		}
	}
}

func FuzzDate(f *testing.F) {
	f.Add("2024-06-10")
	f.Add("")
	f.Add("2024-02-30")
	f.Fuzz(func(t *testing.T, text string) {
		d := civil.Date(text)
		if d.Valid() && civil.DateOf(d.Time()) != d {
			t.Errorf("%q is valid but not canonical", text)
		}
		if !d.Valid() && (d.AddDays(1) != "" || d.AddMonths(1) != "" || d.Day() != 0) {
			t.Errorf("%q is not valid but can be calculated with", text)
		}
	})
}
