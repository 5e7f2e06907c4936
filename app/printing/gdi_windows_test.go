package printing

import (
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"

	"nhipcau/app/paper"
)

// TestBandsReachADeviceContext draws a page into the memory of GDI and compares it with our own dots: bands meet, nothing is upside down.
func TestBandsReachADeviceContext(t *testing.T) {
	createCompatibleDC := gdi.NewProc("CreateCompatibleDC")
	createDIBSection := gdi.NewProc("CreateDIBSection")
	selectObject := gdi.NewProc("SelectObject")
	patBlt := gdi.NewProc("PatBlt")
	dc, _, err := createCompatibleDC.Call(0)
	if dc == 0 {
		t.Fatal(err)
	}
	defer deleteDC.Call(dc)
	pages := sheetsOf(t, paper.A4Portrait())
	whole, err := paper.Raster(pages, 0, printDPI)
	if err != nil {
		t.Fatal(err)
	}
	width, height := whole.Rect.Dx(), whole.Rect.Dy()
	head := newGreys(width, height)
	head.bits, head.used = 32, 0
	var dots *byte
	bitmap, _, err := createDIBSection.Call(dc, uintptr(unsafe.Pointer(head)), 0, uintptr(unsafe.Pointer(&dots)), 0, 0)
	if bitmap == 0 {
		t.Fatal(err)
	}
	_, _, _ = selectObject.Call(dc, bitmap)
	const whiteness = 0x00FF0062
	_, _, _ = patBlt.Call(dc, 0, 0, uintptr(width), uintptr(height), whiteness)
	c := &canvas{dc: dc, dpiX: printDPI, dpiY: printDPI}
	if err := paper.Bands(pages, 0, printDPI, bandLines, c.band); err != nil {
		t.Fatal(err)
	}
	got := unsafe.Slice(dots, width*height*4)
	ink := 0
	for y := range height {
		for x := range width {
			want := whole.RGBAAt(x, y).R
			if want < 128 {
				ink++
			}
			if d := int(got[(y*width+x)*4]) - int(want); d < -1 || d > 1 {
				t.Fatalf("dot %d, %d is %d, want %d", x, y, got[(y*width+x)*4], want)
			}
		}
	}
	if ink == 0 {
		t.Error("the page is blank")
	}
}

func TestThePrintersOfWindowsAreListed(t *testing.T) {
	list, err := New(Options{}).Printers(t.Context())
	if err != nil || len(list) == 0 || list[len(list)-1].Way != Viewer {
		t.Errorf("%+v, %v", list, err)
	}
	t.Logf("%+v", list)
	if unsafe.Sizeof(printerInfo{}) != 136 || unsafe.Sizeof(windows.Handle(0)) != 8 {
		t.Errorf("PRINTER_INFO_2 has %d bytes, want 136", unsafe.Sizeof(printerInfo{}))
	}
}

// TestAJobIsPrinted sends two pages to the first printer that there is. On a computer without one, as Wine is without CUPS, the job has to be
// refused with a reason.
func TestAJobIsPrinted(t *testing.T) {
	system := New(Options{})
	list, err := system.Printers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	pages := sheetsOf(t, paper.A4Portrait()).Only([]int{0, 0})
	job := Job{Title: "Thử", Pages: pages, Copies: 2, Sides: LongEdge}
	if list[0].Way != Queue {
		if _, err := system.Print(t.Context(), Printer{Name: "khong-co"}, job); err == nil {
			t.Error("a job for a printer that is not there is sent")
		} else {
			t.Logf("no printer: %v", err)
		}
		return
	}
	receipt, err := system.Print(t.Context(), list[0], job)
	t.Logf("%+v: %+v, %v", list[0], receipt, err)
	if err != nil {
		t.Error(err)
	}
}
