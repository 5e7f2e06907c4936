package printing

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
)

// runner runs a program of the system with something to read and returns what it says and complains of.
type runner func(ctx context.Context, in io.Reader, program string, args ...string) (said, complaint string, err error)

// run is the runner of the running program. No shell reads the arguments; the program speaks English, in UTF-8.
func run(ctx context.Context, in io.Reader, program string, args ...string) (said, complaint string, err error) {
	c := exec.CommandContext(ctx, program, args...)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "LANGUAGE=C")
	var out, complaints bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = in, &out, &complaints
	err = c.Run()
	return out.String(), complaints.String(), err
}
