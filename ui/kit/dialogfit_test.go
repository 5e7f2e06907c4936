package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

func TestAHighDialogKeepsItsButtonsInSight(t *testing.T) {
	env, _ := kittest.Env()
	for _, height := range []float32{300, 900} {
		w := kittest.Window(t, env, kit.Spacer(), 700, height)
		form := kit.Form()
		for range 10 {
			form.Add(kit.NewTextField(env, "Tên"))
		}
		d := kit.ShowDialog(env, w, kit.Spec{
			Title: "Thêm", Content: kit.FitDialog(w, form), Primary: kit.Action{Label: "Tạo", Kind: kit.Primary},
		})
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.Primary())
		if bottom := at.Y + d.Primary().Size().Height; bottom > height-theme.Size(theme.Gap24) {
			t.Errorf("in a window %v high the button ends at %v", height, bottom)
		}
		before := form.Size().Height
		form.Add(kit.NewTextField(env, "Một trường nữa"))
		d.Relayout()
		if form.Size().Height <= before {
			t.Errorf("in a window %v high a further field found no room", height)
		}
		d.Close()
	}
}

func TestAChipButtonIsPressedByKeyAndMouse(t *testing.T) {
	env, _ := kittest.Env()
	pressed := 0
	b := kit.NewChipButton(kit.Neutral, "Ý tưởng", func() { pressed++ })
	w := kittest.Window(t, env, kit.HBox(theme.Gap8, b, kit.NewLink("xem", nil).Small().In(theme.Amber)), 300, 60)
	w.Canvas().Focus(b)
	kittest.Key(w.Canvas(), fyne.KeyReturn)
	kittest.Type(w.Canvas(), " ")
	b.Tapped(nil)
	if pressed != 3 {
		t.Errorf("pressed %d times", pressed)
	}
	narrow := b.MinSize().Width
	b.Set(kit.GreenTone, "Đã lập kế hoạch")
	if b.Text() != "Đã lập kế hoạch" || b.MinSize().Width <= narrow {
		t.Errorf("says %q in %v", b.Text(), b.MinSize().Width)
	}
}
