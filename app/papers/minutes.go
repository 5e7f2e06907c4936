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

// Minutes is BIÊN BẢN làm việc after form 1.9 of the decree: no line of place
// and date, the secretary's signature on the left, the chair's on the right. What
// is known is filled in; what only who was there can know stays blank.
func Minutes(s Subject) paper.Document {
	doc := s.Style.Document("Biên bản "+s.minutesAbout(),
		s.minutesHead(),
		s.Style.Title("BIÊN BẢN", s.minutesAbout()),
		s.minutesFacts(),
		s.minutesCourse(),
		s.minutesTopics(),
		s.Style.Closed(s.minutesEnd()),
		s.Style.TwoSignatures(
			official.Pair{Authority: "THƯ KÝ", Signer: nameOf(s.secretary())},
			official.Pair{Authority: "CHỦ TỌA", Signer: nameOf(s.headOf(plan.Host))},
		),
		s.Style.Recipients(s.minutesRecipients()...),
	)
	return doc
}

// minutesHead is the letterhead without place and date.
func (s Subject) minutesHead() []paper.Block {
	head := s.head("BB")
	head.Date = ""
	return s.Style.Header(head)
}

func (s Subject) minutesAbout() string {
	if about := s.decided().About; about != "" {
		return about
	}
	about := "Làm việc giữa " + s.delegation() + " và " + lowerFirst(s.hostNames(), s.names()...)
	if title := s.View.Visit.Title; title != "" && !namesDelegation(title) {
		about += "\nvề " + lowerFirst(title, s.names()...)
	}
	return about
}

func (s Subject) minutesFacts() []paper.Block {
	blocks := []paper.Block{
		s.fact("Thời gian bắt đầu", s.startLine()),
		s.fact("Địa điểm", s.placeLine(s.workingItems())),
		s.fact("Thành phần tham dự", ""),
	}
	for i, r := range slices.Concat(s.rolls(plan.Guest), s.rolls(plan.Host)) {
		present := toFill
		if len(r.people) > 0 {
			present = introductions(r.people) + "."
		}
		blocks = append(blocks, s.Style.Body(fmt.Sprintf("%d. %s: %s", i+1, s.rollName(i, r), present)))
	}
	return append(blocks,
		s.fact("Chủ trì (chủ tọa)", orBlank(introductionOf(s.headOf(plan.Host)))),
		s.fact("Thư ký (người ghi biên bản)", orBlank(introductionOf(s.secretary()))),
	)
}

// fact is a line of the form, its name in bold.
func (s Subject) fact(name, text string) paper.Paragraph {
	p := s.Style.Item(name+":", text)
	p.KeepWithNext = text == ""
	return p
}

// startLine is the planned start of the talks. Times that are examples are no
// fact, and are left to fill as the time of the end is.
func (s Subject) startLine() string {
	items := s.workingItems()
	first := firstTimed(items)
	if first == nil {
		return "… giờ …, " + s.dayLine() + "."
	}
	day := vietnamese.DocumentDate(first.When.Day)
	if s.View.Visit.TimesIllustrative {
		return "… giờ …, " + day + "."
	}
	return vietnamese.LongClock(first.When.Start) + ", " + day + "."
}

func (s Subject) dayLine() string {
	if day := vietnamese.DocumentDate(s.View.Visit.When.Last()); day != "" {
		return day
	}
	return "ngày … tháng … năm …"
}

// minutesCourse is who spoke about what, in the order of the programme.
func (s Subject) minutesCourse() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("I. DIỄN BIẾN")}
	items := s.workingItems()
	if len(items) == 0 {
		return append(blocks, s.Style.Body(toFill))
	}
	severalDays := len(plan.Days(items)) > 1
	for i, item := range items {
		if day := item.When.Day; severalDays && (i == 0 || day != items[i-1].When.Day) {
			heading := s.Style.Item(dayHeading(day), "")
			heading.KeepWithNext = true
			blocks = append(blocks, heading)
		}
		blocks = append(blocks, s.Style.Body(fmt.Sprintf("%d. %s", i+1, s.said(item))))
	}
	return blocks
}

// said is one item with who spoke, without the posts, which stand among those
// present.
func (s Subject) said(item *plan.AgendaItem) string {
	var who []string
	for line := range strings.SplitSeq(s.speakers(item), "\n") {
		name, _, _ := strings.Cut(strings.TrimSuffix(line, ";"), " - ")
		who = append(who, name)
	}
	return strings.TrimRight(item.Title, ". ") + inBrackets(strings.Join(who, "; ")) + "."
}

// minutesTopics is what came of every topic.
func (s Subject) minutesTopics() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("II. NỘI DUNG TRAO ĐỔI")}
	if len(s.View.Topics) == 0 {
		return append(blocks, s.Style.Body(toFill))
	}
	for i, t := range s.View.Topics {
		title := s.Style.Item(fmt.Sprintf("%d. %s", i+1, t.Title), "")
		title.KeepWithNext = true
		blocks = append(blocks, title)
		blocks = append(blocks, s.textBlocks(t.Findings)...)
		answers := s.answers(t.ID)
		blocks = append(blocks, answers...)
		if t.Findings == "" && len(answers) == 0 {
			blocks = append(blocks, s.Style.Body(toFill))
		}
	}
	if rest := s.answers(""); len(rest) > 0 {
		title := s.Style.Item(fmt.Sprintf("%d. Nội dung khác", len(s.View.Topics)+1), "")
		title.KeepWithNext = true
		blocks = append(append(blocks, title), rest...)
	}
	return blocks
}

// textBlocks is a text with a paragraph for each of its lines.
func (s Subject) textBlocks(text string) []paper.Block {
	var blocks []paper.Block
	for _, line := range textLines(text) {
		blocks = append(blocks, s.Style.Body(line))
	}
	return blocks
}

// answers are the questions of a topic with what was answered.
func (s Subject) answers(topic string) []paper.Block {
	var blocks []paper.Block
	for _, q := range s.View.Questions {
		if q.Topic != topic && (topic != "" || s.hasTopic(q.Topic)) {
			continue
		}
		asked := s.Style.Item("- Hỏi"+inBrackets(q.AskedBy)+":", q.Text)
		asked.KeepWithNext = true
		answer := q.Answer
		if answer == "" && q.State == plan.QuestionLater {
			answer = "sẽ trả lời bằng văn bản sau."
		}
		blocks = append(blocks, asked, s.Style.Item("Trả lời"+inBrackets(q.AddressedTo)+":", orBlank(answer)))
	}
	return blocks
}

func (s Subject) hasTopic(id string) bool {
	return slices.ContainsFunc(s.View.Topics, func(t *plan.Topic) bool { return t.ID == id })
}

func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// minutesEnd is what was agreed, and the end of the meeting.
func (s Subject) minutesEnd() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("III. KẾT LUẬN")}
	conclusions := s.conclusions()
	if len(conclusions) == 0 {
		blocks = append(blocks, s.Style.Body(toFill))
	}
	for _, text := range conclusions {
		blocks = append(blocks, s.Style.Body("- "+text))
	}
	return append(blocks, s.Style.Body("Buổi làm việc kết thúc vào … giờ …, "+s.dayLine()))
}

// conclusions are the tasks that followed, with who does them and until when.
func (s Subject) conclusions() []string {
	var out []string
	for _, f := range s.View.FollowUps {
		text := strings.TrimRight(f.Action, ".; ")
		if f.Lead != "" {
			text += "; chủ trì: " + f.Lead
		}
		if f.With != "" {
			text += "; phối hợp: " + f.With
		}
		if f.Due.Valid() {
			text += "; thời hạn: " + vietnamese.RunningDate(f.Due)
		}
		out = append(out, text+".")
	}
	return out
}

func (s Subject) minutesRecipients() []string {
	if list := s.decided().Recipients; len(list) > 0 {
		return list
	}
	list := []string{s.delegation()}
	for _, h := range s.Hosts {
		list = append(list, s.body(h))
	}
	return append(list, s.fileCopy()+", hồ sơ")
}

// secretary is the one of the side that issues the paper, else of the other.
func (s Subject) secretary() *plan.Attendee {
	for _, side := range []plan.Side{s.Side, plan.Guest, plan.Host} {
		for _, a := range s.present(side) {
			if a.Role == plan.AttendeeSecretary {
				return a
			}
		}
	}
	return nil
}

func introductionOf(a *plan.Attendee) string {
	if a == nil {
		return ""
	}
	return upperFirst(introduction(a)) + "."
}

func nameOf(a *plan.Attendee) string {
	if a == nil {
		return ""
	}
	return a.Name
}
