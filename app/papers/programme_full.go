package papers

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

// fullProgramme names everybody who comes, and who leads and who presents each
// item.
func (s Subject) fullProgramme() paper.Document {
	items := s.publicItems()
	return s.Style.Document(s.programmeTitle(),
		s.letterhead("CTr"),
		s.Style.Title("CHƯƠNG TRÌNH", s.programmeAbout()),
		s.Style.Closed(slices.Concat(s.whenWhere(items), s.everybody(), s.fullTable(items), s.remarks())),
		s.signature(s.programmeRecipients()),
	)
}

// everybody lists the delegations one by one, each with its number of people.
func (s Subject) everybody() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("II. THÀNH PHẦN")}
	for i, r := range slices.Concat(s.rolls(plan.Guest), s.rolls(plan.Host)) {
		title := fmt.Sprintf("%d. %s", i+1, s.rollName(i, r))
		if len(r.people) == 0 {
			blocks = append(blocks, s.Style.Item("", title+": …"))
			continue
		}
		head := s.Style.Item("", title+": "+numberOf(r.people, "đồng chí")+", gồm:")
		head.KeepWithNext = true
		blocks = append(blocks, head)
		var names []string
		for _, a := range r.people {
			names = append(names, upperFirst(introduction(a)))
		}
		for k, line := range dashed(names) {
			p := s.Style.Body(line)
			if k < len(names)-1 {
				p.After = s.Style.After / 2
			}
			blocks = append(blocks, p)
		}
	}
	return blocks
}

func (s Subject) fullTable(items []*plan.AgendaItem) []paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "TT", Width: 9, Center: true},
		official.GridColumn{Title: "Thời gian", Width: 28, Center: true},
		official.GridColumn{Title: "Nội dung"},
		official.GridColumn{Title: "Chủ trì, thực hiện", Width: 47},
		official.GridColumn{Title: "Địa điểm", Width: 27},
	)
	byDay(grid, items, func(i int, item *plan.AgendaItem) {
		grid.Add(fmt.Sprint(i+1), itemTime(item), s.itemText(item), s.parts(item), item.Place)
	})
	return []paper.Block{s.Style.Heading1("III. NỘI DUNG CHƯƠNG TRÌNH"), grid.Table()}
}

// parts says who leads and who carries out an item, each on a line of its own
// where there are both.
func (s Subject) parts(item *plan.AgendaItem) string {
	leads, presents := s.speakerNames(item.Leads), s.speakerNames(item.Presents)
	if len(leads) == 0 {
		return strings.Join(presents, ";\n")
	}
	text := "Chủ trì: " + strings.Join(leads, "; ")
	if len(presents) > 0 {
		text += "\nThực hiện: " + strings.Join(presents, "; ")
	}
	return text
}

// speakerNames names who speaks, without those who have declined.
func (s Subject) speakerNames(who []plan.Speaker) []string {
	var names []string
	for _, one := range who {
		name := strings.TrimSpace(one.Text)
		if a := s.attendee(one.Attendee); a != nil {
			if a.Attendance == plan.Declined {
				continue
			}
			name = shortName(a)
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// attendee finds one of the visit by the id, nil if there is none.
func (s Subject) attendee(id string) *plan.Attendee {
	for _, a := range s.View.Attendees {
		if a.ID == id {
			return a
		}
	}
	return nil
}
