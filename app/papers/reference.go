package papers

import (
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

// attachedTo is the line "(Kèm theo …)" for an annex of a paper of the visit,
// with the number and the date that the issuing office has given it.
func (s Subject) attachedTo(kind string) string {
	entry, ok := s.Catalogue.Paper(kind)
	if !ok {
		return ""
	}
	p := s.paperOf(kind)
	year, month, day := s.dateOf(p)
	return s.Style.Attached(official.Reference{
		Paper: entry.Vi, Number: p.Number, Symbol: s.symbolOf(p, s.abbreviation(entry.Abbreviation)),
		Day: day, Month: month, Year: year, Issuer: s.issuerName(),
	})
}

// abbreviation is that of a kind of paper: official letters have none, but
// those of the Party are CV.
func (s Subject) abbreviation(of string) string {
	if of == "" && s.Style.Party {
		return "CV"
	}
	return of
}

// paperOf is what is decided about a paper of the visit: the one that is made,
// or another, that of the issuing office before others.
func (s Subject) paperOf(kind string) plan.Paper {
	if kind == s.Request.Kind {
		return s.decided()
	}
	var found plan.Paper
	for _, p := range s.View.Papers {
		ours := s.Issuer != nil && p.Office == s.Issuer.ID
		if p.PaperKind == kind && p.Decided() && (ours || !found.Decided()) {
			found = *p
		}
	}
	return found
}
