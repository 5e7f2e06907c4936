package papers

import (
	"fyne.io/fyne/v2"

	"nhipcau/ui/kit"
	"nhipcau/ui/theme"
)

// marking says how the paper is held against its last print.
type marking struct {
	on   bool // changes since the last print are marked
	only bool // pages without a change are left out
}

// leaveOut leaves out the pages without a change where that is asked for. Where
// there is no change to be seen, all pages stay.
func (s *shown) leaveOut(m marking) {
	s.whole = len(s.pages.List)
	if !m.on || !m.only || s.reprint.Changes == 0 {
		return
	}
	if changed := s.pages.OnlyChanged(); len(changed.List) > 0 {
		s.pages, s.partly = changed, true
	}
}

// marks lets the changes since the last print be marked, says how many there are,
// and lets pages without one be left out, on paper as in the PDF.
func (t *tab) marks() fyne.CanvasObject {
	h, got := t.host, t.shown
	word := h.Say("papers.mark_changes")
	if t.marked.on {
		word = h.Say("papers.marked_changes", "Count", got.reprint.Changes, "Revision", got.reprint.Revision)
	}
	boxes := kit.VBox(theme.Gap8, t.mark(0, word, &t.marked.on))
	if t.marked.on && got.reprint.Changes > 0 {
		word = h.Say("papers.only_changed")
		if got.partly {
			word = h.Say("papers.only_changed_pages", "Count", len(got.pages.List), "Pages", got.whole)
		}
		boxes.Add(t.mark(1, word, &t.marked.only))
	}
	return boxes
}

// mark is one tick, which is seen on the paper at once. It stays the same widget,
// so that it keeps the keyboard.
func (t *tab) mark(at int, word string, on *bool) *kit.CheckBox {
	if t.boxes[at] == nil {
		t.boxes[at] = kit.NewCheckBox(word, func(now bool) {
			*on = now
			t.Update()
		})
	}
	c := t.boxes[at]
	c.SetText(word)
	c.SetTooltip(word) // a narrow panel cuts it
	c.SetChecked(*on)
	return c
}
