package papers_test

import (
	"strings"
	"testing"

	"nhipcau/app/papers"
	"nhipcau/app/papers/paperstest"
	"nhipcau/app/plan"
)

func TestThePlanOfTheSampleVisit(t *testing.T) {
	inOrder(t, madeOf(t, paperstest.Sample(t), "plan", ""),
		"HUYỆN THẠCH AN", "Số: /KH-UBND", "Thạch An, ngày tháng 6 năm 2024", "KẾ HOẠCH",
		"Tổ chức Đoàn công tác đi học tập kinh nghiệm thực hiện công tác giảm nghèo bền vững tại huyện Đắk Glong, tỉnh Đắk Nông",
		"Căn cứ Nghị quyết số 24/2021/QH15;", "Căn cứ Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ.", "UBND huyện Thạch An xây dựng Kế hoạch tổ chức Đoàn công tác đi học tập",
		"I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Trao đổi kinh nghiệm", "2. Yêu cầu", "II. NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN",
		"a) Đào tạo nghề cho lao động nông thôn.", "b) Hỗ trợ nhà ở", "2. Thời gian: 01 ngày, thứ Hai ngày 10/6/2024 (có Lịch trình kèm theo - Phụ lục II).",
		"3. Địa điểm: Huyện Đắk Glong, tỉnh Đắk Nông.", "4. Thành phần: 03 người", "do đồng chí Nông Long Giang, Phó Chủ tịch UBND huyện làm Trưởng đoàn (có Danh sách kèm theo - Phụ lục I).",
		"III. KINH PHÍ", "IV. TỔ CHỨC THỰC HIỆN", "1. Văn phòng HĐND và UBND: liên hệ với huyện Đắk Glong", "./.", "Nơi nhận", "UBND huyện Đắk Glong (p/h)", "TM. ỦY BAN NHÂN DÂN",
		"Phụ lục I", "DANH SÁCH", "(Kèm theo Kế hoạch số /KH-UBND ngày /6/2024 của UBND huyện Thạch An)", "Nông Long Giang", "(Danh sách có 03 người, chưa kể",
		"Phụ lục II", "LỊCH TRÌNH", "Chiều", "13h30 - 13h45")
}

func TestThePlanOfAHardVisit(t *testing.T) {
	got := madeOf(t, paperstest.HardVisit(t), "plan", "")
	inOrder(t, got, "Căn cứ Nghị quyết số 257/2025/QH15 của Quốc hội;", "Căn cứ Kế hoạch công tác năm 2026", "kết quả cần đạt: 02 mô hình",
		"Câu hỏi dự kiến:", "- Câu hỏi 1:", "giải ngân?", "06 ngày, từ ngày 30/11 đến ngày 05/12/2026, kể cả thời gian đi đường",
		"3. Địa điểm", "a) Xã Quảng Khê, tỉnh Lâm Đồng: Phòng họp số 1", "b) Tỉnh Lạng Sơn: Trung tâm Hội nghị tỉnh", "c) Thành phố Hồ Chí Minh: Hội trường Thống Nhất",
		"4. Thành phần: 26 người, do đồng chí Đại biểu 03", "Xe số 1 (29 chỗ), Xe số 2 (7 chỗ); nơi nghỉ: Nhà khách tỉnh",
		"Nguồn kinh phí: Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững",
		"Phòng Kinh tế: chuẩn bị nội dung, câu hỏi trao đổi về đào tạo nghề", "(Danh sách có 26 người)")
	lacks(t, got, "11B-000.01", "0912 345", "giải ngân?.", "Nội dung 10:", "🚌", "mtqg-2026-2035")
}

func TestTheSourceOfTheMoneyIsOfTheCatalogue(t *testing.T) {
	v := paperstest.Sample(t)
	for funding, want := range map[string]string{
		"gnbv-2021-2025.7": "Nguồn kinh phí: Dự án 7: Nâng cao năng lực và giám sát, đánh giá Chương trình thuộc Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025;",
		"Ngân sách huyện":  "Nguồn kinh phí: Ngân sách huyện;",
		"no-such-code":     "Nguồn kinh phí: …",
		"":                 "Nguồn kinh phí: …",
	} {
		s := v.Subject(t, papers.Request{Kind: "plan"})
		s.View.Visit.Funding = funding
		has(t, made(t, s), want)
	}
}

func TestErrands(t *testing.T) {
	v := paperstest.Sample(t)
	for title, want := range map[string]string{
		"Khảo sát mô hình":                   "Đoàn công tác đi khảo sát mô hình tại huyện Đắk Glong, tỉnh Đắk Nông",
		"Công tác dân vận":                   "Đoàn công tác về công tác dân vận tại huyện Đắk Glong",
		"Làm việc tại huyện Đắk Glong":       "Đoàn công tác đi làm việc tại huyện Đắk Glong",
		"Đoàn công tác làm việc":             "Đoàn công tác đi công tác tại huyện Đắk Glong",
		"Nhà nước và Nhân dân cùng tham gia": "Đoàn công tác về Nhà nước và Nhân dân",
	} {
		s := v.Subject(t, papers.Request{Kind: "plan"})
		s.View.Visit.Title = title
		got := made(t, s)
		has(t, got, want)
		if strings.Contains(got, "tại huyện Đắk Glong tại") {
			t.Errorf("%q says twice where", title)
		}
	}
}

func TestNumberAndDateOfThePlanStandOnItsAnnexes(t *testing.T) {
	s := paperstest.Sample(t).Subject(t, papers.Request{Kind: "plan"})
	s.Issuer = &plan.Office{Name: "UBND huyện Thạch An", Symbol: "UBND-TA"}
	s.Paper = &plan.Paper{Number: "15", Date: "2024-06-05", About: "Cử Đoàn công tác", Recipients: []string{"Thường trực Huyện ủy"}}
	got := made(t, s)
	has(t, got, "Số: 15/KH-UBND-TA", "Thạch An, ngày 05 tháng 6 năm 2024", "KẾ HOẠCH Cử Đoàn công tác", "Thường trực Huyện ủy")
	if n := strings.Count(got, "(Kèm theo Kế hoạch số 15/KH-UBND-TA ngày 05/6/2024 của UBND huyện Thạch An)"); n != 2 {
		t.Errorf("%d annexes name it", n)
	}
}

// A Party committee issues the plan in the layout of the Party.
func TestThePlanOfAPartyCommittee(t *testing.T) {
	s := paperstest.HardVisit(t).Subject(t, papers.Request{Kind: "plan"})
	s.Style.Party = true
	got := made(t, s)
	inOrder(t, got, "TỈNH ỦY CAO BẰNG", "*", "Số -KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Cao Bằng, ngày", "KẾ HOẠCH", "Tỉnh ủy Cao Bằng xây dựng Kế hoạch",
		"Văn phòng Tỉnh ủy: liên hệ", "Lưu: Văn phòng", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", "(Kèm theo Kế hoạch số -KH/TU ngày /11/2026 của Tỉnh ủy Cao Bằng)")
	lacks(t, got, "CỘNG HÒA XÃ HỘI", "Số:", "TM.")
	s.Style.Party, s.Side = true, plan.Host
	has(t, made(t, s), "ĐẢNG BỘ TỈNH LÂM ĐỒNG ĐẢNG ỦY XÃ QUẢNG KHÊ", "Số -KH/ĐU")
}
