package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

func TestRowMiddleFollowsTheScrolling(t *testing.T) {
	env, _ := kittest.Env()
	g := kit.NewGrid(env, func(r string) string { return r }, kit.Column[string]{ID: "a", Grow: true, Text: func(r string) string { return r }})
	g.SetRowHeight(theme.RowPeople)
	g.HideHead()
	var rows []string
	for r := 'a'; r <= 'z'; r++ {
		rows = append(rows, string(r))
	}
	scrolled := 0
	g.SetOnScroll(func() { scrolled++ })
	w := kittest.Window(t, env, g, 200, 100)
	g.SetRows(rows)
	row := theme.Size(theme.RowPeople)
	if y, seen := g.RowMiddle("b"); y != row*1.5 || !seen {
		t.Errorf("b stands at %v, %v", y, seen)
	}
	if _, seen := g.RowMiddle("z"); seen {
		t.Error("z is in sight")
	}
	if _, seen := g.RowMiddle("none"); seen {
		t.Error("what is not there is in sight")
	}
	if h := g.WholeHeight(); h != row*26 {
		t.Errorf("all rows need %v", h)
	}
	w.Canvas().Focus(g)
	kittest.Key(w.Canvas(), fyne.KeyEnd)
	if y, seen := g.RowMiddle("z"); !seen || y > 100 {
		t.Errorf("at the end z stands at %v, %v", y, seen)
	}
	test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, 40)
	if _, seen := g.RowMiddle("z"); seen || scrolled == 0 {
		t.Errorf("after the wheel z is in sight: %v; scrolled %d times", seen, scrolled)
	}
}
