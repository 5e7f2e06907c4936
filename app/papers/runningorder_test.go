package papers_test

import (
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// What somebody has entered is always said; general words only where nothing
// says it more exactly, whichever comes first.
func TestNoGroupVanishes(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: papers.PaperRunningOrder})
	division := &plan.Attendee{Side: plan.Guest, Name: "Đại biểu 07", Posts: []string{"Trưởng phòng"}}
	division.ID = "division"
	s.Ranks = map[string]int{"division": 404}
	group := func(name string) *plan.Attendee { return &plan.Attendee{Side: plan.Guest, Name: name, Group: true} }
	s.View.Attendees = []*plan.Attendee{
		division, group("Lãnh đạo các phòng, ban chuyên môn"), group("Lãnh đạo các phòng, ban Đảng"), group("Lãnh đạo các phòng, ban Đảng"),
	}
	has(t, made(t, s), "- Cùng các đồng chí lãnh đạo các phòng, ban chuyên môn và lãnh đạo các phòng, ban Đảng.")
	s.View.Attendees = s.View.Attendees[:1]
	has(t, made(t, s), "- Cùng các đồng chí lãnh đạo các phòng, ban, đơn vị.")
}

// Districts ended on 01/7/2025.
func TestLevelsBelowAreThoseOfTheDay(t *testing.T) {
	for day, want := range map[civil.Date]string{"2025-06-30": "lãnh đạo các huyện, xã, phường.", "2025-07-01": "lãnh đạo các xã, phường."} {
		s := paperstest.HardVisit(t).Subject(t, papers.Request{Kind: papers.PaperRunningOrder})
		s.View.Visit.When = plan.Period{From: day}
		below := &plan.Attendee{Side: plan.Guest, Name: "Đại biểu 07", Posts: []string{"Phó Trưởng phòng"}}
		below.ID = "below"
		s.Ranks, s.View.Attendees = map[string]int{"below": 650}, []*plan.Attendee{below}
		has(t, made(t, s), want)
	}
}

// Who is of no host is introduced under his own locality, as on the lists.
func TestHostsAreIntroducedAsTheyAreListed(t *testing.T) {
	s := paperstest.HardVisit(t).Subject(t, papers.Request{Kind: papers.PaperRunningOrder})
	s.Places["else"] = papers.Party{ID: "else", Name: "Tà Đùng", Running: "xã Tà Đùng"}
	s.View.Attendees = append(s.View.Attendees, &plan.Attendee{Side: plan.Host, Name: "Đại biểu 99", Locality: "else", Role: plan.AttendeeHead})
	inOrder(t, made(t, s), "Về phía Thành phố Hồ Chí Minh", "Về phía xã Tà Đùng, xin trân trọng giới thiệu:", "Đồng chí Đại biểu 99.")
}
