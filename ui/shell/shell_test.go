package shell_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynestorage "fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/assets/sample"
	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/shell"
	"nhipcau/ui/theme"
)

// window is a shell on the test driver whose work is done at once.
type window struct {
	*shell.Shell
	t     *testing.T
	app   fyne.App
	store *desktest.Store
}

func options(store *desktest.Store) shell.Options {
	clock := &kittest.Clock{}
	return shell.Options{
		Dir: "data", Version: "0.1.0", Run: kit.Straight, Timer: clock.After, Writer: page.NewWriterNow(),
		Now:       func() time.Time { return time.Date(2024, 6, 7, 8, 42, 0, 0, time.Local) },
		OpenStore: func() (desk.Store, error) { return store, nil },
	}
}

func open(t *testing.T, store *desktest.Store, change func(*shell.Options)) *window {
	t.Helper()
	app := test.NewTempApp(t)
	o := options(store)
	if change != nil {
		change(&o)
	}
	s, err := shell.NewWindow(app, o)
	if err != nil {
		t.Fatal(err)
	}
	s.Window().Show()
	return &window{s, t, app, store}
}

// opened is a window on a desk that is set up, with the sample visit.
func opened(t *testing.T) *window {
	t.Helper()
	w := open(t, desktest.NewStore(), nil)
	w.Start()
	w.answer("UBND huyện Đắk Glong", true)
	return w
}

// answer answers the questions of the first start by key.
func (w *window) answer(office string, sampled bool) {
	w.t.Helper()
	c := w.Window().Canvas()
	kittest.Type(c, "huyen dak glong")
	kittest.Key(c, fyne.KeyReturn)
	c.FocusNext()
	if !strings.Contains(w.said(), "Đắk Glong") {
		w.t.Fatalf("the locality was not found: %s", w.said())
	}
	if office != "" {
		kittest.Type(c, office)
	}
	name := "Bắt đầu trống"
	if sampled {
		name = "Mở chuyến mẫu"
	}
	w.press(name)
}

// said is the markup of all that the window shows.
func (w *window) said() string { return test.RenderToMarkup(w.Window().Canvas()) }

func (w *window) press(label string) {
	w.t.Helper()
	for _, o := range test.LaidOutObjects(w.Window().Canvas().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text() == label {
			test.Tap(b)
			return
		}
	}
	w.t.Fatalf("no button %q", label)
}

func (w *window) field(label string) pagetest.Labelled {
	w.t.Helper()
	for _, o := range test.LaidOutObjects(w.Window().Canvas().Content()) {
		if f, ok := o.(pagetest.Labelled); ok && f.Label() == label {
			return f
		}
	}
	w.t.Fatalf("no field %q", label)
	return nil
}

func (w *window) ctrl(key fyne.KeyName) {
	kittest.Shortcut(w.Window().Canvas(), &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
}

func TestTheFrameComesBeforeTheData(t *testing.T) {
	asked := false
	w := open(t, desktest.NewStore(), func(o *shell.Options) {
		o.OpenStore = func() (desk.Store, error) {
			asked = true
			return nil, fault.New("fault.folder_in_use", "Folder", "data")
		}
	})
	if asked || !strings.Contains(w.said(), "Đang mở dữ liệu…") || !strings.Contains(w.said(), "Tổng quan") {
		t.Error("the first frame waits for the data or lacks the rail")
	}
	w.Go(page.Route{Page: page.PageSettings}) // nothing to go to yet
	w.Start()
	if !strings.Contains(w.said(), "Chưa mở được dữ liệu") || !strings.Contains(w.said(), "đang được một chương trình khác") {
		t.Error("a folder in use is not explained")
	}
	if fault.KeyOf(w.Failure()) != "fault.folder_in_use" {
		t.Errorf("failure = %v", w.Failure())
	}
}

func TestTryAgainAfterTheFolderIsFree(t *testing.T) {
	store, busy := desktest.NewStore(), true
	w := open(t, store, func(o *shell.Options) {
		o.OpenStore = func() (desk.Store, error) {
			if busy {
				return nil, errors.New("busy")
			}
			return store, nil
		}
	})
	w.Start()
	busy = false
	w.press("Thử lại")
	if w.Failure() != nil || !strings.Contains(w.said(), "Chào mừng") {
		t.Error("the second try does not open")
	}
}

func TestFirstStart(t *testing.T) {
	w := open(t, desktest.NewStore(), nil)
	w.Start()
	w.press("Bắt đầu trống")
	if w.Host().Desk.Office() != nil || !strings.Contains(w.said(), "Nhập tên cơ quan") {
		t.Fatal("an office without a name was taken")
	}
	w.Window().Canvas().FocusPrevious() // the cursor stands in the name that is missing
	w.answer("", false)
	o := w.Host().Desk.Office()
	if o == nil || o.Name != "UBND huyện Đắk Glong" || o.Level != "district" || o.Locality == "" {
		t.Fatalf("office = %+v", o)
	}
	if w.Here().Page != page.PageOverview || !strings.Contains(w.said(), "Hôm nay, thứ Sáu 07/06/2024") {
		t.Error("the overview is not shown after the first start")
	}
	if len(desk.All[*plan.Visit](w.Host().Desk)) != 0 {
		t.Error("starting empty left a visit")
	}
}

func TestFirstStartInEnglishKeepsTheAnswers(t *testing.T) {
	w := open(t, desktest.NewStore(), nil)
	w.Start()
	c := w.Window().Canvas()
	kittest.Type(c, "huyen dak glong")
	kittest.Key(c, fyne.KeyReturn)
	c.FocusNext()
	w.SetLook(page.Look{Language: "en", Theme: page.ThemeLight, TextSize: 100})
	if w.Host().Desk.Setting("language") != "en" || !strings.Contains(w.said(), "Welcome to Nhịp Cầu") {
		t.Error("the questions are not asked in English")
	}
	if !strings.Contains(w.said(), "UBND huyện Đắk Glong") {
		t.Error("the answers are gone")
	}
}

func TestTheSampleVisitIsRead(t *testing.T) {
	w := opened(t)
	if _, ok := desk.Get[*plan.Visit](w.Host().Desk, sample.VisitID); !ok {
		t.Error("the sample visit is not there")
	}
}

func TestUndoAndWhatIsStored(t *testing.T) {
	w := opened(t)
	if !strings.Contains(w.said(), "Đã lưu 08:42") {
		t.Error("the header does not say that all is stored")
	}
	id := sample.VisitID
	w.Host().Change(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		v, _ := desk.Read[*plan.Visit](tx, id)
		v.Title = "Đoàn học tập"
		return tx.Put(v)
	}, nil)
	kittest.Shortcut(w.Window().Canvas(), &fyne.ShortcutUndo{})
	if v, _ := desk.Get[*plan.Visit](w.Host().Desk, id); v.Title == "Đoàn học tập" {
		t.Error("Ctrl+Z did not undo")
	}
	kittest.Shortcut(w.Window().Canvas(), &desktop.CustomShortcut{
		KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift,
	})
	if v, _ := desk.Get[*plan.Visit](w.Host().Desk, id); v.Title != "Đoàn học tập" {
		t.Error("Ctrl+Shift+Z did not redo")
	}
}

func TestWhatCannotBeStoredIsSaid(t *testing.T) {
	w := opened(t)
	w.store.Fail = fault.New("fault.disk_full", "Folder", "data")
	w.Host().Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(&plan.Person{Name: "Đại biểu 01"}) }, nil)
	if !strings.Contains(w.said(), "Chưa lưu được") || !kit.HasDialog(w.Window().Canvas()) {
		t.Error("a full disk is not told")
	}
	kittest.Key(w.Window().Canvas(), fyne.KeyReturn)
	w.store.Fail = nil
	w.Host().Change(desk.Step{Why: "create"}, func(tx *desk.Tx) error { return tx.Put(&plan.Person{Name: "Đại biểu 01"}) }, nil)
	if strings.Contains(w.said(), "Chưa lưu được") || !strings.Contains(w.said(), "Đã lưu") {
		t.Error("the next change that is stored does not take the warning away")
	}
}

func TestFind(t *testing.T) {
	w := opened(t)
	w.ctrl(fyne.KeyK)
	c := w.Window().Canvas()
	if !kit.HasDialog(c) {
		t.Fatal("Ctrl+K opens no search")
	}
	kittest.Type(c, "dak glong")
	if said := w.said(); !strings.Contains(said, "Cơ quan sử dụng") {
		t.Error("the office is not found without marks, under the word for its kind")
	}
	w.ctrl(fyne.Key1)
	if !kit.HasDialog(c) {
		t.Error("a shortcut of the window reached it through the search")
	}
	kittest.Key(c, fyne.KeyEscape)
	if kit.HasDialog(c) {
		t.Error("Escape does not close the search")
	}
}

func TestFindOpensTheRecord(t *testing.T) {
	w := opened(t)
	o := w.Host().Desk.Office()
	w.ctrl(fyne.KeyK)
	kittest.Type(w.Window().Canvas(), "UBND "+o.Name[len("UBND "):])
	kittest.Key(w.Window().Canvas(), fyne.KeyReturn)
	if got := w.Here().Page; got != page.PageSettings {
		t.Errorf("Enter on the office leads to %q", got)
	}
}

func TestKeysLeadThroughThePages(t *testing.T) {
	w := opened(t)
	w.Go(page.Route{Page: page.PageOverview})
	w.Go(page.Route{Page: page.PageSettings})
	kittest.Key(w.Window().Canvas(), fyne.KeyF1)
	if here := w.Here(); here.Page != page.PageHelp || here.Record != page.PageSettings {
		t.Fatalf("F1 leads to %+v", here)
	}
	back := &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}
	kittest.Shortcut(w.Window().Canvas(), back)
	if here := w.Here(); here.Page != page.PageSettings {
		t.Errorf("Alt+Left leads to %+v", here)
	}
	kittest.Shortcut(w.Window().Canvas(), back)
	if here := w.Here(); here.Page != page.PageOverview {
		t.Errorf("Alt+Left again leads to %+v", here)
	}
	kittest.Shortcut(w.Window().Canvas(), &desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	if here := w.Here(); here.Page != page.PageSettings {
		t.Errorf("Alt+Right leads to %+v", here)
	}
	w.ctrl(fyne.Key1)
	if here := w.Here(); here.Page != page.PageOverview {
		t.Errorf("Ctrl+1 leads to %+v", here)
	}
}

func TestAPageHearsEscapeInItsForm(t *testing.T) {
	w := opened(t)
	visit := desk.All[*plan.Visit](w.Host().Desk)[0].ID
	w.Go(page.Route{Page: page.PageVisit, Visit: visit, Tab: page.TabTopics})
	c := w.Window().Canvas()
	w.field(w.Host().Words.Field(plan.KindTopic, "owner")).Focus()
	kittest.Key(c, fyne.KeyEscape)
	if _, ok := c.Focused().(*kit.Grid[*plan.Topic]); !ok {
		t.Errorf("Escape leads to %T", c.Focused())
	}
	kittest.Key(c, fyne.KeyF1)
	if got := w.Here().Page; got != page.PageHelp {
		t.Errorf("F1 in the list leads to %q", got)
	}
}

func TestLanguageChangesAtOnceAndIsKept(t *testing.T) {
	w := opened(t)
	w.Go(page.Route{Page: page.PageSettings})
	w.SetLook(page.Look{Language: "en", Theme: page.ThemeDark, TextSize: 125})
	if !strings.Contains(w.said(), "Our office") || !strings.Contains(w.said(), "Saved 08:42") {
		t.Error("the page is not in English")
	}
	if w.Here().Page != page.PageSettings {
		t.Errorf("the page has changed to %+v", w.Here())
	}
	th := w.app.Settings().Theme().(*theme.Theme)
	if th.Mode() != theme.Dark || theme.Scale() != 1.25 {
		t.Error("the theme was not taken")
	}
	again := open(t, w.store, nil)
	again.Start()
	if !strings.Contains(again.said(), "Today, Friday") && again.Host().Words.Language() != "en" {
		t.Error("the language is not remembered")
	}
}

func TestClosingKeepsWhatIsTypedAndWhereOneWas(t *testing.T) {
	w := opened(t)
	w.Go(page.Route{Page: page.PageSettings})
	c := w.Window().Canvas()
	w.field("Tên cơ quan").Focus()
	kittest.Shortcut(c, &fyne.ShortcutSelectAll{})
	kittest.Type(c, "Văn phòng HĐND và UBND")
	w.Window().Resize(fyne.NewSize(1500, 900))
	w.Close()
	again := open(t, w.store, nil)
	again.Start()
	if got := again.Host().Desk.Office().Name; got != "Văn phòng HĐND và UBND" {
		t.Errorf("the name is %q", got)
	}
	if again.Here().Page != page.PageSettings {
		t.Errorf("the program starts at %+v", again.Here())
	}
	if size := again.Window().Canvas().Size(); size != fyne.NewSize(1500, 900) {
		t.Errorf("the window is %v", size)
	}
}

// drop lets files fall on the window.
func (w *window) drop(names ...string) {
	w.t.Helper()
	dir := w.t.TempDir()
	var all []fyne.URI
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
			w.t.Fatal(err)
		}
		all = append(all, fynestorage.NewFileURI(path))
	}
	shell.Drop(w.Shell, all)
}

func TestWhatIsDropped(t *testing.T) {
	w := opened(t)
	d := w.Host().Desk
	visit := desk.All[*plan.Visit](d)[0].ID
	w.Go(page.Route{Page: page.PageOverview})
	w.drop("Giấy mời.pdf")
	if len(d.AttachmentsOf(visit)) != 0 || !strings.Contains(w.said(), "Trang này chỉ nhận") {
		t.Errorf("on a page without anything to attach to: %s", w.said())
	}
	w.Go(page.Route{Page: page.PageVisit, Visit: visit, Tab: page.TabPapers})
	w.drop("Giấy mời.pdf", "Danh sách.xlsx")
	if got := d.AttachmentsOf(visit); len(got) != 2 || got[0].Name != "Giấy mời.pdf" {
		t.Errorf("attached are %v", got)
	}
	w.drop("anh.jpg", "GOI.ZIP")
	if here := w.Here(); here.Page != page.PageExchange || len(d.AttachmentsOf(visit)) != 2 {
		t.Errorf("a bundle leads to %+v", here)
	}
}
