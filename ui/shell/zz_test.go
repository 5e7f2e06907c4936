package shell_test

import (
	"fyne.io/fyne/v2"
	"image/png"
	"nhipcau/app/desk/desktest"
	"nhipcau/ui/kit/kittest"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	w := open(t, desktest.NewStore(), nil)
	w.Window().Resize(fyne.NewSize(1366, 768))
	snap := func(n string) {
		f, _ := os.Create("/tmp/shots/zz-" + n + ".png")
		png.Encode(f, w.Window().Canvas().Capture())
		f.Close()
	}
	snap("opening")
	w.Start()
	snap("start")
	kittest.Type(w.Window().Canvas(), "dak glong")
	snap("start-typed")
	kittest.Key(w.Window().Canvas(), fyne.KeyReturn)
	w.Window().Canvas().FocusNext()
	snap("start-picked")
	w.press("Mở chuyến mẫu")
	snap("after")
	w.ctrl(fyne.KeyK)
	snap("find0")
	kittest.Type(w.Window().Canvas(), "dak glong")
	snap("find")
}
