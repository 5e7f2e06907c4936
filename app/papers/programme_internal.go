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

// internalProgramme is the running order for those who prepare the visit, with
// the internal items, on lying sheets (domain notes §2.1, variant C). It never
// goes to the guests and says so.
func (s Subject) internalProgramme() paper.Document {
	items := s.View.Programme()
	doc := s.Style.Document(s.programmeTitle()+" (nội bộ)",
		s.Style.Scope(official.InternalOnly),
		s.letterhead("CTr"),
		s.Style.Title("CHƯƠNG TRÌNH", s.programmeAbout()),
		s.Style.Closed(slices.Concat(
			s.whenWhere(items), s.composition(), s.internalTable(items), s.preparations(items), s.transport(), s.remarks())),
		s.signature([]string{"Các cơ quan, đơn vị được phân công", s.fileCopy()}),
	)
	doc.Page = *s.Style.Landscape()
	return doc
}

func (s Subject) internalTable(items []*plan.AgendaItem) []paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "TT", Width: 9, Center: true},
		official.GridColumn{Title: "Thời gian", Width: 28, Center: true},
		official.GridColumn{Title: "Nội dung"},
		official.GridColumn{Title: "Người thực hiện", Width: 42},
		official.GridColumn{Title: "Địa điểm", Width: 27},
		official.GridColumn{Title: "Đơn vị chuẩn bị", Width: 30},
		official.GridColumn{Title: "Phương tiện, hậu cần", Width: 32},
		official.GridColumn{Title: "Ghi chú", Width: 28},
	)
	byDay(grid, items, func(i int, item *plan.AgendaItem) {
		grid.Add(fmt.Sprint(i+1), itemTime(item), s.itemText(item), s.speakers(item), item.Place,
			item.Preparer, item.Materials, s.internalNote(item))
	})
	return []paper.Block{s.Style.Heading1("III. NỘI DUNG CHƯƠNG TRÌNH"), grid.Table()}
}

// internalNote is what those who prepare must know of an item beside its
// columns.
func (s Subject) internalNote(item *plan.AgendaItem) string {
	var notes []string
	if item.Internal {
		notes = append(notes, "Nội bộ")
	}
	if item.Fixed {
		notes = append(notes, "Giờ cố định")
	}
	return strings.Join(append(notes, s.fieldNotes(item)...), "\n")
}

// fieldNotes are what there is to know of the field stop of an item.
func (s Subject) fieldNotes(item *plan.AgendaItem) []string {
	var notes []string
	for _, f := range s.View.FieldVisits {
		if f.ID != item.FieldVisit || item.FieldVisit == "" {
			continue
		}
		if f.TravelTime > 0 {
			notes = append(notes, fmt.Sprintf("Đi đường %d phút", f.TravelTime))
		}
		if f.Access != "" {
			notes = append(notes, f.Access)
		}
		if f.WetFallback != "" {
			notes = append(notes, "Nếu mưa: "+lowerFirst(f.WetFallback, s.names()...))
		}
	}
	return notes
}

// preparations groups by who prepares what the items need (IV. PHÂN CÔNG CHUẨN
// BỊ); nothing where nobody was asked to prepare anything.
func (s Subject) preparations(items []*plan.AgendaItem) []paper.Block {
	var order []string
	tasks := map[string][]task{}
	for i, item := range items {
		who, what := strings.TrimSpace(item.Preparer), strings.TrimSpace(item.Materials)
		if who == "" && what == "" {
			continue
		}
		if who == "" {
			who = "Chưa phân công"
		}
		if tasks[who] == nil {
			order = append(order, who)
		}
		tasks[who] = withItem(tasks[who], what, i+1)
	}
	if len(order) == 0 {
		return nil
	}
	blocks := []paper.Block{s.Style.Heading1("IV. PHÂN CÔNG CHUẨN BỊ")}
	for i, who := range order {
		texts := make([]string, len(tasks[who]))
		for k, t := range tasks[who] {
			texts[k] = t.text(s.names())
		}
		blocks = append(blocks, s.Style.Item(fmt.Sprintf("%d. %s:", i+1, who), sentence(strings.Join(texts, "; "))))
	}
	return blocks
}

// task is what one unit prepares, and for which items.
type task struct {
	what  string
	items []int
}

func withItem(tasks []task, what string, item int) []task {
	for i := range tasks {
		if tasks[i].what == what {
			tasks[i].items = append(tasks[i].items, item)
			return tasks
		}
	}
	return append(tasks, task{what, []int{item}})
}

func (t task) text(names []string) string {
	what := lowerFirst(t.what, names...)
	if what == "" {
		what = "chuẩn bị"
	}
	return what + " (nội dung " + runs(t.items) + ")"
}

// runs writes ascending numbers, with those that follow each other as a span:
// "1 - 3, 5".
func runs(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		k := i
		for k+1 < len(numbers) && numbers[k+1] == numbers[k]+1 {
			k++
		}
		switch k - i {
		case 0:
			parts = append(parts, fmt.Sprint(numbers[i]))
		case 1:
			parts = append(parts, fmt.Sprint(numbers[i]), fmt.Sprint(numbers[k]))
		default:
			parts = append(parts, fmt.Sprintf("%d - %d", numbers[i], numbers[k]))
		}
		i = k + 1
	}
	return strings.Join(parts, ", ")
}

// transport lists vehicles and where the guests stay.
func (s Subject) transport() []paper.Block {
	var lines []string
	for _, v := range s.Vehicles {
		line := vehicleLine(v)
		if n := plan.CountPeople(s.riders(v)).People; n > 0 {
			line += "; chở " + vietnamese.Count(n) + " người"
		}
		lines = append(lines, line)
	}
	for _, l := range s.Lodgings {
		lines = append(lines, "Nơi nghỉ: "+lodgingLine(l))
	}
	if len(lines) == 0 {
		return nil
	}
	heading := "IV"
	if s.prepared() {
		heading = "V"
	}
	blocks := []paper.Block{s.Style.Heading1(heading + ". PHƯƠNG TIỆN, NƠI NGHỈ")}
	for i, line := range lines {
		blocks = append(blocks, s.Style.Item("", fmt.Sprintf("%d. %s", i+1, sentence(line))))
	}
	return blocks
}

// prepared says whether any item names who prepares it or what it needs.
func (s Subject) prepared() bool {
	return slices.ContainsFunc(s.View.Agenda, func(i *plan.AgendaItem) bool {
		return strings.TrimSpace(i.Preparer+i.Materials) != ""
	})
}

// vehicleLine is a vehicle with its plate, its seats and its driver.
func vehicleLine(v *plan.Vehicle) string {
	line := v.Name
	if v.Plate != "" {
		line += ", biển số " + v.Plate
	}
	if v.Seats > 0 {
		line += fmt.Sprintf(", %d chỗ", v.Seats)
	}
	if v.Driver != "" {
		line += "; người lái: " + v.Driver
	}
	return withPhone(line, v.Phone)
}

// lodgingLine is a lodging with its address and rooms.
func lodgingLine(l *plan.Lodging) string {
	line := l.Name
	if l.Address != "" {
		line += ", " + l.Address
	}
	if l.Rooms > 0 {
		line += ", " + vietnamese.Count(l.Rooms) + " phòng"
	}
	if days := vietnamese.RunningRange(l.When.From, l.When.Last()); days != "" {
		line += ", " + days
	}
	return line
}
