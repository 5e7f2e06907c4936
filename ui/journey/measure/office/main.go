// Command office opens the window of the program on the data folder that it is
// given, as main.go does, and hands free memory back to the system when asked.
package main

import (
	"log"
	"os"

	"nhipcau/app/desk"
	"nhipcau/storage"
	"nhipcau/ui/journey/measure"
	"nhipcau/ui/shell"
)

func main() {
	go func() {
		if err := measure.Answer(os.Stdin, os.Stdout); err != nil {
			log.Print(err)
		}
	}()
	dir := os.Args[1]
	err := shell.Open(shell.Options{
		Dir: dir, Version: "measured",
		OpenStore: func() (desk.Store, error) { return storage.Open(dir, storage.Options{}) },
	})
	if err != nil {
		log.Fatal(err)
	}
}
