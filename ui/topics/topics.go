// Package topics is the tab Nội dung trao đổi of a visit: the topics with what
// each still lacks, and the questions with their answers.
package topics

import (
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	kinds "nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/records"
	"nhipcau/ui/theme"
)

// NewTab makes the tab.
func NewTab(h *page.Host) page.Page {
	tool := func(visit func() string) fyne.CanvasObject {
		return lists.OfVisit(h, visit, kinds.Topics, kinds.Questions)
	}
	return records.PartsWith(tool,
		records.Part{Word: h.Words.Kinds(plan.KindTopic), Page: newTopics(h)},
		records.Part{Word: h.Words.Kinds(plan.KindQuestion), Page: newQuestions(h)},
	)
}

func newTopics(h *page.Host) page.Page {
	field := func(name string) string { return h.Words.Field(plan.KindTopic, name) }
	return records.New(h, records.Config[*plan.Topic]{
		Kind: plan.KindTopic, Ordered: true,
		Fetch: func(visit string) []*plan.Topic { return desk.Of[*plan.Topic](h.Desk, visit) },
		Make:  func(visit, words string) *plan.Topic { return &plan.Topic{Visit: visit, Title: words} },
		Columns: []kit.Column[*plan.Topic]{
			{ID: "title", Title: field("title"), Grow: true, Width: 260, Text: func(r *plan.Topic) string { return r.Title }},
			{ID: "category", Title: field("category"), Width: 200, Text: func(r *plan.Topic) string {
				return h.Desk.Catalogue().Topics.Label(r.Category, h.Words.Language())
			}},
			{
				ID: "coverage", Title: h.Say("topics.coverage"), Width: 250, Text: func(r *plan.Topic) string { return lacking(h, r) },
				Style: func(r *plan.Topic) kit.CellStyle {
					if coverage(h, r).Complete() {
						return kit.CellStyle{Color: theme.Green}
					}
					return kit.CellStyle{Color: theme.Amber}
				},
			},
			{ID: "decision", Title: field("decision"), Width: 110, Text: func(r *plan.Topic) string {
				return h.Words.Enum(plan.KindTopic, "decision", r.Decision)
			}},
		},
		Form:  func(f *form.Form) fyne.CanvasObject { return topicForm(h, f) },
		Empty: h.Say("topics.topics_empty"), Hint: h.Say("topics.topics_hint"),
	})
}

func coverage(h *page.Host, r *plan.Topic) plan.TopicCoverage {
	view := plan.VisitView{
		Topics: []*plan.Topic{r}, Agenda: desk.Of[*plan.AgendaItem](h.Desk, r.Visit),
		Questions: desk.Of[*plan.Question](h.Desk, r.Visit),
	}
	return plan.Coverage(view)[0]
}

// lacking names what a topic still lacks: a slot, a question, a speaker.
func lacking(h *page.Host, r *plan.Topic) string {
	c := coverage(h, r)
	var words []string
	if !c.Slot() {
		words = append(words, h.Say("topics.no_slot"))
	}
	if !c.Question() {
		words = append(words, h.Say("topics.no_question"))
	}
	if c.Slot() && !c.Speaker {
		words = append(words, h.Say("topics.no_speaker"))
	}
	if len(words) == 0 {
		return h.Say("topics.covered")
	}
	return strings.Join(words, ", ")
}

func topicForm(h *page.Host, f *form.Form) fyne.CanvasObject {
	options := []kit.Choice{{Title: h.Say("records.none")}}
	topics := h.Desk.Catalogue().Topics
	for _, code := range topics.Codes() {
		options = append(options, kit.Choice{ID: code, Title: topics.Label(code, h.Words.Language())})
	}
	return kit.Form(
		f.Area("title", 2), f.SelectOf("category", options), f.Text("owner"), f.Area("findings", 6),
		f.Select("decision", []string{"adopt", "adapt", "drop"}, h.Say("records.none")), f.Area("why", 3),
	)
}

func newQuestions(h *page.Host) page.Page {
	field := func(name string) string { return h.Words.Field(plan.KindQuestion, name) }
	return records.New(h, records.Config[*plan.Question]{
		Kind: plan.KindQuestion, Ordered: true,
		Fetch: func(visit string) []*plan.Question { return desk.Of[*plan.Question](h.Desk, visit) },
		Make: func(visit, words string) *plan.Question {
			return &plan.Question{Visit: visit, Text: words, State: plan.QuestionOpen}
		},
		Columns: []kit.Column[*plan.Question]{
			{ID: "text", Title: field("text"), Grow: true, Width: 300, Text: func(r *plan.Question) string { return r.Text }},
			{ID: "topic", Title: field("topic"), Width: 200, Text: func(r *plan.Question) string { return records.Label[*plan.Topic](h)(r.Topic) }},
			{ID: "asked_by", Title: field("asked_by"), Width: 160, Text: func(r *plan.Question) string { return r.AskedBy }},
			{ID: "state", Title: field("state"), Width: 140, Text: func(r *plan.Question) string {
				return h.Words.Enum(plan.KindQuestion, "state", r.StateNow())
			}},
		},
		Form:  func(f *form.Form) fyne.CanvasObject { return questionForm(h, f) },
		Empty: h.Say("topics.questions_empty"), Hint: h.Say("topics.questions_hint"),
	})
}

func questionForm(h *page.Host, f *form.Form) fyne.CanvasObject {
	return kit.Form(
		f.Area("text", 3), f.Pick("topic", records.Siblings[*plan.Topic](h, f, nil), records.Label[*plan.Topic](h)),
		f.Text("asked_by"), f.Text("addressed_to"), f.Area("answer", 6),
		f.Select("state", []string{plan.QuestionOpen, plan.QuestionAnswered, plan.QuestionLater}, ""),
	)
}
