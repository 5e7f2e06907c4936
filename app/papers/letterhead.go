package papers

import (
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

// letterhead is the head of the first page: issuer and number, country and
// motto, place and date. Blank where nothing is decided.
func (s Subject) letterhead(typeSymbol string) []paper.Block {
	p := s.decided()
	symbol := p.Symbol
	if symbol == "" {
		symbol = typeSymbol + "-" + s.issuerSymbol()
	}
	year, month, day := p.Date.Year(), p.Date.Month(), p.Date.Day()
	if !p.Date.Valid() {
		from := s.View.Visit.When.From
		year, month, day = from.Year(), from.Month(), 0
	}
	return s.Style.Header(official.Letterhead{
		Issuer: s.issuerLines(),
		Number: official.Number(p.Number, symbol),
		Date:   s.placeDate(p, day, month, year),
	})
}

func (s Subject) placeDate(p plan.Paper, day, month, year int) string {
	place := p.Place
	if place == "" {
		place = s.issuing().placeName()
	}
	return official.PlaceDate(place, day, month, year)
}

// issuerLines are those of the office; without them, the people's committee of
// the locality, which has no superior line (domain notes §1.3).
func (s Subject) issuerLines() []official.Line {
	if s.Issuer != nil && len(s.Issuer.IssuerLines) > 0 {
		lines := make([]official.Line, len(s.Issuer.IssuerLines))
		for i, l := range s.Issuer.IssuerLines {
			lines[i] = official.Line{Text: l.Text, Bold: l.Bold}
		}
		return lines
	}
	lines := []official.Line{{Text: "ỦY BAN NHÂN DÂN", Bold: true}}
	if full := s.issuing().Running; full != "" {
		lines = append(lines, official.Line{Text: strings.ToUpper(full), Bold: true})
	}
	return lines
}

func (s Subject) issuerSymbol() string {
	if s.Issuer != nil && s.Issuer.Symbol != "" {
		return s.Issuer.Symbol
	}
	return "UBND"
}

// signature closes the paper. Without a decided signer the place stays blank.
func (s Subject) signature(recipients []string) []paper.Block {
	p := s.decided()
	signer := p.Signer
	if len(signer.Lines) == 0 && s.Issuer != nil && len(s.Issuer.Signers) > 0 {
		signer = s.Issuer.Signers[0]
	}
	if len(signer.Lines) == 0 {
		signer.Lines = []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}
	}
	if s.Issuer != nil && len(s.Issuer.Recipients) > 0 {
		recipients = s.Issuer.Recipients
	}
	if len(p.Recipients) > 0 {
		recipients = p.Recipients
	}
	return s.Style.SignatureBlock(official.Signature{
		Authority: signer.Lines, Signer: signer.Name, Recipients: recipients,
	})
}
