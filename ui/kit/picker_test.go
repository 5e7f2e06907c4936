package kit_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
)

func someone(query string) []kit.Choice {
	var out []kit.Choice
	for i := 1; i <= 20; i++ {
		c := kit.Choice{ID: fmt.Sprint(i), Title: fmt.Sprintf("Đại biểu %02d", i), Detail: "Chủ tịch UBND xã"}
		if strings.Contains(strings.ToLower(c.Title), strings.ToLower(query)) {
			out = append(out, c)
		}
	}
	return out
}

func picker(t *testing.T, set func(*kit.Picker)) (*kit.Picker, fyne.Canvas, *[]kit.Choice) {
	env, _ := kittest.Env()
	picked := &[]kit.Choice{}
	p := kit.NewPicker(env, "Người chủ trì", someone)
	p.OnPick = func(c kit.Choice) { *picked = append(*picked, c) }
	if set != nil {
		set(p)
	}
	w := kittest.Window(t, env, p, 400, 500)
	p.Focus()
	return p, w.Canvas(), picked
}

func ids(choices []kit.Choice) string {
	var out []string
	for _, c := range choices {
		out = append(out, c.ID+"="+c.Title)
	}
	return strings.Join(out, ", ")
}

func TestPickerByKey(t *testing.T) {
	tests := []struct {
		name, typed string
		keys        []fyne.KeyName
		set         func(*kit.Picker)
		want, text  string
	}{
		{"the first that matches", "07", []fyne.KeyName{fyne.KeyReturn}, nil, "7=Đại biểu 07", "Đại biểu 07"},
		{"the second", "1", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, nil, "10=Đại biểu 10", "Đại biểu 10"},
		{"down opens on all", "", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyReturn}, nil, "10=Đại biểu 10", "Đại biểu 10"},
		{"not past the last", "2", []fyne.KeyName{
			fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyDown, fyne.KeyReturn,
		}, nil, "20=Đại biểu 20", "Đại biểu 20"},
		{"escape takes nothing", "07", []fyne.KeyName{fyne.KeyEscape}, nil, "", ""},
		{"free text", "Nhà khách huyện", []fyne.KeyName{fyne.KeyReturn}, func(p *kit.Picker) { p.AllowFree = true }, "=Nhà khách huyện", "Nhà khách huyện"},
		{"nothing of that name", "Nhà khách", []fyne.KeyName{fyne.KeyReturn}, nil, "", ""},
		{"the next one", "07", []fyne.KeyName{fyne.KeyReturn}, func(p *kit.Picker) { p.ClearOnPick = true }, "7=Đại biểu 07", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, c, picked := picker(t, tt.set)
			kittest.Type(c, tt.typed)
			for _, k := range tt.keys {
				kittest.Key(c, k)
			}
			if got := ids(*picked); got != tt.want {
				t.Errorf("picked %q, want %q", got, tt.want)
			}
			if p.Text() != tt.text {
				t.Errorf("text %q, want %q", p.Text(), tt.text)
			}
		})
	}
}

func TestPickerWhenLeft(t *testing.T) {
	tests := []struct {
		name, typed string
		keys        []fyne.KeyName
		set         func(*kit.Picker)
		want, text  string
	}{
		{"a name in full", "đại biểu 05", nil, nil, "", "Đại biểu 01"},
		{"exactly a name", "Đại biểu 05", nil, nil, "5=Đại biểu 05", "Đại biểu 05"},
		{"half a name", "Đại", nil, nil, "", "Đại biểu 01"},
		{"chosen by arrow", "Đại", []fyne.KeyName{fyne.KeyDown}, nil, "2=Đại biểu 02", "Đại biểu 02"},
		{"free text", "Hội trường", nil, func(p *kit.Picker) { p.AllowFree = true }, "=Hội trường", "Hội trường"},
		{"emptied", "", []fyne.KeyName{fyne.KeyBackspace}, func(p *kit.Picker) { p.AllowNone = true }, "=", ""},
		{"emptied where one is needed", "", []fyne.KeyName{fyne.KeyBackspace}, nil, "", "Đại biểu 01"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			env, _ := kittest.Env()
			var picked []kit.Choice
			p := kit.NewPicker(env, "", someone)
			p.OnPick = func(c kit.Choice) { picked = append(picked, c) }
			p.SetChoice(kit.Choice{ID: "1", Title: "Đại biểu 01"})
			if tt.set != nil {
				tt.set(p)
			}
			c := kittest.Window(t, env, p, 400, 500).Canvas()
			p.Focus() // by key, so the old text is marked
			kittest.Type(c, tt.typed)
			for _, k := range tt.keys {
				kittest.Key(c, k)
			}
			c.Unfocus()
			if got := ids(picked); got != tt.want {
				t.Errorf("picked %q, want %q", got, tt.want)
			}
			if p.Text() != tt.text {
				t.Errorf("text %q, want %q", p.Text(), tt.text)
			}
		})
	}
}

func TestSelectFindsWithoutMarks(t *testing.T) {
	env, _ := kittest.Env()
	env.Fold = func(s string) string {
		return strings.NewReplacer("đ", "d", "ă", "a", "ắ", "a", "ổ", "o", "ạ", "a").Replace(strings.ToLower(s))
	}
	var heard []string
	s := kit.NewSelect(env, "Địa phương", []kit.Choice{
		{ID: "ta", Title: "Thạch An"}, {ID: "dg", Title: "Đắk Glong"}, {ID: "dm", Title: "Đắk Mil"},
	})
	s.OnCommit = func(id string) { heard = append(heard, id) }
	c := kittest.Window(t, env, s, 400, 500).Canvas()
	s.SetValue("ta")
	s.Focus()
	kittest.Type(c, "dak g")
	kittest.Key(c, fyne.KeyReturn)
	if len(heard) != 1 || heard[0] != "dg" || s.Value() != "dg" || s.Text() != "Đắk Glong" {
		t.Errorf("heard %q, value %q, text %q", heard, s.Value(), s.Text())
	}
	s.SetValue("gone")
	if s.Value() != "gone" || s.Text() != "gone" {
		t.Errorf("an unknown value must stay: %q %q", s.Value(), s.Text())
	}
	if len(heard) != 1 {
		t.Error("SetValue must be silent")
	}
}

func TestPickerCommitsThroughFlush(t *testing.T) {
	p, c, picked := picker(t, func(p *kit.Picker) { p.AllowFree = true })
	kittest.Type(c, "Phòng họp")
	kit.Flush(c)
	if ids(*picked) != "=Phòng họp" || p.Choice().Title != "Phòng họp" {
		t.Errorf("picked %q", ids(*picked))
	}
}

// Where any text is taken, the one person who is meant is taken all the same, and Ctrl+Enter keeps the words.
func TestPickerOfAnyTextTakesWhoIsMeant(t *testing.T) {
	keep := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
	for _, tt := range []struct {
		typed, want string
		words, adds bool
	}{
		{typed: "biểu 07", want: "7=Đại biểu 07"},
		{typed: "biểu 07", want: "=biểu 07", words: true},
		{typed: "biểu 0", want: "=biểu 0"},
		{typed: "u 07", want: "=u 07", adds: true},
		{typed: "biểu 07", want: "7=Đại biểu 07", adds: true},
	} {
		_, c, picked := picker(t, func(p *kit.Picker) { p.AllowFree, p.ClearOnPick = true, tt.adds })
		kittest.Type(c, tt.typed)
		if tt.words {
			kittest.Shortcut(c, keep)
		} else {
			kittest.Key(c, fyne.KeyReturn)
		}
		if ids(*picked) != tt.want {
			t.Errorf("%+v: picked %q", tt, ids(*picked))
		}
		if listOpen(c) {
			t.Errorf("%+v: the list stands open", tt)
		}
	}
}

func listOpen(c fyne.Canvas) bool { return strings.Contains(test.RenderToMarkup(c), "choiceList") }

func TestEnterWithoutAMatchClosesTheList(t *testing.T) {
	p, c, picked := picker(t, func(p *kit.Picker) { p.SetChoice(kit.Choice{ID: "1", Title: "Đại biểu 01"}) })
	p.OnEnter = func() { t.Error("Enter went on although nothing is so named") }
	kittest.Type(c, "không ai")
	if !listOpen(c) {
		t.Fatal("the list does not say that nothing was found")
	}
	kittest.Key(c, fyne.KeyReturn)
	if listOpen(c) || p.Text() != "Đại biểu 01" || len(*picked) != 0 {
		t.Errorf("open %v, text %q, picked %q", listOpen(c), p.Text(), ids(*picked))
	}
}

// A click does what the keyboard does: the list opens, and typing replaces what stands there.
func TestAClickOpensTheListAndMarksTheText(t *testing.T) {
	p, c, picked := picker(t, func(p *kit.Picker) { p.SetChoice(kit.Choice{ID: "1", Title: "Đại biểu 01"}) })
	c.Unfocus()
	field := p.FocusTarget().(desktop.Mouseable)
	at := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(30, 8)}, Button: desktop.MouseButtonPrimary}
	field.MouseDown(at)
	field.MouseUp(at)
	if !listOpen(c) {
		t.Error("no list")
	}
	kittest.Type(c, "07")
	if p.Text() != "07" {
		t.Errorf("text %q", p.Text())
	}
	kittest.Key(c, fyne.KeyReturn)
	if ids(*picked) != "7=Đại biểu 07" {
		t.Errorf("picked %q", ids(*picked))
	}
}
