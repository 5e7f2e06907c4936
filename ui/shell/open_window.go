//go:build !ci

package shell

import (
	"fmt"
	"log"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"nhipcau/app/fault"
	"nhipcau/assets"
)

// appID names the program to the desktop and to the folder of its preferences.
const appID = "vn.nhipcau.app"

// Open shows the window and returns when it is closed. Where the data could not
// be opened, or there is no screen that can be drawn on, the error says so.
func Open(opts Options) (err error) {
	watch := &graphicsWatch{out: os.Stderr}
	log.SetOutput(watch)
	defer func() {
		// Without a screen or OpenGL, Fyne goes on until something below it breaks.
		if r := recover(); r != nil {
			if !watch.Failed() && !lacksScreen(r) {
				panic(r)
			}
			err = fault.New("fault.no_graphics", fmt.Errorf("%v", r))
		}
	}()
	if err := settleLocale(os.Getenv, os.Setenv); err != nil {
		return fault.New("fault.internal", err)
	}
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("nhipcau.png", assets.Icon))
	s, err := NewWindow(a, opts)
	if err != nil {
		return err
	}
	a.Lifecycle().SetOnStarted(s.Start)
	s.window.Show()
	if watch.Failed() {
		return fault.New("fault.no_graphics") // running now would wait for a window that never comes
	}
	a.Run()
	return s.Failure()
}
