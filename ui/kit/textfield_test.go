package kit_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/theme"
)

// desk is a field on a page with a button beside it, and what came out of it.
type desk struct {
	clock  *kittest.Clock
	env    *kit.Env
	field  *kit.TextField
	button *kit.Button
	canvas fyne.Canvas
	heard  []string
	undone int
	redone int
}

func newDesk(t *testing.T) *desk {
	d := &desk{}
	d.env, d.clock = kittest.Env()
	d.env.OnUndo = func() { d.undone++ }
	d.env.OnRedo = func() { d.redone++ }
	d.field = kit.NewTextField(d.env, "Mục đích")
	d.field.OnCommit = func(v string) { d.heard = append(d.heard, v) }
	d.button = kit.NewButton(kit.Secondary, "Xong", nil)
	w := kittest.Window(t, d.env, kit.VBox(theme.Gap8, d.field, d.button), 400, 300)
	d.canvas = w.Canvas()
	return d
}

func (d *desk) expect(t *testing.T, want ...string) {
	t.Helper()
	if got := strings.Join(d.heard, "|"); got != strings.Join(want, "|") {
		t.Errorf("committed %q, want %q", d.heard, want)
	}
}

func TestFieldIsSilentWhileTypingAndCommitsWhenLeft(t *testing.T) {
	d := newDesk(t)
	d.field.Focus()
	kittest.Type(d.canvas, "học tập")
	d.expect(t)
	d.canvas.FocusNext()
	d.expect(t, "học tập")
	d.canvas.FocusPrevious()
	d.canvas.FocusNext()
	d.expect(t, "học tập")
}

func TestFieldCommitsOnEnterAndAfterASecondOfRest(t *testing.T) {
	d := newDesk(t)
	entered := 0
	d.field.OnEnter = func() { entered++ }
	d.field.Focus()
	kittest.Type(d.canvas, "a")
	kittest.Key(d.canvas, fyne.KeyReturn)
	d.expect(t, "a")
	if entered != 1 {
		t.Errorf("OnEnter called %d times", entered)
	}
	kittest.Type(d.canvas, "b")
	d.clock.Advance(900 * time.Millisecond)
	kittest.Type(d.canvas, "c")
	d.clock.Advance(900 * time.Millisecond)
	d.expect(t, "a")
	d.clock.Advance(100 * time.Millisecond)
	d.expect(t, "a", "abc")
	d.clock.Advance(time.Minute)
	d.expect(t, "a", "abc")
}

func TestFieldIsLeftWhenAButtonIsClicked(t *testing.T) {
	d := newDesk(t)
	var atTap []string
	d.button.SetOnTap(func() { atTap = append(atTap, d.heard...) })
	d.field.Focus()
	kittest.Type(d.canvas, "gửi")
	d.button.Tapped(&fyne.PointEvent{})
	if len(atTap) != 1 || atTap[0] != "gửi" {
		t.Errorf("when the button acted, only %q had been committed", atTap)
	}
}

func TestFieldCommitsNFC(t *testing.T) {
	d := newDesk(t)
	d.field.Focus()
	kittest.Type(d.canvas, "Đa\u0306\u0301k") // typed as base letter and marks
	d.canvas.FocusNext()
	d.expect(t, "Đắk")
}

func TestSetValueIsSilentAndDoesNotDisturbTyping(t *testing.T) {
	d := newDesk(t)
	d.field.SetValue("cũ")
	d.expect(t)
	d.field.Focus()
	kittest.Type(d.canvas, "mới")
	d.field.SetValue("từ nơi khác")
	if got := d.field.Text(); got != "mới" {
		t.Errorf("text = %q: the typing was overwritten", got)
	}
	d.canvas.FocusNext()
	d.expect(t, "mới")
	d.field.SetValue("từ nơi khác")
	if got := d.field.Text(); got != "từ nơi khác" {
		t.Errorf("text = %q after SetValue", got)
	}
}

func TestUndoFirstReturnsToTheValueTheCursorCameInTo(t *testing.T) {
	d := newDesk(t)
	d.field.SetValue("tiếng Anh")
	d.field.Focus()
	kittest.Type(d.canvas, "tiếng Việt")
	d.clock.Advance(time.Second) // committed by rest, and the page answers
	d.field.SetValue("tiếng Việt")
	d.expect(t, "tiếng Việt")

	kittest.Shortcut(d.canvas, &fyne.ShortcutUndo{})
	if got := d.field.Text(); got != "tiếng Anh" || d.undone != 0 {
		t.Fatalf("first undo: text %q, program undone %d times", got, d.undone)
	}
	d.expect(t, "tiếng Việt", "tiếng Anh")

	kittest.Shortcut(d.canvas, &fyne.ShortcutUndo{})
	if d.undone != 1 {
		t.Errorf("second undo must reach the program, got %d", d.undone)
	}
}

func TestRedoBringsBackWhatUndoTook(t *testing.T) {
	redo := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	d := newDesk(t)
	d.field.SetValue("một")
	d.field.Focus()
	kittest.Type(d.canvas, "hai")
	kittest.Shortcut(d.canvas, &fyne.ShortcutUndo{})
	kittest.Shortcut(d.canvas, redo)
	if got := d.field.Text(); got != "hai" || d.redone != 0 {
		t.Fatalf("redo: text %q, program redone %d times", got, d.redone)
	}
	kittest.Shortcut(d.canvas, &fyne.ShortcutRedo{})
	if d.redone != 1 {
		t.Errorf("redo without anything of its own must reach the program, got %d", d.redone)
	}
}

// What was undone last comes again first, also where the program undid something in this very field.
func TestRedoGoesBackTheWayUndoCame(t *testing.T) {
	d := newDesk(t)
	shown := []string{"không", "một"} // by the program after each undo and redo
	d.env.OnUndo = func() { d.undone++; d.field.SetValue(shown[0]) }
	d.env.OnRedo = func() { d.redone++; d.field.SetValue(shown[1]) }
	d.field.SetValue("một")
	d.field.Focus()
	kittest.Type(d.canvas, "hai")
	d.clock.Advance(time.Second)
	kittest.Shortcut(d.canvas, &fyne.ShortcutUndo{})
	kittest.Shortcut(d.canvas, &fyne.ShortcutUndo{})
	if d.undone != 1 || d.field.Text() != "không" {
		t.Fatalf("the program undid %d times, the field says %q", d.undone, d.field.Text())
	}
	kittest.Shortcut(d.canvas, &fyne.ShortcutRedo{})
	if d.redone != 1 || d.field.Text() != "một" {
		t.Fatalf("first redo: the program redid %d times, the field says %q", d.redone, d.field.Text())
	}
	kittest.Shortcut(d.canvas, &fyne.ShortcutRedo{})
	if d.redone != 1 || d.field.Text() != "hai" {
		t.Errorf("second redo: the program redid %d times, the field says %q", d.redone, d.field.Text())
	}
	d.expect(t, "hai", "một", "hai")
}

func TestEscapeReturnsThenGoesToTheWindow(t *testing.T) {
	d := newDesk(t)
	passed := 0
	d.canvas.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyEscape {
			passed++
		}
	})
	d.field.SetValue("cũ")
	d.field.Focus()
	kittest.Type(d.canvas, "mới")
	kittest.Key(d.canvas, fyne.KeyEscape)
	if d.field.Text() != "cũ" || passed != 0 {
		t.Fatalf("first escape: text %q, passed on %d times", d.field.Text(), passed)
	}
	kittest.Key(d.canvas, fyne.KeyEscape)
	if passed != 1 {
		t.Errorf("second escape was passed on %d times", passed)
	}
	d.expect(t)
}

func TestShortcutsOfTheWindowWorkFromAField(t *testing.T) {
	d := newDesk(t)
	find := &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}
	var found []string
	d.canvas.AddShortcut(find, func(fyne.Shortcut) { found = append(found, d.heard...) })
	d.field.Focus()
	kittest.Type(d.canvas, "x")
	kittest.Shortcut(d.canvas, find)
	if len(found) != 1 || found[0] != "x" {
		t.Errorf("Ctrl+K from a field found %q committed", found)
	}
}

func TestVisitCountsOneStepOfUndo(t *testing.T) {
	d := newDesk(t)
	d.field.Focus()
	first := d.field.Visit()
	kittest.Type(d.canvas, "a")
	d.clock.Advance(time.Second)
	if d.field.Visit() != first {
		t.Error("the visit must last while the cursor is in the field")
	}
	d.canvas.FocusNext()
	d.field.Focus()
	if d.field.Visit() == first {
		t.Error("coming back is another visit")
	}
}

func TestParseErrorStandsBelowTheFieldAndIsNotCommitted(t *testing.T) {
	d := newDesk(t)
	d.field.Parse = func(s string) (string, error) {
		if s == "" || strings.Trim(s, "0123456789") != "" {
			return "", errors.New("Chỉ gõ chữ số, ví dụ 25.")
		}
		return strings.TrimLeft(s, "0"), nil
	}
	d.field.Format = func(v string) string { return v }
	d.field.Focus()
	kittest.Type(d.canvas, "2x")
	d.clock.Advance(time.Second)
	if d.field.Message() != "" {
		t.Errorf("an error while somebody is typing: %q", d.field.Message())
	}
	d.canvas.FocusNext()
	if d.field.Message() == "" {
		t.Error("the error must stand below the field once it is left")
	}
	d.expect(t)
	d.field.Focus()
	kittest.Type(d.canvas, "025")
	d.canvas.FocusNext()
	d.expect(t, "25")
	if d.field.Message() != "" || d.field.Text() != "25" {
		t.Errorf("message %q, text %q", d.field.Message(), d.field.Text())
	}
}

func TestErrorStandsBeforeWarning(t *testing.T) {
	d := newDesk(t)
	d.field.SetWarning("Sau ngày kết thúc")
	low := d.field.MinSize().Height
	d.field.SetError("Thiếu ngày")
	if d.field.Message() != "Thiếu ngày" {
		t.Errorf("message %q", d.field.Message())
	}
	d.field.SetError("")
	if d.field.Message() != "Sau ngày kết thúc" {
		t.Errorf("message %q", d.field.Message())
	}
	d.field.SetWarning("")
	if got := d.field.MinSize().Height; got >= low {
		t.Errorf("height %v without a message, %v with one", got, low)
	}
}

func TestPastingRowsIsHandedOver(t *testing.T) {
	d := newDesk(t)
	var rows string
	d.field.OnPasteRows = func(text string) bool {
		rows = text
		return true
	}
	clip := test.NewClipboard()
	d.field.Focus()
	clip.SetContent("một dòng\n")
	kittest.Shortcut(d.canvas, &fyne.ShortcutPaste{Clipboard: clip})
	if rows != "" || strings.TrimSpace(d.field.Text()) != "một dòng" {
		t.Errorf("one line: handed over %q, text %q", rows, d.field.Text())
	}
	clip.SetContent("Đại biểu 01\tChủ tịch\nĐại biểu 02\tPhó Chủ tịch")
	kittest.Shortcut(d.canvas, &fyne.ShortcutPaste{Clipboard: clip})
	if !strings.Contains(rows, "Đại biểu 02") {
		t.Errorf("rows handed over: %q", rows)
	}
}

func TestTextAreaKeepsEnterAndLetsTabGo(t *testing.T) {
	env, _ := kittest.Env()
	var heard []string
	a := kit.NewTextArea(env, "Ghi chú", 3)
	a.OnCommit = func(v string) { heard = append(heard, v) }
	w := kittest.Window(t, env, a, 400, 200)
	a.Focus()
	kittest.Type(w.Canvas(), "một")
	kittest.Key(w.Canvas(), fyne.KeyReturn)
	kittest.Type(w.Canvas(), "hai")
	if a.Text() != "một\nhai" || len(heard) != 0 {
		t.Errorf("text %q, committed %q", a.Text(), heard)
	}
	if tab, ok := a.FocusTarget().(fyne.Tabbable); !ok || tab.AcceptsTab() {
		t.Error("Tab must leave the area")
	}
	enter := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
	kittest.Shortcut(w.Canvas(), enter)
	if len(heard) != 1 {
		t.Errorf("Ctrl+Enter committed %q", heard)
	}
}

func TestFlushKeepsWhatWasTyped(t *testing.T) {
	d := newDesk(t)
	d.field.Focus()
	kittest.Type(d.canvas, "đóng cửa sổ")
	kit.Flush(d.canvas)
	d.expect(t, "đóng cửa sổ")
}

func TestTimeFieldStepsByFiveMinutes(t *testing.T) {
	env, _ := kittest.Env()
	var heard []string
	f := kit.NewTimeField(env, "Bắt đầu", nil, nil)
	f.OnCommit = func(v string) { heard = append(heard, v) }
	w := kittest.Window(t, env, f, 200, 100)
	f.SetValue("13:58")
	f.Focus()
	kittest.Key(w.Canvas(), fyne.KeyUp)
	kittest.Key(w.Canvas(), fyne.KeyDown)
	kittest.Key(w.Canvas(), fyne.KeyDown)
	if got := strings.Join(heard, " "); got != "14:03 13:58 13:53" {
		t.Errorf("committed %s", got)
	}
	heard = nil
	f.SetValue("23:57")
	kittest.Key(w.Canvas(), fyne.KeyUp)
	if len(heard) != 0 || f.Text() != "23:57" {
		t.Errorf("stepped over midnight: %q", f.Text())
	}
}
