package kit_test

import (
	"context"
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nhipcau/assets/icons"
	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

func TestButtonByKeyAndMouse(t *testing.T) {
	env, _ := kittest.Env()
	pressed := 0
	b := kit.NewButton(kit.Primary, "In 25 bản, 2 trang", func() { pressed++ })
	w := kittest.Window(t, env, kit.HBox(theme.Gap8, b), 300, 100)
	w.Canvas().Focus(b)
	kittest.Key(w.Canvas(), fyne.KeyReturn)
	kittest.Key(w.Canvas(), fyne.KeyEnter)
	kittest.Type(w.Canvas(), " ")
	b.Tapped(&fyne.PointEvent{})
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
	b.Disable()
	b.Tapped(&fyne.PointEvent{})
	b.TypedRune(' ')
	if pressed != 4 {
		t.Error("a disabled button acted")
	}
}

func TestTooltipWaitsAndGoes(t *testing.T) {
	env, clock := kittest.Env()
	b := kit.NewIconButton(kit.Plain, icons.Undo, "", nil).WithTip("Hoàn tác (Ctrl+Z)")
	w := kittest.Window(t, env, kit.VBox(theme.Gap8, b, kit.Spacer()), 300, 100)
	seen := func() bool { return contains(shownTexts(w.Content()), "Hoàn tác (Ctrl+Z)") }
	b.MouseIn(&desktop.MouseEvent{})
	if seen() {
		t.Error("the tooltip is there at once")
	}
	clock.Advance(time.Second)
	if !seen() {
		t.Error("the tooltip does not come")
	}
	b.MouseOut()
	if seen() {
		t.Error("the tooltip stays")
	}
	b.MouseIn(&desktop.MouseEvent{})
	b.MouseOut()
	clock.Advance(time.Second)
	if seen() {
		t.Error("the tooltip comes after the pointer has gone")
	}
}

func TestChoicesByKey(t *testing.T) {
	env, _ := kittest.Env()
	var did []string
	seg := kit.NewSegmented([]string{"Dòng thời gian", "Danh sách"}, func(i int) { did = append(did, fmt.Sprint("view ", i)) })
	box := kit.NewCheckBox("Dời các mục sau", func(on bool) { did = append(did, fmt.Sprint("shift ", on)) })
	radio := kit.NewRadio("13:30", func(on bool) { did = append(did, fmt.Sprint("time ", on)) })
	tabs := kit.NewTabs([]kit.Tab{{ID: "info", Title: "Thông tin"}, {ID: "people", Title: "Thành phần", Count: "34"}},
		func(id string) { did = append(did, "tab "+id) })
	c := kittest.Window(t, env, kit.VBox(theme.Gap8, seg, box, radio, tabs), 400, 300).Canvas()

	c.FocusNext()
	kittest.Key(c, fyne.KeyRight)
	kittest.Key(c, fyne.KeyRight)
	c.FocusNext()
	kittest.Type(c, " ")
	kittest.Key(c, fyne.KeyReturn)
	c.FocusNext()
	kittest.Type(c, "  ") // a radio stays on
	c.FocusNext()
	kittest.Key(c, fyne.KeyEnd)
	kittest.Key(c, fyne.KeyRight)
	kittest.Key(c, fyne.KeyLeft)
	want := "view 1; shift true; shift false; time true; tab people; tab info"
	if got := strings.Join(did, "; "); got != want {
		t.Errorf("did %q, want %q", got, want)
	}

	did = nil
	seg.SetSelected(0)
	box.SetChecked(true)
	tabs.Select("people")
	tabs.Select("nowhere")
	if len(did) != 0 || tabs.Selected() != "people" || seg.Selected() != 0 || !box.Checked() {
		t.Errorf("set by the program: heard %q", did)
	}
}

func TestTabsTakeTheClickWhereItFalls(t *testing.T) {
	env, _ := kittest.Env()
	var list []kit.Tab
	for i := range 9 {
		list = append(list, kit.Tab{ID: fmt.Sprint(i), Title: fmt.Sprintf("Mục số %d", i), Count: "12"})
	}
	tabs := kit.NewTabs(list, nil)
	w := kittest.Window(t, env, kit.VBox(theme.Gap8, tabs), 300, 100)
	tabs.Select("8") // far to the right of what is seen: the row moves
	tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(299, 10)})
	if tabs.Selected() != "8" {
		t.Errorf("the last tab stands at the right end, clicked %s", tabs.Selected())
	}
	for range 9 { // by the arrow at the left end back to the first
		tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(3, 10)})
	}
	if tabs.Selected() != "0" {
		t.Errorf("clicked %s at the left end", tabs.Selected())
	}
	w.Resize(fyne.NewSize(2000, 100))
	if texts := shownTexts(tabs); !contains(texts, "Mục số 8") {
		t.Errorf("in a wide window: %q", texts)
	}
}

func TestRingShare(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	tests := []struct {
		done, all int
		want      float32
	}{{7, 9, 7.0 / 9}, {0, 9, 0}, {9, 9, 1}, {12, 9, 1}, {-1, 9, 0}, {0, 0, 0}, {3, 0, 0}}
	for _, tt := range tests {
		if got := kit.NewRing(tt.done, tt.all).Share(); got != tt.want {
			t.Errorf("%d of %d = %v, want %v", tt.done, tt.all, got, tt.want)
		}
	}
}

func TestToastStaysEightSecondsAndWhileThePointerIsOnIt(t *testing.T) {
	env, clock := kittest.Env()
	w := kittest.Window(t, env, kit.NewText(kit.RoleBody, "trang"), 600, 300)
	seen := func() bool { return contains(shownTexts(w.Content()), "Đã xóa Đại biểu 05") }
	undone := 0
	show := func() { kit.ShowToast(w, "Đã xóa Đại biểu 05", "Hoàn tác (Ctrl+Z)", func() { undone++ }) }

	show()
	clock.Advance(kit.ToastTime - time.Millisecond)
	if !seen() {
		t.Fatal("gone too early")
	}
	clock.Advance(time.Millisecond)
	if seen() {
		t.Fatal("stays too long")
	}

	show()
	w.Canvas().FocusNext()
	clock.Advance(time.Hour)
	if !seen() {
		t.Fatal("gone while the keyboard was on it")
	}
	kittest.Key(w.Canvas(), fyne.KeyReturn)
	if undone != 1 || seen() {
		t.Errorf("undone %d times, still seen %v", undone, seen())
	}
	if w.Canvas().Focused() != nil {
		t.Error("the keyboard stays on a toast that has gone")
	}

	show()
	w.Canvas().FocusNext()
	w.Canvas().Unfocus()
	clock.Advance(kit.ToastTime)
	if seen() {
		t.Error("stays after the keyboard has left it")
	}
}

func TestRailFoldsInANarrowWindow(t *testing.T) {
	env, _ := kittest.Env()
	var opened []string
	rail := kit.NewRail("Nhịp Cầu", "Huyện Đắk Glong", []kit.RailItem{
		{ID: "tasks", Title: "Nhiệm vụ", Icon: icons.Task, Right: "2 quá hạn"},
		{ID: "help", Title: "Trợ giúp", Icon: icons.Help, Bottom: true},
	}, func(id string) { opened = append(opened, id) })
	shell := kit.NewShell(rail, kit.NewText(kit.RoleBody, "đầu"), kit.NewText(kit.RoleBody, "trang"))
	w := kittest.Window(t, env, shell.Object(), 1100, 600)
	if rail.Width() != 208 || !contains(shownTexts(rail), "2 quá hạn") {
		t.Errorf("at 1100 the rail is %v wide and says %q", rail.Width(), shownTexts(rail))
	}
	w.Resize(fyne.NewSize(1099, 600))
	if rail.Width() != 56 || len(shownTexts(rail)) != 0 {
		t.Errorf("below 1100 the rail is %v wide and says %q", rail.Width(), shownTexts(rail))
	}
	w.Canvas().FocusNext()
	kittest.Key(w.Canvas(), fyne.KeyReturn)
	kittest.Key(w.Canvas(), fyne.KeyDown)
	kittest.Type(w.Canvas(), " ")
	if strings.Join(opened, " ") != "tasks help" {
		t.Errorf("opened %q", opened)
	}
	shell.SetPage(kit.NewText(kit.RoleBody, "khác"))
	if !contains(shownTexts(w.Content()), "khác") || contains(shownTexts(w.Content()), "trang") {
		t.Errorf("page: %q", shownTexts(w.Content()))
	}
}

func TestHeaderShowsTheWay(t *testing.T) {
	env, _ := kittest.Env()
	did := ""
	h := kit.NewHeader(kit.HeaderLabels{Search: "Tìm mọi thứ", SearchKey: "Ctrl+K"},
		func() { did += "search " }, func() { did += "undo " }, func() { did += "redo " })
	w := kittest.Window(t, env, h.Object(), 1000, 48)
	h.SetCrumbs(kit.Crumb{Title: "Chuyến công tác", OnTap: func() { did += "visits " }}, kit.Crumb{Title: "Gói 4"})
	h.SetSaved(kit.GreenTone, icons.Check, "Đã lưu 08:42")
	h.SetCanUndo(true, false)
	texts := shownTexts(w.Content())
	for _, want := range []string{"Chuyến công tác", "Gói 4", "Đã lưu 08:42", "Ctrl+K"} {
		if !contains(texts, want) {
			t.Errorf("%q is not shown among %q", want, texts)
		}
	}
	for range 3 { // redo has nothing to do and is no stop of Tab
		w.Canvas().FocusNext()
		kittest.Key(w.Canvas(), fyne.KeyReturn)
	}
	w.Canvas().FocusNext()
	kittest.Key(w.Canvas(), fyne.KeyReturn)
	if did != "visits search undo visits " {
		t.Errorf("did %q", did)
	}
}

func TestSheetDrawsWhatIsInSight(t *testing.T) {
	env, _ := kittest.Env()
	s := kit.NewSheet(env)
	drawn := map[int]float64{}
	var pages []int
	s.OnPage = func(p int) { pages = append(pages, p) }
	w := kittest.Window(t, env, s, 656+64, 500)
	s.SetSource(kit.PageSource{Pages: 40, Width: 656.0 / 96, Height: 800.0 / 96, Render: func(_ context.Context, p int, dpi float64) image.Image {
		drawn[p] = dpi
		return image.NewGray(image.Rect(0, 0, 2, 2))
	}})
	if len(drawn) != 1 || drawn[0] < 95 || drawn[0] > 97 || s.Zoom() != 1 {
		t.Errorf("drawn %v at zoom %v; only the first page is in sight", drawn, s.Zoom())
	}
	w.Canvas().Focus(s)
	kittest.Key(w.Canvas(), fyne.KeyEnd)
	if _, ok := drawn[39]; !ok || len(drawn) > 4 || s.Page() != 39 {
		t.Errorf("drawn %v, page %d", drawn, s.Page())
	}
	kittest.Key(w.Canvas(), fyne.KeyPageUp)
	kittest.Key(w.Canvas(), fyne.KeyHome)
	if fmt.Sprint(pages) != "[39 38 0]" {
		t.Errorf("reported pages %v", pages)
	}
	kittest.Type(w.Canvas(), "++")
	if z := s.Zoom(); z < 1.19 || z > 1.21 || drawn[0] < 114 {
		t.Errorf("zoom %v, drawn at %v", z, drawn[0])
	}
	kittest.Type(w.Canvas(), "0")
	if s.Zoom() != 1 {
		t.Errorf("zoom %v after fitting", s.Zoom())
	}
	s.SetZoom(99)
	if s.Zoom() != 4 {
		t.Errorf("zoom %v", s.Zoom())
	}
}

func TestSheetForgetsPagesOfAnOlderPaper(t *testing.T) {
	env, _ := kittest.Env()
	var waiting []func()
	env.Run = func(ctx context.Context, work func(context.Context), publish func()) {
		waiting = append(waiting, func() { kit.Straight(ctx, work, publish) })
	}
	s := kit.NewSheet(env)
	kittest.Window(t, env, s, 700, 500)
	var drawn []string
	source := func(name string) kit.PageSource {
		return kit.PageSource{Pages: 1, Width: 8, Height: 11, Render: func(ctx context.Context, _ int, _ float64) image.Image {
			drawn = append(drawn, fmt.Sprint(name, ctx.Err() != nil))
			return nil
		}}
	}
	s.SetSource(source("old"))
	s.SetSource(source("new"))
	for _, f := range waiting {
		f()
	}
	if got := strings.Join(drawn, " "); !strings.HasPrefix(got, "oldtrue") || !strings.HasSuffix(got, "newfalse") {
		t.Errorf("drawn %q: work for the old paper must find its context done", got)
	}
}

func TestEnvWithoutAnythingStillWorks(t *testing.T) {
	f := kit.NewTextField(nil, "Ghi chú")
	w := kittest.Window(t, nil, f, 300, 100)
	f.Focus()
	kittest.Type(w.Canvas(), "x")
	kittest.Shortcut(w.Canvas(), &fyne.ShortcutUndo{})
	kittest.Shortcut(w.Canvas(), &fyne.ShortcutUndo{})
	kittest.Shortcut(w.Canvas(), &fyne.ShortcutRedo{})
	if f.Value() != "x" {
		t.Errorf("value %q", f.Value())
	}
}

func TestThemeChangesAreSeenAtOnce(t *testing.T) {
	env, _ := kittest.Env()
	b := kit.NewButton(kit.Primary, "Áp dụng", nil)
	w := kittest.Window(t, env, kit.HBox(theme.Gap8, b), 300, 100)
	before := test.RenderObjectToMarkup(w.Content())
	small := b.MinSize()
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, theme.Percent150))
	if test.RenderObjectToMarkup(w.Content()) == before {
		t.Error("nothing changed with the theme")
	}
	if big := b.MinSize(); big.Height != 48 || big.Width <= small.Width {
		t.Errorf("size %v at 100 %%, %v at 150 %%", small, big)
	}
}
