package papers_test

import (
	"testing"

	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// Lists, badges and cards call people the same: by their role, else by their
// posts.
func TestPostsSayWhatSomebodyIs(t *testing.T) {
	v := paperstest.Sample(t)
	press, driver := &plan.Attendee{Name: "Đại biểu 08", Posts: []string{"Phóng viên"}}, &plan.Attendee{Name: "Đại biểu 09", Posts: []string{"Lái xe"}}
	press.ID, driver.ID, press.Side, driver.Side = "press", "driver", plan.Guest, plan.Guest
	for ask, want := range map[papers.Request][]string{
		{Kind: "attendee_list"}:                     {"Phóng viên Huyện Thạch An Phóng viên", "Lái xe Huyện Thạch An Phục vụ"},
		{Kind: "attendee_list", Variant: "meeting"}: {"Phóng viên Đưa tin", "Lái xe Phục vụ"},
		{Kind: "badges"}:                            {"BÁO CHÍ", "PHỤC VỤ"},
		{Kind: "place_cards", Variant: "role"}:      {"BÁO CHÍ"},
	} {
		s := v.Subject(t, ask)
		press.Locality, driver.Locality = s.Guest.ID, s.Guest.ID
		s.Ranks = map[string]int{"press": 850, "driver": 900}
		s.View.Attendees = []*plan.Attendee{press, driver}
		has(t, made(t, s), want...)
	}
}

func TestTheChairHeadsTheListOfTheHosts(t *testing.T) {
	s := paperstest.HardVisit(t).Subject(t, papers.Request{Kind: "attendee_list"})
	s.Paper.Options = map[string]string{"of": "hosts"}
	s.Hosts = s.Hosts[:1]
	s.View.Attendees = nil
	for i, rank := range []int{570, 545, 560, 604, 604} {
		a := &plan.Attendee{Side: plan.Host, Name: "Đại biểu", Locality: s.Hosts[0].ID}
		if a.ID = string(rune('a' + i)); i == 0 {
			a.Role = plan.AttendeeHead
		}
		s.Ranks[a.ID] = rank
		s.View.Attendees = append(s.View.Attendees, a)
	}
	s.Ranks["a"] = 604
	got := made(t, s)
	has(t, got, "I. CHỦ TRÌ")
	lacks(t, got, "TRƯỞNG ĐOÀN")
}

// Delegations are lettered as they are shown: one alone has no letter, of several
// hosts each has its own.
func TestDelegationsAreLetteredAsShown(t *testing.T) {
	v := paperstest.HardVisit(t)
	for _, kind := range []string{papers.PaperSignIn, papers.PaperSeatingPlan} {
		inOrder(t, made(t, v.Subject(t, papers.Request{Kind: kind})),
			"A. ĐOÀN CÔNG TÁC TỈNH CAO BẰNG", "B. XÃ QUẢNG KHÊ", "C. TỈNH LẠNG SƠN", "D. THÀNH PHỐ HỒ CHÍ MINH")
	}
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: papers.PaperSignIn})
	s.Paper.Options = map[string]string{"whom": "hosts"}
	got := made(t, s)
	has(t, got, "Ký nhận HUYỆN ĐẮK GLONG 01")
	lacks(t, got, "II. ", "B. ", "A. ")
	s = v.Subject(t, papers.Request{Kind: papers.PaperSeatingPlan})
	s.View.Attendees = s.View.Side(plan.Host)
	inOrder(t, made(t, s), "A. XÃ QUẢNG KHÊ", "01", "C. THÀNH PHỐ HỒ CHÍ MINH")
}

// A group has as many rows to sign as the foot counts.
func TestALargeGroupCanSign(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: papers.PaperSignIn})
	s.View.Attendees = []*plan.Attendee{{Side: plan.Guest, Name: "Cán bộ xã", Group: true, Count: 75}}
	inOrder(t, made(t, s), "75 Cán bộ xã", "(Danh sách có 75 người;")
}

func TestACountOfNobodyIsABlank(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "attendee_list"})
	s.View.Attendees = []*plan.Attendee{{Side: plan.Guest, Name: "Lãnh đạo các phòng", Group: true}}
	got := made(t, s)
	has(t, got, "(Danh sách có … người)")
	lacks(t, got, "có 0", "có 00")
}

// A variant that this edition does not know is printed as the usual list.
func TestAnUnknownFormIsTheUsualOne(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "attendee_list"})
	s.Request.Variant = "of_another_edition"
	has(t, made(t, s), "Nông Long Giang", "Đơn vị công tác")
}

func TestYearsOfAFigure(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "comparison"})
	s.Figures = []*plan.Indicator{
		{Locality: s.Guest.ID, Measure: "tl_ngheo", Year: 2025, Value: "12.5"},
		{Locality: s.Hosts[0].ID, Measure: "tl_ngheo", Year: 2025, YearTo: 2025, Value: "10"},
	}
	got := made(t, s)
	has(t, got, "năm 2025 % 12,5 10 -2,5")
}

// A subject that is written with "V/v" has it once.
func TestALetterIsAboutSomethingOnce(t *testing.T) {
	for _, about := range []string{"V/v tiếp đoàn", "v/v: tiếp đoàn", "Về việc tiếp đoàn", "tiếp đoàn"} {
		s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "letter"})
		s.Paper.About = about
		got := made(t, s)
		has(t, got, "V/v tiếp đoàn ")
		lacks(t, got, "V/v V", "V/v v")
	}
}
