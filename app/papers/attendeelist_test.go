package papers_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

func TestAListIsGroupedByRank(t *testing.T) {
	inOrder(t, madeOf(t, paperstest.Sample(t), "attendee_list", ""),
		"HUYỆN THẠCH AN", "DANH SÁCH", "Thành viên Đoàn công tác huyện Thạch An đi học tập", "STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Ghi chú",
		"I. LÃNH ĐẠO HUYỆN", "Nông Long Giang", "Trưởng đoàn", "Triệu Thị Thiết", "Nông Thế Phúc", "II. LÃNH ĐẠO PHÒNG, BAN, ĐƠN VỊ",
		"III. LÃNH ĐẠO CÁC XÃ", "Chủ tịch UBND các", "(Danh sách có 03 người, chưa kể lãnh đạo các phòng, ban, đơn vị chuyên môn và chủ tịch UBND các xã)")
	inOrder(t, madeOf(t, paperstest.HardVisit(t), "attendee_list", ""),
		"I. TRƯỞNG ĐOÀN", "Đại biểu 03", "II. LÃNH ĐẠO TỈNH", "LÃNH ĐẠO CÁC ĐỊA PHƯƠNG", "TỔ GIÚP VIỆC, PHÓNG VIÊN, LÁI XE", "(Danh sách có 26 người)")
}

// An order made by hand that mixes the ranks is kept, without groups.
func TestAnOrderMadeByHandIsKept(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "attendee_list"})
	guests := s.View.Attendees
	guests[1], guests[4] = guests[4], guests[1]
	guests[1].Pos = "i"
	got := made(t, s)
	lacks(t, got, "I. LÃNH ĐẠO")
	inOrder(t, got, "Nông Long Giang", "Chủ tịch UBND các", "Triệu Thị Thiết")
	guests[1].Pos = ""
	inOrder(t, made(t, s), "I. LÃNH ĐẠO HUYỆN", "Triệu Thị Thiết", "Chủ tịch UBND các")
}

func TestFormsOfTheList(t *testing.T) {
	v := paperstest.HardVisit(t)
	personal := []string{"0912 345", "LƯU HÀNH NỘI BỘ", "Ăn chay"}
	for variant, c := range map[string]struct {
		width      float64
		has, lacks []string
	}{
		"standard":  {210, []string{"Đơn vị công tác", "Thành viên"}, personal},
		"logistics": {297, append([]string{"Số điện thoại", "Giới tính", "Xe số", "Phòng nghỉ"}, personal...), []string{"CCCD", "Ngày sinh"}},
		"travel":    {297, append([]string{"Số CCCD", "Ngày sinh"}, personal...), nil},
		"sign":      {210, []string{"Ký nhận"}, personal},
		"meeting":   {210, []string{"Thành phần", "A. ĐOÀN CÔNG TÁC TỈNH CAO BẰNG", "B. XÃ QUẢNG KHÊ", "D. THÀNH PHỐ HỒ CHÍ MINH", "(Danh sách có 55 người, chưa kể lãnh đạo"}, personal},
	} {
		s := v.Subject(t, papers.Request{Kind: "attendee_list", Variant: variant})
		pages := paperstest.Layout(t, paperstest.Make(t, s))
		got := strings.Join(strings.Fields(pages.Text()), " ")
		t.Run(variant, func(t *testing.T) {
			has(t, got, c.has...)
			lacks(t, got, c.lacks...)
			if pages.List[0].Width != c.width {
				t.Errorf("%.0f mm wide", pages.List[0].Width)
			}
			if n := strings.Count(got, "STT"); n != len(pages.List) {
				t.Errorf("%d heads on %d pages", n, len(pages.List))
			}
		})
	}
}

func TestWhoseListAndOfWhichPaper(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "attendee_list"})
	s.Paper = &plan.Paper{Options: map[string]string{"of": "hosts", "attached_to": "programme"}}
	got := made(t, s)
	has(t, got, "Đại biểu huyện Đắk Glong tiếp và làm việc với Đoàn công tác huyện Thạch An", "Trịnh Anh", "(Kèm theo Chương trình số /CTr-UBND ngày /6/2024 của UBND huyện Đắk Glong)")
	lacks(t, got, "Nông Long Giang", "CỘNG HÒA")
	s.Paper = &plan.Paper{Options: map[string]string{"of": "both"}}
	inOrder(t, made(t, s), "A. ĐOÀN CÔNG TÁC HUYỆN THẠCH AN", "Nông Long Giang", "B. HUYỆN ĐẮK GLONG", "Trịnh Anh")
}

// drawnSubject is a visit with any attendees.
func drawnSubject(t *rapid.T, base papers.Subject) papers.Subject {
	s := base
	s.View.Attendees, s.Ranks = nil, map[string]int{}
	localities := []string{"", s.Guest.ID, "elsewhere"}
	for _, h := range s.Hosts {
		localities = append(localities, h.ID)
	}
	text := rapid.OneOf(rapid.StringN(0, 30, -1), rapid.SampledFrom([]string{"Phó Chủ tịch UBND huyện", "🚌", "ẨỄ"}))
	for i := range rapid.IntRange(0, 40).Draw(t, "people") {
		a := &plan.Attendee{
			Side: rapid.SampledFrom([]plan.Side{plan.Guest, plan.Host}).Draw(t, "side"), Name: fmt.Sprintf("Đại biểu %03d", i),
			Posts: rapid.SliceOfN(text, 0, 4).Draw(t, "posts"), Unit: text.Draw(t, "unit"), Needs: text.Draw(t, "needs"),
			Role:       rapid.SampledFrom([]string{"", plan.AttendeeHead, plan.AttendeeMember, plan.AttendeeService, plan.AttendeePress, plan.AttendeeInvited}).Draw(t, "role"),
			Attendance: rapid.SampledFrom([]plan.Attendance{"", plan.Confirmed, plan.Declined}).Draw(t, "attendance"),
			Group:      rapid.Bool().Draw(t, "group"), Count: rapid.IntRange(0, 30).Draw(t, "count"),
			Locality: rapid.SampledFrom(localities).Draw(t, "locality"), Pos: rapid.SampledFrom([]string{"", "i"}).Draw(t, "pos"),
			Contact: rapid.Bool().Draw(t, "contact"),
		}
		a.ID = fmt.Sprint(i)
		if rapid.Bool().Draw(t, "ranked") {
			s.Ranks[a.ID] = rapid.IntRange(100, 999).Draw(t, "rank")
		}
		s.View.Attendees = append(s.View.Attendees, a)
	}
	return s
}

// Whoever comes: nobody present is missing on a list, nobody who has declined
// stands on it, and no paper of the group panics.
func TestNobodyIsMissing(t *testing.T) {
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	v := paperstest.HardVisit(t)
	var bases []papers.Subject
	for _, ask := range paperstest.Requests(v) {
		switch ask.Kind {
		case "plan", "itinerary", "attendee_list", "invitation", "letter", "thanks", plan.PaperProgramme:
			bases = append(bases, v.Subject(t, ask))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := drawnSubject(t, rapid.SampledFrom(bases).Draw(t, "paper"))
		s.Style.Party = rapid.Bool().Draw(t, "party")
		kind, _ := papers.KindNamed(s.Request.Kind)
		pages, err := paper.Layout(kind.Make(s), fonts)
		if err != nil {
			t.Fatal(err)
		}
		if s.Request.Kind != "attendee_list" {
			return
		}
		got := pages.Text()
		for _, a := range s.View.Attendees {
			listed := a.Side == s.Side || s.Request.Variant == "meeting"
			if want := listed && a.Attendance != plan.Declined; strings.Contains(got, a.Name) != want {
				t.Fatalf("%s stands on the list: %t, want %t", a.Name, !want, want)
			}
		}
	})
}
