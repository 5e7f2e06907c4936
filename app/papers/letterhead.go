package papers

import (
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

// letterhead is the head of the first page: issuer and number, country and
// motto, place and date. Blank where nothing is decided.
func (s Subject) letterhead(typeSymbol string) []paper.Block {
	return s.Style.Header(s.head(typeSymbol))
}

func (s Subject) head(typeSymbol string) official.Letterhead {
	p := s.decided()
	year, month, day := s.dateOf(p)
	return official.Letterhead{
		Issuer: s.issuerLines(),
		Number: s.Style.Number(p.Number, s.symbolOf(p, typeSymbol)),
		Date:   s.placeDate(p, day, month, year),
	}
}

// symbolOf is the symbol that the office has decided, or the usual one.
func (s Subject) symbolOf(p plan.Paper, typeSymbol string) string {
	if p.Symbol != "" {
		return p.Symbol
	}
	return s.Style.Symbol(typeSymbol, s.issuerSymbol())
}

// dateOf is the date of a paper; where none is decided, month and year of the
// visit with the day left blank.
func (s Subject) dateOf(p plan.Paper) (year, month, day int) {
	if p.Date.Valid() {
		return p.Date.Year(), p.Date.Month(), p.Date.Day()
	}
	from := s.View.Visit.When.From
	return from.Year(), from.Month(), 0
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
	if s.Style.Party {
		return s.issuing().committeeLines()
	}
	lines := []official.Line{{Text: "ỦY BAN NHÂN DÂN", Bold: true}}
	if full := s.issuing().Running; full != "" {
		lines = append(lines, official.Line{Text: strings.ToUpper(full), Bold: true})
	}
	return lines
}

func (s Subject) issuerSymbol() string {
	switch {
	case s.Issuer != nil && s.Issuer.Symbol != "":
		return s.Issuer.Symbol
	case s.Style.Party:
		return s.issuing().committeeSymbol()
	}
	return "UBND"
}

// signature closes the paper. Without a decided signer the place stays blank.
func (s Subject) signature(recipients []string) []paper.Block {
	signer := s.Signer()
	return s.Style.SignatureBlock(official.Signature{
		Authority: signer.Lines, Signer: signer.Name, Recipients: s.recipients(recipients),
	})
}

// asAbove is the first recipient of a paper that names an addressee.
const asAbove = "Như trên"

// recipients are those decided for the paper, else those that the office has on
// all its papers, else the usual ones of the paper. A paper that has none by its
// nature, as a letter of thanks, gets none of the office; one that names an
// addressee keeps "Như trên" at the top.
func (s Subject) recipients(usual []string) []string {
	if own := s.decided().Recipients; len(own) > 0 {
		return own
	}
	if s.Issuer == nil || len(s.Issuer.Recipients) == 0 || len(usual) == 0 {
		return usual
	}
	list := s.Issuer.Recipients
	if usual[0] == asAbove && !slices.Contains(list, asAbove) {
		return append([]string{asAbove}, list...)
	}
	return list
}
