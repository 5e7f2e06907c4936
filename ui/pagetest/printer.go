package pagetest

import (
	"context"

	"nhipcau/app/printing"
)

// Printer is a printing.System that keeps what is printed. As New makes it, it has one printer, which takes everything.
type Printer struct {
	List []printing.Printer
	// Answer is the receipt of each job, Err why none is printed.
	Answer printing.Receipt
	Err    error
	// Sending is called while a job is being sent; may be nil.
	Sending func(ctx context.Context)

	To   []printing.Printer
	Jobs []printing.Job
}

func newPrinter() *Printer {
	return &Printer{
		List:   []printing.Printer{{Name: "tang2", Title: "Máy in tầng 2", Default: true}, {Way: printing.Viewer}},
		Answer: printing.Receipt{ID: "tang2-1", Done: true},
	}
}

// Printers implements printing.System.
func (p *Printer) Printers(context.Context) ([]printing.Printer, error) { return p.List, nil }

// Print implements printing.System.
func (p *Printer) Print(ctx context.Context, to printing.Printer, job printing.Job) (printing.Receipt, error) {
	p.To, p.Jobs = append(p.To, to), append(p.Jobs, job)
	if p.Sending != nil {
		p.Sending(ctx)
	}
	if err := ctx.Err(); err != nil {
		return printing.Receipt{}, err
	}
	answer := p.Answer
	answer.Way = to.Way
	return answer, p.Err
}
