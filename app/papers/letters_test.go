package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

func TestEachInviteeHasASheetOfHisOwn(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "invitation"})
	for _, a := range s.View.Attendees {
		switch a.Name {
		case "Trần Nam Thuần":
			a.Role = plan.AttendeeHead
		case "Nguyễn Hữu Tấn":
			a.Role = plan.AttendeeService
		case "Trịnh Anh":
			a.Attendance = plan.Declined
		}
	}
	pages := paperstest.Layout(t, paperstest.Make(t, s))
	got := strings.Join(strings.Fields(pages.Text()), " ")
	if n := strings.Count(got, "GIẤY MỜI"); n != 2 || len(pages.List) != 2 {
		t.Errorf("%d invitations on %d pages", n, len(pages.List))
	}
	for _, page := range pages.List {
		if page.Number != 1 {
			t.Errorf("a sheet has the number %d", page.Number)
		}
	}
	inOrder(t, got, "HUYỆN ĐẮK GLONG", "Số: /GM-UBND", "GIẤY MỜI", "Tiếp và làm việc với Đoàn công tác huyện Thạch An, tỉnh Cao Bằng",
		"UBND huyện Đắk Glong trân trọng kính mời: ", "Nguyễn Văn Thông", "Tới dự buổi tiếp và làm việc với Đoàn công tác huyện Thạch An, tỉnh Cao Bằng về học tập kinh nghiệm",
		"Chủ trì: đồng chí Trần Nam Thuần", "Thời gian: 13 giờ 30 phút, ngày 10 tháng 6 năm 2024 (thứ Hai).", "Địa điểm: Huyện Đắk Glong.", "./.")
	lacks(t, got, "kính mời: đồng chí Trần Nam Thuần", "Nguyễn Hữu Tấn", "Trịnh Anh", "Nông Long Giang")
}

func TestOneInvitationWithAList(t *testing.T) {
	inOrder(t, madeOf(t, paperstest.Sample(t), "invitation", "list"), "trân trọng kính mời: các đồng chí có tên trong danh sách kèm theo.", "./.",
		"DANH SÁCH", "(Kèm theo Giấy mời số /GM-UBND ngày /6/2024 của UBND huyện Đắk Glong)", "Nguyễn Văn Thông", "Trịnh Anh", "(Danh sách có 04 người, chưa kể")
}

// Of several hosts each invites its own people, to its own place.
func TestAHostInvitesItsOwnPeople(t *testing.T) {
	s := paperstest.HardVisit(t).Subject(t, papers.Request{Kind: "invitation", Variant: "list"})
	s.Issuer = &plan.Office{Name: "UBND tỉnh Lạng Sơn", Locality: s.Hosts[1].ID}
	got := made(t, s)
	has(t, got, "Địa điểm: Trung tâm Hội nghị tỉnh", "Lạng Sơn, ngày")
	for _, a := range s.View.Attendees {
		invited := a.Side == plan.Host && a.Locality == s.Hosts[1].ID && a.Attendance != plan.Declined && s.Ranks[a.ID] < 800
		if a.Side == plan.Host && strings.Contains(got, a.Name) != invited {
			t.Errorf("%s, %v: invited is %t", a.Name, a.Posts, !invited)
		}
	}
}

func TestLettersOfBothSides(t *testing.T) {
	v := paperstest.Sample(t)
	contact := madeOf(t, v, "letter", "contact")
	inOrder(t, contact, "HUYỆN THẠCH AN", "Số: /UBND", "V/v liên hệ, phối hợp tổ chức cho Đoàn công tác đến học tập kinh nghiệm",
		"Thạch An, ngày", "Kính gửi: UBND huyện Đắk Glong, tỉnh Đắk Nông.", "UBND huyện Thạch An tổ chức Đoàn công tác đi học tập kinh nghiệm",
		"1. Thời gian: 01 ngày, thứ Hai ngày 10/6/2024.", "2. Thành phần Đoàn: đồng chí Nông Long Giang", "3. Nội dung làm việc:", "- Hỗ trợ nhà ở",
		"4. Tham quan thực tế: Mô hình trồng dâu nuôi tằm (Thôn 8, xã Quảng Khê).", "5. Đầu mối liên hệ: …", "./.", "Như trên")
	reply := madeOf(t, v, "letter", "reply")
	inOrder(t, reply, "HUYỆN ĐẮK GLONG", "Số: /UBND", "V/v tiếp và làm việc với Đoàn công tác huyện Thạch An", "Đắk Glong, ngày", "Kính gửi: UBND huyện Thạch An, tỉnh Cao Bằng.",
		"Phúc đáp Công văn số", "của UBND huyện Thạch An về việc liên hệ", "UBND huyện Đắk Glong nhất trí", "Trịnh Anh", "./.")
	for _, got := range []string{contact, reply} {
		lacks(t, got, "CV-", "CÔNG VĂN", "{")
	}
}

func TestTheReplyCitesTheLetter(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "letter", Variant: "reply"})
	s.View.Papers = []*plan.Paper{{PaperKind: "letter", Number: "3", Symbol: "UBND-VX", Date: "2024-05-20"}}
	has(t, made(t, s), "Phúc đáp Công văn số 03/UBND-VX ngày 20/5/2024 của UBND huyện Thạch An")
}

// Each variant of a letter is of one side, whoever prints it.
func TestTheVariantDecidesWhoIssues(t *testing.T) {
	host, guest, visit := offices(t)
	send(t, host, guest, visit)
	for _, d := range []*desk.Desk{host, guest} {
		for variant, side := range map[string]plan.Side{"": plan.Guest, "contact": plan.Guest, "reply": plan.Host} {
			s, err := d.Subject(visit, papers.Request{Kind: "letter", Variant: variant}, nil)
			if err != nil || s.Side != side {
				t.Errorf("%q is of %s, %v", variant, s.Side, err)
			}
		}
	}
}

func TestOwnWordsReplaceTheBody(t *testing.T) {
	v := paperstest.Sample(t)
	for kind, gone := range map[string]string{"letter": "1. Thời gian", "thanks": "Kính chúc", "invitation": "Chủ trì"} {
		s := v.Subject(t, papers.Request{Kind: kind})
		s.Paper = &plan.Paper{Wording: "Lời riêng gửi {khách} và {gì đó}.\n\nĐoạn hai", About: "Việc riêng", Draft: true}
		got := made(t, s)
		inOrder(t, got, "DỰ THẢO", "iệc riêng", "Lời riêng gửi huyện Thạch An và {gì đó}.", "Đoạn hai")
		lacks(t, got, gone)
	}
}

// Times that are examples are nowhere given for settled.
func TestExamplesOfTimesAreCalledSo(t *testing.T) {
	v := paperstest.Sample(t)
	for _, ask := range []papers.Request{
		{Kind: "invitation"},
		{Kind: "letter", Variant: "reply"},
		{Kind: "itinerary"},
		{Kind: "plan"},
		{Kind: "programme", Variant: "leader"},
		{Kind: "programme", Variant: "days"},
		{Kind: "programme", Variant: "full"},
		{Kind: "programme", Variant: "personal"},
		{Kind: "programme", Variant: "internal"},
	} {
		has(t, madeOf(t, v, ask.Kind, ask.Variant), "là minh họa")
	}
}

func TestThanks(t *testing.T) {
	got := madeOf(t, paperstest.Sample(t), "thanks", "")
	inOrder(t, got, "HUYỆN THẠCH AN", "Thạch An, ngày", "THƯ CẢM ƠN", "Kính gửi: UBND huyện Đắk Glong, tỉnh Đắk Nông.",
		"Trong chuyến công tác ngày 10/6/2024, Đoàn công tác huyện Thạch An đã đến làm việc tại huyện Đắk Glong", "hỗ trợ nhà ở cho hộ nghèo", "Kính chúc", "CHỦ TỊCH")
	lacks(t, got, "Số:", "./.", "{")
}

// The Party's letters do have a kind, CV.
func TestAPartyLetter(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "letter"})
	s.Style.Party = true
	has(t, made(t, s), "Số -CV/HU", "Kính gửi: Huyện ủy Đắk Glong, tỉnh Đắk Nông.", "ĐẢNG BỘ TỈNH CAO BẰNG HUYỆN ỦY THẠCH AN")
}

// The guests' own way and meals are nothing to which a host invites, and of
// several hosts each invites for its own days.
func TestAHostInvitesForItsOwnHours(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "invitation"})
	day := s.View.Visit.When.From
	s.View.Agenda = append([]*plan.AgendaItem{{Title: "Khởi hành", ItemKind: plan.ItemTravel, When: plan.Slot{Day: day, Start: "05:00"}}}, s.View.Agenda...)
	got := made(t, s)
	has(t, got, "Thời gian: 13 giờ 30 phút, ngày 10 tháng 6 năm 2024")
	lacks(t, got, "5 giờ")

	hard := paperstest.HardVisit(t)
	for ask, want := range map[papers.Request]string{
		{Kind: "invitation"}:               "Thời gian: …… giờ ……, ngày 02 tháng 12 năm 2026 (thứ Tư).",
		{Kind: "letter", Variant: "reply"}: "1. Thời gian: từ ngày 02/12 đến ngày 03/12/2026.",
	} {
		s := hard.Subject(t, ask)
		s.Issuer = &plan.Office{Name: "UBND tỉnh Lạng Sơn", Locality: s.Hosts[1].ID}
		for _, item := range s.View.Agenda {
			item.Stop = ""
		}
		has(t, made(t, s), want)
	}
}

// What a letter says is attached is attached, and says to what it belongs.
func TestTheListStandsBehindTheLetterThatSpeaksOfIt(t *testing.T) {
	contact, reply := papers.Request{Kind: "letter", Variant: "contact"}, papers.Request{Kind: "letter", Variant: "reply"}
	many, few := paperstest.HardVisit(t), paperstest.Sample(t)
	inOrder(t, flat(t, many.Subject(t, contact)), "(có danh sách kèm theo)", "Nơi nhận", "DANH SÁCH", "(Kèm theo Công văn số", "(Danh sách có")
	for _, s := range []papers.Subject{many.Subject(t, reply), few.Subject(t, contact)} {
		if strings.Contains(flat(t, s), "DANH SÁCH") {
			t.Errorf("a list behind a letter that speaks of none")
		}
	}
}
