package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

func TestTextIsCutAndNeverWidensTheWindow(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	title := strings.Repeat("Đoàn công tác huyện Thạch An ", 10)
	text := kit.NewText(kit.RolePage, title)
	if w := text.MinSize().Width; w > 24 {
		t.Errorf("a text asks for %v at least", w)
	}
	text.Resize(fyne.NewSize(200, 28))
	if !text.Cut() || text.Text() != title {
		t.Error("the long text is not cut, or has been lost")
	}
	shown := shownTexts(text)
	if len(shown) != 1 || !strings.HasSuffix(shown[0], "…") || !strings.HasPrefix(title, strings.TrimSuffix(shown[0], "…")) {
		t.Errorf("shown %q", shown)
	}
	text.Resize(fyne.NewSize(9000, 28))
	if text.Cut() {
		t.Error("cut although there is room")
	}
	if word := kit.NewWord(kit.RoleBody, "Nông Long Giang"); word.MinSize().Width < 80 {
		t.Error("a name may not be cut")
	}
}

func TestTextCutFitsAnyWidth(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	rapid.Check(t, func(r *rapid.T) {
		text := kit.NewText(kit.RoleBody, rapid.StringOfN(rapid.SampledFrom([]rune("aAĐđếẪ 1…i")), 0, 40, -1).Draw(r, "text"))
		width := rapid.Float32Range(12, 300).Draw(r, "width")
		text.Resize(fyne.NewSize(width, 18))
		for _, s := range shownTexts(text) {
			if got := fyne.MeasureText(s, 13, fyne.TextStyle{}).Width; got > width && s != "…" {
				r.Fatalf("%q is %v wide in %v", s, got, width)
			}
		}
	})
}

func TestRowSharesItsWidth(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	title := kit.NewText(kit.RoleBody, "Đoàn công tác huyện Thạch An làm việc tại huyện Đắk Glong")
	chip := kit.NewChip(kit.AccentTone, "Đang chuẩn bị")
	button := kit.NewButton(kit.Primary, "Thêm", nil)
	row := kit.HBox(theme.Gap8, title, chip, kit.Spacer(), button)

	row.Resize(fyne.NewSize(900, 32))
	if title.Cut() {
		t.Error("with room for all, the title is cut")
	}
	if right := button.Position().X + button.Size().Width; right != 900 {
		t.Errorf("the button ends at %v", right)
	}
	row.Resize(fyne.NewSize(350, 32))
	if !title.Cut() || chip.Size().Width != chip.MinSize().Width {
		t.Error("the title must give way, and the chip not")
	}
	if right := button.Position().X + button.Size().Width; right != 350 {
		t.Errorf("the button ends at %v", right)
	}
	chip.Hide()
	row.Layout.Layout(row.Objects, row.Size())
	if title.Position().X+title.Size().Width+8 > button.Position().X {
		t.Error("what is hidden still takes room")
	}
}

func TestColumnLearnsTheHeightOfWhatWraps(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	p := kit.NewParagraph(kit.RoleBody, strings.Repeat("chuyến công tác ", 20))
	below := kit.NewText(kit.RoleBody, "dưới")
	rest := kit.Grow(kit.NewText(kit.RoleBody, "còn lại"))
	column := kit.VBox(theme.Gap8, p, below, rest)
	column.Resize(fyne.NewSize(200, 400))
	if p.MinSize().Height < 5*18 || below.Position().Y != p.MinSize().Height+8 {
		t.Errorf("paragraph %v high, the next stands at %v", p.MinSize().Height, below.Position().Y)
	}
	if bottom := rest.Position().Y + rest.Size().Height; bottom != 400 {
		t.Errorf("what grows ends at %v", bottom)
	}
	if column.MinSize().Height < p.MinSize().Height {
		t.Error("the column asks for less than its paragraph")
	}
}

func TestParagraphLosesNoWord(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	rapid.Check(t, func(r *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "đoàn", "công", "tác", "Nghị-định-30/2020/NĐ-CP"}), 1, 30).Draw(r, "words")
		p := kit.NewParagraph(kit.RoleBody, strings.Join(words, " "))
		p.Resize(fyne.NewSize(rapid.Float32Range(1, 300).Draw(r, "width"), 100))
		if got := strings.Join(shownTexts(p), " "); got != strings.Join(words, " ") {
			r.Fatalf("shown %q, want %q", got, strings.Join(words, " "))
		}
	})
}

func TestColumnsKeepTheirShares(t *testing.T) {
	kittest.App(t, theme.Light, theme.Percent100)
	a, b := kit.NewText(kit.RoleBody, "một"), kit.NewText(kit.RoleBody, strings.Repeat("dài ", 50))
	form := kit.Columns(theme.Gap24, []float32{3, 1}, a, b)
	form.Resize(fyne.NewSize(424, 100))
	if a.Size().Width != 300 || b.Size().Width != 100 {
		t.Errorf("shares %v and %v", a.Size().Width, b.Size().Width)
	}
}

// onWholeUnits fails unless all fields below an object begin and end on whole units.
func onWholeUnits(t *testing.T, root fyne.CanvasObject) {
	t.Helper()
	whole := func(v float32) bool { return v == float32(int(v)) }
	fields := 0
	for _, o := range test.LaidOutObjects(root) {
		switch o.(type) {
		case *kit.TextField, *kit.TextArea:
			fields++
			at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
			if !whole(at.X) || !whole(at.Y) || !whole(size.Width) || !whole(size.Height) {
				t.Errorf("a field stands at %v, %v large", at, size)
			}
		}
	}
	if fields == 0 {
		t.Error("there are no fields")
	}
}

func TestFieldsStandOnWholeUnits(t *testing.T) {
	env, _ := kittest.Env()
	field := func() fyne.CanvasObject { return kit.NewTextField(env, "Mục") }
	area := func() fyne.CanvasObject { return kit.NewTextArea(env, "Ghi chú", 3) }
	form := func() fyne.CanvasObject {
		return kit.Form(
			kit.FormRow(field(), field(), field()), kit.Columns(theme.Gap8, []float32{3, 7, 2}, field(), field(), field()),
			kit.HBox(theme.Gap8, kit.NewTipText(kit.RoleBody, "Một dòng"), kit.Grow(field()), kit.GrowBy(2, field())),
			kit.FormRow(field(), area()), field(), area(), kit.Grow(field()), kit.GrowBy(2, area()), field())
	}
	split := kit.Split(form(), kit.SidePanel(form()), 0.337)
	w := kittest.Window(t, env, kit.PadSides(theme.Gap8, theme.Gap4, theme.Gap12, theme.Gap4, split), 1100, 641)
	for width := float32(1100); width < 1110; width++ {
		w.Resize(fyne.NewSize(width, 641))
		onWholeUnits(t, w.Canvas().Content())
	}
}
