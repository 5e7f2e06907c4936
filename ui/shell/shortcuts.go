package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nhipcau/ui/page"
)

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

// addShortcuts listens to everything that a page or the window may use.
func (s *Shell) addShortcuts() {
	c := s.window.Canvas()
	page.ListenTo(c, s.shortcut)
	c.SetOnTypedKey(s.typedKey)
}

// shortcut gives a shortcut to the page, and does it itself where the page has
// no use for it.
func (s *Shell) shortcut(sc fyne.Shortcut) {
	if !s.ready() || page.UseShortcut(s.shown, sc) {
		return
	}
	switch sc := sc.(type) {
	case *fyne.ShortcutUndo:
		s.undo()
	case *fyne.ShortcutRedo:
		s.redo()
	case *desktop.CustomShortcut:
		s.custom(sc)
	}
}

func (s *Shell) custom(sc *desktop.CustomShortcut) {
	switch {
	case sc.Modifier == ctrl|shift && sc.KeyName == fyne.KeyZ:
		s.redo()
	case sc.Modifier == ctrl && sc.KeyName == fyne.KeyK:
		s.find()
	case sc.Modifier == ctrl && sc.KeyName == fyne.KeyN:
		s.Go(page.Route{Page: page.PageVisits, Record: page.RecordNew})
	case sc.Modifier == ctrl && len(sc.KeyName) == 1:
		s.openNumber(int(sc.KeyName[0] - '0'))
	case sc.Modifier == alt && sc.KeyName == fyne.KeyLeft:
		s.back(-1)
	case sc.Modifier == alt && sc.KeyName == fyne.KeyRight:
		s.back(+1)
	}
}

// openNumber opens a place of the rail by its number, from 1. The numbers stay
// the same whatever pages there are.
func (s *Shell) openNumber(n int) {
	if n >= 1 && n <= len(rail) && !rail[n-1].bottom {
		s.Go(page.Route{Page: rail[n-1].page})
	}
}

// typedKey acts on keys that nothing in the window has a use for.
func (s *Shell) typedKey(ev *fyne.KeyEvent) {
	switch {
	case !s.ready():
	case ev.Name == fyne.KeyF1:
		s.help()
	default:
		page.UseKey(s.shown, ev)
	}
}

// help explains the page that is open.
func (s *Shell) help() {
	here := s.Here()
	if here.Page == page.PageHelp {
		return
	}
	topic := here.Page
	if here.Page == page.PageVisit && here.Tab != "" {
		topic = page.PageVisit + "_" + here.Tab
	}
	s.Go(page.Route{Page: page.PageHelp, Record: topic})
}
