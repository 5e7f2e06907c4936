package exchange_test

import (
	"path/filepath"
	"strings"
	"testing"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/plan"
	"nhipcau/ui/exchange"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"

	"fyne.io/fyne/v2/test"
)

// tick finds the tick with the files.
func tick(f *pagetest.Fixture) *kit.CheckBox {
	for _, o := range test.LaidOutObjects(f.Window.Canvas().Content()) {
		if c, ok := o.(*kit.CheckBox); ok {
			return c
		}
	}
	return nil
}

func TestFilesGoOnlyWithATick(t *testing.T) {
	store := desktest.NewStore()
	f := pagetest.With(t, pagetest.Options{Store: store})
	f.Saved = filepath.Join(t.TempDir(), "goi.zip")
	f.Show(exchange.New(f.Host), page.Route{})
	if strings.Contains(seen(f), "Gói thành một tệp nén") {
		t.Fatal("files are offered although there are none")
	}
	one, err := f.Desk.AttachFile(f.Visit, "Giấy mời.pdf", strings.NewReader("%PDF-1.7"))
	if err != nil {
		t.Fatal(err)
	}
	press(t, f, "Xuất gói…")
	press(t, f, "Ghi tệp…")
	if b := readFile(t, f.Saved); len(b.Attachments)+len(b.Files) != 0 {
		t.Fatal("files have left the house although nobody asked")
	}
	wantSeen(t, f, "Gói thành một tệp nén")
	test.Tap(tick(f))
	press(t, f, "Xuất gói…")
	press(t, f, "Ghi tệp…")
	b := readFile(t, f.Saved)
	if string(b.Files[one.SHA256]) != "%PDF-1.7" || b.Attachments[0].Name != "Giấy mời.pdf" {
		t.Errorf("files %v", b.Files)
	}
	f.Shot("exchange-files")

	// The other office reads the same file as any other bundle.
	there := desktest.NewStore()
	g := pagetest.With(t, pagetest.Options{Store: there, Empty: true})
	g.Picked = f.Saved
	g.Show(exchange.New(g.Host), page.Route{})
	press(t, g, "Nhập gói dữ liệu…")
	if len(there.Files()) != 0 {
		t.Error("files are kept before anybody has agreed")
	}
	press(t, g, "Nhập")
	if all := desk.All[*plan.Attachment](g.Desk); len(all) != 1 || g.Desk.FileStateOf(all[0]) != desk.FileHere {
		t.Errorf("attachments %v, files %v", all, there.Files())
	}

	// A file that is not here can't be sent, and the page says so.
	store.Spoil(one.SHA256, nil)
	other, err := f.Desk.AttachFile(f.Visit, "2.pdf", strings.NewReader("%PDF-1.4"))
	if err != nil {
		t.Fatal(err)
	}
	wantSeen(t, f, "1 tệp không có trên máy này")
	press(t, f, "Xuất gói…")
	press(t, f, "Ghi tệp…")
	if b := readFile(t, f.Saved); len(b.Files) != 1 || b.Files[other.SHA256] == nil {
		t.Errorf("files %v", b.Files)
	}
}
