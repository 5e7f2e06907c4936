package printing

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"

	"nhipcau/app/fault"
)

// winspool is the System of Windows.
type winspool struct{ options Options }

var _ Properties = winspool{}

// New returns what can print here.
func New(o Options) System { return winspool{o} }

// Printers implements System. The spooler can't be stopped while it looks for a printer of the network, so it is left to itself when
// ctx ends.
func (w winspool) Printers(ctx context.Context) ([]Printer, error) {
	type answer struct {
		printers []Printer
		err      error
	}
	done := make(chan answer, 1)
	go func() {
		printers, err := listPrinters()
		done <- answer{printers, err}
	}()
	select {
	case a := <-done:
		return append(a.printers, Printer{Way: Viewer}), nil // without a spooler there are none
	case <-ctx.Done():
		return []Printer{{Way: Viewer}}, ctx.Err()
	}
}

func compareText(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }

// Properties implements Properties.
func (w winspool) Properties(window uintptr, printer Printer, settings []byte) ([]byte, error) {
	// Windows that a thread has made hear of the keyboard by that thread only.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	p, err := open(printer.Name)
	if err != nil {
		return settings, opening(printer.Name, err)
	}
	defer p.close()
	given := devmode(settings)
	if given == nil {
		if given, _, err = p.settings(window, nil, 0); err != nil {
			return settings, opening(printer.Name, err)
		}
	}
	chosen, ok, err := p.settings(window, given, dmPrompt)
	if err != nil {
		return settings, opening(printer.Name, err)
	}
	if !ok {
		return settings, nil
	}
	return chosen, nil
}

// opening tells why a printer can't be spoken to.
func opening(printer string, err error) error {
	key := "fault.print_refused"
	if errors.Is(err, windows.ERROR_INVALID_PRINTER_NAME) {
		key = "fault.print_no_printer"
	}
	f := &Failure{Cause: fault.New(key, "Printer", printer, err)}
	var number windows.Errno
	if key == "fault.print_refused" && errors.As(err, &number) {
		f.Says = number.Error() // Windows says it in the language of the system
	}
	return f
}

// Print implements System.
func (w winspool) Print(ctx context.Context, to Printer, job Job) (Receipt, error) {
	if len(job.Pages.List) == 0 {
		return Receipt{}, fault.New("fault.print_no_pages")
	}
	if to.Way != Queue {
		return view(w.options, job)
	}
	runtime.LockOSThread() // a device context belongs to its thread
	defer runtime.UnlockOSThread()
	p, err := open(to.Name)
	if err != nil {
		return Receipt{}, opening(to.Name, err)
	}
	defer p.close()
	id, err := p.print(ctx, to.Name, job)
	if err != nil {
		switch {
		case ctx.Err() != nil:
			return Receipt{}, ctx.Err()
		case errors.Is(err, windows.ERROR_CANCELLED), errors.Is(err, windows.ERROR_PRINT_CANCELLED):
			return Receipt{}, context.Canceled // printers that make files ask where to
		}
		return Receipt{}, opening(to.Name, err)
	}
	return p.follow(ctx, to.Name, id)
}

// print draws a job and returns its number.
func (p *handle) print(ctx context.Context, printer string, job Job) (id uint32, err error) {
	settings, times, err := p.prepare(printer, job)
	if err != nil {
		return 0, err
	}
	dc, _, failure := createDC.Call(uintptr(unsafe.Pointer(pointer("WINSPOOL"))), uintptr(unsafe.Pointer(p.name)), 0,
		uintptr(unsafe.Pointer(&settings[0])))
	if dc == 0 {
		return 0, failed("CreateDC", failure)
	}
	defer deleteDC.Call(dc)
	// DOCINFOW; the title is not longer than drivers bear.
	info := struct {
		size               int32
		name, output, kind *uint16
		flags              uint32
	}{name: pointer(jobName(job.Title))}
	info.size = int32(unsafe.Sizeof(info))
	number, _, failure := startDoc.Call(dc, uintptr(unsafe.Pointer(&info)))
	if int32(number) <= 0 {
		return 0, failed("StartDoc", failure)
	}
	if err := draw(ctx, dc, settings, job, times); err != nil {
		_, _, _ = abortDoc.Call(dc)
		return 0, err
	}
	if r, _, failure := endDoc.Call(dc); int32(r) <= 0 {
		return 0, failed("EndDoc", failure)
	}
	return uint32(number), nil
}

// prepare returns the settings for a job, and how often its pages have to be drawn: a driver that can't make copies, or none in order,
// is given them one after the other.
func (p *handle) prepare(printer string, job Job) (settings devmode, times int, err error) {
	base := devmode(job.Settings)
	if base == nil {
		if base, _, err = p.settings(0, nil, 0); err != nil {
			return nil, 0, err
		}
	}
	wished, copies := append(devmode(nil), base...), max(job.Copies, 1)
	if most := int(capability(printer, "", capCopies)); most < copies ||
		len(job.Pages.List) > 1 && capability(printer, "", capCollate) <= 0 {
		copies = 1
	}
	if !wished.wish(job, copies) {
		return nil, 0, errors.New("settings that are too short")
	}
	settings, _, err = p.settings(0, wished, 0)
	if err != nil {
		return nil, 0, err
	}
	if int(settings.get(dmCopies)) == copies {
		return settings, (max(job.Copies, 1) + copies - 1) / copies, nil
	}
	settings.set(dmCopies, 1, hasCopies)
	return settings, max(job.Copies, 1), nil
}

// draw draws the pages so many times. Copies on both sides each begin on a sheet of their own.
func draw(ctx context.Context, dc uintptr, settings devmode, job Job, times int) error {
	c := newCanvas(dc)
	lies := settings.get(dmOrientation)
	for copied := range times {
		if copied > 0 && job.Sides != OneSide && len(job.Pages.List)%2 == 1 {
			if err := c.blankPage(); err != nil {
				return err
			}
		}
		for i, page := range job.Pages.List {
			if settings.turn(page); settings.get(dmOrientation) != lies {
				lies = settings.get(dmOrientation)
				if r, _, err := resetDC.Call(dc, uintptr(unsafe.Pointer(&settings[0]))); r == 0 {
					return failed("ResetDC", err)
				}
				c.measure()
			}
			if err := c.page(ctx, job.Pages, i); err != nil {
				return err
			}
		}
	}
	return nil
}

// blankPage is the back of a sheet that has none.
func (c *canvas) blankPage() error {
	if r, _, err := startPage.Call(c.dc); int32(r) <= 0 {
		return failed("StartPage", err)
	}
	if r, _, err := endPage.Call(c.dc); int32(r) <= 0 {
		return failed("EndPage", err)
	}
	return nil
}
