package printing

import (
	"context"
	"fmt"
	"time"

	"nhipcau/app/paper"
)

// System is what can print on this computer. Its methods wait for other programs and for printers: call them away from the UI goroutine.
type System interface {
	// Printers lists where a paper can go, the usual one first. It returns what could be found out before ctx ended.
	Printers(ctx context.Context) ([]Printer, error)
	// Print sends a job and waits some seconds for what becomes of it. It returns a Failure, or another error, when nothing was or will be
	// printed; a job that is still on its way is none. When ctx ends first, the job is taken back as far as that is possible.
	Print(ctx context.Context, to Printer, job Job) (Receipt, error)
}

// Properties is a System whose drivers have a dialog of their own.
type Properties interface {
	// Properties shows the dialog of the driver above a window, by the handle that the system knows it by, and waits for the person. It
	// returns the settings for Job.Settings, or those that came in when the person cancels.
	Properties(window uintptr, printer Printer, settings []byte) ([]byte, error)
}

// Way is how a job reaches paper.
type Way int

// The ways, in the order in which they are offered.
const (
	Queue  Way = iota // a printer
	Dialog            // the print dialog of the desktop, which asks for printer, copies and sides itself
	Viewer            // the PDF is opened, and printed from there
)

// Printer is a place that a job can be sent to.
type Printer struct {
	Way  Way
	Name string // as the print service calls it; empty but for a Queue
	// Title and Place are what its keeper calls it and where it stands; both may be empty.
	Title, Place string
	Default      bool
	OneSided     bool // known to print on one side only
	State        State
	Troubles     []Trouble
	Says         string // what it says of itself in its own words; may be empty
}

// label is what a person knows a printer by.
func (p Printer) label() string {
	if p.Title != "" {
		return p.Title
	}
	return p.Name
}

// State is whether a printer takes jobs.
type State int

// The states of a printer.
const (
	Ready    State = iota
	Stopped        // jobs wait until somebody lets the printer go on
	Refusing       // jobs are not accepted
)

// Trouble is what keeps a printer from printing, as far as all print services name it alike.
type Trouble string

// The troubles.
const (
	PaperOut  Trouble = "paper_out"
	Jam       Trouble = "jam"
	Open      Trouble = "open"      // a door or cover
	TonerOut  Trouble = "toner_out" // or ink
	Offline   Trouble = "offline"   // switched off, or out of reach
	Attention Trouble = "attention" // somebody has to look
)

// Sides is on which sides of the sheet a job is printed.
type Sides int

// The sides.
const (
	OneSide   Sides = iota
	LongEdge        // both, turned like the leaf of a book: for upright pages
	ShortEdge       // both, turned like a calendar: for landscape pages
)

// Job is a paper for a printer.
type Job struct {
	Title string
	Pages *paper.Pages // those to be printed and no others; see paper.Pages.Only
	Info  paper.Info   // of the PDF, where it goes as one
	// Copies is at least 1. A Dialog and a Viewer ask for copies and sides themselves.
	Copies int
	Sides  Sides
	// Settings are those of the driver's own dialog, nil for the usual ones; see Properties.
	Settings []byte
}

// Receipt is what is known of a job some seconds after it was sent.
type Receipt struct {
	Way Way
	ID  string // as the print service calls the job; may be empty
	// Done says that the print service has finished with the job; else it waits or is being printed.
	Done bool
	// Troubles and Says are why it waits, if the printer has said so.
	Troubles []Trouble
	Says     string
}

// Failure is why a job is not printed. Its cause is a fault.Fault that can be told to a person.
type Failure struct {
	Cause    error
	Troubles []Trouble
	Says     string // what the print service says in its own words; may be empty
}

// Error gives the text for the log, without what was said: people write reasons, and name each other.
func (f *Failure) Error() string {
	if len(f.Troubles) == 0 {
		return f.Cause.Error()
	}
	return fmt.Sprintf("%v %v", f.Cause, f.Troubles)
}

// Unwrap gives the cause.
func (f *Failure) Unwrap() error { return f.Cause }

// Options are what a System needs of the program.
type Options struct {
	// File gives the path for a file of a name that is handed to another program.
	File func(name string) (path string, err error)
	// Open shows a file in the viewer of the system.
	Open func(path string) error
}

const (
	// patience is how long a job is followed: long enough for a queue that is stopped or empty to say so, short enough to wait for.
	patience = 8 * time.Second
	// interval is how often it is asked meanwhile.
	interval = 400 * time.Millisecond
)

// pause waits an interval, or until ctx ends.
func pause(ctx context.Context) error {
	timer := time.NewTimer(interval)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// looks is how often a job is asked after.
const looks = int(patience / interval)
