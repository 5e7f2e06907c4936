package official

import (
	"strings"

	"nhipcau/app/paper"
)

// PartyName stands where state bodies have the name of the country (domain notes §1.8).
const PartyName = "ĐẢNG CỘNG SẢN VIỆT NAM"

// Sizes in points of papers of the Party (domain notes §1.8).
const (
	partyNameSize   = 15
	partyIssuerSize = 14
	partyNumberSize = 14
	partyDateSize   = 14
	partyKindSize   = 16 // 15–16
	partyAboutSize  = 15 // 14–15
)

// partyShare is of 160 mm of text what PartyName needs at 15 pt (measured 72.9 mm) and the line of place and date at 14 pt below it.
const partyShare = 84

// partyHeader returns the letterhead of a body of the Party: the body above it, the issuer, an asterisk and the number on the left; on
// the right the name of the Party with a line as long as itself, place and date under it.
func (s Style) partyHeader(h Letterhead) []paper.Block {
	var left []paper.Block
	for _, line := range h.Issuer {
		p := centred(paper.Run{Text: line.Text, Bold: line.Bold, Size: partyIssuerSize})
		p.Balance = true
		left = append(left, p)
	}
	left = append(left, centred(paper.Run{Text: "*", Size: partyIssuerSize}))
	if h.Number != "" {
		left = append(left, centred(paper.Run{Text: h.Number, Size: partyNumberSize}))
	}
	if h.Subject != "" {
		subject := centred(paper.Run{Text: h.Subject, Size: s.SubjectSize})
		subject.Before, subject.Balance = s.After, true
		left = append(left, subject)
	}
	right := []paper.Block{centred(paper.Run{Text: PartyName, Bold: true, Size: partyNameSize}), s.rule(1)}
	if h.Date != "" {
		right = append(right, centred(paper.Run{Text: h.Date, Italic: true, Size: partyDateSize}))
	}
	return []paper.Block{
		paper.Columns{Weights: []float64{issuerShare + nationShare - partyShare, partyShare}, Parts: [][]paper.Block{left, right}},
		paper.Space{Height: 6},
	}
}

// PartyNumber returns "Số 12-KH/ĐU": no colon, a dash before the kind, with room for the number when there is none.
func PartyNumber(number, symbol string) string {
	number = strings.TrimSpace(number)
	switch {
	case number == "":
		return "Số" + blank + "-" + symbol
	case strings.ContainsAny(number, "-/"):
		return "Số " + number
	}
	return "Số " + padded(number) + "-" + symbol
}

// kindSize and aboutSize are the sizes of the two parts of a title.
func (s Style) kindSize() float64 {
	if s.Party {
		return partyKindSize
	}
	return s.TitleSize
}

func (s Style) aboutSize() float64 {
	if s.Party {
		return partyAboutSize
	}
	return s.TitleSize
}
