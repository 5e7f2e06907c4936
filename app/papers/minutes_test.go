package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// Who speaks may be told in words that have a dash of their own.
func TestSpeakersInWordsStandInFull(t *testing.T) {
	for _, kind := range []string{"minutes", "report"} {
		s := paperstest.Sample(t).Subject(t, papers.Request{Kind: kind})
		item := &plan.AgendaItem{Title: "Báo cáo tình hình", Presents: []plan.Speaker{{Text: "Lãnh đạo Phòng Lao động - Thương binh và Xã hội"}}}
		for _, a := range s.View.Attendees {
			if a.Name == "Trịnh Anh" {
				item.Leads = []plan.Speaker{{Attendee: a.ID}}
			}
		}
		s.View.Agenda = []*plan.AgendaItem{item}
		has(t, made(t, s), "Báo cáo tình hình (Lãnh đạo Phòng Lao động - Thương binh và Xã hội; Đ/c Trịnh Anh).")
	}
}

// Each of a small delegation has a line; of a large one the leaders, and a list
// as an annex.
func TestMinutesNameWhoWasThere(t *testing.T) {
	got := madeOf(t, paperstest.Sample(t), "minutes", "")
	inOrder(t, got, "Thành phần tham dự:", "1. Đoàn công tác huyện Thạch An:", "- Đồng chí Nông Long Giang, Phó Chủ tịch UBND huyện, Trưởng đoàn;",
		"- Đồng chí Triệu Thị Thiết,", "2. Huyện Đắk Glong:", "- Đồng chí Nguyễn Văn Thông,", "Chủ trì")
	lacks(t, got, "DANH SÁCH", "kèm theo")

	hard := madeOf(t, paperstest.HardVisit(t), "minutes", "")
	inOrder(t, hard, "1. Đoàn công tác tỉnh Cao Bằng:", "- Đồng chí Đại biểu 03, Phó Bí thư Huyện ủy", "- Cùng ", " đồng chí (có danh sách kèm theo).", "2. Xã Quảng Khê:",
		"Nơi nhận:", "Phụ lục", "DANH SÁCH", "(Kèm theo Biên bản số", "A. ĐOÀN CÔNG TÁC TỈNH CAO BẰNG", "D. THÀNH PHỐ HỒ CHÍ MINH", "(Danh sách có")
	text, _, _ := strings.Cut(hard, "2. Xã Quảng Khê:")
	lacks(t, text, "Chuyên viên", "Lái xe")
}

func TestConclusionsSayWhoseTheyAre(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "minutes"})
	s.View.FollowUps = []*plan.FollowUp{
		{Action: "Xây dựng kế hoạch", Lead: "Phòng Kinh tế", Side: plan.Guest},
		{Action: "Việc đã thôi", State: plan.FollowUpDropped, Side: plan.Guest},
		{Action: "Gửi tài liệu", Side: plan.Host},
	}
	got := made(t, s)
	inOrder(t, got, "III. KẾT LUẬN", "Đoàn công tác huyện Thạch An:", "- Xây dựng kế hoạch; chủ trì: Phòng Kinh tế.", "Huyện Đắk Glong:", "- Gửi tài liệu.")
	lacks(t, got, "Việc đã thôi")
}

// The talks begin on the day of the first item and end on that of the last; what
// nobody knows is left to fill.
func TestDaysOfTheMinutes(t *testing.T) {
	s := paperstest.HardVisit(t).Subject(t, papers.Request{Kind: "minutes"})
	s.View.Visit.When = plan.Period{From: "2026-11-29", To: "2026-12-09"}
	got := made(t, s)
	inOrder(t, got, "Thời gian bắt đầu: 7 giờ 30 phút, ngày 30 tháng 11 năm 2026.", "kết thúc vào … giờ …, ngày 05 tháng 12 năm 2026./.")
	s.View.Agenda = nil
	has(t, made(t, s), "bắt đầu: … giờ …, ngày … tháng … năm ….", "kết thúc vào … giờ …, ngày … tháng … năm …/.")
}
