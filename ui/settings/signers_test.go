package settings_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/papers"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/settings"
)

func linesOf(f *pagetest.Fixture, i int) string {
	return strings.Join(f.Desk.Office().Signers[i].Lines, "|")
}

func drawn(f *pagetest.Fixture, texts ...string) bool {
	all := "\n" + strings.Join(f.Texts(), "\n") + "\n"
	for _, text := range texts {
		if !strings.Contains(all, "\n"+text+"\n") {
			return false
		}
	}
	return true
}

// A signer is made of authority and post; what is printed is seen below.
func TestASignerIsMadeOfHisAuthority(t *testing.T) {
	f, _, _ := show(t)
	f.Press("Thêm người ký")
	if got := linesOf(f, 0); got != "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH" || !drawn(f, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") {
		t.Fatalf("a new signer prints %q", got)
	}
	f.Fill(f.Words.Field(plan.KindOffice, "signers.authority.mode"), f.Words.Enum(plan.KindOffice, "signers.authority.mode", "by_order"))
	if got := linesOf(f, 0); got != "TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG" || !drawn(f, "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG") {
		t.Errorf("by order prints %q", got)
	}
	f.Fill(f.Words.Field(plan.KindOffice, "signers.authority.post"), "Trưởng phòng Nội vụ")
	f.Fill("Họ tên người ký", "Đại biểu 02")
	if got := linesOf(f, 0); got != "TL. CHỦ TỊCH|TRƯỞNG PHÒNG NỘI VỤ" || !drawn(f, "TRƯỞNG PHÒNG NỘI VỤ", "Đại biểu 02") {
		t.Errorf("with another post prints %q", got)
	}
	f.Undo()
	f.Undo()
	if got := linesOf(f, 0); got != "TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG" {
		t.Errorf("after undo prints %q", got)
	}
}

// Lines typed by hand stay as they are, and are written on by hand.
func TestTypedLinesGoOnWorking(t *testing.T) {
	f, p, _ := show(t)
	o := f.Desk.Office()
	o.Signers = []plan.Signer{{Name: "Đại biểu 01", Lines: []string{"TRƯỞNG BAN TỔ CHỨC"}}}
	if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(o) }); err != nil {
		t.Fatal(err)
	}
	p.Update()
	if !drawn(f, "TRƯỞNG BAN TỔ CHỨC") || f.Field(f.Words.Field(plan.KindOffice, "signers.authority.mode")).Text() != f.Say("signers.typed") {
		t.Error("typed lines are not shown as typed")
	}
	f.Field("Quyền hạn, chức vụ người ký").Focus()
	f.Shortcut(&fyne.ShortcutSelectAll{})
	f.Type("KT. TRƯỞNG BAN")
	f.Key(fyne.KeyReturn)
	f.Type("PHÓ TRƯỞNG BAN")
	f.Window.Canvas().Unfocus()
	if got := f.Desk.Office().Signers[0]; linesOf(f, 0) != "KT. TRƯỞNG BAN|PHÓ TRƯỞNG BAN" || got.Authority.Mode != "" {
		t.Errorf("kept %+v", got)
	}
	f.Fill(f.Words.Field(plan.KindOffice, "issuer_kind"), "Cơ quan Đảng")
	if got := linesOf(f, 0); got != "KT. TRƯỞNG BAN|PHÓ TRƯỞNG BAN" {
		t.Errorf("the Party has made %q of typed lines", got)
	}
}

// An office of the Party writes T/M; it is one step of undo.
func TestSignersFollowTheKindOfTheOffice(t *testing.T) {
	f, _, _ := show(t)
	f.Press("Thêm người ký")
	f.Fill(f.Words.Field(plan.KindOffice, "issuer_kind"), "Cơ quan Đảng")
	if got := linesOf(f, 0); !strings.HasPrefix(got, "T/M ") {
		t.Errorf("the Party prints %q", got)
	}
	f.Undo()
	if got := linesOf(f, 0); !strings.HasPrefix(got, "TM. ") || f.Desk.Office().IssuerKind != "" {
		t.Errorf("after undo %q", got)
	}
}

func TestASignerIsMovedUp(t *testing.T) {
	f, _, _ := show(t)
	for range 2 {
		f.Press("Thêm người ký")
	}
	f.Fill("Họ tên người ký", "Đại biểu 01") // of the first row
	var arrows []*kit.Button
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == "" && b.Visible() {
			arrows = append(arrows, b)
		}
	}
	if len(arrows) != 4 {
		t.Fatalf("%d buttons", len(arrows))
	}
	test.Tap(arrows[0]) // above the first is nobody
	test.Tap(arrows[2])
	if s := f.Desk.Office().Signers; s[1].Name != "Đại biểu 01" {
		t.Errorf("signers = %+v", s)
	}
}

// The rows as they look, one of each way to sign.
func TestSignersLook(t *testing.T) {
	pagetest.Looks(t, "settings-signers", func(h *page.Host) page.Page {
		h.Machine = page.Machine{Dir: "du-lieu", Version: "0.1.0", Look: func() page.Look {
			return page.Look{Language: h.Words.Language(), Theme: page.ThemeLight, TextSize: 100}
		}}
		return settings.New(h)
	}, func(f *pagetest.Fixture, _ page.Page) {
		o := f.Desk.Office()
		order := plan.Authority{Mode: "for_head", Body: "Ủy ban nhân dân", Head: "Chủ tịch", Post: "Phó Chủ tịch"}
		o.Signers = []plan.Signer{
			{Name: "Đại biểu 01", Authority: order, Lines: papers.AuthorityLines(order, false)},
			{Lines: []string{"TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"}},
		}
		if err := f.Desk.Do(desk.Step{}, func(tx *desk.Tx) error { return tx.Put(o) }); err != nil {
			f.Host.Fail(err)
		}
		p := settings.New(f.Host)
		f.Show(p, page.Route{})
		for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
			if s, ok := o.(*container.Scroll); ok && s.Content.MinSize().Height > 900 {
				top := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Field(f.Words.Field(plan.KindOffice, "signers.name")).(fyne.CanvasObject))
				s.ScrollToOffset(fyne.NewPos(0, top.Y-160))
			}
		}
	})
}
