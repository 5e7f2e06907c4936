package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

func TestMenuByKeyAndMouse(t *testing.T) {
	env, _ := kittest.Env()
	b := kit.NewButton(kit.Secondary, "Trạng thái", nil)
	w := kittest.Window(t, env, kit.VBox(theme.Gap8, b, kit.Spacer()), 400, 300)
	var did []string
	item := func(label string) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { did = append(did, label) })
	}
	off := item("tắt")
	off.Disabled = true
	show := func() {
		kit.ShowMenu(b, fyne.NewPos(20, 40), off, item("một"), fyne.NewMenuItemSeparator(), item("hai"))
	}
	w.Canvas().Focus(b)
	for _, keys := range [][]fyne.KeyName{
		{fyne.KeyReturn},
		{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn},
		{fyne.KeyEnd, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn},
		{fyne.KeyDown, fyne.KeyEscape},
	} {
		show()
		for _, k := range keys {
			kittest.Key(w.Canvas(), k)
		}
		if w.Canvas().Focused() != fyne.Focusable(b) {
			t.Fatalf("after %v the keyboard is on %T", keys, w.Canvas().Focused())
		}
	}
	if got := strings.Join(did, " "); got != "một hai một" {
		t.Errorf("did %q", got)
	}

	did = nil
	show()
	test.TapCanvas(w.Canvas(), fyne.NewPos(30, 40+4+28+10)) // the second line
	if got := strings.Join(did, " "); got != "một" {
		t.Errorf("clicked %q", got)
	}
	show()
	test.TapCanvas(w.Canvas(), fyne.NewPos(390, 290))
	if contains(shownTexts(w.Content()), "hai") || len(did) != 1 {
		t.Error("a click beside the menu must only close it")
	}
	show()
	w.Canvas().Unfocus()
	if contains(shownTexts(w.Content()), "hai") {
		t.Error("the menu stays although the keyboard has gone")
	}
}

func TestTheTextIsMarkedAfterTabButNotWhenTheWindowComesBack(t *testing.T) {
	d := newDesk(t)
	d.field.SetValue("cũ")
	entry := d.field.FocusTarget()
	type keyable interface{ KeyUp(*fyne.KeyEvent) }

	entry.FocusGained() // as when the window gets the keyboard back
	entry.TypedRune('!')
	if !strings.Contains(d.field.Text(), "cũ") {
		t.Fatalf("text %q: coming back to the window replaced it", d.field.Text())
	}
	d.field.SetValue("cũ")
	d.canvas.Unfocus()
	d.field.SetValue("cũ")
	d.canvas.FocusNext()
	d.canvas.Focused().(keyable).KeyUp(&fyne.KeyEvent{Name: fyne.KeyTab})
	kittest.Type(d.canvas, "mới")
	if d.field.Text() != "mới" {
		t.Errorf("text %q: after Tab typing must replace", d.field.Text())
	}
}

func TestLettersTypedIntoAFieldAreNoKeysOfTheWindow(t *testing.T) {
	d := newDesk(t)
	var keys []fyne.KeyName
	d.canvas.SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	d.field.Focus()
	for _, k := range []fyne.KeyName{fyne.KeyF, fyne.KeySpace, fyne.KeyN, "LeftShift", fyne.KeyF1, fyne.KeyF12, fyne.KeyEscape} {
		kittest.Key(d.canvas, k)
	}
	if len(keys) != 3 {
		t.Errorf("the window heard %v", keys)
	}
}
