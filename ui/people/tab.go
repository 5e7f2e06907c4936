// Package people is the tab Thành phần of a visit, with the two delegations side
// by side, and the page Đại biểu, the directory of persons and units. In which
// order a delegation stands, who is whose counterpart and how pasted rows are
// read is decided in app; the package must not know any other page.
package people

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/lists"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// tab is the page. Everything in it is touched on the UI goroutine only.
type tab struct {
	host  *page.Host
	visit string

	sides   map[plan.Side]*sideList
	pairs   *pairLines
	gaps    *gapList
	panel   *panel
	notices *fyne.Container
	details *kit.Button
	copied  *kit.Button // adds what is on the clipboard
	file    *kit.Button // adds what stands in a file
	out     *kit.Button // writes lists
	hint    *kit.TipText
	lists   *fyne.Container
	root    fyne.CanvasObject

	state    state
	selected string // the attendee in the panel, "" for none
	want     string // the attendee to select as soon as he is there
	rename   bool   // the wanted one is to be named
	cancel   context.CancelFunc
}

// NewTab makes the tab. It shows the visit that Open names.
func NewTab(h *page.Host) page.Page {
	p := &tab{host: h, cancel: func() {}, sides: map[plan.Side]*sideList{}}
	p.gaps = newGapList(p)
	p.sides[plan.Guest] = newSideList(p, plan.Guest, kit.Gap(theme.Gap0))
	p.sides[plan.Host] = newSideList(p, plan.Host, p.gaps.root)
	p.pairs = newPairLines(p)
	p.panel = newPanel(p)
	p.build()
	return p
}

func (p *tab) build() {
	h := p.host
	p.notices = kit.VBox(theme.Gap0)
	p.details = kit.NewButton(kit.Secondary, h.Say("people.details"), p.togglePanel).WithTip(h.Say("people.details_tip"))
	p.copied = kit.NewIconButton(kit.Secondary, icons.Paste, h.Say("people.paste"), p.pasteClipboard).WithTip(h.Say("people.paste_tip"))
	add := kit.NewIconButton(kit.Primary, icons.Plus, h.Say("people.add"), func() { p.sideInHand().add.Focus() }).
		WithTip(h.Say("people.add_tip"))
	p.file = kit.NewIconButton(kit.Secondary, icons.Open, h.Say("people.file"), p.pickFile).WithTip(h.Say("people.file_tip"))
	p.out = lists.Button(h, func() string { return p.visit }, func() []lists.Offer { return lists.Delegations(p.sideInHand().side) })
	p.nameTools(false)
	tools := kit.HBoxTop(theme.Gap12, kit.Grow(p.notices), p.details, p.out, p.file, p.copied, add)
	p.hint = kit.NewTipText(kit.RoleCaption, "")
	p.lists = &fyne.Container{
		Layout:  &listsLayout{p},
		Objects: []fyne.CanvasObject{p.sides[plan.Guest].root, p.pairs, p.sides[plan.Host].root},
	}
	left := kit.VBox(theme.Gap8, tools, kit.Grow(p.lists), p.hint)
	p.root = kit.On(theme.Paper, kit.HBoxFill(theme.Gap0,
		kit.Grow(kit.PadSides(theme.PageMargin, theme.Gap8, theme.PageMargin, theme.Gap8, left)), p.panel.root))
}

// Object is part of page.Page.
func (p *tab) Object() fyne.CanvasObject { return p.root }

// Open is part of page.Page. The record of the route is an attendee, or
// page.RecordNew to add one.
func (p *tab) Open(r page.Route) {
	if r.Visit != "" && r.Visit != p.visit {
		p.visit, p.state = r.Visit, state{}
		p.choose("")
	}
	p.want = r.Record
}

// Here is part of page.Located.
func (p *tab) Here() page.Route {
	return page.Route{Page: page.PageVisit, Visit: p.visit, Tab: page.TabPeople, Record: p.selected}
}

// Leave is part of page.Page.
func (p *tab) Leave() {
	p.panel.form.Commit()
	for _, s := range p.sides {
		s.add.Commit()
	}
}

// Update is part of page.Page.
func (p *tab) Update() {
	p.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	visit := p.visit
	var s state
	p.host.Kit.Run(ctx, func(context.Context) { s = fetch(p.host, visit) }, func() { p.show(s) })
}

// show puts what was fetched onto the screen. The selection stays, and so does
// what is being typed.
func (p *tab) show(s state) {
	p.state = s
	for side, list := range p.sides {
		list.show(s.sides[side])
	}
	p.gaps.show(s.gaps)
	p.showNotices()
	p.follow()
	p.lists.Refresh()
}

// follow selects who is wanted, else whoever was selected; where he is gone,
// who stands in his place now.
func (p *tab) follow() {
	switch {
	case p.want == page.RecordNew:
		p.want = ""
		p.sideInHand().add.Focus()
	case p.want != "" && p.has(p.want):
		p.selected, p.want = p.want, ""
	}
	if p.selected != "" && !p.has(p.selected) {
		p.selected = ""
		for _, list := range p.sides {
			if r, ok := list.grid.Selected(); ok {
				p.selected = r.attendee.ID
			}
		}
	}
	p.choose(p.selected)
	if p.rename && p.selected != "" {
		p.rename = false
		p.panel.name.Focus()
	}
}

func (p *tab) has(id string) bool {
	_, ok := p.state.row(id)
	return ok
}

// choose selects one attendee of both lists.
func (p *tab) choose(id string) {
	p.selected = id
	for _, list := range p.sides {
		if r, ok := list.grid.Selected(); ok && r.attendee.ID == id {
			continue // selecting anew would scroll back to him
		}
		if id == "" || !list.grid.Select(id) {
			list.grid.Unselect()
		}
	}
	p.showSelected()
}

// picked hears that a person selected a row of one list.
func (p *tab) picked(side plan.Side, r row) {
	p.selected = r.attendee.ID
	p.sides[side.Other()].grid.Unselect()
	p.showSelected()
}

func (p *tab) showSelected() {
	r, ok := p.state.row(p.selected)
	p.panel.show(r, ok)
	hint := p.host.Say("people.hint", "Count", p.state.paired())
	if ok {
		hint = p.host.Say("people.why", "Number", r.number, "Reason", r.reason)
	}
	p.hint.SetText(hint)
	if p.panel.open {
		p.lists.Refresh()
	}
	p.pairs.Refresh()
}

// goTo selects an attendee and gives the keyboard to his list.
func (p *tab) goTo(id string) {
	p.choose(id)
	if r, ok := p.state.row(id); ok {
		p.sides[r.attendee.Side].grid.Focus()
	}
}

// sideInHand is the side to which the next one is added: that of the selected
// attendee, or that with the keyboard, or else our own.
func (p *tab) sideInHand() *sideList {
	if r, ok := p.state.row(p.selected); ok {
		return p.sides[r.attendee.Side]
	}
	if p.state.ours == plan.RoleReceive {
		return p.sides[plan.Host]
	}
	return p.sides[plan.Guest]
}

// showNotices says what should be looked at; nothing of it holds up work.
func (p *tab) showNotices() {
	p.notices.Objects = nil
	for _, issue := range p.state.warnings {
		id := ""
		if len(issue.Other) > 0 {
			id = issue.Other[0]
		}
		sentence := kit.NewTipText(kit.RoleStrong, p.host.Words.Issue(issue)).In(theme.Amber)
		p.notices.Objects = append(p.notices.Objects, kit.HBox(theme.Gap8,
			kit.NewIcon(icons.Warning, theme.Amber), sentence,
			kit.NewButton(kit.Quiet, p.host.Say("people.go_to"), func() { p.goTo(id) }), kit.Spacer()))
	}
	p.notices.Refresh()
}

func (p *tab) togglePanel() { p.openPanel(!p.panel.open) }

// openPanel shows or hides the panel.
func (p *tab) openPanel(open bool) {
	p.panel.setOpen(open)
	if open && p.selected == "" {
		if rows := p.sideInHand().grid.Rows(); len(rows) > 0 {
			p.choose(rows[0].attendee.ID)
		}
	}
	p.details.Hidden = open
	p.nameTools(open)
	p.root.Refresh()
}

// nameTools gives the tools their words, where there is room for them.
func (p *tab) nameTools(narrow bool) {
	paste, file, out := p.host.Say("people.paste"), lists.Word(p.host.Say("people.file")), lists.Word(p.host.Say("lists.export"))
	if narrow {
		paste, file, out = "", "", ""
	}
	p.copied.SetText(paste)
	p.file.SetText(file)
	p.out.SetText(out)
}

// edit opens the panel on an attendee, with the cursor in the name.
func (p *tab) edit(r row) {
	p.choose(r.attendee.ID)
	p.openPanel(true)
	p.panel.name.Focus()
}

// Key is part of page.Keys: F2 edits the selected attendee wherever the keyboard
// is, Escape closes the panel and leads back to his list.
func (p *tab) Key(ev *fyne.KeyEvent) bool {
	if r, ok := p.state.row(p.selected); ok && ev.Name == fyne.KeyF2 {
		p.edit(r)
		return true
	}
	if ev.Name == fyne.KeyEscape && p.panel.open {
		p.openPanel(false)
		p.sideInHand().grid.Focus()
		return true
	}
	return p.host.BackTo(p.sideInHand().grid, ev)
}

// Shortcut is part of page.Shortcuts.
func (p *tab) Shortcut(s fyne.Shortcut) bool {
	r, ok := p.state.row(p.selected)
	key, custom := s.(*desktop.CustomShortcut)
	switch {
	case custom && ok && key.Modifier == fyne.KeyModifierShortcutDefault && key.KeyName == fyne.KeyD:
		p.duplicate(r)
	default:
		if paste, is := s.(*fyne.ShortcutPaste); is && paste.Clipboard != nil {
			p.paste(p.sideInHand().side, paste.Clipboard.Content())
			return true
		}
		return false
	}
	return true
}
