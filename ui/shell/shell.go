package shell

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"nhipcau/app/civil"
	"nhipcau/app/desk"
	"nhipcau/app/folder"
	"nhipcau/app/printing"
	"nhipcau/app/seal"
	"nhipcau/app/words"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
	"nhipcau/ui/theme"
)

// Options are what the window is given from outside.
type Options struct {
	// Dir is the data folder, for showing it.
	Dir string
	// Language was asked for on the command line, "" if none was.
	Language string
	// Files are bundles to look at first.
	Files []string
	// Version is that of the program.
	Version string
	// OpenStore opens the data folder. It is called away from the UI goroutine.
	OpenStore func() (desk.Store, error)
	// Keys gives the keys with which this computer signs for an office; nil leaves
	// bundles unsigned.
	Keys func(office string) (*seal.Keys, error)
	// Passphrases keeps the passphrases of exchange folders.
	Passphrases folder.Passphrases
	// Opened is told the desk once it is open, and how to raise the window and
	// look at files; both may be called from any goroutine. It may be nil.
	Opened func(d *desk.Desk, raise func(files []string))
	// Restore puts the state of a backup in the place of what the data folder
	// holds, which is set aside. It is called away from the UI goroutine while
	// the folder is closed; OpenStore follows, whether it succeeded or not. Nil
	// leaves restoring out.
	Restore func(backup string) (desk.Copy, error)

	// The others are for tests and pictures; the zero value of each asks for
	// the real thing.

	// Now is the clock on the wall.
	Now func() time.Time
	// Timer and Run are those of the widgets.
	Timer kit.Timer
	Run   kit.Runner
	// Writer carries out changes.
	Writer *page.Writer
}

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Timer == nil {
		o.Timer = kit.WallTimer
	}
	if o.Run == nil {
		o.Run = kit.Async
	}
	if o.Writer == nil {
		o.Writer = page.NewWriter()
	}
	return o
}

// Shell is the window with everything in it. Its methods are called on the UI
// goroutine.
type Shell struct {
	opts   Options
	app    fyne.App
	window fyne.Window
	host   *page.Host
	look   page.Look
	spoken string // the language in which Fyne's own words are
	failed error  // why the data could not be opened

	frame    *frame
	pages    map[string]page.Page
	shown    page.Page
	asking   *start // the questions of the first start, while they are open
	trail    trail
	dirty    atomic.Bool // a change was made that no page has seen yet
	unsaved  bool        // the last change could not be stored
	closing  bool
	away     bool        // the data are closed while a backup is put in their place
	returned *comingBack // what came of that, until it is told
}

// NewWindow makes the window and shows its frame, without any data; Start opens
// the data.
func NewWindow(app fyne.App, opts Options) (*Shell, error) {
	s := &Shell{opts: opts.withDefaults(), app: app, pages: map[string]page.Page{}}
	s.look = recall(app.Preferences().String, opts.Language)
	if err := s.makeHost(); err != nil {
		return nil, err
	}
	s.window = app.NewWindow(s.host.Say("shell.name"))
	s.host.Window = s.window
	s.window.SetPadded(false)
	s.window.Resize(recallSize(app.Preferences().String))
	s.window.SetCloseIntercept(s.Close)
	s.window.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { s.dropped(files) })
	s.addShortcuts()
	s.wear()
	s.build()
	s.frame.say(s.host, s.host.Say("shell.opening"), "")
	return s, nil
}

// Window is the window itself.
func (s *Shell) Window() fyne.Window { return s.window }

// Host is what the pages are given.
func (s *Shell) Host() *page.Host { return s.host }

// Failure says why the data could not be opened, nil if it could.
func (s *Shell) Failure() error { return s.failed }

func (s *Shell) makeHost() error {
	w, err := words.Load(s.look.Language)
	if err != nil {
		return err
	}
	s.host = &page.Host{
		Words: w, Writer: s.opts.Writer, Today: s.today, Go: s.Go, Toast: s.toast, Fail: s.fail,
		OpenFile: openFile, PickFile: s.pickFile, SaveFile: s.saveFile, PickFolder: s.pickFolder,
		Machine: page.Machine{
			Dir: s.opts.Dir, Version: s.opts.Version,
			Look: func() page.Look { return s.look }, SetLook: s.SetLook,
		},
	}
	s.host.Printing = printing.New(printing.Options{File: s.host.PassOn, Open: openFile})
	if s.opts.Restore != nil {
		s.host.Machine.Restore = s.restore
	}
	s.makeEnv()
	s.opts.Writer.Began, s.opts.Writer.Settled = s.began, s.settled
	return nil
}

func (s *Shell) makeEnv() {
	s.host.Kit = page.NewEnv(s.host.Words, s.opts.Timer, s.opts.Run, s.today)
	s.host.Kit.OnUndo, s.host.Kit.OnRedo = s.undo, s.redo
}

func (s *Shell) today() civil.Date { return civil.DateOf(s.opts.Now()) }

// wear gives the app the theme and the words of the look.
func (s *Shell) wear() {
	s.app.Settings().SetTheme(theme.New(modes[s.look.Theme], s.look.TextSize))
	if s.spoken != s.look.Language {
		s.spoken = s.look.Language
		wordFyne(s.spoken)
	}
}

// build makes the frame anew, in the language of the host.
func (s *Shell) build() {
	s.pages, s.shown = map[string]page.Page{}, nil
	s.frame = newFrame(s)
	s.window.SetContent(kit.NewLayer(s.host.Kit, s.frame.root()))
	s.window.SetTitle(s.host.Say("shell.name"))
}

// SetLook changes language, theme and text size at once and keeps them.
func (s *Shell) SetLook(look page.Look) {
	if look == s.look {
		return
	}
	here := s.Here()
	s.leave()
	if !s.take(look) {
		return
	}
	s.rememberLook()
	switch {
	case s.asking != nil:
		s.asking.again()
	case s.host.Desk != nil:
		s.revisit(here)
		s.refresh()
	}
}

// take makes the window look so, without any page.
func (s *Shell) take(look page.Look) bool {
	w, err := words.Load(look.Language)
	if err != nil {
		s.fail(err)
		return false
	}
	s.look, s.host.Words = look, w
	s.makeEnv()
	s.wear()
	s.build()
	return true
}

// background runs work that shows nothing.
func (s *Shell) background(work func()) {
	s.opts.Run(context.Background(), func(context.Context) { work() }, func() {})
}
