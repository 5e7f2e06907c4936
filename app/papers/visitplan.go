package papers

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// planCode is the code of the visit plan in the catalogue of papers.
const planCode = "plan"

// VisitPlan is KẾ HOẠCH tổ chức đoàn, the paper with which the guest side sends
// its delegation, with the list of the delegation and the itinerary as annexes
// (domain notes §2.2).
func VisitPlan(s Subject) paper.Document {
	about := s.planAbout()
	body := slices.Concat(s.grounds(), []paper.Block{s.Style.Body(s.opening())},
		s.purposes(), s.contents(), s.funding(), s.organisation())
	return s.drafted(s.Style.Document("Kế hoạch "+lowerFirst(about),
		s.letterhead("KH"), s.Style.Title("KẾ HOẠCH", about),
		s.Style.Closed(body), s.signature(s.planRecipients()),
		s.planAnnexes(),
	))
}

func (s Subject) planRecipients() []string {
	out := []string{"Như phần IV (t/h)"}
	for _, h := range s.Hosts {
		out = append(out, s.body(h)+" (p/h)")
	}
	return append(out, s.fileCopy())
}

func (s Subject) planAbout() string {
	if about := s.decided().About; about != "" {
		return about
	}
	return "Tổ chức Đoàn công tác " + s.errand()
}

// travelAbout names the delegation and its errand, for annexes and lists.
func (s Subject) travelAbout() string { return s.delegation() + " " + s.errand() }

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
	title, what := s.View.Visit.Title, "đi công tác"
	if title != "" && !namesDelegation(title) {
		what = "về " + lowerFirst(title, s.names()...)
		if isErrand(title) {
			what = "đi " + lowerFirst(title, s.names()...)
		}
	}
	for _, h := range s.Hosts {
		if h.Name != "" && strings.Contains(title, "tại "+h.Running) {
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
		if basis := s.programmeBasis(); basis != "" {
			lines = []string{basis}
		}
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

func (s Subject) programmeBasis() string {
	for _, code := range []string{s.View.Visit.Funding, s.View.Visit.Programme} {
		for code != "" {
			p, ok := s.Catalogue.Programme(code)
			if !ok {
				break
			}
			if p.Basis != "" {
				return p.Basis
			}
			code = p.Parent
		}
	}
	return ""
}

func (s Subject) opening() string {
	return upperFirst(s.issuerName()) + " xây dựng Kế hoạch " + lowerFirst(s.planAbout()) + ", cụ thể như sau:"
}

func (s Subject) purposes() []paper.Block {
	var purposes []string
	purposes = append(purposes, textLines(s.View.Visit.Purpose)...)
	for _, o := range s.View.Objectives {
		purposes = append(purposes, objectiveLine(o))
	}
	if len(purposes) == 0 {
		purposes = s.wording("plan.purposes")
	}
	blocks := []paper.Block{s.Style.Heading1("I. MỤC ĐÍCH, YÊU CẦU"), s.lead("1. Mục đích")}
	blocks = append(blocks, s.dashes(purposes)...)
	blocks = append(blocks, s.lead("2. Yêu cầu"))
	return append(blocks, s.dashes(s.wording("plan.requirements"))...)
}

// objectiveLine is an objective with what shows that it is reached.
func objectiveLine(o *plan.Objective) string {
	line := strings.TrimRight(o.What, ".; ")
	if o.Target != "" {
		line += "; kết quả cần đạt: " + strings.TrimRight(o.Target, ".; ")
	}
	return line
}

// lead is the title of a numbered part, which stays with what follows it.
func (s Subject) lead(title string) paper.Paragraph {
	p := s.Style.Item(title, "")
	p.KeepWithNext = true
	return p
}

// dashes are paragraphs of a list.
func (s Subject) dashes(entries []string) []paper.Block {
	var out []paper.Block
	for _, line := range entries {
		out = append(out, s.Style.Body("- "+sentence(line)))
	}
	return out
}

func (s Subject) contents() []paper.Block {
	blocks := []paper.Block{
		s.Style.Heading1("II. NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"),
	}
	blocks = append(blocks, s.topicList()...)
	blocks = append(blocks,
		s.Style.Item("2. Thời gian:", s.travelTime()+" (có Lịch trình kèm theo - Phụ lục II)."))
	blocks = append(blocks, s.placeList()...)
	return append(blocks,
		s.Style.Item("4. Thành phần:", s.planComposition()),
		s.Style.Item("5. Phương tiện, nơi nghỉ:", s.planTransport()))
}

// vietnameseLetters are those of points, "a) …, đ) …" (annex I of the decree).
var vietnameseLetters = []string{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"}

// letter is the i-th letter of a list, from 0; beyond the alphabet a dash.
func letter(i int) string {
	if i < len(vietnameseLetters) {
		return vietnameseLetters[i] + ")"
	}
	return "-"
}

// topicList is what the guests come to talk about, with their questions.
func (s Subject) topicList() []paper.Block {
	if len(s.View.Topics) == 0 {
		return []paper.Block{s.Style.Item("1. Nội dung:", sentence(orBlank(upperFirst(s.View.Visit.Title))))}
	}
	blocks := []paper.Block{s.lead("1. Nội dung học tập, trao đổi")}
	for i, t := range s.View.Topics {
		questions := s.questionsOf(t)
		if len(questions) == 0 {
			blocks = append(blocks, s.Style.Body(letter(i)+" "+sentence(t.Title)))
			continue
		}
		p := s.Style.Body(letter(i) + " " + strings.TrimRight(t.Title, ".;: ") + ". Câu hỏi dự kiến:")
		p.KeepWithNext = true
		blocks = append(append(blocks, p), s.dashes(questions)...)
	}
	return blocks
}

func (s Subject) questionsOf(t *plan.Topic) []string {
	var out []string
	for _, q := range s.View.Questions {
		if q.Topic == t.ID {
			out = append(out, q.Text)
		}
	}
	return out
}

// travelTime is "06 ngày, từ ngày 30/11/2026 đến ngày 05/12/2026, kể cả thời
// gian đi đường".
func (s Subject) travelTime() string {
	when := s.View.Visit.When
	if !when.From.Valid() {
		return "…"
	}
	if when.From == when.Last() {
		return "01 ngày, " + vietnamese.Weekday(when.From) + " " + vietnamese.RunningRange(when.From, when.From)
	}
	days := vietnamese.Count(when.From.DaysUntil(when.Last())+1) + " ngày, "
	return days + vietnamese.RunningRange(when.From, when.Last()) + ", kể cả thời gian đi đường"
}

// placeList is where the delegation goes: the host with its venue, or each of
// several hosts.
func (s Subject) placeList() []paper.Block {
	if len(s.Hosts) < 2 {
		line := s.destination()
		if venue := s.venues(s.host().ID); venue != "" {
			line += " (" + venue + ")"
		}
		return []paper.Block{s.Style.Item("3. Địa điểm:", sentence(upperFirst(line)))}
	}
	blocks := []paper.Block{s.lead("3. Địa điểm")}
	for i, h := range s.Hosts {
		line := orBlank(h.Path)
		if h.Path == "" {
			line = orBlank(h.Running)
		}
		if venue := s.venues(h.ID); venue != "" {
			line += ": " + venue
		}
		blocks = append(blocks, s.Style.Body(letter(i)+" "+sentence(upperFirst(line))))
	}
	return blocks
}

// venues are where and when the stops of a host are.
func (s Subject) venues(host string) string {
	var out []string
	for _, stop := range s.View.Stops {
		if stop.Locality != host && len(s.Hosts) > 1 {
			continue
		}
		parts := []string{}
		for _, part := range []string{stop.Venue, stop.Address} {
			if part = strings.TrimSpace(part); part != "" {
				parts = append(parts, part)
			}
		}
		if days := vietnamese.RunningRange(stop.When.From, stop.When.Last()); days != "" && len(s.Hosts) > 1 {
			parts = append(parts, days)
		}
		if len(parts) > 0 {
			out = append(out, strings.Join(parts, ", "))
		}
	}
	return strings.Join(out, "; ")
}

func (s Subject) planComposition() string {
	people := s.present(plan.Guest)
	line := numberOf(people, "người")
	if head := s.headOf(plan.Guest); head != nil {
		line += ", do " + strings.TrimSuffix(introduction(head), ", Trưởng đoàn") + headship(head)
	}
	return line + " (có Danh sách kèm theo - Phụ lục I)."
}

// planTransport is what the plan says of vehicles and lodging: no plates and no
// telephone numbers, which stand on internal papers.
func (s Subject) planTransport() string {
	var parts []string
	for _, v := range s.Vehicles {
		if v.Side == plan.Host {
			continue
		}
		part := v.Name
		if v.Seats > 0 {
			part += fmt.Sprintf(" (%d chỗ)", v.Seats)
		}
		parts = append(parts, part)
	}
	line := orBlank(strings.Join(parts, ", "))
	var nights []string
	for _, l := range s.Lodgings {
		nights = append(nights, lodgingLine(l))
	}
	if len(nights) > 0 {
		line += "; nơi nghỉ: " + strings.Join(nights, "; ")
	}
	return sentence(line)
}

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
	case startsWithCode(code):
		return "…"
	}
	return orBlank(code)
}

// startsWithCode says whether a text is a code of a catalogue that this edition
// does not have: no words to print.
func startsWithCode(text string) bool {
	return text != "" && !strings.Contains(text, " ")
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
