package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

func TestACutTextSaysItselfWholeInAnyColour(t *testing.T) {
	env, clock := kittest.Env()
	text := kit.NewTipText(kit.RoleBody, "Một câu dài hơn chỗ của nó").In(theme.Amber).Aligned(fyne.TextAlignTrailing)
	w := kittest.Window(t, env, kit.Columns(theme.Gap8, []float32{1, 9}, text, kit.Gap(theme.Gap8)), 300, 200)
	text.MouseIn(&desktop.MouseEvent{})
	clock.Advance(1e9)
	if texts := shownTexts(w.Content()); !contains(texts, text.Text.Text()) {
		t.Errorf("no tooltip says the text: %q", texts)
	}
}
