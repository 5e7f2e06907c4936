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
	for i, r := range s.bothSides() {
		title := fmt.Sprintf("%d. %s", i+1, s.rollName(i, r))
		if len(r.people) == 0 {
			blocks = append(blocks, s.Style.Item("", title+": …"))
			continue
		}
		head := s.Style.Item("", title+": "+numberOf(r.people, "đồng chí")+", gồm:")
		head.KeepWithNext = true
		blocks = append(blocks, head)
		blocks = append(blocks, s.eachNamed(r.people)...)
	}
	return blocks
}

// eachNamed has a line for each of the people, close to each other, and lines
// that go on behind them.
func (s Subject) eachNamed(people []*plan.Attendee, more ...string) []paper.Block {
	lines := make([]string, 0, len(people)+len(more))
	for _, a := range people {
		lines = append(lines, upperFirst(introduction(a)))
	}
	lines = dashed(append(lines, more...))
	blocks := make([]paper.Block, len(lines))
	for k, line := range lines {
		p := s.Style.Body(line)
		if k < len(lines)-1 {
			p.After = s.Style.After / 2
		}
		blocks[k] = p
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
	leads, presents := s.speakerNames(item.Leads, shortName), s.speakerNames(item.Presents, shortName)
	if len(leads) == 0 {
		return strings.Join(presents, ";\n")
	}
	text := "Chủ trì: " + strings.Join(leads, "; ")
	if len(presents) > 0 {
		text += "\nThực hiện: " + strings.Join(presents, "; ")
	}
	return text
}
