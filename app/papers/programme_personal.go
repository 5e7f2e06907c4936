package papers

import (
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// personalProgramme is the sheet of one attendee: what he leads and presents,
// where he rides and stays, whom he can call, and the programme in short. It is
// handed to him alone, so that room and telephone may stand on it.
func (s Subject) personalProgramme() paper.Document {
	who := s.attendee(s.Request.Attendee)
	items := s.publicItems()
	name := "…"
	if who != nil {
		name = upperFirst(introduction(who))
	}
	body := []paper.Block{s.Style.Item("Đại biểu:", name+".")}
	body = slices.Concat(body, s.arrangements(who), s.ownItems(who, items), []paper.Block{
		s.Style.Heading1("CHƯƠNG TRÌNH CHUNG"), s.shortTable(who, items),
	}, s.remarks())
	title := "Chương trình của đại biểu"
	if who != nil {
		title += " " + who.Name
	}
	return s.Style.Document(title, s.Style.Title("CHƯƠNG TRÌNH CỦA ĐẠI BIỂU", s.programmeAbout()), body)
}

// arrangements are vehicle, room and contact of an attendee, as far as they are
// known.
func (s Subject) arrangements(who *plan.Attendee) []paper.Block {
	if who == nil {
		return nil
	}
	var blocks []paper.Block
	for _, v := range s.Vehicles {
		if v.ID == who.Vehicle {
			blocks = append(blocks, s.Style.Item("Phương tiện:", sentence(vehicleLine(v))))
		}
	}
	if who.Room != "" {
		room := who.Room
		if len(s.Lodgings) == 1 {
			room += ", " + lodgingLine(&plan.Lodging{Name: s.Lodgings[0].Name, Address: s.Lodgings[0].Address})
		}
		blocks = append(blocks, s.Style.Item("Phòng nghỉ:", sentence(room)))
	}
	if contacts := s.contacts(who.ID); contacts != "" {
		blocks = append(blocks, s.Style.Item("Đầu mối liên hệ:", sentence(contacts)))
	}
	return blocks
}

// contacts are those of both sides who are there to be called, with their
// telephone, and the contacts of the stops.
func (s Subject) contacts(but string) string {
	var out []string
	for _, a := range s.View.Attendees {
		if a.Contact && a.ID != but && a.Attendance != plan.Declined {
			out = append(out, withPhone(introduction(a), a.Phone))
		}
	}
	for _, stop := range s.View.Stops {
		if c := strings.TrimSpace(stop.Contact); c != "" {
			out = append(out, c)
		}
	}
	return strings.Join(out, "; ")
}

func withPhone(text, phone string) string {
	if phone == "" {
		return text
	}
	return text + ", điện thoại " + vietnamese.FormatPhone(phone)
}

// ownItems lists what an attendee leads and presents.
func (s Subject) ownItems(who *plan.Attendee, items []*plan.AgendaItem) []paper.Block {
	var lines []string
	several := len(plan.Days(items)) > 1
	for _, item := range items {
		if part := partOf(who, item); part != "" {
			when := itemTime(item)
			if several && when != "" {
				when += ", ngày " + vietnamese.RunningDayMonth(item.When.Day)
			}
			lines = append(lines, strings.TrimPrefix(when+": ", ": ")+item.Title+" ("+lowerFirst(part)+")")
		}
	}
	if len(lines) == 0 {
		return nil
	}
	blocks := []paper.Block{s.Style.Heading1("NỘI DUNG CHỦ TRÌ, TRÌNH BÀY")}
	return append(blocks, s.dashes(lines)...)
}

// partOf is what somebody does in an item, "" for nothing.
func partOf(who *plan.Attendee, item *plan.AgendaItem) string {
	in := func(list []plan.Speaker) bool {
		return who != nil && slices.ContainsFunc(list, func(one plan.Speaker) bool { return one.Attendee == who.ID })
	}
	switch leads, presents := in(item.Leads), in(item.Presents); {
	case leads && presents:
		return "Chủ trì, trình bày"
	case leads:
		return "Chủ trì"
	case presents:
		return "Trình bày"
	}
	return ""
}

// shortTable is the programme without details, with the rows of an attendee in
// bold.
func (s Subject) shortTable(who *plan.Attendee, items []*plan.AgendaItem) paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "Thời gian", Width: 28, Center: true},
		official.GridColumn{Title: "Nội dung"},
		official.GridColumn{Title: "Địa điểm", Width: 38},
		official.GridColumn{Title: "Nhiệm vụ", Width: 26, Center: true},
	)
	byDay(grid, items, func(_ int, item *plan.AgendaItem) {
		part, add := partOf(who, item), grid.Add
		if part != "" {
			add = grid.AddStrong
		}
		add(itemTime(item), item.Title, item.Place, part)
	})
	if len(items) == 0 {
		grid.Add("", "…", "", "")
	}
	return grid.Table()
}
