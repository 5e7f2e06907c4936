package page_test

import (
	"cmp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/theme"
)

// list shows a list of three words that is remembered as "words", sorted by
// default from the end.
func list(f *pagetest.Fixture) *kit.Grid[string] {
	g := kit.NewGrid(f.Kit, func(s string) string { return s }, kit.Column[string]{
		ID: "word", Title: "Từ", Width: 80, Text: func(s string) string { return s }, Compare: cmp.Compare[string],
	}, kit.Column[string]{ID: "rest", Title: "Khác", Grow: true, Text: func(string) string { return "x" }})
	page.Remember(f.Host, g, "words", page.Sorting{Column: "word", Descending: true})
	g.SetRows([]string{"b", "c", "a"})
	f.Window.Canvas().Content().(*kit.Layer).SetContent(g)
	return g
}

func TestAListIsRemembered(t *testing.T) {
	f := pagetest.New(t)
	g := list(f)
	order := func(g *kit.Grid[string]) string { return strings.Join(g.Rows(), "") }
	if order(g) != "cba" {
		t.Errorf("a list that was never sorted is %s", order(g))
	}
	g.Focus()
	f.Window.Canvas().FocusNext() // the head
	f.Key(fyne.KeyReturn)         // sorted from the end, then not at all
	f.Key(fyne.KeyReturn)         // and then from the beginning
	for range 5 {
		f.Type("+")
	}
	f.Window.Canvas().Unfocus()
	g.Unselect()
	sorted, drawn := order(g), test.RenderToMarkup(f.Window.Canvas())
	if sorted == "cba" {
		t.Fatal("Enter on the head does not sort")
	}
	again := list(f)
	if order(again) != sorted {
		t.Errorf("the list is sorted as %s instead of %s", order(again), sorted)
	}
	if test.RenderToMarkup(f.Window.Canvas()) != drawn {
		t.Error("the columns are not as wide as before")
	}
	other := kit.NewGrid(f.Kit, func(s string) string { return s })
	page.Remember(f.Host, other, "others", page.Sorting{})
	if f.Desk.Setting("others.sort") != "" || f.Desk.Setting("words.sort") != "word" {
		t.Errorf("kept are %q and %q", f.Desk.Setting("others.sort"), f.Desk.Setting("words.sort"))
	}
}

func TestATickIsRemembered(t *testing.T) {
	f := pagetest.New(t)
	heard := []bool{}
	tick := func(name string) *kit.CheckBox {
		c := kit.NewCheckBox("Chỉ việc còn mở", nil)
		c.SetChecked(true)
		page.RememberTick(f.Host, c, name, func(on bool) { heard = append(heard, on) })
		return c
	}
	c := tick("open")
	f.Window.Canvas().Content().(*kit.Layer).SetContent(kit.VBox(theme.Gap8, c))
	test.Tap(c)
	if len(heard) != 1 || heard[0] {
		t.Errorf("heard %v", heard)
	}
	if tick("open").Checked() || !tick("another").Checked() {
		t.Error("the tick does not stand as it was left, or another one does")
	}
	test.Tap(c)
	if !tick("open").Checked() {
		t.Error("a tick that was set again is not remembered")
	}
}
