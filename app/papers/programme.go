package papers

import (
	"fmt"
	"slices"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/paper"
	"nhipcau/app/paper/official"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// Programme is CHƯƠNG TRÌNH làm việc in the form that is asked for (domain notes
// §2.1). Internal items stand on the internal form only.
func Programme(s Subject) paper.Document {
	switch s.variant() {
	case "full":
		return s.fullProgramme()
	case "internal":
		return s.internalProgramme()
	case "days":
		return s.daysProgramme()
	case "personal":
		return s.personalProgramme()
	case "leader":
		return s.leaderProgramme()
	}
	return s.guestProgramme()
}

// guestProgramme is what the host hands to the guests (variant B).
func (s Subject) guestProgramme() paper.Document {
	items := s.publicItems()
	return s.Style.Document(s.programmeTitle(),
		s.letterhead("CTr"),
		s.Style.Title("CHƯƠNG TRÌNH", s.programmeAbout()),
		s.Style.Closed(slices.Concat(s.whenWhere(items), s.composition(), s.programmeTable(items), s.remarks())),
		s.signature(s.programmeRecipients()),
	)
}

func (s Subject) programmeTitle() string {
	return "Chương trình " + lowerFirst(strings.ReplaceAll(s.programmeAbout(), "\n", " "), s.names()...)
}

func (s Subject) programmeRecipients() []string {
	return []string{s.delegation(), "Các cơ quan, đơn vị liên quan", s.fileCopy()}
}

func (s Subject) publicItems() []*plan.AgendaItem {
	var out []*plan.AgendaItem
	for _, item := range s.View.Programme() {
		if !item.Internal {
			out = append(out, item)
		}
	}
	return out
}

// delegation names the guests, "Đoàn công tác huyện Thạch An".
func (s Subject) delegation() string {
	return strings.TrimSpace("Đoàn công tác " + s.Guest.Running)
}

func (s Subject) programmeAbout() string {
	if about := s.decided().About; about != "" {
		return about
	}
	about := "Đón tiếp và làm việc với " + s.visitors()
	if theme := s.theme(); theme != "" {
		about += "\nvề " + theme
	}
	return about
}

// theme is what the visit is about, within a sentence; "" where its title is
// none or names the delegation, which the papers name themselves.
func (s Subject) theme() string {
	if s.View.Visit == nil || namesDelegation(s.View.Visit.Title) {
		return ""
	}
	return lowerFirst(s.View.Visit.Title, s.names()...)
}

// namesDelegation says whether a title names the delegation itself, as the one
// that a visit gets of its own does: said once is enough.
func namesDelegation(title string) bool {
	return strings.HasPrefix(vietnamese.Fold(title), vietnamese.Fold("Đoàn công tác"))
}

func (s Subject) whenWhere(items []*plan.AgendaItem) []paper.Block {
	return []paper.Block{
		s.Style.Heading1("I. THỜI GIAN, ĐỊA ĐIỂM"),
		s.Style.Item("", "1. Thời gian: "+s.timeLine(items, s.View.Visit.When)),
		s.Style.Item("", "2. Địa điểm: "+s.placeLine(items)),
	}
}

// timeLine is "01 buổi, từ 13 giờ 30 phút, ngày 10 tháng 6 năm 2024 (thứ Hai)."
// for one day and "03 ngày, từ …" for several, a day without items between them
// counted. Without items it is the days that are given.
func (s Subject) timeLine(items []*plan.AgendaItem, when plan.Period) string {
	days := plan.Days(items)
	if len(days) == 0 {
		if !when.From.Valid() {
			return "…"
		}
		return vietnamese.RunningRange(when.From, when.Last()) + "."
	}
	first := firstTimed(items)
	start := vietnamese.LongClock(first.When.Start)
	if len(days) == 1 {
		return fmt.Sprintf("%s, từ %s, %s (%s).", halfDays(items), start, vietnamese.DocumentDate(days[0]), vietnamese.Weekday(days[0]))
	}
	last := days[len(days)-1]
	return fmt.Sprintf("%s ngày, từ %s %s (%s) đến hết %s (%s).", vietnamese.Count(days[0].DaysUntil(last)+1),
		start, vietnamese.DocumentDate(days[0]), vietnamese.Weekday(days[0]),
		vietnamese.DocumentDate(last), vietnamese.Weekday(last))
}

func firstTimed(items []*plan.AgendaItem) *plan.AgendaItem {
	for _, item := range items {
		if item.When.Known() {
			return item
		}
	}
	return nil
}

const noon = 12 * 60

// halfDays says how long a programme of one day is: a half day (buổi), or a
// day where it begins before noon and ends well after it.
func halfDays(items []*plan.AgendaItem) string {
	morning, afternoon := false, false
	for _, item := range items {
		if start, end := item.When.Minutes(); item.When.Known() {
			morning = morning || start < noon
			afternoon = afternoon || end > noon+60
		}
	}
	if morning && afternoon {
		return "01 ngày"
	}
	return "01 buổi"
}

// placeLine names each place of the programme once; without any, the venues of
// the stops.
func (s Subject) placeLine(items []*plan.AgendaItem) string {
	var places []string
	seen := map[string]bool{"": true}
	add := func(place string) {
		if !seen[place] {
			seen[place] = true
			places = append(places, place)
		}
	}
	for _, item := range items {
		add(strings.TrimSpace(item.Place))
	}
	for _, stop := range s.View.Stops {
		add(strings.TrimSpace(stop.Venue))
	}
	if len(places) == 0 {
		return "…"
	}
	return strings.Join(places, "; ") + "."
}

// manyPeople is from how many on a delegation is told by its number and its
// head, with a list beside the programme (domain notes §2.1).
const manyPeople = 9

func (s Subject) composition() []paper.Block {
	blocks := []paper.Block{s.Style.Heading1("II. THÀNH PHẦN")}
	for i, r := range s.bothSides() {
		blocks = append(blocks, s.Style.Item("", fmt.Sprintf("%d. %s: %s", i+1, s.rollName(i, r), s.partyLine(r.people))))
	}
	return blocks
}

// rollName is how a delegation begins its line; the guests are the first.
func (s Subject) rollName(i int, r roll) string {
	if i == 0 {
		return s.delegation()
	}
	if r.party.Running == "" {
		return "Nơi đón tiếp"
	}
	return upperFirst(r.party.Running)
}

func (s Subject) partyLine(people []*plan.Attendee) string {
	switch {
	case len(people) == 0:
		return "…"
	case len(people) < manyPeople:
		return introductions(people) + "."
	}
	return numberOf(people, "đồng chí") + ledBy(people) + " (có danh sách kèm theo)."
}

func (s Subject) programmeTable(items []*plan.AgendaItem) []paper.Block {
	grid := s.Style.Grid(
		official.GridColumn{Title: "TT", Width: 9, Center: true},
		official.GridColumn{Title: "Thời gian", Width: 28, Center: true},
		official.GridColumn{Title: "Nội dung"},
		official.GridColumn{Title: "Thực hiện", Width: 42},
		official.GridColumn{Title: "Địa điểm", Width: 29},
	)
	byDay(grid, items, func(i int, item *plan.AgendaItem) {
		grid.Add(fmt.Sprint(i+1), itemTime(item), s.itemText(item), s.speakers(item), item.Place)
	})
	return []paper.Block{s.Style.Heading1("III. NỘI DUNG CHƯƠNG TRÌNH"), grid.Table()}
}

// byDay adds the items to a table, under a row for each day where there are
// several.
func byDay(grid *official.Grid, items []*plan.AgendaItem, add func(int, *plan.AgendaItem)) {
	severalDays := len(plan.Days(items)) > 1
	var day civil.Date
	for i, item := range items {
		if severalDays && (i == 0 || item.When.Day != day) {
			day = item.When.Day
			grid.Group(dayHeading(day))
		}
		add(i, item)
	}
}

func dayHeading(day civil.Date) string {
	if !day.Valid() {
		return "Chưa xếp ngày"
	}
	return "Ngày " + vietnamese.RunningDate(day) + " (" + vietnamese.Weekday(day) + ")"
}

func itemTime(item *plan.AgendaItem) string {
	if !item.When.Known() {
		return ""
	}
	if item.When.Length == 0 {
		return vietnamese.PaperClock(item.When.Start)
	}
	end, days := item.When.End()
	switch {
	case days == 0:
		return vietnamese.PaperRange(item.When.Start, end)
	case end.Minutes() == 0:
		return vietnamese.PaperClock(item.When.Start) + " - 24h00"
	}
	return vietnamese.PaperClock(item.When.Start) + " - " + vietnamese.PaperClock(end) + " hôm sau"
}

// itemText is the title with its detail and its topics: several are numbered, a
// single one is left out where the title says it already.
func (s Subject) itemText(item *plan.AgendaItem) string {
	text := item.Title
	if item.Detail != "" {
		text += "\n" + item.Detail
	}
	byID := map[string]string{}
	for _, t := range s.View.Topics {
		byID[t.ID] = t.Title
	}
	var topics []string
	for _, id := range item.Topics {
		if title := byID[id]; title != "" {
			topics = append(topics, title)
		}
	}
	if len(topics) == 1 {
		if strings.Contains(vietnamese.Fold(item.Title), vietnamese.Fold(topics[0])) {
			return text
		}
		return text + "\n- " + topics[0]
	}
	for i, title := range topics {
		text += fmt.Sprintf("\n(%d) %s", i+1, title)
	}
	return text
}

// remarks say what a reader must not take for settled: times that are examples.
// Where the offices differ, Kinds adds that to every paper.
func (s Subject) remarks() []paper.Block {
	var out []paper.Block
	if s.View.Visit.TimesIllustrative {
		out = append(out, s.Style.Ground("Ghi chú: giờ và thời lượng trong chương trình là minh họa, không phải số liệu của chuyến công tác."))
	}
	return out
}
