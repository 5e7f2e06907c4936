package kit_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

// What is scrolled out of sight is not there for the mouse: a click on what lies over it reaches that.
func TestAClickGoesToWhatIsSeen(t *testing.T) {
	env, _ := kittest.Env()
	for _, text := range []string{"ngắn", strings.Repeat("một dòng dài ", 30)} {
		var rows []fyne.CanvasObject
		var fields []*kit.TextField
		for range 12 {
			f := kit.NewTextField(env, "")
			f.SetValue(text)
			rows, fields = append(rows, f), append(fields, f)
		}
		scroll := kit.Scrolling(kit.VBox(theme.Gap8, rows...))
		tapped := 0
		button := kit.NewButton(kit.Primary, "Tab", func() { tapped++ })
		w := kittest.Window(t, env, container.NewBorder(button, nil, nil, nil, scroll), 300, 200)
		for _, offset := range []float32{fields[0].Size().Height / 2, fields[0].Size().Height, 90} {
			scroll.ScrollToOffset(fyne.NewPos(0, offset))
			before := tapped
			for y := range int(button.Size().Height) {
				test.TapCanvas(w.Canvas(), fyne.NewPos(40, float32(y)))
			}
			if got := tapped - before; got != int(button.Size().Height) {
				t.Errorf("scrolled by %g, %d of %g clicks reached the button above the field", offset, got, button.Size().Height)
			}
		}
	}
}

// clickAt presses the mouse on a field, from its left edge.
func clickAt(f *kit.TextField, x float32) {
	at := fyne.NewPos(x, 2)
	f.FocusTarget().(desktop.Mouseable).MouseDown(&desktop.MouseEvent{
		PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary,
	})
}

func TestTheCursorGoesWhereTheMouseClicks(t *testing.T) {
	d := newDesk(t)
	text := strings.Repeat("một dòng dài ", 30) + "hết"
	d.field.SetValue(text)
	clickAt(d.field, 0)
	kittest.Type(d.canvas, "«")
	if got := d.field.Text(); got != "«"+text {
		t.Errorf("typed at the beginning: %.20q", got)
	}
	kittest.Key(d.canvas, fyne.KeyEnd) // the text moves to the left
	clickAt(d.field, 399)
	kittest.Type(d.canvas, "»")
	if got := d.field.Text(); got != "«"+text+"»" {
		t.Errorf("typed at the end: %q", got[len(got)-20:])
	}
}

func TestThePlaceholderStandsOnTheLine(t *testing.T) {
	env, _ := kittest.Env()
	f := kit.NewTextField(env, "")
	f.SetPlaceholder("Gõ rồi nhấn Enter")
	w := kittest.Window(t, env, kit.VBox(theme.Gap0, f), 300, 60)
	var placeholder, typed float32
	baseline := func() float32 {
		var y float32
		test.RenderToMarkup(w.Canvas())
		walkTexts(w.Canvas().Content(), fyne.Position{}, func(at fyne.Position) { y = at.Y })
		return y
	}
	placeholder = baseline()
	f.SetValue("chữ")
	typed = baseline()
	if placeholder != typed {
		t.Errorf("the placeholder stands at %g, typed text at %g", placeholder, typed)
	}
}

// walkTexts calls f with the place of each text that says something.
func walkTexts(o fyne.CanvasObject, at fyne.Position, f func(fyne.Position)) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text != "" {
			f(at)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			walkTexts(child, at, f)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walkTexts(child, at, f)
		}
	}
}

func TestCtrlEndGoesToTheEndOfTheText(t *testing.T) {
	env, _ := kittest.Env()
	a := kit.NewTextArea(env, "", 3)
	a.SetValue("một\nhai\nba")
	c := kittest.Window(t, env, a, 400, 200).Canvas()
	a.Focus()
	kittest.Shortcut(c, &desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault})
	kittest.Type(c, "«")
	kittest.Shortcut(c, &desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault})
	kittest.Type(c, "»")
	if a.Text() != "«một\nhai\nba»" {
		t.Errorf("text %q", a.Text())
	}
}

// A list shows by figure spaces what stands under what; the field shows the words.
func TestTheFieldShowsNoIndent(t *testing.T) {
	env, _ := kittest.Env()
	s := kit.NewSelect(env, "", []kit.Choice{{ID: "a", Title: "Ngân sách"}, {ID: "b", Title: "\u2007\u2007Ngân sách huyện"}})
	s.SetValue("b")
	if s.Text() != "Ngân sách huyện" || s.Value() != "b" {
		t.Errorf("text %q", s.Text())
	}
}

func TestATooltipGoesWithItsPage(t *testing.T) {
	env, clock := kittest.Env()
	button := kit.NewButton(kit.Plain, "Mở", nil).WithTip("Mở chuyến")
	shell := kit.NewShell(kit.NewRail("N", "H", nil, nil), kit.Gap(theme.Gap8), button)
	w := kittest.Window(t, env, shell.Object(), 900, 400)
	button.MouseIn(&desktop.MouseEvent{})
	clock.Advance(time.Second)
	shown := func() bool { return strings.Contains(test.RenderToMarkup(w.Canvas()), "Mở chuyến") }
	if !shown() {
		t.Fatal("no tooltip")
	}
	shell.SetPage(kit.NewText(kit.RoleBody, "Khác"))
	if shown() {
		t.Error("the tooltip stands over the next page")
	}
}
