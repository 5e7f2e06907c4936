package papers

import (
	"fmt"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/plan"
)

// answerLines is how many lines there are to write an answer on.
const answerLines = 4

// QuestionSheet is PHIẾU CÂU HỎI: the topics, and the questions with lines to
// write the answers on. Both stand in the order of the pages on which they are
// typed in, so that answers are typed from the sheet one after the other.
func QuestionSheet(s Subject) paper.Document {
	doc := s.Style.Document("Phiếu câu hỏi",
		s.sheetHead(),
		s.Style.Title(s.kindHeading("PHIẾU CÂU HỎI"), s.questionsAbout()),
		s.topicsAsked(),
		s.questionList(),
	)
	return doc
}

func (s Subject) questionsAbout() string {
	if about := s.decided().About; about != "" {
		return about
	}
	about := s.delegation()
	if len(s.Hosts) > 0 {
		about += "\ntrao đổi với " + lowerFirst(s.hostNames(), s.names()...)
	}
	return about
}

// topicNumbers number the topics in their order.
func (s Subject) topicNumbers() map[string]int {
	out := map[string]int{}
	for i, t := range s.View.Topics {
		out[t.ID] = i + 1
	}
	return out
}

func (s Subject) topicsAsked() []paper.Block {
	out := []paper.Block{s.Style.Heading1("I. NỘI DUNG TRAO ĐỔI")}
	for i, t := range s.View.Topics {
		text := fmt.Sprintf("%d. %s", i+1, t.Title)
		if t.Owner != "" {
			text += " (" + t.Owner + ")"
		}
		out = append(out, s.Style.Item("", strings.TrimRight(text, ".;")+"."))
	}
	if len(s.View.Topics) == 0 {
		out = append(out, s.lines(answerLines)...)
	}
	return out
}

// questionList groups questions under their topics where they stand together
// anyway; else each says to which topic it belongs, and the order is kept.
func (s Subject) questionList() []paper.Block {
	out := []paper.Block{s.Style.Heading1("II. CÂU HỎI VÀ NỘI DUNG TRẢ LỜI")}
	numbers, grouped := s.topicNumbers(), s.grouped()
	topic := "-"
	for i, q := range s.View.Questions {
		if grouped && q.Topic != topic {
			topic = q.Topic
			out = append(out, s.topicHeading(topic))
		}
		title := fmt.Sprintf("Câu %d.", i+1)
		if n := numbers[q.Topic]; n > 0 && !grouped {
			title = fmt.Sprintf("Câu %d (nội dung %d).", i+1, n)
		}
		out = append(out, s.question(title, q)...)
	}
	return append(out, s.unasked()...)
}

// unasked leaves room under each topic for which there is no question yet.
func (s Subject) unasked() []paper.Block {
	asked := map[string]bool{}
	for _, q := range s.View.Questions {
		asked[q.Topic] = true
	}
	var out []paper.Block
	for _, t := range s.View.Topics {
		if !asked[t.ID] {
			out = append(out, s.topicHeading(t.ID))
			out = append(out, s.lines(answerLines)...)
		}
	}
	if len(out)+len(s.View.Questions) == 0 {
		out = s.lines(2 * answerLines)
	}
	return out
}

// grouped says whether the questions of each topic stand together.
func (s Subject) grouped() bool {
	done, last := map[string]bool{}, ""
	for i, q := range s.View.Questions {
		if i > 0 && q.Topic == last {
			continue
		}
		if done[q.Topic] {
			return false
		}
		done[q.Topic], last = true, q.Topic
	}
	return true
}

func (s Subject) topicHeading(topic string) paper.Paragraph {
	text := "Câu hỏi khác"
	for i, t := range s.View.Topics {
		if t.ID == topic {
			text = fmt.Sprintf("Nội dung %d: %s", i+1, t.Title)
		}
	}
	p := s.Style.Heading1(text)
	p.Outline = 2
	return p
}

// question is a question, who asks whom, and its answer or lines for one.
func (s Subject) question(title string, q *plan.Question) []paper.Block {
	p := s.Style.Item(title, q.Text)
	p.KeepWithNext = true
	out := []paper.Block{p}
	var who []string
	if q.AskedBy != "" {
		who = append(who, "Đơn vị hỏi: "+q.AskedBy)
	}
	if q.AddressedTo != "" {
		who = append(who, "đơn vị trả lời: "+q.AddressedTo)
	}
	if len(who) > 0 {
		w := s.Style.Ground(upperFirst(strings.Join(who, "; ")) + ".")
		w.KeepWithNext = true
		out = append(out, w)
	}
	if strings.TrimSpace(q.Answer) != "" {
		return append(out, s.Style.Item("Trả lời:", q.Answer))
	}
	if q.State == plan.QuestionLater {
		later := s.Style.Ground("(Trả lời bằng văn bản sau)")
		later.KeepWithNext = true
		out = append(out, later)
	}
	return append(out, s.lines(answerLines)...)
}

// lines are lines to write on, which stay together as far as four of them go.
func (s Subject) lines(n int) []paper.Block {
	const distance = 22 // points from line to line, for writing by hand
	var out []paper.Block
	for range n {
		out = append(out, paper.Rule{Length: s.Style.Portrait().TextWidth(), Before: distance, Stroke: 0.1})
	}
	return append(out, paper.Space{Height: 4})
}
