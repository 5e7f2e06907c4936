package papers

import (
	"fmt"
	"strconv"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// FollowUps is the list of tasks after the visit or, in the variants of months,
// how they stand so long after it.
func FollowUps(s Subject) paper.Document {
	if n := monthsAfter(s.variant()); n > 0 {
		return s.taskState(n)
	}
	return s.taskList()
}

// monthsAfter is how many months after the visit a form tells of; 0 where it
// tells of no such time.
func monthsAfter(variant string) int {
	months, _ := strings.CutPrefix(variant, "month_")
	n, err := strconv.Atoi(months)
	if err != nil {
		return 0
	}
	return n
}

// Premature says whether a form tells of a time that is yet to come, so that a
// dossier of today does without it.
func Premature(s Subject, variant string) bool {
	n := monthsAfter(variant)
	return n > 0 && s.Today < s.View.Visit.When.Last().AddMonths(n)
}

func (s Subject) taskSheet(title, about string, body []paper.Block) paper.Document {
	doc := s.Style.Document(title+": "+about, s.Style.Title(title, about), body)
	doc.Page = *s.Style.Landscape()
	return doc
}

func (s Subject) taskList() paper.Document {
	body := []paper.Block{centredItalic(s.Style, s.reportReference())}
	body = append(body, s.bySide(func(tasks []*plan.FollowUp) paper.Block { return s.taskTable(tasks, landscapeTasks) })...)
	return s.taskSheet("DANH MỤC NHIỆM VỤ", "Sau chuyến công tác của "+s.delegation()+s.tripDays(), body)
}

// bySide has a table of tasks for each side, the guests' always, and names the
// sides where both have some.
func (s Subject) bySide(table func([]*plan.FollowUp) paper.Block) []paper.Block {
	sides := s.taskSides()
	if len(sides[1].tasks) == 0 {
		return []paper.Block{table(sides[0].tasks)}
	}
	var out []paper.Block
	for _, side := range sides {
		out = append(out, s.lead(side.name), table(side.tasks))
	}
	return out
}

// tripDays is when the visit was, in brackets.
func (s Subject) tripDays() string {
	when := s.View.Visit.When
	return inBrackets(vietnamese.RunningRange(when.From, when.Last()))
}

func centredItalic(style official.Style, text string) paper.Paragraph {
	return paper.Paragraph{
		Runs: []paper.Run{{Text: text, Italic: true, Size: style.ReferenceSize}}, Align: paper.Center, After: style.After,
	}
}

// taskSide are the tasks of one side under its name.
type taskSide struct {
	name  string
	tasks []*plan.FollowUp
}

// taskSides are the guests' tasks and the hosts'.
func (s Subject) taskSides() [2]taskSide {
	return [2]taskSide{{s.delegation(), s.tasksOf(plan.Guest)}, {s.hostNames(), s.tasksOf(plan.Host)}}
}

// tasksOf lists the tasks of a side; one that names no side is the guests'.
func (s Subject) tasksOf(side plan.Side) []*plan.FollowUp {
	var out []*plan.FollowUp
	for _, f := range s.View.FollowUps {
		if f.Side == side || f.Side == "" && side == plan.Guest {
			out = append(out, f)
		}
	}
	return out
}

// taskWidths are the widths of the columns of a table of tasks in millimetres;
// what they leave is the task's.
type taskWidths struct{ lead, with, due, product, state float64 }

var (
	portraitTasks  = taskWidths{lead: 25, with: 25, due: 25, product: 21, state: 21}
	landscapeTasks = taskWidths{lead: 38, with: 42, due: 26, product: 34, state: 28}
)

// blankTasks are how many rows are left to fill where no task is written down.
const blankTasks = 5

// taskTable has the columns of domain notes §2.3.
func (s Subject) taskTable(tasks []*plan.FollowUp, w taskWidths) paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "TT", Width: 9, Center: true},
		official.GridColumn{Title: "Nhiệm vụ"},
		official.GridColumn{Title: "Cơ quan chủ trì", Width: w.lead},
		official.GridColumn{Title: "Cơ quan phối hợp", Width: w.with},
		official.GridColumn{Title: "Thời hạn hoàn thành", Width: w.due, Center: true},
		official.GridColumn{Title: "Sản phẩm", Width: w.product},
		official.GridColumn{Title: "Trạng thái", Width: w.state, Center: true},
	)
	for i, f := range tasks {
		grid.Add(fmt.Sprint(i+1), f.Action, f.Lead, f.With, vietnamese.RunningDate(f.Due), f.Product, s.stateWords(f))
	}
	if len(tasks) == 0 {
		addBlanks(grid, blankTasks)
	}
	return grid.Table()
}

func addBlanks(grid *official.Grid, rows int) {
	for i := range rows {
		grid.Add(fmt.Sprint(i + 1))
	}
}

func (s Subject) stateWords(f *plan.FollowUp) string {
	state := f.State
	if state == "" {
		state = plan.FollowUpTodo
	}
	return s.Catalogue.FollowUpStates.Label(state, "vi")
}

// taskState is how all tasks stand so many months after the visit. Before that
// day has come, they are shown as they stand today.
func (s Subject) taskState(months int) paper.Document {
	until := s.View.Visit.When.Last().AddMonths(months)
	as := s.asOf(until)
	body := []paper.Block{centredItalic(s.Style, fmt.Sprintf("(Kỳ báo cáo đến ngày %s; tình hình đến ngày %s)",
		orBlank(vietnamese.RunningDate(until)), orBlank(vietnamese.RunningDate(as))))}
	if len(s.View.FollowUps) > 0 {
		body = append(body, s.Style.Body(s.stateSummary(s.View.FollowUps, as)))
	}
	body = append(body, s.bySide(func(tasks []*plan.FollowUp) paper.Block { return s.stateTable(tasks, as) })...)
	return s.taskSheet("TÌNH HÌNH THỰC HIỆN NHIỆM VỤ",
		fmt.Sprintf("Sau %s tháng kể từ chuyến công tác của %s", vietnamese.Count(months), s.delegation()), body)
}

// asOf is the day of which a report until a day can tell: that day, or today
// before it has come. While the visit is not over there is nothing to tell, and
// the day is left to fill.
func (s Subject) asOf(until civil.Date) civil.Date {
	switch {
	case !until.Valid() || !s.Today.Valid() || s.Today >= until:
		return until
	case s.Today < s.View.Visit.When.Last():
		return ""
	}
	return s.Today
}

// stateSummary counts the tasks by their state, and those that are due and
// overdue.
func (s Subject) stateSummary(tasks []*plan.FollowUp, as civil.Date) string {
	counts, due, late := map[string]int{}, 0, 0
	for _, f := range tasks {
		then := stateOn(f, as)
		counts[s.stateWords(then)]++
		if f.Due.Valid() && as.Valid() && f.Due <= as {
			due++
		}
		if then.DueOn(as).State == plan.DueOverdue {
			late++
		}
	}
	var parts []string
	for _, term := range s.Catalogue.FollowUpStates.All() {
		if n := counts[term.Vi]; n > 0 {
			parts = append(parts, vietnamese.Count(n)+" "+lowerFirst(term.Vi))
		}
	}
	text := "Tổng số: " + vietnamese.Count(len(tasks)) + " nhiệm vụ; trong đó: " + strings.Join(parts, ", ")
	if due > 0 {
		text += "; đến hạn: " + vietnamese.Count(due) + " nhiệm vụ"
	}
	if late > 0 {
		text += "; quá hạn: " + vietnamese.Count(late) + " nhiệm vụ"
	}
	return text + "."
}

// stateOn is a task as it stood on a day: what was finished later was still in
// progress. Without a day it is as it stands.
func stateOn(f *plan.FollowUp, day civil.Date) *plan.FollowUp {
	then := *f
	if f.State == plan.FollowUpDone && f.DoneOn.Valid() && day.Valid() && f.DoneOn > day {
		then.State = plan.FollowUpDoing
	}
	return &then
}

func (s Subject) stateTable(tasks []*plan.FollowUp, as civil.Date) paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "TT", Width: 9, Center: true},
		official.GridColumn{Title: "Nhiệm vụ"},
		official.GridColumn{Title: "Cơ quan chủ trì", Width: 36},
		official.GridColumn{Title: "Thời hạn hoàn thành", Width: 26, Center: true},
		official.GridColumn{Title: "Trạng thái", Width: 30, Center: true},
		official.GridColumn{Title: "Tiến độ, kết quả gần nhất", Width: 66},
	)
	for i, f := range tasks {
		then := stateOn(f, as)
		state := s.stateWords(then)
		if d := then.DueOn(as); d.State == plan.DueOverdue {
			state += fmt.Sprintf("\nQUÁ HẠN %s NGÀY", vietnamese.Count(d.Days))
		}
		if then.State == plan.FollowUpDone && f.DoneOn.Valid() {
			state += "\n(" + vietnamese.RunningDate(f.DoneOn) + ")"
		}
		grid.Add(fmt.Sprint(i+1), f.Action, f.Lead, vietnamese.RunningDate(f.Due), state, s.lastProgress(f.ID, as))
	}
	if len(tasks) == 0 {
		addBlanks(grid, blankTasks)
	}
	return grid.Table()
}

// lastProgress is the last entry of a task until a day, if there is one. One without a date
// counts as the oldest.
func (s Subject) lastProgress(task string, until civil.Date) string {
	var last *plan.ProgressEntry
	for _, p := range s.View.Progress {
		if p.FollowUp == task && (p.On <= until || !until.Valid()) && (last == nil || p.On >= last.On) {
			last = p
		}
	}
	if last == nil {
		return toFill
	}
	text := last.Text
	if last.On.Valid() {
		text = "Ngày " + vietnamese.RunningDate(last.On) + ": " + text
	}
	if last.Evidence != "" {
		text += "\n(" + last.Evidence + ")"
	}
	return text
}
