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

const nameOfOffice = "Tên cơ quan"

func TestAnOfficeNeedsAName(t *testing.T) {
	f, p, _ := show(t)
	before := f.Desk.Office().Name
	name := f.Field(nameOfOffice)
	name.Focus()
	f.Shortcut(&fyne.ShortcutSelectAll{})
	f.Key(fyne.KeyBackspace)
	f.Window.Canvas().Unfocus()
	p.Update()
	if f.Desk.Office().Name != before {
		t.Errorf("the office is called %q", f.Desk.Office().Name)
	}
	if name.Text() != "" || name.Message() == "" {
		t.Errorf("the field shows %q with the error %q", name.Text(), name.Message())
	}
	f.Fill(nameOfOffice, "Văn phòng HĐND và UBND huyện Đắk Glong")
	if got := f.Desk.Office().Name; got != "Văn phòng HĐND và UBND huyện Đắk Glong" || name.Message() != "" {
		t.Errorf("the office is called %q, the error is %q", got, name.Message())
	}
}

func TestTheLocalityOfTheOfficeIsPicked(t *testing.T) {
	f, _, _ := show(t)
	before := f.Desk.Office().Locality
	field := f.Field("Địa phương")
	field.Focus()
	f.Type("dak mil dak nong")
	f.Key(fyne.KeyReturn)
	place, _ := f.Desk.Locality(f.Desk.Office().Locality, pagetest.Today)
	if place.Name != "Đắk Mil" || field.Text() != "huyện Đắk Mil" {
		t.Errorf("the office sits in %q, the field shows %q", place.Name, field.Text())
	}
	f.Undo()
	if f.Desk.Office().Locality != before {
		t.Error("undo does not bring the locality back")
	}
}

func TestASignerIsTakenAway(t *testing.T) {
	f, _, _ := show(t)
	for range 2 {
		f.Press("Thêm người ký")
	}
	f.Fill("Họ tên người ký", "Đại biểu 01") // of the first row
	var bins []*kit.Button
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == "" {
			bins = append(bins, b)
		}
	}
	if len(bins) != 4 { // to move up and to take away
		t.Fatalf("%d buttons", len(bins))
	}
	test.Tap(bins[3])
	if s := f.Desk.Office().Signers; len(s) != 1 || s[0].Name != "Đại biểu 01" {
		t.Errorf("signers = %+v", s)
	}
	f.Undo()
	if s := f.Desk.Office().Signers; len(s) != 2 {
		t.Errorf("after undo signers = %+v", s)
	}
}

func TestWhoSitsHereIsNamedInTheHistory(t *testing.T) {
	f, _, _ := show(t)
	f.Fill("Họ tên hoặc bộ phận", "  Phòng Nội vụ ")
	if got := f.Desk.Author(); got != "Phòng Nội vụ" {
		t.Fatalf("author = %q", got)
	}
	f.Fill("Ký hiệu văn bản", "VP")
	entries, err := f.Desk.History(f.Desk.OfficeID())
	if err != nil || len(entries) == 0 || entries[len(entries)-1].Author != "Phòng Nội vụ" && entries[0].Author != "Phòng Nội vụ" {
		t.Errorf("the history says %+v, %v", entries, err)
	}
}

func TestAnUpdateLeavesWhatIsBeingTyped(t *testing.T) {
	f, p, _ := show(t)
	name := f.Field(nameOfOffice)
	name.Focus()
	f.Shortcut(&fyne.ShortcutSelectAll{})
	f.Type("Văn phòng")
	if err := f.Desk.SetAuthor("Đại biểu 02"); err != nil {
		t.Fatal(err)
	}
	p.Update()
	if name.Text() != "Văn phòng" {
		t.Errorf("the field shows %q", name.Text())
	}
	if !strings.Contains(f.Field("Họ tên hoặc bộ phận").Text(), "Đại biểu 02") {
		t.Error("the page does not show what has changed elsewhere")
	}
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "settings", func(h *page.Host) page.Page {
		h.Machine = page.Machine{
			Dir: "~/.local/share/nhipcau", Version: "0.1.0",
			Look: func() page.Look {
				return page.Look{Language: h.Words.Language(), Theme: page.ThemeLight, TextSize: 100}
			},
		}
		return settings.New(h)
	}, nil)
}
