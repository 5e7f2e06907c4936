package lists

import (
	"strings"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// delegation is the list of one side in one of the five variants of domain
// notes §2.4. Those who have declined are not on it. Variant C has columns for
// the day of birth and the number of the citizen card, which the program does
// not keep on purpose; they are filled in by hand.
func (s Source) delegation(ask Ask) List {
	side, variant := ask.side(), ask.Variant
	if variant == "" {
		variant = ForPartner
	}
	var coming []*plan.Attendee
	for _, a := range s.View.Side(side) {
		if a.Attendance != plan.Declined {
			coming = append(coming, a)
		}
	}
	l := List{
		Title: "DANH SÁCH", Lines: s.delegationLines(side, variant),
		Foot: headcountLine(coming),
	}
	fill(&l, "STT", coming, s.delegationCells(variant, ask.Internal)...)
	return l
}

func (s Source) delegationLines(side plan.Side, variant Variant) []string {
	heading := "Thành phần tiếp và làm việc với Đoàn công tác " + s.guest().Running
	if side == plan.Guest {
		heading = joined(" đi học tập kinh nghiệm tại ", "Thành viên Đoàn công tác "+s.guest().Running, s.hostNames())
	}
	if variant == ForMeeting {
		heading = joined(" ", "Thành phần dự họp, làm việc với Đoàn công tác", s.guest().Running)
	}
	lines := []string{heading}
	if when := s.View.Visit.When; when.From.Valid() {
		lines = append(lines, upperFirst(vietnamese.RunningRange(when.From, when.Last())))
	}
	if variant.Internal() {
		lines = append(lines, "LƯU HÀNH NỘI BỘ")
	}
	return lines
}

// headcountLine closes a list: "(Danh sách có 25 người)". Groups of which nobody
// knows the number are named beside it.
func headcountLine(list []*plan.Attendee) string {
	n := plan.CountPeople(list)
	line := "(Danh sách có " + vietnamese.Count(n.People) + " người"
	if n.Groups > 0 {
		line += " và " + vietnamese.Count(n.Groups) + " nhóm chưa rõ số người"
	}
	return line + ")"
}

func (s Source) delegationCells(variant Variant, internal bool) []cell[*plan.Attendee] {
	name := col("Họ và tên", 25, attendeeName)
	posts := col("Chức vụ", 36, (*plan.Attendee).PostLine)
	unit := col("Đơn vị công tác", 26, func(a *plan.Attendee) string { return a.Unit })
	both := col("Chức vụ, đơn vị", 52, func(a *plan.Attendee) string { return joined(", ", a.PostLine(), a.Unit) })
	switch variant {
	case ForSigning:
		return []cell[*plan.Attendee]{name, both, blank[*plan.Attendee]("Ký nhận", 22)}
	case ForMeeting:
		return []cell[*plan.Attendee]{name, both, col("Thành phần", 18, meetingRole)}
	}
	cells := []cell[*plan.Attendee]{name, posts, unit, col("Ghi chú", 16, s.role)}
	if variant == ForPartner {
		return cells
	}
	cells = append(cells, s.logisticsCells(internal)...)
	if variant == ForTickets {
		cells = append(cells, blank[*plan.Attendee]("Ngày sinh", 13), blank[*plan.Attendee]("Số CCCD", 17))
	}
	return cells
}

// logisticsCells are those of variant B behind the ones of A. Without internal,
// nothing personal and nothing internal stands in them.
func (s Source) logisticsCells(internal bool) []cell[*plan.Attendee] {
	if !internal {
		return nil
	}
	vehicles := map[string]string{}
	for _, v := range s.Vehicles {
		vehicles[v.ID] = v.Name
	}
	return []cell[*plan.Attendee]{
		col("Số điện thoại", 17, func(a *plan.Attendee) string { return a.Phone }).private(),
		col("Thư điện tử", 24, func(a *plan.Attendee) string { return a.Email }).private(),
		col("Giới tính", 9, sex).centred(),
		col("Xe số", 12, func(a *plan.Attendee) string { return vehicles[a.Vehicle] }),
		col("Phòng nghỉ", 12, func(a *plan.Attendee) string { return a.Room }),
		// Diets tell of health, which is sensitive (Nghị định 356/2025, article 4).
		col("Ăn chay/kiêng", 18, func(a *plan.Attendee) string { return a.Needs }).private(),
	}
}

// attendeeName is the name; a group has its number before it.
func attendeeName(a *plan.Attendee) string {
	if a.Group && a.Count > 0 {
		return vietnamese.Count(a.Count) + " " + a.Name
	}
	return a.Name
}

// sex is told by the form of address only, and unknown for đồng chí.
func sex(a *plan.Attendee) string {
	return map[string]string{"ong": "Nam", "ba": "Nữ"}[a.Honorific]
}

// role is what somebody is in the delegation; a host side has no Trưởng đoàn but
// somebody who chairs (domain notes §8.1).
func (s Source) role(a *plan.Attendee) string {
	switch {
	case a.Group:
		return ""
	case a.Side == plan.Host && a.IsHead():
		return "Chủ trì"
	case a.Side == plan.Host && (a.Role == "" || a.Role == plan.AttendeeMember):
		return ""
	case a.Role == "":
		return "Thành viên"
	}
	return s.Catalogue.AttendeeRoles.Label(a.Role, language)
}

// meetingRole is who chairs, takes part or serves (variant E).
func meetingRole(a *plan.Attendee) string {
	switch a.Role {
	case plan.AttendeeHead:
		return "Chủ trì"
	case plan.AttendeeService, plan.AttendeeSecretary, plan.AttendeePress:
		return "Phục vụ"
	default:
		return "Dự"
	}
}

// vehicles is the list of vehicles with who travels in each, which those who
// travel are told. Plates and drivers are personal data (Nghị định 356/2025,
// article 3); they and the notes stay in the office.
func (s Source) vehicles(ask Ask) List {
	l := List{Title: "DANH SÁCH PHƯƠNG TIỆN", Lines: s.visitLines()}
	riders := map[string][]string{}
	for _, a := range s.View.Attendees {
		if a.Attendance != plan.Declined {
			riders[a.Vehicle] = append(riders[a.Vehicle], attendeeName(a))
		}
	}
	cells := []cell[*plan.Vehicle]{
		col("Phương tiện, xe số", 24, func(v *plan.Vehicle) string { return v.Name }),
		col("Đoàn", 20, func(v *plan.Vehicle) string { return s.Catalogue.Sides.Label(string(v.Side), language) }),
		col("Số chỗ", 8, func(v *plan.Vehicle) string { return count(v.Seats) }).centred(),
		col("Người đi xe", 40, func(v *plan.Vehicle) string { return strings.Join(riders[v.ID], "\n") }),
	}
	if ask.Internal {
		cells = append(cells,
			col("Biển số", 14, func(v *plan.Vehicle) string { return v.Plate }).private(),
			col("Lái xe", 24, func(v *plan.Vehicle) string { return v.Driver }).private(),
			col("Điện thoại", 17, func(v *plan.Vehicle) string { return v.Phone }).private(),
			col("Ghi chú", 24, func(v *plan.Vehicle) string { return v.Note }))
	}
	fill(&l, "TT", s.Vehicles, cells...)
	return l
}
