package papers

import (
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// invitationCode is the code of invitations in the catalogue of papers.
const invitationCode = "invitation"

// Invitation is GIẤY MỜI to the host's people to receive the guests (form 1.7
// of Nghị định 30/2020): a sheet for each of them, or one with a list.
func Invitation(s Subject) paper.Document {
	invited := s.invited()
	var sheets [][]paper.Block
	if s.variant() == "list" {
		list := s.Style.Annex(official.AnnexHeading{
			Title: "DANH SÁCH", About: "Đại biểu được mời dự", Reference: s.attachedTo(invitationCode),
		}, nil)
		sheets = append(sheets, s.invitationTo("các đồng chí có tên trong danh sách kèm theo"), list,
			s.listOfRolls(meetingList, []roll{{s.host(), invited}}))
	} else {
		for i, a := range invited {
			if i > 0 {
				sheets = append(sheets, []paper.Block{paper.PageBreak{Restart: true}})
			}
			sheets = append(sheets, s.invitationTo(introduction(a)))
		}
	}
	if len(sheets) == 0 {
		sheets = append(sheets, s.invitationTo("…"))
	}
	return s.Style.Document("Giấy mời "+lowerFirst(s.receptionAbout(), s.names()...), sheets...)
}

// invited are the people of the issuing host who are to attend: not those who
// serve, nor those of the other hosts, nor who chairs the meeting himself.
func (s Subject) invited() []*plan.Attendee {
	var out []*plan.Attendee
	for _, r := range s.rolls(plan.Host) {
		if s.otherHost(r.party) {
			continue
		}
		for _, a := range r.people {
			if a.IsHead() {
				continue
			}
			if s.partOf(a, r.party) != partHelp || a.Role == plan.AttendeeInvited {
				out = append(out, a)
			}
		}
	}
	return out
}

// otherHost says whether a locality is a host beside the one that issues the
// paper.
func (s Subject) otherHost(p Party) bool {
	return p.ID != s.host().ID && slices.ContainsFunc(s.Hosts, func(h Party) bool { return h.ID == p.ID })
}

func (s Subject) receptionAbout() string {
	if about := s.decided().About; about != "" {
		return about
	}
	return "Tiếp và làm việc với " + s.visitors()
}

func (s Subject) invitationTo(whom string) []paper.Block {
	call := s.Style.Body(upperFirst(s.issuerName()) + " trân trọng kính mời: ")
	call.Runs = append(call.Runs, paper.Run{Text: sentence(whom), Bold: true})
	body := []paper.Block{call}
	if own := s.decided().Wording; strings.TrimSpace(own) != "" {
		for _, line := range s.filled(own) {
			body = append(body, s.Style.Body(line))
		}
	} else {
		body = append(body, s.invitationBody()...)
	}
	return slices.Concat(
		s.letterhead("GM"), s.Style.Title("GIẤY MỜI", s.receptionAbout()), s.Style.Closed(body),
		s.signature([]string{asAbove, s.fileCopy()}))
}

func (s Subject) invitationBody() []paper.Block {
	items := s.hostItems()
	to := "buổi tiếp và làm việc với " + s.visitors()
	if theme := s.theme(); theme != "" {
		to += " về " + theme
	}
	chair := "…"
	if head := s.headOf(plan.Host); head != nil && !s.otherHost(s.Places[head.Locality]) {
		chair = introduction(head)
	}
	blocks := []paper.Block{
		s.Style.Body("Tới dự " + sentence(to)), s.Style.Body("Chủ trì: " + sentence(chair)),
		s.Style.Body("Thời gian: " + s.beginning(items)), s.Style.Body("Địa điểm: " + sentence(s.meetingPlace(items))),
	}
	for _, line := range s.wording("invitation.close") {
		blocks = append(blocks, s.Style.Body(line))
	}
	return append(blocks, s.remarks()...)
}

// hostItems are the public items at the host that issues the paper, all of them
// where it is the only one. The way and the meals are the guests' own.
func (s Subject) hostItems() []*plan.AgendaItem {
	items := slices.DeleteFunc(s.publicItems(), func(i *plan.AgendaItem) bool {
		return i.ItemKind == plan.ItemTravel || i.ItemKind == plan.ItemMeal
	})
	if len(s.Hosts) < 2 {
		return items
	}
	at := map[string]bool{}
	for _, stop := range s.View.Stops {
		at[stop.ID] = stop.Locality == s.host().ID
	}
	return slices.DeleteFunc(items, func(i *plan.AgendaItem) bool { return !at[i.Stop] })
}

// hostDays are when the guests are at the host that issues the paper: the whole
// visit where it is the only one, else its own stops, not known without any.
func (s Subject) hostDays() plan.Period {
	if len(s.Hosts) < 2 {
		return s.View.Visit.When
	}
	var days plan.Period
	for _, stop := range s.View.Stops {
		if stop.Locality != s.host().ID || !stop.When.From.Valid() {
			continue
		}
		if last := stop.When.Last(); days.To < last {
			days.To = last
		}
		if days.From == "" || stop.When.From < days.From {
			days.From = stop.When.From
		}
	}
	return days
}

// beginning is when the first item begins: "13 giờ 30 phút, ngày 10 tháng 6 năm
// 2024 (thứ Hai)".
func (s Subject) beginning(items []*plan.AgendaItem) string {
	day := s.hostDays().From
	start := "…… giờ ……"
	if first := firstTimed(items); first != nil {
		day, start = first.When.Day, vietnamese.LongClock(first.When.Start)
	}
	if !day.Valid() {
		return "…"
	}
	return start + ", " + vietnamese.DocumentDate(day) + " (" + vietnamese.Weekday(day) + ")."
}

// meetingPlace is the venue of the host, else the place of the first item that
// has one.
func (s Subject) meetingPlace(items []*plan.AgendaItem) string {
	for _, stop := range s.View.Stops {
		if venue := strings.TrimSpace(stop.Venue); venue != "" && (len(s.Hosts) < 2 || stop.Locality == s.host().ID) {
			return strings.TrimSuffix(venue+", "+stop.Address, ", ")
		}
	}
	for _, item := range items {
		if item.Place != "" {
			return item.Place
		}
	}
	return "…"
}
