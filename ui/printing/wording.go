package printing

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"nhipcau/app/printing"
	"nhipcau/ui/kit"
)

// act is what the button does: so many copies of so many pages.
func (d *dialog) act(p printing.Printer) string {
	h, pages := d.host, len(d.pages())
	switch {
	case d.failure != nil && !errors.Is(d.failure, context.Canceled):
		return h.Say("printing.again")
	case p.Way == printing.Viewer:
		return h.Say("printing.act_viewer")
	case p.Way == printing.Dialog:
		return h.Say("printing.act_dialog", "Count", pages)
	}
	return h.Say("printing.act", "Copies", d.copies, "Count", pages)
}

// notes are what the person should know now: what goes on, what went wrong, what the printer lacks.
func (d *dialog) notes(p printing.Printer, found bool) []fyne.CanvasObject {
	h := d.host
	switch {
	case d.stop != nil && d.stopped:
		return notice(kit.Neutral, h.Say("printing.stopping"))
	case d.stop != nil:
		return notice(kit.Neutral, h.Say("printing.sending", "Printer", d.nameOf(p)))
	case errors.Is(d.failure, context.Canceled):
		return notice(kit.Neutral, h.Say("printing.stopped_here"))
	case d.failure != nil:
		return notice(kit.RedTone, d.why(d.failure))
	case d.unset != nil:
		return notice(kit.RedTone, d.why(d.unset))
	case d.looking && !found:
		return notice(kit.Neutral, h.Say("printing.looking"))
	case !d.hasQueue():
		return notice(kit.Neutral, h.Say("printing.none"))
	case p.Way != printing.Queue:
		return notice(kit.Neutral, h.Say("printing.asks_itself"))
	}
	return d.lacks(p)
}

func notice(tone kit.Tone, text string) []fyne.CanvasObject {
	return []fyne.CanvasObject{kit.Notice(tone, text)}
}

func (d *dialog) hasQueue() bool {
	for _, p := range d.printers {
		if p.Way == printing.Queue {
			return true
		}
	}
	return false
}

// lacks says what keeps a printer from printing, and what it can't do.
func (d *dialog) lacks(p printing.Printer) []fyne.CanvasObject {
	h := d.host
	var out []fyne.CanvasObject
	if list := d.complaints(p); len(list) > 0 {
		text := h.Say("printing.warn", "Why", strings.Join(list, ", "))
		if p.Says != "" {
			text += " " + d.quote(p.Says)
		}
		out = append(out, kit.Notice(kit.AmberTone, text))
	}
	if p.OneSided {
		out = append(out, kit.Notice(kit.Neutral, h.Say("printing.one_sided")))
	}
	return out
}

// why tells why a job was not printed: our sentence, what the printer lacks, and what it says itself.
func (d *dialog) why(err error) string {
	h := d.host
	text := h.Words.Explain(err)
	var f *printing.Failure
	if !errors.As(err, &f) {
		return text
	}
	if list := d.troubles(f.Troubles); len(list) > 0 {
		text += " " + h.Say("printing.warn", "Why", strings.Join(list, ", "))
	}
	if f.Says != "" {
		text += " " + d.quote(f.Says)
	}
	return text
}

// quote tells what a printer says itself.
func (d *dialog) quote(says string) string {
	return d.host.Say("printing.says", "Says", strings.TrimRight(strings.TrimSpace(says), "."))
}

// became tells what became of a job that was taken.
func (d *dialog) became(p printing.Printer, r printing.Receipt) string {
	h, name := d.host, d.nameOf(p)
	why := d.troubles(r.Troubles)
	switch {
	case r.Way == printing.Viewer:
		return h.Say("printing.opened")
	case r.Way == printing.Dialog:
		return h.Say("printing.passed_on")
	case r.Done:
		return h.Say("printing.done", "Printer", name)
	case len(why) > 0:
		return h.Say("printing.waiting", "Printer", name, "Why", strings.Join(why, ", "))
	}
	text := h.Say("printing.sent", "Printer", name)
	if r.Says != "" {
		text += " " + d.quote(r.Says)
	}
	return text
}
