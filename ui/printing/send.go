package printing

import (
	"context"
	"errors"

	"nhipcau/app/paper"
	"nhipcau/app/printing"
	"nhipcau/app/printout"
)

// send hands the job to the printer, away from the UI goroutine. The dialog stays open meanwhile.
func (d *dialog) send() (closing bool) {
	d.number.Commit()
	d.text.Commit()
	p, found := d.selected()
	if !found || d.stop != nil || d.badPages != nil || d.number.Message() != "" || len(d.pages()) == 0 {
		return false
	}
	sent := d.pages()
	job := printing.Job{
		Title: d.job.Title, Pages: d.job.Pages.Only(sent), Copies: d.copies, Sides: d.sidesOn(p), Settings: d.settings[idOf(p)],
		Info: paper.Info{Creator: printout.Creator(d.host.Machine.Version), Created: d.host.Desk.Now()},
	}
	var sending context.Context
	sending, d.stop = context.WithCancel(context.Background())
	d.failure, d.unset, d.stopped = nil, nil, false
	d.show()
	var receipt printing.Receipt
	var err error
	// The job has a context of its own, so that one that was stopped is still heard of.
	d.host.Kit.Run(context.Background(), func(context.Context) { receipt, err = d.host.Printing.Print(sending, p, job) }, func() {
		d.stop()
		d.stop = nil
		if err != nil {
			d.fail(err)
			return
		}
		d.finish(p, receipt, sent)
	})
	return false
}

// cancel stops a job that is being sent, and closes the dialog when there is none, or when stopping takes too long for the person.
func (d *dialog) cancel() (closing bool) {
	if d.stop == nil || d.stopped {
		return true
	}
	d.stopped = true
	d.stop()
	d.show()
	return false
}

func (d *dialog) fail(err error) {
	d.failure = err
	if d.ctx.Err() != nil {
		if !errors.Is(err, context.Canceled) {
			d.host.Fail(err) // the dialog is gone
		}
		return
	}
	d.look()
}

// finish says what became of the job, and keeps the choices for the next time.
func (d *dialog) finish(p printing.Printer, r printing.Receipt, sent []int) {
	d.host.Keep(keptPrinter, idOf(p))
	if p.Way == printing.Queue && !p.OneSided {
		d.host.Keep(keptSides, d.turned(d.sides.Value()))
	}
	d.dialog.Close()
	d.host.Toast(d.became(p, r), "", nil)
	if d.done != nil {
		d.done(sent)
	}
}
