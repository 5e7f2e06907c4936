package lists

import (
	"strings"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
)

// programme is the table of the agenda. The public one is what guests are
// handed (domain notes §2.1, variant B, with a column of days so that rows can
// be sorted); the internal one has what only the host sees (variant C).
func (s Source) programme(ask Ask) List {
	l := List{Title: "CHƯƠNG TRÌNH LÀM VIỆC", Lines: s.visitLines()}
	items := s.items(ask.Internal)
	cells := []cell[*plan.AgendaItem]{
		col("Ngày", 22, itemDay),
		col("Thời gian", 17, itemTime).centred(),
		col("Nội dung", 48, s.itemText),
		col("Chủ trì/Thực hiện", 36, func(i *plan.AgendaItem) string { return strings.Join(s.speakers(i), "\n") }),
		col("Địa điểm", 28, s.itemPlace),
	}
	if ask.Internal {
		l.Title = "KỊCH BẢN TỔ CHỨC"
		l.Lines = append(l.Lines, "LƯU HÀNH NỘI BỘ")
		cells = append(cells,
			col("Đơn vị chuẩn bị", 24, func(i *plan.AgendaItem) string { return i.Preparer }),
			col("Tài liệu, hậu cần", 28, func(i *plan.AgendaItem) string { return i.Materials }),
			col("Ghi chú", 14, itemNote))
	}
	if s.View.Visit.TimesIllustrative {
		l.Foot = "(Giờ trong chương trình là minh họa)"
	}
	fill(&l, "TT", items, cells...)
	return l
}

// items is the programme in its order.
func (s Source) items(internal bool) []*plan.AgendaItem {
	var out []*plan.AgendaItem
	for _, item := range s.View.Programme() {
		if internal || !item.Internal {
			out = append(out, item)
		}
	}
	return out
}

func itemDay(i *plan.AgendaItem) string {
	if !i.When.Day.Valid() {
		return ""
	}
	return vietnamese.FormatDate(i.When.Day) + " (" + vietnamese.Weekday(i.When.Day) + ")"
}

// itemTime is "13h30 - 13h45". What ends on a later day says so.
func itemTime(i *plan.AgendaItem) string {
	switch {
	case !i.When.Start.Valid():
		return ""
	case i.When.Length <= 0:
		return vietnamese.PaperClock(i.When.Start)
	}
	end, later := i.When.End()
	text := vietnamese.PaperRange(i.When.Start, end)
	if later > 0 && i.When.Day.Valid() {
		text += " (" + vietnamese.RunningDayMonth(i.When.Day.AddDays(later)) + ")"
	}
	return text
}

func itemNote(i *plan.AgendaItem) string {
	if i.Internal {
		return "Nội bộ"
	}
	return ""
}

// itemText is the title with its detail and topics.
func (s Source) itemText(i *plan.AgendaItem) string {
	lines := []string{i.Title, i.Detail}
	for _, id := range i.Topics {
		if title := s.topicTitle(id); title != "" && title != i.Title {
			lines = append(lines, "- "+title)
		}
	}
	return joined("\n", lines...)
}

// itemPlace is the place of an item, else that of its stop.
func (s Source) itemPlace(i *plan.AgendaItem) string {
	if i.Place != "" {
		return i.Place
	}
	return s.index.places[i.Stop]
}

// speakers names who presents and who leads an item, each once; who has declined
// is left out.
func (s Source) speakers(i *plan.AgendaItem) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, who := range append(append([]plan.Speaker(nil), i.Presents...), i.Leads...) {
		name := who.Text
		if a := s.index.attendees[who.Attendee]; a != nil {
			if a.Attendance == plan.Declined {
				continue
			}
			name = joined(" - ", attendeeName(a), a.PostLine())
		}
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}
