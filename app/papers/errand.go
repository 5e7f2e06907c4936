package papers

import (
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/vietnamese"
)

// travelAbout names the delegation and its errand, for annexes and lists.
func (s Subject) travelAbout() string { return s.delegation() + " " + s.errand() }

// visitors is the delegation with the localities above its own: "Đoàn công tác
// huyện Thạch An, tỉnh Cao Bằng".
func (s Subject) visitors() string {
	return strings.TrimSpace("Đoàn công tác " + orElse(s.Guest.Path, s.Guest.Running))
}

// errands are the verbs with which a title says what a delegation sets out to do.
var errands = []string{
	"học tập", "học hỏi", "trao đổi", "khảo sát", "tham quan", "thăm", "làm việc", "nghiên cứu", "giao lưu", "tìm hiểu", "dâng hương", "viếng", "ký kết",
}

// isErrand says whether a title begins with a verb, so that "đi" can stand
// before it.
func isErrand(title string) bool {
	return slices.ContainsFunc(errands, func(verb string) bool {
		return strings.HasPrefix(vietnamese.ToneKey(title), vietnamese.ToneKey(verb))
	})
}

// errand is what a delegation sets out for and where: "đi học tập kinh nghiệm …
// tại huyện Đắk Glong, tỉnh Đắk Nông".
func (s Subject) errand() string {
	theme, what := s.theme(), "đi công tác"
	if theme != "" {
		what = "về " + theme
		if isErrand(theme) {
			what = "đi " + theme
		}
	}
	for _, h := range s.Hosts {
		if h.Name != "" && strings.Contains(what, "tại "+h.Running) {
			return what
		}
	}
	return what + " tại " + s.destination()
}

// grounds are the legal basis of the visit, else that of the programme that it
// serves.
func (s Subject) grounds() []paper.Block {
	lines := textLines(s.View.Visit.LegalBasis)
	if len(lines) == 0 {
		lines = s.programmeBasis()
	}
	var out []paper.Block
	for i, line := range lines {
		line = strings.TrimRight(line, ".;, ")
		if !beginsGround(line) {
			line = "Căn cứ " + lowerFirst(line, append(s.names(), instruments...)...)
		}
		mark := ";"
		if i == len(lines)-1 {
			mark = "."
		}
		out = append(out, s.Style.Ground(line+mark))
	}
	return out
}

// instruments are names of legal texts, which keep their capital.
var instruments = []string{
	"Luật", "Nghị quyết", "Nghị định", "Quyết định", "Kế hoạch", "Thông tư", "Chỉ thị", "Chương trình", "Công văn", "Thông báo", "Hướng dẫn", "Kết luận", "Quy định", "Đề án", "Hiến pháp",
}

func beginsGround(line string) bool {
	for _, word := range []string{"Căn cứ", "Thực hiện", "Xét", "Theo"} {
		if strings.HasPrefix(line, word+" ") {
			return true
		}
	}
	return false
}

func (s Subject) programmeBasis() []string {
	for _, code := range []string{s.View.Visit.Funding, s.View.Visit.Programme} {
		for code != "" {
			p, ok := s.Catalogue.Programme(code)
			if !ok {
				break
			}
			if p.Basis != "" {
				return texts(p.Basis)
			}
			code = p.Parent
		}
	}
	return nil
}

// texts are the legal texts that a basis names; what else it says of them, as
// how long they hold, is no ground of a paper.
func texts(basis string) []string {
	return slices.DeleteFunc(strings.Split(basis, "; "), func(part string) bool { return !startsWithOneOf(part, instruments) })
}
