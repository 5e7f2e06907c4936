package paperstest

import (
	"fmt"
	"testing"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// HardDay is the first of the six days of the hard visit.
const HardDay civil.Date = "2026-11-30"

// Names of attendees are none of people: they are "Đại biểu" in the shapes that
// names have (domain notes §4.1), at their longest, with marks stacked on
// capitals.
var hardNames = []string{
	"Nguyễn Phước Đại Biểu Một Hoàng Thị Ngọc Quỳnh Ưng Viễn", "Y Đại Biểu Niê Kđăm", "H'Đại Biểu Kđoh", "Giàng A Đại Biểu",
	"Vàng Thị Đại Biểu", "Điểu Đại Biểu", "K' Đại Biểu", "Ka Đại Biểu", "Tôn Nữ Đại Biểu Ẩn Ễn Ửng Ộp",
}

var hardPosts = [][]string{
	{"Ủy viên Ban Thường vụ Tỉnh ủy", "Bí thư Huyện ủy", "Chủ tịch Hội đồng nhân dân huyện", "Trưởng Đoàn đại biểu Quốc hội chuyên trách"},
	{"Phó Bí thư Thường trực Huyện ủy", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam huyện"},
	{"Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"},
	{"Ủy viên Ban Thường vụ", "Phó Chủ tịch HĐND huyện"},
	{"Ủy viên Ban Thường vụ", "Phó Chủ tịch UBND huyện"},
	{"Huyện ủy viên", "Trưởng phòng Lao động - Thương binh và Xã hội, Giám đốc Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên"},
	{"Chánh Văn phòng HĐND và UBND huyện"},
	{"Phó Trưởng phòng Nông nghiệp và Phát triển nông thôn"},
	{"Chủ tịch UBND xã"},
	{"Chủ tịch Hội Liên hiệp Phụ nữ huyện"},
	{"Chuyên viên"},
	{"Phóng viên"},
	{"Lái xe"},
}

// Hard builds a visit that is hard to print: 27 people, three hosts, six days,
// 40 items, names and posts at their longest, names of the Ê Đê and the H'Mông,
// stacked marks in capitals, notes with characters that no typeface has.
func Hard(t testing.TB, d *desk.Desk) string {
	t.Helper()
	h := hard{testing: t, desk: d}
	for _, name := range []string{"tỉnh Cao Bằng", "xã Quảng Khê, tỉnh Lâm Đồng", "tỉnh Lạng Sơn", "Thành phố Hồ Chí Minh"} {
		found := d.FindLocalities(name, HardDay, 1)
		if len(found) == 0 {
			t.Fatalf("no locality %s", name)
		}
		h.places = append(h.places, found[0].ID)
	}
	err := d.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		h.tx = tx
		h.visitAndStops()
		h.people()
		h.talks()
		h.agenda()
		h.results()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return h.visit
}

type hard struct {
	testing   testing.TB
	desk      *desk.Desk
	tx        *desk.Tx
	visit     string
	places    []string // the guest, then the hosts
	stops     []string
	vehicles  []string // a bus, and a small one
	attendees []string
	topics    []string
	fields    []string
	followUps []string
}

func (h *hard) put(r plan.Record) string {
	h.testing.Helper()
	if err := h.tx.Put(r); err != nil {
		h.testing.Fatal(err)
	}
	return r.Meta().ID
}

func (h *hard) visitAndStops() {
	last := HardDay.AddDays(5)
	h.visit = h.put(&plan.Visit{
		Title: "Học tập, trao đổi kinh nghiệm thực hiện các chương trình mục tiêu quốc gia, chuyển đổi số, giảm nghèo bền vững và " +
			"phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2026 - 2035",
		Purpose:    "Học tập cách làm hay, mô hình hiệu quả; trao đổi khó khăn, vướng mắc.\nKý kết chương trình phối hợp giữa các địa phương.",
		WhyHost:    "Các địa phương có nhiều điểm tương đồng.",
		Guest:      h.places[0],
		Hosts:      h.places[1:],
		When:       plan.Period{From: HardDay, To: last},
		Status:     plan.StatusPreparing,
		Funding:    "mtqg-2026-2035",
		LegalBasis: "Nghị quyết số 257/2025/QH15 của Quốc hội;\nKế hoạch công tác năm 2026 của Ủy ban nhân dân tỉnh.",
		Notes:      "Ghi chú nội bộ có ký tự lạ: 🚌 ☑ \u0007 kết thúc.",
	})
	venues := []string{"Phòng họp số 1, trụ sở Đảng ủy - HĐND - UBND xã", "Trung tâm Hội nghị tỉnh", "Hội trường Thống Nhất"}
	for i, place := range h.places[1:] {
		day := HardDay.AddDays(2 * i)
		h.stops = append(h.stops, h.put(&plan.Stop{
			Visit: h.visit, Locality: place, Venue: venues[i], Address: fmt.Sprintf("Số %02d, đường 30 tháng 4", i+1),
			When: plan.Period{From: day, To: day.AddDays(1)}, Pos: plan.Positions(3)[i],
		}))
	}
	for _, what := range []string{
		"Nắm cách làm về đào tạo nghề gắn với việc làm cho lao động nông thôn",
		"Học tập mô hình hợp tác xã gắn với chuỗi giá trị nông sản đặc hữu",
	} {
		h.put(&plan.Objective{Visit: h.visit, What: what, Target: "02 mô hình", Indicator: "Số mô hình áp dụng", Baseline: "0"})
	}
	h.vehicles = []string{
		h.put(&plan.Vehicle{Visit: h.visit, Side: plan.Guest, Name: "Xe số 1", Plate: "11B-000.01", Seats: 29, Driver: "Lái xe 01"}),
		h.put(&plan.Vehicle{Visit: h.visit, Side: plan.Guest, Name: "Xe số 2", Plate: "11A-000.02", Seats: 7, Driver: "Lái xe 02"}),
	}
	h.put(&plan.Lodging{Visit: h.visit, Name: "Nhà khách tỉnh", Address: "Phường Xuân Hương - Đà Lạt", When: plan.Period{From: HardDay, To: last}, Rooms: 12})
}

// Roles of some of the people, by their number on their side.
var (
	guestRoles = map[int]string{
		1: plan.AttendeeDeputy, 2: plan.AttendeeHead, 9: plan.AttendeeSecretary, 11: plan.AttendeePress, 18: plan.AttendeeInvited,
	}
	hostRoles = map[int]string{0: plan.AttendeeHead, 6: plan.AttendeeSecretary, 11: plan.AttendeePress, 12: plan.AttendeeService}
)

// inSmall is how many ride in the small vehicle: one more than its seats.
const inSmall = 7

// people are 27 guests, who fill two vehicles, and 30 hosts of three localities.
func (h *hard) people() {
	add := func(side plan.Side, place string, i int) {
		a := &plan.Attendee{
			Visit: h.visit, Side: side, Name: fmt.Sprintf("Đại biểu %02d", i+1), Posts: hardPosts[i%len(hardPosts)], Locality: place,
			Unit: "Phòng Văn hóa - Xã hội", Attendance: plan.Confirmed, Honorific: "dong_chi", Role: plan.AttendeeMember,
			Phone: fmt.Sprintf("0912 345 %03d", i), Room: fmt.Sprintf("%d%02d", i/10+1, i%10),
			Contact: i == 10,
		}
		roles := hostRoles
		if side == plan.Guest {
			roles, a.Vehicle = guestRoles, h.vehicles[0]
			if i < inSmall {
				a.Vehicle = h.vehicles[1]
			}
			if i < len(hardNames) && roles[i] != plan.AttendeeHead {
				a.Name = hardNames[i]
			}
		}
		if roles[i] != "" {
			a.Role = roles[i]
		}
		if i == 20 {
			a.Attendance = plan.Declined
		}
		if i == 6 {
			a.Needs = "Ăn chay; dị ứng hải sản; cần xe lăn khi lên cầu thang"
		}
		h.attendees = append(h.attendees, h.put(a))
	}
	for i := range 27 {
		add(plan.Guest, h.places[0], i)
	}
	for i := range 30 {
		add(plan.Host, h.places[1+i%3], i)
	}
	h.attendees = append(h.attendees, h.put(&plan.Attendee{
		Visit: h.visit, Side: plan.Host, Name: "Lãnh đạo các phòng, ban, đơn vị chuyên môn", Group: true, Locality: h.places[1], Attendance: plan.Confirmed,
	}))
}

func (h *hard) talks() {
	for i, title := range []string{
		"Đào tạo nghề cho lao động nông thôn, người dân tộc thiểu số", "Hỗ trợ nhà ở cho hộ nghèo",
		"Các mô hình sản xuất phát triển kinh tế, giảm nghèo bền vững", "Chuyển đổi số, cải cách hành chính ở cấp xã",
	} {
		category := []string{"vocational_training", "housing", "production_models", ""}[i]
		topic := h.put(&plan.Topic{
			Visit: h.visit, Title: title, Category: category, Owner: "Phòng Kinh tế", Pos: plan.Positions(4)[i],
			Findings: "Địa phương bạn giao chỉ tiêu đến từng thôn, có cán bộ theo dõi; kết quả được công khai hằng quý tại nhà văn hóa thôn.",
			Decision: []string{"adopt", "adapt", "drop", ""}[i], Why: "Phù hợp điều kiện của địa phương.",
		})
		h.topics = append(h.topics, topic)
		for n := range 4 {
			h.put(&plan.Question{
				Visit: h.visit, Topic: topic, Text: fmt.Sprintf("Câu hỏi %d: kinh phí được bố trí từ nguồn nào, quy trình thẩm định và thanh quyết toán được thực hiện ra sao để bảo đảm tiến độ giải ngân?", n+1),
				AskedBy: "Phòng Kinh tế", AddressedTo: "Sở Nội vụ", Pos: plan.Positions(4)[n],
				Answer: []string{"", "Từ nguồn Chương trình mục tiêu quốc gia và ngân sách địa phương.", "", ""}[n], State: []string{"open", "answered", "in_writing_later", ""}[n],
			})
		}
		model := h.put(&plan.Model{
			Name: "Mô hình trồng dâu nuôi tằm liên kết hợp tác xã " + fmt.Sprint(i+1), Locality: h.places[1], Place: "Thôn 8", Holder: "Hợp tác xã",
			HolderKind: "cooperative", Scale: "12 ha, 35 hộ", Since: "2019", TotalCost: 1_250_000_000, Support: 20_000_000, CycleCost: 3_500_000,
			Yield: "45 kg kén/hộp trứng", Price: "180.000 đồng/kg", NetIncome: 8_000_000, Households: 35, OutOfPoverty: 12,
			Market: "Công ty bao tiêu", Difficulties: "Thiếu nước tưới mùa khô; giá kén biến động.", Conditions: "Có đất đỏ ba-dan, lao động tại chỗ.",
			GroupCapacity: 30, Access: "Xe 29 chỗ vào được", Safety: "Đường dốc, trơn khi mưa",
		})
		h.fields = append(h.fields, h.put(&plan.FieldVisit{Visit: h.visit, Stop: h.stops[i%3], Model: model, Title: "Tham quan mô hình " + fmt.Sprint(i+1), Place: "Thôn 8, xã Quảng Khê", Capacity: 30, TravelTime: 35, WetFallback: "Xem phóng sự tại hội trường"}))
	}
}

// agenda has seven items on a day, each at the stop of its day; a stop takes two
// days.
func (h *hard) agenda() {
	const perDay = 7
	places := plan.Positions(40)
	kinds := plan.ItemKinds()
	for i := range 40 {
		item := &plan.AgendaItem{
			Visit: h.visit, Stop: h.stops[i/perDay/2], ItemKind: kinds[i%len(kinds)], Pos: places[i], Place: "Phòng họp số 1",
			When:     plan.Slot{Day: HardDay.AddDays(i / perDay), Start: civil.Clock(fmt.Sprintf("%02d:30", 7+2*(i%perDay))), Length: 90, Zone: plan.DefaultZone},
			Title:    fmt.Sprintf("Nội dung %02d: trao đổi, thảo luận về cơ chế phối hợp, nguồn lực và cách tổ chức thực hiện ở cơ sở", i+1),
			Leads:    []plan.Speaker{{Attendee: h.attendees[(i*5)%27]}},
			Presents: []plan.Speaker{{Attendee: h.attendees[27+i%30]}, {Text: "Lãnh đạo Sở Nông nghiệp và Môi trường"}},
			Topics:   []string{h.topics[i%4]}, Preparer: "Văn phòng HĐND và UBND", Materials: "Máy chiếu, báo cáo, nước uống",
			Internal: i%10 == 9,
		}
		if item.ItemKind == plan.ItemFieldVisit {
			item.FieldVisit, item.Topics = h.fields[i%4], nil
		}
		if i == 13 {
			item.When.Length = 13 * 60 // past midnight
		}
		h.put(item)
	}
}

// results are tasks, their progress, lessons, gifts and figures.
func (h *hard) results() {
	for i := range 8 {
		task := &plan.FollowUp{
			Visit: h.visit, Side: []plan.Side{plan.Guest, plan.Host}[i%2], Topic: h.topics[i%4], Pos: plan.Positions(8)[i],
			Action: fmt.Sprintf("Nhiệm vụ %d: xây dựng kế hoạch nhân rộng mô hình, trình cấp có thẩm quyền phê duyệt và tổ chức thực hiện", i+1),
			Lead:   "Phòng Kinh tế", With: "Phòng Văn hóa - Xã hội; UBND các xã", Due: HardDay.AddMonths(i), Product: "Kế hoạch",
			State: []string{plan.FollowUpDone, plan.FollowUpDoing, plan.FollowUpTodo, plan.FollowUpDropped}[i%4],
		}
		if task.State == plan.FollowUpDone {
			task.DoneOn = HardDay.AddMonths(i + 2)
		}
		f := h.put(task)
		h.followUps = append(h.followUps, f)
		h.put(&plan.ProgressEntry{Visit: h.visit, FollowUp: f, On: HardDay.AddMonths(1), Text: "Đã trình dự thảo, đang lấy ý kiến các đơn vị.", Evidence: "Tờ trình số 12/TTr-KT"})
	}
	for i, title := range []string{"Giao chỉ tiêu đến từng thôn", "Công khai kết quả hằng quý"} {
		h.put(&plan.Lesson{
			Visit: h.visit, Topic: h.topics[i], Title: title, WhatHostDoes: "Mỗi thôn có tổ theo dõi.", WhyItWorks: "Người dân giám sát.",
			Conditions: "Cần kinh phí hoạt động.", Applicability: []string{"now", "conditional"}[i], FollowUps: []string{h.followUps[i]}, Pos: plan.Positions(2)[i],
		})
	}
	h.put(&plan.Gift{Visit: h.visit, Direction: "given", From: "Đoàn công tác", To: "Tỉnh Lâm Đồng", Item: "Quà lưu niệm", Quantity: 3, Value: 500_000})
	for i, place := range h.places {
		for year := 2021; year <= 2025; year++ {
			h.put(&plan.Indicator{Locality: place, Measure: "tl_ngheo", Year: year, Value: fmt.Sprintf("%d.%d", 40-3*(year-2021)-2*i, 1+year%7), Unit: "%", Source: "Báo cáo của UBND"})
		}
		h.put(&plan.Indicator{Locality: place, Measure: "so_ho", Year: 2025, Value: fmt.Sprint(12000 + 500*i), Unit: "hộ", Source: "Niên giám thống kê"})
	}
}
