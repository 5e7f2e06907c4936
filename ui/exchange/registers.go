package exchange

import (
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// receivedRow is one bundle that was read in.
type receivedRow struct {
	one                desk.ImportedBundle
	from, when, counts string
}

// received is the section of the bundles that were read in.
type received struct {
	host   *page.Host
	object fyne.CanvasObject
	grid   *kit.Grid[receivedRow]
	undo   *kit.Button
	take   func(desk.ImportedBundle) // takes one back
}

func newReceived(h *page.Host, take func(desk.ImportedBundle)) *received {
	r := &received{host: h, take: take}
	r.undo = kit.NewIconButton(kit.Secondary, icons.Undo, h.Say("exchange.undo_import"), r.undoSelected)
	r.undo.WithTip(h.Say("exchange.undo_import_tip"))
	r.grid = kit.NewGrid(h.Kit, func(row receivedRow) string { return row.one.Import },
		kit.Column[receivedRow]{ID: "from", Title: h.Say("exchange.from"), Width: 220, Grow: true, Text: func(row receivedRow) string { return row.from }},
		kit.Column[receivedRow]{ID: "number", Title: h.Say("exchange.number"), Width: 72, Text: func(row receivedRow) string { return numberCell(h, row.one.Seq) }},
		kit.Column[receivedRow]{ID: "when", Title: h.Say("exchange.read_at"), Width: 140, Text: func(row receivedRow) string { return row.when }},
		kit.Column[receivedRow]{ID: "counts", Title: h.Say("exchange.what"), Width: 380, Grow: true, Text: func(row receivedRow) string { return row.counts }},
		kit.Column[receivedRow]{ID: "state", Title: h.Say("exchange.state"), Width: 130, Text: r.state, Style: r.style},
	)
	page.Remember(h, r.grid, "received", page.Sorting{})
	r.grid.SetFit()
	r.grid.SetEmpty(kit.EmptyState(h.Say("exchange.received_empty"), nil, nil))
	r.grid.OnSelect = func(receivedRow) { r.enable() }
	r.grid.OnMenu = r.menu
	r.object = kit.Section(kit.SectionHead(h.Say("exchange.received"), nil, r.undo), r.grid)
	r.enable()
	return r
}

func (r *received) state(row receivedRow) string {
	if row.one.Undone {
		return r.host.Say("exchange.state_undone")
	}
	return r.host.Say("exchange.state_in")
}

func (r *received) style(row receivedRow) kit.CellStyle {
	if row.one.Undone {
		return kit.CellStyle{Color: theme.Text2, Icon: icons.Undo}
	}
	return kit.CellStyle{Color: theme.Green, Icon: icons.Check}
}

func (r *received) menu(row receivedRow) []*fyne.MenuItem {
	if row.one.Undone {
		return nil
	}
	return []*fyne.MenuItem{fyne.NewMenuItem(r.host.Say("exchange.undo_import"), func() { r.take(row.one) })}
}

func (r *received) enable() {
	if row, ok := r.grid.Selected(); ok && !row.one.Undone {
		r.undo.Enable()
		return
	}
	r.undo.Disable()
}

func (r *received) undoSelected() {
	if row, ok := r.grid.Selected(); ok && !row.one.Undone {
		r.take(row.one)
	}
}

func fetchReceived(h *page.Host) ([]receivedRow, error) {
	all, err := h.Desk.Imports()
	if err != nil {
		return nil, err
	}
	rows := make([]receivedRow, len(all))
	for i, one := range all {
		rows[i] = receivedRow{one, sender(h, one.From), moment(h, one.At.Time()), countsLine(h, one.Counts)}
	}
	return rows, nil
}

func (r *received) show(rows []receivedRow) {
	r.grid.SetRows(rows)
	if _, ok := r.grid.Selected(); !ok && len(rows) > 0 {
		r.grid.Select(rows[0].one.Import)
	}
	r.enable()
}

// sentRow is one bundle that was written, or a list with something personal.
type sentRow struct {
	one                            desk.SentBundle
	file, visit, when, to, profile string
}

// sent is the section of the bundles that were written.
type sent struct {
	object fyne.CanvasObject
	grid   *kit.Grid[sentRow]
}

func newSent(h *page.Host) *sent {
	s := &sent{}
	s.grid = kit.NewGrid(h.Kit, func(row sentRow) string { return row.one.Bundle },
		kit.Column[sentRow]{ID: "file", Title: h.Say("exchange.file"), Width: 260, Grow: true, Text: func(row sentRow) string { return row.file }},
		kit.Column[sentRow]{ID: "number", Title: h.Say("exchange.number"), Width: 72, Text: func(row sentRow) string { return numberCell(h, row.one.Seq) }},
		kit.Column[sentRow]{ID: "when", Title: h.Say("exchange.written_at"), Width: 140, Text: func(row sentRow) string { return row.when }},
		kit.Column[sentRow]{ID: "visit", Title: h.Say("exchange.holds"), Width: 260, Grow: true, Text: func(row sentRow) string { return row.visit }},
		kit.Column[sentRow]{ID: "to", Title: h.Say("exchange.to"), Width: 200, Grow: true, Text: func(row sentRow) string { return row.to }},
		kit.Column[sentRow]{ID: "profile", Title: h.Say("exchange.profile"), Width: 190, Grow: true, Text: func(row sentRow) string { return row.profile }},
		kit.Column[sentRow]{ID: "author", Title: h.Say("exchange.by"), Width: 130, Text: func(row sentRow) string { return row.one.Author }},
		kit.Column[sentRow]{ID: "count", Title: h.Say("exchange.records"), Width: 90, Align: fyne.TextAlignTrailing, Text: func(row sentRow) string { return h.Words.Number(itoa(row.one.Count)) }},
	)
	page.Remember(h, s.grid, "sent", page.Sorting{})
	s.grid.SetFit()
	s.grid.SetEmpty(kit.EmptyState(h.Say("exchange.sent_empty"), nil, nil))
	s.object = kit.Section(kit.SectionHead(h.Say("exchange.sent"), nil, nil), s.grid)
	return s
}

func fetchSent(h *page.Host) ([]sentRow, error) {
	all, err := sentOf(h.Desk)
	if err != nil {
		return nil, err
	}
	rows := make([]sentRow, len(all))
	for i, one := range all {
		rows[i] = sentRow{
			one: one, file: one.File, visit: holdsWord(h, one.Profile, one.Visit), when: moment(h, one.At),
			to: receiverWord(h, one), profile: profileWord(h, one.Profile),
		}
	}
	return withLists(h, rows)
}

func (s *sent) show(rows []sentRow) { s.grid.SetRows(rows) }

// moment writes a day and the time of it, on the clock of this machine.
func moment(h *page.Host, at time.Time) string {
	if at.IsZero() {
		return ""
	}
	local := at.Local()
	return h.Say("exchange.moment", "Day", civil.DateOf(local), "Time", local.Format("15:04"))
}

// sender names an office that may not have said its name.
func sender(h *page.Host, name string) string { return or(name, h.Say("exchange.nameless")) }
