package printing

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"nhipcau/app/printing"
	"nhipcau/ui/kit"
)

// What is kept on this machine for the next time.
const (
	keptPrinter = "printing.printer"
	keptSides   = "printing.sides"
)

// ids of what is no queue; those of queues begin with queueID.
const (
	queueID  = "queue:"
	dialogID = "dialog"
	viewerID = "viewer"
)

func idOf(p printing.Printer) string {
	switch p.Way {
	case printing.Dialog:
		return dialogID
	case printing.Viewer:
		return viewerID
	}
	return queueID + p.Name
}

// look fetches the printers, and again after a failure: their state has changed.
func (d *dialog) look() {
	d.looking = true
	d.show()
	var found []printing.Printer
	d.host.Kit.Run(d.ctx, func(ctx context.Context) { found, _ = d.host.Printing.Printers(ctx) }, func() {
		d.looking = false
		d.take(found)
	})
}

// take shows the printers; what is chosen stays chosen.
func (d *dialog) take(found []printing.Printer) {
	d.printers = found
	choices := make([]kit.Choice, len(found))
	for i, p := range found {
		choices[i] = kit.Choice{ID: idOf(p), Title: d.nameOf(p), Detail: d.detailOf(p)}
	}
	chosen := d.printer.Value()
	d.printer.SetOptions(choices)
	if _, ok := d.selected(); !ok || chosen == "" {
		d.printer.SetValue(d.proposed())
	}
	d.show()
}

// proposed is the printer of the last time, or the usual one, or the first.
func (d *dialog) proposed() string {
	last := d.host.Desk.Setting(keptPrinter)
	for _, fits := range []func(printing.Printer) bool{
		func(p printing.Printer) bool { return idOf(p) == last },
		func(p printing.Printer) bool { return p.Default },
		func(printing.Printer) bool { return true },
	} {
		if i := slices.IndexFunc(d.printers, fits); i >= 0 {
			return idOf(d.printers[i])
		}
	}
	return ""
}

// nameOf is what a person calls a printer.
func (d *dialog) nameOf(p printing.Printer) string {
	switch {
	case p.Way == printing.Dialog:
		return d.host.Say("printing.dialog")
	case p.Way == printing.Viewer:
		return d.host.Say("printing.viewer")
	case p.Title != "":
		return p.Title
	}
	return p.Name
}

// detailOf tells printers of the same name apart, and which of them are no use now.
func (d *dialog) detailOf(p printing.Printer) string {
	parts := d.complaints(p)
	if p.Place != "" {
		parts = append([]string{p.Place}, parts...)
	}
	return strings.Join(parts, " · ")
}

// complaints are why a printer does not print now.
func (d *dialog) complaints(p printing.Printer) []string {
	var out []string
	switch p.State {
	case printing.Stopped:
		out = append(out, d.host.Say("printing.state_stopped"))
	case printing.Refusing:
		out = append(out, d.host.Say("printing.state_refusing"))
	case printing.Ready:
	}
	return append(out, d.troubles(p.Troubles)...)
}

func (d *dialog) troubles(list []printing.Trouble) []string {
	var out []string
	for _, t := range list {
		out = append(out, d.host.Say("printing.trouble_"+string(t)))
	}
	return out
}

// showProperties opens the dialog of the driver, which belongs to the printer and not to us.
func (d *dialog) showProperties() {
	system, ok := d.host.Printing.(printing.Properties)
	p, found := d.selected()
	if !ok || !found || d.opening {
		return
	}
	d.opening, d.unset = true, nil
	d.show()
	window, before := handle(d.host.Window), d.settings[idOf(p)]
	var after []byte
	var err error
	d.host.Kit.Run(d.ctx, func(context.Context) { after, err = system.Properties(window, p, before) }, func() {
		d.opening, d.unset = false, err
		d.show()
		if err != nil {
			return
		}
		if d.settings == nil {
			d.settings = map[string][]byte{}
		}
		d.settings[idOf(p)] = after
	})
}

// handle is what Windows knows a window by; 0 elsewhere.
func handle(w fyne.Window) uintptr {
	var out uintptr
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			if c, ok := context.(driver.WindowsWindowContext); ok {
				out = c.HWND
			}
		})
	}
	return out
}
