package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
)

// item makes an agenda item of the first day.
func item(id, start string, length int, change ...func(*plan.AgendaItem)) *plan.AgendaItem {
	a := &plan.AgendaItem{Title: strings.ToUpper(id), When: plan.Slot{Day: day1, Start: civil.Clock(start), Length: length}}
	a.ID = id
	for _, c := range change {
		c(a)
	}
	return a
}

func at(place string) func(*plan.AgendaItem) { return func(a *plan.AgendaItem) { a.Place = place } }

func of(kind plan.ItemKind) func(*plan.AgendaItem) {
	return func(a *plan.AgendaItem) { a.ItemKind = kind }
}

func led(attendee string) func(*plan.AgendaItem) {
	return func(a *plan.AgendaItem) { a.Leads = append(a.Leads, plan.Speaker{Attendee: attendee}) }
}

func presented(attendee string) func(*plan.AgendaItem) {
	return func(a *plan.AgendaItem) { a.Presents = append(a.Presents, plan.Speaker{Attendee: attendee}) }
}

func unseen(a *plan.AgendaItem) { a.Internal = true }

func about(topic string) func(*plan.AgendaItem) {
	return func(a *plan.AgendaItem) { a.Topics = append(a.Topics, topic) }
}

func on(stop string, day civil.Date) func(*plan.AgendaItem) {
	return func(a *plan.AgendaItem) { a.Stop, a.When.Day = stop, day }
}

func attendee(id, name, person string, side plan.Side) *plan.Attendee {
	a := &plan.Attendee{Name: name, Person: person, Side: side}
	a.ID = id
	return a
}

func topic(id, title, category string) *plan.Topic {
	t := &plan.Topic{Title: title, Category: category}
	t.ID = id
	return t
}

// found writes issues as "key id id" for comparison.
func found(issues []plan.Issue) []string {
	var out []string
	for _, i := range issues {
		out = append(out, strings.Join(append([]string{strings.TrimPrefix(i.Key, "warning.")}, i.Other...), " "))
	}
	return out
}

// clashCase is a programme and what does not fit in it.
type clashCase struct {
	name string
	view plan.VisitView
	want []string
}

func checkClashes(t *testing.T, cases []clashCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.view.Visit == nil {
				c.view.Visit = &plan.Visit{}
			}
			issues := plan.Clashes(c.view)
			if diff := cmp.Diff(c.want, found(issues)); diff != "" {
				t.Errorf("clashes (-want +got):\n%s", diff)
			}
			for _, i := range issues {
				if i.Level != plan.LevelWarning {
					t.Errorf("%s has level %q", i.Key, i.Level)
				}
			}
		})
	}
}

func TestClashesOfTravelAndTime(t *testing.T) {
	fv := &plan.FieldVisit{Title: "Mô hình trồng dâu nuôi tằm", Place: "Thôn 8, xã Quảng Khê", TravelTime: 25}
	fv.ID = "fv"
	stop := &plan.Stop{When: plan.Period{From: day1, To: day1}}
	stop.ID = "s"
	checkClashes(t, []clashCase{
		{"too little travel time, though there is a travel item", plan.VisitView{
			FieldVisits: []*plan.FieldVisit{fv},
			Agenda: []*plan.AgendaItem{
				item("a", "15:55", 10, at("Phòng họp")), item("t", "16:05", 10, of(plan.ItemTravel)),
				item("f", "16:15", 60, of(plan.ItemFieldVisit), at("thôn 8, xã Quảng Khê")),
				item("z", "17:15", 0),
			},
		}, []string{"travel_too_short f a fv"}},
		{"enough travel time", plan.VisitView{
			FieldVisits: []*plan.FieldVisit{fv},
			Agenda: []*plan.AgendaItem{
				item("a", "15:50", 10, at("Phòng họp")),
				item("f", "16:25", 60, func(a *plan.AgendaItem) { a.FieldVisit = "fv" }),
				item("z", "17:50", 30, at("Nhà khách")),
			},
		}, nil},
		{"too little time on the way back", plan.VisitView{
			FieldVisits: []*plan.FieldVisit{fv},
			Agenda: []*plan.AgendaItem{
				item("f", "08:00", 60, of(plan.ItemFieldVisit), at("Thôn 8, xã Quảng Khê")),
				item("z", "09:10", 30, at("Phòng họp")),
			},
		}, []string{"travel_too_short z f fv"}},
		{"outside the visit", plan.VisitView{
			Visit: &plan.Visit{When: plan.Period{From: day2, To: day2}}, Agenda: []*plan.AgendaItem{item("a", "08:00", 60)},
		}, []string{"outside_visit a"}},
		{"outside the stop", plan.VisitView{
			Visit: &plan.Visit{When: plan.Period{From: day1, To: day2}}, Stops: []*plan.Stop{stop},
			Agenda: []*plan.AgendaItem{item("a", "08:00", 60, on("s", day2)), item("b", "08:00", 60, on("", day2))},
		}, []string{"overlap b a", "outside_stop a s"}},
		{"past midnight", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "23:00", 90), item("b", "22:00", 60), item("c", "21:00", 30),
		}}, []string{"past_midnight a"}},
		{"up to midnight", plan.VisitView{Agenda: []*plan.AgendaItem{item("a", "23:00", 60)}}, nil},
		{"nobody leads", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, of(plan.ItemDiscussion)),
			item("b", "09:00", 60, of(plan.ItemDiscussion), func(a *plan.AgendaItem) { a.Presents = []plan.Speaker{{Text: "Phòng Nội vụ"}} }),
		}}, []string{"discussion_without_lead a"}},
		{"topics", plan.VisitView{
			Topics: []*plan.Topic{topic("t1", "Nhà ở", ""), topic("t2", "Đào tạo nghề", ""), topic("t3", "Sinh kế", "")},
			Agenda: []*plan.AgendaItem{
				item("a", "08:00", 60, about("t1")), item("b", "09:00", 60, about("t2"), led("x")),
			},
		}, []string{"topic_without_speaker a t1", "topic_without_slot t3"}},
		{"topics before there is a programme", plan.VisitView{Topics: []*plan.Topic{topic("t1", "Nhà ở", "")}}, nil},
	})
}

func TestClashesOfOverlaps(t *testing.T) {
	attendees := []*plan.Attendee{
		attendee("x", "Đại biểu 01", "p", plan.Host), attendee("y", "Đại biểu 02", "", plan.Host),
		attendee("x2", "Đại biểu 01", "p", plan.Guest),
	}
	checkClashes(t, []clashCase{
		{"a good programme", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường"), led("x")), item("b", "09:00", 60, at("Hội trường"), led("x")),
		}}, nil},
		{"one place, however it is spelled", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường")), item("b", "08:45", 60, at("hoi truong ")),
		}}, []string{"overlap_place b a"}},
		{"two places", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường")), item("b", "08:45", 60, at("Phòng họp")),
		}}, nil},
		{"no place known", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường")), item("b", "08:45", 60),
		}}, []string{"overlap b a"}},
		{"what the hosts prepare meanwhile", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường")), item("b", "08:45", 60, unseen),
		}}, nil},
		{"a moment within another item", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60), item("b", "08:30", 0), item("c", "09:00", 0),
		}}, []string{"overlap b a"}},
		{"a person in two places", plan.VisitView{Attendees: attendees, Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường"), led("x"), presented("y")),
			item("b", "08:45", 60, at("Phòng họp"), presented("x")),
		}}, []string{"person_twice b a x"}},
		{"one person of the directory on both sides", plan.VisitView{Attendees: attendees, Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường"), led("x")), item("b", "08:45", 60, at("Phòng họp"), led("x2")),
		}}, []string{"person_twice b a x2"}},
		{"a person in an internal item", plan.VisitView{Attendees: attendees, Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường"), led("x")), item("b", "08:45", 60, unseen, led("x")),
		}}, []string{"person_twice b a x"}},
		{"long items overlap all behind them", plan.VisitView{Agenda: []*plan.AgendaItem{
			item("a", "08:00", 180), item("b", "09:00", 30), item("c", "10:00", 30), item("d", "11:00", 30),
		}}, []string{"overlap b a", "overlap c a"}},
	})
}

func TestClashesOfSpeakersWhoHaveDeclined(t *testing.T) {
	declined := attendee("x", "Đại biểu 01", "", plan.Host)
	declined.Attendance = plan.Declined
	attendees := []*plan.Attendee{declined, attendee("y", "Đại biểu 02", "", plan.Host)}
	checkClashes(t, []clashCase{
		{"who leads, and who presents an internal item", plan.VisitView{Attendees: attendees, Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, led("x"), led("y")), item("b", "09:00", 60, unseen, presented("x")), item("c", "10:00", 30, led("y")),
		}}, []string{"speaker_declined a x", "speaker_declined b x"}},
		{"nobody who has declined is in two places", plan.VisitView{Attendees: attendees, Agenda: []*plan.AgendaItem{
			item("a", "08:00", 60, at("Hội trường"), led("x")), item("b", "08:30", 60, at("Phòng họp"), led("x")),
		}}, []string{"speaker_declined a x", "speaker_declined b x"}},
	})
	v := plan.VisitView{Visit: &plan.Visit{}, Attendees: attendees, Agenda: []*plan.AgendaItem{
		item("a", "08:00", 60, led("x")), item("b", "09:00", 60, presented("x")),
	}}
	issues := plan.Clashes(v)
	if len(issues) != 2 || issues[0].Field != "leads" || issues[1].Field != "presents" {
		t.Fatalf("issues = %+v", issues)
	}
	if want := map[string]any{"Person": "Đại biểu 01", "Title": "A"}; !cmp.Equal(issues[0].Args, want) {
		t.Errorf("args = %v, want %v", issues[0].Args, want)
	}
}

func TestClashesNameWhatTheySpeakOf(t *testing.T) {
	issues := plan.Clashes(plan.VisitView{Visit: &plan.Visit{}, Agenda: []*plan.AgendaItem{
		item("a", "08:00", 60, at("Hội trường")), item("b", "08:45", 60, at("Hội trường")),
	}})
	want := map[string]any{"First": "A", "Second": "B", "Place": "Hội trường", "Count": 15}
	if len(issues) != 1 || !cmp.Equal(issues[0].Args, want) {
		t.Errorf("issues = %+v, want args %v", issues, want)
	}
}

func TestCoverage(t *testing.T) {
	v := plan.VisitView{
		Topics: []*plan.Topic{topic("t1", "Nhà ở", ""), topic("t2", "Đào tạo nghề", "")},
		Questions: []*plan.Question{
			{Topic: "t1", Text: "Mức hỗ trợ mỗi hộ?"}, {Topic: "t1", Text: " "}, {Topic: "t2", Text: ""},
		},
		Agenda: []*plan.AgendaItem{
			item("b", "09:00", 30, about("t1"), led("x")), item("a", "08:00", 30, about("t1")),
		},
	}
	got := plan.Coverage(v)
	if len(got) != 2 {
		t.Fatalf("coverage of %d topics", len(got))
	}
	if c := got[0]; !c.Complete() || !slices.Equal(c.Items, []string{"a", "b"}) || c.Questions != 1 {
		t.Errorf("first topic: %+v", c)
	}
	if c := got[1]; c.Slot() || c.Question() || c.Speaker || c.Complete() {
		t.Errorf("second topic: %+v", c)
	}
}
