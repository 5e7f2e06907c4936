// Package visit is the page of one visit: the header with what the visit is and
// what is still missing, and below it the tabs. The tabs are pages of their
// own, handed in by the window; the package knows them by page.Page only and
// must not know what they show.
package visit

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/desk"
	"nhipcau/ui/files"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// TabSpec is one tab: one of the Tab constants of package page, and how it is
// built.
type TabSpec struct {
	ID  string
	New func(*page.Host) page.Page
}

// order is the order of the tabs, whatever the order in which they are handed
// in.
var order = []string{
	page.TabInfo, page.TabPeople, page.TabTopics, page.TabProgramme, page.TabField,
	page.TabFollowUps, page.TabLogistics, page.TabPapers, page.TabHistory,
}

type visit struct {
	host   *page.Host
	header *header
	bar    *kit.Tabs
	tabs   []*tab
	shown  *tab
	body   *fyne.Container // what the shown tab draws
	root   *fyne.Container
	top    *fyne.Container // header and tabs
	id     string
	last   map[string]string // the tab that was open last, by visit
	stop   context.CancelFunc
}

// tab is one tab and what it was last told.
type tab struct {
	spec  TabSpec
	page  page.Page // nil until it is first opened
	visit string    // the visit that it shows
	stale bool      // something has changed since it was updated
}

// New builds the page with the tabs that there are.
func New(h *page.Host, specs []TabSpec) page.Page {
	v := &visit{host: h, stop: func() {}, last: map[string]string{}, body: container.NewStack()}
	v.header = newHeader(h)
	var words []kit.Tab
	for _, id := range order {
		i := slices.IndexFunc(specs, func(s TabSpec) bool { return s.ID == id })
		if i >= 0 {
			v.tabs = append(v.tabs, &tab{spec: specs[i]})
			words = append(words, kit.Tab{ID: id, Title: h.Say("visit.tab_" + id)})
		}
	}
	v.bar = kit.NewTabs(words, func(id string) { v.openTab(id, page.Route{Visit: v.id, Tab: id}) })
	v.top = kit.VBox(theme.Gap0, v.header.object, kit.PadSides(theme.PageMargin, theme.Gap0, theme.PageMargin, theme.Gap0, v.bar))
	v.root = kit.VBox(theme.Gap0, v.top, kit.Grow(v.body))
	return v
}

// Object implements page.Page.
func (v *visit) Object() fyne.CanvasObject { return kit.On(theme.Paper, v.root) }

// Open implements page.Page: the visit, its tab, and the record there. Without
// a tab the one that was open last is shown.
func (v *visit) Open(r page.Route) {
	if r.Visit != "" && r.Visit != v.id {
		v.Leave()
		v.id = r.Visit
		v.Update()
	}
	id := r.Tab
	if id == "" || v.find(id) == nil {
		id = v.last[v.id]
	}
	if id == "" && len(v.tabs) > 0 {
		id = v.tabs[0].spec.ID
	}
	r.Visit, r.Tab = v.id, id
	v.openTab(id, r)
}

// Here implements page.Located.
func (v *visit) Here() page.Route {
	r := page.Route{Page: page.PageVisit, Visit: v.id}
	if v.shown == nil {
		return r
	}
	if l, ok := v.shown.page.(page.Located); ok {
		r.Record = l.Here().Record
	}
	r.Tab = v.shown.spec.ID
	return r
}

// Leave implements page.Page.
func (v *visit) Leave() {
	if v.shown != nil {
		v.shown.page.Leave()
	}
}

// Shortcut implements page.Shortcuts: Ctrl+PageDown and Ctrl+PageUp go to the
// next tab and the one before, the rest is for the tab.
func (v *visit) Shortcut(s fyne.Shortcut) bool {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault {
		switch c.KeyName {
		case fyne.KeyPageDown:
			return v.step(1)
		case fyne.KeyPageUp:
			return v.step(-1)
		}
	}
	return v.shown != nil && page.UseShortcut(v.shown.page, s)
}

// Key implements page.Keys for the tab.
func (v *visit) Key(ev *fyne.KeyEvent) bool { return v.shown != nil && page.UseKey(v.shown.page, ev) }

func (v *visit) step(by int) bool {
	at := slices.Index(v.tabs, v.shown) + by
	if at < 0 || at >= len(v.tabs) {
		return false
	}
	id := v.tabs[at].spec.ID
	v.openTab(id, page.Route{Visit: v.id, Tab: id})
	return true
}

// Update implements page.Page. The tab in sight is updated, the others when
// they are shown next.
func (v *visit) Update() {
	for _, t := range v.tabs {
		t.stale = true
	}
	v.refreshShown()
	v.stop()
	ctx, stop := context.WithCancel(context.Background())
	v.stop = stop
	id, now := v.id, state{}
	v.host.Kit.Run(ctx, func(context.Context) { now = fetch(v.host, id) }, func() { v.show(now) })
}

func (v *visit) show(now state) {
	v.header.show(now)
	for id, n := range now.counts {
		v.bar.SetCount(id, counted(v.host, n))
	}
	switch {
	case !now.found:
		v.root.Objects = []fyne.CanvasObject{v.gone()}
	case now.visit.Trashed: // so is all that the tabs would show
		v.root.Objects = []fyne.CanvasObject{v.header.object}
	default:
		v.root.Objects = []fyne.CanvasObject{v.top, kit.Grow(v.body)}
	}
	v.root.Refresh()
}

// gone says that there is no such visit, and leads to those that there are.
func (v *visit) gone() fyne.CanvasObject {
	list := kit.NewButton(kit.Secondary, v.host.Say("visit.to_list"), func() { v.host.Go(page.Route{Page: page.PageVisits}) })
	return kit.Pad(theme.PageMargin, kit.EmptyState(v.host.Say("visit.gone"), list, nil))
}

func (v *visit) find(id string) *tab {
	i := slices.IndexFunc(v.tabs, func(t *tab) bool { return t.spec.ID == id })
	if i < 0 {
		return nil
	}
	return v.tabs[i]
}

// openTab shows a tab, which is built when it is first opened, and hands the
// route on to it.
func (v *visit) openTab(id string, r page.Route) {
	t := v.find(id)
	if t == nil {
		return
	}
	if t != v.shown {
		v.Leave()
	}
	if t.page == nil {
		t.page, t.stale = t.spec.New(v.host), true
	}
	v.last[v.id] = id
	if t.visit != v.id {
		t.visit, t.stale = v.id, true
		t.page.Open(r)
	} else if r.Record != "" {
		t.page.Open(r)
	}
	if t != v.shown {
		v.shown = t
		v.bar.Select(id)
		v.body.Objects = []fyne.CanvasObject{t.page.Object()}
		v.body.Refresh()
	}
	v.refreshShown()
}

// refreshShown updates the tab in sight where something has changed since.
func (v *visit) refreshShown() {
	if t := v.shown; t != nil && t.stale && t.visit == v.id {
		t.stale = false
		t.page.Update()
	}
}

// Receive implements page.Receiver: what is dropped on the page belongs to the
// visit, whichever tab is open.
func (v *visit) Receive(paths []string) bool {
	if !v.host.Desk.HasVisit(v.id) {
		return false
	}
	files.Add(v.host, v.id, paths...)
	return true
}

// restore takes the visit out of the bin.
func restore(h *page.Host, id string) {
	h.Change(desk.Step{Why: "restore"}, func(tx *desk.Tx) error { return tx.Restore(id) }, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		h.Toast(h.Say("visit.restored"), "", nil)
	})
}
