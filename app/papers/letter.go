package papers

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

// letterCode is the code of official letters in the catalogue of papers.
const letterCode = "letter"

// Letter is a công văn: the guests' request to be received, or the host's answer
// to it. Its symbol has no kind of paper, and "V/v …" stands below it instead of
// a title (annex I of Nghị định 30/2020, II.3 and II.5).
func Letter(s Subject) paper.Document {
	about, body := s.contactAbout(), s.contactBody
	if s.variant() == "reply" {
		about, body = s.replyAbout(), s.replyBody
	}
	if own := s.decided().About; own != "" {
		about = own
	}
	head := s.head(s.abbreviation(""))
	head.Subject = "V/v " + strings.TrimPrefix(lowerFirst(about, s.names()...), "v/v ")
	var text []paper.Block
	if own := s.decided().Wording; strings.TrimSpace(own) != "" {
		text = s.bodies(s.filled(own))
	} else {
		text = body()
	}
	return s.Style.Document("Công văn "+about,
		s.Style.Header(head), s.Style.Addressees(s.addressees()...), s.Style.Closed(text),
		s.signature([]string{"Như trên", s.fileCopy()}))
}

func (s Subject) bodies(lines []string) []paper.Block {
	out := make([]paper.Block, len(lines))
	for i, line := range lines {
		out[i] = s.Style.Body(line)
	}
	return out
}

// longTitle is from how many characters on a title is too long for the narrow
// column of "V/v …".
const longTitle = 90

func (s Subject) contactAbout() string {
	const begin = "liên hệ, phối hợp tổ chức cho Đoàn công tác đến "
	title := s.View.Visit.Title
	if title == "" || namesDelegation(title) || utf8.RuneCountInString(title) > longTitle || !isErrand(title) {
		return begin + "học tập kinh nghiệm"
	}
	return begin + lowerFirst(title, s.names()...)
}

func (s Subject) replyAbout() string {
	return "tiếp và làm việc với " + s.visitors()
}

func (s Subject) contactBody() []paper.Block {
	blocks := s.bodies(s.wording("letter.contact"))
	n := 0
	item := func(title, text string) {
		n++
		blocks = append(blocks, s.Style.Item(fmt.Sprintf("%d. %s:", n, title), text))
	}
	item("Thời gian", sentence(s.travelTime()))
	item("Thành phần Đoàn", s.guestLine())
	if topics := s.topicTitles(); len(topics) > 0 {
		item("Nội dung làm việc", "")
		blocks = append(blocks, s.dashes(topics)...)
	} else {
		item("Nội dung làm việc", sentence(orBlank(s.View.Visit.Title)))
	}
	if fields := s.fieldTitles(); fields != "" {
		item("Tham quan thực tế", sentence(fields))
	}
	item("Đầu mối liên hệ", sentence(orBlank(s.contactsOf(plan.Guest))))
	return append(blocks, s.bodies(s.wording("letter.contact_close"))...)
}

func (s Subject) replyBody() []paper.Block {
	items := s.hostItems()
	opening := s.wording("letter.reply")
	if len(opening) > 0 {
		opening[0] = s.inReplyTo() + ", " + opening[0]
	}
	blocks := s.bodies(opening)
	var own []*plan.Attendee
	for _, r := range s.rolls(plan.Host) {
		if !s.otherHost(r.party) {
			own = append(own, r.people...)
		}
	}
	n := 0
	item := func(title, text string) {
		n++
		blocks = append(blocks, s.Style.Item(fmt.Sprintf("%d. %s:", n, title), text))
	}
	item("Thời gian", sentence(s.timeLine(items)))
	item("Địa điểm", sentence(s.meetingPlace(items)))
	item("Thành phần tiếp và làm việc", strings.TrimSuffix(s.partyLine(own), " (có danh sách kèm theo).")+trailingList(own))
	if topics := s.topicTitles(); len(topics) > 0 {
		item("Nội dung làm việc", "")
		blocks = append(blocks, s.dashes(topics)...)
	}
	item("Đầu mối liên hệ", sentence(orBlank(s.contactsOf(plan.Host))))
	return slices.Concat(blocks, s.bodies(s.wording("letter.reply_close")), s.remarks())
}

// trailingList says that a long composition comes as a list.
func trailingList(people []*plan.Attendee) string {
	if len(people) < manyPeople {
		return ""
	}
	return " (có danh sách kèm theo)."
}

// inReplyTo names the letter that is answered, with what is known of it.
func (s Subject) inReplyTo() string {
	asked := plan.Paper{}
	for _, p := range s.View.Papers {
		if p.PaperKind == letterCode && p.Variant == "" {
			asked = *p
		}
	}
	symbol := orElse(asked.Symbol, s.Style.Symbol(s.abbreviation(""), "UBND"))
	if s.Style.Party && asked.Symbol == "" {
		symbol = s.Style.Symbol(s.abbreviation(""), s.Guest.committeeSymbol())
	}
	year, month, day := asked.Date.Year(), asked.Date.Month(), asked.Date.Day()
	if !asked.Date.Valid() {
		year, month, day = 0, 0, 0
	}
	of := official.Reference{
		Paper: "Công văn", Number: asked.Number, Symbol: symbol, Day: day, Month: month, Year: year, Issuer: s.body(s.Guest),
	}
	return "Phúc đáp " + s.Style.Cited(of) + " về việc " + lowerFirst(orElse(asked.About, s.contactAbout()), s.names()...)
}

func (s Subject) guestLine() string {
	people := s.present(plan.Guest)
	if len(people) > 0 && len(people) < manyPeople {
		return introductions(people) + "."
	}
	return s.partyLine(people)
}

func (s Subject) topicTitles() []string {
	var out []string
	for _, t := range s.View.Topics {
		out = append(out, t.Title)
	}
	return out
}

// fieldTitles are the field stops that the guests ask for.
func (s Subject) fieldTitles() string {
	var out []string
	for _, f := range s.View.FieldVisits {
		title := f.Title
		if f.Place != "" && !strings.Contains(title, f.Place) {
			title += " (" + f.Place + ")"
		}
		if !slices.Contains(out, title) {
			out = append(out, title)
		}
	}
	return strings.Join(out, "; ")
}

// contactsOf are those of a side who are there to be called.
func (s Subject) contactsOf(side plan.Side) string {
	var out []string
	for _, a := range s.present(side) {
		if a.Contact {
			out = append(out, withPhone(introduction(a), a.Phone))
		}
	}
	return strings.Join(out, "; ")
}

// Thanks is THƯ CẢM ƠN of the guests to their hosts.
func Thanks(s Subject) paper.Document {
	head := s.head("")
	head.Number = ""
	return s.Style.Document("Thư cảm ơn",
		s.Style.Header(head), s.Style.Title("THƯ CẢM ƠN", s.decided().About), s.Style.Addressees(s.addressees()...),
		s.bodies(s.paragraphs("thanks")), s.signature(nil))
}
