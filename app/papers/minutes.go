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
		s.Style.Recipients(s.recipients(s.minutesRecipients())...),
		s.minutesList(),
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
	if theme := s.theme(); theme != "" {
		about += "\nvề " + theme
	}
	return about
}

func (s Subject) minutesFacts() []paper.Block {
	blocks := []paper.Block{
		s.Style.Item("Thời gian bắt đầu:", s.startLine()),
		s.Style.Item("Địa điểm:", s.placeLine(s.workingItems())),
		s.lead("Thành phần tham dự:"),
	}
	for i, r := range s.bothSides() {
		blocks = append(blocks, s.attended(i, r)...)
	}
	return append(blocks,
		s.Style.Item("Chủ trì (chủ tọa):", orBlank(introductionOf(s.headOf(plan.Host)))),
		s.Style.Item("Thư ký (người ghi biên bản):", orBlank(introductionOf(s.secretary()))),
	)
}

// mostNamed is of how many a delegation is at most all of whom are named; of a
// larger one the leaders are, and the others are on a list.
const mostNamed = 10

// attended are those of a delegation who were there, each on a line.
func (s Subject) attended(i int, r roll) []paper.Block {
	title := fmt.Sprintf("%d. %s:", i+1, s.rollName(i, r))
	if len(r.people) == 0 {
		return []paper.Block{s.Style.Body(title + " " + toFill)}
	}
	head := s.Style.Body(title)
	head.KeepWithNext = true
	var more []string
	leaders, others := s.leadersOf(r)
	if len(others) > 0 {
		more = []string{"Cùng " + numberOf(others, "đồng chí") + " (có danh sách kèm theo)"}
	}
	return append([]paper.Block{head}, s.eachNamed(leaders, more...)...)
}

// leadersOf are those of a delegation whom minutes name, and the others: none
// where it is small.
func (s Subject) leadersOf(r roll) (leaders, others []*plan.Attendee) {
	if len(r.people) <= mostNamed {
		return r.people, nil
	}
	for _, a := range r.people {
		if a.IsHead() || !a.Group && s.rank(a) < r.party.base()+leaderOffset {
			leaders = append(leaders, a)
		} else {
			others = append(others, a)
		}
	}
	return leaders, others
}

// minutesList is the annex with all who were there, where the minutes do not name
// them.
func (s Subject) minutesList() []paper.Block {
	rolls := s.bothSides()
	if !slices.ContainsFunc(rolls, func(r roll) bool { _, others := s.leadersOf(r); return len(others) > 0 }) {
		return nil
	}
	heading := official.AnnexHeading{
		Label: "Phụ lục", Title: "DANH SÁCH", About: "Đại biểu dự " + lowerFirst(s.meetingName()), Reference: s.attachedTo("minutes"),
	}
	return append(s.Style.Annex(heading, nil), s.listOfRolls(meetingList, rolls)...)
}

// startLine is the planned start of the talks. Times that are examples are no
// fact, and are left to fill as the time of the end is.
func (s Subject) startLine() string {
	items := s.workingItems()
	clock := "… giờ …"
	if first := firstTimed(items); first != nil && !s.View.Visit.TimesIllustrative {
		clock = vietnamese.LongClock(first.When.Start)
	}
	return clock + ", " + s.dayLine(items) + "."
}

// dayLine is the day of the first of the items that has one; without any, that of
// a visit of one day. What nobody knows is left to fill.
func (s Subject) dayLine(items []*plan.AgendaItem) string {
	when := s.View.Visit.When
	for _, item := range items {
		if item.When.Day.Valid() {
			return vietnamese.DocumentDate(item.When.Day)
		}
	}
	if when.From.Valid() && when.From == when.Last() {
		return vietnamese.DocumentDate(when.From)
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
			blocks = append(blocks, s.lead(dayHeading(day)))
		}
		blocks = append(blocks, s.Style.Body(fmt.Sprintf("%d. %s", i+1, s.said(item))))
	}
	return blocks
}

// said is one item with who spoke, without the posts, which stand among those
// present.
func (s Subject) said(item *plan.AgendaItem) string {
	who := s.speakerNames(speaking(item), calledName)
	return strings.TrimRight(item.Title, ". ") + inBrackets(strings.Join(who, "; ")) + "."
}

// minutesTopics is what came of every topic.
func (s Subject) minutesTopics() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("II. NỘI DUNG TRAO ĐỔI")}
	if len(s.View.Topics) == 0 {
		return append(blocks, s.Style.Body(toFill))
	}
	for i, t := range s.View.Topics {
		blocks = append(blocks, s.lead(fmt.Sprintf("%d. %s", i+1, t.Title)))
		blocks = append(blocks, s.textBlocks(t.Findings)...)
		answers := s.answers(t.ID)
		blocks = append(blocks, answers...)
		if t.Findings == "" && len(answers) == 0 {
			blocks = append(blocks, s.Style.Body(toFill))
		}
	}
	if rest := s.answers(""); len(rest) > 0 {
		title := s.lead(fmt.Sprintf("%d. Nội dung khác", len(s.View.Topics)+1))
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
	for _, side := range s.taskSides() {
		if lines := conclusions(side.tasks); len(lines) > 0 {
			blocks = append(append(blocks, s.lead(side.name+":")), s.dashes(lines)...)
		}
	}
	if len(blocks) == 1 {
		blocks = append(blocks, s.Style.Body(toFill))
	}
	items := slices.Clone(s.workingItems())
	slices.Reverse(items)
	return append(blocks, s.Style.Body("Buổi làm việc kết thúc vào … giờ …, "+s.dayLine(items)))
}

// conclusions are tasks with who does them and until when, without those that
// were dropped.
func conclusions(tasks []*plan.FollowUp) []string {
	var out []string
	for _, f := range tasks {
		if f.State == plan.FollowUpDropped {
			continue
		}
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
		out = append(out, text)
	}
	return out
}

func (s Subject) minutesRecipients() []string {
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
