// Command empty opens an empty Fyne window of the size in which the program
// first opens: the reference beside which the program is measured. It is built
// with the program's tags.
package main

import (
	"log"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"nhipcau/ui/journey/measure"
)

func main() {
	go func() {
		if err := measure.Answer(os.Stdin, os.Stdout); err != nil {
			log.Print(err)
		}
	}()
	w := app.NewWithID("vn.nhipcau.empty").NewWindow("empty")
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 680))
	w.ShowAndRun()
}
