package official

import (
	"fmt"
	"strings"
)

// Reference is the paper that an annex belongs to.
type Reference struct {
	Paper            string // the kind of paper, "Kế hoạch"
	Number, Symbol   string // "15", "KH-UBND"; blank until the paper is issued
	Day, Month, Year int    // 0 for what is not known
	Issuer           string // "UBND huyện Thạch An"
}

// Attached returns the line under the heading of an annex: "(Kèm theo Kế hoạch số      /KH-UBND ngày      /6/2024 của UBND huyện Thạch An)",
// with room for what is not known yet (30/2020/NĐ-CP, annex I, III.1).
func (s Style) Attached(r Reference) string { return "(Kèm theo " + s.Cited(r) + ")" }

// Cited returns the paper as it is named within a text: "Kế hoạch số 15/KH-UBND ngày 05/6/2024 của UBND huyện Thạch An".
func (s Style) Cited(r Reference) string {
	number := strings.Replace(strings.TrimPrefix(s.Number(r.Number, r.Symbol), "Số"), ":", "", 1)
	return strings.TrimSpace(fmt.Sprintf("%s số%s ngày %s của %s", r.Paper, number, shortDate(r.Day, r.Month, r.Year), r.Issuer))
}

// shortDate returns "05/6/2024" with room for a part that is 0.
func shortDate(day, month, year int) string {
	d, m, y := fmt.Sprintf("%02d", day), fmt.Sprint(month), fmt.Sprint(year)
	if day == 0 {
		d = blank
	}
	switch month {
	case 0:
		m = blank
	case 1, 2:
		m = "0" + m
	}
	if year == 0 {
		y = blank
	}
	return d + "/" + m + "/" + y
}

// Number returns the line of number and symbol as the issuer writes it: see the functions Number and PartyNumber.
func (s Style) Number(number, symbol string) string {
	if s.Party {
		return PartyNumber(number, symbol)
	}
	return Number(number, symbol)
}

// Symbol joins the abbreviation of a kind of paper and that of the issuer: "KH-UBND", of the Party "KH/ĐU". A state body's official
// letter has no kind of its own (annex I of 30/2020/NĐ-CP, II.3.b).
func (s Style) Symbol(kind, issuer string) string {
	switch {
	case kind == "":
		return issuer
	case s.Party:
		return kind + "/" + issuer
	}
	return kind + "-" + issuer
}
