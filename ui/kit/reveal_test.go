package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

// inSight fails unless an object stands whole within the height of the window.
func inSight(t *testing.T, w fyne.Window, o fyne.CanvasObject, what string) {
	t.Helper()
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	if top < 0 || top+o.Size().Height > w.Canvas().Size().Height {
		t.Errorf("%s stands from %g to %g in a window of %g", what, top, top+o.Size().Height, w.Canvas().Size().Height)
	}
}

func TestTabScrollsFieldsIntoSight(t *testing.T) {
	env, _ := kittest.Env()
	var fields []*kit.TextField
	var rows []fyne.CanvasObject
	for range 12 {
		f := kit.NewTextField(env, "Mục")
		fields, rows = append(fields, f), append(rows, f)
	}
	last := kit.NewButton(kit.Secondary, "Xong", nil)
	scroll := kit.Scrolling(kit.Pad(theme.Gap12, kit.VBox(theme.Gap8, append(rows, last)...)))
	split := container.NewHSplit(kit.On(theme.Paper, scroll), kit.Gap(theme.Gap8))
	w := kittest.Window(t, env, split, 400, 200)
	for _, f := range fields {
		w.Canvas().FocusNext()
		if w.Canvas().Focused() != f.FocusTarget() {
			t.Fatal("Tab has left the order of the fields")
		}
		inSight(t, w, f, "the field with the cursor")
	}
	w.Canvas().FocusNext()
	inSight(t, w, last, "the button")
	fields[0].Focus()
	inSight(t, w, fields[0], "the first field")
	at := scroll.Offset
	fields[1].Focus()
	if scroll.Offset != at {
		t.Error("the page moved although the field was in sight")
	}
}

func TestRowsOfAGridOnAScrolledPageComeIntoSight(t *testing.T) {
	env, _ := kittest.Env()
	g := kit.NewGrid(env, func(s string) string { return s },
		kit.Column[string]{ID: "a", Title: "A", Width: 100, Text: func(s string) string { return s }})
	g.SetFit()
	var rows []string
	for r := 'a'; r < 'q'; r++ {
		rows = append(rows, string(r))
	}
	g.SetRows(rows)
	scroll := kit.Scrolling(kit.VBox(theme.Gap8, g))
	w := kittest.Window(t, env, scroll, 300, 160)
	g.Focus()
	kittest.Key(w.Canvas(), fyne.KeyEnd)
	if end := scroll.Offset.Y + scroll.Size().Height; end < g.Size().Height {
		t.Errorf("the page shows down to %g, the last row ends at %g", end, g.Size().Height)
	}
	kittest.Key(w.Canvas(), fyne.KeyHome)
	if scroll.Offset.Y > theme.Size(theme.TableHead) {
		t.Errorf("the first row lies above the edge: %g", scroll.Offset.Y)
	}
}

func TestALinkInACardComesIntoSight(t *testing.T) {
	env, _ := kittest.Env()
	link := kit.NewLink("Thiếu địa điểm", nil)
	card := kit.NewCard(kit.VBox(theme.Gap24, kit.Gap(theme.Gap24), kit.Gap(theme.Gap24), kit.Gap(theme.Gap24), link), nil)
	w := kittest.Window(t, env, kit.Scrolling(kit.VBox(theme.Gap0, card, kit.NewButton(kit.Plain, "x", nil))), 300, 100)
	w.Canvas().FocusNext()
	w.Canvas().FocusNext()
	inSight(t, w, link, "the link")
}
