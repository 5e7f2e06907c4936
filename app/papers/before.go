package papers

import "nhipcau/app/plan"

// beforeKinds are the papers before the visit: plan, letters, invitations,
// programme, lists.
func beforeKinds() []Kind {
	return []Kind{
		{
			Code: planCode, Make: VisitPlan,
			Uses: []plan.Kind{plan.KindVisit, plan.KindObjective, plan.KindStop, plan.KindAttendee, plan.KindAgendaItem, plan.KindTopic, plan.KindQuestion, plan.KindFieldVisit, plan.KindLodging, plan.KindVehicle},
		},
		{
			Code: letterCode, Make: Letter, OwnText: true,
			Uses: []plan.Kind{plan.KindVisit, plan.KindStop, plan.KindAttendee, plan.KindAgendaItem, plan.KindTopic, plan.KindFieldVisit},
		},
		{
			Code: invitationCode, Make: Invitation, OwnText: true,
			Uses: []plan.Kind{plan.KindVisit, plan.KindStop, plan.KindAttendee, plan.KindAgendaItem},
		},
		{
			Code: plan.PaperProgramme, Make: Programme,
			Uses: []plan.Kind{plan.KindVisit, plan.KindStop, plan.KindAttendee, plan.KindAgendaItem, plan.KindTopic, plan.KindFieldVisit, plan.KindVehicle, plan.KindLodging},
		},
		{
			Code: "itinerary", Make: Itinerary,
			Uses: []plan.Kind{plan.KindVisit, plan.KindStop, plan.KindAgendaItem, plan.KindTopic, plan.KindFieldVisit},
		},
		{Code: "attendee_list", Uses: []plan.Kind{plan.KindVisit, plan.KindAttendee, plan.KindVehicle}, Make: AttendeeList},
		{Code: "thanks", Uses: []plan.Kind{plan.KindVisit, plan.KindAttendee, plan.KindTopic}, Make: Thanks, OwnText: true},
	}
}
