package sharing

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/folder"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// place is the section of the shared folder.
type place struct {
	host   *page.Host
	object fyne.CanvasObject
	path   *kit.TipText
	leave  *kit.Button
	after  func()
}

func newPlace(h *page.Host, after func()) *place {
	p := &place{host: h, after: after, path: kit.NewTipText(kit.RoleBody, "")}
	p.leave = kit.NewButton(kit.Quiet, h.Say("folder.leave"), func() { p.set("") })
	choose := kit.NewIconButton(kit.Secondary, icons.Folder, h.Say("folder.choose"), func() { h.PickFolder(p.set) })
	p.object = kit.Section(
		kit.SectionHead(h.Say("folder.place"), nil, nil), kit.Gap(theme.Gap8),
		kit.HBox(theme.Gap8, kit.Grow(p.path), p.leave, choose),
		kit.NewParagraph(kit.RoleCaption, h.Say("folder.place_about")),
	)
	return p
}

func (p *place) set(dir string) {
	h := p.host
	h.Job(func() error { return folder.SetDir(h.Desk, dir) }, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		h.Shared.Chosen(dir)
		p.after()
	})
}

func (p *place) show(dir string) {
	p.leave.Hidden = dir == ""
	if dir == "" {
		dir = p.host.Say("folder.place_none")
	}
	p.path.SetText(dir)
}

// lock is the section of the passphrase.
type lock struct {
	host   *page.Host
	object fyne.CanvasObject
	field  *kit.TextField
	state  *kit.Paragraph
	drop   fyne.CanvasObject
	after  func()
}

func newLock(h *page.Host, after func()) *lock {
	l := &lock{host: h, after: after, state: kit.NewParagraph(kit.RoleBody, "")}
	l.field = kit.NewTextField(h.Kit, h.Say("folder.passphrase"))
	l.field.OnEnter = l.keep
	keep := kit.NewButton(kit.Secondary, h.Say("folder.passphrase_keep"), l.keep)
	drop := kit.NewButton(kit.Quiet, h.Say("folder.passphrase_drop"), func() { l.set("") })
	l.drop = kit.VBox(theme.Gap0, kit.Spacer(), drop)
	l.object = kit.Section(
		kit.SectionHead(h.Say("folder.lock"), nil, nil), kit.Gap(theme.Gap8),
		kit.VBox(theme.Gap8,
			l.state,
			kit.HBoxFill(theme.Gap8, kit.Grow(l.field), kit.VBox(theme.Gap0, kit.Spacer(), keep), l.drop),
			kit.NewParagraph(kit.RoleCaption, h.Say("folder.lock_about", "Folder", h.Shared.Keeps()))),
	)
	return l
}

func (l *lock) keep() {
	text := l.field.Text()
	if text == "" {
		l.field.Focus()
		return
	}
	l.set(text)
}

func (l *lock) set(text string) {
	h := l.host
	h.Job(func() error { return h.Shared.Keep(text) }, func(err error) {
		switch {
		case fault.KeyOf(err) == "fault.passphrase_short":
			l.field.SetError(h.Words.Explain(err))
			l.field.Focus()
			return
		case err != nil:
			h.Fail(err)
			return
		}
		l.clear()
		h.Shared.Now()
		l.after()
	})
}

func (l *lock) clear() {
	l.field.SetValue("")
	l.field.SetError("")
}

func (l *lock) show(v view) {
	h := l.host
	if l.drop.Hide(); v.passphrase {
		l.drop.Show()
	}
	switch {
	case v.passphrase:
		l.state.In(theme.Text).SetText(h.Say("folder.lock_passphrase"))
	case len(v.holders) > 0:
		l.state.In(theme.Text).SetText(h.Say("folder.lock_keys", "Names", strings.Join(v.holders, ", ")))
	default:
		l.state.In(theme.Amber).SetText(h.Say("folder.lock_none"))
	}
}

// holders names the offices to whose keys can be sealed, each once.
func holders(h *page.Host, partners []desk.Partner) []string {
	var out []string
	for _, p := range partners {
		name := p.Name
		if name == "" {
			name = h.Say("exchange.nameless")
		}
		if p.Seal != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	slices.SortFunc(out, strings.Compare)
	return out
}

// visits is the section of what is shared.
type visits struct {
	host   *page.Host
	object fyne.CanvasObject
	list   *fyne.Container
	shown  []visitRow
	after  func()
}

// visitRow is one visit that may be shared.
type visitRow struct {
	id, title, when string
	shared          bool
}

func newVisits(h *page.Host, after func()) *visits {
	s := &visits{host: h, list: kit.VBox(theme.Gap8), after: after}
	s.object = kit.Section(
		kit.SectionHead(h.Say("folder.visits"), nil, nil), kit.Gap(theme.Gap8),
		kit.VBox(theme.Gap8, s.list, kit.NewParagraph(kit.RoleCaption, h.Say("folder.visits_about"))),
	)
	return s
}

// fetchVisits lists the visits, the latest first, with those that are shared and
// lie in the bin, so that they can be shared no more.
func fetchVisits(d *desk.Desk) []visitRow {
	shared := folder.Visits(d)
	all := desk.All[*plan.Visit](d)
	slices.SortStableFunc(all, func(a, b *plan.Visit) int {
		return strings.Compare(string(b.When.From), string(a.When.From))
	})
	var out []visitRow
	for _, v := range all {
		out = append(out, visitRow{v.ID, v.Title, vietnamese.DateRange(v.When.From, v.When.To), slices.Contains(shared, v.ID)})
	}
	for _, id := range shared {
		if !slices.ContainsFunc(out, func(r visitRow) bool { return r.id == id }) {
			it, _ := d.Record(id)
			out = append(out, visitRow{id, it.Label, "", true})
		}
	}
	return out
}

func (s *visits) show(rows []visitRow) {
	if slices.Equal(rows, s.shown) && len(s.list.Objects) > 0 {
		return // what stands there stays, and the keyboard with it
	}
	s.shown = rows
	s.list.Objects = nil
	for _, row := range rows {
		s.list.Add(s.line(row))
	}
	if len(rows) == 0 {
		s.list.Add(kit.EmptyState(s.host.Say("folder.visits_none"),
			kit.NewButton(kit.Secondary, s.host.Say("exchange.to_visits"), func() {
				s.host.Go(page.Route{Page: page.PageVisits, Record: page.RecordNew})
			}), nil))
	}
}

func (s *visits) line(row visitRow) fyne.CanvasObject {
	h := s.host
	title := row.title
	if title == "" {
		title = h.Say("folder.visit_unknown")
	}
	tick := kit.NewCheckBox(title, nil)
	tick.SetChecked(row.shared)
	tick.SetOnChange(func(on bool) {
		h.Job(func() error { return folder.Share(h.Desk, row.id, on) }, func(err error) {
			if err != nil {
				h.Fail(err)
				return
			}
			h.Shared.Changed()
			s.after()
		})
	})
	return kit.HBox(theme.Gap8, tick, kit.Spacer(), kit.NewText(kit.RoleCaption, row.when).In(theme.Text2))
}
