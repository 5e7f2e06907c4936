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

// Report is BÁO CÁO kết quả of the guests (domain notes §2.3). What nobody has
// written down yet is left to fill; nothing is claimed that the visit does not
// say. The delegation and the figures are annexes.
func Report(s Subject) paper.Document {
	doc := s.Style.Document("Báo cáo "+s.reportAbout(),
		s.letterhead("BC"),
		s.Style.Title("BÁO CÁO", s.reportAbout()),
		s.reportAddressee(),
		s.reportOpening(),
		s.reportOverview(),
		s.reportResults(),
		s.reportAssessment(),
		s.reportLessons(),
		s.Style.Closed(s.reportProposals()),
		s.signature(s.reportRecipients()),
		s.reportAnnexes(),
	)
	return doc
}

func (s Subject) reportAbout() string {
	if about := s.decided().About; about != "" {
		return about
	}
	return "Kết quả chuyến công tác " + strings.TrimPrefix(strings.TrimPrefix(s.errand(), "đi "), "công tác ")
}

// reportAddressee is there where the report goes to a superior.
func (s Subject) reportAddressee() []paper.Block {
	if s.option("addressed") != "superior" {
		return nil
	}
	return s.Style.Addressees(toFill)
}

func (s Subject) reportRecipients() []string {
	list := []string{"Các cơ quan, đơn vị liên quan", s.fileCopy()}
	if s.option("addressed") == "superior" {
		return append([]string{asAbove}, list...)
	}
	return list
}

func (s Subject) reportOpening() []paper.Block { return s.bodies(s.wording("report.opening")) }

func (s Subject) reportOverview() []paper.Block {
	when := s.View.Visit.When
	time := toFill
	if when.From.Valid() {
		time = vietnamese.RunningRange(when.From, when.Last()) + "."
	}
	blocks := []paper.Block{
		s.Style.Heading1("I. KHÁI QUÁT CHUYẾN CÔNG TÁC"),
		s.lead("1. Thời gian, địa điểm"),
		s.Style.Body("a) Thời gian: " + time),
		s.Style.Body("b) Địa điểm: " + s.placeLine(s.publicItems())),
		s.lead("2. Thành phần"),
		s.Style.Body("a) " + s.delegation() + ": " + s.delegationSize()),
	}
	for i, r := range s.rolls(plan.Host) {
		blocks = append(blocks, s.Style.Body(letter(i+1)+" "+s.rollName(i+1, r)+": "+s.partyLine(r.people)))
	}
	return append(blocks, s.lead("3. Công tác tổ chức"), s.Style.Body(toFill))
}

// delegationSize is how many travelled and who led them; the list is an annex.
func (s Subject) delegationSize() string {
	if len(s.present(plan.Guest)) == 0 {
		return toFill
	}
	return numberOf(s.present(plan.Guest), "đồng chí") + ledBy(s.present(plan.Guest)) + " (có Danh sách kèm theo - " + s.listAnnex() + ")."
}

func (s Subject) reportResults() []paper.Block {
	blocks := []paper.Block{
		s.Style.Heading1("II. NỘI DUNG VÀ KẾT QUẢ"),
		s.lead("1. Làm việc với lãnh đạo " + lowerFirst(s.hostNames(), s.names()...)),
	}
	items := s.workingItems()
	if len(items) == 0 {
		blocks = append(blocks, s.Style.Body(toFill))
	}
	for _, item := range items {
		blocks = append(blocks, s.Style.Body("- "+s.said(item)))
	}
	blocks = append(blocks, s.lead("2. Tham quan thực tế"))
	blocks = append(blocks, s.reportField()...)
	blocks = append(blocks, s.lead("3. Kết quả theo từng chuyên đề"))
	return append(blocks, s.reportTopics()...)
}

// reportField is what was seen in the field.
func (s Subject) reportField() []paper.Block {
	switch {
	case len(s.View.FieldVisits) > 0:
	case s.View.Visit.NoFieldVisit:
		return []paper.Block{s.Style.Body("Không tổ chức tham quan thực tế.")}
	default:
		return []paper.Block{s.Style.Body(toFill)}
	}
	var blocks []paper.Block
	for _, f := range s.View.FieldVisits {
		text := "- " + fieldTitle(f)
		if facts := s.modelFacts(f.Model); facts != "" {
			text += ": " + facts
		}
		blocks = append(blocks, s.Style.Body(text+"."))
	}
	return blocks
}

// modelFacts are the figures of a model in a sentence.
func (s Subject) modelFacts(id string) string {
	m := s.modelByID(id)
	if m == nil {
		return ""
	}
	var facts []string
	add := func(name, value string) {
		if value != "" {
			facts = append(facts, name+" "+value)
		}
	}
	add("chủ mô hình", lowerFirst(m.Holder, s.names()...))
	add("quy mô", m.Scale)
	add("lãi ròng mỗi chu kỳ", dong(m.NetIncome))
	add("số hộ tham gia", counted(m.Households, "hộ"))
	add("số hộ thoát nghèo", counted(m.OutOfPoverty, "hộ"))
	return strings.Join(facts, "; ")
}

func (s Subject) reportTopics() []paper.Block {
	if len(s.View.Topics) == 0 {
		return []paper.Block{s.Style.Body(toFill)}
	}
	var blocks []paper.Block
	for i, t := range s.View.Topics {
		title := s.Style.Body(letter(i) + " " + t.Title)
		title.KeepWithNext = true
		blocks = append(blocks, title)
		said := append(s.textBlocks(t.Findings), s.answered(t.ID)...)
		if t.Decision != "" {
			said = append(said, s.Style.Body(strings.TrimRight("- Hướng vận dụng: "+lowerFirst(s.Catalogue.Decisions.Label(t.Decision, "vi"))+". "+t.Why, " ")))
		}
		if len(said) == 0 {
			said = []paper.Block{s.Style.Body(toFill)}
		}
		blocks = append(blocks, said...)
	}
	return blocks
}

// answered are the answers that were given on a topic.
func (s Subject) answered(topic string) []paper.Block {
	var blocks []paper.Block
	for _, q := range s.View.Questions {
		if q.Topic == topic && q.Answer != "" {
			blocks = append(blocks, s.Style.Body("- "+strings.TrimRight(q.Text, " ")+" Trả lời: "+q.Answer))
		}
	}
	return blocks
}

func (s Subject) reportAssessment() []paper.Block {
	difference := toFill
	if len(s.Figures) > 0 {
		difference = "Số liệu của các địa phương tại " + s.figuresAnnex() + ". " + toFill
	}
	return []paper.Block{
		s.Style.Heading1("III. ĐÁNH GIÁ CHUNG"),
		s.lead("1. Ưu điểm"), s.Style.Body(toFill),
		s.lead("2. Hạn chế, khác biệt giữa các địa phương"), s.Style.Body(difference),
	}
}

func (s Subject) reportLessons() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("IV. BÀI HỌC KINH NGHIỆM")}
	if len(s.View.Lessons) == 0 {
		return append(blocks, s.Style.Body(toFill))
	}
	for i, l := range s.View.Lessons {
		blocks = append(blocks, s.lead(fmt.Sprintf("%d. %s", i+1, l.Title)))
		for _, part := range []struct{ name, text string }{
			{"Cách làm", l.WhatHostDoes},
			{"Căn cứ, minh chứng", l.WhyItWorks},
			{"Điều kiện", l.Conditions},
			{"Khả năng vận dụng", s.Catalogue.Applicability.Label(l.Applicability, "vi")},
		} {
			if part.text != "" {
				blocks = append(blocks, s.Style.Body("- "+part.name+": "+sentence(part.text)))
			}
		}
	}
	return blocks
}

func (s Subject) reportProposals() []paper.Block {
	blocks := []paper.Block{
		s.Style.Heading1("V. ĐỀ XUẤT, KIẾN NGHỊ"),
		s.lead("1. Nhiệm vụ triển khai tại địa phương"),
		s.taskTable(s.tasksOf(plan.Guest), portraitTasks),
		s.lead("2. Kiến nghị cấp trên"), s.Style.Body(toFill),
	}
	if strings.TrimSpace(s.View.Visit.Funding) == "" {
		return blocks
	}
	return append(blocks,
		s.Style.Heading1("VI. KINH PHÍ"),
		s.Style.Body("Nguồn kinh phí: "+sentence(s.fundingSource())),
		s.Style.Body("Tổng kinh phí đã thực hiện: … đồng."),
	)
}

func (s Subject) reportAnnexes() []paper.Block {
	blocks := s.Style.Annex(official.AnnexHeading{
		Label: s.listAnnex(), Title: "DANH SÁCH", About: "Đại biểu tham gia chuyến công tác của " + s.delegation(), Reference: s.reportReference(),
	}, s.Style.Portrait())
	blocks = append(blocks, s.listOfRolls(meetingList, s.bothSides())...)
	if len(s.Figures) == 0 {
		return blocks
	}
	sheet := s.comparisonSheet()
	heading := s.comparisonHeading()
	heading.Label, heading.Reference = s.figuresAnnex(), s.reportReference()
	blocks = append(blocks, s.Style.Annex(heading, sheet)...)
	return append(blocks, s.comparisonBody(sheet.TextWidth())...)
}

// listAnnex is the annex of the delegation; a single one has no number.
func (s Subject) listAnnex() string {
	if len(s.Figures) > 0 {
		return "Phụ lục I"
	}
	return "Phụ lục"
}

func (s Subject) figuresAnnex() string { return "Phụ lục II" }

// reportReference says to which report an annex belongs, with room for what is
// not decided.
func (s Subject) reportReference() string {
	return strings.Replace(s.attachedTo("report"), "Báo cáo kết quả", "Báo cáo", 1)
}

// filledParts puts what is not empty together.
func filledParts(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), separator)
}
