package plan

import (
	"strings"

	"nhipcau/app/civil"
)

// Period is a span of days, both ends included.
type Period struct {
	From civil.Date `json:"from,omitempty" validate:"omitempty,civildate"`
	To   civil.Date `json:"to,omitempty" validate:"omitempty,civildate"`
}

// Last is the end of the period: To, or From where no end is given.
func (p Period) Last() civil.Date {
	if p.To == "" {
		return p.From
	}
	return p.To
}

// Contains says whether the day lies in the period.
func (p Period) Contains(day civil.Date) bool {
	return p.From != "" && day >= p.From && day <= p.Last()
}

// Status is how far a visit has come.
type Status string

// The states of a visit, from the idea to the report; a cancelled visit keeps
// the reason.
const (
	StatusIdea      Status = "idea"
	StatusPlanned   Status = "planned"
	StatusAgreed    Status = "agreed"
	StatusPreparing Status = "preparing"
	StatusUnderWay  Status = "under_way"
	StatusHeld      Status = "held"
	StatusReported  Status = "reported"
	StatusCancelled Status = "cancelled"
)

// Statuses lists the states in the order in which a visit goes through them.
func Statuses() []Status {
	return []Status{
		StatusIdea, StatusPlanned, StatusAgreed, StatusPreparing,
		StatusUnderWay, StatusHeld, StatusReported, StatusCancelled,
	}
}

// Role is what our own office is in a visit.
type Role string

// The two roles: we travel (đi) or we receive (đón).
const (
	RoleTravel  Role = "travel"
	RoleReceive Role = "receive"
)

// Visit is one exchange visit (chuyến công tác): a guest locality travels to
// one or several hosts.
type Visit struct {
	Head
	Title       string   `json:"title" validate:"required,max=300" vis:"public"`
	Purpose     string   `json:"purpose" validate:"max=4000" vis:"public"`
	WhyHost     string   `json:"why_host" validate:"max=4000" vis:"public"`
	OurRole     Role     `json:"our_role" validate:"omitempty,oneof=travel receive" vis:"internal"`
	Guest       string   `json:"guest" validate:"omitempty,uuid" vis:"public" ref:"locality"`
	Hosts       []string `json:"hosts" validate:"max=20,dive,uuid" vis:"public" ref:"locality"`
	When        Period   `json:"when" vis:"public"`
	Status      Status   `json:"status" validate:"omitempty,oneof=idea planned agreed preparing under_way held reported cancelled" vis:"public"`
	CancelledBy string   `json:"cancelled_because" validate:"max=1000" vis:"public"`
	Programme   string   `json:"programme" validate:"max=100" vis:"public"`
	Funding     string   `json:"funding" validate:"max=100" vis:"public"`
	LegalBasis  string   `json:"legal_basis" validate:"max=4000" vis:"public"`
	// TimesIllustrative marks a programme whose times are examples and not
	// facts, as in the sample visit.
	TimesIllustrative bool `json:"times_illustrative" vis:"public"`
	// NoFieldVisit says that the visit goes nowhere in the field on purpose,
	// so that nobody is asked for a field stop.
	NoFieldVisit bool   `json:"no_field_visit" vis:"public"`
	Notes        string `json:"notes" validate:"max=20000" vis:"internal"`
}

// Kind implements Record.
func (*Visit) Kind() Kind { return KindVisit }

// Label implements Record.
func (v *Visit) Label() string { return v.Title }

// Objective is one thing that the guests come to learn (mục đích, yêu cầu).
type Objective struct {
	Head
	Visit     string `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	What      string `json:"what" validate:"required,max=1000" vis:"public"`
	Outcome   string `json:"outcome" validate:"max=100" vis:"public"`
	Indicator string `json:"indicator" validate:"max=500" vis:"public"`
	Baseline  string `json:"baseline" validate:"max=200" vis:"public"`
	Target    string `json:"target" validate:"max=200" vis:"public"`
	Pos       string `json:"pos" validate:"max=200" vis:"public"`
}

// Kind implements Record.
func (*Objective) Kind() Kind { return KindObjective }

// Label implements Record.
func (o *Objective) Label() string { return o.What }

// Stop is the part of a visit that one host receives.
type Stop struct {
	Head
	Visit    string `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	Locality string `json:"locality" validate:"omitempty,uuid" vis:"public" ref:"locality"`
	When     Period `json:"when" vis:"public"`
	Venue    string `json:"venue" validate:"max=500" vis:"public"`
	Address  string `json:"address" validate:"max=500" vis:"public"`
	Contact  string `json:"contact" validate:"max=300" vis:"personal"`
	Pos      string `json:"pos" validate:"max=200" vis:"public"`
}

// Kind implements Record.
func (*Stop) Kind() Kind { return KindStop }

// Label implements Record.
func (s *Stop) Label() string { return s.Venue }

// Attendee roles within a delegation.
const (
	AttendeeMember    = "member"
	AttendeeHead      = "head"
	AttendeeDeputy    = "deputy"
	AttendeeSecretary = "secretary"
	AttendeeInvited   = "invited"
	AttendeePress     = "press"
	AttendeeService   = "service"
)

// Attendance is whether an attendee has said that he comes.
type Attendance string

// The states of attendance; empty means that no answer has come.
const (
	Confirmed Attendance = "confirmed"
	Declined  Attendance = "declined"
)

// Attendee is one person, or an unnamed group, on one side of a visit.
type Attendee struct {
	Head
	Visit      string     `json:"visit" validate:"required,uuid" vis:"public" ref:"visit"`
	Side       Side       `json:"side" validate:"required,oneof=guest host" vis:"public"`
	Person     string     `json:"person" validate:"omitempty,uuid" vis:"public" ref:"person"`
	Name       string     `json:"name" validate:"required,max=200" vis:"public"`
	SortName   string     `json:"sort_name" validate:"max=200" vis:"public"`
	Honorific  string     `json:"honorific" validate:"omitempty,oneof=dong_chi ong ba quy_vi none" vis:"public"`
	Posts      []string   `json:"posts" validate:"max=12,dive,max=300" vis:"public"`
	Unit       string     `json:"unit" validate:"max=300" vis:"public"`
	Locality   string     `json:"locality" validate:"omitempty,uuid" vis:"public" ref:"locality"`
	Role       string     `json:"role" validate:"omitempty,oneof=member head deputy secretary invited press service" vis:"public"`
	Attendance Attendance `json:"attendance" validate:"omitempty,oneof=confirmed declined" vis:"public"`
	// Group marks an entry that stands for people whose names are not known
	// yet, such as "lãnh đạo các phòng, ban"; Count is how many, 0 if unknown.
	Group   bool   `json:"group" vis:"public"`
	Count   int    `json:"count" validate:"min=0,max=10000" vis:"public"`
	Pos     string `json:"pos" validate:"max=200" vis:"public"`
	Contact bool   `json:"contact" vis:"public"`
	Phone   string `json:"phone" validate:"max=60" vis:"personal"`
	Email   string `json:"email" validate:"omitempty,email,max=200" vis:"personal"`
	Needs   string `json:"needs" validate:"max=500" vis:"internal"`
	Vehicle string `json:"vehicle" validate:"omitempty,uuid" vis:"internal" ref:"vehicle"`
	Room    string `json:"room" validate:"max=100" vis:"internal"`
}

// Kind implements Record.
func (*Attendee) Kind() Kind { return KindAttendee }

// Label implements Record.
func (a *Attendee) Label() string { return a.Name }

// PostLine is the posts as one line, in the order in which they are held.
func (a *Attendee) PostLine() string { return strings.Join(a.Posts, ", ") }

// IsHead says whether the attendee leads his side.
func (a *Attendee) IsHead() bool { return a.Role == AttendeeHead }

// Size is for how many people the entry stands: one, or the count of a group.
func (a *Attendee) Size() int {
	if a.Group {
		return a.Count
	}
	return 1
}
