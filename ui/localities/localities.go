// Package localities is the page Địa phương: any unit of today or of March 2025
// found by its name, localities of the office's own, and the figures of each.
package localities

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/desk"
	kinds "nhipcau/app/lists"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/records"
	"nhipcau/ui/theme"
)

// shownAtMost bounds what a search shows; who wants more types another word.
const shownAtMost = 100

// localities is the page.
type localities struct {
	host    *page.Host
	query   string
	chosen  desk.Place
	search  *kit.TextField
	grid    *kit.Grid[desk.Place]
	title   *kit.TipText
	detail  *kit.Paragraph
	warn    *fyne.Container
	figures *records.List[*plan.Indicator]
	right   *fyne.Container
	root    fyne.CanvasObject
	turn    int
}

// New makes the page.
func New(h *page.Host) page.Page {
	p := &localities{host: h, warn: kit.VBox(theme.Gap4)}
	p.search = kit.NewTextField(h.Kit, h.Say("localities.search"))
	p.search.SetPlaceholder(h.Say("localities.search_hint"))
	p.search.OnCommit = func(text string) {
		p.query = text
		p.Update()
	}
	p.grid = kit.NewGrid(h.Kit, func(r desk.Place) string { return r.ID },
		kit.Column[desk.Place]{ID: "path", Title: h.Words.Kind(plan.KindLocality), Grow: true, Width: 240, Text: func(r desk.Place) string { return r.Path }},
		kit.Column[desk.Place]{ID: "valid", Title: h.Say("localities.valid"), Width: 150, Text: p.validity},
	)
	p.grid.SetEmpty(kit.EmptyState(h.Say("localities.empty"), nil, nil))
	page.Remember(h, p.grid, "localities", page.Sorting{})
	p.grid.OnSelect = func(r desk.Place) { p.choose(r) }
	p.grid.OnActivate = func(desk.Place) { p.figures.Focus() }
	p.title = kit.NewTipText(kit.RoleSection, "")
	p.detail = kit.NewParagraph(kit.RoleCaption, "").In(theme.Text2)
	p.figures = p.newFigures()
	left := container.NewBorder(kit.VBox(theme.Gap8, p.search), kit.HBox(theme.Gap8,
		kit.NewButton(kit.Secondary, h.Say("localities.add"), p.add), kit.Spacer()), nil, nil, p.grid)
	head := kit.PadSides(theme.PageMargin, theme.Gap12, theme.PageMargin, theme.Gap0, kit.VBox(theme.Gap4, p.title, p.detail, p.warn))
	p.right = container.NewBorder(head, nil, nil, nil, p.figures.Object())
	split := kit.Split(kit.PadSides(theme.PageMargin, theme.Gap8, theme.Gap12, theme.Gap12, left), p.right, 0.34)
	top := kit.PadSides(theme.PageMargin, theme.Gap16, theme.PageMargin, theme.Gap0, kit.PageHead(h.Words.Kinds(plan.KindLocality), nil, lists.Office(h, kinds.Localities, kinds.Indicators)))
	p.root = kit.On(theme.Paper, container.NewBorder(top, nil, nil, nil, split))
	return p
}

func (p *localities) validity(r desk.Place) string {
	switch {
	case r.ValidTo != "":
		return p.host.Say("localities.until", "Day", vietnamese.FormatDate(r.ValidTo))
	case r.ValidFrom != "":
		return p.host.Say("localities.since", "Day", vietnamese.FormatDate(r.ValidFrom))
	}
	return ""
}

// Object implements page.Page.
func (p *localities) Object() fyne.CanvasObject { return p.root }

// Open implements page.Page.
func (p *localities) Open(r page.Route) {
	id := r.Record
	if i, ok := desk.Get[*plan.Indicator](p.host.Desk, id); ok {
		id = i.Locality
	}
	if place, ok := p.host.Desk.Locality(id, p.host.Today()); ok {
		p.query = place.Path
		p.search.SetValue(place.Path)
		p.choose(place)
	}
}

// Key implements page.Keys: Escape leads from the form to the figures, and from
// there to the localities.
func (p *localities) Key(ev *fyne.KeyEvent) bool {
	switch p.host.Window.Canvas().Focused() {
	case p.search.FocusTarget(), p.grid:
		return p.host.BackTo(p.grid, ev)
	}
	return p.figures.Key(ev) || p.host.BackTo(p.grid, ev)
}

// Leave implements page.Page.
func (p *localities) Leave() { p.figures.Leave() }

// Update implements page.Page.
func (p *localities) Update() {
	p.turn++
	turn, query := p.turn, p.query
	var rows []desk.Place
	p.host.Kit.Run(context.Background(), func(context.Context) { rows = p.fetch(query) }, func() {
		if turn == p.turn {
			p.show(rows)
		}
	})
}

// fetch finds localities by name; without a name, our own first, then those that
// the office's visits and figures speak of.
func (p *localities) fetch(query string) []desk.Place {
	d, today := p.host.Desk, p.host.Today()
	if query != "" {
		return d.FindLocalities(query, today, shownAtMost)
	}
	var ids []string
	if o := d.Office(); o != nil {
		ids = append(ids, o.Locality)
	}
	for _, v := range desk.All[*plan.Visit](d) {
		ids = append(append(ids, v.Guest), v.Hosts...)
	}
	for _, i := range desk.All[*plan.Indicator](d) {
		ids = append(ids, i.Locality)
	}
	for _, l := range desk.All[*plan.Locality](d) {
		ids = append(ids, l.ID)
	}
	var out []desk.Place
	seen := map[string]bool{}
	for _, id := range ids {
		if place, ok := d.Locality(id, today); ok && !seen[id] {
			seen[id] = true
			out = append(out, place)
		}
	}
	return out
}

func (p *localities) show(rows []desk.Place) {
	p.grid.SetRows(rows)
	if !p.grid.Select(p.chosen.ID) && len(rows) > 0 {
		p.grid.Select(rows[0].ID)
	}
	if r, ok := p.grid.Selected(); ok {
		p.choose(r)
	}
}

// choose shows the figures of a locality.
func (p *localities) choose(r desk.Place) {
	p.chosen = r
	p.title.SetText(r.Path)
	p.detail.SetText(p.validity(r))
	p.figures.Open(page.Route{Visit: r.ID})
	p.figures.Update()
}

// add makes a locality of the office's own, named as what was typed.
func (p *localities) add() {
	name := p.search.Text()
	if name == "" {
		p.search.Focus()
		return
	}
	l := &plan.Locality{Versions: []plan.LocalityVersion{{Level: "village", Name: name}}}
	p.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(l) }, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.chosen.ID = l.ID
		p.host.Toast(p.host.Say("localities.added", "Name", name), "", nil)
	})
}

func (p *localities) newFigures() *records.List[*plan.Indicator] {
	h := p.host
	field := func(name string) string { return h.Words.Field(plan.KindIndicator, name) }
	return records.New(h, records.Config[*plan.Indicator]{
		Kind: plan.KindIndicator, Fetch: p.figuresOf, Make: p.newFigure,
		Columns: []kit.Column[*plan.Indicator]{
			{ID: "measure", Title: field("measure"), Grow: true, Width: 200, Text: p.measureName},
			{ID: "year", Title: field("year"), Width: 90, Text: period},
			{ID: "value", Title: field("value"), Width: 90, Align: fyne.TextAlignTrailing, Text: func(r *plan.Indicator) string {
				return vietnamese.FormatDecimal(r.Value)
			}},
			{ID: "unit", Title: field("unit"), Width: 90, Text: func(r *plan.Indicator) string { return r.Unit }},
		},
		Form:  p.figureForm,
		Empty: h.Say("localities.figures_empty"), Hint: h.Say("localities.figures_hint"),
		Shown: p.warnings,
	})
}

func (p *localities) figuresOf(locality string) []*plan.Indicator {
	rows := desk.All[*plan.Indicator](p.host.Desk)
	rows = slices.DeleteFunc(rows, func(r *plan.Indicator) bool { return r.Locality != locality })
	slices.SortStableFunc(rows, func(a, b *plan.Indicator) int {
		if a.Measure != b.Measure {
			return vietnamese.Compare(p.measureName(a), p.measureName(b))
		}
		return a.Year - b.Year
	})
	return rows
}

// newFigure reads "tỷ lệ hộ nghèo 2023 13,44" as it is typed at the foot.
func (p *localities) newFigure(locality, words string) *plan.Indicator {
	c := p.host.Desk.Catalogue()
	f := c.ReadFigure(words)
	i := &plan.Indicator{Locality: locality, Measure: f.Measure, Year: f.Year, Value: f.Value}
	if m, ok := c.Measure(f.Measure); ok {
		i.Unit = m.UnitLabel(p.host.Words.Language())
	}
	return i
}

func (p *localities) measureName(r *plan.Indicator) string {
	return p.host.Desk.Catalogue().Measures.Label(r.Measure, p.host.Words.Language())
}

func period(r *plan.Indicator) string {
	switch {
	case r.Year != 0 && r.YearTo > r.Year:
		return strconv.Itoa(r.Year) + " - " + strconv.Itoa(r.YearTo)
	case r.Year != 0:
		return strconv.Itoa(r.Year)
	}
	return vietnamese.FormatDate(r.AsOf)
}

func (p *localities) figureForm(f *form.Form) fyne.CanvasObject {
	h := p.host
	var options []kit.Choice
	measures := h.Desk.Catalogue().Measures
	for _, code := range measures.Codes() {
		options = append(options, kit.Choice{ID: code, Title: measures.Label(code, h.Words.Language())})
	}
	return kit.Form(
		f.SelectOf("measure", options), kit.FormRow(f.Decimal("value"), f.Text("unit")),
		kit.FormRow(f.Year("year"), f.Year("year_to")), f.Date("as_of"), f.Area("source", 3),
	)
}

// warnings cross-checks the figures: parts that do not give the total, rates
// that do not follow from their components. They never block.
func (p *localities) warnings(rows []*plan.Indicator, _ *plan.Indicator, _ *form.Form) {
	p.warn.Objects = nil
	for _, issue := range plan.FigureWarnings(rows) {
		p.warn.Objects = append(p.warn.Objects, kit.Notice(kit.AmberTone, p.host.Words.Issue(issue)))
	}
	p.right.Refresh()
}
