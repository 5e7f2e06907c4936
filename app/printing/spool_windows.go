package printing

import (
	"context"
	"slices"
	"strconv"
	"unsafe"

	"golang.org/x/sys/windows"
)

// What is called of the print spooler.
var (
	spooler            = windows.NewLazySystemDLL("winspool.drv")
	enumPrinters       = spooler.NewProc("EnumPrintersW")
	getDefaultPrinter  = spooler.NewProc("GetDefaultPrinterW")
	openPrinter        = spooler.NewProc("OpenPrinterW")
	closePrinter       = spooler.NewProc("ClosePrinter")
	getPrinter         = spooler.NewProc("GetPrinterW")
	documentProperties = spooler.NewProc("DocumentPropertiesW")
	deviceCapabilities = spooler.NewProc("DeviceCapabilitiesW")
	getJob             = spooler.NewProc("GetJobW")
	setJob             = spooler.NewProc("SetJobW")
)

// What the calls take.
const (
	enumLocal       = 0x2
	enumConnections = 0x4

	capDuplex  = 7  // DC_DUPLEX
	capCopies  = 18 // DC_COPIES
	capCollate = 22 // DC_COLLATE

	dmOut    = 2 // DM_OUT_BUFFER
	dmPrompt = 4 // DM_IN_PROMPT
	dmIn     = 8 // DM_IN_BUFFER

	jobDelete = 5 // JOB_CONTROL_DELETE
)

// printerInfo is PRINTER_INFO_2W.
type printerInfo struct {
	server, printer, share, port, driver, comment, location *uint16
	devmode                                                 uintptr
	sepFile, processor, datatype, parameters                *uint16
	security                                                uintptr
	attributes, priority, defaultPriority, start, until     uint32
	status, jobs, perMinute                                 uint32
}

// jobInfo is JOB_INFO_1W.
type jobInfo struct {
	id                                                          uint32
	printer, machine, user, document, datatype, statusText      *uint16
	status, priority, position, totalPages, pagesPrinted        uint32
	year, month, weekday, day, hour, minute, second, thousandth uint16
}

// spoken turns a string of Windows into ours.
func spoken(p *uint16) string {
	if p == nil {
		return ""
	}
	return windows.UTF16PtrToString(p)
}

// filled calls what fills a buffer of a size that it tells first, and returns the buffer and how many entries are in it.
func filled(call func(buffer *byte, size uint32, needed, count *uint32) (ok bool, err error)) ([]byte, uint32, error) {
	var buffer []byte
	for {
		var needed, count uint32
		var first *byte
		if len(buffer) > 0 {
			first = &buffer[0]
		}
		ok, err := call(first, uint32(len(buffer)), &needed, &count)
		switch {
		case ok:
			return buffer, count, nil
		case int(needed) <= len(buffer): // it asked for no more room: that is not why
			return nil, 0, err
		}
		// Structures in the buffer begin with pointers: eight bytes that belong together.
		words := make([]uint64, (needed+7)/8)
		buffer = unsafe.Slice((*byte)(unsafe.Pointer(&words[0])), len(words)*8)
	}
}

// listPrinters asks the spooler for the printers of this computer and those that the person has connected.
func listPrinters() ([]Printer, error) {
	const level = 2
	buffer, count, err := filled(func(b *byte, size uint32, needed, count *uint32) (bool, error) {
		r, _, err := enumPrinters.Call(enumLocal|enumConnections, 0, level, uintptr(unsafe.Pointer(b)), uintptr(size),
			uintptr(unsafe.Pointer(needed)), uintptr(unsafe.Pointer(count)))
		return r != 0, failed("EnumPrinters", err)
	})
	if err != nil || count == 0 {
		return nil, err
	}
	usual := defaultPrinter()
	var out []Printer
	for _, info := range unsafe.Slice((*printerInfo)(unsafe.Pointer(&buffer[0])), count) {
		out = append(out, printerOfInfo(info, usual))
	}
	slices.SortStableFunc(out, func(a, b Printer) int { return compareText(a.Name, b.Name) })
	return out, nil
}

func printerOfInfo(info printerInfo, usual string) Printer {
	p := Printer{Name: spoken(info.printer), Place: spoken(info.location)}
	p.Default = p.Name == usual
	p.State, p.Troubles = stateOfPrinter(info.status, info.attributes)
	p.OneSided = capability(p.Name, spoken(info.port), capDuplex) == 0
	return p
}

// capability asks a driver what it can do; -1 means that it does not say.
func capability(printer, port string, which uintptr) int32 {
	name, device := pointer(printer), pointer(port)
	r, _, _ := deviceCapabilities.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(device)), which, 0, 0)
	return int32(r)
}

// pointer turns a string of ours into one of Windows, up to a zero byte.
func pointer(s string) *uint16 {
	p, err := windows.UTF16PtrFromString(s)
	if err != nil {
		return new(uint16)
	}
	return p
}

func defaultPrinter() string {
	var size uint32
	_, _, _ = getDefaultPrinter.Call(0, uintptr(unsafe.Pointer(&size)))
	if size == 0 {
		return ""
	}
	name := make([]uint16, size)
	if r, _, _ := getDefaultPrinter.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&size))); r == 0 {
		return ""
	}
	return windows.UTF16ToString(name)
}

// handle is an open printer.
type handle struct {
	h    uintptr
	name *uint16
}

func open(printer string) (*handle, error) {
	p := &handle{name: pointer(printer)}
	if r, _, err := openPrinter.Call(uintptr(unsafe.Pointer(p.name)), uintptr(unsafe.Pointer(&p.h)), 0); r == 0 {
		return nil, failed("OpenPrinter", err)
	}
	return p, nil
}

func (p *handle) close() { _, _, _ = closePrinter.Call(p.h) }

// settings asks the driver for its settings: the usual ones, or those given as far as it takes them; with a mode of dmPrompt above a
// window it asks the person. Ok is false when the person has cancelled.
func (p *handle) settings(window uintptr, given devmode, mode uintptr) (d devmode, ok bool, err error) {
	size, _, failure := documentProperties.Call(window, p.h, uintptr(unsafe.Pointer(p.name)), 0, 0, 0)
	if int32(size) < dmLeast {
		return nil, false, failed("DocumentProperties", failure)
	}
	// Drivers have been known to write a little more than they said.
	const spare = 1024
	d = make(devmode, int(int32(size))+spare)
	var in *byte
	if given != nil {
		in, mode = &given[0], mode|dmIn
	}
	r, _, failure := documentProperties.Call(window, p.h, uintptr(unsafe.Pointer(p.name)), uintptr(unsafe.Pointer(&d[0])),
		uintptr(unsafe.Pointer(in)), mode|dmOut)
	const idOK = 1
	switch {
	case int32(r) < 0:
		return nil, false, failed("DocumentProperties", failure)
	case mode&dmPrompt != 0 && int32(r) != idOK:
		return given, false, nil
	}
	return d, true, nil
}

// job asks after a job; ok is false when the spooler no longer knows it.
func (p *handle) job(id uint32) (status uint32, says string, ok bool) {
	const level = 1
	buffer, _, err := filled(func(b *byte, size uint32, needed, _ *uint32) (bool, error) {
		r, _, err := getJob.Call(p.h, uintptr(id), level, uintptr(unsafe.Pointer(b)), uintptr(size), uintptr(unsafe.Pointer(needed)))
		return r != 0, failed("GetJob", err)
	})
	if err != nil || len(buffer) == 0 {
		return 0, "", false
	}
	info := (*jobInfo)(unsafe.Pointer(&buffer[0]))
	return info.status, spoken(info.statusText), true
}

// state asks after the printer itself.
func (p *handle) state() (State, []Trouble) {
	const level = 2
	buffer, _, err := filled(func(b *byte, size uint32, needed, _ *uint32) (bool, error) {
		r, _, err := getPrinter.Call(p.h, level, uintptr(unsafe.Pointer(b)), uintptr(size), uintptr(unsafe.Pointer(needed)))
		return r != 0, failed("GetPrinter", err)
	})
	if err != nil || len(buffer) == 0 {
		return Ready, nil
	}
	info := (*printerInfo)(unsafe.Pointer(&buffer[0]))
	return stateOfPrinter(info.status, info.attributes)
}

func (p *handle) delete(id uint32) { _, _, _ = setJob.Call(p.h, uintptr(id), 0, 0, jobDelete) }

// follow asks after a job until it has left the queue or has failed, or the patience ends.
func (p *handle) follow(ctx context.Context, printer string, id uint32) (Receipt, error) {
	receipt := Receipt{ID: strconv.FormatUint(uint64(id), 10)}
	for range looks {
		if err := pause(ctx); err != nil {
			p.delete(id)
			return Receipt{}, err
		}
		status, says, ok := p.job(id)
		if !ok || status&jobPrinted != 0 {
			return Receipt{ID: receipt.ID, Done: true}, nil // what was printed is taken out of the queue
		}
		state, troubles := p.state()
		receipt.Says, receipt.Troubles = says, append(troublesOfJob(status), troubles...)
		slices.Sort(receipt.Troubles)
		receipt.Troubles = slices.Compact(receipt.Troubles)
		if key := failureOf(status, state); key != "" {
			p.delete(id)
			return Receipt{}, failure(key, printer, receipt)
		}
	}
	return receipt, nil
}
