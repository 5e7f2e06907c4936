package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// sideList is one delegation: its head, its rows, and the line that adds the
// next one.
type sideList struct {
	tab  *tab
	side plan.Side

	grid    *kit.Grid[row]
	title   *kit.TipText
	count   *kit.TipText
	suggest *kit.Button
	add     *kit.Picker
	tick    *kit.CheckBox
	head    fyne.CanvasObject
	root    *fyne.Container
	name    float32 // width of the column of names
	now     sideState
	compact bool // there is little room
}

// newSideList makes the list of a side; below stands under it.
func newSideList(p *tab, side plan.Side, below fyne.CanvasObject) *sideList {
	h := p.host
	s := &sideList{tab: p, side: side, name: nameLeast}
	s.grid = kit.NewGrid(h.Kit, func(r row) string { return r.attendee.ID }, s.columns()...)
	s.grid.HideHead()
	s.grid.SetRowHeight(theme.RowPeople)
	s.grid.SetTypeColumn("name")
	s.grid.SetEmpty(kit.EmptyState(h.Say("people.empty_"+string(side)),
		kit.NewButton(kit.Secondary, h.Say("people.empty_type"), func() { s.add.Focus() }),
		kit.NewButton(kit.Quiet, h.Say("people.paste"), func() { p.pasteInto(side) })))
	s.wire()
	s.title, s.count = kit.NewTipText(kit.RoleSection, ""), kit.NewTipText(kit.RoleCaption, "")
	s.suggest = kit.NewButton(kit.Quiet, h.Say("people.suggest"), func() { p.suggestOrder(side) }).WithTip(h.Say("people.suggest_tip"))
	rest := &fyne.Container{Layout: restLayout{}, Objects: []fyne.CanvasObject{s.count}}
	s.head = kit.VBox(theme.Gap0,
		kit.HBox(theme.Gap8, s.title, kit.Grow(rest), s.suggest, kit.Sized(theme.Gap0, theme.ButtonHeight, kit.Gap(theme.Gap0))),
		kit.NewHeadLine())
	s.root = &fyne.Container{Layout: &sideLayout{s}, Objects: []fyne.CanvasObject{s.head, s.grid, s.addLine(), below}}
	return s
}

func (s *sideList) wire() {
	p := s.tab
	s.grid.OnSelect = func(r row) { p.picked(s.side, r) }
	s.grid.OnActivate = p.edit
	s.grid.OnToggle = p.turnAttendance
	s.grid.OnMenu = p.menu
	s.grid.OnDelete = p.delete
	s.grid.OnInsert = func() { s.add.Focus() }
	s.grid.OnPaste = func(text string) { p.paste(s.side, text) }
	s.grid.OnMove = func(r row, delta int) { p.move(r, delta) }
	s.grid.OnMoveTo = func(from, to int) {
		if rows := s.grid.Rows(); from < len(rows) {
			p.move(rows[from], to-from)
		}
	}
	s.grid.SetOnScroll(func() { p.pairs.Refresh() })
}

// addLine is the last line of the list: a name, Enter, and the next one.
func (s *sideList) addLine() fyne.CanvasObject {
	h := s.tab.host
	s.add = kit.NewPicker(h.Kit, "", func(query string) []kit.Choice { return find(s.tab.state.people, query) })
	s.add.SetPlaceholder(h.Say("people.add_hint"))
	s.add.AllowFree, s.add.ClearOnPick = true, true
	s.add.OnPick = func(c kit.Choice) { s.tab.addTyped(s.side, c) }
	s.add.OnEnter = func() {} // stays for the next one
	s.add.OnPasteRows = func(text string) bool {
		s.tab.paste(s.side, text)
		return true
	}
	s.tick = kit.NewCheckBox(h.Say("people.keep"), nil)
	s.tick.SetTooltip(h.Say("people.keep_tip"))
	return kit.HBox(theme.Gap8, kit.NewIcon(icons.Plus, theme.Text3), kit.Grow(s.add), s.tick)
}

func (s *sideList) show(now sideState) {
	s.title.SetText(now.title)
	s.now = now
	if now.byHand {
		s.suggest.Show()
	} else {
		s.suggest.Hide()
	}
	s.grid.SetRows(now.rows)
	s.measure(now.rows)
	s.fit()
	s.root.Refresh()
}

// The columns, at text size 100 %.
const (
	numberWidth     = 28
	markWidth       = 22
	nameLeast       = 90
	nameMost        = 170
	nameCompact     = 136
	attendanceWidth = 88
	smallWidth      = 24 // of attendance in a compact list
)

// measure makes the column of names as wide as the longest needs.
func (s *sideList) measure(rows []row) {
	s.name = nameLeast
	for _, r := range rows {
		size := fyne.MeasureText(s.nameText(r), theme.Size(theme.TextBody), fyne.TextStyle{Bold: true})
		s.name = min(max(s.name, size.Width/theme.Scale()+theme.Size(theme.Gap12)/theme.Scale()), nameMost)
	}
}

// counts says how many come; briefly while there is little room.
func (s *sideList) counts(briefly bool) string {
	if briefly && len(s.now.counts) > 0 {
		return s.now.counts[0]
	}
	return strings.Join(s.now.counts, ", ")
}

// fit shares the width out.
func (s *sideList) fit() {
	widths := map[string]float32{"name": s.name, "attendance": attendanceWidth}
	if s.compact {
		widths["name"], widths["attendance"] = min(s.name, nameCompact), smallWidth
	}
	s.grid.SetWidths(widths)
	s.count.SetText(s.counts(s.compact))
}

// setCompact hears that there is little room, or enough again.
func (s *sideList) setCompact(compact bool) {
	if s.compact != compact {
		s.compact = compact
		s.fit()
	}
}

func (s *sideList) columns() []kit.Column[row] {
	return []kit.Column[row]{
		{
			ID: "number", Width: numberWidth, MinWidth: numberWidth, Align: fyne.TextAlignTrailing,
			Text:  func(r row) string { return itoa(r.number) },
			Style: func(row) kit.CellStyle { return kit.CellStyle{Color: theme.Text2} },
		},
		{ID: "mark", Width: markWidth, MinWidth: markWidth, Style: s.mark},
		{ID: "name", Width: nameLeast, MinWidth: nameLeast, Text: s.nameText, Style: func(r row) kit.CellStyle {
			return page.Marked(kit.CellStyle{Bold: !r.attendee.Group, Color: faded(r, theme.Text)}, r.attendee)
		}},
		{
			ID: "posts", Width: nameLeast, MinWidth: smallWidth, Grow: true,
			Text:   func(r row) string { return strings.TrimSuffix(postsText(r)+", "+s.roleText(r), ", ") },
			Create: func() fyne.CanvasObject { return kit.Grow(kit.NewDuo()) },
			Update: func(cell fyne.CanvasObject, r row) {
				cell.(*fyne.Container).Objects[0].(*kit.Duo).Set(
					postsText(r), kit.CellStyle{Color: faded(r, theme.Text2)}, s.roleText(r), s.roleStyle(r))
			},
		},
		{ID: "attendance", Width: attendanceWidth, MinWidth: smallWidth, Text: s.attendanceText, Style: attendanceStyle},
	}
}

func faded(r row, usual fyne.ThemeColorName) fyne.ThemeColorName {
	if r.attendee.Attendance == plan.Declined {
		return theme.Text3
	}
	return usual
}

// mark pins the head of the side.
func (s *sideList) mark(r row) kit.CellStyle {
	if r.attendee.IsHead() {
		return kit.CellStyle{Icon: icons.Pin, Color: theme.Accent}
	}
	return kit.CellStyle{}
}

// nameText is the name; a group without names has its number there, and what it
// is beside it.
func (s *sideList) nameText(r row) string {
	a := r.attendee
	switch {
	case !a.Group:
		return a.Name
	case a.Count > 0:
		return s.tab.host.Say("people.count", "Count", a.Count)
	default:
		return s.tab.host.Say("people.group")
	}
}

func postsText(r row) string {
	a := r.attendee
	if a.Group {
		return strings.TrimSuffix(a.Name+", "+a.PostLine(), ", ")
	}
	return about(a.Posts, a.Unit)
}

// roleText names a role that is not that of everybody, or says that the place
// was chosen by hand.
func (s *sideList) roleText(r row) string {
	h, a := s.tab.host, r.attendee
	role := ""
	switch {
	case a.IsHead() && s.compact: // the pin says it
	case a.IsHead():
		role = h.Say("people.head_" + string(a.Side))
	case a.Role != "" && a.Role != plan.AttendeeMember:
		role = h.Words.Enum(plan.KindAttendee, "role", a.Role)
	case r.moved:
		return h.Say("people.moved")
	}
	return role
}

func (s *sideList) roleStyle(r row) kit.CellStyle {
	switch {
	case r.attendee.IsHead():
		return kit.CellStyle{Bold: true, Color: theme.Accent}
	case r.moved && (r.attendee.Role == "" || r.attendee.Role == plan.AttendeeMember):
		return kit.CellStyle{Color: theme.Accent}
	}
	return kit.CellStyle{Color: theme.Text2}
}

func (s *sideList) attendanceText(r row) string {
	if s.compact {
		return ""
	}
	return s.tab.host.Say("people.attendance_" + attendanceKey(r.attendee.Attendance))
}

func attendanceKey(a plan.Attendance) string {
	if a == "" {
		return "waiting"
	}
	return string(a)
}

func attendanceStyle(r row) kit.CellStyle {
	switch r.attendee.Attendance {
	case plan.Confirmed:
		return kit.CellStyle{Icon: icons.Check, Color: theme.Green}
	case plan.Declined:
		return kit.CellStyle{Icon: icons.Close, Color: theme.Text3}
	}
	return kit.CellStyle{Icon: icons.Clock, Color: theme.Amber}
}
