package records

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Part is one of the lists of a page that has several.
type Part struct {
	Word string
	Page page.Page
}

// parts shows one list at a time, chosen above it.
type parts struct {
	all    []Part
	choice *kit.Segmented
	body   *fyne.Container
	root   fyne.CanvasObject
	route  page.Route
}

// Parts puts several lists on one page, with a choice between them above.
func Parts(all ...Part) page.Page { return PartsWith(nil, all...) }

// PartsWith is Parts with something at the right of the choice, which may ask
// for the visit that is shown.
func PartsWith(tool func(visit func() string) fyne.CanvasObject, all ...Part) page.Page {
	p := &parts{all: all, body: container.NewStack()}
	words := make([]string, len(all))
	for i, part := range all {
		words[i] = part.Word
	}
	p.choice = kit.NewSegmented(words, func(int) { p.turn() })
	tools := []fyne.CanvasObject{p.choice, kit.Spacer()}
	if tool != nil {
		tools = append(tools, tool(func() string { return p.route.Visit }))
	}
	bar := kit.PadSides(theme.PageMargin, theme.Gap12, theme.PageMargin, theme.Gap0, kit.HBox(theme.Gap8, tools...))
	p.root = kit.On(theme.Paper, container.NewBorder(bar, nil, nil, nil, p.body))
	p.body.Objects = []fyne.CanvasObject{all[0].Page.Object()}
	return p
}

func (p *parts) current() page.Page { return p.all[p.choice.Selected()].Page }

// turn shows the chosen list.
func (p *parts) turn() {
	for _, part := range p.all {
		if part.Page != p.current() {
			part.Page.Leave()
		}
	}
	p.body.Objects = []fyne.CanvasObject{p.current().Object()}
	p.body.Refresh()
	p.current().Open(page.Route{Visit: p.route.Visit})
	p.current().Update()
}

// Object implements page.Page.
func (p *parts) Object() fyne.CanvasObject { return p.root }

// Open implements page.Page. A record is looked for in each list; the list that
// has it is shown.
func (p *parts) Open(r page.Route) {
	p.route = r
	if r.Record != "" {
		for i, part := range p.all {
			if has, ok := part.Page.(interface{ Has(string) bool }); ok && has.Has(r.Record) {
				p.choice.SetSelected(i)
				p.turn()
			}
		}
	}
	p.current().Open(r)
}

// Update implements page.Page.
func (p *parts) Update() { p.current().Update() }

// Leave implements page.Page.
func (p *parts) Leave() { p.current().Leave() }

// Shortcut implements page.Shortcuts for the list that is shown.
func (p *parts) Shortcut(s fyne.Shortcut) bool { return page.UseShortcut(p.current(), s) }

// Key implements page.Keys for the list that is shown.
func (p *parts) Key(ev *fyne.KeyEvent) bool { return page.UseKey(p.current(), ev) }

// Has says whether the record with the id is of the kind of this list.
func (l *List[T]) Has(id string) bool {
	it, ok := l.host.Desk.Record(id)
	return ok && it.Kind == string(l.config.Kind)
}
