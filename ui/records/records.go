// Package records is the list of one kind of record beside the form of the one
// that is selected, as most tabs of a visit want it: a line at the foot adds the
// next one, Alt with the arrows moves, Delete sends to the bin. It must not know
// any particular kind; the tab that uses it says what a row and a form look like.
package records

import (
	"context"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/assets/icons"
	"nhipcau/ui/files"
	"nhipcau/ui/form"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Config says what a list holds and how it looks. T is a pointer to a kind of
// package plan.
type Config[T plan.Record] struct {
	Kind plan.Kind
	// Fetch lists the records, of a visit or of all; it runs off the UI
	// goroutine.
	Fetch func(visit string) []T
	// Make begins a new record with the words that were typed at the foot.
	Make func(visit, words string) T
	// Columns of the list.
	Columns []kit.Column[T]
	// Form builds the form of the selected record.
	Form func(*form.Form) fyne.CanvasObject
	// Words of the list: the sentence of the empty list, and the hint in the
	// line at the foot.
	Empty, Hint string
	// Ordered lists can be moved by hand; the kind has a field pos.
	Ordered bool
	// Shown hears which records stand in the list, e.g. to warn in the form.
	Shown func(rows []T, selected T, f *form.Form)
}

// List is one list with its form. It is a page.Page.
type List[T plan.Record] struct {
	host   *page.Host
	config Config[T]
	visit  string
	want   string // the record to select once it is there
	turn   int

	grid *kit.Grid[T]
	form *form.Form
	add  *kit.TextField
	root fyne.CanvasObject
}

// New makes a list.
func New[T plan.Record](h *page.Host, c Config[T]) *List[T] {
	l := &List[T]{host: h, config: c, form: form.New(h, c.Kind)}
	markFirst(c.Columns)
	l.grid = kit.NewGrid(h.Kit, func(r T) string { return r.Meta().ID }, c.Columns...)
	l.grid.SetEmpty(kit.EmptyState(c.Empty, nil, nil))
	page.Remember(h, l.grid, string(c.Kind), page.Sorting{})
	l.grid.OnSelect = func(T) { l.showSelected() }
	l.grid.OnActivate = func(T) { l.form.Focus() }
	l.grid.OnDelete = l.delete
	l.grid.OnMenu = func(r T) []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem(h.Say("records.delete"), func() { l.delete(r) })}
	}
	if c.Ordered {
		l.grid.OnMove = func(r T, delta int) { l.move(r, delta) }
		l.grid.OnMoveTo = l.moveTo
	}
	l.add = kit.NewTextField(h.Kit, "")
	l.add.SetPlaceholder(c.Hint)
	l.add.OnEnter = l.added
	foot := kit.HBox(theme.Gap8, kit.NewIcon(icons.Plus, theme.Text3), kit.Grow(l.add),
		kit.NewButton(kit.Secondary, h.Say("records.add"), l.added))
	left := container.NewBorder(nil, foot, nil, nil, l.grid)
	l.root = container.NewBorder(nil, nil, nil, kit.SidePanel(l.side()),
		kit.PadSides(theme.PageMargin, theme.Gap12, theme.PageMargin, theme.Gap12, left))
	return l
}

// side is the form of the selected record, and what is attached to that.
func (l *List[T]) side() fyne.CanvasObject {
	attached := files.Beside(l.host, l.form)
	body := kit.VBox(theme.Gap12, kit.NewWord(kit.RoleSection, l.host.Words.Kind(l.config.Kind)),
		l.form.Differences(), l.config.Form(l.form), attached.Object())
	attached.OnSize = body.Refresh
	return body
}

// markFirst lets the first column show which records two offices differ on.
func markFirst[T plan.Record](columns []kit.Column[T]) {
	if len(columns) == 0 {
		return
	}
	own := columns[0].Style
	columns[0].Style = func(r T) kit.CellStyle {
		var style kit.CellStyle
		if own != nil {
			style = own(r)
		}
		return page.Marked(style, r)
	}
}

// Object implements page.Page.
func (l *List[T]) Object() fyne.CanvasObject { return l.root }

// Open implements page.Page.
func (l *List[T]) Open(r page.Route) {
	if r.Visit != l.visit {
		l.Leave()
	}
	l.visit, l.want = r.Visit, r.Record
}

// Here implements page.Located.
func (l *List[T]) Here() page.Route {
	if r, ok := l.grid.Selected(); ok {
		return page.Route{Visit: l.visit, Record: r.Meta().ID}
	}
	return page.Route{Visit: l.visit}
}

// Receive implements page.Receiver for the record that is selected.
func (l *List[T]) Receive(paths []string) bool {
	r, ok := l.grid.Selected()
	if ok {
		files.Add(l.host, r.Meta().ID, paths...)
	}
	return ok
}

// Focus gives the keyboard to the list.
func (l *List[T]) Focus() { l.grid.Focus() }

// Key implements page.Keys: Escape leads from the form and from the line at the
// foot back to the list.
func (l *List[T]) Key(ev *fyne.KeyEvent) bool { return l.host.BackTo(l.grid, ev) }

// Leave implements page.Page.
func (l *List[T]) Leave() { l.form.Commit() }

// Update implements page.Page.
func (l *List[T]) Update() {
	l.turn++
	turn, visit := l.turn, l.visit
	var rows []T
	l.host.Kit.Run(context.Background(), func(context.Context) { rows = l.config.Fetch(visit) }, func() {
		if turn == l.turn {
			l.show(rows)
		}
	})
}

func (l *List[T]) show(rows []T) {
	l.grid.SetRows(rows)
	if l.want != "" && l.grid.Select(l.want) {
		l.want = ""
	}
	if _, ok := l.grid.Selected(); !ok && len(rows) > 0 {
		l.grid.Select(rows[0].Meta().ID)
	}
	l.showSelected()
}

func (l *List[T]) showSelected() {
	r, ok := l.grid.Selected()
	if shown := l.form.Record(); shown != nil && (!ok || shown.Meta().ID != r.Meta().ID) {
		l.form.Commit()
	}
	if !ok {
		l.form.Show(nil)
		return
	}
	l.form.Show(r)
	if l.config.Shown != nil {
		l.config.Shown(l.grid.Rows(), r, l.form)
	}
}

// added makes the record whose words stand at the foot, and stays there for
// the next. What could not be kept stands there again.
func (l *List[T]) added() {
	l.add.Commit()
	typed := l.add.Text()
	words := strings.TrimSpace(typed)
	if words == "" {
		l.add.Focus()
		return
	}
	r := l.config.Make(l.visit, words)
	if l.config.Ordered {
		setPos(r, plan.PosBetween(lastPos(l.grid.Rows()), ""))
	}
	l.add.SetValue("")
	l.host.Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(r) }, func(err error) {
		if err != nil {
			l.add.Commit() // of what was typed since
			l.add.SetValue(typed + l.add.Text())
			l.host.Fail(err)
			return
		}
		l.want = r.Meta().ID
		l.add.Resume() // the next line may be half typed
	})
}

func (l *List[T]) delete(r T) {
	l.host.Delete(l.host.Say("records.deleted", "Title", r.Label()), r.Meta().ID)
}

func (l *List[T]) move(r T, delta int) {
	rows := l.grid.Rows()
	for i, row := range rows {
		if row.Meta().ID == r.Meta().ID {
			l.moveTo(i, i+delta)
			return
		}
	}
}

// moveTo gives a record the place between its new neighbours; where the list
// has no places yet, all get theirs in one step.
func (l *List[T]) moveTo(from, to int) {
	rows := l.grid.Rows()
	if from < 0 || to < 0 || from >= len(rows) || to >= len(rows) || from == to {
		return
	}
	l.want = rows[from].Meta().ID
	l.host.Change(desk.Step{Why: "move"}, func(tx *desk.Tx) error { return move(tx, rows, from, to) }, nil)
}

// move writes the places as they stand now and not as they stood on screen: a
// second move may come before the first is shown.
func move[T plan.Record](tx *desk.Tx, rows []T, from, to int) error {
	now, positions := make([]T, len(rows)), make([]string, len(rows))
	for i, row := range rows {
		r, ok := desk.Read[T](tx, row.Meta().ID)
		if !ok {
			return nil // gone by now: the list is about to be shown anew
		}
		now[i], positions[i] = r, pos(r).String()
	}
	places := plan.MovePlace(positions, from, to)
	for i, r := range now {
		at, ok := places[i]
		if !ok {
			continue
		}
		setPos(r, at)
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	return nil
}

func lastPos[T plan.Record](rows []T) string {
	if len(rows) == 0 {
		return ""
	}
	return pos(rows[len(rows)-1]).String()
}

func setPos(r plan.Record, at string) { pos(r).SetString(at) }

func pos(r plan.Record) reflect.Value { return reflect.ValueOf(r).Elem().FieldByName("Pos") }
