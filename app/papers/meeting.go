package papers

import "nhipcau/app/plan"

// meetingKinds are the papers of the day: words of introduction, seats, cards,
// badges, sheets.
func meetingKinds() []Kind {
	return []Kind{
		{
			Code: PaperRunningOrder, Make: RunningOrder,
			Uses: []plan.Kind{plan.KindVisit, plan.KindAttendee, plan.KindAgendaItem},
		},
		{Code: PaperSeatingPlan, Uses: []plan.Kind{plan.KindVisit, plan.KindAttendee, plan.KindVehicle}, Make: SeatingPlan},
		{
			Code: PaperPlaceCards, NoWord: true, NoDraft: true, Make: PlaceCards,
			Uses: []plan.Kind{plan.KindVisit, plan.KindAttendee},
		},
		{Code: PaperBadges, Uses: []plan.Kind{plan.KindVisit, plan.KindAttendee}, NoWord: true, NoDraft: true, Make: Badges},
		{Code: PaperSignIn, Uses: []plan.Kind{plan.KindVisit, plan.KindAttendee}, Make: SignIn},
		{Code: PaperTopics, Uses: []plan.Kind{plan.KindVisit, plan.KindTopic, plan.KindQuestion}, Make: QuestionSheet},
		{
			Code: PaperEvaluation, Make: Evaluation,
			Uses: []plan.Kind{plan.KindVisit, plan.KindAgendaItem, plan.KindTopic, plan.KindFieldVisit},
		},
	}
}

// The codes of these papers in the catalogue.
const (
	PaperRunningOrder = "running_order"
	PaperSeatingPlan  = "seating_plan"
	PaperPlaceCards   = "place_cards"
	PaperBadges       = "badges"
	PaperSignIn       = "sign_in"
	PaperTopics       = "topics"
	PaperEvaluation   = "evaluation"
)

// chosen lists those present whom the option "whom" of a paper asks for, the
// guests before the hosts.
func (s Subject) chosen() []*plan.Attendee {
	var out []*plan.Attendee
	if s.option("whom") != "hosts" {
		out = append(out, s.present(plan.Guest)...)
	}
	if s.option("whom") != "guests" {
		out = append(out, s.present(plan.Host)...)
	}
	return out
}

// named leaves out the groups, of whose people no name is known.
func named(attendees []*plan.Attendee) []*plan.Attendee {
	var out []*plan.Attendee
	for _, a := range attendees {
		if !a.Group {
			out = append(out, a)
		}
	}
	return out
}

// meetingName is what the papers of the day are for: "Buổi làm việc với Đoàn
// công tác huyện Thạch An, tỉnh Cao Bằng".
func (s Subject) meetingName() string {
	return "Buổi làm việc với " + s.visitors()
}
