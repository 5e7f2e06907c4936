package papers

import (
	"strings"

	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/precedence"
)

// committees are the names of the Party committees by the type of locality, and
// their symbols; every other locality has a Đảng ủy (domain notes §6.2).
var committees = map[string]struct{ name, symbol string }{
	"Tỉnh": {"Tỉnh ủy", "TU"}, "Thành phố": {"Thành ủy", "TU"}, "Huyện": {"Huyện ủy", "HU"}, "Quận": {"Quận ủy", "QU"}, "Thị xã": {"Thị ủy", "TU"},
}

// committee is the Party committee of a locality: "Huyện ủy Thạch An", "Đảng ủy
// xã Quảng Khê".
func (p Party) committee() string {
	if c, ok := committees[p.Type]; ok {
		return strings.TrimSpace(c.name + " " + p.Name)
	}
	return strings.TrimSpace("Đảng ủy " + p.Running)
}

func (p Party) committeeSymbol() string {
	if c, ok := committees[p.Type]; ok {
		return c.symbol
	}
	return "ĐU"
}

// committeeLines are the lines of the issuer for a Party committee: the Party
// organisation above it, where there is one, and itself.
func (p Party) committeeLines() []official.Line {
	var lines []official.Line
	if _, above, ok := strings.Cut(p.Path, ", "); ok {
		lines = append(lines, official.Line{Text: strings.ToUpper("Đảng bộ " + above)})
	}
	return append(lines, official.Line{Text: strings.ToUpper(p.committee()), Bold: true})
}

// body is the body of a locality that the papers speak of: its people's
// committee or, where the papers are the Party's, its Party committee.
func (s Subject) body(p Party) string {
	if s.Style.Party {
		return p.committee()
	}
	return strings.TrimSpace("UBND " + p.Running)
}

// issuerName is the issuing body within a sentence: "UBND huyện Thạch An".
func (s Subject) issuerName() string {
	if s.Issuer != nil && s.Issuer.Name != "" {
		return s.Issuer.Name
	}
	return s.body(s.issuing())
}

// fileCopy is the last recipient: the registry of the office.
func (s Subject) fileCopy() string {
	if s.Style.Party {
		return "Lưu: Văn phòng"
	}
	return "Lưu: VT"
}

// secretariat is the office that serves the issuing body: "Văn phòng HĐND và
// UBND", of a province "Văn phòng UBND tỉnh", of the Party "Văn phòng Huyện ủy".
func (s Subject) secretariat() string {
	p := s.issuing()
	c, ok := committees[p.Type]
	switch {
	case s.Style.Party && ok:
		return "Văn phòng " + c.name
	case s.Style.Party:
		return "Văn phòng Đảng ủy"
	case p.Level == precedence.Province:
		return "Văn phòng UBND " + lowerFirst(p.Type)
	}
	return "Văn phòng HĐND và UBND"
}

// addressees are the bodies of the other side, each with where it is.
func (s Subject) addressees() []string {
	if s.Side == plan.Host {
		return []string{s.withPath(s.Guest)}
	}
	out := make([]string, len(s.Hosts))
	for i, h := range s.Hosts {
		out[i] = s.withPath(h)
	}
	if len(out) == 0 {
		out = []string{"…"}
	}
	return out
}

// withPath is the body of a locality with the localities above it: "UBND huyện
// Đắk Glong, tỉnh Đắk Nông".
func (s Subject) withPath(p Party) string {
	name := s.body(p)
	if _, above, ok := strings.Cut(p.Path, ", "); ok {
		name += ", " + above
	}
	if name == "" {
		return "…"
	}
	return name
}

// paragraphs are the text that the office has written for this paper, else the
// wording of the catalogue.
func (s Subject) paragraphs(code string) []string {
	if own := s.decided().Wording; strings.TrimSpace(own) != "" {
		return s.filled(own)
	}
	return s.wording(code)
}
