package papers_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/paper"
	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

// afterText is the text of a paper of the sample visit after a change, with
// white space folded.
func afterText(t *testing.T, ask papers.Request, change func(tx *desk.Tx, view plan.VisitView) error) string {
	t.Helper()
	v := paperstest.Sample(t)
	changeVisit(t, v, change)
	return pageText(t, v, ask)
}

func changeVisit(t *testing.T, v paperstest.Visit, change func(tx *desk.Tx, view plan.VisitView) error) {
	t.Helper()
	if change == nil {
		return
	}
	view, _ := v.Desk.View(v.ID)
	if err := v.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return change(tx, view) }); err != nil {
		t.Fatal(err)
	}
}

func pageText(t *testing.T, v paperstest.Visit, ask papers.Request) string {
	t.Helper()
	return strings.Join(strings.Fields(paperstest.Layout(t, v.Document(t, ask)).Text()), " ")
}

func putAll(tx *desk.Tx, records ...plan.Record) error {
	for _, r := range records {
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	return nil
}

func TestMinutesFollowTheForm(t *testing.T) {
	got := afterText(t, papers.Request{Kind: "minutes"}, func(tx *desk.Tx, view plan.VisitView) error {
		id, topic := view.Visit.ID, view.Topics[0].ID
		return putAll(tx,
			&plan.Attendee{Visit: id, Side: plan.Guest, Name: "Đại biểu 01", Role: plan.AttendeeSecretary},
			&plan.Attendee{Visit: id, Side: plan.Host, Name: "Đại biểu 02", Role: plan.AttendeeHead, Posts: []string{"Phó Bí thư Huyện ủy"}},
			&plan.Attendee{Visit: id, Side: plan.Host, Name: "Đại biểu 03", Attendance: plan.Declined},
			&plan.Question{Visit: id, Topic: topic, Text: "Kinh phí từ nguồn nào?", AskedBy: "Phòng Kinh tế", Answer: "Từ ngân sách huyện.", State: plan.QuestionAnswered},
			&plan.Question{Visit: id, Topic: topic, Text: "Tiến độ ra sao?", State: plan.QuestionLater},
			&plan.Question{Visit: id, Text: "Câu hỏi chung?"},
			&plan.FollowUp{Visit: id, Action: "Xây dựng kế hoạch", Lead: "Phòng Kinh tế", Due: "2024-07-05"},
		)
	})
	inOrder(t, got, "BIÊN BẢN", "Thời gian bắt đầu", "… giờ …", "Địa điểm:", "Thành phần tham dự", "Đoàn công tác huyện Thạch An:", "Huyện Đắk Glong:",
		"Chủ trì (chủ tọa): Đồng chí Đại biểu 02, Phó Bí thư Huyện ủy.", "Thư ký (người ghi biên bản): Đồng chí Đại biểu 01, Thư ký đoàn.",
		"I. DIỄN BIẾN", "Đ/c Trịnh Anh", "II. NỘI DUNG TRAO ĐỔI", "Hỏi (Phòng Kinh tế): Kinh phí từ nguồn nào?", "Từ ngân sách huyện.",
		"sẽ trả lời bằng văn bản sau", "Nội dung khác", "Câu hỏi chung?", "III. KẾT LUẬN", "Xây dựng kế hoạch; chủ trì: Phòng Kinh tế; thời hạn: 05/7/2024.",
		"kết thúc vào … giờ …", "./.", "THƯ KÝ", "Đại biểu 01", "CHỦ TỌA", "Đại biểu 02", "Nơi nhận:")
	lacks(t, got, "Đại biểu 03", "Thạch An, ngày", "13 giờ 30 phút")
}

// The secretary signs on the left, level with the chair on the right.
func TestMinutesHaveTwoSignatures(t *testing.T) {
	pages := paperstest.Layout(t, paperstest.Sample(t).Document(t, papers.Request{Kind: "minutes"}))
	at := map[string]paper.Text{}
	for _, page := range pages.List {
		for _, op := range page.Ops {
			if text, ok := op.(paper.Text); ok {
				at[text.String] = text
			}
		}
	}
	left, right := at["THƯ KÝ"], at["CHỦ TỌA"]
	if left.Y == 0 || left.Y != right.Y || left.X+left.Width >= 110 || right.X <= 110 {
		t.Errorf("secretary at %.1f, %.1f; chair at %.1f, %.1f", left.X, left.Y, right.X, right.Y)
	}
}

func TestReportHasItsPartsInOrder(t *testing.T) {
	got := afterText(t, papers.Request{Kind: "report"}, func(tx *desk.Tx, view plan.VisitView) error {
		view.Visit.Funding = "gnbv-2021-2025.7"
		task := &plan.FollowUp{Visit: view.Visit.ID, Side: plan.Guest, Action: "Nhân rộng mô hình", Lead: "Phòng Kinh tế", Due: "2024-12-31", State: plan.FollowUpDoing}
		return putAll(tx, view.Visit, task,
			&plan.FollowUp{Visit: view.Visit.ID, Side: plan.Host, Action: "Gửi tài liệu cho đoàn"},
			&plan.Lesson{Visit: view.Visit.ID, Title: "Giao chỉ tiêu đến thôn", WhatHostDoes: "Mỗi thôn có tổ theo dõi", Applicability: "conditional"},
		)
	})
	inOrder(t, got, "/BC-UBND", "BÁO CÁO", "Kết quả chuyến công tác học tập kinh nghiệm", "huyện Đắk Glong, tỉnh Đắk Nông", "Kết quả như sau:",
		"I. KHÁI QUÁT CHUYẾN CÔNG TÁC", "ngày 10/6/2024", "Nông Long Giang", "làm Trưởng đoàn", "II. NỘI DUNG VÀ KẾT QUẢ", "Tham quan thực tế", "Mô hình trồng dâu nuôi tằm",
		"III. ĐÁNH GIÁ CHUNG", "Phụ lục II", "IV. BÀI HỌC KINH NGHIỆM", "Giao chỉ tiêu đến thôn", "Cách làm: Mỗi thôn có tổ theo dõi.", "Áp dụng có điều kiện",
		"V. ĐỀ XUẤT, KIẾN NGHỊ", "Thời hạn hoàn thành", "Nhân rộng mô hình", "31/12/2024", "Đang thực hiện", "Kiến nghị cấp trên", "VI. KINH PHÍ", "Dự án 7", "./.",
		"Nơi nhận:", "Phụ lục I", "DANH SÁCH", "(Kèm theo Báo cáo số", "Triệu Thị Thiết", "Phụ lục II", "BẢNG SO SÁNH SỐ LIỆU", "46,66")
	lacks(t, got, "Gửi tài liệu cho đoàn", "Kính gửi", "Như trên", "13h30")
}

func TestReportToASuperiorNamesAnAddressee(t *testing.T) {
	v := paperstest.Sample(t)
	p := v.Desk.PaperOf(v.ID, "report", "")
	p.Options = map[string]string{"addressed": "superior"}
	put(t, v.Desk, p)
	inOrder(t, pageText(t, v, papers.Request{Kind: "report"}), "BÁO CÁO", "Kính gửi: …", "Nơi nhận:", "- Như trên;")
}

// tasks are one done in time, one done late, one late and one due later.
func tasks(tx *desk.Tx, view plan.VisitView) error {
	id := view.Visit.ID
	done := &plan.FollowUp{Visit: id, Action: "Việc một", Due: "2024-07-01", State: plan.FollowUpDone, DoneOn: "2024-06-30"}
	late := &plan.FollowUp{Visit: id, Action: "Việc hai", Due: "2024-07-05", State: plan.FollowUpDone, DoneOn: "2024-08-01"}
	open := &plan.FollowUp{Visit: id, Action: "Việc ba", Due: "2024-06-20"}
	if err := putAll(tx, done, late, open, &plan.FollowUp{Visit: id, Action: "Việc bốn", Due: "2024-09-01"}, &plan.FollowUp{Visit: id, Action: "Việc năm"}); err != nil {
		return err
	}
	return putAll(tx,
		&plan.ProgressEntry{Visit: id, FollowUp: open.ID, On: "2024-06-15", Text: "Đã trình dự thảo"},
		&plan.ProgressEntry{Visit: id, FollowUp: open.ID, On: "2024-06-25", Text: "Đang lấy ý kiến", Evidence: "Tờ trình số 12"},
		&plan.ProgressEntry{Visit: id, FollowUp: open.ID, On: "2024-08-25", Text: "Đã ban hành"},
	)
}

func TestTasksAfterAMonth(t *testing.T) {
	v := paperstest.Sample(t)
	changeVisit(t, v, tasks)
	s := v.Subject(t, papers.Request{Kind: "follow_ups", Variant: "month_1"})
	s.Today = "2024-12-01"
	got := strings.Join(strings.Fields(paperstest.Layout(t, paperstest.Make(t, s)).Text()), " ")
	inOrder(t, got, "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ", "Sau 01 tháng", "Kỳ báo cáo đến ngày 10/7/2024; tình hình đến ngày 10/7/2024",
		"Tổng số: 05 nhiệm vụ; trong đó: 03 chưa thực hiện, 01 đang thực hiện, 01 đã hoàn thành; đến hạn: 03 nhiệm vụ; quá hạn: 02 nhiệm vụ.", "Việc bốn", "01/9/2024", "Việc năm")
	has(t, got, "Việc một", "Việc hai", "Việc ba", "(30/6/2024)", "QUÁ HẠN 20 NGÀY", "QUÁ HẠN 05 NGÀY", "Ngày 25/6/2024: Đang lấy ý kiến", "(Tờ trình số 12)")
	lacks(t, got, "Đã trình dự thảo", "Đã ban hành", "01/8/2024")

	s.Today = "2024-06-18" // before the month is over, as things stand today
	early := strings.Join(strings.Fields(paperstest.Layout(t, paperstest.Make(t, s)).Text()), " ")
	has(t, early, "tình hình đến ngày 18/6/2024", "Đã trình dự thảo")
	lacks(t, early, "QUÁ HẠN")

	s.Today = "2024-06-03" // before the visit, of which there is nothing to tell yet
	before := made(t, s)
	has(t, before, "(Kỳ báo cáo đến ngày 10/7/2024; tình hình đến ngày …)", "Tổng số: 05 nhiệm vụ; trong đó")
	lacks(t, before, "03/6/2024", "QUÁ HẠN", "đến hạn:")
}

func TestTaskListNamesBothSides(t *testing.T) {
	got := afterText(t, papers.Request{Kind: "follow_ups"}, func(tx *desk.Tx, view plan.VisitView) error {
		return putAll(tx, &plan.FollowUp{Visit: view.Visit.ID, Side: plan.Host, Action: "Gửi tài liệu"}, &plan.FollowUp{Visit: view.Visit.ID, Action: "Báo cáo kết quả", With: "UBND các xã"})
	})
	inOrder(t, got, "DANH MỤC NHIỆM VỤ", "Kèm theo Báo cáo số", "Đoàn công tác huyện Thạch An", "Báo cáo kết quả", "UBND các xã", "Chưa thực hiện", "Huyện Đắk Glong", "Gửi tài liệu")
}

func TestModelSheetLeavesOutWhoAndPhone(t *testing.T) {
	v := paperstest.Sample(t)
	model := desk.All[*plan.Model](v.Desk)[0]
	model.Introducer, model.Phone, model.HolderKind, model.Holder = "Đại biểu 01", "0912 345 678", "cooperative", "Hợp tác xã"
	model.TotalCost, model.NetIncome, model.Households = 1_250_000_000, -2_000_000, 5
	put(t, v.Desk, model)
	got := pageText(t, v, papers.Request{Kind: "model_sheet", Model: model.ID})
	has(t, got, "PHIẾU MÔ HÌNH", "Mô hình trồng dâu nuôi tằm", "Thôn 8, xã Quảng Khê, huyện Đắk Glong", "Hợp tác xã", "1.250.000.000 đồng", "-2.000.000 đồng", "05 hộ", "Khó khăn, vướng mắc")
	lacks(t, got, "Đại biểu 01", "0912", "Hợp tác xã: Hợp tác xã", " 0 ")
	s := v.Subject(t, papers.Request{Kind: "model_sheet", Model: model.ID})
	s.Request.Model = "00000000-0000-4000-8000-000000000000"
	if blank := paperstest.Layout(t, paperstest.Make(t, s)).Text(); strings.Contains(blank, "dâu") {
		t.Error("a model that there is not is printed as another")
	}
}

func TestGiftRegisterListsBothDirections(t *testing.T) {
	got := afterText(t, papers.Request{Kind: "gift_register"}, func(tx *desk.Tx, view plan.VisitView) error {
		return putAll(tx, &plan.Gift{Visit: view.Visit.ID, Direction: "received", Item: "Tranh thêu", Quantity: 2, Value: 1_500_000, Funding: "Ngân sách"})
	})
	inOrder(t, got, "LƯU HÀNH NỘI BỘ", "SỔ QUÀ LƯU NIỆM", "I. QUÀ TẶNG", "Quà lưu niệm", "Đã giao", "II. QUÀ NHẬN", "Tranh thêu", "02", "1.500.000", "Ngân sách")
}

// Whoever has not declined stands on the list of the report, whatever the name.
func TestNobodyIsMissingAfterTheVisit(t *testing.T) {
	fonts, err := paper.LoadFonts()
	if err != nil {
		t.Fatal(err)
	}
	base := paperstest.Sample(t).Subject(t, papers.Request{Kind: "report"})
	rapid.Check(t, func(t *rapid.T) {
		s := base
		s.View.Attendees, s.View.FollowUps, s.View.Questions = nil, nil, nil
		var names []string
		for i := range rapid.IntRange(0, 30).Draw(t, "people") {
			a := &plan.Attendee{
				Side: plan.Guest, Name: fmt.Sprintf("Đại-biểu-%03d", i), Posts: []string{rapid.String().Draw(t, "post")}, Unit: rapid.String().Draw(t, "unit"),
				Role: rapid.SampledFrom([]string{"", plan.AttendeeHead, plan.AttendeeSecretary}).Draw(t, "role"),
			}
			if rapid.Bool().Draw(t, "declined") {
				a.Attendance = plan.Declined
			} else {
				names = append(names, a.Name)
			}
			s.View.Attendees = append(s.View.Attendees, a)
		}
		for range rapid.IntRange(0, 3).Draw(t, "tasks") {
			s.View.FollowUps = append(s.View.FollowUps, &plan.FollowUp{Action: rapid.String().Draw(t, "action"), Due: civil.Date(rapid.String().Draw(t, "due"))})
			s.View.Questions = append(s.View.Questions, &plan.Question{Text: rapid.String().Draw(t, "question"), Answer: rapid.String().Draw(t, "answer")})
		}
		for _, kind := range []string{"report", "minutes", "follow_ups", "comparison", "model_sheet", "gift_register"} {
			s.Request = papers.Request{Kind: kind}
			k, _ := papers.KindNamed(kind)
			pages, err := paper.Layout(k.Make(s), fonts)
			if err != nil {
				t.Fatal(err)
			}
			if kind != "report" {
				continue
			}
			_, list, _ := strings.Cut(pages.Text(), "DANH SÁCH")
			for _, name := range names {
				if !strings.Contains(list, name) {
					t.Errorf("%s is not on the list", name)
				}
			}
		}
	})
}
