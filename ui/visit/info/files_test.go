package info

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/plan"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// attach attaches a text to a record.
func attach(t *testing.T, f *pagetest.Fixture, of, name string, size int) *plan.Attachment {
	t.Helper()
	one, err := f.Desk.AttachFile(of, name, strings.NewReader(strings.Repeat(name, size/len(name)+1)))
	if err != nil {
		t.Fatal(err)
	}
	return one
}

// The files of all that belongs to a visit are listed with it, each with what it
// belongs to.
func TestFilesOfTheWholeVisit(t *testing.T) {
	f, _ := open(t)
	topic := desk.Of[*plan.Topic](f.Desk, f.Visit)[0]
	attach(t, f, f.Visit, "Giấy mời.pdf", 300_000)
	attach(t, f, topic.ID, "Biểu mẫu.docx", 20_000)
	shown := test.RenderToMarkup(f.Window.Canvas())
	for _, word := range []string{"Giấy mời.pdf", "Biểu mẫu.docx", "“" + topic.Title + "”", "2 tệp, "} {
		if !strings.Contains(shown, word) {
			t.Errorf("%q is not seen", word)
		}
	}
}

func TestFilesLook(t *testing.T) {
	pagetest.Looks(t, "info-files", NewTab, func(f *pagetest.Fixture, p page.Page) {
		topic := desk.Of[*plan.Topic](f.Desk, f.Visit)[0]
		attach(t, f, f.Visit, "Giấy mời đoàn công tác huyện Thạch An.pdf", 310_000)
		attach(t, f, f.Visit, "Danh sách đoàn.xlsx", 18_000)
		attach(t, f, topic.ID, "Ảnh mô hình trồng dâu.jpg", 4_600_000)
		attach(t, f, f.Visit, "Phần mềm.exe", 2_000_000)
		p.Update()
		p.(*info).scroll.ScrollToBottom()
	})
}

// Who comes from the search or the bin stands on the file.
func TestARouteGoesToAFile(t *testing.T) {
	f, p := open(t)
	attach(t, f, f.Visit, "1.pdf", 10)
	two := attach(t, f, f.Visit, "2.pdf", 10)
	p.Open(page.Route{Visit: f.Visit, Record: two.ID})
	p.Update()
	if line, ok := f.Window.Canvas().Focused().(*kit.Line); !ok || line.Title != "2.pdf" {
		t.Errorf("the keyboard is at %T", f.Window.Canvas().Focused())
	}
}
