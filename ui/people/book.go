package people

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/app/vietnamese"
	"nhipcau/assets/icons"
	"nhipcau/ui/files"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// entry is one row of the directory.
type entry[T plan.Record] struct {
	record     T
	fold, tone string // by which it is found
	place      string
	name       vietnamese.Name
}

// book is one list of the directory, beside the form of the entry that is
// selected. T is a pointer to Person or Unit.
type book[T plan.Record] struct {
	page   *directory
	kind   plan.Kind
	all    []entry[T]
	units  []choice
	wanted string

	// read lists the entries, add keeps a new one and gives its id, related
	// lists what stands under the form.
	read    func() []entry[T]
	add     func(text string) (id string, err error)
	related func(T) []attended
	// more is what a menu of an entry has beyond deleting it.
	more func(T) []*fyne.MenuItem

	grid   *kit.Grid[entry[T]]
	search *kit.SearchField
	line   *kit.Picker
	form   *form.Form
	title  *kit.TipText
	name   *kit.TextField
	fields fyne.CanvasObject
	none   *kit.Paragraph
	links  *fyne.Container
	foot   fyne.CanvasObject
	empty  fyne.CanvasObject
	root   fyne.CanvasObject
	cancel context.CancelFunc
}

// words are the keys of what differs between the two lists.
type words struct{ search, hint, empty, related, none string }

func newBook[T plan.Record](p *directory, kind plan.Kind, columns []kit.Column[entry[T]]) *book[T] {
	b := &book[T]{page: p, kind: kind, form: form.New(p.host, kind), cancel: func() {}}
	b.grid = kit.NewGrid(p.host.Kit, func(e entry[T]) string { return e.record.Meta().ID }, columns...)
	b.name = b.form.Text("name")
	b.grid.SetTypeColumn("name")
	b.grid.OnSelect = func(entry[T]) { b.showSelected() }
	b.grid.OnActivate = func(entry[T]) { b.name.Focus() }
	b.grid.OnDelete = b.delete
	b.grid.OnInsert = b.addHere
	b.grid.OnMenu = func(e entry[T]) []*fyne.MenuItem {
		items := []*fyne.MenuItem{fyne.NewMenuItem(p.host.Say("people.delete"), func() { b.delete(e) })}
		if b.more != nil {
			items = append(items, b.more(e.record)...)
		}
		return items
	}
	page.Remember(p.host, b.grid, "people."+string(kind), page.Sorting{Column: "name"})
	return b
}

// build puts the list together, once its parts are there.
func (b *book[T]) build(w words, quiet *kit.Button) {
	h := b.page.host
	b.search = kit.NewSearchField(h.Kit, h.Say(w.search))
	b.search.OnType = func(string) { b.filter() }
	b.line = kit.NewPicker(h.Kit, "", b.find)
	b.line.SetPlaceholder(h.Say(w.hint))
	b.line.AllowFree, b.line.ClearOnPick = true, true
	b.line.OnPick = b.typed
	b.line.OnEnter = func() {}
	b.empty = kit.EmptyState(h.Say(w.empty), kit.NewButton(kit.Secondary, h.Say("people.empty_type"), b.addHere), quiet)
	b.title = kit.NewTipText(kit.RoleSection, "")
	b.none = kit.NewParagraph(kit.RoleBody, h.Say(w.none)).In(theme.Text2)
	b.links = kit.VBox(theme.Gap0)
	remove := kit.NewIconButton(kit.Danger, icons.Trash, h.Say("people.delete"), func() {
		if e, ok := b.grid.Selected(); ok {
			b.delete(e)
		}
	}).WithTip(h.Say("people.delete_tip"))
	attached := files.Beside(h, b.form)
	b.fields = kit.VBox(theme.Gap16, b.fields, attached.Object(), kit.HBox(theme.Gap8, remove, kit.Spacer()))
	b.foot = kit.Section(kit.SectionHead(h.Say(w.related), nil, nil), b.links)
	left := kit.VBox(theme.Gap8,
		b.search, kit.Grow(b.grid), kit.HBox(theme.Gap8, kit.NewIcon(icons.Plus, theme.Text3), kit.Grow(b.line)))
	body := kit.VBox(theme.Gap12, b.title, b.none, b.form.Differences(), b.fields)
	attached.OnSize = body.Refresh
	side := kit.VBox(theme.Gap0, kit.Grow(kit.SidePanelWithFoot(body, b.foot)))
	b.root = kit.HBoxFill(theme.Gap0,
		kit.Grow(kit.PadSides(theme.PageMargin, theme.Gap12, theme.PageMargin, theme.Gap12, left)), side)
}

func (b *book[T]) object() fyne.CanvasObject { return b.root }
func (b *book[T]) want(id string)            { b.wanted = id }
func (b *book[T]) addHere()                  { b.line.Focus() }

func (b *book[T]) commit() {
	b.form.Commit()
	b.line.Commit()
}

func (b *book[T]) here() string {
	if e, ok := b.grid.Selected(); ok {
		return e.record.Meta().ID
	}
	return ""
}

func (b *book[T]) fetch() func() {
	all := b.read()
	var units []choice
	for _, u := range desk.All[*plan.Unit](b.page.host.Desk) {
		units = append(units, newChoice("", u.Name, u.Short))
	}
	return func() {
		b.all, b.units = all, units
		if b.wanted != "" {
			b.search.SetValue("") // who is wanted must not be hidden by a search
		}
		b.filter()
	}
}

// filter shows the entries that answer the search.
func (b *book[T]) filter() {
	rows := b.all
	if q := vietnamese.NewQuery(b.search.Text()); !q.IsZero() {
		rows = nil
		for _, e := range b.all {
			if q.MatchKeys(e.fold, e.tone) > 0 {
				rows = append(rows, e)
			}
		}
	}
	if len(b.all) == 0 {
		b.grid.SetEmpty(b.empty)
	} else {
		b.grid.SetEmpty(kit.EmptyState(b.page.host.Say("people.not_found"), nil, nil))
	}
	b.grid.SetRows(rows)
	if b.wanted != "" && b.grid.Select(b.wanted) {
		b.wanted = ""
	}
	b.showSelected()
}

// find offers who is there already, so that nobody is added twice.
func (b *book[T]) find(query string) []kit.Choice {
	q := vietnamese.NewQuery(query)
	var out []kit.Choice
	for _, e := range b.all {
		if len(out) < choicesShown && q.MatchKeys(e.fold, e.tone) > 0 {
			out = append(out, kit.Choice{ID: e.record.Meta().ID, Title: e.record.Label(), Detail: e.place})
		}
	}
	return out
}

// typed goes to who was picked, or adds who was typed.
func (b *book[T]) typed(c kit.Choice) {
	text := strings.TrimSpace(c.Title)
	switch {
	case c.ID != "":
		b.wanted = c.ID
		b.search.SetValue("")
		b.filter()
	case text != "":
		id := ""
		b.page.host.Job(func() (err error) {
			id, err = b.add(text)
			return err
		}, func(err error) {
			if err != nil {
				tellFailure(b.page.host, err)
				return
			}
			b.wanted = id
			b.page.Update()
		})
	}
}

// tellFailure says which rule a value breaks, or that something else went wrong.
func tellFailure(h *page.Host, err error) {
	var refused *desk.Refused
	if !errors.As(err, &refused) {
		h.Fail(err)
		return
	}
	issue := refused.Invalid.Issues[0]
	h.Toast(h.Say("people.refused", "Name", refused.Name,
		"Field", h.Words.Field(refused.Invalid.Kind, issue.Field), "Reason", h.Words.Issue(issue)), "", nil)
}

func (b *book[T]) showSelected() {
	e, ok := b.grid.Selected()
	if shown := b.form.Record(); shown != nil && (!ok || shown.Meta().ID != e.record.Meta().ID) {
		b.form.Commit()
	}
	see(b.fields, ok)
	see(b.foot, ok)
	see(b.none, !ok)
	if !ok {
		b.title.SetText(b.page.host.Say("people.details_title"))
		b.form.Show(nil)
		b.root.Refresh()
		return
	}
	b.title.SetText(e.record.Label())
	b.form.Show(e.record)
	b.showRelated(e.record)
	b.root.Refresh()
}

// showRelated looks up what stands under the form, away from the UI goroutine.
func (b *book[T]) showRelated(r T) {
	b.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	b.cancel = cancel
	var found []attended
	b.page.host.Kit.Run(ctx, func(context.Context) { found = b.related(r) }, func() {
		b.links.Objects = nil
		for _, one := range found {
			b.links.Objects = append(b.links.Objects, kit.NewLine(one.title, one.detail, "", one.open))
		}
		if len(found) == 0 {
			b.links.Objects = append(b.links.Objects,
				kit.PadSides(theme.Gap0, theme.Gap8, theme.Gap0, theme.Gap0, kit.NewText(kit.RoleBody, b.page.host.Say("people.nothing_yet")).In(theme.Text2)))
		}
		b.links.Refresh()
		b.root.Refresh()
	})
}

func (b *book[T]) delete(e entry[T]) {
	b.page.host.Delete(b.page.host.Say("people.removed", "Name", e.record.Label()), e.record.Meta().ID)
}

func (b *book[T]) key(ev *fyne.KeyEvent) bool { return b.page.host.BackTo(b.grid, ev) }
