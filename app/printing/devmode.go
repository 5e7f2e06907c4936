package printing

import (
	"encoding/binary"
	"math"

	"nhipcau/app/paper"
)

// devmode is a DEVMODEW of Windows: the settings of a printer driver, those that all drivers have and behind them its own.
type devmode []byte

// Where the fields stand, and the bits by which dmFields says which of them are set.
const (
	dmFields      = 72
	dmOrientation = 76
	dmPaperSize   = 78
	dmPaperLength = 80
	dmPaperWidth  = 82
	dmCopies      = 86
	dmDuplex      = 94
	dmCollate     = 100
	dmLeast       = 102 // what all of these need

	hasOrientation = 0x1
	hasPaperSize   = 0x2
	hasPaperLength = 0x4
	hasPaperWidth  = 0x8
	hasCopies      = 0x100
	hasDuplex      = 0x1000
	hasCollate     = 0x8000

	uprightSheet   = 1
	landscapeSheet = 2
	customSheet    = 256 // DMPAPER_USER
)

func (d devmode) get(field int) int16 {
	if len(d) < field+2 {
		return 0
	}
	return int16(binary.LittleEndian.Uint16(d[field:]))
}

func (d devmode) set(field int, value int16, bit uint32) {
	binary.LittleEndian.PutUint16(d[field:], uint16(value))
	binary.LittleEndian.PutUint32(d[dmFields:], binary.LittleEndian.Uint32(d[dmFields:])|bit)
}

func (d devmode) unset(bits uint32) {
	binary.LittleEndian.PutUint32(d[dmFields:], binary.LittleEndian.Uint32(d[dmFields:])&^bits)
}

// wish says the sheet, the sides and the copies of a job, whatever stood there. It says whether there is room for that.
func (d devmode) wish(job Job, copies int) bool {
	if len(d) < dmLeast || len(job.Pages.List) == 0 {
		return false
	}
	size, named := sheetOf(job.Pages)
	d.unset(hasPaperLength | hasPaperWidth)
	d.set(dmPaperSize, size.code, hasPaperSize)
	if !named {
		d.set(dmPaperSize, customSheet, hasPaperSize)
		d.set(dmPaperWidth, tenths(size.short), hasPaperWidth)
		d.set(dmPaperLength, tenths(size.long), hasPaperLength)
	}
	d.turn(job.Pages.List[0])
	d.set(dmDuplex, int16(job.Sides)+1, hasDuplex) // DMDUP_SIMPLEX, _VERTICAL for the long edge, _HORIZONTAL
	d.set(dmCopies, int16(min(copies, math.MaxInt16)), hasCopies)
	d.set(dmCollate, 1, hasCollate)
	return true
}

// turn says how the sheet lies for a page.
func (d devmode) turn(p paper.Page) {
	lies := int16(uprightSheet)
	if landscape(p) {
		lies = landscapeSheet
	}
	d.set(dmOrientation, lies, hasOrientation)
}

func tenths(mm float64) int16 { return int16(min(math.Round(mm*10), math.MaxInt16)) }
