package official

import (
	"fmt"
	"strings"

	"nhipcau/app/paper"
)

// The country's name and its motto, as the decree spells them.
const (
	Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	Motto  = "Độc lập - Tự do - Hạnh phúc"
)

// Line is a line of the issuer's name. The body itself is bold, the one above it is not.
type Line struct {
	Text string
	Bold bool
}

// Letterhead is what stands at the top of the first page.
type Letterhead struct {
	Issuer  []Line // the superior body if any, then the issuer
	Number  string // "Số: 15/KH-UBND", see Number; empty leaves the place out
	Subject string // "V/v …", of official letters only
	Date    string // "Thạch An, ngày 05 tháng 6 năm 2024", see PlaceDate; empty leaves the place out
}

// Header returns the letterhead: issuer and number on the left, country, motto and date on the right. The line under the motto is as
// long as the motto, the one under the issuer two fifths of its name (boxes 1 to 5b of §1.2).
func (s Style) Header(h Letterhead) []paper.Block {
	if s.Party {
		return s.partyHeader(h)
	}
	return []paper.Block{
		paper.Columns{
			Weights: []float64{issuerShare, nationShare},
			Parts:   [][]paper.Block{s.left(h), s.right(h)},
		},
		paper.Space{Height: 6},
	}
}

func (s Style) left(h Letterhead) []paper.Block {
	var blocks []paper.Block
	for _, line := range h.Issuer {
		blocks = append(blocks, paper.Paragraph{
			Runs: []paper.Run{{Text: line.Text, Bold: line.Bold, Size: s.IssuerSize}}, Align: paper.Center, Balance: true,
		})
	}
	blocks = append(blocks, s.rule(shortRule), paper.Level{})
	if h.Number != "" {
		blocks = append(blocks, centred(paper.Run{Text: h.Number, Size: s.NumberSize}))
	}
	if h.Subject != "" {
		subject := centred(paper.Run{Text: h.Subject, Size: s.SubjectSize})
		subject.Before, subject.Balance = s.After, true
		blocks = append(blocks, subject)
	}
	return blocks
}

func (s Style) right(h Letterhead) []paper.Block {
	blocks := []paper.Block{
		centred(paper.Run{Text: Nation, Bold: true, Size: s.NationSize}),
		centred(paper.Run{Text: Motto, Bold: true, Size: s.MottoSize}),
		s.rule(1),
		paper.Level{},
	}
	if h.Date != "" {
		blocks = append(blocks, centred(paper.Run{Text: h.Date, Italic: true, Size: s.DateSize}))
	}
	return blocks
}

func centred(runs ...paper.Run) paper.Paragraph {
	return paper.Paragraph{Runs: runs, Align: paper.Center}
}

func (s Style) rule(of float64) paper.Rule {
	return paper.Rule{Of: of, Align: paper.Center, Before: ruleGap, After: s.After}
}

// blank is the room that a clerk writes a number or a day into.
const blank = "      "

// Number returns the line of number and symbol: "Số: 05/CTr-UBND", with room for the number when there is none. Numbers below 10 are
// written with a leading zero; what else a register has, such as "15a", stands as it was entered, and so does a number that has its
// symbol already.
func Number(number, symbol string) string {
	number = strings.TrimSpace(number)
	switch {
	case number == "":
		return "Số:" + blank + "/" + symbol
	case strings.Contains(number, "/"):
		return "Số: " + number
	}
	return "Số: " + padded(number) + "/" + symbol
}

// padded writes numbers below 10 with a leading zero.
func padded(number string) string {
	if len(number) == 1 && number >= "1" && number <= "9" {
		return "0" + number
	}
	return number
}

// PlaceDate returns the line of place and date, with room for a day, a month or a year that is 0. Days below 10 and the months 1 and 2
// are written with a leading zero, other months are not (annex I of the decree, II.4).
func PlaceDate(place string, day, month, year int) string {
	d, m, y := fmt.Sprintf("%02d", day), fmt.Sprint(month), fmt.Sprint(year)
	if day == 0 {
		d = blank
	}
	if year == 0 {
		y = blank
	}
	switch month {
	case 0:
		m = blank
	case 1, 2:
		m = "0" + m
	}
	return strings.TrimPrefix(fmt.Sprintf("%s, ngày %s tháng %s năm %s", place, d, m, y), ", ")
}
