package plan

import "nhipcau/app/civil"

// SoonDays is how many days before its date a follow-up counts as due soon.
const SoonDays = 14

// DueState is how a follow-up stands on a given day.
type DueState string

// The due states. A dropped follow-up is out of the way as a done one is.
const (
	DueNoDate  DueState = "no_date"
	DueOverdue DueState = "overdue"
	DueToday   DueState = "today"
	DueSoon    DueState = "soon"
	DueLater   DueState = "later"
	DueDone    DueState = "done"
	DueDropped DueState = "dropped"
)

// Due is the due state of a follow-up with the number of days to its date,
// counted upwards in both directions: 5 with DueOverdue is five days late.
type Due struct {
	State DueState
	Days  int
}

// Key names the words of the state, which take Count, the days.
func (d Due) Key() string { return "due." + string(d.State) }

// Open says whether the follow-up still has to be done.
func (d Due) Open() bool { return d.State != DueDone && d.State != DueDropped }

// DueOn gives the due state of the follow-up on a day. The date of the due day
// itself is in time.
func (f *FollowUp) DueOn(today civil.Date) Due {
	switch f.State {
	case FollowUpDone:
		return Due{State: DueDone}
	case FollowUpDropped:
		return Due{State: DueDropped}
	}
	if !f.Due.Valid() || !today.Valid() {
		return Due{State: DueNoDate}
	}
	days := today.DaysUntil(f.Due)
	switch {
	case days < 0:
		return Due{DueOverdue, -days}
	case days == 0:
		return Due{State: DueToday}
	case days <= SoonDays:
		return Due{DueSoon, days}
	default:
		return Due{DueLater, days}
	}
}
