package plan

import "nhipcau/app/civil"

// The states of a follow-up action.
const (
	FollowUpTodo    = "not_started"
	FollowUpDoing   = "in_progress"
	FollowUpDone    = "done"
	FollowUpDropped = "dropped"
)

// FollowUp is a task after the visit (nhiệm vụ sau chuyến đi).
type FollowUp struct {
	Head
	Visit   string     `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	Side    Side       `json:"side" validate:"omitempty,oneof=guest host" vis:"public"`
	Topic   string     `json:"topic" validate:"omitempty,uuid" vis:"public" ref:"topic"`
	Action  string     `json:"action" validate:"required,max=1000" vis:"public"`
	Lead    string     `json:"lead" validate:"max=300" vis:"public"`
	With    string     `json:"with" validate:"max=500" vis:"public"`
	Due     civil.Date `json:"due" validate:"omitempty,civildate" vis:"public"`
	Product string     `json:"product" validate:"max=500" vis:"public"`
	State   string     `json:"state" validate:"omitempty,oneof=not_started in_progress done dropped" vis:"public"`
	DoneOn  civil.Date `json:"done_on" validate:"omitempty,civildate" vis:"public"`
	Pos     string     `json:"pos" validate:"max=200" vis:"public"`
}

// Kind implements Record.
func (*FollowUp) Kind() Kind { return KindFollowUp }

// Label implements Record.
func (f *FollowUp) Label() string { return f.Action }

// ProgressEntry is one line in the log of a follow-up.
type ProgressEntry struct {
	Head
	Visit    string     `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	FollowUp string     `json:"follow_up" validate:"required,uuid" vis:"public" ref:"follow_up"`
	On       civil.Date `json:"on" validate:"omitempty,civildate" vis:"public"`
	Text     string     `json:"text" validate:"required,max=4000" vis:"public"`
	Evidence string     `json:"evidence" validate:"max=1000" vis:"public"`
}

// Kind implements Record.
func (*ProgressEntry) Kind() Kind { return KindProgressEntry }

// Label implements Record.
func (p *ProgressEntry) Label() string { return p.Text }

// Lesson is what the guests take home (bài học kinh nghiệm).
type Lesson struct {
	Head
	Visit         string   `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	Topic         string   `json:"topic" validate:"omitempty,uuid" vis:"public" ref:"topic"`
	Title         string   `json:"title" validate:"required,max=500" vis:"public"`
	WhatHostDoes  string   `json:"what_host_does" validate:"max=4000" vis:"public"`
	WhyItWorks    string   `json:"why_it_works" validate:"max=4000" vis:"public"`
	Conditions    string   `json:"conditions" validate:"max=4000" vis:"public"`
	Applicability string   `json:"applicability" validate:"omitempty,oneof=now conditional unsuitable" vis:"public"`
	FollowUps     []string `json:"follow_ups" validate:"max=50,dive,uuid" vis:"public" ref:"follow_up"`
	Pos           string   `json:"pos" validate:"max=200" vis:"public"`
}

// Kind implements Record.
func (*Lesson) Kind() Kind { return KindLesson }

// Label implements Record.
func (l *Lesson) Label() string { return l.Title }
