package files_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/fault"
	"nhipcau/app/plan"
	"nhipcau/ui/files"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/pagetest"
	"nhipcau/ui/theme"
)

// alone is a page with nothing but the section of the sample visit.
type alone struct {
	page.Page
	section *files.Section
	visit   string
}

func newAlone(h *page.Host) page.Page { return &alone{section: files.NewSection(h)} }

func (p *alone) Object() fyne.CanvasObject { return kit.Pad(theme.PageMargin, p.section.Object()) }
func (p *alone) Open(r page.Route)         { p.visit = r.Visit }
func (p *alone) Update()                   { p.section.Show(p.visit) }
func (p *alone) Leave()                    {}

// open shows the section over a store in which files can be spoilt.
func open(t *testing.T) (*pagetest.Fixture, *desktest.Store) {
	t.Helper()
	store := desktest.NewStore()
	f := pagetest.With(t, pagetest.Options{Store: store})
	f.ShowTab(newAlone(f.Host))
	return f, store
}

// write makes a file on the disk and gives its path.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// attach presses the button and picks a file.
func attach(t *testing.T, f *pagetest.Fixture, name, content string) *plan.Attachment {
	t.Helper()
	f.Picked = write(t, name, content)
	f.Press(f.Say("files.add"))
	all := f.Desk.AttachmentsOf(f.Visit)
	if len(all) == 0 {
		t.Fatalf("nothing is attached; failures %v", f.Failures)
	}
	return all[len(all)-1]
}

// walk goes by Tab from the beginning: the button, and of each row the line, save
// and remove.
func walk(f *pagetest.Fixture, steps int) {
	c := f.Window.Canvas()
	c.Unfocus()
	for range steps {
		c.FocusNext()
	}
}

func seen(f *pagetest.Fixture) string { return test.RenderToMarkup(f.Window.Canvas()) }

func TestAFileIsAddedAndTakenBack(t *testing.T) {
	f, _ := open(t)
	if !strings.Contains(seen(f), "Chưa có tài liệu nào") {
		t.Error("the empty section does not say what to do")
	}
	one := attach(t, f, "Giấy mời.pdf", "%PDF-1.7")
	if one.Of != f.Visit || one.Name != "Giấy mời.pdf" {
		t.Errorf("attached %+v", one)
	}
	for _, word := range []string{"Giấy mời.pdf", "1 KB", f.Desk.Author(), "1 tệp, 1 KB"} {
		if !strings.Contains(seen(f), word) {
			t.Errorf("%q is not seen", word)
		}
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if len(f.Desk.AttachmentsOf(f.Visit)) != 0 || !strings.Contains(seen(f), "Chưa có tài liệu nào") {
		t.Error("undo did not take it back")
	}
}

func TestAFileIsOpenedAsACopyThatIsSwept(t *testing.T) {
	f, _ := open(t)
	attach(t, f, "Giấy mời.pdf", "%PDF-1.7")
	walk(f, 2)
	f.Key(fyne.KeyReturn)
	if len(f.Opened) != 1 || filepath.Base(f.Opened[0]) != "Giấy mời.pdf" || !strings.HasPrefix(f.Opened[0], f.Machine.Dir) {
		t.Fatalf("opened %v", f.Opened)
	}
	raw, err := os.ReadFile(f.Opened[0])
	if err != nil || string(raw) != "%PDF-1.7" {
		t.Errorf("the copy holds %q, %v", raw, err)
	}
	if info, err := os.Stat(f.Opened[0]); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o400 {
		t.Errorf("the copy can be written or carried out: %v, %v", info.Mode(), err)
	}
}

// What could be carried out is never handed to the system, whatever its name
// looks like, and however it came.
func TestProgramsAreOnlySaved(t *testing.T) {
	for _, name := range []string{
		"setup.exe", "chay.bat", "chay.CMD", "x.js", "x.vbs", "anh.jpg.lnk", "x.sh", "x.desktop", "x.ps1", "x.msi", "x.scr", "x.com",
		"x.hta", "x.jar", "x.url", "x.html", "x.svg", "x.docm", "x.zip", "x", "x.pdf.exe", "x.app", "x.py", "x.reg", "x.iso",
	} {
		t.Run(name, func(t *testing.T) {
			f, _ := open(t)
			attach(t, f, name, "MZ")
			f.Saved = filepath.Join(t.TempDir(), "da-luu")
			walk(f, 2)
			f.Key(fyne.KeyReturn)
			if len(f.Opened) != 0 || !strings.Contains(seen(f), f.Say("files.save_only_title")) {
				t.Fatalf("opened %v", f.Opened)
			}
			f.Press(f.Say("files.save"))
			if raw, err := os.ReadFile(f.Saved); err != nil || string(raw) != "MZ" {
				t.Errorf("saved %q, %v", raw, err)
			}
			if last := f.Toasts[len(f.Toasts)-1]; last.Action != "" {
				t.Errorf("%q is offered", last.Action)
			}
		})
	}
}

func TestAHostileNameStaysInItsFolder(t *testing.T) {
	f, _ := open(t)
	one := attach(t, f, "a.pdf", "%PDF-1.7")
	if err := f.Desk.Do(desk.Step{Why: "edit"}, func(tx *desk.Tx) error {
		one.Name = "../../../evil.desktop/x.pdf"
		return tx.Put(one)
	}); err != nil {
		t.Fatal(err)
	}
	walk(f, 2)
	f.Key(fyne.KeyReturn)
	if len(f.Opened) != 1 || filepath.Base(f.Opened[0]) != "x.pdf" || !strings.HasPrefix(f.Opened[0], filepath.Join(f.Machine.Dir, "print")) {
		t.Errorf("opened %v", f.Opened)
	}
}

func TestWhatIsMissingSaysSo(t *testing.T) {
	f, store := open(t)
	one := attach(t, f, "a.pdf", "%PDF-1.7")
	for _, c := range []struct {
		content []byte
		key     string
	}{{nil, "files.row_missing"}, {[]byte("%PDF"), "files.row_damaged"}} {
		store.Spoil(one.SHA256, c.content)
		f.ShowTab(newAlone(f.Host))
		f.Shot(strings.ReplaceAll(c.key, ".", "-"))
		if !strings.Contains(seen(f), f.Say(c.key)) {
			t.Fatalf("%s is not said", c.key)
		}
		walk(f, 2)
		f.Key(fyne.KeyReturn)
		if len(f.Opened) != 0 || !strings.Contains(seen(f), "a.pdf") {
			t.Errorf("opened %v", f.Opened)
		}
		f.Press(f.Say("files.understood"))
	}
}

func TestSavingAndRemoving(t *testing.T) {
	f, _ := open(t)
	one := attach(t, f, "a.pdf", "%PDF-1.7")
	f.Saved = filepath.Join(t.TempDir(), "b.pdf")
	walk(f, 3)
	f.Key(fyne.KeyReturn)
	if raw, err := os.ReadFile(f.Saved); err != nil || string(raw) != "%PDF-1.7" {
		t.Fatalf("saved %q, %v", raw, err)
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if len(f.Opened) != 1 || f.Opened[0] != f.Saved {
		t.Errorf("opened %v", f.Opened)
	}
	f.Window.Canvas().FocusNext() // remove
	f.Key(fyne.KeyReturn)
	if len(f.Desk.AttachmentsOf(f.Visit)) != 0 {
		t.Fatal("it was not removed")
	}
	f.Toasts[len(f.Toasts)-1].Act()
	if all := f.Desk.AttachmentsOf(f.Visit); len(all) != 1 || all[0].ID != one.ID {
		t.Error("undo did not bring it back")
	}
}

func TestWhatCannotBeAttachedIsTold(t *testing.T) {
	f, _ := open(t)
	f.ExpectFailure = true
	f.Picked = write(t, "trống.pdf", "")
	f.Press(f.Say("files.add"))
	if len(f.Failures) != 1 || fault.KeyOf(f.Failures[0]) != "fault.attachment_empty" || len(f.Desk.AttachmentsOf(f.Visit)) != 0 {
		t.Errorf("failures %v", f.Failures)
	}
}

// A row that stays keeps the keyboard while another comes.
func TestARowKeepsTheKeyboard(t *testing.T) {
	f, _ := open(t)
	attach(t, f, "a.pdf", "%PDF-1.7")
	walk(f, 2)
	before := f.Window.Canvas().Focused()
	if _, err := f.Desk.AttachFile(f.Visit, "b.pdf", strings.NewReader("%PDF")); err != nil {
		t.Fatal(err)
	}
	if f.Window.Canvas().Focused() != before || !strings.Contains(seen(f), "b.pdf") {
		t.Error("the keyboard is lost, or the new row not shown")
	}
}

func TestSizes(t *testing.T) {
	f, _ := open(t)
	for bytes, want := range map[int64]string{
		0: "0 KB", 1: "1 KB", 1024: "1 KB", 1025: "2 KB", 1 << 20: "1 MB", 5<<20 + 200<<10: "5,2 MB", desk.MaxAttachment: "25 MB",
	} {
		if got := files.Size(f.Host, bytes); got != want {
			t.Errorf("%d bytes are %q, want %q", bytes, got, want)
		}
	}
}
