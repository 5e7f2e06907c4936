//go:build !windows

package printing

import (
	"context"
	"os"
	"os/user"

	"nhipcau/app/fault"
)

// unix is the System of everything but Windows.
type unix struct {
	options Options
	run     runner
	portal  portal
	user    string
}

// New returns what can print here.
func New(o Options) System {
	u := &unix{options: o, run: run, portal: portal{sessionBus(), portalTime}}
	if who, err := user.Current(); err == nil {
		u.user = who.Username
	}
	return u
}

// Printers implements System.
func (u *unix) Printers(ctx context.Context) ([]Printer, error) {
	asked := ctx
	ctx, cancel := context.WithTimeout(ctx, listTime)
	defer cancel()
	dialog := u.portal.there(ctx)
	var out []Printer
	if c, ok := newCUPS(ctx, u.run, u.user); ok {
		out = c.printers(ctx)
	}
	if <-dialog {
		out = append(out, Printer{Way: Dialog})
	}
	return append(out, Printer{Way: Viewer}), asked.Err()
}

// Print implements System.
func (u *unix) Print(ctx context.Context, to Printer, job Job) (Receipt, error) {
	if len(job.Pages.List) == 0 {
		return Receipt{}, fault.New("fault.print_no_pages")
	}
	switch to.Way {
	case Dialog:
		return u.dialog(ctx, job)
	case Viewer:
		return view(u.options, job)
	}
	c, ok := newCUPS(ctx, u.run, u.user)
	if !ok {
		return Receipt{}, &Failure{Cause: fault.New("fault.print_no_service")}
	}
	return c.print(ctx, to, job)
}

func (u *unix) dialog(ctx context.Context, job Job) (Receipt, error) {
	path, err := write(u.options, job)
	if err != nil {
		return Receipt{}, err
	}
	file, err := os.Open(path)
	if err != nil {
		return Receipt{}, fault.New("fault.file_unreadable", "File", path, err)
	}
	defer file.Close()
	if err := u.portal.print(ctx, jobName(job.Title), file); err != nil {
		return Receipt{}, err
	}
	return Receipt{Way: Dialog, Done: true}, nil
}
