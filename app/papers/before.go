package papers

import "nhipcau/app/plan"

// beforeKinds are the papers before the visit: plan, letters, invitations,
// programme, lists.
func beforeKinds() []Kind {
	return []Kind{
		{Code: planCode, Make: VisitPlan},
		{Code: letterCode, Make: Letter, OwnText: true},
		{Code: invitationCode, Make: Invitation, OwnText: true},
		{Code: plan.PaperProgramme, Make: Programme},
		{Code: "itinerary", Make: Itinerary},
		{Code: "attendee_list", Make: AttendeeList},
		{Code: "thanks", Make: Thanks, OwnText: true},
	}
}
