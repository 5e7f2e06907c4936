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
	if own := withoutRegarding(s.decided().About); own != "" {
		about = own
	}
	head := s.head(s.abbreviation(""))
	head.Subject = "V/v " + lowerFirst(about, s.names()...)
	var text []paper.Block
	if own := s.decided().Wording; strings.TrimSpace(own) != "" {
		text = s.bodies(s.filled(own))
	} else {
		text = body()
	}
	return s.Style.Document("Công văn "+about,
		s.Style.Header(head), s.Style.Addressees(s.addressees()...), s.Style.Closed(text),
		s.signature([]string{asAbove, s.fileCopy()}), s.contactList())
}

// contactList is the list of the delegation that the letter of the guests speaks
// of, as its annex: nothing where the office has written a letter of its own, or
// the letter names everybody itself.
func (s Subject) contactList() []paper.Block {
	rolls := s.rolls(plan.Guest)
	if s.variant() == "reply" || strings.TrimSpace(s.decided().Wording) != "" || len(s.present(plan.Guest)) < manyPeople {
		return nil
	}
	heading := official.AnnexHeading{Title: "DANH SÁCH", About: "Thành viên " + s.travelAbout(), Reference: s.attachedTo(letterCode)}
	return append(s.Style.Annex(heading, nil), s.listOfRolls(standardList, rolls)...)
}

// withoutRegarding is a subject without the words with which a letter begins it
// anyway.
func withoutRegarding(about string) string {
	about = strings.TrimSpace(about)
	for _, start := range []string{"V/v", "Về việc"} {
		n := len(start)
		if len(about) >= n && strings.EqualFold(about[:n], start) {
			return strings.TrimLeft(about[n:], " :")
		}
	}
	return about
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
	if s.theme() == "" || utf8.RuneCountInString(title) > longTitle || !isErrand(title) {
		return begin + "học tập kinh nghiệm"
	}
	return begin + s.theme()
}

func (s Subject) replyAbout() string {
	return "tiếp và làm việc với " + s.visitors()
}

func (s Subject) contactBody() []paper.Block {
	blocks := s.bodies(s.wording("letter.contact"))
	n := 0
	item := func(title, text string) {
		n++
		p := s.Style.Item(fmt.Sprintf("%d. %s:", n, title), text)
		p.KeepWithNext = text == ""
		blocks = append(blocks, p)
	}
	item("Thời gian", sentence(s.travelTime()))
	item("Thành phần Đoàn", s.partyLine(s.present(plan.Guest)))
	if topics := s.topicTitles(); len(topics) > 0 {
		item("Nội dung làm việc", "")
		blocks = append(blocks, s.dashes(topics)...)
	} else {
		item("Nội dung làm việc", sentence(orBlank(s.View.Visit.Title)))
	}
	if fields := s.fieldStops(); len(fields) > 0 {
		item("Tham quan thực tế", sentence(strings.Join(fields, "; ")))
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
		p := s.Style.Item(fmt.Sprintf("%d. %s:", n, title), text)
		p.KeepWithNext = text == ""
		blocks = append(blocks, p)
	}
	item("Thời gian", sentence(s.timeLine(items, s.hostDays())))
	item("Địa điểm", sentence(s.meetingPlace(items)))
	item("Thành phần tiếp và làm việc", s.partyLine(own))
	if topics := s.topicTitles(); len(topics) > 0 {
		item("Nội dung làm việc", "")
		blocks = append(blocks, s.dashes(topics)...)
	}
	item("Đầu mối liên hệ", sentence(orBlank(s.contactsOf(plan.Host))))
	return slices.Concat(blocks, s.bodies(s.wording("letter.reply_close")), s.remarks())
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
	return "Phúc đáp " + s.Style.Cited(of) + " về việc " + lowerFirst(orElse(withoutRegarding(asked.About), s.contactAbout()), s.names()...)
}

func (s Subject) topicTitles() []string {
	var out []string
	for _, t := range s.View.Topics {
		out = append(out, t.Title)
	}
	return out
}

// fieldStops are the field stops with where they are, in their order, each once.
func (s Subject) fieldStops() []string {
	var out []string
	for _, f := range s.View.FieldVisits {
		if title := fieldTitle(f); !slices.Contains(out, title) {
			out = append(out, title)
		}
	}
	return out
}

// fieldTitle is a field stop with where it is.
func fieldTitle(f *plan.FieldVisit) string {
	if f.Place == "" || strings.Contains(f.Title, f.Place) {
		return f.Title
	}
	return f.Title + " (" + f.Place + ")"
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
