package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
)

// duoGrid is a grid with one column of two texts.
func duoGrid(env *kit.Env) *kit.Grid[string] {
	return kit.NewGrid(env, func(r string) string { return r }, kit.Column[string]{
		ID: "a", Grow: true, Width: 60, Create: func() fyne.CanvasObject { return kit.Grow(kit.NewDuo()) },
		Update: func(cell fyne.CanvasObject, r string) {
			text, word, _ := strings.Cut(r, "|")
			cell.(*fyne.Container).Objects[0].(*kit.Duo).Set(text, kit.CellStyle{}, word, kit.CellStyle{Bold: true})
		},
	})
}

func TestDuoGivesTheTextWhatTheWordLeaves(t *testing.T) {
	env, clock := kittest.Env()
	g := duoGrid(env)
	g.HideHead()
	w := kittest.Window(t, env, g, 200, 100)
	g.SetRows([]string{"Phó Bí thư Thường trực Huyện ủy|Trưởng đoàn", "ngắn|"})
	markup := test.RenderToMarkup(w.Canvas())
	if !strings.Contains(markup, "Trưởng đoàn") || strings.Contains(markup, "Thường trực Huyện ủy") || !strings.Contains(markup, "…") {
		t.Error("the word is not whole, or the text is not cut")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 10))
	clock.Advance(kit.RestTime)
	if !strings.Contains(test.RenderToMarkup(w.Canvas()), "Phó Bí thư Thường trực Huyện ủy") {
		t.Error("no tooltip says what is cut")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 40))
	clock.Advance(kit.RestTime)
	if strings.Contains(test.RenderToMarkup(w.Canvas()), "Phó Bí thư Thường trực Huyện ủy") {
		t.Error("the tooltip stays")
	}
}
