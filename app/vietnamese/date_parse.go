package vietnamese

import (
	"strings"
	"time"

	"nhipcau/app/civil"
)

// ParseDate reads a date as people type it, the day always before the month:
// 10/06/2024, 5/3 (of this year), 10-6-2024, 10.6.24, 100624, 10062024, "ngày
// 10 tháng 6 năm 2024", "thứ Hai, ngày 10/6/2024", and the ISO form 2024-06-10.
// "hôm nay", "hôm qua" and "ngày mai" go by today. A year of two digits is the
// one nearest to today.
//
// The error is a [*ParseError]: KindMonthFirst for 6/13/2024, KindNoSuchDay,
// KindIncomplete where the month or the day is missing, KindWeekday where the
// day of the week is not the date's, KindEmpty or KindMalformed.
func ParseDate(text string, today civil.Date) (civil.Date, error) {
	if strings.TrimSpace(Normalize(text)) == "" {
		return "", refuse(KindEmpty, text)
	}
	if day, ok := relativeDay(text, today); ok {
		return day, nil
	}
	weekday, rest, ok := cutWeekday(text)
	if !ok {
		return "", refuse(KindMalformed, text)
	}
	found, ok := scan(rest, dateWords)
	if !ok {
		return "", refuse(KindMalformed, text)
	}
	parts, kind := datePartsOf(found, today)
	if kind == "" {
		kind = parts.check()
	}
	if kind != "" {
		refusal := refuse(kind, text)
		if kind == KindNoSuchDay {
			refusal.LastDay = parts.lastDay()
		}
		return "", refusal
	}
	date := parts.date()
	if weekday != anyWeekday && date.Weekday() != weekday {
		return "", refuse(KindWeekday, text)
	}
	return date, nil
}

// LacksYear says whether a text names a day and a month without a year, which
// [ParseDate] takes from today: who knows better hands it another day.
func LacksYear(text string) bool {
	_, rest, _ := cutWeekday(text)
	found, ok := scan(rest, dateWords)
	return ok && len(found.numbers) == 2 && len(found.numbers[1]) <= 2 && !strings.Contains(found.form, "n")
}

// dateWords are the words within a date.
var dateWords = map[string]string{"ngay": "d", "thang": "t", "nam": "n"}

// relativeDay reads the words for the days around today.
func relativeDay(text string, today civil.Date) (civil.Date, bool) {
	if !today.Valid() {
		return "", false
	}
	switch Fold(text) {
	case "hom nay", "nay":
		return today, true
	case "hom qua":
		return today.AddDays(-1), true
	case "ngay mai", "mai":
		return today.AddDays(1), true
	}
	return "", false
}

// dateParts are the numbers of a date before they are known to make one.
type dateParts struct{ day, month, year int }

// datePartsOf takes the parts out of a shape. A kind other than "" refuses it.
func datePartsOf(found shape, today civil.Date) (dateParts, Kind) {
	numbers := found.numbers
	form := strings.NewReplacer("-", "/", ".", "/").Replace(found.form)
	switch strings.TrimPrefix(form, "d") {
	case "N/N/N":
		if len(numbers[0]) == 4 {
			return fullParts(numbers[2], numbers[1], numbers[0], today)
		}
		return fullParts(numbers[0], numbers[1], numbers[2], today)
	case "NtNnN", "NtN/N", "N/NnN", "NtN,N", "NtNN", "NNN":
		return fullParts(numbers[0], numbers[1], numbers[2], today)
	case "N/N", "NtN", "NN":
		if len(numbers[1]) > 2 || !today.Valid() {
			return dateParts{}, KindIncomplete
		}
		return dateParts{small(numbers[0]), small(numbers[1]), today.Year()}, ""
	case "N":
		return compactParts(numbers[0], today)
	case "tN/N", "tNnN", "tN", "nN":
		return dateParts{}, KindIncomplete
	}
	return dateParts{}, KindMalformed
}

// fullParts reads day, month and a year of two or four digits.
func fullParts(day, month, year string, today civil.Date) (dateParts, Kind) {
	if len(day) > 2 || len(month) > 2 {
		return dateParts{}, KindMalformed
	}
	parts := dateParts{small(day), small(month), small(year)}
	switch len(year) {
	case 2:
		parts.year = nearestYear(parts.year, today)
	case 4:
	default:
		return dateParts{}, KindMalformed
	}
	return parts, ""
}

// compactParts reads 100624, 10062024 and, since it can't be taken for the
// other, 20240610.
func compactParts(digits string, today civil.Date) (dateParts, Kind) {
	switch len(digits) {
	case 6:
		return fullParts(digits[:2], digits[2:4], digits[4:], today)
	case 8:
		if century := digits[4:6]; century == "19" || century == "20" {
			return fullParts(digits[:2], digits[2:4], digits[4:], today)
		}
		if century := digits[:2]; century == "19" || century == "20" {
			return fullParts(digits[6:], digits[4:6], digits[:4], today)
		}
		return dateParts{}, KindMalformed
	case 1, 2, 3, 4:
		return dateParts{}, KindIncomplete
	}
	return dateParts{}, KindMalformed
}

// nearestYear returns the year with the given last two digits from 50 years
// before today to 49 years after.
func nearestYear(lastTwo int, today civil.Date) int {
	if !today.Valid() {
		return 2000 + lastTwo
	}
	now := today.Year()
	year := now/100*100 + lastTwo
	switch {
	case year > now+49:
		return year - 100
	case year < now-50:
		return year + 100
	}
	return year
}

// check returns why the parts make no date, or "".
func (p dateParts) check() Kind {
	if p.date().Valid() {
		return ""
	}
	swapped := dateParts{p.month, p.day, p.year}
	if p.month > 12 && swapped.date().Valid() {
		return KindMonthFirst
	}
	return KindNoSuchDay
}

// lastDay returns the last day of the month, or "" if there is no such month.
func (p dateParts) lastDay() civil.Date {
	first := dateParts{1, p.month, p.year}.date()
	if !first.Valid() {
		return ""
	}
	return first.AddMonths(1).AddDays(-1)
}

// date returns the date, or "" if the calendar has none.
func (p dateParts) date() civil.Date {
	if p.month < 1 || p.month > 12 || p.day < 1 || p.day > 31 {
		return ""
	}
	date := civil.NewDate(p.year, time.Month(p.month), p.day)
	if date.Day() != p.day {
		return "" // carried over into the next month
	}
	return date
}

// anyWeekday means that none was typed.
const anyWeekday time.Weekday = -1

// cutWeekday takes a day of the week from the front ("thứ Hai, ngày …", "T2
// …", "CN …") or, in brackets, from the end of a date.
func cutWeekday(text string) (weekday time.Weekday, rest string, ok bool) {
	text = strings.TrimSpace(Normalize(text))
	if open := strings.IndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") {
		weekday, ok = weekdayNamed(Fold(text[open:]))
		return weekday, text[:open], ok
	}
	start := strings.IndexFunc(text, isDigit)
	if start < 0 {
		return anyWeekday, text, true
	}
	head := Fold(text[:start])
	if after := text[start+1:]; (head == "t" || head == "thu") && !startsWithDigit(after) {
		if weekday, ok = weekdayNamed("t" + text[start:start+1]); ok {
			return weekday, strings.TrimLeft(after, ", "), true
		}
	}
	name := strings.TrimSpace(strings.TrimSuffix(head, "ngay"))
	if weekday, ok = weekdayNamed(name); ok {
		return weekday, text[start:], true
	}
	return anyWeekday, text, true
}

func startsWithDigit(text string) bool { return text != "" && isDigit(rune(text[0])) }

// weekdayNamed finds a day of the week by its folded name.
func weekdayNamed(name string) (time.Weekday, bool) {
	for day := time.Sunday; day <= time.Saturday; day++ {
		for _, known := range weekdayNames[day] {
			if Fold(known) == name {
				return day, true
			}
		}
	}
	return anyWeekday, false
}
