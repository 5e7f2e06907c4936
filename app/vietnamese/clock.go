package vietnamese

import (
	"fmt"
	"strconv"

	"nhipcau/app/civil"
)

// ParseClock reads a time of day as people type it: 13:30, 13h30, 7h30', 1330,
// 730, 13.30, 7h, 7, "13 giờ 30 phút", "7 giờ rưỡi", and with the part of the
// day "2h chiều". 24:00 is refused.
//
// The error is a [*ParseError] of KindNoSuchTime, KindEmpty or KindMalformed.
func ParseClock(text string) (civil.Clock, error) {
	found, ok := scan(text, clockWords)
	if !ok {
		return "", refuse(KindMalformed, text)
	}
	if found.form == "" {
		return "", refuse(KindEmpty, text)
	}
	session := cutSession(&found)
	hour, minute, ok := clockParts(found)
	if !ok {
		return "", refuse(KindMalformed, text)
	}
	hour, ok = hourOf(session, hour)
	if !ok || hour > 23 || minute > 59 {
		return "", refuse(KindNoSuchTime, text)
	}
	return civil.ClockAt(hour*60 + minute), nil
}

// clockWords are the words within a time of day or a length of time. Giờ is
// also written g in the south.
var clockWords = map[string]string{
	"gio": "h", "h": "h", "g": "h",
	"phut": "m", "ph": "m", "p": "m",
	"ruoi": "½",
	"sang": "S", "trua": "R", "chieu": "C", "toi": "T",
}

// cutSession takes the letter for the part of the day off the end of the form;
// 0 if there is none.
func cutSession(found *shape) byte {
	last := len(found.form) - 1
	switch letter := found.form[last]; letter {
	case 'S', 'R', 'C', 'T':
		found.form = found.form[:last]
		return letter
	}
	return 0
}

// clockParts takes hour and minute out of a shape. After a colon or a dot the
// minutes must have two digits, else 13:5 could be 13:05 or 13:50; with words
// one says "13 giờ 5".
func clockParts(found shape) (hour, minute int, ok bool) {
	n := found.numbers
	switch found.form {
	case "N":
		return compactClock(n[0])
	case "Nh":
		return small(n[0]), 0, len(n[0]) <= 2
	case "Nh½":
		return small(n[0]), 30, len(n[0]) <= 2
	case "NhN", "NhNm", "NhN'":
		return small(n[0]), small(n[1]), len(n[0]) <= 2 && len(n[1]) <= 2
	case "N:N", "N.N", "NN":
		return small(n[0]), small(n[1]), len(n[0]) <= 2 && len(n[1]) == 2
	case "N:N:N": // as spreadsheets have it
		return small(n[0]), small(n[1]), len(n[0]) <= 2 && len(n[1]) == 2 && n[2] == "00"
	}
	return 0, 0, false
}

// compactClock reads 7, 13, 730 and 1330.
func compactClock(digits string) (hour, minute int, ok bool) {
	switch n := len(digits); n {
	case 1, 2:
		return small(digits), 0, true
	case 3, 4:
		return small(digits[:n-2]), small(digits[n-2:]), true
	}
	return 0, 0, false
}

// hourOf returns the hour of the day for an hour said with a part of the day:
// "2h chiều" is 14. It is false for what nobody says, such as "15h sáng".
func hourOf(session byte, hour int) (int, bool) {
	type span struct{ first, last, plus int }
	spans := map[byte][]span{
		0:   {{0, 23, 0}},
		'S': {{0, 11, 0}},
		'R': {{10, 14, 0}, {1, 2, 12}},
		'C': {{12, 18, 0}, {1, 6, 12}},
		'T': {{17, 23, 0}, {6, 11, 12}},
	}[session]
	for _, s := range spans {
		if hour >= s.first && hour <= s.last {
			return hour + s.plus, true
		}
	}
	return 0, false
}

// FormatClock returns the form of the interface, "13:30"; "" for a clock that
// is empty or not valid, as all functions for clocks below.
func FormatClock(c civil.Clock) string {
	if !c.Valid() {
		return ""
	}
	return string(c)
}

// PaperClock returns the short form on paper, "13h30", "7h00".
func PaperClock(c civil.Clock) string {
	if !c.Valid() {
		return ""
	}
	return fmt.Sprintf("%dh%02d", c.Minutes()/60, c.Minutes()%60)
}

// LongClock returns the form within a sentence on paper, "13 giờ 30 phút"; the
// full hour is "14 giờ 00" (domain notes §9).
func LongClock(c civil.Clock) string {
	if !c.Valid() {
		return ""
	}
	hour, minute := c.Minutes()/60, c.Minutes()%60
	if minute == 0 {
		return strconv.Itoa(hour) + " giờ 00"
	}
	return fmt.Sprintf("%d giờ %02d phút", hour, minute)
}

// PaperRange returns a span on paper, "13h30 - 13h45", with the hyphen and
// spaces of the decree's style; without an end, as programmes often have it,
// only the start.
func PaperRange(start, end civil.Clock) string {
	switch {
	case !end.Valid() || start == end:
		return PaperClock(start)
	case !start.Valid():
		return PaperClock(end)
	}
	return PaperClock(start) + " - " + PaperClock(end)
}
