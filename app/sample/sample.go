// Package sample builds the sample visit: the exchange of 10 June 2024 between
// huyện Thạch An and huyện Đắk Glong, from a public article of the district.
//
// Everything that the article says finds its place here, and nothing that it
// does not say is presented as fact: the times of the programme are marked as
// illustration, and speakers stand only where the article names them. The
// bundle in assets/sample is made from this package by its test.
package sample

import (
	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
)

// Day is the day of the visit.
const Day civil.Date = "2024-06-10"

// The localities of the visit, as they are found in the register.
const (
	guestName   = "huyện Thạch An, tỉnh Cao Bằng"
	hostName    = "huyện Đắk Glong, tỉnh Đắk Nông"
	communeName = "xã Quảng Khê huyện Đắk Glong"
)

// ids are the records that others point to.
type ids struct {
	guest, host, commune string
	visit, stop          string
	topics               map[string]string
	people               map[string]string
	field                string
	gift                 string
}

// Build writes the sample visit into a desk and gives its id.
func Build(d *desk.Desk) (string, error) {
	at := ids{topics: map[string]string{}, people: map[string]string{}}
	for name, into := range map[string]*string{guestName: &at.guest, hostName: &at.host, communeName: &at.commune} {
		found := d.FindLocalities(name, Day, 1)
		if len(found) == 0 {
			return "", fault.New("fault.no_such_locality", "Name", name)
		}
		*into = found[0].ID
	}
	err := d.Do(desk.Step{Why: "create"}, func(tx *desk.Tx) error {
		for _, part := range []func(*desk.Tx, *ids) error{
			putVisit, putPeople, putTopics, putField, putAgenda, putGift, putIndicators,
		} {
			if err := part(tx, &at); err != nil {
				return err
			}
		}
		return nil
	})
	return at.visit, err
}

func putVisit(tx *desk.Tx, at *ids) error {
	v := &plan.Visit{
		Title:             "Học tập kinh nghiệm thực hiện công tác giảm nghèo bền vững",
		Purpose:           "Trao đổi kinh nghiệm về công tác giảm nghèo và việc triển khai Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025 của hai địa phương.",
		WhyHost:           "Huyện Đắk Glong là huyện nghèo thuộc Chương trình 30a, có nhiều điểm tương đồng với huyện Thạch An; tỷ lệ hộ nghèo giảm nhanh qua các năm.",
		Guest:             at.guest,
		Hosts:             []string{at.host},
		When:              plan.Period{From: Day, To: Day},
		Status:            plan.StatusHeld,
		Programme:         "gnbv-2021-2025",
		TimesIllustrative: true,
	}
	if err := tx.Put(v); err != nil {
		return err
	}
	at.visit = v.ID
	stop := &plan.Stop{Visit: at.visit, Locality: at.host, When: plan.Period{From: Day, To: Day}, Pos: "i"}
	err := tx.Put(stop)
	at.stop = stop.ID
	return err
}

// person is one named attendee or unnamed group.
type person struct {
	side  plan.Side
	name  string
	posts []string
	role  string
	group bool
}

var people = []person{
	{plan.Guest, "Nông Long Giang", []string{"Phó Chủ tịch UBND huyện"}, plan.AttendeeHead, false},
	{plan.Guest, "Triệu Thị Thiết", []string{"Phó Bí thư Thường trực Huyện ủy", "Chủ tịch HĐND huyện"}, plan.AttendeeMember, false},
	{plan.Guest, "Nông Thế Phúc", []string{"Chủ tịch UBND huyện"}, plan.AttendeeMember, false},
	{plan.Guest, "Lãnh đạo các phòng, ban, đơn vị chuyên môn", nil, plan.AttendeeMember, true},
	{plan.Guest, "Chủ tịch UBND các xã", nil, plan.AttendeeMember, true},
	{plan.Host, "Nguyễn Văn Thông", []string{"Phó Bí thư Thường trực Huyện ủy"}, plan.AttendeeMember, false},
	{plan.Host, "Trần Nam Thuần", []string{"Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"}, plan.AttendeeMember, false},
	{plan.Host, "Nguyễn Hữu Tấn", []string{"UVBTV", "Phó Chủ tịch HĐND huyện"}, plan.AttendeeMember, false},
	{plan.Host, "Trịnh Anh", []string{"UVBTV", "Phó Chủ tịch UBND huyện"}, plan.AttendeeMember, false},
	{plan.Host, "Đại diện lãnh đạo một số cơ quan chuyên môn của huyện", nil, plan.AttendeeMember, true},
}

func putPeople(tx *desk.Tx, at *ids) error {
	for _, p := range people {
		locality := at.guest
		if p.side == plan.Host {
			locality = at.host
		}
		a := &plan.Attendee{
			Visit: at.visit, Side: p.side, Name: p.name, Posts: p.posts, Role: p.role,
			Group: p.group, Locality: locality, Honorific: "dong_chi", Attendance: plan.Confirmed,
		}
		if err := tx.Put(a); err != nil {
			return err
		}
		at.people[p.name] = a.ID
	}
	return nil
}

var topics = []struct{ category, title string }{
	{"vocational_training", "Đào tạo nghề cho lao động nông thôn"},
	{"housing", "Hỗ trợ nhà ở cho hộ nghèo"},
	{"production_models", "Các mô hình sản xuất phát triển kinh tế, giảm nghèo bền vững"},
}

func putTopics(tx *desk.Tx, at *ids) error {
	places := plan.Positions(len(topics))
	for i, t := range topics {
		topic := &plan.Topic{Visit: at.visit, Category: t.category, Title: t.title, Pos: places[i]}
		if err := tx.Put(topic); err != nil {
			return err
		}
		at.topics[t.category] = topic.ID
	}
	return nil
}

const (
	modelName  = "Mô hình trồng dâu nuôi tằm"
	modelPlace = "Thôn 8, xã Quảng Khê"
)

func putField(tx *desk.Tx, at *ids) error {
	m := &plan.Model{Name: modelName, Place: modelPlace, Locality: at.commune}
	if err := tx.Put(m); err != nil {
		return err
	}
	f := &plan.FieldVisit{
		Visit: at.visit, Stop: at.stop, Model: m.ID, Title: modelName, Place: modelPlace, Pos: "i",
	}
	err := tx.Put(f)
	at.field = f.ID
	return err
}

func putGift(tx *desk.Tx, at *ids) error {
	return tx.Put(&plan.Gift{
		Visit: at.visit, Direction: "given", From: "Đoàn công tác huyện Thạch An", To: "Huyện Đắk Glong",
		Item: "Quà lưu niệm", AgendaItem: at.gift, HandedOver: true,
	})
}
