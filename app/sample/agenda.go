package sample

import (
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/plan"
)

// item is one line of the programme. Starts and lengths are illustration: the
// article gives the afternoon only.
type item struct {
	start    civil.Clock
	length   int
	kind     plan.ItemKind
	title    string
	who      string // a named attendee, or a post
	place    string
	category string // of the topic, if one
}

const meetingPlace = "Huyện Đắk Glong"

var agenda = []item{
	{"13:30", 15, plan.ItemCeremony, "Đón tiếp Đoàn công tác", "Lãnh đạo huyện Đắk Glong", meetingPlace, ""},
	{"13:45", 20, plan.ItemSession, "Thông tin khái quát tình hình phát triển kinh tế - xã hội của hai địa phương", "Lãnh đạo hai huyện", meetingPlace, ""},
	{"14:05", 25, plan.ItemSession, "Báo cáo việc thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững tại huyện Đắk Glong", "Trịnh Anh", meetingPlace, ""},
	{"14:30", 20, plan.ItemDiscussion, "Kinh nghiệm phát triển các mô hình sinh kế giúp người dân thoát nghèo bền vững", "Trần Nam Thuần", meetingPlace, "production_models"},
	{"14:50", 15, plan.ItemDiscussion, "Khó khăn trong triển khai một số dự án thuộc Chương trình tại huyện Thạch An", "Nông Thế Phúc", meetingPlace, ""},
	{"15:05", 25, plan.ItemDiscussion, "Trao đổi về đào tạo nghề cho lao động nông thôn", "Lãnh đạo hai huyện", meetingPlace, "vocational_training"},
	{"15:30", 20, plan.ItemDiscussion, "Trao đổi về hỗ trợ nhà ở cho hộ nghèo", "Lãnh đạo hai huyện", meetingPlace, "housing"},
	{"15:50", 10, plan.ItemCeremony, giftTitle, "Đoàn công tác huyện Thạch An", meetingPlace, ""},
	{"16:00", 20, plan.ItemTravel, "Di chuyển đến xã Quảng Khê", "Hai đoàn", "", ""},
	{"16:20", 50, plan.ItemFieldVisit, "Tham quan thực tế mô hình trồng dâu nuôi tằm", "Hai đoàn", modelPlace, "production_models"},
}

const giftTitle = "Tặng quà lưu niệm"

func putAgenda(tx *desk.Tx, at *ids) error {
	places := plan.Positions(len(agenda))
	for i, line := range agenda {
		a := &plan.AgendaItem{
			Visit: at.visit, Stop: at.stop, ItemKind: line.kind, Title: line.title, Place: line.place, Pos: places[i],
			When: plan.Slot{Day: Day, Start: line.start, Length: line.length, Zone: plan.DefaultZone},
		}
		speaker := plan.Speaker{Text: line.who}
		if id := at.people[line.who]; id != "" {
			speaker = plan.Speaker{Attendee: id}
		}
		a.Presents = []plan.Speaker{speaker}
		if line.category != "" {
			a.Topics = []string{at.topics[line.category]}
		}
		if line.kind == plan.ItemFieldVisit {
			a.FieldVisit = at.field
		}
		if err := tx.Put(a); err != nil {
			return err
		}
		if line.title == giftTitle {
			at.gift = a.ID
		}
	}
	return nil
}

// source names where the figures come from.
const source = "Trang thông tin điện tử huyện Đắk Glong, bài về buổi làm việc ngày 10/6/2024"

var indicators = []plan.Indicator{
	{Measure: "dan_toc", AsOf: Day, Value: "34", Unit: "dân tộc"},
	{Measure: "ty_le_dtts", AsOf: Day, Value: "58.86", Unit: "%"},
	{Measure: "dvhc", AsOf: Day, Value: "7", Unit: "đơn vị"},
	{Measure: "xa_dbkk", AsOf: Day, Value: "6", Unit: "xã"},
	{
		Measure: "von_giao", Year: 2022, YearTo: 2024, Value: "365032", Unit: "triệu đồng",
		Parts: []plan.Part{{Measure: "von_dt", Value: "274919"}, {Measure: "von_sn", Value: "90113"}},
	},
	{Measure: "giai_ngan", Year: 2022, YearTo: 2024, AsOf: Day, Value: "170316", Unit: "triệu đồng"},
	{Measure: "tl_giai_ngan", Year: 2022, YearTo: 2024, AsOf: Day, Value: "46.66", Unit: "%"},
	{Measure: "tl_ngheo", Year: 2021, Value: "39.99", Unit: "%"},
	{Measure: "tl_ngheo", Year: 2022, Value: "25.68", Unit: "%"},
	{Measure: "tl_ngheo", Year: 2023, Value: "13.44", Unit: "%"},
}

func putIndicators(tx *desk.Tx, at *ids) error {
	for _, one := range indicators {
		one.Locality, one.Source = at.host, source
		if err := tx.Put(&one); err != nil {
			return err
		}
	}
	return nil
}
