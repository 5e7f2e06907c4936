package shell

import (
	"fyne.io/fyne/v2"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/folder"
	"nhipcau/ui/page"
)

// watchFolder begins to make rounds with the exchange folder.
func (s *Shell) watchFolder(d *desk.Desk) {
	w := folder.NewWatch(d, s.opts.Passphrases, folder.Timer(s.opts.Timer), folder.Runner(s.opts.Run))
	w.Told = s.toldFolder
	s.host.Shared = w
	d.Signals.Changed.Listen(func(c desk.Changed) {
		if len(c.IDs) > 0 { // what is written into the folder changes registers only
			fyne.Do(w.Changed)
		}
	})
	w.Start()
}

// toldFolder shows how a round went, and says what a person has to know, once.
func (s *Shell) toldFolder(before, now folder.Status) {
	if !s.ready() {
		return
	}
	if s.trail.here().Page == page.PageFolder {
		s.shown.Update()
		return // it stands there
	}
	h := s.host
	look := func() { s.Go(page.Route{Page: page.PageFolder}) }
	waiting, refused := newFiles(now.Report)
	switch {
	case now.Err != nil && fault.KeyOf(now.Err) != fault.KeyOf(before.Err):
		logFault(now.Err)
		h.Toast(h.Words.Explain(now.Err), h.Say("folder.see"), look)
	case now.Err != nil:
	case waiting > 0:
		h.Toast(h.Say("folder.toast_waiting", "Count", waiting), h.Say("folder.see"), look)
	case refused > 0:
		h.Toast(h.Say("folder.toast_refused", "Count", refused), h.Say("folder.see"), look)
	}
}

func newFiles(r folder.Report) (waiting, refused int) {
	for _, one := range r.Waiting {
		if one.New {
			waiting++
		}
	}
	for _, one := range r.Refused {
		if one.New {
			refused++
		}
	}
	return waiting, refused
}
