package lists

import (
	"cmp"
	"slices"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// followUps is the table of tasks (domain notes §2.3) with how each went on;
// without a visit those of all visits, the most urgent first.
func (s Source) followUps(Ask) List {
	l := List{Title: "DANH MỤC NHIỆM VỤ SAU CHUYẾN ĐI", Lines: s.visitLines()}
	tasks := slices.Clone(s.FollowUps)
	var cells []cell[*plan.FollowUp]
	if s.View.Visit == nil {
		slices.SortStableFunc(tasks, func(a, b *plan.FollowUp) int { return cmp.Compare(dueKey(a), dueKey(b)) })
		cells = append(cells, col("Chuyến công tác", 34, func(f *plan.FollowUp) string { return s.visitTitle(f.Visit) }))
	}
	cells = append(cells,
		col("Nhiệm vụ", 42, func(f *plan.FollowUp) string { return f.Action }),
		col("Cơ quan chủ trì", 24, func(f *plan.FollowUp) string { return f.Lead }),
		col("Cơ quan phối hợp", 24, func(f *plan.FollowUp) string { return f.With }),
		col("Thời hạn hoàn thành", 13, func(f *plan.FollowUp) string { return vietnamese.FormatDate(f.Due) }).centred(),
		col("Sản phẩm", 24, func(f *plan.FollowUp) string { return f.Product }),
		col("Trạng thái", 18, s.taskState),
		col("Ngày hoàn thành", 13, func(f *plan.FollowUp) string { return vietnamese.FormatDate(f.DoneOn) }).centred(),
		col("Tiến độ", 48, s.progressOf),
	)
	fill(&l, "TT", tasks, cells...)
	return l
}

// dueKey puts tasks without a date behind those that have one.
func dueKey(f *plan.FollowUp) string {
	if f.Due == "" {
		return "~"
	}
	return string(f.Due)
}

// taskState is the state with the days that a task is late today.
func (s Source) taskState(f *plan.FollowUp) string {
	state := f.State
	if state == "" {
		state = plan.FollowUpTodo
	}
	word := s.Catalogue.FollowUpStates.Label(state, language)
	if due := f.DueOn(s.Today); due.State == plan.DueOverdue {
		return word + " (quá hạn " + count(due.Days) + " ngày)"
	}
	return word
}

// progressOf is the log of a task, a line each, the oldest first.
func (s Source) progressOf(f *plan.FollowUp) string {
	var lines []string
	for _, p := range s.index.progress[f.ID] {
		evidence := ""
		if p.Evidence != "" {
			evidence = "(" + p.Evidence + ")"
		}
		lines = append(lines, joined(" ", joined(": ", vietnamese.FormatDate(p.On), p.Text), evidence))
	}
	return joined("\n", lines...)
}

func (s Source) lessons(Ask) List {
	l := List{Title: "BÀI HỌC KINH NGHIỆM", Lines: s.visitLines()}
	var cells []cell[*plan.Lesson]
	if s.View.Visit == nil {
		cells = append(cells, col("Chuyến công tác", 34, func(r *plan.Lesson) string { return s.visitTitle(r.Visit) }))
	} else {
		cells = append(cells, col("Nội dung trao đổi", 28, func(r *plan.Lesson) string { return s.topicTitle(r.Topic) }))
	}
	cells = append(cells,
		col("Bài học", 40, func(r *plan.Lesson) string { return r.Title }),
		col("Cách làm của địa phương bạn", 40, func(r *plan.Lesson) string { return r.WhatHostDoes }),
		col("Vì sao hiệu quả", 32, func(r *plan.Lesson) string { return r.WhyItWorks }),
		col("Điều kiện áp dụng", 32, func(r *plan.Lesson) string { return r.Conditions }),
		col("Khả năng vận dụng", 20, func(r *plan.Lesson) string { return s.Catalogue.Applicability.Label(r.Applicability, language) }),
		col("Nhiệm vụ đề xuất", 36, s.proposed),
	)
	fill(&l, "TT", s.Lessons, cells...)
	return l
}

// proposed names the tasks that follow from a lesson.
func (s Source) proposed(r *plan.Lesson) string {
	var at []int
	for _, id := range r.FollowUps {
		if i, ok := s.index.tasks[id]; ok {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	var lines []string
	for _, i := range slices.Compact(at) {
		lines = append(lines, "- "+s.FollowUps[i].Action)
	}
	return joined("\n", lines...)
}
