package shell

import (
	"os"
	"os/exec"

	"nhipcau/app/fault"
)

// launch runs a program of the system on a file and does not wait for it. No
// shell reads the arguments.
func launch(path, program string, arguments ...string) error {
	if _, err := os.Stat(path); err != nil {
		return fault.New("fault.file_unreadable", "File", path, err)
	}
	c := exec.Command(program, arguments...)
	if err := c.Start(); err != nil {
		return fault.New("fault.no_viewer", "File", path, err)
	}
	go func() { _ = c.Wait() }() // how the viewer ends is its own matter
	return nil
}
