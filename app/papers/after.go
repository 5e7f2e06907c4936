package papers

import "nhipcau/app/plan"

// afterKinds are the papers of what came of the visit: comparison, minutes,
// report, tasks, sheets of models.
func afterKinds() []Kind {
	return []Kind{
		{Code: "comparison", Make: Comparison},
		{Code: "minutes", Make: Minutes},
		{Code: "model_sheet", Per: PerModel, Make: ModelSheet},
		{Code: "report", Make: Report},
		{Code: "follow_ups", Make: FollowUps},
		{Code: "gift_register", Make: GiftRegister},
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
