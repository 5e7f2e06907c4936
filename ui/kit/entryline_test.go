package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
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
