package papers

import "nhipcau/app/plan"

// The ranks of domain notes §3.2 from which papers tell what somebody is. A rank
// is the base of the level and an offset; from villageRank on it is the same at
// every level.
const (
	provinceBase = 100
	districtBase = 300
	communeBase  = 500
	leaderOffset = 80  // below it: secretaries, chairs, standing committee, deputy chairs
	headOffset   = 130 // below it: heads of agencies and mass organisations
	villageRank  = 700
	staffRank    = 800
	guestRank    = 820
	pressRank    = 850
	serviceRank  = 900
	unknownRank  = 999
)

// rank is the rank of an attendee, unknownRank where none follows from his posts.
// A role says what posts may not.
func (s Subject) rank(a *plan.Attendee) int {
	switch a.Role {
	case plan.AttendeePress:
		return pressRank
	case plan.AttendeeService:
		return serviceRank
	}
	if r, ok := s.Ranks[a.ID]; ok {
		return r
	}
	return unknownRank
}

// standing is the role in which somebody is there, as lists, cards and badges say
// it: the one that is entered or, of a plain member, the one that follows from
// his posts.
func (s Subject) standing(a *plan.Attendee) string {
	if a.Role != "" && a.Role != plan.AttendeeMember {
		return a.Role
	}
	switch s.rank(a) {
	case guestRank:
		return plan.AttendeeInvited
	case pressRank:
		return plan.AttendeePress
	case serviceRank:
		return plan.AttendeeService
	}
	return plan.AttendeeMember
}
