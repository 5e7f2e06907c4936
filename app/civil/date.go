// Package civil holds calendar dates and clock times that belong to no time
// zone: the date of a visit and the hour of an agenda item are what is written
// on the paper, wherever the computer stands.
//
// Both types are strings in the form they have on the wire, so that JSON,
// comparison, map keys and the zero value ("" = not yet fixed) need no code.
// The package must not know how a date is shown or typed; that is the work of
// package vietnamese.
package civil

import "time"

// Date is a day of the Gregorian calendar as "2006-01-02"; "" means that no
// day has been fixed. For valid dates the order of the strings is the order in
// time, and the empty date comes before all.
type Date string

// layout is the ISO 8601 calendar form that [Date] holds.
const layout = "2006-01-02"

// NewDate returns the given day. The caller vouches for the values: like
// [time.Date] it carries a month 13 or a day 31 April over to the next unit.
// Years outside 1–9999 have no four-digit form and give the empty date.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day on which t falls in the location of t, or the empty
// date if the year of t is outside 1–9999.
func DateOf(t time.Time) Date {
	if t.Year() < 1 || t.Year() > 9999 {
		return ""
	}
	return Date(t.Format(layout))
}

// Valid reports whether d is a day that exists, in exactly the form
// "2006-01-02". The empty date is not valid; ask [Date.IsZero] first where a
// date is optional.
func (d Date) Valid() bool {
	_, ok := d.parse()
	return ok
}

// IsZero reports whether no day has been fixed.
func (d Date) IsZero() bool { return d == "" }

// Time returns midnight UTC of the day, or the zero time if d is not valid.
func (d Date) Time() time.Time {
	t, _ := d.parse()
	return t
}

// parse reads d and reports whether it is valid. Year 0 is refused because
// [DateOf] cannot produce it.
func (d Date) parse() (time.Time, bool) {
	if len(d) != len(layout) {
		return time.Time{}, false
	}
	t, err := time.Parse(layout, string(d))
	if err != nil || t.Year() < 1 {
		return time.Time{}, false
	}
	return t, true
}

// Year returns the year, or 0 if d is not valid.
func (d Date) Year() int {
	t, ok := d.parse()
	if !ok {
		return 0
	}
	return t.Year()
}

// Month returns the month from 1 to 12, or 0 if d is not valid.
func (d Date) Month() int {
	t, ok := d.parse()
	if !ok {
		return 0
	}
	return int(t.Month())
}

// Day returns the day of the month from 1 to 31, or 0 if d is not valid.
func (d Date) Day() int {
	t, ok := d.parse()
	if !ok {
		return 0
	}
	return t.Day()
}

// Weekday returns the day of the week. The answer for a date that is not valid
// has no meaning (it is the one of the zero time).
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// AddDays returns the date n days later, or earlier if n is negative. A date
// that is not valid, or a result outside the years 1–9999, gives the empty
// date.
func (d Date) AddDays(n int) Date {
	t, ok := d.parse()
	if !ok {
		return ""
	}
	return DateOf(t.AddDate(0, 0, n))
}

// AddMonths returns the same day n months later, or earlier if n is negative.
// Where that month is too short its last day is taken, so 31 January plus one
// month is 28 or 29 February. A date that is not valid, or a result outside
// the years 1–9999, gives the empty date.
func (d Date) AddMonths(n int) Date {
	t, ok := d.parse()
	if !ok {
		return ""
	}
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return DateOf(first.AddDate(0, 0, min(t.Day(), last)-1))
}

// DaysUntil returns how many days other lies after d: 0 for the same day,
// negative if other is earlier. It returns 0 if either date is not valid.
func (d Date) DaysUntil(other Date) int {
	from, ok := d.parse()
	to, okOther := other.parse()
	if !ok || !okOther {
		return 0
	}
	const secondsPerDay = 24 * 60 * 60
	return int((to.Unix() - from.Unix()) / secondsPerDay)
}
