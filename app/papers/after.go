package papers

import "nhipcau/app/plan"

// afterKinds are the papers of what came of the visit: comparison, minutes,
// report, tasks, sheets of models.
func afterKinds() []Kind {
	return []Kind{
		{Code: "comparison", Uses: []plan.Kind{plan.KindVisit, plan.KindIndicator}, Make: Comparison},
		{
			Code: "minutes", Make: Minutes,
			Uses: []plan.Kind{plan.KindVisit, plan.KindStop, plan.KindAttendee, plan.KindAgendaItem, plan.KindTopic, plan.KindQuestion, plan.KindFollowUp},
		},
		{
			Code: "model_sheet", Per: PerModel, Make: ModelSheet,
			Uses: []plan.Kind{plan.KindVisit, plan.KindModel, plan.KindFieldVisit},
		},
		{
			Code: "report", Make: Report,
			Uses: []plan.Kind{plan.KindVisit, plan.KindStop, plan.KindAttendee, plan.KindAgendaItem, plan.KindTopic, plan.KindQuestion, plan.KindFieldVisit, plan.KindModel, plan.KindLesson, plan.KindFollowUp, plan.KindIndicator},
		},
		{
			Code: "follow_ups", Make: FollowUps,
			Uses: []plan.Kind{plan.KindVisit, plan.KindTopic, plan.KindFollowUp, plan.KindProgressEntry},
		},
		{Code: "gift_register", Uses: []plan.Kind{plan.KindVisit, plan.KindGift}, Make: GiftRegister},
	}
}

// toFill is what stands on paper where nothing is known, for a pen to fill.
const toFill = "…"

// workingItems are what was said in the meeting room: the items of the public
// programme that are neither meal nor way.
func (s Subject) workingItems() []*plan.AgendaItem {
	var out []*plan.AgendaItem
	for _, item := range s.publicItems() {
		switch item.ItemKind {
		case plan.ItemSession, plan.ItemSpeech, plan.ItemDiscussion, "":
			out = append(out, item)
		}
	}
	return out
}
