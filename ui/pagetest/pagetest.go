// Package pagetest lets a page be tested as a person uses it: a host over a
// desk in memory with the sample visit, whose work is done at once, and a
// window as large as the room that a page has. It is for tests only and must
// not know any page.
package pagetest

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/desk/desktest"
	"nhipcau/app/folder"
	"nhipcau/app/plan"
	"nhipcau/app/sample"
	"nhipcau/app/seal"
	"nhipcau/app/words"
	"nhipcau/ui/kit"
	"nhipcau/ui/kit/kittest"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Today is the day on which tests and pictures stand still: the Friday before
// the sample visit.
const Today civil.Date = "2024-06-07"

// Fixture is a host with everything that it was asked to do.
type Fixture struct {
	*page.Host
	// Visit is the id of the sample visit, "" on an empty desk.
	Visit string
	// Clock moves the timers of the widgets by hand.
	Clock *kittest.Clock
	// Printer takes what is printed.
	Printer *Printer
	// Toasts, Routes and Opened are what the page asked of the window.
	Toasts []Toast
	Routes []page.Route
	Opened []string
	// Failures are the errors that the page reported. One that the test does
	// not expect fails it at the end.
	Failures      []error
	ExpectFailure bool
	// Picked is the answer to PickFile, Saved the one to SaveFile; "" cancels.
	Picked, Saved string
	// Folder is the answer to PickFolder; "" cancels.
	Folder string

	t     testing.TB
	shown page.Page
	dirty bool
}

// Toast is one sentence at the bottom of the window.
type Toast struct {
	Sentence, Action string
	Act              func()
}

// Options say how a Fixture is to be. The zero value is the usual one: light,
// Vietnamese, 100 %, the room of a page at 1366×768, the sample visit.
type Options struct {
	Mode     theme.Mode
	Language string
	Percent  int
	Width    float32
	Height   float32
	// Empty leaves the sample visit out.
	Empty bool
	// NoOffice leaves the record of our own office out as well.
	NoOffice bool
	// Store is where the desk keeps its data; nil is one in memory.
	Store desk.Store
	// Signing says that the desk has keys and signs what it exports.
	Signing bool
}

// Width and Height are the room of a page in a window of 1366×768.
const (
	Width  = 1366 - 208
	Height = 768 - 48
)

// New opens the usual fixture.
func New(t testing.TB) *Fixture { return With(t, Options{}) }

// With opens a fixture as the options say.
func With(t testing.TB, o Options) *Fixture {
	t.Helper()
	o = o.withDefaults()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(o.Mode, o.Percent))
	w, err := words.Load(o.Language)
	if err != nil {
		t.Fatal(err)
	}
	f := &Fixture{t: t, Clock: &kittest.Clock{}}
	f.Host = &page.Host{Desk: desktest.OpenSigning(t, o.Store, 1, o.keys()), Words: w, Writer: page.NewWriterNow()}
	f.Machine.Dir = t.TempDir()
	f.Kit = page.NewEnv(w, f.Clock.After, kit.Straight, func() civil.Date { return Today })
	f.Shared = folder.NewWatch(f.Desk, folder.Passphrases{Folder: t.TempDir()}, f.Clock.After, kit.Straight)
	f.connect()
	f.fill(o)
	f.Window = test.NewTempWindow(t, kit.NewLayer(f.Kit, nil))
	f.Window.SetPadded(false)
	f.Window.Resize(fyne.NewSize(o.Width, o.Height))
	page.ListenTo(f.Window.Canvas(), f.hear)
	f.Window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { page.UseKey(f.shown, ev) })
	t.Cleanup(f.finish)
	return f
}

func (o Options) keys() func(office string) (*seal.Keys, error) {
	if !o.Signing {
		return nil
	}
	return desktest.Keyring()
}

func (o Options) withDefaults() Options {
	if o.Language == "" {
		o.Language = words.Vietnamese
	}
	if o.Percent == 0 {
		o.Percent = theme.Percent100
	}
	if o.Width == 0 {
		o.Width, o.Height = Width, Height
	}
	if o.Store == nil {
		o.Store = desktest.NewStore()
	}
	return o
}

// connect gives the host what only a window can do.
func (f *Fixture) connect() {
	f.Today = func() civil.Date { return Today }
	f.Go = func(r page.Route) { f.Routes = append(f.Routes, r) }
	f.Toast = func(sentence, action string, act func()) {
		f.Toasts = append(f.Toasts, Toast{sentence, action, act})
		kit.ShowToast(f.Window, sentence, action, act)
	}
	f.Fail = func(err error) { f.Failures = append(f.Failures, err) }
	f.OpenFile = func(path string) error { f.Opened = append(f.Opened, path); return nil }
	f.Printer = newPrinter()
	f.Printing = f.Printer
	f.PickFile = func(_ string, done func(string)) { answer(f.Picked, done) }
	f.SaveFile = func(_ string, done func(string)) { answer(f.Saved, done) }
	f.PickFolder = func(done func(string)) { answer(f.Folder, done) }
	f.Kit.OnUndo, f.Kit.OnRedo = f.Undo, f.Redo
	f.Writer.Settled = f.settled
	f.Desk.Signals.Changed.Listen(func(desk.Changed) {
		f.dirty = true
		if !f.Writer.Busy() {
			f.settled()
		}
	})
}

func answer(path string, done func(string)) {
	if path != "" {
		done(path)
	}
}

// fill makes the office of huyện Đắk Glong and the sample visit.
func (f *Fixture) fill(o Options) {
	f.t.Helper()
	if !o.NoOffice {
		if err := SetUp(f.Desk); err != nil {
			f.t.Fatal(err)
		}
	}
	if !o.Empty && !o.NoOffice {
		visit, err := sample.Build(f.Desk)
		if err != nil {
			f.t.Fatal(err)
		}
		f.Visit = visit
	}
	f.dirty = false
}

func (f *Fixture) finish() {
	if f.ExpectFailure {
		return
	}
	for _, err := range f.Failures {
		f.t.Errorf("the page failed: %v", err)
	}
}

// settled updates the page after a change, as the window does.
func (f *Fixture) settled() {
	if f.dirty && f.shown != nil {
		f.dirty = false
		f.shown.Update()
	}
}

// Show puts a page into the window and opens a route in it.
func (f *Fixture) Show(p page.Page, r page.Route) {
	f.Window.Canvas().Content().(*kit.Layer).SetContent(p.Object())
	f.shown = p
	p.Open(r)
	p.Update()
}

// ShowTab is Show for a tab of the sample visit.
func (f *Fixture) ShowTab(p page.Page) { f.Show(p, page.Route{Visit: f.Visit}) }

// Key types one key into what has the keyboard, or into the window.
func (f *Fixture) Key(name fyne.KeyName) { kittest.Key(f.Window.Canvas(), name) }

// Type types text into what has the keyboard.
func (f *Fixture) Type(text string) { kittest.Type(f.Window.Canvas(), text) }

// Shortcut types a shortcut into what has the keyboard, or into the window. As
// in the window, the page hears it where no widget takes it.
func (f *Fixture) Shortcut(s fyne.Shortcut) { kittest.Shortcut(f.Window.Canvas(), s) }

// hear is what the window does with keys: first the page, then undo.
func (f *Fixture) hear(s fyne.Shortcut) {
	if page.UseShortcut(f.shown, s) {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo:
		f.Undo()
	case *fyne.ShortcutRedo:
		f.Redo()
	}
}

// LastToast is the sentence that was said last, "" if none was.
func (f *Fixture) LastToast() string {
	if len(f.Toasts) == 0 {
		return ""
	}
	return f.Toasts[len(f.Toasts)-1].Sentence
}

// LastRoute is where the page wanted to go last.
func (f *Fixture) LastRoute() page.Route {
	if len(f.Routes) == 0 {
		return page.Route{}
	}
	return f.Routes[len(f.Routes)-1]
}

// SetUp makes the record of the office that tests sit in: UBND huyện Đắk
// Glong, the host of the sample visit.
func SetUp(d *desk.Desk) error {
	found := d.FindLocalities("huyện Đắk Glong, tỉnh Đắk Nông", Today, 1)
	if len(found) == 0 {
		return errors.New("no Đắk Glong in the register")
	}
	return d.SetUp(plan.Office{Name: "UBND huyện Đắk Glong", Locality: found[0].ID, Level: found[0].Level}, "Văn phòng")
}
