package kit_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
)

// stay fails unless the field still shows a refused text with its error.
func stay(t *testing.T, f *kit.TextField, text string) {
	t.Helper()
	if f.Text() != text || f.Message() == "" || f.Refused() != text {
		t.Errorf("the field shows %q with the error %q", f.Text(), f.Message())
	}
}

// gone fails unless the field shows a text without error.
func gone(t *testing.T, f *kit.TextField, text string) {
	t.Helper()
	if f.Text() != text || f.Message() != "" || f.Refused() != "" {
		t.Errorf("the field shows %q, error %q, refused %q", f.Text(), f.Message(), f.Refused())
	}
}

func TestWhatIsNotUnderstoodOutlivesSetValue(t *testing.T) {
	d := newDesk(t)
	d.field.Parse = func(text string) (string, error) {
		if text != "1" && text != "2" {
			return "", errors.New("không phải số")
		}
		return text, nil
	}
	d.field.SetValue("1")
	d.field.Focus()
	kittest.Type(d.canvas, "một")
	d.canvas.FocusNext()
	d.field.SetValue("1") // the page shows anew what is stored
	stay(t, d.field, "một")
	d.field.SetValue("2") // also where that has changed meanwhile
	stay(t, d.field, "một")
	d.field.Focus()
	kittest.Key(d.canvas, fyne.KeyEscape)
	gone(t, d.field, "2")
	d.expect(t)
}

func TestARefusedValueStaysUntilItIsChanged(t *testing.T) {
	d := newDesk(t)
	d.field.OnCommit = func(v string) {
		d.heard = append(d.heard, v)
		if d.field.SetError(""); v == "" {
			d.field.Refuse("phải có tên")
		}
	}
	d.field.SetValue("a")
	d.field.Focus()
	kittest.Key(d.canvas, fyne.KeyBackspace)
	d.canvas.FocusNext()
	d.field.SetValue("a")
	if d.field.Text() != "" || d.field.Message() == "" {
		t.Errorf("after the page showed its value again: %q, %q", d.field.Text(), d.field.Message())
	}
	d.field.Focus()
	kittest.Type(d.canvas, "b")
	d.canvas.FocusNext()
	gone(t, d.field, "b")
	d.expect(t, "", "b")
}

func TestUndoLeadsBackPastARefusedValue(t *testing.T) {
	d := newDesk(t)
	d.field.OnCommit = func(v string) {
		if d.field.SetError(""); v == "xấu" {
			d.field.Refuse("không được")
		}
	}
	d.field.SetValue("tốt")
	d.field.Focus()
	kittest.Type(d.canvas, "xấu")
	kittest.Key(d.canvas, fyne.KeyReturn)
	stay(t, d.field, "xấu")
	kittest.Shortcut(d.canvas, &fyne.ShortcutUndo{})
	gone(t, d.field, "tốt")
	if d.undone != 0 {
		t.Error("the program was undone instead of the field")
	}
}

func TestForgetShowsTheStoredValue(t *testing.T) {
	d := newDesk(t)
	d.field.OnCommit = func(string) { d.field.Refuse("không được") }
	d.field.SetValue("tốt")
	d.field.Focus()
	kittest.Type(d.canvas, "xấu")
	d.canvas.FocusNext()
	stay(t, d.field, "xấu")
	d.field.Forget()
	gone(t, d.field, "tốt")
	d.field.Retype("xấu")
	stay(t, d.field, "xấu")
}

func TestAPickerKeepsWhatWasRefused(t *testing.T) {
	env, _ := kittest.Env()
	p := kit.NewPicker(env, "Nơi", nil)
	p.AllowFree = true
	p.OnPick = func(c kit.Choice) {
		if p.SetError(""); c.Title == "xa" {
			p.Refuse("không có nơi này")
		}
	}
	c := kittest.Window(t, env, p, 300, 200).Canvas()
	p.SetValue("gần")
	p.Focus()
	kittest.Type(c, "xa")
	c.Unfocus()
	p.SetValue("gần")
	stay(t, &p.TextField, "xa")
	p.Focus()
	kittest.Key(c, fyne.KeyEscape)
	gone(t, &p.TextField, "gần")
	if p.Choice().Title != "gần" {
		t.Errorf("chosen is %q", p.Choice().Title)
	}
}
