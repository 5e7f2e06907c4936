package exchange

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// partners is the section of those with whom bundles are exchanged.
type partners struct {
	host   *page.Host
	object fyne.CanvasObject
	grid   *kit.Grid[partnerRow]
	open   *kit.Button
}

// partnerRow is one installation of a partner.
type partnerRow struct {
	one  desk.Partner
	name string
	gaps string
}

func newPartners(h *page.Host, show func(replica string)) *partners {
	s := &partners{host: h}
	open := func() {
		if row, ok := s.grid.Selected(); ok {
			show(row.one.Replica)
		}
	}
	s.open = kit.NewIconButton(kit.Secondary, icons.Open, h.Say("exchange.partner_open"), open)
	s.grid = kit.NewGrid(h.Kit, func(row partnerRow) string { return row.one.Replica },
		kit.Column[partnerRow]{ID: "name", Title: h.Say("exchange.partner"), Width: 300, Grow: true, Text: func(row partnerRow) string { return row.name }},
		kit.Column[partnerRow]{ID: "newest", Title: h.Say("exchange.newest"), Width: 120, Text: func(row partnerRow) string { return h.Words.Number(itoa(row.one.Newest())) }},
		kit.Column[partnerRow]{ID: "gaps", Title: h.Say("exchange.missing"), Width: 240, Grow: true, Text: func(row partnerRow) string { return row.gaps }, Style: gapStyle},
		kit.Column[partnerRow]{ID: "heard", Title: h.Say("exchange.heard"), Width: 160, Text: func(row partnerRow) string { return moment(h, row.one.Heard) }},
		kit.Column[partnerRow]{ID: "signed", Title: h.Say("exchange.signature"), Width: 130, Text: s.signature, Style: signatureStyle},
	)
	page.Remember(h, s.grid, "partners", page.Sorting{})
	s.grid.SetFit()
	s.grid.SetEmpty(kit.EmptyState(h.Say("exchange.partners_empty"), nil, nil))
	s.grid.OnActivate = func(row partnerRow) { show(row.one.Replica) }
	s.object = kit.Section(kit.SectionHead(h.Say("exchange.partners"), nil, s.open), s.grid)
	s.open.Disable()
	return s
}

func gapStyle(row partnerRow) kit.CellStyle {
	if row.gaps == "" {
		return kit.CellStyle{}
	}
	return kit.CellStyle{Color: theme.Red, Icon: icons.Warning}
}

func (s *partners) signature(row partnerRow) string {
	if row.one.Key == "" {
		return s.host.Say("exchange.unsigned")
	}
	return s.host.Say("exchange.signed")
}

func signatureStyle(row partnerRow) kit.CellStyle {
	if row.one.Key == "" {
		return kit.CellStyle{Color: theme.Amber}
	}
	return kit.CellStyle{Color: theme.Green, Icon: icons.Check}
}

func (s *partners) show(all []desk.Partner) {
	rows := make([]partnerRow, len(all))
	for i, p := range all {
		rows[i] = partnerRow{p, sender(s.host, p.Name), gapsLine(s.host, p)}
		if slices.ContainsFunc(all, func(o desk.Partner) bool { return o.Office == p.Office && o.Replica != p.Replica }) {
			rows[i].name += ", " + lower(s.host.Say("exchange.computer", "Replica", p.Replica))
		}
	}
	s.grid.SetRows(rows)
	if _, ok := s.grid.Selected(); !ok && len(rows) > 0 {
		s.grid.Select(rows[0].one.Replica)
	}
	s.open.Disable()
	if len(rows) > 0 {
		s.open.Enable()
	}
}

// mostGaps is how many missing bundles are named in one line.
const mostGaps = 8

// gapsLine names the bundles that have not arrived, "" if there are none.
func gapsLine(h *page.Host, p desk.Partner) string {
	var out []string
	gaps := p.Gaps()
	for _, n := range gaps[max(0, len(gaps)-mostGaps):] {
		out = append(out, h.Words.Number(itoa(n)))
	}
	if len(out) == 0 {
		return ""
	}
	if len(gaps) > mostGaps {
		out = append([]string{"…"}, out...)
	}
	return h.Say("exchange.missing_n", "Numbers", strings.Join(out, ", "))
}
