package papers

import (
	"cmp"
	"fmt"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/seating"
	"nhipcau/app/vietnamese"
)

// SeatingPlan is SƠ ĐỒ CHỖ NGỒI: the room or the vehicles drawn to scale with
// the sheet, and who sits where as a list.
func SeatingPlan(s Subject) paper.Document {
	doc := s.Style.Document("Sơ đồ chỗ ngồi")
	doc.Page = *s.Style.Landscape()
	if s.variant() == "vehicles" {
		doc.Blocks = s.vehicleSheets()
		return doc
	}
	p := Seating(s, false)[0]
	numbers := s.seatNumbers()
	doc.Blocks = append(doc.Blocks, s.seatingTitle()...)
	doc.Blocks = append(doc.Blocks, s.drawRoom(p, numbers), s.legend())
	doc.Blocks = append(doc.Blocks, s.seatList(p, numbers)...)
	return doc
}

func (s Subject) seatingTitle() []paper.Block {
	about := s.meetingName()
	kind := s.kind()
	for _, v := range kind.Variants {
		if v.Code == s.variant() {
			about += "\n(" + lowerFirst(v.Vi) + ")"
		}
	}
	s.Style.TitleSize = 13 // the drawing wants the height
	return s.Style.Title("SƠ ĐỒ CHỖ NGỒI", about)
}

// Seating gives the plans of the paper that the subject asks for: one for a
// room, one for each vehicle, with the seats that were moved by hand. Spare adds
// free chairs, to which somebody may be moved.
func Seating(s Subject, spare bool) []seating.Plan {
	o := seating.Options{
		Pattern: seating.Pattern(s.option("pattern")), Facing: seating.Facing(s.option("guests_face")),
		Spare: spare, Moved: s.decided().Seats,
	}
	guests, hosts := s.seatedIDs(plan.Guest), s.seatedIDs(plan.Host)
	switch s.variant() {
	case "vehicles":
		var out []seating.Plan
		for _, v := range s.Vehicles {
			out = append(out, seating.Vehicle(v.ID, v.Seats, s.passengers(v), o))
		}
		return out
	case "u_shape":
		return []seating.Plan{seating.UShape(guests, hosts, o)}
	case "head_table":
		return []seating.Plan{seating.HeadTable(guests, hosts, o)}
	}
	return []seating.Plan{seating.Talks(guests, hosts, o)}
}

// atTable lists who of a side sits at the table: who is named and neither
// reports nor serves. With several hosts an office may seat its own people only.
func (s Subject) atTable(side plan.Side) []*plan.Attendee {
	var out []*plan.Attendee
	for _, a := range named(s.present(side)) {
		other := side == plan.Host && s.option("hosts") == "own" && a.Locality != "" && a.Locality != s.host().ID
		if rank := s.rank(a); rank != pressRank && rank != serviceRank && !other {
			out = append(out, a)
		}
	}
	return out
}

func (s Subject) seatedIDs(side plan.Side) []string {
	var out []string
	for _, a := range s.atTable(side) {
		out = append(out, a.ID)
	}
	return out
}

// seatRolls are the delegations as far as they sit at the table, the guests
// first.
func (s Subject) seatRolls() []roll {
	seated := map[*plan.Attendee]bool{}
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		for _, a := range s.atTable(side) {
			seated[a] = true
		}
	}
	return filteredRolls(s.bothSides(), func(a *plan.Attendee) bool { return seated[a] })
}

// seatNumbers number those at the table as the list beside the drawing has them.
func (s Subject) seatNumbers() map[string]int {
	out := map[string]int{}
	for _, r := range s.seatRolls() {
		for _, a := range r.people {
			out[a.ID] = len(out) + 1
		}
	}
	return out
}

func (s Subject) byID() map[string]*plan.Attendee {
	out := map[string]*plan.Attendee{}
	for _, a := range s.View.Attendees {
		out[a.ID] = a
	}
	return out
}

// legend says what the drawing shows.
func (s Subject) legend() paper.Paragraph {
	p := s.Style.Body(fmt.Sprintf(
		"Ghi chú: ô trắng: %s; ô nền xám: %s; ô viền đậm: trưởng đoàn, chủ trì; số trong ô là số thứ tự trong danh sách kèm theo; phải, trái tính theo người ngồi.",
		s.delegation(), lowerFirst(s.hostNames(), s.names()...)))
	p.Runs[0].Size, p.Runs[0].Italic, p.FirstIndent, p.Leading, p.Before = 11, true, 0, 1, 4
	return p
}

// seatList lists who sits where, and who sits at no table.
func (s Subject) seatList(p seating.Plan, numbers map[string]int) []paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "Số", Width: 12, Center: true},
		official.GridColumn{Title: "Họ và tên", Width: 62},
		official.GridColumn{Title: "Chức vụ, đơn vị"},
		official.GridColumn{Title: "Chỗ ngồi", Width: 56},
	)
	rolls := s.seatRolls()
	for i, r := range rolls {
		grid.Group(s.rollHeading(i, len(rolls), r))
		for _, a := range r.people {
			place := "Chưa có chỗ"
			if seat, ok := p.Of(a.ID); ok {
				place = s.placeWords(seat)
			}
			grid.Add(vietnamese.Count(numbers[a.ID]), a.Name, a.PostLine(), place)
		}
	}
	out := []paper.Block{paper.PageBreak{}, s.listTitle(), grid.Table()}
	if others := s.notAtTable(); others != "" {
		out = append(out, s.Style.Body("Không xếp chỗ tại bàn (bố trí ghế dự phòng): "+others+"."))
	}
	return out
}

func (s Subject) listTitle() paper.Paragraph {
	p := s.Style.Heading1("DANH SÁCH CHỖ NGỒI")
	p.Align, p.FirstIndent = paper.Center, 0
	return p
}

// notAtTable names the groups, whose people are not known, and those who report
// or serve.
func (s Subject) notAtTable() string {
	var out []string
	for _, side := range []plan.Side{plan.Guest, plan.Host} {
		seated := map[string]bool{}
		for _, id := range s.seatedIDs(side) {
			seated[id] = true
		}
		for _, a := range s.present(side) {
			switch {
			case seated[a.ID]:
			case a.Group && a.Count > 0:
				out = append(out, fmt.Sprintf("%s (%s người)", lowerFirst(a.Name), vietnamese.Count(a.Count)))
			case a.Group:
				out = append(out, lowerFirst(a.Name))
			default:
				out = append(out, shortName(a))
			}
		}
	}
	return strings.Join(out, "; ")
}

// placeWords say where a chair stands: "Chính giữa", "Bên phải, ghế 2", "Hàng 2,
// bên trái, ghế 1".
func (s Subject) placeWords(seat seating.Seat) string {
	row, behind, _ := strings.Cut(seat.Row, "_")
	if row == seating.HeadRow {
		return "Bàn chủ tọa"
	}
	where := sideOfMiddle(seating.Offset(seat.At))
	if s.variant() == "u_shape" || s.variant() == "head_table" {
		where = fmt.Sprintf("%s, ghế %d", sideOfRow[row], seat.At+1)
	}
	if behind != "" {
		where = "hàng " + behind + ", " + where
	}
	return upperFirst(where)
}

// sideOfRow are the sides on which a row of its own begins at the head.
var sideOfRow = map[string]string{seating.GuestRow: "dãy khách", seating.HostRow: "dãy chủ nhà"}

func sideOfMiddle(offset int) string {
	switch cmp.Compare(offset, 0) {
	case 1:
		return fmt.Sprintf("bên phải, ghế %d", offset)
	case -1:
		return fmt.Sprintf("bên trái, ghế %d", -offset)
	}
	return "chính giữa"
}
