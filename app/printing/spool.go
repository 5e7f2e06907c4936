package printing

import "nhipcau/app/fault"

// The bits of PRINTER_INFO_2.Status and .Attributes, and of JOB_INFO_1.Status (winspool.h).
const (
	printerPaused       = 0x1
	printerError        = 0x2
	printerJam          = 0x8
	printerPaperOut     = 0x10
	printerPaperProblem = 0x40
	printerOffline      = 0x80
	printerNotAvailable = 0x1000
	printerNoToner      = 0x40000
	printerIntervention = 0x100000
	printerDoorOpen     = 0x400000
	printerWorkOffline  = 0x400 // of the attributes

	jobPaused       = 0x1
	jobError        = 0x2
	jobDeleting     = 0x4
	jobOffline      = 0x20
	jobPaperOut     = 0x40
	jobPrinted      = 0x80
	jobDeleted      = 0x100
	jobBlocked      = 0x200
	jobIntervention = 0x400
)

// bit is what one bit of a status says.
type bit struct {
	mask    uint32
	trouble Trouble
}

var printerBits = []bit{
	{printerPaperOut | printerPaperProblem, PaperOut},
	{printerJam, Jam},
	{printerDoorOpen, Open},
	{printerNoToner, TonerOut},
	{printerOffline | printerNotAvailable, Offline},
	{printerError | printerIntervention, Attention},
}

var jobBits = []bit{{jobPaperOut, PaperOut}, {jobOffline, Offline}, {jobIntervention, Attention}}

func troublesIn(status uint32, bits []bit) []Trouble {
	var out []Trouble
	for _, b := range bits {
		if status&b.mask != 0 {
			out = append(out, b.trouble)
		}
	}
	return out
}

func troublesOfJob(status uint32) []Trouble { return troublesIn(status, jobBits) }

func stateOfPrinter(status, attributes uint32) (State, []Trouble) {
	if attributes&printerWorkOffline != 0 {
		status |= printerOffline
	}
	state := Ready
	if status&printerPaused != 0 {
		state = Stopped
	}
	return state, troublesIn(status, printerBits)
}

// failureOf returns the key of why a job will not be printed, or "" while it may be.
func failureOf(job uint32, printer State) string {
	switch {
	case job&(jobError|jobBlocked) != 0:
		return "fault.print_aborted"
	case job&(jobDeleting|jobDeleted) != 0:
		return "fault.print_cancelled"
	case job&jobPaused != 0, printer == Stopped:
		return "fault.print_stopped"
	}
	return ""
}

func failure(key, printer string, last Receipt) error {
	return &Failure{Cause: fault.New(key, "Printer", printer), Says: last.Says, Troubles: last.Troubles}
}
