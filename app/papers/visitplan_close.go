package papers

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

// funding names the source of the money from the catalogue of programmes.
func (s Subject) funding() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("III. KINH PHÍ")}
	lines := append([]string{"Nguồn kinh phí: " + s.fundingSource()}, s.wording("plan.funding")...)
	return append(blocks, s.dashes(lines)...)
}

// fundingSource is a project with its programme, "Dự án 7: Nâng cao năng lực …
// thuộc Chương trình …"; what is no code of the catalogue stands as written.
func (s Subject) fundingSource() string {
	code := strings.TrimSpace(s.View.Visit.Funding)
	var parts []string
	for at := code; at != ""; {
		p, ok := s.Catalogue.Programme(at)
		if !ok {
			break
		}
		parts, at = append(parts, p.Title("vi")), p.Parent
	}
	switch {
	case len(parts) > 0:
		return strings.Join(parts, " thuộc ")
	case looksLikeCode(code):
		return "…"
	}
	return orBlank(code)
}

// looksLikeCode says whether a text is a code of a catalogue that this edition
// does not have, as "gnbv-2031.2": no words to print. A word, as NSNN, is none.
func looksLikeCode(text string) bool {
	return strings.ContainsAny(text, "0123456789-._") && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-._") == ""
}

// organisation is IV. TỔ CHỨC THỰC HIỆN: the office's own text, and what the
// units prepare to which the topics belong.
func (s Subject) organisation() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("IV. TỔ CHỨC THỰC HIỆN")}
	lines := s.wording("plan.organisation")
	for _, owner := range s.topicOwners() {
		lines = slices.Insert(lines, max(len(lines)-1, 0), owner)
	}
	for i, line := range lines {
		title, text, ok := strings.Cut(line, ": ")
		if !ok {
			title, text = "", fmt.Sprintf("%d. %s", i+1, line)
		} else {
			title = fmt.Sprintf("%d. %s:", i+1, title)
		}
		blocks = append(blocks, s.Style.Item(title, sentence(text)))
	}
	return blocks
}

// topicOwners says which unit prepares which topics.
func (s Subject) topicOwners() []string {
	var order []string
	topics := map[string][]string{}
	for _, t := range s.View.Topics {
		owner := strings.TrimSpace(t.Owner)
		if owner == "" {
			continue
		}
		if topics[owner] == nil {
			order = append(order, owner)
		}
		topics[owner] = append(topics[owner], lowerFirst(strings.TrimRight(t.Title, ".;: "), s.names()...))
	}
	out := make([]string, len(order))
	for i, owner := range order {
		out[i] = owner + ": chuẩn bị nội dung, câu hỏi trao đổi về " + strings.Join(topics[owner], "; ")
	}
	return out
}

// planAnnexes are the delegation and its itinerary.
func (s Subject) planAnnexes() []paper.Block {
	list := s.Style.Annex(official.AnnexHeading{
		Label: "Phụ lục I", Title: "DANH SÁCH", About: "Thành viên " + s.travelAbout(), Reference: s.attachedTo(planCode),
	}, nil)
	days := s.Style.Annex(official.AnnexHeading{
		Label: "Phụ lục II", Title: "LỊCH TRÌNH", About: s.travelAbout(), Reference: s.attachedTo(planCode),
	}, nil)
	return slices.Concat(list, s.listOf(standardList, plan.Guest), days, []paper.Block{s.itinerary(s.publicItems())}, s.remarks())
}
