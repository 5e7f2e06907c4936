package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

type dialogDesk struct {
	env   *kit.Env
	win   fyne.Window
	field *kit.TextField
	open  *kit.Dialog
	did   []string
	held  bool // the primary action refuses to close
}

func newDialogDesk(t *testing.T, content fyne.CanvasObject) *dialogDesk {
	d := &dialogDesk{}
	d.env, _ = kittest.Env()
	d.field = kit.NewTextField(d.env, "Tên")
	d.field.OnCommit = func(v string) { d.did = append(d.did, "keep "+v) }
	if content == nil {
		content = d.field
	}
	d.win = kittest.Window(t, d.env, kit.NewButton(kit.Secondary, "trang", nil), 800, 600)
	d.open = kit.ShowDialog(d.env, d.win, kit.Spec{
		Title: "Thêm đại biểu", Content: content,
		Cancel: kit.Action{Label: "Hủy", Do: func() bool {
			d.did = append(d.did, "cancel")
			return true
		}},
		Primary: kit.Action{Label: "Thêm", Do: func() bool {
			d.did = append(d.did, "add")
			return !d.held
		}},
		OnClose: func() { d.did = append(d.did, "closed") },
	})
	return d
}

func (d *dialogDesk) expect(t *testing.T, want string) {
	t.Helper()
	if got := strings.Join(d.did, "; "); got != want {
		t.Errorf("did %q, want %q", got, want)
	}
}

func TestDialogEnterKeepsTheFieldAndActs(t *testing.T) {
	d := newDialogDesk(t, nil)
	kittest.Type(d.win.Canvas(), "Đại biểu 01") // the first field has the keyboard
	kittest.Key(d.win.Canvas(), fyne.KeyReturn)
	d.expect(t, "keep Đại biểu 01; add; closed")
	if kit.HasDialog(d.win.Canvas()) {
		t.Error("the dialog is still there")
	}
}

func TestDialogEscapeCancelsWithoutKeeping(t *testing.T) {
	d := newDialogDesk(t, nil)
	kittest.Type(d.win.Canvas(), "Đại biểu 01")
	kittest.Key(d.win.Canvas(), fyne.KeyEscape)
	d.expect(t, "cancel; closed")
}

func TestDialogEscapeFromAButtonAndFromNowhere(t *testing.T) {
	d := newDialogDesk(t, nil)
	d.win.Canvas().FocusNext()
	kittest.Key(d.win.Canvas(), fyne.KeyEscape)
	d.expect(t, "cancel; closed")

	d = newDialogDesk(t, nil)
	d.win.Canvas().Unfocus()
	kittest.Key(d.win.Canvas(), fyne.KeyEscape)
	d.expect(t, "cancel; closed")
}

func TestDialogStaysWhenTheActionSaysSo(t *testing.T) {
	d := newDialogDesk(t, nil)
	d.held = true
	kittest.Key(d.win.Canvas(), fyne.KeyReturn)
	d.expect(t, "add")
	d.open.Primary().Disable()
	kittest.Key(d.win.Canvas(), fyne.KeyReturn)
	d.expect(t, "add")
	d.open.Close()
	d.open.Close()
	d.expect(t, "add; closed")
}

func TestDialogWithoutFieldsFocusesThePrimaryButton(t *testing.T) {
	d := newDialogDesk(t, kit.NewParagraph(kit.RoleBody, "Ba đại biểu vào thùng rác."))
	if d.win.Canvas().Focused() != fyne.Focusable(d.open.Primary()) {
		t.Errorf("the keyboard is on %T", d.win.Canvas().Focused())
	}
	kittest.Key(d.win.Canvas(), fyne.KeyReturn)
	d.expect(t, "add; closed")
}

func TestDialogGivesTheKeysOfTheWindowBack(t *testing.T) {
	env, _ := kittest.Env()
	w := kittest.Window(t, env, kit.NewText(kit.RoleBody, "trang"), 600, 400)
	keys := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { keys++ })
	first := kit.Inform(env, w, "Một", "Một câu.", "Đóng")
	second := kit.Confirm(env, w, "Hai", "Hai câu.", "Để lại", "Xóa", true, func() {})
	kittest.Key(w.Canvas(), fyne.KeyEscape)
	if !kit.HasDialog(w.Canvas()) {
		t.Fatal("Escape closed both dialogs")
	}
	kittest.Key(w.Canvas(), fyne.KeyEscape)
	kittest.Key(w.Canvas(), fyne.KeyF1)
	if keys != 1 || kit.HasDialog(w.Canvas()) {
		t.Errorf("the window heard %d keys", keys)
	}
	first.Close()
	second.Close()
}

func TestDialogNeverGrowsBeyondTheWindow(t *testing.T) {
	env, _ := kittest.Env()
	w := kittest.Window(t, env, kit.NewText(kit.RoleBody, "trang"), 300, 200)
	long := kit.NewParagraph(kit.RoleBody, strings.Repeat("một câu dài ", 100))
	kit.ShowDialog(env, w, kit.Spec{
		Title: "Dài", Content: kit.Scrolling(long), Width: theme.DialogForm, Primary: kit.Action{Label: "Đóng"},
	})
	if size := w.Canvas().Size(); size.Width != 300 || size.Height != 200 {
		t.Errorf("window %v", size)
	}
	if texts := shownTexts(w.Canvas().Overlays().Top()); !contains(texts, "Đóng") {
		t.Errorf("shown %q", texts)
	}
}

func TestPickerInADialogClosesItsListFirst(t *testing.T) {
	env, _ := kittest.Env()
	w := kittest.Window(t, env, kit.NewText(kit.RoleBody, "trang"), 800, 600)
	p := kit.NewPicker(env, "Người", someone)
	kit.ShowDialog(env, w, kit.Spec{Title: "Chọn", Content: p, Primary: kit.Action{Label: "Chọn"}})
	kittest.Type(w.Canvas(), "biểu 0")
	if top := w.Canvas().Overlays().Top(); !contains(shownTexts(top), "Đại biểu 03") {
		t.Fatalf("the list is not shown on the dialog: %q", shownTexts(top))
	}
	kittest.Key(w.Canvas(), fyne.KeyEscape)
	if !kit.HasDialog(w.Canvas()) {
		t.Fatal("Escape closed the dialog and not the list")
	}
	kittest.Key(w.Canvas(), fyne.KeyEscape)
	if kit.HasDialog(w.Canvas()) {
		t.Error("the second Escape must close the dialog")
	}
}
