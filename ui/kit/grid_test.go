package kit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

type delegate struct {
	id   int
	name string
	post string
}

func delegates(n int) []delegate {
	out := make([]delegate, n)
	for i := range out {
		out[i] = delegate{i, fmt.Sprintf("Đại biểu %05d", i), fmt.Sprintf("Chức vụ %d", i%7)}
	}
	return out
}

func columns() []kit.Column[delegate] {
	return []kit.Column[delegate]{
		{
			ID: "id", Title: "TT", Width: 48, Align: fyne.TextAlignTrailing,
			Text:    func(d delegate) string { return fmt.Sprint(d.id) },
			Compare: func(a, b delegate) int { return a.id - b.id },
		},
		{ID: "name", Title: "Họ tên", Width: 140, Text: func(d delegate) string { return d.name }},
		{
			ID: "post", Title: "Chức vụ", Width: 100, Grow: true,
			Text:    func(d delegate) string { return d.post },
			Compare: func(a, b delegate) int { return strings.Compare(a.post, b.post) },
		},
	}
}

type gridDesk struct {
	grid  *kit.Grid[delegate]
	c     fyne.Canvas
	win   fyne.Window
	clock *kittest.Clock
	did   []string
}

func (d *gridDesk) say(format string, args ...any) {
	d.did = append(d.did, fmt.Sprintf(format, args...))
}

func (d *gridDesk) expect(t *testing.T, want ...string) {
	t.Helper()
	if got := strings.Join(d.did, "; "); got != strings.Join(want, "; ") {
		t.Errorf("did %q, want %q", got, strings.Join(want, "; "))
	}
	d.did = nil
}

// newGridDesk shows a grid of ten rows' height.
func newGridDesk(t *testing.T, rows int) *gridDesk {
	d := &gridDesk{}
	env, clock := kittest.Env()
	env.Fold = strings.ToLower
	d.clock = clock
	d.grid = kit.NewGrid(env, func(r delegate) string { return fmt.Sprint(r.id) }, columns()...)
	d.grid.OnSelect = func(r delegate) { d.say("select %d", r.id) }
	d.grid.OnActivate = func(r delegate) { d.say("open %d", r.id) }
	d.grid.SetRows(delegates(rows))
	d.win = kittest.Window(t, env, d.grid, 500, 28+280)
	d.c = d.win.Canvas()
	d.grid.Focus()
	return d
}

func (d *gridDesk) selected() int {
	r, ok := d.grid.Selected()
	if !ok {
		return -1
	}
	return r.id
}

func TestGridMovesByKeyOver50000Rows(t *testing.T) {
	const last = 50_000 - 1
	d := newGridDesk(t, last+1)
	steps := []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyUp, 0},
		{fyne.KeyDown, 1},
		{fyne.KeyPageDown, 10},
		{fyne.KeyPageDown, 19},
		{fyne.KeyPageUp, 10},
		{fyne.KeyEnd, last},
		{fyne.KeyDown, last},
		{fyne.KeyPageDown, last},
		{fyne.KeyUp, last - 1},
		{fyne.KeyHome, 0},
		{fyne.KeyPageUp, 0},
	}
	for i, s := range steps {
		kittest.Key(d.c, s.key)
		if got := d.selected(); got != s.want {
			t.Fatalf("step %d, %s: selected %d, want %d", i, s.key, got, s.want)
		}
	}
}

func TestEnterAndF2OpenARow(t *testing.T) {
	d := newGridDesk(t, 5)
	kittest.Key(d.c, fyne.KeyDown)
	kittest.Key(d.c, fyne.KeyReturn)
	kittest.Key(d.c, fyne.KeyF2)
	d.expect(t, "select 0", "select 1", "open 1", "open 1")
}

func TestGridDrawsOnlyWhatIsInSight(t *testing.T) {
	d := newGridDesk(t, 50_000)
	kittest.Key(d.c, fyne.KeyEnd)
	texts := shownTexts(d.win.Content())
	if n := countPrefix(texts, "Đại biểu "); n < 10 || n > 12 {
		t.Errorf("%d rows are drawn for a height of 10", n)
	}
	if !contains(texts, "Đại biểu 49999") || contains(texts, "Đại biểu 00000") {
		t.Errorf("at the end these are drawn: %q", texts)
	}
}

func TestGridBounds(t *testing.T) {
	d := newGridDesk(t, 50_000)
	kittest.Key(d.c, fyne.KeyEnd)
	d.did = nil
	d.grid.SetRows(delegates(3)) // fewer rows, while the last of many is selected and in sight
	if got := d.selected(); got != 2 {
		t.Errorf("selected %d, want the last of those that are left", got)
	}
	kittest.Key(d.c, fyne.KeyDown)
	d.grid.SetRows(nil)
	if got := d.selected(); got != -1 {
		t.Errorf("selected %d of none", got)
	}
	for _, key := range []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyDelete,
		desktop.KeyMenu, fyne.KeyBackspace,
	} {
		kittest.Key(d.c, key)
	}
	kittest.Type(d.c, "x ")
	d.expect(t)
	d.grid.SetRows(delegates(2))
	kittest.Key(d.c, fyne.KeyDown)
	d.expect(t, "select 0")
}

func TestGridSelectionFollowsTheRow(t *testing.T) {
	d := newGridDesk(t, 10)
	if !d.grid.Select("7") || d.grid.Select("70") {
		t.Fatal("Select must find 7 and not 70")
	}
	rows := delegates(10)
	rows[0], rows[7] = rows[7], rows[0]
	d.grid.SetRows(rows)
	if got := d.selected(); got != 7 {
		t.Errorf("selected %d after the rows moved, want 7", got)
	}
	kittest.Key(d.c, fyne.KeyDown)
	if got := d.selected(); got != 1 {
		t.Errorf("below it stands %d, want 1", got)
	}
}

func TestGridSorts(t *testing.T) {
	d := newGridDesk(t, 8)
	var sorted []string
	d.grid.OnSort = func(id string, desc bool) { sorted = append(sorted, fmt.Sprint(id, desc)) }
	d.c.FocusPrevious() // the head
	kittest.Key(d.c, fyne.KeyReturn)
	kittest.Key(d.c, fyne.KeyReturn)
	if rows := d.grid.Rows(); rows[0].id != 7 || rows[7].id != 0 {
		t.Errorf("falling: %v", rows)
	}
	kittest.Key(d.c, fyne.KeyReturn)
	kittest.Key(d.c, fyne.KeyRight)
	kittest.Key(d.c, fyne.KeyReturn) // names have no Compare
	kittest.Key(d.c, fyne.KeyRight)
	kittest.Type(d.c, " ")
	if rows := d.grid.Rows(); rows[0].id != 0 || rows[1].id != 7 {
		t.Errorf("by post, and among equals as they were: %v", rows)
	}
	if got := strings.Join(sorted, " "); got != "idfalse idtrue false postfalse" {
		t.Errorf("reported %q", got)
	}
	d.grid.SetSort("nonsense", true)
	if rows := d.grid.Rows(); rows[1].id != 1 {
		t.Errorf("own order: %v", rows)
	}
}

func TestGridSortsManyRowsAwayFromTheScreen(t *testing.T) {
	d := newGridDesk(t, 50_000)
	d.grid.SetSort("post", false)
	rows := d.grid.Rows()
	if rows[0].id != 0 || rows[1].id != 7 || rows[49_999].post != "Chức vụ 6" {
		t.Errorf("sorted: %v … %v", rows[:2], rows[49_999])
	}
}

func TestGridActivates(t *testing.T) {
	d := newGridDesk(t, 5)
	toggled := -1
	d.grid.OnToggle = func(r delegate) { toggled = r.id }
	d.grid.OnDelete = func(r delegate) { d.say("delete %d", r.id) }
	d.grid.OnInsert = func() { d.say("insert") }
	d.did = nil
	kittest.Key(d.c, fyne.KeyDown)
	kittest.Key(d.c, fyne.KeyReturn)
	kittest.Key(d.c, fyne.KeyDelete)
	kittest.Key(d.c, fyne.KeyInsert)
	kittest.Type(d.c, " ")
	d.expect(t, "select 1", "open 1", "delete 1", "insert")
	if toggled != 1 {
		t.Errorf("space toggled %d", toggled)
	}
}

func TestGridMovesRows(t *testing.T) {
	d := newGridDesk(t, 5)
	d.grid.OnMove = func(r delegate, delta int) { d.say("move %d by %d", r.id, delta) }
	up := &desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}
	down := &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}
	d.did = nil
	kittest.Shortcut(d.c, up) // the first cannot go up
	kittest.Shortcut(d.c, down)
	d.grid.Select("4")
	kittest.Shortcut(d.c, down)
	kittest.Shortcut(d.c, up)
	d.grid.SetSort("post", false)
	kittest.Shortcut(d.c, up) // sorted by a column, rows have no place of their own
	d.expect(t, "move 0 by 1", "move 4 by -1")
}

func TestGridMovesRowsByDragging(t *testing.T) {
	d := newGridDesk(t, 20)
	d.grid.OnMoveTo = func(from, to int) { d.say("%d to %d", from, to) }
	d.did = nil
	at := func(row float32) fyne.Position { return fyne.NewPos(200, 28+row*28) }
	move := func(from, to float32) { drag(d.win.Content(), at(from), at(to)) }
	move(2.5, 6.0) // before the row that was 6
	move(6.5, 1.1)
	move(3.5, 3.6)
	d.expect(t, "2 to 5", "6 to 1")
}

func TestGridCopiesCutsAndPastes(t *testing.T) {
	d := newGridDesk(t, 5)
	clip := test.NewClipboard()
	kittest.Shortcut(d.c, &fyne.ShortcutCopy{Clipboard: clip})
	if got := clip.Content(); got != "0\tĐại biểu 00000\tChức vụ 0" {
		t.Errorf("copied %q", got)
	}
	d.grid.OnCut = func(r delegate) { d.say("cut %d", r.id) }
	d.grid.OnPaste = func(text string) { d.say("paste %d", len(strings.Split(text, "\t"))) }
	d.did = nil
	kittest.Shortcut(d.c, &fyne.ShortcutCut{Clipboard: clip})
	kittest.Shortcut(d.c, &fyne.ShortcutPaste{Clipboard: clip})
	d.expect(t, "cut 0", "paste 3")
}

func TestGridSearchesByTyping(t *testing.T) {
	d := newGridDesk(t, 200)
	d.grid.SetTypeColumn("name")
	kittest.Type(d.c, "ĐẠI BIỂU 0012")
	if got := d.selected(); got != 120 {
		t.Errorf("selected %d, want 120", got)
	}
	kittest.Type(d.c, "3")
	if got := d.selected(); got != 123 {
		t.Errorf("selected %d, want 123", got)
	}
	d.clock.Advance(2 * time.Second)
	kittest.Type(d.c, "đại biểu 00007")
	if got := d.selected(); got != 7 {
		t.Errorf("after a rest selected %d, want 7", got)
	}
}

func TestGridMenuByKeyAndMouse(t *testing.T) {
	d := newGridDesk(t, 5)
	asked := 0
	d.grid.OnMenu = func(r delegate) []*fyne.MenuItem {
		asked++
		return []*fyne.MenuItem{fyne.NewMenuItem("Mở", func() { d.say("menu %d", r.id) })}
	}
	open := func() bool { return contains(shownTexts(d.win.Content()), "Mở") }
	kittest.Key(d.c, fyne.KeyF10) // without Shift it belongs to the window
	if asked != 0 || open() {
		t.Fatal("F10 alone must not open the menu")
	}
	d.grid.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	kittest.Key(d.c, fyne.KeyF10)
	if asked != 1 || !open() {
		t.Fatal("Shift+F10 must open the menu")
	}
	kittest.Key(d.c, fyne.KeyEscape)
	if open() || d.c.Focused() == nil {
		t.Fatal("Escape must close the menu and give the keyboard back")
	}
	d.did = nil
	kittest.Key(d.c, desktop.KeyMenu)
	kittest.Key(d.c, fyne.KeyReturn)
	d.expect(t, "menu 0")
	kittest.Key(d.c, fyne.KeyDown)
	d.expect(t, "select 1")
}

func TestGridByMouse(t *testing.T) {
	d := newGridDesk(t, 5)
	d.did = nil
	at := fyne.NewPos(200, 28+3.5*28)
	test.TapCanvas(d.c, at)
	d.expect(t, "select 3")
	test.MoveMouse(d.c, at)
	test.MoveMouse(d.c, fyne.NewPos(200, 28+1.5*28))
}

func TestGridRemembersWidths(t *testing.T) {
	d := newGridDesk(t, 5)
	var last map[string]float32
	d.grid.OnWidths = func(w map[string]float32) { last = w }
	drag(d.win.Content(), fyne.NewPos(47, 14), fyne.NewPos(107, 14)) // the right edge of the first column
	if last["id"] != 107 {
		t.Errorf("widths reported: %v", last)
	}
	d.c.FocusPrevious()
	kittest.Type(d.c, "-")
	if last["id"] != 99 {
		t.Errorf("widths by key: %v", last)
	}
	d.grid.SetWidths(map[string]float32{"id": 60, "name": -5})
	kittest.Type(d.c, "+")
	if len(last) != 1 || last["id"] != 68 {
		t.Errorf("widths set: %v", last)
	}
}

func TestGridShowsWhatBelongsHereWhenEmpty(t *testing.T) {
	d := newGridDesk(t, 0)
	d.grid.SetEmpty(kit.EmptyState("Chưa có đại biểu.", nil, nil))
	if !contains(shownTexts(d.win.Content()), "Chưa có đại biểu.") {
		t.Error("the empty state is not shown")
	}
	d.grid.SetRows(delegates(1))
	if contains(shownTexts(d.win.Content()), "Chưa có đại biểu.") {
		t.Error("the empty state stays")
	}
}

func TestGridThatFitsIsAsHighAsItsRows(t *testing.T) {
	d := newGridDesk(t, 7)
	d.grid.SetFit()
	if got := d.grid.MinSize().Height; got != 28+7*28 {
		t.Errorf("height %v", got)
	}
	d.grid.SetRowHeight(theme.RowTwoLines)
	d.grid.HideHead()
	if got := d.grid.MinSize().Height; got != 7*44 {
		t.Errorf("height %v", got)
	}
}

func TestGridPassesOnWhatItDoesNotNeed(t *testing.T) {
	d := newGridDesk(t, 5)
	d.grid.OnActivate = nil
	var keys []fyne.KeyName
	d.c.SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	find := &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}
	found := 0
	d.c.AddShortcut(find, func(fyne.Shortcut) { found++ })
	for _, key := range []fyne.KeyName{fyne.KeyF1, fyne.KeyReturn, fyne.KeyDelete, fyne.KeyDown} {
		kittest.Key(d.c, key)
	}
	kittest.Shortcut(d.c, find)
	if len(keys) != 3 || found != 1 {
		t.Errorf("passed on %v, shortcut %d times", keys, found)
	}
}

func TestGridNeverFailsWhateverHappens(t *testing.T) {
	d := newGridDesk(t, 5)
	d.grid.OnMoveTo = func(int, int) {}
	d.grid.OnMove = func(delegate, int) {}
	d.grid.OnDelete = func(delegate) {}
	keys := []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyDelete,
	}
	rapid.Check(t, func(r *rapid.T) {
		for range rapid.IntRange(1, 12).Draw(r, "steps") {
			switch rapid.IntRange(0, 3).Draw(r, "what") {
			case 0:
				d.grid.SetRows(delegates(rapid.SampledFrom([]int{0, 1, 9, 10, 11, 3000}).Draw(r, "rows")))
			case 1:
				d.grid.SetSort(rapid.SampledFrom([]string{"", "id", "post"}).Draw(r, "by"), rapid.Bool().Draw(r, "falling"))
			case 2:
				size := float32(rapid.IntRange(0, 600).Draw(r, "height"))
				d.win.Resize(fyne.NewSize(300+size/2, 100+size))
			default:
				kittest.Key(d.c, rapid.SampledFrom(keys).Draw(r, "key"))
			}
		}
		if row, ok := d.grid.Selected(); ok && row.name == "" {
			r.Fatal("a row is selected that is not there")
		}
	})
}

func BenchmarkGridMovesDown50000Rows(b *testing.B) {
	env, _ := kittest.Env()
	app := test.NewTempApp(b)
	app.Settings().SetTheme(theme.New(theme.Light, theme.Percent100))
	g := kit.NewGrid(env, func(r delegate) string { return fmt.Sprint(r.id) }, columns()...)
	g.SetRows(delegates(50_000))
	w := test.NewTempWindow(b, kit.NewLayer(env, g))
	w.Resize(fyne.NewSize(1100, 700))
	g.Focus()
	for b.Loop() {
		kittest.Key(w.Canvas(), fyne.KeyPageDown)
	}
}
