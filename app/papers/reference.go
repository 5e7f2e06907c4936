package papers

import (
	"slices"

	"nhipcau/app/catalogue"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

// attachedTo is the line "(Kèm theo …)" for an annex of a paper of the visit,
// with the number and the date that the office which issues that paper has given
// it.
func (s Subject) attachedTo(kind string) string {
	entry, ok := s.Catalogue.Paper(kind)
	if !ok {
		return ""
	}
	of := s.issuingOf(entry)
	p := of.paperOf(entry)
	year, month, day := of.dateOf(p)
	return of.Style.Attached(official.Reference{
		Paper: entry.Vi, Number: p.Number, Symbol: of.symbolOf(p, of.abbreviation(entry.Abbreviation)),
		Day: day, Month: month, Year: year, Issuer: of.issuerName(),
	})
}

// issuingOf is the subject as the office has it that issues a kind of paper: our
// own side where it does, else the side that does. A list of the hosts that goes
// with the guests' plan cites the guests' number and body.
func (s Subject) issuingOf(entry catalogue.PaperKind) Subject {
	if slices.Contains(entry.Sides, string(s.Side)) || len(entry.Sides) == 0 {
		return s
	}
	s.Side = plan.Side(entry.Sides[0])
	s.Issuer = s.Issuers[s.Side]
	s.Style.Party = s.Issuer != nil && s.Issuer.IssuerKind == "party"
	return s
}

// abbreviation is that of a kind of paper: official letters have none, but
// those of the Party are CV.
func (s Subject) abbreviation(of string) string {
	if of == "" && s.Style.Party {
		return "CV"
	}
	return of
}

// paperOf is what is decided about a paper of the visit: the one that is made, or
// another in the form that is issued, that of the issuing office before others.
// Where that form has no number, one that has is meant, as the programme of many
// days.
func (s Subject) paperOf(entry catalogue.PaperKind) plan.Paper {
	if entry.Code == s.Request.Kind {
		return s.decided()
	}
	issued := issuedVariant(entry, s.Side)
	var found plan.Paper
	best := 0
	for _, p := range s.View.Papers {
		if p.PaperKind != entry.Code || !p.Decided() {
			continue
		}
		rank := 0
		switch {
		case p.Variant == issued && p.Number != "":
			rank = 6
		case p.Variant == issued:
			rank = 2
		case p.Number != "" && sideOf(entry, p.Variant) == "" && !entry.ForOfficeAlone(p.Variant):
			rank = 4
		}
		if rank > 0 && s.Issuer != nil && p.Office == s.Issuer.ID {
			rank++
		}
		if rank > best {
			found, best = *p, rank
		}
	}
	return found
}

// issuedVariant is the form of a paper that a side issues: of a letter, the one
// of that side; else the usual one.
func issuedVariant(entry catalogue.PaperKind, side plan.Side) string {
	for i, v := range entry.Variants {
		if v.Side == string(side) && i > 0 {
			return v.Code
		}
	}
	return ""
}

// sideOf is the side to which a form of a paper is bound, "" for none.
func sideOf(entry catalogue.PaperKind, variant string) string {
	for i, v := range entry.Variants {
		if v.Code == variant || i == 0 && variant == "" {
			return v.Side
		}
	}
	return ""
}
