package printing

import (
	"context"
	"fmt"
	"image"
	"math"
	"unsafe"

	"golang.org/x/sys/windows"

	"nhipcau/app/paper"
)

// What is called of GDI, the part of Windows that draws.
var (
	gdi               = windows.NewLazySystemDLL("gdi32.dll")
	createDC          = gdi.NewProc("CreateDCW")
	resetDC           = gdi.NewProc("ResetDCW")
	deleteDC          = gdi.NewProc("DeleteDC")
	getDeviceCaps     = gdi.NewProc("GetDeviceCaps")
	startDoc          = gdi.NewProc("StartDocW")
	startPage         = gdi.NewProc("StartPage")
	endPage           = gdi.NewProc("EndPage")
	endDoc            = gdi.NewProc("EndDoc")
	abortDoc          = gdi.NewProc("AbortDoc")
	setStretchBltMode = gdi.NewProc("SetStretchBltMode")
	setBrushOrg       = gdi.NewProc("SetBrushOrgEx")
	stretchDIBits     = gdi.NewProc("StretchDIBits")
)

// What GetDeviceCaps is asked for, and modes of drawing.
const (
	logPixelsX      = 88
	logPixelsY      = 90
	physicalOffsetX = 112
	physicalOffsetY = 113

	halftone = 4
	srcCopy  = 0x00CC0020
)

const (
	printDPI = 300
	// bandLines makes a band of A4 less than 1 MB, which the memory of old drivers bears.
	bandLines = 256
)

// canvas is what pages are drawn on: the device context of a printer, or of a metafile.
type canvas struct {
	dc               uintptr
	dpiX, dpiY       float64
	offsetX, offsetY float64 // dots from the edge of the sheet to where the printer can print
	bits             []byte
}

func newCanvas(dc uintptr) *canvas {
	c := &canvas{dc: dc}
	c.measure()
	return c
}

func (c *canvas) measure() {
	caps := func(index uintptr) float64 {
		n, _, _ := getDeviceCaps.Call(c.dc, index)
		return float64(int32(n))
	}
	c.dpiX, c.dpiY = caps(logPixelsX), caps(logPixelsY)
	c.offsetX, c.offsetY = caps(physicalOffsetX), caps(physicalOffsetY)
}

// failed names the call of GDI that returned nothing.
func failed(call string, err error) error {
	if err == windows.ERROR_SUCCESS || err == nil {
		return fmt.Errorf("%s failed", call)
	}
	return fmt.Errorf("%s: %w", call, err)
}

// page draws one page, band by band.
func (c *canvas) page(ctx context.Context, pages *paper.Pages, index int) error {
	if r, _, err := startPage.Call(c.dc); int32(r) <= 0 {
		return failed("StartPage", err)
	}
	// StartPage sets these back.
	_, _, _ = setStretchBltMode.Call(c.dc, halftone)
	_, _, _ = setBrushOrg.Call(c.dc, 0, 0, 0)
	err := paper.Bands(pages, index, printDPI, bandLines, func(band *image.Gray) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return c.band(band)
	})
	if err != nil {
		return err
	}
	if r, _, err := endPage.Call(c.dc); int32(r) <= 0 {
		return failed("EndPage", err)
	}
	return nil
}

// greys is the head of a bitmap (BITMAPINFOHEADER) and its 256 shades.
type greys struct {
	size          uint32
	width, height int32
	planes, bits  uint16
	compression   uint32
	imageSize     uint32
	perMetreX     int32
	perMetreY     int32
	used          uint32
	important     uint32
	palette       [256][4]byte
}

const greysHead = 40 // bytes of BITMAPINFOHEADER

func newGreys(width, height int) *greys {
	g := &greys{size: greysHead, width: int32(width), height: int32(-height), planes: 1, bits: 8, used: 256} // from the top
	for i := range g.palette {
		g.palette[i] = [4]byte{byte(i), byte(i), byte(i), 0}
	}
	return g
}

// band draws a band. Its edges are rounded from the edge of the sheet, so that bands meet whatever the resolution of the printer.
func (c *canvas) band(band *image.Gray) error {
	if blank(band) {
		return nil
	}
	b := band.Bounds()
	x0, x1 := c.across(b.Min.X), c.across(b.Max.X)
	y0, y1 := c.down(b.Min.Y), c.down(b.Max.Y)
	bits := c.padded(band)
	head := newGreys(b.Dx(), b.Dy())
	r, _, err := stretchDIBits.Call(c.dc, uintptr(x0), uintptr(y0), uintptr(x1-x0), uintptr(y1-y0),
		0, 0, uintptr(b.Dx()), uintptr(b.Dy()), uintptr(unsafe.Pointer(&bits[0])), uintptr(unsafe.Pointer(head)), 0, srcCopy)
	if int32(r) <= 0 {
		return failed("StretchDIBits", err)
	}
	return nil
}

func (c *canvas) across(dot int) int32 {
	return int32(math.Round(float64(dot)*c.dpiX/printDPI - c.offsetX))
}

func (c *canvas) down(dot int) int32 {
	return int32(math.Round(float64(dot)*c.dpiY/printDPI - c.offsetY))
}

// blank says whether there is nothing on a band; then the paper is white by itself.
func blank(band *image.Gray) bool {
	for _, dot := range band.Pix {
		if dot != 0xFF {
			return false
		}
	}
	return true
}

// padded returns the dots with lines of a multiple of four bytes.
func (c *canvas) padded(band *image.Gray) []byte {
	width, lines := band.Rect.Dx(), band.Rect.Dy()
	stride := (width + 3) &^ 3
	if len(c.bits) < stride*lines {
		c.bits = make([]byte, stride*lines)
	}
	for y := range lines {
		copy(c.bits[y*stride:], band.Pix[y*band.Stride:y*band.Stride+width])
	}
	return c.bits[:stride*lines]
}
