package papers

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// listForm is one of the forms of an attendee list.
type listForm struct {
	columns  []official.GridColumn
	cells    func(s Subject, a *plan.Attendee) []string // without the number
	internal bool                                       // has telephone numbers or more
	wide     bool                                       // lies
	height   float64                                    // mm at least of a row
}

// The forms of domain notes §2.4.
var (
	standardList = listForm{
		columns: []official.GridColumn{
			{Title: "Họ và tên", Width: 42},
			{Title: "Chức vụ"},
			{Title: "Đơn vị công tác", Width: 36},
			{Title: "Ghi chú", Width: 23, Center: true},
		},
		cells: func(s Subject, a *plan.Attendee) []string {
			return []string{listed(a), a.PostLine(), s.unitOf(a), s.roleNote(a)}
		},
	}
	logisticsList = listForm{
		columns: []official.GridColumn{
			{Title: "Họ và tên", Width: 38},
			{Title: "Chức vụ"},
			{Title: "Đơn vị công tác", Width: 32},
			{Title: "Ghi chú", Width: 20, Center: true},
			{Title: phoneTitle, Width: 28, Center: true},
			{Title: "Giới tính", Width: 13, Center: true},
			{Title: "Xe số", Width: 16, Center: true},
			{Title: "Phòng nghỉ", Width: 16, Center: true},
			{Title: "Ăn chay, kiêng; lưu ý", Width: 30},
		},
		cells: func(s Subject, a *plan.Attendee) []string {
			return []string{listed(a), a.PostLine(), s.unitOf(a), s.roleNote(a), vietnamese.FormatPhone(a.Phone), sex(a), s.vehicleOf(a), a.Room, a.Needs}
		},
		internal: true, wide: true,
	}
	// The program keeps no date of birth and no number of identity, so that
	// nobody can send them on by mistake: they are written in by hand on the
	// sheet that goes to the carrier (Luật 91/2025/QH15; domain notes §7).
	travelList = listForm{
		columns: []official.GridColumn{
			{Title: "Họ và tên", Width: 38},
			{Title: "Ngày sinh", Width: 22, Center: true},
			{Title: "Số CCCD", Width: 32, Center: true},
			{Title: "Giới tính", Width: 13, Center: true},
			{Title: "Chức vụ, đơn vị công tác"},
			{Title: phoneTitle, Width: 28, Center: true},
			{Title: "Xe số", Width: 16, Center: true},
			{Title: "Phòng nghỉ", Width: 16, Center: true},
			{Title: "Ăn chay, kiêng; lưu ý", Width: 28},
		},
		cells: func(s Subject, a *plan.Attendee) []string {
			return []string{listed(a), "", "", sex(a), postAndUnit(a), vietnamese.FormatPhone(a.Phone), s.vehicleOf(a), a.Room, a.Needs}
		},
		internal: true, wide: true, height: 9,
	}
	signList = listForm{
		columns: []official.GridColumn{
			{Title: "Họ và tên", Width: 46},
			{Title: "Chức vụ, đơn vị công tác"},
			{Title: "Ký nhận", Width: 38},
		},
		cells:  func(s Subject, a *plan.Attendee) []string { return []string{listed(a), postAndUnit(a), ""} },
		height: 11,
	}
	meetingList = listForm{
		columns: []official.GridColumn{
			{Title: "Họ và tên", Width: 46},
			{Title: "Chức vụ, đơn vị công tác"},
			{Title: "Thành phần", Width: 28, Center: true},
		},
		cells: func(s Subject, a *plan.Attendee) []string {
			return []string{listed(a), postAndUnit(a), s.attends(a)}
		},
	}
)

// listForms are the forms by the variants of the paper.
var listForms = map[string]listForm{
	"standard": standardList, "logistics": logisticsList, "travel": travelList, "sign": signList, "meeting": meetingList,
}

// phoneTitle heads the column of telephone numbers.
const phoneTitle = "Số điện thoại"

// phoneRoom makes the column of telephone numbers wider where one has the code
// of the country, so that it stands in one line.
func (s Subject) phoneRoom(columns []official.GridColumn) []official.GridColumn {
	const room = 34 // mm for "+84 912 345 679"
	abroad := slices.ContainsFunc(s.View.Attendees, func(a *plan.Attendee) bool { return strings.HasPrefix(strings.TrimSpace(a.Phone), "+") })
	out := slices.Clone(columns)
	for i := range out {
		if abroad && out[i].Title == phoneTitle {
			out[i].Width = room
		}
	}
	return out
}

// AttendeeList is DANH SÁCH đại biểu in the form that is asked for.
func AttendeeList(s Subject) paper.Document {
	form, known := listForms[s.variant()]
	if !known {
		form = standardList
	}
	page := s.Style.Portrait()
	if form.wide {
		page = s.Style.Landscape()
	}
	sides := s.listed()
	doc := s.Style.Document("Danh sách "+s.listAbout(sides), s.listHead(form, sides, page), s.listOf(form, sides...), s.listFoot(form))
	doc.Page = *page
	return doc
}

// listed are the sides on the list: those that are chosen, else for a meeting
// both, guests first, and else the side whose office makes the list.
func (s Subject) listed() []plan.Side {
	switch s.option("of") {
	case "guests":
		return []plan.Side{plan.Guest}
	case "hosts":
		return []plan.Side{plan.Host}
	case "both":
		return []plan.Side{plan.Guest, plan.Host}
	}
	if s.variant() == "meeting" {
		return []plan.Side{plan.Guest, plan.Host}
	}
	return []plan.Side{s.Side}
}

// listAbout says whose list it is.
func (s Subject) listAbout(sides []plan.Side) string {
	if about := s.decided().About; about != "" {
		return about
	}
	switch {
	case s.variant() == "meeting":
		return "Đại biểu dự buổi làm việc với " + s.delegation()
	case len(sides) > 1:
		return "Đại biểu tham dự chương trình làm việc của " + s.delegation()
	case sides[0] == plan.Guest:
		return "Thành viên " + s.travelAbout()
	}
	return "Đại biểu " + lowerFirst(s.hostNames(), s.names()...) + " tiếp và làm việc với " + s.delegation()
}

// annexed says whether the list belongs to a numbered paper, which bears number,
// date and signature for both.
func (s Subject) annexed() bool {
	kind := s.option("attached_to")
	return kind != "none" && kind != ""
}

// listFoot closes a list of its own that leaves the office: who is decided to
// sign it, else room for who has made it.
func (s Subject) listFoot(form listForm) []paper.Block {
	switch signer := s.decided().Signer; {
	case s.annexed(), form.internal:
		return nil
	case len(signer.Lines) > 0 || signer.Name != "":
		return s.signature(nil)
	}
	return s.Style.SignatureBlock(official.Signature{Authority: []string{"NGƯỜI LẬP DANH SÁCH"}})
}

// listHead is the head of a list of its own: that of an annex where it belongs
// to a numbered paper, else issuer and country without a number.
func (s Subject) listHead(form listForm, sides []plan.Side, page *paper.PageSetup) []paper.Block {
	var blocks []paper.Block
	about := s.listAbout(sides)
	if s.annexed() {
		blocks = s.Style.Annex(official.AnnexHeading{Title: "DANH SÁCH", About: about, Reference: s.attachedTo(s.option("attached_to"))}, page)
		if form.internal {
			return slices.Insert(blocks, 1, s.Style.Scope(official.InternalOnly)...)
		}
		return blocks
	}
	if form.internal {
		blocks = s.Style.Scope(official.InternalOnly)
	}
	letterhead := official.Letterhead{Issuer: s.issuerLines()}
	if !form.internal {
		letterhead.Date = s.head("").Date
	}
	head := s.Style.Header(letterhead)
	return slices.Concat(blocks, head, s.Style.Title("DANH SÁCH", about))
}

// listOf is the table of the sides with the line that counts them.
func (s Subject) listOf(form listForm, sides ...plan.Side) []paper.Block {
	var rolls []roll
	for _, side := range sides {
		rolls = append(rolls, s.rolls(side)...)
	}
	return s.listOfRolls(form, rolls)
}

func (s Subject) listOfRolls(form listForm, rolls []roll) []paper.Block {
	grid := s.Style.Grid(append([]official.GridColumn{{Title: "STT", Width: 11, Center: true}}, s.phoneRoom(form.columns)...)...)
	grid.RowHeight = form.height
	var all []*plan.Attendee
	n := 0
	for i, r := range rolls {
		if len(rolls) > 1 {
			grid.Group(s.rollHeading(i, len(rolls), r))
		}
		for k, g := range s.groupsOf(r) {
			if g.name != "" {
				grid.SubGroup(fmt.Sprintf("%s. %s", roman(k+1), g.name))
			}
			for _, a := range g.people {
				n++
				grid.Add(append([]string{fmt.Sprint(n)}, form.cells(s, a)...)...)
			}
		}
		if len(r.people) == 0 {
			grid.Add(append([]string{""}, make([]string, len(form.columns))...)...)
		}
		all = append(all, r.people...)
	}
	count := s.Style.Body(countLine(all))
	count.Runs[0].Italic, count.Align, count.FirstIndent = true, paper.Center, 0
	return []paper.Block{grid.Table(), count}
}

// rollHeading names one of several delegations above its rows, "A. ĐOÀN CÔNG TÁC
// HUYỆN THẠCH AN"; a single one has no letter.
func (s Subject) rollHeading(i, of int, r roll) string {
	name := strings.ToUpper(s.listName(r))
	if of < 2 {
		return name
	}
	return fmt.Sprintf("%c. %s", 'A'+rune(i%26), name)
}

// listName is how a delegation is named above its rows.
func (s Subject) listName(r roll) string {
	if r.party.ID == s.Guest.ID && r.party.ID != "" {
		return s.delegation()
	}
	return orBlank(r.party.Running)
}

// countLine is "(Danh sách có 25 người)", and which groups are not counted.
func countLine(list []*plan.Attendee) string {
	n := plan.CountPeople(list).People
	groups := uncounted(list)
	switch {
	case n == 0:
		return "(Danh sách có … người)"
	case len(groups) == 0:
		return "(Danh sách có " + vietnamese.Count(n) + " người)"
	}
	return "(Danh sách có " + vietnamese.Count(n) + " người, chưa kể " + joined(groups) + ")"
}

// listed is the name in a list; a group has its number after it.
func listed(a *plan.Attendee) string {
	if a.Group && a.Count > 0 {
		return fmt.Sprintf("%s (%s người)", a.Name, vietnamese.Count(a.Count))
	}
	return a.Name
}

// unitOf is where somebody works: his unit, else his locality.
func (s Subject) unitOf(a *plan.Attendee) string {
	if a.Unit != "" {
		return a.Unit
	}
	return upperFirst(s.Places[a.Locality].Running)
}

// postAndUnit are posts and unit in one cell, the unit unless the posts name it.
func postAndUnit(a *plan.Attendee) string {
	line, unit := a.PostLine(), a.Unit
	if unit == "" || strings.Contains(vietnamese.Fold(line), vietnamese.Fold(unit)) {
		return line
	}
	return strings.TrimPrefix(line+", "+unit, ", ")
}

// roleNote is the role in the delegation (domain notes §2.4).
func (s Subject) roleNote(a *plan.Attendee) string {
	notes := map[string]string{
		plan.AttendeeHead: "Trưởng đoàn", plan.AttendeeDeputy: "Phó Trưởng đoàn", plan.AttendeeSecretary: "Thư ký", plan.AttendeeMember: "Thành viên",
		plan.AttendeeInvited: "Khách mời", plan.AttendeePress: "Phóng viên", plan.AttendeeService: "Phục vụ",
	}
	switch standing := s.standing(a); {
	case a.Side == plan.Host && a.IsHead():
		return "Chủ trì"
	case a.Side == plan.Host && (standing == plan.AttendeeMember || standing == plan.AttendeeDeputy), a.Group:
		return ""
	default:
		return notes[standing]
	}
}

// attends is in what quality somebody is at a meeting: chủ trì, dự, phục vụ.
func (s Subject) attends(a *plan.Attendee) string {
	switch standing := s.standing(a); {
	case a.IsHead() && a.Side == plan.Host:
		return "Chủ trì"
	case a.IsHead():
		return "Trưởng đoàn"
	case standing == plan.AttendeeService:
		return "Phục vụ"
	case standing == plan.AttendeePress:
		return "Đưa tin"
	}
	return "Dự"
}

// sex is known where somebody is addressed as ông or bà; otherwise the cell is
// filled in by hand.
func sex(a *plan.Attendee) string {
	return map[string]string{"ong": "Nam", "ba": "Nữ"}[a.Honorific]
}

func (s Subject) vehicleOf(a *plan.Attendee) string {
	for _, v := range s.Vehicles {
		if v.ID == a.Vehicle && a.Vehicle != "" {
			return v.Name
		}
	}
	return ""
}
