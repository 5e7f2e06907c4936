package plan

import "nhipcau/app/civil"

// The usual starts of a working session.
const (
	MorningStart   civil.Clock = "08:00"
	AfternoonStart civil.Clock = "13:30"
)

// block is one line of the skeleton.
type block struct {
	length int
	kind   ItemKind
	title  string
	side   Side // whose head speaks; empty for nobody
	field  bool // belongs to going to the field
}

// skeleton is a working session of half a day with a field visit, as in the
// example of domain notes §2.1. A working session has no flag ceremony.
var skeleton = []block{
	{15, ItemCeremony, "Đón tiếp đại biểu", "", false},
	{5, ItemCeremony, "Tuyên bố lý do, giới thiệu đại biểu", "", false},
	{15, ItemSpeech, "Phát biểu chào mừng; thông tin khái quát tình hình phát triển kinh tế - xã hội", Host, false},
	{15, ItemSpeech, "Phát biểu của Trưởng đoàn; nêu mục đích, nội dung cần trao đổi", Guest, false},
	{20, ItemSession, "Báo cáo kết quả, kinh nghiệm của địa phương", "", false},
	{60, ItemDiscussion, "Trao đổi, thảo luận", Host, false},
	{15, ItemSpeech, "Phát biểu đáp từ; kết thúc buổi làm việc", Guest, false},
	{10, ItemCeremony, "Tặng quà lưu niệm, chụp ảnh lưu niệm", "", false},
	{10, ItemTravel, "Di chuyển đến điểm tham quan", "", true},
	{60, ItemFieldVisit, "Tham quan thực tế mô hình", "", true},
	{5, ItemCeremony, "Tiễn đoàn", "", false},
}

// Skeleton makes the programme of a usual working session of half a day on a
// day of the visit: its blocks follow each other without a gap. What is known
// is filled in: the venue, the heads of both sides, the topics, and the first
// field stop with its way. A visit that goes nowhere in the field has no such
// blocks. The items have no ids yet.
func Skeleton(v VisitView, day civil.Date, start civil.Clock) []*AgendaItem {
	var stop, venue string
	if s := StopOn(v, day); s != nil {
		stop, venue = s.ID, s.Venue
	}
	at := Slot{Day: day, Start: start, Zone: DefaultZone}
	var out []*AgendaItem
	for _, line := range skeleton {
		if line.field && v.Visit.NoFieldVisit {
			continue
		}
		item := &AgendaItem{Visit: v.Visit.ID, Stop: stop, Place: venue, ItemKind: line.kind, Title: line.title}
		at.Length = line.length
		fillField(v, item, &at)
		item.When = at
		fillSpeakers(v, item, line.side)
		out = append(out, item)
		if item.ItemKind == ItemFieldVisit {
			venue = "" // the guests are seen off on the spot
		}
		at = nextSlot(at)
	}
	for i, pos := range Positions(len(out)) {
		out[i].Pos = pos
	}
	return out
}

// StopOn gives the stop that receives the guests on a day, or else the first
// one; nil if the visit has none.
func StopOn(v VisitView, day civil.Date) *Stop {
	for _, s := range v.Stops {
		if s.When.Contains(day) {
			return s
		}
	}
	if len(v.Stops) > 0 {
		return v.Stops[0]
	}
	return nil
}

// fillField names the first field stop in the blocks that lead there.
func fillField(v VisitView, item *AgendaItem, at *Slot) {
	switch item.ItemKind {
	case ItemTravel, ItemFieldVisit:
		item.Place = ""
	default:
		return
	}
	if len(v.FieldVisits) == 0 {
		return
	}
	fv := v.FieldVisits[0]
	if item.ItemKind == ItemTravel {
		if fv.TravelTime > 0 {
			at.Length = fv.TravelTime
		}
		return
	}
	item.FieldVisit, item.Title, item.Place = fv.ID, fv.Title, fv.Place
}

// fillSpeakers puts the head of a side down as the one who speaks or, in a
// discussion, leads; a discussion takes all topics.
func fillSpeakers(v VisitView, item *AgendaItem, side Side) {
	if item.ItemKind == ItemDiscussion {
		for _, t := range v.Topics {
			item.Topics = append(item.Topics, t.ID)
		}
	}
	if side == "" {
		return
	}
	head := v.HeadOf(side)
	if head == nil {
		return
	}
	speaker := []Speaker{{Attendee: head.ID}}
	if item.ItemKind == ItemDiscussion {
		item.Leads = speaker
	} else {
		item.Presents = speaker
	}
}
