package plan_test

import (
	"testing"

	"nhipcau/app/plan"
)

func TestSkeletonIsAGaplessHalfDay(t *testing.T) {
	view := plan.VisitView{Visit: &plan.Visit{}}
	view.Visit.ID = "visit"
	got := plan.Skeleton(view, day1, plan.AfternoonStart)
	if len(got) != 11 || got[0].When.Start != "13:30" {
		t.Fatalf("%d blocks from %s", len(got), got[0].When.Start)
	}
	for i, item := range got {
		if item.Visit != "visit" || item.Title == "" || item.ItemKind == "" || item.When.Length == 0 {
			t.Errorf("block %d is %+v", i, item)
		}
		if i == 0 {
			continue
		}
		if end, _ := got[i-1].When.End(); end != item.When.Start {
			t.Errorf("%q begins at %s, the one before ends at %s", item.Title, item.When.Start, end)
		}
		if got[i-1].Pos >= item.Pos {
			t.Errorf("%q has no place behind the one before", item.Title)
		}
	}
	if issues := plan.Clashes(plan.VisitView{Visit: view.Visit, Agenda: ids(got)}); len(issues) != 1 {
		t.Errorf("a skeleton has %v, want the discussion without a lead alone", issues)
	}
}

func TestSkeletonFillsInWhatIsKnown(t *testing.T) {
	view := plan.VisitView{
		Visit:       &plan.Visit{},
		Stops:       []*plan.Stop{{Venue: "Phòng họp UBND huyện"}},
		Attendees:   []*plan.Attendee{{Side: plan.Guest, Role: plan.AttendeeHead}, {Side: plan.Host, Role: plan.AttendeeHead}},
		Topics:      []*plan.Topic{{Title: "Đào tạo nghề"}, {Title: "Hỗ trợ nhà ở"}},
		FieldVisits: []*plan.FieldVisit{{Title: "Mô hình trồng dâu nuôi tằm", Place: "Thôn 8", TravelTime: 25}},
	}
	view.Attendees[0].ID, view.Attendees[1].ID = "guest", "host"
	view.Topics[0].ID, view.Topics[1].ID, view.FieldVisits[0].ID = "t1", "t2", "f"
	byKind := map[plan.ItemKind]*plan.AgendaItem{}
	for _, item := range plan.Skeleton(view, day1, plan.MorningStart) {
		byKind[item.ItemKind] = item
	}
	talk, field, way := byKind[plan.ItemDiscussion], byKind[plan.ItemFieldVisit], byKind[plan.ItemTravel]
	if len(talk.Topics) != 2 || talk.Leads[0].Attendee != "host" || talk.Place != "Phòng họp UBND huyện" {
		t.Errorf("the discussion is %+v", talk)
	}
	if field.FieldVisit != "f" || field.Place != "Thôn 8" || way.When.Length != 25 {
		t.Errorf("the way takes %d minutes to %+v", way.When.Length, field)
	}
	if last := byKind[plan.ItemSpeech]; last.Presents[0].Attendee != "guest" {
		t.Errorf("the answer is given by %+v", last.Presents)
	}
}

func TestSkeletonStaysInsideOnPurpose(t *testing.T) {
	view := plan.VisitView{Visit: &plan.Visit{NoFieldVisit: true}}
	for _, item := range plan.Skeleton(view, day1, plan.MorningStart) {
		if item.ItemKind == plan.ItemTravel || item.ItemKind == plan.ItemFieldVisit {
			t.Errorf("%q leads to the field", item.Title)
		}
	}
}

// ids gives items the ids that the desk would.
func ids(items []*plan.AgendaItem) []*plan.AgendaItem {
	for i, item := range items {
		item.ID = string(rune('a' + i))
	}
	return items
}
