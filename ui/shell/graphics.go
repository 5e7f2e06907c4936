package shell

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
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

// noScreen are words of the panics with which the libraries below Fyne end
// where there is no screen, or a shader cannot be made.
var noScreen = []string{"GLFW", "OpenGL", "NotInitialized", "APIUnavailable", "shader"}

// lacksScreen says whether what was recovered is such a panic.
func lacksScreen(recovered any) bool {
	text := fmt.Sprint(recovered)
	return slices.ContainsFunc(noScreen, func(word string) bool { return strings.Contains(text, word) })
}
