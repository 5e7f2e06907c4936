package exchange_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/files"
	"nhipcau/app/plan"
	"nhipcau/app/seal"
	"nhipcau/ui/exchange"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
)

// walk visits all that is seen.
func walk(o fyne.CanvasObject, each func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	each(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, each)
		}
	case *container.Scroll:
		walk(o.Content, each)
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, each)
		}
	}
}

// seen gives all texts of the window, one a line.
func seen(f *pagetest.Fixture) string {
	var out []string
	collect := func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Text:
			out = append(out, o.Text())
		case *kit.TipText:
			out = append(out, o.Text.Text())
		case *kit.Paragraph:
			out = append(out, o.Text())
		case *kit.Chip:
			out = append(out, o.Text())
		case *kit.Button:
			out = append(out, o.Text())
		}
	}
	walk(f.Window.Content(), collect)
	return strings.Join(out, "\n")
}

// press presses the button that begins with the words.
func press(t *testing.T, f *pagetest.Fixture, word string) {
	t.Helper()
	var found *kit.Button
	find := func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && strings.HasPrefix(b.Text(), word) {
			found = b
		}
	}
	walk(f.Window.Content(), find)
	for _, o := range f.Window.Canvas().Overlays().List() {
		walk(o, find)
	}
	if found == nil {
		t.Fatalf("no button %q among:\n%s", word, seen(f))
	}
	if found.Disabled() {
		t.Fatalf("button %q is disabled", word)
	}
	found.Tapped(&fyne.PointEvent{})
}

func wantSeen(t *testing.T, f *pagetest.Fixture, texts ...string) {
	t.Helper()
	all := seen(f)
	for _, text := range texts {
		if !strings.Contains(all, text) {
			t.Errorf("not seen: %q in\n%s", text, all)
		}
	}
}

func open(t *testing.T, o pagetest.Options) *pagetest.Fixture {
	t.Helper()
	f := pagetest.With(t, o)
	f.Show(exchange.New(f.Host), page.Route{Page: page.PageExchange})
	return f
}

func readFile(t *testing.T, path string) *bundle.Bundle {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	b, err := bundle.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// writeFile writes a bundle of a desk as a partner would.
func writeFile(t *testing.T, d *desk.Desk, scope desk.Scope) string {
	t.Helper()
	b, err := d.Export(scope)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "partner.json")
	if err := files.Write(path, func(w io.Writer) error { return bundle.Write(w, b) }); err != nil {
		t.Fatal(err)
	}
	if err := d.Sent(b, "partner.json"); err != nil {
		t.Fatal(err)
	}
	return path
}

// partner is the desk of UBND huyện Thạch An, which has what we have.
func partner(t *testing.T, f *pagetest.Fixture) *desk.Desk {
	t.Helper()
	d := desktest.Open(t, desktest.NewStore(), 2)
	place := d.FindLocalities("huyện Thạch An, tỉnh Cao Bằng", pagetest.Today, 1)[0]
	if err := d.SetUp(plan.Office{Name: "UBND huyện Thạch An", Locality: place.ID, Level: place.Level}, "Phòng Nội vụ"); err != nil {
		t.Fatal(err)
	}
	if f.Visit == "" {
		return d
	}
	b, err := f.Desk.Export(desk.Scope{Visit: f.Visit})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Import(b); err != nil {
		t.Fatal(err)
	}
	return d
}

func change(t *testing.T, d *desk.Desk, fn func(*desk.Tx) error) {
	t.Helper()
	if err := d.Do(desk.Step{Why: "edit"}, fn); err != nil {
		t.Fatal(err)
	}
}

func rename(t *testing.T, d *desk.Desk, visit, title string) {
	t.Helper()
	v, _ := desk.Get[*plan.Visit](d, visit)
	v.Title = title
	change(t, d, func(tx *desk.Tx) error { return tx.Put(v) })
}

// answered makes a bundle in which one title differs, one question is new and
// one person was edited.
func answered(t *testing.T, f *pagetest.Fixture) string {
	t.Helper()
	d := partner(t, f)
	rename(t, f.Desk, f.Visit, "Tên của ta")
	rename(t, d, f.Visit, "Tên của bạn")
	guest := desk.Of[*plan.Attendee](d, f.Visit)[0]
	guest.Attendance = plan.Declined
	change(t, d, func(tx *desk.Tx) error {
		if err := tx.Put(guest); err != nil {
			return err
		}
		return tx.Put(&plan.Question{Visit: f.Visit, Text: "Kinh phí lấy từ nguồn nào?", State: "open"})
	})
	return writeFile(t, d, desk.Scope{Visit: f.Visit})
}

func TestExportOfAVisitLeavesPersonalFieldsOut(t *testing.T) {
	f := pagetest.New(t)
	guest := desk.Of[*plan.Attendee](f.Desk, f.Visit)[0]
	guest.Phone = "0912345678"
	change(t, f.Desk, func(tx *desk.Tx) error { return tx.Put(guest) })
	f.Saved = filepath.Join(t.TempDir(), "goi.json")
	f.Show(exchange.New(f.Host), page.Route{})
	wantSeen(t, f, "Không gửi: ", "số điện thoại", "quà lưu niệm", "Chưa xuất gói nào")
	press(t, f, "Xuất gói…")
	wantSeen(t, f, "Không có số điện thoại", "Gói nêu họ tên, chức vụ của")
	press(t, f, "Ghi tệp…")
	b := readFile(t, f.Saved)
	if b.Scope.Visit != f.Visit || b.Profile != "partner" || len(b.Records) == 0 {
		t.Errorf("scope %+v, profile %q, %d records", b.Scope, b.Profile, len(b.Records))
	}
	raw, _ := os.ReadFile(f.Saved)
	if strings.Contains(string(raw), "0912345678") {
		t.Error("the telephone number has left the house")
	}
	if got := f.LastToast(); !strings.Contains(got, "goi.json") || !strings.Contains(got, "Có thể rút USB") {
		t.Errorf("toast %q", got)
	}
	if sent, _ := f.Desk.SentBundles(); len(sent) != 1 || sent[0].File != "goi.json" {
		t.Errorf("sent: %+v", sent)
	}
	if strings.Contains(seen(f), "Chưa xuất gói nào") {
		t.Error("the register still says that nothing was sent")
	}
}

func TestExportOfEverythingAsksFirst(t *testing.T) {
	f := open(t, pagetest.Options{})
	f.Saved = filepath.Join(t.TempDir(), "tat-ca.json")
	press(t, f, "Xuất toàn bộ (chỉ")
	f.Key(fyne.KeyEscape)
	f.Key(fyne.KeyEscape)
	wantSeen(t, f, "Gửi cho địa phương bạn")
	press(t, f, "Xuất toàn bộ (chỉ")
	press(t, f, "Ghi tệp…")
	wantSeen(t, f, "cần ít nhất 8 ký tự")
	if _, err := os.Stat(f.Saved); err == nil {
		t.Fatal("it was written before the answer")
	}
	f.Type("chuyến đi Đắk Glong")
	press(t, f, "Ghi tệp…")
	raw, err := os.ReadFile(f.Saved)
	if err != nil || seal.KindOf(raw) != seal.WithPassphrase {
		t.Fatalf("sealed %q, %v", seal.KindOf(raw), err)
	}
	back, err := f.Desk.OpenBundle(bytes.NewReader(raw), "chuyến đi Đắk Glong")
	if err != nil || !back.Scope.All || back.Profile != "all" {
		t.Errorf("%+v, %v", back, err)
	}
}

func TestExportThatCannotBeWrittenIsNotNoted(t *testing.T) {
	f := open(t, pagetest.Options{})
	f.ExpectFailure = true
	f.Saved = filepath.Join(t.TempDir(), "no-such-folder", "goi.json")
	press(t, f, "Xuất gói…")
	press(t, f, "Ghi tệp…")
	if sent, _ := f.Desk.SentBundles(); len(sent) != 0 || len(f.Failures) != 1 {
		t.Errorf("sent %v, failures %v", sent, f.Failures)
	}
}

func TestReviewSaysWhatWouldHappenAndWritesNothing(t *testing.T) {
	f := open(t, pagetest.Options{})
	f.Picked = answered(t, f)
	before := recordsOf(t, f.Desk)
	press(t, f, "Nhập gói dữ liệu…")
	wantSeen(t, f, "Gói 1 từ UBND huyện Thạch An", "Nhập: thêm ", "sửa 1", "khác nhau 1",
		"khác nhau: giữ cả hai", "Tên của ta", "Tên của bạn", "Tên chuyến công tác")
	if recordsOf(t, f.Desk) != before {
		t.Error("looking at a bundle has changed something")
	}
	f.Key(fyne.KeyDown)
	f.Key(fyne.KeyEnd)
	wantSeen(t, f, "Xác nhận tham dự", "Không tham dự")
	f.Key(fyne.KeyEscape)
	wantSeen(t, f, "Gửi cho địa phương bạn")
	if recordsOf(t, f.Desk) != before {
		t.Error("going back has changed something")
	}
}

func TestImportAndUndoFromTheToast(t *testing.T) {
	f := open(t, pagetest.Options{})
	f.Picked = answered(t, f)
	before := recordsOf(t, f.Desk)
	press(t, f, "Nhập gói dữ liệu…")
	press(t, f, "Nhập: ")
	wantSeen(t, f, "Gửi cho địa phương bạn")
	if len(desk.Of[*plan.Question](f.Desk, f.Visit)) == 0 {
		t.Error("the question did not come")
	}
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); len(v.Conflicts) != 1 {
		t.Errorf("conflicts %v, want the title", v.Conflicts)
	}
	toast := f.Toasts[len(f.Toasts)-1]
	if !strings.Contains(toast.Sentence, "khác nhau 1") || toast.Action == "" {
		t.Fatalf("toast %+v", toast)
	}
	toast.Act()
	if recordsOf(t, f.Desk) != before {
		t.Error("undo has left something behind")
	}
	if got := f.LastToast(); got != "Đã hoàn tác lần nhập gói 1." {
		t.Errorf("toast %q", got)
	}
}

func TestUndoFromTheRegisterSaysWhatWasLeftAlone(t *testing.T) {
	f := open(t, pagetest.Options{})
	d := partner(t, f)
	rename(t, d, f.Visit, "Tên của bạn")
	f.Picked = writeFile(t, d, desk.Scope{Visit: f.Visit})
	press(t, f, "Nhập gói dữ liệu…")
	press(t, f, "Nhập: ")
	rename(t, f.Desk, f.Visit, "Tên mới")
	press(t, f, "Hoàn tác lần nhập này")
	if got := f.LastToast(); !strings.Contains(got, "Giữ nguyên 1 trường") {
		t.Errorf("toast %q", got)
	}
	if v, _ := desk.Get[*plan.Visit](f.Desk, f.Visit); v.Title != "Tên mới" {
		t.Errorf("title %q", v.Title)
	}
	imports, _ := f.Desk.Imports()
	if len(imports) != 1 || !imports[0].Undone {
		t.Errorf("imports %+v", imports)
	}
}

func TestTheSameBundleAgainIsKnown(t *testing.T) {
	f := open(t, pagetest.Options{})
	f.Picked = answered(t, f)
	press(t, f, "Nhập gói dữ liệu…")
	press(t, f, "Nhập: ")
	before := recordsOf(t, f.Desk)
	press(t, f, "Nhập gói dữ liệu…")
	wantSeen(t, f, "Chính gói này đã được nhập trước đây", "Nhập: không có gì đổi", "Không có gì để thay đổi")
	press(t, f, "Nhập: ")
	if got := f.LastToast(); !strings.Contains(got, "không có gì mới") || recordsOf(t, f.Desk) != before {
		t.Errorf("toast %q", got)
	}
}

func TestRouteOpensABundleOnAnEmptyDesk(t *testing.T) {
	from := pagetest.New(t)
	path := writeFile(t, from.Desk, desk.Scope{Visit: from.Visit})
	f := pagetest.With(t, pagetest.Options{Empty: true})
	p := exchange.New(f.Host)
	f.Show(p, page.Route{Page: page.PageExchange, File: path})
	wantSeen(t, f, "Gói 1 từ UBND huyện Đắk Glong", "huyện Thạch An", "Đã diễn ra")
	f.Shot("review-arrival")
	if l, ok := p.(page.Located); !ok || l.Here().File != path {
		t.Error("the page does not say where it is")
	}
	press(t, f, "Nhập: ")
	if v, ok := desk.Get[*plan.Visit](f.Desk, from.Visit); !ok || v.Title == "" {
		t.Error("the visit did not come")
	}
}

func TestABrokenFileIsExplainedAndChangesNothing(t *testing.T) {
	f := open(t, pagetest.Options{})
	before := recordsOf(t, f.Desk)
	whole, err := os.ReadFile(writeFile(t, f.Desk, desk.Scope{Visit: f.Visit}))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{
		"cut.json":   string(whole[:len(whole)/2]),
		"empty.json": "",
		"other.json": `{"format":"something"}`,
	} {
		f.Picked = filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(f.Picked, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		press(t, f, "Nhập gói dữ liệu…")
		wantSeen(t, f, "Không nhập được "+name, "Chưa nhập gì.", "Gửi cho địa phương bạn")
	}
	f.Picked = filepath.Join(t.TempDir(), "gone.json")
	press(t, f, "Nhập gói dữ liệu…")
	wantSeen(t, f, "Không nhập được gone.json", "Không đọc được tệp")
	if recordsOf(t, f.Desk) != before {
		t.Error("a broken file has changed something")
	}
}

func TestReviewFollowsWhatIsChangedMeanwhile(t *testing.T) {
	f := open(t, pagetest.Options{})
	f.Picked = answered(t, f)
	press(t, f, "Nhập gói dữ liệu…")
	wantSeen(t, f, "Tên của ta")
	rename(t, f.Desk, f.Visit, "Tên sửa lại")
	wantSeen(t, f, "Tên sửa lại")
}

func TestDeletionsAndOlderBundles(t *testing.T) {
	f := open(t, pagetest.Options{})
	d := partner(t, f)
	older := writeFile(t, d, desk.Scope{Visit: f.Visit})
	gone := desk.Of[*plan.Topic](d, f.Visit)
	change(t, d, func(tx *desk.Tx) error {
		if err := tx.Delete(gone[0].ID); err != nil {
			return err
		}
		return tx.Delete(gone[1].ID)
	})
	edited, _ := desk.Get[*plan.Topic](f.Desk, gone[1].ID)
	edited.Findings = "Ghi thêm ở đây"
	change(t, f.Desk, func(tx *desk.Tx) error { return tx.Put(edited) })
	f.Picked = writeFile(t, d, desk.Scope{Visit: f.Visit})
	press(t, f, "Nhập gói dữ liệu…")
	wantSeen(t, f, "đưa vào thùng rác 1", "khác nhau 1", "Một bên đã xóa, bên kia vẫn sửa")
	f.Key(fyne.KeyDown)
	wantSeen(t, f, "Nơi gửi đã xóa bản ghi này")
	press(t, f, "Nhập: ")
	if topic, ok := desk.Get[*plan.Topic](f.Desk, gone[0].ID); ok && !topic.Trashed {
		t.Error("the topic is not in the bin")
	}
	f.Picked = older
	press(t, f, "Nhập gói dữ liệu…")
	wantSeen(t, f, "Đã nhập gói 2 mới hơn từ nơi này")
}

func TestEmptyPageTeaches(t *testing.T) {
	f := open(t, pagetest.Options{Empty: true})
	wantSeen(t, f, "Gói dữ liệu là một tệp", "Chưa nhập gói nào", "Chưa xuất gói nào")
	press(t, f, "Lập chuyến công tác")
	if r := f.LastRoute(); r.Page != page.PageVisits || r.Record != page.RecordNew {
		t.Errorf("route %+v", r)
	}
}

func recordsOf(t *testing.T, d *desk.Desk) string {
	t.Helper()
	b, err := d.Export(desk.Scope{All: true})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := bundle.RecordsBytes(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestLooks(t *testing.T) {
	pagetest.Looks(t, "exchange", exchange.New, func(f *pagetest.Fixture, p page.Page) {
		f.Saved = filepath.Join(t.TempDir(), "NhipCau_DakGlong_20240610_01.json")
		path := answered(t, f)
		p.Open(page.Route{File: path})
		word := map[string]string{"vi": "Nhập: ", "en": "Import: "}[f.Words.Language()]
		send := map[string]string{"vi": "Xuất gói…", "en": "Export…"}[f.Words.Language()]
		press(t, f, word)
		press(t, f, send)
	})
	pagetest.Looks(t, "review", exchange.New, func(f *pagetest.Fixture, p page.Page) {
		p.Open(page.Route{File: answered(t, f)})
	})
}
