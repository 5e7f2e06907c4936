package merge

import (
	"fmt"
	"strconv"
	"time"
)

// Clock is the reading of a hybrid logical clock: 12 lower-case hexadecimal
// digits of milliseconds since 1970 and one digit that counts within the
// millisecond. Order of text is order of time.
//
// A clock only orders values for display; no merge depends on it.
type Clock string

const (
	clockLen  = 13
	clockTick = 16 // readings in a millisecond
	clockMax  = 1<<52 - 1
)

// NextClock returns a reading that is not before now and is after last, which
// is the newest reading known here or empty. Thus an edit made after reading
// somebody's write is ordered after it even if this machine's clock is behind.
func NextClock(now time.Time, last Clock) Clock {
	next := max(now.UnixMilli(), 0) * clockTick
	if last.Valid() {
		next = max(next, last.ticks()+1)
	}
	return Clock(fmt.Sprintf("%0*x", clockLen, min(next, clockMax)))
}

// Valid reports whether c is 13 lower-case hexadecimal digits.
func (c Clock) Valid() bool {
	if len(c) != clockLen {
		return false
	}
	for i := range len(c) {
		if !('0' <= c[i] && c[i] <= '9' || 'a' <= c[i] && c[i] <= 'f') {
			return false
		}
	}
	return true
}

// Time returns the wall-clock part of c in UTC, or the zero time if c is not valid.
func (c Clock) Time() time.Time {
	if !c.Valid() {
		return time.Time{}
	}
	return time.UnixMilli(c.ticks() / clockTick).UTC()
}

// ticks reads a valid clock; 13 digits always fit.
func (c Clock) ticks() int64 {
	n, _ := strconv.ParseInt(string(c), 16, 64)
	return n
}
