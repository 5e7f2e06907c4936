// Package followups shows what is to be done after a visit and what was
// learned: the tab Nhiệm vụ of a visit, and the page of all tasks. It must not
// know how a due state is worked out.
package followups

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	kinds "nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/records"
	"nhipcau/ui/theme"
)

// NewTab makes the tab of a visit: its tasks and its lessons.
func NewTab(h *page.Host) page.Page {
	tool := func(visit func() string) fyne.CanvasObject {
		return lists.OfVisit(h, visit, kinds.FollowUps, kinds.Lessons)
	}
	return records.PartsWith(tool,
		records.Part{Word: h.Say("followups.tasks"), Page: newTasks(h)},
		records.Part{Word: h.Say("followups.lessons"), Page: newLessons(h)},
	)
}

func newTasks(h *page.Host) page.Page {
	return records.New(h, records.Config[*plan.FollowUp]{
		Kind: plan.KindFollowUp, Ordered: true,
		Fetch: func(visit string) []*plan.FollowUp { return desk.Of[*plan.FollowUp](h.Desk, visit) },
		Make: func(visit, words string) *plan.FollowUp {
			return &plan.FollowUp{Visit: visit, Action: words, State: plan.FollowUpTodo}
		},
		Columns: taskColumns(h), Form: func(f *form.Form) fyne.CanvasObject { return taskForm(h, f) },
		Empty: h.Say("followups.tasks_empty"), Hint: h.Say("followups.tasks_hint"),
	})
}

func taskColumns(h *page.Host) []kit.Column[*plan.FollowUp] {
	field := func(name string) string { return h.Words.Field(plan.KindFollowUp, name) }
	return []kit.Column[*plan.FollowUp]{
		{ID: "action", Title: field("action"), Grow: true, Width: 260, Text: func(r *plan.FollowUp) string { return r.Action }},
		{ID: "lead", Title: field("lead"), Width: 180, Text: func(r *plan.FollowUp) string { return r.Lead }},
		{ID: "due", Title: field("due"), Width: 132, Text: func(r *plan.FollowUp) string { return vietnamese.FormatDate(r.Due) }},
		{
			ID: "state", Title: field("state"), Width: 150, Text: func(r *plan.FollowUp) string { return dueWords(h, r) },
			Style: func(r *plan.FollowUp) kit.CellStyle { return dueStyle(r.DueOn(h.Today())) },
		},
	}
}

// dueWords says in words how a task stands today: a colour is never the only
// sign.
func dueWords(h *page.Host, r *plan.FollowUp) string {
	due := r.DueOn(h.Today())
	return h.Say(due.Key(), "Count", due.Days, "Days", due.Days)
}

func dueStyle(due plan.Due) kit.CellStyle {
	switch due.State {
	case plan.DueOverdue:
		return kit.CellStyle{Bold: true, Color: theme.Red}
	case plan.DueSoon, plan.DueToday:
		return kit.CellStyle{Color: theme.Amber}
	case plan.DueDone:
		return kit.CellStyle{Color: theme.Green}
	}
	return kit.CellStyle{Color: theme.Text2}
}

func taskForm(h *page.Host, f *form.Form) fyne.CanvasObject {
	states := []string{plan.FollowUpTodo, plan.FollowUpDoing, plan.FollowUpDone, plan.FollowUpDropped}
	return kit.Form(
		f.Area("action", 3), f.Text("lead"), f.Text("with"),
		f.Date("due"), f.Select("state", states, ""),
		f.Text("product"), f.Date("done_on"),
		f.Pick("topic", records.Siblings[*plan.Topic](h, f, nil), records.Label[*plan.Topic](h)),
		f.Select("side", []string{string(plan.Guest), string(plan.Host)}, h.Say("records.none")),
		newProgress(h, f).object(),
	)
}

func newLessons(h *page.Host) page.Page {
	field := func(name string) string { return h.Words.Field(plan.KindLesson, name) }
	return records.New(h, records.Config[*plan.Lesson]{
		Kind: plan.KindLesson, Ordered: true,
		Fetch: func(visit string) []*plan.Lesson { return desk.Of[*plan.Lesson](h.Desk, visit) },
		Make: func(visit, words string) *plan.Lesson {
			return &plan.Lesson{Visit: visit, Title: words}
		},
		Columns: []kit.Column[*plan.Lesson]{
			{ID: "title", Title: field("title"), Grow: true, Width: 320, Text: func(r *plan.Lesson) string { return r.Title }},
			{ID: "applicability", Title: field("applicability"), Width: 160, Text: func(r *plan.Lesson) string {
				return h.Words.Enum(plan.KindLesson, "applicability", r.Applicability)
			}},
		},
		Form: func(f *form.Form) fyne.CanvasObject {
			return kit.Form(
				f.Area("title", 2), f.Area("what_host_does", 4), f.Area("why_it_works", 3), f.Area("conditions", 3),
				f.Select("applicability", []string{"now", "conditional", "unsuitable"}, h.Say("records.none")),
				f.Pick("topic", records.Siblings[*plan.Topic](h, f, nil), records.Label[*plan.Topic](h)),
			)
		},
		Empty: h.Say("followups.lessons_empty"), Hint: h.Say("followups.lessons_hint"),
	})
}
