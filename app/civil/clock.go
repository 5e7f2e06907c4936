package civil

// MinutesPerDay is the length of a day. Vietnam has one zone (UTC+7) and no
// summer time, so every day has it.
const MinutesPerDay = 24 * 60

// Clock is a time of day as "15:04" from "00:00" to "23:59"; "" means that no
// time has been fixed. For valid clocks the order of the strings is the order
// in time.
type Clock string

// ClockAt returns the clock the given number of minutes after midnight.
// Values outside one day wrap round: 1440 is "00:00" and -1 is "23:59".
func ClockAt(minutes int) Clock {
	_, minutes = splitDay(minutes)
	hour, minute := minutes/60, minutes%60
	return Clock([]byte{
		digit(hour / 10), digit(hour % 10), ':',
		digit(minute / 10), digit(minute % 10),
	})
}

// Valid reports whether c is a time of day in exactly the form "15:04". The
// empty clock is not valid; "24:00" is not either.
func (c Clock) Valid() bool {
	_, ok := c.parse()
	return ok
}

// IsZero reports whether no time has been fixed.
func (c Clock) IsZero() bool { return c == "" }

// Minutes returns the minutes since midnight, 0–1439, or 0 if c is not valid.
func (c Clock) Minutes() int {
	minutes, _ := c.parse()
	return minutes
}

// Add returns the clock the given number of minutes later (earlier if
// negative) and by how many days that moved past midnight: "23:30" plus 60 is
// "00:30" and 1. A clock that is not valid gives "" and 0.
func (c Clock) Add(minutes int) (later Clock, dayShift int) {
	start, ok := c.parse()
	if !ok {
		return "", 0
	}
	dayShift, rest := splitDay(start + minutes)
	return ClockAt(rest), dayShift
}

// parse returns the minutes since midnight and whether c is valid.
func (c Clock) parse() (minutes int, ok bool) {
	if len(c) != len("15:04") || c[2] != ':' {
		return 0, false
	}
	for _, i := range []int{0, 1, 3, 4} {
		if c[i] < '0' || c[i] > '9' {
			return 0, false
		}
	}
	hour := int(c[0]-'0')*10 + int(c[1]-'0')
	minute := int(c[3]-'0')*10 + int(c[4]-'0')
	if hour > 23 || minute > 59 {
		return 0, false
	}
	return hour*60 + minute, true
}

// splitDay divides minutes into whole days, rounded down, and a rest of
// 0–1439 minutes.
func splitDay(minutes int) (days, rest int) {
	days, rest = minutes/MinutesPerDay, minutes%MinutesPerDay
	if rest < 0 {
		return days - 1, rest + MinutesPerDay
	}
	return days, rest
}

// digit returns the ASCII digit of n, which must be 0–9.
func digit(n int) byte { return '0' + byte(n) }
