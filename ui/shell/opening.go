package shell

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/bundle"
	"nhipcau/app/desk"
	"nhipcau/ui/kit"
	"nhipcau/ui/page"
)

// Start opens the data, away from the UI goroutine, and then shows the page at
// which the person left.
func (s *Shell) Start() {
	var d *desk.Desk
	var err error
	s.opts.Run(context.Background(), func(context.Context) { d, err = s.openDesk() }, func() {
		if err != nil {
			s.cannotOpen(err)
			return
		}
		s.opened(d)
	})
}

func (s *Shell) openDesk() (*desk.Desk, error) {
	store, err := s.opts.OpenStore()
	if err != nil {
		return nil, err
	}
	d, err := desk.OpenWithAssets(store, desk.Options{Now: s.opts.Now, Keys: s.opts.Keys})
	if err != nil {
		_ = store.Close() // the error of opening says more
		return nil, err
	}
	return d, nil
}

// cannotOpen fills the page with what went wrong and what to do.
func (s *Shell) cannotOpen(err error) {
	s.failed = err
	logFault(err)
	s.frame.refuse(s.host, s.host.Words.Explain(err), s.tryAgain, s.Close)
}

func (s *Shell) tryAgain() {
	s.failed = nil
	s.frame.say(s.host, s.host.Say("shell.opening"), "")
	s.Start()
}

func (s *Shell) opened(d *desk.Desk) {
	s.host.Desk = d
	s.away = false
	if look := recall(d.Setting, s.opts.Language); look != s.look {
		s.take(look)
	}
	if s.app.Preferences().String(setWindow) == "" {
		s.window.Resize(recallSize(d.Setting))
	}
	d.Signals.Changed.Listen(s.changed)
	s.watchFolder(d)
	if s.opts.Opened != nil {
		s.opts.Opened(d, s.raise)
	}
	if d.Office() == nil {
		s.firstStart()
	} else {
		s.begin(recallRoute(d.Setting))
	}
	s.tellOpening()
}

// begin shows the first page, or the bundles that were handed over.
func (s *Shell) begin(r page.Route) {
	switch {
	case len(s.opts.Files) > 0:
		s.Go(page.Route{Page: page.PageExchange, File: s.opts.Files[0]})
		s.opts.Files = nil // they are looked at once
	case r.Page == page.PageHelp:
		s.Go(page.Route{Page: page.PageOverview})
	default:
		s.Go(r)
	}
	d := s.host.Desk
	s.background(func() {
		d.WarmFind()
		s.host.SweepPassed()
	})
}

// raise brings the window to the front for a second start of the program, and
// looks at the bundle that it was given.
func (s *Shell) raise(files []string) {
	fyne.Do(func() {
		s.window.RequestFocus()
		if len(files) > 0 && s.ready() {
			s.Go(page.Route{Page: page.PageExchange, File: files[0]})
		}
	})
}

// tellOpening says what had to be done to open the data folder, which is mostly
// nothing. It stays until it is closed: who reads it an hour later has to know
// it as well.
func (s *Shell) tellOpening() {
	said := s.tellBack()
	if k, err := s.host.Desk.Keeper(); err == nil { // data in memory have nothing to tell
		for _, m := range k.Opened().Messages() {
			said = append(said, s.host.Say(m.Key, m.Args...))
		}
	}
	if len(said) > 0 {
		kit.Inform(s.host.Kit, s.window, s.host.Say("shell.about_data"), strings.Join(said, "\n\n"), s.host.Say("shell.understood"))
	}
}

// dropped looks at a bundle that was dropped on the window. Other files are
// attached to what the page shows, where it has something to which they can be.
func (s *Shell) dropped(files []fyne.URI) {
	if !s.ready() {
		return
	}
	var paths []string
	for _, f := range files {
		if bundle.IsFileName(f.Name()) {
			s.Go(page.Route{Page: page.PageExchange, File: f.Path()})
			return
		}
		paths = append(paths, f.Path())
	}
	if p, ok := s.shown.(page.Receiver); ok && !kit.HasDialog(s.window.Canvas()) && p.Receive(paths) {
		return
	}
	s.toast(s.host.Say("shell.not_a_bundle"), "", nil)
}

// ready says whether there are pages to go to.
func (s *Shell) ready() bool { return s.open() && s.shown != nil }

// open says whether the data are open.
func (s *Shell) open() bool { return s.host.Desk != nil && !s.away && !s.closing }
