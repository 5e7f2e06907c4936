// Package overview is the first page: what needs the officer today. The next
// visits with what is missing, the next working day, follow-ups that are due,
// papers that have changed since they were printed. Each line leads to its
// place. It must not know the pages it leads to.
package overview

import (
	"context"
	"reflect"

	"fyne.io/fyne/v2"

	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

type overview struct {
	host            *page.Host
	object          fyne.CanvasObject
	head            *fyne.Container
	title           *kit.Text
	body            *fyne.Container
	coming, waiting fyne.CanvasObject // the two columns
	narrow          bool
	shown           *state // what is on the page, to leave it alone where nothing has changed
	turn            int
}

// New makes the page.
func New(h *page.Host) page.Page {
	p := &overview{host: h, title: kit.NewText(kit.RolePage, ""), body: kit.VBox(theme.Gap0)}
	add := kit.NewIconButton(kit.Primary, icons.Plus, h.Say("overview.new_visit"), p.newVisit)
	add.WithTip(h.Say("overview.new_visit_tip"))
	p.head = kit.HBox(theme.Gap12, p.title, kit.Spacer(), add)
	p.object = kit.Page(p.head, kit.Adaptive(kit.Scrolling(p.body), p.arrange))
	return p
}

// Object implements page.Page.
func (p *overview) Object() fyne.CanvasObject { return p.object }

// Open implements page.Page.
func (p *overview) Open(page.Route) {}

// Leave implements page.Page: nothing is typed here.
func (p *overview) Leave() {}

// Update implements page.Page.
func (p *overview) Update() {
	p.turn++
	turn := p.turn
	var s *state
	p.host.Kit.Run(context.Background(), func(context.Context) { s = fetch(p.host) }, func() {
		if turn != p.turn || reflect.DeepEqual(s, p.shown) {
			return
		}
		p.shown = s
		p.show(s)
	})
}

func (p *overview) newVisit() { p.host.Go(page.Route{Page: page.PageVisits, Record: page.RecordNew}) }

func (p *overview) show(s *state) {
	p.title.SetText(s.Title)
	p.head.Refresh()
	p.coming, p.waiting = p.comingColumn(s), p.waitingColumn(s)
	p.arrange(p.narrow)
}

// arrange puts what is coming beside what waits, or below one another where
// there is no room.
func (p *overview) arrange(narrow bool) {
	p.narrow = narrow
	if p.coming == nil {
		return
	}
	whole := kit.Columns(theme.PageMargin, []float32{17, 10}, p.coming,
		kit.HBoxFill(theme.PageMargin, kit.NewHairline(), kit.Grow(p.waiting)))
	if narrow {
		whole = kit.Sections(p.coming, p.waiting)
	}
	p.body.Objects = []fyne.CanvasObject{whole}
	p.body.Refresh()
}

// comingColumn is the left column: the next visits and the next working day.
func (p *overview) comingColumn(s *state) fyne.CanvasObject {
	h := p.host
	all := kit.NewLink(h.Say("overview.all_visits"), func() { h.Go(page.Route{Page: page.PageVisits}) })
	rows := []fyne.CanvasObject{}
	for _, c := range s.Visits {
		rows = append(rows, p.card(c))
	}
	if len(rows) == 0 {
		rows = append(rows, kit.Gap(theme.Gap12), p.noVisits())
	}
	sections := []fyne.CanvasObject{kit.Section(kit.SectionHead(h.Say("overview.next_visits"), nil, all), rows...)}
	if len(s.Day.Items) > 0 {
		sections = append(sections, p.day(s.Day))
	}
	return kit.Sections(sections...)
}

func (p *overview) noVisits() fyne.CanvasObject {
	h := p.host
	return kit.EmptyState(
		h.Say("overview.no_visits"),
		kit.NewButton(kit.Secondary, h.Say("overview.new_visit"), p.newVisit),
		kit.NewButton(kit.Quiet, h.Say("overview.read_bundle"), func() { h.Go(page.Route{Page: page.PageExchange}) }),
	)
}

// card is one of the next visits: its readiness, and what is missing as links
// to where it is made up for.
func (p *overview) card(c card) fyne.CanvasObject {
	h := p.host
	first := kit.HBox(theme.Gap8, kit.NewText(kit.RoleSection, c.Title))
	if c.Role != "" {
		first.Add(kit.NewChip(kit.Neutral, c.Role))
	}
	first.Add(kit.Spacer())
	first.Add(kit.NewWord(kit.RoleBody, c.When))
	first.Add(kit.NewChip(c.Tone, c.Chip))
	rows := []fyne.CanvasObject{first, kit.NewText(kit.RoleBody, c.About).In(theme.Text2)}
	for _, part := range c.Missing {
		rows = append(rows, kit.HBox(theme.Gap4,
			kit.NewIconSized(icons.Warning, theme.Amber, theme.IconSmall),
			kit.NewLink(part.Text, func() { h.Go(part.Route) })))
	}
	if c.More != "" {
		rows = append(rows, kit.NewText(kit.RoleCaption, c.More))
	}
	ring := kit.VBox(theme.Gap4, kit.NewLargeRing(c.Done, c.Total), kit.NewText(kit.RoleCaption, h.Say("overview.ready")).Aligned(fyne.TextAlignCenter))
	content := kit.HBoxTop(theme.Gap24, kit.Sized(theme.RingLarge, "", ring), kit.Grow(kit.VBox(theme.Gap2, rows...)))
	return kit.NewCard(content, func() { h.Go(c.Route) })
}

// day is the programme of the next day on which something is planned.
func (p *overview) day(d day) fyne.CanvasObject {
	h := p.host
	open := kit.NewLink(h.Say("overview.open_programme"), func() { h.Go(d.Route) })
	rows := []fyne.CanvasObject{}
	for _, it := range d.Items {
		kind := kit.NewText(kit.RoleCaption, it.Kind).In(it.Colour)
		row := kit.HBox(theme.Gap8, kit.NewWord(kit.RoleBody, it.Start), kit.NewSwatch(it.Colour),
			kit.Grow(kit.Columns(theme.Gap8, []float32{12, 5, 4},
				kit.NewText(kit.RoleStrong, it.Title), kit.NewText(kit.RoleBody, it.Place).In(theme.Text2),
				kit.HBox(theme.Gap0, kit.Spacer(), kind))))
		rows = append(rows, kit.Sized("", theme.RowFigures, row), kit.NewHairline())
	}
	if d.More != "" {
		rows = append(rows, kit.Gap(theme.Gap4), kit.NewText(kit.RoleCaption, d.More))
	}
	return kit.Section(kit.SectionHead(d.Title, nil, open), rows...)
}

// waitingColumn is the right column: what is due and what has to be done again.
func (p *overview) waitingColumn(s *state) fyne.CanvasObject {
	var sections []fyne.CanvasObject
	for _, l := range s.Lists {
		rows := []fyne.CanvasObject{}
		for _, one := range l.Lines {
			line := kit.NewLine(one.Title, one.Detail, one.Right, func() { p.host.Go(one.Route) })
			line.RightTone = one.Tone
			rows = append(rows, line)
		}
		if l.More != "" {
			rows = append(rows, kit.Gap(theme.Gap4), kit.NewLink(l.More, func() { p.host.Go(l.Route) }))
		}
		sections = append(sections, kit.Section(kit.SectionHead(l.Title, kit.NewChip(l.Tone, l.Count), nil), rows...))
	}
	if len(sections) == 0 {
		sections = append(sections, kit.Section(
			kit.SectionHead(p.host.Say("overview.waiting"), nil, nil), kit.Gap(theme.Gap8),
			kit.Notice(kit.GreenTone, p.host.Say("overview.nothing_waits")),
		))
	}
	return kit.Sections(sections...)
}
