package papers

import (
	"slices"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
)

// daysProgramme is the programme of several days, by day and part of the day
// (domain notes §2.1, variant D).
func (s Subject) daysProgramme() paper.Document {
	items := s.publicItems()
	return s.Style.Document(s.programmeTitle(),
		s.letterhead("CTr"),
		s.Style.Title("CHƯƠNG TRÌNH", s.programmeAbout()),
		s.Style.Closed(slices.Concat(
			s.whenWhere(items), s.composition(),
			[]paper.Block{s.Style.Heading1("III. LỊCH TRÌNH"), s.itinerary(items)}, s.remarks())),
		s.signature(s.programmeRecipients()),
	)
}

// Itinerary is the itinerary of the guests, as the plan has it for an annex.
func Itinerary(s Subject) paper.Document {
	items := s.publicItems()
	blocks := s.Style.Annex(official.AnnexHeading{
		Title: "LỊCH TRÌNH", About: s.travelAbout(), Reference: s.attachedTo(planCode),
	}, nil)
	return s.Style.Document("Lịch trình "+s.travelAbout(), blocks, []paper.Block{s.itinerary(items)}, s.remarks())
}

// itinerary is the table of days.
func (s Subject) itinerary(items []*plan.AgendaItem) paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "Buổi", Width: 14, Center: true},
		official.GridColumn{Title: "Thời gian", Width: 28, Center: true},
		official.GridColumn{Title: "Nội dung"},
		official.GridColumn{Title: "Địa điểm", Width: 33},
		official.GridColumn{Title: "Ghi chú", Width: 27},
	)
	var day civil.Date
	part := ""
	for i, item := range items {
		if i == 0 || item.When.Day != day {
			day, part = item.When.Day, ""
			grid.Group(dayHeading(day))
		}
		now := partOfDay(item.When)
		shown := now
		if now == part {
			shown = ""
		}
		part = now
		grid.Add(shown, itemTime(item), s.itemText(item), item.Place, strings.Join(s.fieldNotes(item), "\n"))
	}
	if len(items) == 0 {
		grid.Add("", "", "…", "", "")
	}
	return grid.Table()
}

// Hours at which the parts of a day begin on a programme.
const (
	noonBegins    = 11*60 + 30
	noonEnds      = 13 * 60
	eveningBegins = 18 * 60
)

// partOfDay is Sáng, Trưa, Chiều or Tối, "" for an item without a time.
func partOfDay(slot plan.Slot) string {
	if !slot.Known() {
		return ""
	}
	switch start, _ := slot.Minutes(); {
	case start < noonBegins:
		return "Sáng"
	case start < noonEnds:
		return "Trưa"
	case start < eveningBegins:
		return "Chiều"
	}
	return "Tối"
}
