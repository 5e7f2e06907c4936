package shell

import (
	"context"
	"os"
	"os/exec"
	"time"

	"nhipcau/app/fault"
)

// spoolTime is how long the print service may take to accept a file.
const spoolTime = 20 * time.Second

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

// spool runs a program of the system and waits until it has taken the file.
func spool(program string, arguments ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), spoolTime)
	defer cancel()
	return exec.CommandContext(ctx, program, arguments...).Run()
}
