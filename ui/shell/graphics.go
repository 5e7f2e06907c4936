package shell

import (
	"bytes"
	"io"
	"sync/atomic"
)

// noGraphics are what Fyne writes to the log before it gives up because there
// is no screen or no OpenGL 2.1 (as under some remote desktops and in virtual
// machines).
var noGraphics = [][]byte{
	[]byte("failed to initialise GLFW"),
	[]byte("window creation error"),
	[]byte("failed to initialise OpenGL"),
}

// graphicsWatch passes the log on and notices that the window can't be drawn:
// Fyne reports that nowhere else.
type graphicsWatch struct {
	out    io.Writer
	failed atomic.Bool
}

// Write is part of io.Writer.
func (g *graphicsWatch) Write(line []byte) (int, error) {
	for _, sign := range noGraphics {
		if bytes.Contains(line, sign) {
			g.failed.Store(true)
		}
	}
	return g.out.Write(line)
}

// Failed says whether the window could not be drawn.
func (g *graphicsWatch) Failed() bool { return g.failed.Load() }
