package programme

import (
	"fmt"
	"strings"

	"nhipcau/app/civil"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// newGrid makes the list of days and items.
func (p *tab) newGrid() *kit.Grid[row] {
	h := p.host
	g := kit.NewGrid(h.Kit, row.key,
		kit.Column[row]{ID: "time", Title: h.Say("programme.time"), Width: 124, MinWidth: 96, Text: p.timeText, Sub: p.timeSub, Style: timeStyle},
		kit.Column[row]{ID: "mark", Width: 32, Create: newMark, Update: showMark},
		kit.Column[row]{
			ID: "title", Title: h.Words.Field(plan.KindAgendaItem, "title"), Width: 240, MinWidth: 180, Grow: true,
			Text: p.titleText, Sub: p.titleSub, Style: titleStyle,
		},
		kit.Column[row]{ID: "kind", Title: h.Say("programme.kind_place"), Width: 176, MinWidth: 96, Text: p.kindText, Sub: placeText, Style: kindStyle},
	)
	g.SetRowHeight(theme.RowTwoLines)
	g.SetTypeColumn("title")
	page.Remember(h, g, "programme", page.Sorting{})
	g.SetEmpty(p.emptyState())
	g.OnSelect = func(row) { p.selected() }
	g.OnActivate = p.activate
	g.OnMenu = p.menu
	g.OnMove = p.step
	g.OnMoveTo = p.dragged
	g.OnDelete = p.remove
	g.OnInsert = p.addHere
	g.OnCut, g.OnPaste = p.cutRow, p.paste
	return g
}

// selected is called when the person went to another row: a draft that has
// nothing in it goes.
func (p *tab) selected() {
	if row, ok := p.grid.Selected(); ok && p.draft != nil && row.key() == p.draft.item.ID {
		return
	}
	p.last, p.want = "", ""
	p.dropDraft()
	p.showSelected()
}

// activate puts the cursor into the title of an item; on the head of a day it
// adds an item at its end.
func (p *tab) activate(r row) {
	if r.item == nil {
		p.addAtEnd(r.day)
		return
	}
	p.panel.title.Focus()
}

// dayName is the head of a day: "Thứ Hai 10/06".
func (p *tab) dayName(day civil.Date) string {
	if day == "" {
		return p.host.Say("programme.without_time")
	}
	weekday := strings.ToLower(day.Time().Weekday().String())
	return p.host.Say("programme.day", "Weekday", p.host.Say("programme.weekday_"+weekday), "Day", vietnamese.FormatDate(day)[:len("02/01")])
}

// span writes from when to when something lasts, as "13:30 – 17:10".
func span(from civil.Clock, end civil.Clock) string {
	if from == end {
		return vietnamese.FormatClock(from)
	}
	return fmt.Sprintf("%s – %s", vietnamese.FormatClock(from), vietnamese.FormatClock(end))
}

func (f figures) span() string {
	if f.first == "" {
		return ""
	}
	return span(f.first, civil.ClockAt(f.last))
}

// count says how many items a day has.
func (p *tab) count(f figures) string {
	switch {
	case f.count == 0:
		return p.host.Say("programme.no_items")
	case f.internal > 0:
		return p.host.Say("programme.count_internal", "Count", f.count, "Internal", f.internal)
	}
	return p.host.Say("programme.count", "Count", f.count)
}

func (p *tab) timeText(r row) string {
	if r.item == nil {
		return p.dayName(r.day)
	}
	if !r.item.When.Known() {
		return "–"
	}
	end, _ := r.item.When.End()
	return span(r.item.When.Start, end)
}

func (p *tab) timeSub(r row) string {
	if r.item == nil {
		return r.figures.span()
	}
	if r.item.When.Length == 0 {
		return ""
	}
	return p.host.Say("programme.minutes", "Count", r.item.When.Length)
}

func timeStyle(r row) kit.CellStyle { return kit.CellStyle{Bold: r.item == nil} }

func (p *tab) titleText(r row) string {
	switch {
	case r.item == nil:
		return p.count(r.figures)
	case r.item.Title == "":
		return p.host.Say("programme.new_item")
	}
	return r.item.Title
}

func titleStyle(r row) kit.CellStyle {
	switch {
	case r.item == nil:
		return kit.CellStyle{Color: theme.Text2}
	case r.item.Title == "":
		return kit.CellStyle{Color: theme.Text3}
	}
	return kit.CellStyle{Bold: true}
}

// titleSub says who sees an internal item, who leads and who presents.
func (p *tab) titleSub(r row) string {
	if r.item == nil {
		return ""
	}
	var parts []string
	if r.item.Internal {
		parts = append(parts, p.host.Say("programme.internal"))
	}
	if leads := r.state.speakers(r.item.Leads); leads != "" {
		parts = append(parts, p.host.Say("programme.led_by", "Who", leads))
	}
	if presents := r.state.speakers(r.item.Presents); presents != "" {
		parts = append(parts, presents)
	}
	return strings.Join(parts, " · ")
}

func (p *tab) kindText(r row) string {
	if r.item == nil || r.draft {
		return ""
	}
	return p.host.Words.Enum(plan.KindAgendaItem, "item_kind", string(r.item.ItemKind))
}

func kindStyle(r row) kit.CellStyle {
	if r.item == nil {
		return kit.CellStyle{}
	}
	return kit.CellStyle{Color: theme.Kind(r.item.ItemKind).Bar()}
}

func placeText(r row) string {
	if r.item == nil {
		return ""
	}
	return r.item.Place
}
