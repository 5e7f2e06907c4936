package vietnamese

import (
	"fmt"
	"strconv"

	"nhipcau/app/civil"
)

// weekdayNames are the names of the days by [time.Weekday]: in full, short, and
// other spellings that are understood. "thứ Hai" has its ordinal capitalised
// (Nghị định 30/2020/NĐ-CP, Phụ lục II).
var weekdayNames = [7][]string{
	{"Chủ nhật", "CN"},
	{"thứ Hai", "T2", "thứ 2"},
	{"thứ Ba", "T3", "thứ 3"},
	{"thứ Tư", "T4", "thứ 4"},
	{"thứ Năm", "T5", "thứ 5"},
	{"thứ Sáu", "T6", "thứ 6"},
	{"thứ Bảy", "T7", "thứ 7"},
}

// FormatDate returns the form of the interface, "10/06/2024"; "" for a date
// that is empty or not valid, as all functions for dates below.
func FormatDate(d civil.Date) string {
	if !d.Valid() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day(), d.Month(), d.Year())
}

// RunningDate returns the form within a sentence on paper, "10/6/2024" or
// "02/8/2024": a zero before days under 10 and before the months 1 and 2 only
// (Nghị định 30/2020/NĐ-CP, Phụ lục I).
func RunningDate(d civil.Date) string {
	if !d.Valid() {
		return ""
	}
	return RunningDayMonth(d) + "/" + yearOf(d)
}

// RunningDayMonth returns [RunningDate] without its year, "02/8".
func RunningDayMonth(d civil.Date) string {
	if !d.Valid() {
		return ""
	}
	return paddedDay(d) + "/" + paddedMonth(d)
}

// RunningRange returns the days of a stay within a sentence: "ngày 10/6/2024",
// "từ ngày 02/8 đến ngày 03/8/2024". The order of the dates doesn't matter; one
// that is missing is left out.
func RunningRange(from, to civil.Date) string {
	from, to = ordered(from, to)
	switch {
	case !from.Valid():
		return ""
	case from == to:
		return "ngày " + RunningDate(from)
	case from.Year() == to.Year():
		return "từ ngày " + RunningDayMonth(from) + " đến ngày " + RunningDate(to)
	}
	return "từ ngày " + RunningDate(from) + " đến ngày " + RunningDate(to)
}

// DocumentDate returns the form of the line under the Tiêu ngữ, "ngày 05 tháng
// 6 năm 2024", with zeros as in [RunningDate].
func DocumentDate(d civil.Date) string {
	if !d.Valid() {
		return ""
	}
	return "ngày " + paddedDay(d) + " tháng " + paddedMonth(d) + " năm " + yearOf(d)
}

// Weekday returns the name of the day: "thứ Hai" … "thứ Bảy", "Chủ nhật".
func Weekday(d civil.Date) string {
	if !d.Valid() {
		return ""
	}
	return weekdayNames[d.Weekday()][0]
}

// DateRange returns the short form of the interface: "10/06/2024", "10/06 –
// 11/06/2024", "30/12/2024 – 02/01/2025". The order of the dates doesn't
// matter; one that is missing is left out.
func DateRange(from, to civil.Date) string {
	from, to = ordered(from, to)
	switch {
	case !from.Valid():
		return ""
	case from == to:
		return FormatDate(from)
	case from.Year() == to.Year():
		return FormatDate(from)[:len("10/06")] + " – " + FormatDate(to)
	}
	return FormatDate(from) + " – " + FormatDate(to)
}

// ordered returns the earlier date first, and a single valid date twice.
func ordered(from, to civil.Date) (first, last civil.Date) {
	switch {
	case !from.Valid():
		return to, to
	case !to.Valid():
		return from, from
	}
	return min(from, to), max(from, to)
}

func paddedDay(d civil.Date) string { return fmt.Sprintf("%02d", d.Day()) }

// paddedMonth writes a zero before 1 and 2 only, which a stroke could turn into
// 11 and 12.
func paddedMonth(d civil.Date) string {
	if d.Month() <= 2 {
		return "0" + strconv.Itoa(d.Month())
	}
	return strconv.Itoa(d.Month())
}

// yearOf returns the year with four digits, as every date in this package has.
func yearOf(d civil.Date) string { return fmt.Sprintf("%04d", d.Year()) }
