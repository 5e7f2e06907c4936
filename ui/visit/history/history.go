// Package history is the tab Lịch sử of a visit: who changed what and when,
// what it was before, and from which bundle it came; an earlier value can be
// brought back. It knows the desk and the kit; it must not know the page that
// shows it.
package history

import (
	"context"

	"fyne.io/fyne/v2"

	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// entriesShown is how many changes are read, the newest first; what is older
// stays in the data folder.
const entriesShown = 3000

type history struct {
	host    *page.Host
	id      string
	rows    []line
	limited bool
	grid    *kit.Grid[line]
	text    *kit.SearchField
	kind    *kit.Select
	query   string
	count   *kit.Text
	back    *kit.Button
	tools   *fyne.Container
	object  fyne.CanvasObject
	stop    context.CancelFunc
}

// NewTab builds the tab.
func NewTab(h *page.Host) page.Page {
	p := &history{host: h, stop: func() {}, count: kit.NewText(kit.RoleCaption, "")}
	p.text = kit.NewSearchField(h.Kit, h.Say("history.search"))
	p.text.OnType = func(text string) {
		p.query = vietnamese.Fold(text)
		p.publish()
	}
	p.kind = kit.NewSelect(h.Kit, "", nil)
	p.kind.AllowNone = true
	p.kind.OnCommit = func(id string) {
		p.kind.SetValue(id)
		p.publish()
	}
	p.back = kit.NewIconButton(kit.Secondary, icons.Restore, h.Say("history.back"), p.bringSelectedBack).
		WithTip(h.Say("history.back_tip"))
	p.grid = newGrid(p)
	p.tools = kit.HBox(theme.Gap8, kit.GrowBy(3, p.text), kit.GrowBy(2, p.kind), kit.GrowBy(2, p.count), p.back)
	p.object = kit.On(theme.Paper, kit.PadSides(theme.PageMargin, theme.Gap8, theme.PageMargin, theme.Gap16,
		kit.VBox(theme.Gap8, p.tools, kit.Grow(p.grid))))
	p.enable()
	return p
}

// Object implements page.Page.
func (p *history) Object() fyne.CanvasObject { return p.object }

// Open implements page.Page.
func (p *history) Open(r page.Route) {
	if r.Visit != "" && r.Visit != p.id {
		p.id, p.rows = r.Visit, nil
		p.clear()
	}
}

// Key implements page.Keys: Escape leads from the filter to the list.
func (p *history) Key(ev *fyne.KeyEvent) bool { return p.host.BackTo(p.grid, ev) }

// Leave implements page.Page.
func (p *history) Leave() {}

// Update implements page.Page.
func (p *history) Update() {
	p.stop()
	ctx, stop := context.WithCancel(context.Background())
	p.stop = stop
	var (
		id      = p.id
		rows    []line
		limited bool
		err     error
	)
	p.host.Kit.Run(ctx, func(context.Context) { rows, limited, err = fetch(p.host, id) }, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.rows, p.limited = rows, limited
		p.offer()
		p.publish()
	})
}

// offer lists the kinds of record that have changed.
func (p *history) offer() {
	seen := map[plan.Kind]bool{}
	for _, r := range p.rows {
		seen[r.kind] = true
	}
	options := []kit.Choice{{Title: p.host.Say("history.any_kind")}}
	for _, decl := range plan.Declarations() {
		if seen[decl.Kind] {
			options = append(options, kit.Choice{ID: string(decl.Kind), Title: p.host.Words.Kind(decl.Kind)})
		}
	}
	p.kind.SetOptions(options)
}

// publish shows what the filter lets through.
func (p *history) publish() {
	kind := plan.Kind(p.kind.Value())
	var kept []line
	for _, r := range p.rows {
		if (kind == "" || r.kind == kind) && r.has(p.query) {
			kept = append(kept, r)
		}
	}
	markFirst(kept)
	p.grid.SetEmpty(p.empty())
	p.grid.SetRows(kept)
	text := p.host.Say("history.count", "Count", len(kept))
	if p.limited && len(kept) == len(p.rows) {
		text = p.host.Say("history.limited", "Shown", len(kept))
	}
	p.count.SetText(text)
	p.tools.Refresh()
	p.enable()
}

func (p *history) empty() fyne.CanvasObject {
	if len(p.rows) == 0 {
		return kit.EmptyState(p.host.Say("history.empty"), nil, nil)
	}
	return kit.EmptyState(p.host.Say("history.none_match"),
		kit.NewButton(kit.Secondary, p.host.Say("history.clear"), func() {
			p.clear()
			p.publish()
		}), nil)
}

func (p *history) clear() {
	p.query = ""
	p.text.SetValue("")
	p.kind.SetValue("")
}

// enable lets a value be brought back where the selected line has one.
func (p *history) enable() {
	if r, ok := p.grid.Selected(); ok && r.canBringBack() {
		p.back.Enable()
		return
	}
	p.back.Disable()
}
