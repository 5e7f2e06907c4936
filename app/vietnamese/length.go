package vietnamese

import (
	"strconv"

	"nhipcau/app/civil"
)

// ParseLength reads the length of an agenda item in minutes: 60, 60', "45
// phút", 1h, 1h30, 1:30, "1 giờ 30 phút", "1 giờ rưỡi", "1,5 giờ". A number
// alone is minutes. Nothing longer than a day is accepted.
//
// The error is a [*ParseError] of KindRange, KindNoSuchTime (minutes over 59
// beside an hour), KindEmpty or KindMalformed.
func ParseLength(text string) (minutes int, err error) {
	found, ok := scan(text, clockWords)
	if !ok {
		return 0, refuse(KindMalformed, text)
	}
	if found.form == "" {
		return 0, refuse(KindEmpty, text)
	}
	hours, minutes, kind := lengthParts(found)
	if kind != "" {
		return 0, refuse(kind, text)
	}
	total := hours*60 + minutes
	if total > civil.MinutesPerDay {
		return 0, refuse(KindRange, text)
	}
	return total, nil
}

// lengthParts takes hours and minutes out of a shape. A kind other than ""
// refuses it.
func lengthParts(found shape) (hours, minutes int, kind Kind) {
	n := found.numbers
	switch found.form {
	case "N", "Nm", "N'":
		return 0, small(n[0]), ""
	case "Nh":
		return small(n[0]), 0, ""
	case "Nh½":
		return small(n[0]), 30, ""
	case "N,Nh":
		return fractionOfHour(n[0], n[1])
	case "N:N":
		if len(n[1]) != 2 {
			return 0, 0, KindMalformed
		}
		return underOneHour(n[0], n[1])
	case "NhN", "NhNm", "NhN'":
		return underOneHour(n[0], n[1])
	}
	return 0, 0, KindMalformed
}

// underOneHour reads hours with minutes, which must be under 60.
func underOneHour(hours, minutes string) (h, m int, kind Kind) {
	if small(minutes) > 59 {
		return 0, 0, KindNoSuchTime
	}
	return small(hours), small(minutes), ""
}

// fractionOfHour reads 1,5 or 0,25 hours; the result must be whole minutes.
func fractionOfHour(hours, fraction string) (h, m int, kind Kind) {
	if len(fraction) > 2 {
		return 0, 0, KindMalformed
	}
	hundredths := small((fraction + "0")[:2])
	if hundredths*60%100 != 0 {
		return 0, 0, KindMalformed
	}
	return small(hours), hundredths * 60 / 100, ""
}

// FormatLength returns a length of time for reading: "45 phút", "1 giờ", "1
// giờ 30 phút"; "" for a negative one.
func FormatLength(minutes int) string {
	hours, rest := minutes/60, minutes%60
	switch {
	case minutes < 0:
		return ""
	case hours == 0:
		return strconv.Itoa(rest) + " phút"
	case rest == 0:
		return strconv.Itoa(hours) + " giờ"
	}
	return strconv.Itoa(hours) + " giờ " + strconv.Itoa(rest) + " phút"
}
