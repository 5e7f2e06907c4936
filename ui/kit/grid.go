package kit

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/ui/theme"
)

// manyRows is from where on sorting leaves the UI goroutine.
const manyRows = 5000

// Grid is the one list of the program: rows of type T in columns, with only the rows in sight drawn, so that 50,000 scroll well.
//
// Arrows, PageUp, PageDown, Home and End move; Enter, F2 and a double click activate; Ctrl+C copies the row as text; the menu key, Shift+F10
// and the right button show the menu; Alt+Up and Alt+Down and dragging move a row; Delete deletes; Insert adds. The head is a stop
// of Tab of its own: Left and Right choose a column, Enter sorts by it, plus and minus make it wider and narrower.
//
// Set the fields before the grid is shown.
type Grid[T any] struct {
	gridView

	// Key identifies a row, so that it stays selected when the rows are set anew. Required.
	Key func(row T) string
	// OnSelect hears which row was selected by the person.
	OnSelect func(row T)
	// OnActivate opens a row.
	OnActivate func(row T)
	// OnToggle is what Space does to the selected row.
	OnToggle func(row T)
	// OnRune is asked first what a letter or digit means to the selected row; false lets it search.
	OnRune func(row T, r rune) bool
	// OnMenu returns the menu of a row.
	OnMenu func(row T) []*fyne.MenuItem
	// OnMove moves a row up (-1) or down (+1); OnMoveTo moves it from one place to another, the place it will have afterwards. Both only
	// while the grid is not sorted by a column.
	OnMove   func(row T, delta int)
	OnMoveTo func(from, to int)
	// OnDelete deletes a row, OnInsert adds one.
	OnDelete func(row T)
	OnInsert func()
	// OnCut and OnPaste take Ctrl+X and Ctrl+V.
	OnCut   func(row T)
	OnPaste func(text string)
	// OnSort and OnWidths report what is to be remembered; an empty id means the order of the rows themselves.
	OnSort   func(id string, descending bool)
	OnWidths func(widths map[string]float32)

	columns []Column[T]
	rows    []T
	order   []int // index into rows, as shown
	turn    int   // counts orders, so that a late sort does not overwrite a newer one
}

var _ gridModel = (*Grid[int])(nil)

// NewGrid returns an empty grid with rows of 28; see SetRowHeight.
func NewGrid[T any](env *Env, key func(row T) string, columns ...Column[T]) *Grid[T] {
	g := &Grid[T]{Key: key, columns: columns}
	specs := make([]columnSpec, len(columns))
	for i, c := range columns {
		specs[i] = columnSpec{
			id: c.ID, title: c.Title, width: c.Width, minWidth: c.MinWidth, grow: c.Grow, align: c.Align,
			sortable: c.Compare != nil, custom: c.Create != nil,
		}
	}
	g.gridView.init(g, g, env, specs)
	return g
}

// SetRows shows rows. The selected row stays selected, wherever it stands now; when it is gone, the one that stands in its place is.
func (g *Grid[T]) SetRows(rows []T) {
	key, had := g.selectedKey()
	g.rows = rows
	g.arrange(key, had)
}

// Rows returns the rows in the order in which they are shown.
func (g *Grid[T]) Rows() []T {
	out := make([]T, len(g.order))
	for i, at := range g.order {
		out[i] = g.rows[at]
	}
	return out
}

// Selected returns the selected row.
func (g *Grid[T]) Selected() (row T, ok bool) {
	return g.at(g.selected)
}

// Select selects the row with the key and brings it into sight, without telling OnSelect; false means there is none.
func (g *Grid[T]) Select(key string) bool {
	for i, at := range g.order {
		if g.Key(g.rows[at]) == key {
			g.moveSelection(i)
			return true
		}
	}
	return false
}

// Unselect selects nothing.
func (g *Grid[T]) Unselect() { g.moveSelection(-1) }

// SetSort sorts by a column without telling OnSort; an unknown id shows the rows in their own order.
func (g *Grid[T]) SetSort(id string, descending bool) {
	g.sortBy, g.descending = -1, descending
	for i, c := range g.columns {
		if c.ID == id && c.Compare != nil {
			g.sortBy = i
		}
	}
	key, had := g.selectedKey()
	g.arrange(key, had)
}

// SetWidths sets remembered widths by column ID, as OnWidths reported them; nil returns to those of the columns.
func (g *Grid[T]) SetWidths(widths map[string]float32) {
	g.cols.drawn = map[string]float32{}
	for id, w := range widths {
		if w >= leastDrawn {
			g.cols.drawn[id] = w
		}
	}
	g.Refresh()
}

// SetRowHeight sets the height of rows: theme.RowPeople, theme.RowFigures or theme.RowTwoLines.
func (g *Grid[T]) SetRowHeight(size fyne.ThemeSizeName) {
	g.rowSize = size
	g.Refresh()
}

// SetEmpty sets what is shown when there are no rows, such as an EmptyState.
func (g *Grid[T]) SetEmpty(o fyne.CanvasObject) {
	g.empty = o
	g.Refresh()
}

// SetFit makes the grid as high as its rows, for short lists on a page that scrolls as a whole.
func (g *Grid[T]) SetFit() {
	g.fit = true
	g.scroll.Content = Gap(theme.Gap0) // a scroller goes on moving what it holds
	g.Refresh()
}

// HideHead leaves the head out.
func (g *Grid[T]) HideHead() {
	g.head.Hide()
	g.Refresh()
}

// SetTypeColumn names the column in which typing letters searches.
func (g *Grid[T]) SetTypeColumn(id string) { g.typeColumn = g.columnIndex(id) }

// Focus gives the keyboard to the grid.
func (g *Grid[T]) Focus() { focus(g, g) }

func (g *Grid[T]) columnIndex(id string) int {
	return slices.IndexFunc(g.columns, func(c Column[T]) bool { return c.ID == id })
}

// at returns the row shown at an index; callbacks may come late, after rows have gone.
func (g *Grid[T]) at(index int) (row T, ok bool) {
	if index < 0 || index >= len(g.order) || g.order[index] >= len(g.rows) {
		return row, false
	}
	return g.rows[g.order[index]], true
}

func (g *Grid[T]) selectedKey() (string, bool) {
	row, ok := g.Selected()
	if !ok {
		return "", false
	}
	return g.Key(row), true
}

// arrange puts the rows in order and shows them; long lists are sorted away from the UI goroutine.
func (g *Grid[T]) arrange(key string, had bool) {
	g.turn++
	order := make([]int, len(g.rows))
	for i := range order {
		order[i] = i
	}
	less := g.compare()
	if less == nil || len(order) < manyRows {
		sortOrder(order, g.rows, less)
		g.show(order, key, had)
		return
	}
	g.order = slices.DeleteFunc(g.order, func(at int) bool { return at >= len(g.rows) })
	g.setCount(len(g.order))
	turn, rows := g.turn, g.rows
	g.env.run(context.Background(), func(context.Context) { sortOrder(order, rows, less) }, func() {
		if turn == g.turn {
			g.show(order, key, had)
		}
	})
}

func (g *Grid[T]) show(order []int, key string, had bool) {
	g.order = order
	index := g.selected
	if had {
		if at := g.indexOf(key); at >= 0 {
			index = at
		}
	}
	if !had {
		index = -1
	}
	g.selected = min(index, len(order)-1)
	g.setCount(len(order))
}

func (g *Grid[T]) indexOf(key string) int {
	return slices.IndexFunc(g.order, func(at int) bool { return g.Key(g.rows[at]) == key })
}

func (g *Grid[T]) compare() func(a, b T) int {
	if g.sortBy < 0 || g.sortBy >= len(g.columns) {
		return nil
	}
	less := g.columns[g.sortBy].Compare
	if !g.descending {
		return less
	}
	return func(a, b T) int { return less(b, a) }
}

func sortOrder[T any](order []int, rows []T, less func(a, b T) int) {
	if less == nil {
		return
	}
	slices.SortStableFunc(order, func(a, b int) int { return less(rows[a], rows[b]) })
}

func (g *Grid[T]) look(column, index int) (cellLook, bool) {
	row, ok := g.at(index)
	if !ok {
		return cellLook{}, false
	}
	c := g.columns[column]
	var out cellLook
	if c.Text != nil {
		out.text = c.Text(row)
	}
	if c.Sub != nil {
		out.sub = c.Sub(row)
	}
	if c.Style != nil {
		out.style = c.Style(row)
	}
	return out, true
}

func (g *Grid[T]) createCell(column int) fyne.CanvasObject { return g.columns[column].Create() }

func (g *Grid[T]) updateCell(column, index int, cell fyne.CanvasObject) {
	if row, ok := g.at(index); ok && g.columns[column].Update != nil {
		g.columns[column].Update(cell, row)
	}
}

func (g *Grid[T]) rowText(index int) string {
	row, ok := g.at(index)
	if !ok {
		return ""
	}
	var cells []string
	for _, c := range g.columns {
		if c.Text != nil {
			cells = append(cells, c.Text(row))
		}
	}
	return strings.Join(cells, "\t")
}

func (g *Grid[T]) with(index int, f func(row T)) bool {
	row, ok := g.at(index)
	if !ok || f == nil {
		return false
	}
	f(row)
	return true
}

func (g *Grid[T]) chosen(index int)        { g.with(index, g.OnSelect) }
func (g *Grid[T]) activate(index int) bool { return g.with(index, g.OnActivate) }
func (g *Grid[T]) toggle(index int) bool   { return g.with(index, g.OnToggle) }
func (g *Grid[T]) typedTo(index int, r rune) bool {
	row, ok := g.at(index)
	return ok && g.OnRune != nil && g.OnRune(row, r)
}
func (g *Grid[T]) remove(index int) bool { return g.with(index, g.OnDelete) }
func (g *Grid[T]) cut(index int) bool    { return g.with(index, g.OnCut) }

func (g *Grid[T]) insert() bool {
	if g.OnInsert == nil {
		return false
	}
	g.OnInsert()
	return true
}

func (g *Grid[T]) paste(text string) bool {
	if g.OnPaste == nil || text == "" {
		return false
	}
	g.OnPaste(text)
	return true
}

func (g *Grid[T]) menu(index int) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if g.OnMenu != nil {
		g.with(index, func(row T) { items = g.OnMenu(row) })
	}
	return items
}

func (g *Grid[T]) movable() bool { return g.OnMoveTo != nil && g.sortBy < 0 }

func (g *Grid[T]) moveBy(index, delta int) bool {
	to := index + delta
	if g.OnMove == nil || g.sortBy >= 0 || to < 0 || to >= len(g.order) {
		return false
	}
	return g.with(index, func(row T) { g.OnMove(row, delta) })
}

func (g *Grid[T]) moveTo(from, to int) {
	if g.movable() && from != to && from >= 0 && from < len(g.order) && to >= 0 && to < len(g.order) {
		g.OnMoveTo(from, to)
	}
}

// sorted is called when the person asks to sort by a column: up, then down, then not at all.
func (g *Grid[T]) sorted(column int) {
	if column < 0 || column >= len(g.columns) || g.columns[column].Compare == nil {
		return
	}
	id, descending := g.columns[column].ID, false
	if g.sortBy == column {
		descending = !g.descending
		if g.descending {
			id, descending = "", false
		}
	}
	g.SetSort(id, descending)
	if g.OnSort != nil {
		g.OnSort(id, descending)
	}
}

func (g *Grid[T]) widthsDragged() {
	if g.OnWidths == nil {
		return
	}
	out := make(map[string]float32, len(g.cols.drawn))
	for id, w := range g.cols.drawn {
		out[id] = w
	}
	g.OnWidths(out)
}

// CreateRenderer is part of fyne.Widget.
func (g *Grid[T]) CreateRenderer() fyne.WidgetRenderer {
	g.ExtendBaseWidget(g)
	return g.newRenderer()
}

// gridRowSize is the height of rows until another is set.
const gridRowSize = theme.RowFigures
