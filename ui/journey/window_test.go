//go:build journey

package journey

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/desk"
	"nhipcau/storage"
	"nhipcau/ui/kit"
	"nhipcau/ui/shell"
)

// fyneApp is the one app of the process; Fyne allows no second one.
var fyneApp fyne.App

// TestMain gives the main goroutine to Fyne, as its driver demands, and runs
// the tests beside it.
func TestMain(m *testing.M) {
	fyneApp = app.NewWithID("vn.nhipcau.journey")
	code := 0
	// Fyne ends with its last window; this one stays while offices come and go.
	fyneApp.NewWindow("journey").Show()
	go func() {
		code = m.Run()
		fyne.Do(fyneApp.Quit)
	}()
	fyneApp.Run()
	os.Exit(code)
}

// person sits before one window.
type person struct {
	t     *testing.T
	shell *shell.Shell
}

// patience is how long a person waits for something before giving up; it only
// ends what hangs.
const patience = 60 * time.Second

// sitDown opens the window on a data folder and waits until it has its data.
func sitDown(t *testing.T, dir string, files ...string) *person {
	t.Helper()
	p := &person{t: t}
	p.do(func() {
		s, err := shell.NewWindow(fyneApp, shell.Options{
			Dir: dir, Language: "vi", Files: files, Version: "journey",
			OpenStore: func() (desk.Store, error) { return storage.Open(dir, storage.Options{}) },
		})
		if err != nil {
			t.Error(err)
			return
		}
		p.shell = s
		s.Window().Show()
		s.Start()
	})
	if p.shell == nil {
		t.FailNow()
	}
	p.until("the data is open", func() bool { return p.shell.Host().Desk != nil })
	return p
}

// getUp closes the window as its button does and waits until the data folder
// is free again.
func (p *person) getUp(dir string) {
	p.t.Helper()
	p.do(p.shell.Close)
	p.until("the data folder is free", func() bool {
		store, err := storage.Open(dir, storage.Options{})
		if err != nil {
			return false
		}
		return store.Close() == nil
	})
}

// do acts on the UI goroutine.
func (p *person) do(act func()) { fyne.DoAndWait(act) }

// until waits for something that happens beside the UI goroutine.
func (p *person) until(what string, is func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); runtime.Gosched() {
		ok := false
		p.do(func() { ok = is() })
		if ok {
			return
		}
	}
	p.picture("stuck")
	p.t.Fatalf("waited in vain until %s", what)
}

// objects lists what stands in the window, that of a dialog first.
func (p *person) objects() []fyne.CanvasObject {
	c := p.shell.Window().Canvas()
	var out []fyne.CanvasObject
	for _, overlay := range c.Overlays().List() {
		out = append(out, test.LaidOutObjects(overlay)...)
	}
	return append(out, test.LaidOutObjects(c.Content())...)
}

type labelled interface {
	Label() string
	Text() string
	Focus()
}

// field waits for the field with the label.
func (p *person) field(label string) labelled {
	p.t.Helper()
	var found labelled
	p.until("there is a field "+label, func() bool {
		for _, o := range p.objects() {
			if f, ok := o.(labelled); ok && f.Label() == label {
				found = f
				return true
			}
		}
		return false
	})
	return found
}

// press waits for the button with the word and presses it.
func (p *person) press(word string) {
	p.t.Helper()
	p.until("there is a button "+word, func() bool {
		for _, o := range p.objects() {
			if b, ok := o.(*kit.Button); ok && b.Text() == word && !b.Disabled() {
				b.Tapped(&fyne.PointEvent{})
				return true
			}
		}
		return false
	})
}

// fill puts the cursor into a field, replaces what stands there and leaves.
func (p *person) fill(label, text string) {
	p.t.Helper()
	f := p.field(label)
	p.do(func() {
		f.Focus()
		p.shortcut(&fyne.ShortcutSelectAll{})
		p.typed(text)
	})
}

// typed types into what has the keyboard.
func (p *person) typed(text string) {
	focused := p.shell.Window().Canvas().Focused()
	if focused == nil {
		p.t.Error("nothing has the keyboard")
		return
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

func (p *person) key(name fyne.KeyName) {
	if focused := p.shell.Window().Canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (p *person) shortcut(s fyne.Shortcut) {
	if focused, ok := p.shell.Window().Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
	}
}

// settled waits until everything that was asked for is kept.
func (p *person) settled() {
	p.t.Helper()
	p.until("everything is kept", func() bool { return !p.shell.Host().Writer.Busy() })
}

// picture keeps what the window shows in the folder named by NHIPCAU_SHOTS.
func (p *person) picture(name string) {
	folder := os.Getenv("NHIPCAU_SHOTS")
	if folder == "" {
		return
	}
	p.do(func() {
		savePNG(p.t, filepath.Join(folder, "journey-"+name+".png"), p.shell.Window().Canvas().Capture())
	})
}
