package papers

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"nhipcau/app/paper"
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
	return s.Style.Document("Kế hoạch "+lowerFirst(about),
		s.letterhead("KH"), s.Style.Title("KẾ HOẠCH", about),
		s.Style.Closed(body), s.signature(s.planRecipients()),
		s.planAnnexes(),
	)
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

// objectiveLine is an objective with what shows that it is reached. A target that
// is a number alone says what is counted: "Số mô hình: 02".
func objectiveLine(o *plan.Objective) string {
	line := strings.TrimRight(o.What, ".; ")
	target, counted := strings.TrimRight(o.Target, ".; "), strings.TrimRight(o.Indicator, ".;: ")
	if target == "" {
		return line
	}
	if n, err := vietnamese.ParseInteger(target); err == nil && n >= 0 && n < 10 {
		target = vietnamese.Count(int(n))
	}
	if counted != "" && !strings.ContainsFunc(target, unicode.IsLetter) {
		return line + "; kết quả cần đạt - " + counted + ": " + target
	}
	return line + "; kết quả cần đạt: " + target
}

// lead is the title of a numbered part, which stays with what follows it.
func (s Subject) lead(title string) paper.Paragraph {
	p := s.Style.Item(title, "")
	p.KeepWithNext = true
	return p
}

// dashes are paragraphs of a list.
func (s Subject) dashes(entries []string) []paper.Block {
	return s.bodies(dashed(entries))
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
	return numberOf(people, "người") + ledBy(people) + " (có Danh sách kèm theo - Phụ lục I)."
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
