package sharing

import (
	"path"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/folder"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// standing is the side that says how it stands: when was looked, written and
// taken in, what waits for a person, and what can't be read.
type standing struct {
	host    *page.Host
	object  fyne.CanvasObject
	answer  *fyne.Container
	facts   *fyne.Container
	grid    *kit.Grid[waitingRow]
	look    *kit.Button // for a person who does not double-click
	refused *fyne.Container
	bad     fyne.CanvasObject
}

// waitingRow is a file that asks something.
type waitingRow struct {
	path, from, visit, why string
}

func newStanding(h *page.Host) *standing {
	s := &standing{host: h, answer: kit.VBox(theme.Gap0), facts: kit.VBox(theme.Gap4), refused: kit.VBox(theme.Gap8)}
	s.look = kit.NewIconButton(kit.Secondary, icons.Eye, h.Say("folder.look"), func() {
		if row, ok := s.grid.Selected(); ok {
			s.open(row)
		}
	})
	s.grid = kit.NewGrid(h.Kit, func(row waitingRow) string { return row.path },
		kit.Column[waitingRow]{
			ID: "from", Title: h.Say("exchange.from"), Width: 220, Grow: true,
			Text: func(row waitingRow) string { return row.from }, Sub: func(row waitingRow) string { return row.visit },
			Style: func(waitingRow) kit.CellStyle { return kit.CellStyle{Bold: true} },
		},
		kit.Column[waitingRow]{
			ID: "why", Title: h.Say("folder.why"), Width: 320, Grow: true,
			Text: func(row waitingRow) string { return row.why },
		},
	)
	page.Remember(h, s.grid, "folder_waiting", page.Sorting{})
	s.grid.SetRowHeight(theme.RowTwoLines)
	s.grid.SetFit()
	s.grid.SetEmpty(kit.EmptyState(h.Say("folder.waiting_empty"), nil, nil))
	s.grid.OnActivate = s.open
	s.bad = kit.Section(kit.SectionHead(h.Say("folder.refused"), nil, nil), kit.Gap(theme.Gap8), s.refused)
	s.object = kit.Sections(
		kit.Section(kit.SectionHead(h.Say("folder.state"), nil, nil), kit.Gap(theme.Gap8), kit.VBox(theme.Gap8, s.answer, s.facts)),
		kit.Section(kit.SectionHead(h.Say("folder.waiting"), nil, s.look), s.grid),
		s.bad,
	)
	return s
}

// open opens the review of a file; nothing is taken in before a person says so.
func (s *standing) open(row waitingRow) {
	s.host.Go(page.Route{Page: page.PageExchange, File: row.path})
}

func waitingRows(h *page.Host, r folder.Report) []waitingRow {
	var out []waitingRow
	for _, one := range r.Waiting {
		from := one.Office
		if from == "" {
			from = h.Say("exchange.nameless")
		}
		out = append(out, waitingRow{one.Path, from, titled(h, h.Desk, one.Visit), h.Say(folder.WordOf(one.Why))})
	}
	return out
}

// refusedRow is a file that can't be read: of whom, if we know him, and why.
type refusedRow struct {
	from, reason string
}

func refusedRows(h *page.Host, r folder.Report, partners []desk.Partner) []refusedRow {
	var out []refusedRow
	for _, one := range r.Refused {
		replica, file := path.Split(one.Name)
		from := one.Name
		for _, p := range partners {
			if p.Replica+"/" == replica && p.Name != "" {
				from = p.Name + ": " + file
			}
		}
		out = append(out, refusedRow{from, h.Words.Explain(one.Err)})
	}
	return out
}

func (s *standing) show(v view) {
	h, st := s.host, v.status
	s.answer.Objects = []fyne.CanvasObject{s.verdict(v)}
	s.facts.Objects = nil
	s.fact("folder.looked", st.Looked)
	s.fact("folder.wrote", st.Report.Wrote)
	s.fact("folder.took", st.Report.Took)
	if n := st.Report.Unfinished; n > 0 {
		s.facts.Add(kit.NewParagraph(kit.RoleCaption, h.Say("folder.unfinished", "Count", n)))
	}
	s.grid.SetRows(v.waiting)
	if _, ok := s.grid.Selected(); !ok && len(v.waiting) > 0 {
		s.grid.Select(v.waiting[0].path)
	}
	s.look.Hidden = len(v.waiting) == 0
	s.refused.Objects = nil
	for _, row := range v.refused {
		s.refused.Add(kit.VBox(theme.Gap2, kit.NewTipText(kit.RoleStrong, row.from), kit.NewParagraph(kit.RoleCaption, row.reason)))
	}
	if s.bad.Hide(); len(v.refused) > 0 {
		s.bad.Show()
	}
}

// verdict is the one sentence that matters now.
func (s *standing) verdict(v view) fyne.CanvasObject {
	h, st := s.host, v.status
	switch {
	case st.Err != nil && calm(st.Err):
		return kit.Notice(kit.AmberTone, h.Words.Explain(st.Err))
	case st.Err != nil:
		return kit.Notice(kit.RedTone, h.Words.Explain(st.Err))
	case st.Dir == "":
		return kit.NewParagraph(kit.RoleBody, h.Say("folder.state_none")).In(theme.Text2)
	case st.Looked.IsZero():
		return kit.NewParagraph(kit.RoleBody, h.Say("folder.state_first")).In(theme.Text2)
	case len(v.waiting) > 0:
		return kit.Notice(kit.AmberTone, h.Say("folder.state_waiting", "Count", len(v.waiting)))
	case len(st.Report.Refused) > 0:
		return kit.Notice(kit.AmberTone, h.Say("folder.state_refused", "Count", len(st.Report.Refused)))
	}
	return kit.Notice(kit.GreenTone, h.Say("folder.state_good"))
}

// fact is a line with a moment, or that there was none yet.
func (s *standing) fact(key string, at time.Time) {
	h := s.host
	text := h.Say("folder.never")
	if !at.IsZero() {
		local := at.Local()
		text = h.Say("exchange.moment", "Day", civil.DateOf(local), "Time", local.Format("15:04"))
	}
	s.facts.Add(kit.Columns(theme.Gap8, []float32{1, 3}, kit.NewText(kit.RoleCaption, h.Say(key)).In(theme.Text2), kit.NewText(kit.RoleBody, text)))
}
