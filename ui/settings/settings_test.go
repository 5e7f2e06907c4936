package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/settings"
)

func show(t *testing.T) (*pagetest.Fixture, page.Page, *page.Look) {
	t.Helper()
	f := pagetest.New(t)
	look := page.Look{Language: "vi", Theme: page.ThemeLight, TextSize: 100}
	f.Machine = page.Machine{
		Dir: "du-lieu", Version: "0.1.0",
		Look: func() page.Look { return look }, SetLook: func(l page.Look) { look = l },
	}
	p := settings.New(f.Host)
	f.Show(p, page.Route{})
	return f, p, &look
}

func TestTheOfficeIsEdited(t *testing.T) {
	f, _, _ := show(t)
	f.Fill("Cơ quan chủ quản trên văn bản (UBND các cấp để trống)", "TỈNH ỦY")
	f.Fill("Cơ quan ban hành trên văn bản, mỗi dòng in một dòng", "ỦY BAN NHÂN DÂN\nHUYỆN ĐẮK GLONG")
	f.Fill("Ký hiệu văn bản", "UBND")
	o := f.Desk.Office()
	if len(o.IssuerLines) != 3 || o.IssuerLines[0].Bold || !o.IssuerLines[1].Bold || o.IssuerLines[2].Text != "HUYỆN ĐẮK GLONG" {
		t.Errorf("issuer lines = %+v", o.IssuerLines)
	}
	if o.Symbol != "UBND" {
		t.Errorf("symbol = %q", o.Symbol)
	}
}

func TestSigners(t *testing.T) {
	f, p, _ := show(t)
	f.Press("Thêm người ký")
	f.Fill("Họ tên người ký", "Đại biểu 01")
	if s := f.Desk.Office().Signers; len(s) != 1 || s[0].Name != "Đại biểu 01" || s[0].Lines[1] != "CHỦ TỊCH" {
		t.Fatalf("signers = %+v", s)
	}
	f.Undo()
	if s := f.Desk.Office().Signers; len(s) != 1 || s[0].Name != "" {
		t.Errorf("after undo signers = %+v", s)
	}
	f.Undo()
	if len(f.Desk.Office().Signers) != 0 {
		t.Error("the row was not undone")
	}
	p.Update()
	if strings.Contains(test.RenderToMarkup(f.Window.Canvas()), "Họ tên người ký") {
		t.Error("a row stands there without a signer")
	}
}

func TestWhoSitsHere(t *testing.T) {
	f, p, _ := show(t)
	f.Field("Họ tên hoặc bộ phận").Focus()
	f.Type("Đại biểu 01")
	p.Leave()
	if got := f.Desk.Author(); got != "Đại biểu 01" {
		t.Errorf("author = %q", got)
	}
}

func TestTheLookChangesByKeyAndTheKeyboardComesBack(t *testing.T) {
	f, p, look := show(t)
	var choices []*kit.Segmented
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if s, ok := o.(*kit.Segmented); ok {
			choices = append(choices, s)
		}
	}
	if len(choices) != 3 {
		t.Fatalf("%d choices", len(choices))
	}
	for _, c := range choices {
		f.Window.Canvas().Focus(c)
		f.Key(fyne.KeyRight)
	}
	if want := (page.Look{Language: "en", Theme: page.ThemeDark, TextSize: 125}); *look != want {
		t.Errorf("look = %+v", *look)
	}
	here := p.(page.Located).Here()
	if here.Record != "text_size" {
		t.Fatalf("the page is at %+v", here)
	}
	again := settings.New(f.Host)
	f.Show(again, here)
	if s, ok := f.Window.Canvas().Focused().(*kit.Segmented); !ok || s.Selected() != 1 {
		t.Error("the keyboard does not come back to the choice")
	}
}

func TestTheDataFolderIsShownAndOpened(t *testing.T) {
	f, _, _ := show(t)
	if shown := test.RenderToMarkup(f.Window.Canvas()); !strings.Contains(shown, "du-lieu") || !strings.Contains(shown, "0.1.0") {
		t.Error("folder or version is not shown")
	}
	f.Press("Mở thư mục")
	if len(f.Opened) != 1 || f.Opened[0] != "du-lieu" {
		t.Errorf("opened %v", f.Opened)
	}
}
