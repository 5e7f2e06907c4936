package papers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/civil"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// made gives the text of a paper with white space folded.
func made(t testing.TB, s papers.Subject) string {
	t.Helper()
	return strings.Join(strings.Fields(paperstest.Layout(t, paperstest.Make(t, s)).Text()), " ")
}

// madeOf gives the text of a paper of a visit.
func madeOf(t testing.TB, v paperstest.Visit, kind, variant string) string {
	t.Helper()
	ask := papers.Request{Kind: kind, Variant: variant}
	if variant == "personal" {
		ask.Attendee = v.Desk.Delegation(v.ID, plan.Guest)[0].Attendee.ID
	}
	s := v.Subject(t, ask)
	s.Request.Attendee = "" // of nobody's: a form to fill
	return made(t, s)
}

func TestInternalProgrammeTellsWhoPrepares(t *testing.T) {
	got := madeOf(t, paperstest.HardVisit(t), plan.PaperProgramme, "internal")
	inOrder(t, got, "LƯU HÀNH NỘI BỘ", "CHƯƠNG TRÌNH", "Đơn vị chuẩn bị", "Phương tiện, hậu cần", "Ghi chú",
		"Nội dung 01", "Nội dung 10", "IV. PHÂN CÔNG CHUẨN BỊ", "1. Văn phòng HĐND và UBND: máy chiếu, báo cáo, nước uống (nội dung 1 - 40)",
		"V. PHƯƠNG TIỆN, NƠI NGHỈ", "Xe số 1, biển số 11B-000.01, 29 chỗ; người lái: Lái xe 01", "Nhà khách tỉnh", "12 phòng")
	has(t, got, "Nội bộ", "Nếu mưa: xem phóng sự tại hội trường")
}

// What is internal stands on no other form.
func TestOnlyTheInternalFormHasInternalMatters(t *testing.T) {
	v := paperstest.HardVisit(t)
	for _, variant := range []string{"", "full", "days", "personal", "leader"} {
		lacks(t, madeOf(t, v, plan.PaperProgramme, variant), "Nội dung 10:", "Nội dung 20:", "Máy chiếu", "LƯU HÀNH NỘI BỘ", "11B-000.01", "0912 345", "Ăn chay")
	}
}

func TestItemsPastMidnight(t *testing.T) {
	for length, want := range map[int]string{13 * 60: "19h30 - 8h30 hôm sau", 270: "19h30 - 24h00", 90: "19h30 - 21h00", 0: "19h30"} {
		item := &plan.AgendaItem{Title: "Giao lưu", When: plan.Slot{Day: "2026-11-30", Start: "19:30", Length: length}}
		got := text(t, papers.Subject{View: plan.VisitView{Visit: &plan.Visit{}, Agenda: []*plan.AgendaItem{item}}})
		has(t, got, want+" Giao lưu")
	}
}

func TestAManyPeopledDelegationIsTold(t *testing.T) {
	got := madeOf(t, paperstest.HardVisit(t), plan.PaperProgramme, "")
	inOrder(t, got, "1. Đoàn công tác tỉnh Cao Bằng: 26 đồng chí, do đồng chí Đại biểu 03, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện làm Trưởng đoàn (có danh sách kèm theo).",
		"2. Xã Quảng Khê: 10 đồng chí và lãnh đạo các phòng, ban, đơn vị chuyên môn", "3. Tỉnh Lạng Sơn:", "4. Thành phố Hồ Chí Minh:", "III.")
}

func TestTheFullProgrammeNamesEverybody(t *testing.T) {
	v := paperstest.HardVisit(t)
	s := v.Subject(t, papers.Request{Kind: plan.PaperProgramme, Variant: "full"})
	got := made(t, s)
	for _, a := range s.View.Attendees {
		if a.Attendance != plan.Declined {
			has(t, got, a.Name)
		}
	}
	has(t, got, "Chủ trì: Đ/c", "Thực hiện: Đ/c")
}

func TestDaysAndPartsOfTheDay(t *testing.T) {
	got := madeOf(t, paperstest.HardVisit(t), plan.PaperProgramme, "days")
	inOrder(t, got, "III. LỊCH TRÌNH", "Buổi", "Ngày 30/11/2026 (thứ Hai)", "Sáng 7h30 - 9h00", "9h30", "Trưa 11h30", "Chiều 13h30", "Tối 19h30", "Ngày 01/12/2026 (thứ Ba)", "Sáng 7h30")
}

func TestThePersonalSheetIsHis(t *testing.T) {
	v := paperstest.HardVisit(t)
	first := v.Desk.Delegation(v.ID, plan.Guest)[0].Attendee.ID
	s := v.Subject(t, papers.Request{Kind: plan.PaperProgramme, Variant: "personal", Attendee: first})
	who, contact := s.View.Attendees[3], s.View.Attendees[30]
	for _, a := range s.View.Attendees {
		a.Contact = a == contact
	}
	s.Request.Attendee, who.Vehicle = who.ID, s.Vehicles[0].ID
	s.View.Agenda[0].Leads = []plan.Speaker{{Attendee: who.ID}}
	title := s.View.Agenda[0].Title
	got := made(t, s)
	inOrder(t, got, "CHƯƠNG TRÌNH CỦA ĐẠI BIỂU", "Đại biểu: Đồng chí "+who.Name, "Phương tiện: Xe số 1, biển số 11B-000.01", "Phòng nghỉ: "+who.Room,
		"Đầu mối liên hệ: đồng chí "+contact.Name, "điện thoại "+contact.Phone, "NỘI DUNG CHỦ TRÌ, TRÌNH BÀY", title+" (chủ trì)", "CHƯƠNG TRÌNH CHUNG", title, "Chủ trì")
	s.Request.Attendee = ""
	has(t, made(t, s), "Đại biểu: …", title)
}

// Whatever the programme holds, the leader has one page, and what is left off
// is told.
func TestTheLeadersPageIsOne(t *testing.T) {
	v := paperstest.HardVisit(t)
	base := v.Subject(t, papers.Request{Kind: plan.PaperProgramme, Variant: "leader"})
	has(t, made(t, base), "Nội dung 01", "Nội dung 39")
	rapid.Check(t, func(t *rapid.T) {
		s, items := base, rapid.IntRange(0, 150).Draw(t, "items")
		s.View.Agenda = nil
		s.Open = slices.Repeat([]string{"Nội dung (địa điểm)"}, rapid.IntRange(0, 300).Draw(t, "open"))
		word := rapid.SampledFrom([]string{"Trao đổi kinh nghiệm ", "ẨỄỬỘ", "x", "🚌 "})
		for i := range items {
			s.View.Agenda = append(s.View.Agenda, &plan.AgendaItem{
				Title: strings.Repeat(word.Draw(t, "word"), rapid.IntRange(1, 25).Draw(t, "times")), Place: "Phòng họp số 1",
				When: plan.Slot{Day: paperstest.HardDay.AddDays(i / 9), Start: civil.ClockAt(400 + 60*(i%9)), Length: 60},
			})
		}
		pages := leaderPages(t, s)
		if n := len(pages.List); n != 1 {
			t.Fatalf("%d pages for %d items", n, items)
		}
	})
}

func leaderPages(t *rapid.T, s papers.Subject) *paper.Pages {
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := paper.Layout(papers.Programme(s), fonts)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestTheLeaderIsToldWhatIsLeftOff(t *testing.T) {
	s := paperstest.HardVisit(t).Subject(t, papers.Request{Kind: plan.PaperProgramme, Variant: "leader"})
	s.View.Agenda = nil
	for i := range 200 {
		s.View.Agenda = append(s.View.Agenda, &plan.AgendaItem{Title: fmt.Sprintf("Nội dung %03d", i+1)})
	}
	got := made(t, s)
	n := strings.Count(got, "Nội dung ") - 1
	has(t, got, fmt.Sprintf("Còn %d nội dung, có trong chương trình đầy đủ.", 200-n))
	if n < 30 {
		t.Errorf("%d items on the page", n)
	}
}
