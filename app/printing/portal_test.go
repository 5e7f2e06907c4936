//go:build !windows

package printing

import (
	"context"
	"errors"
	"io"
	"net"
	"path/filepath"
	"testing"
	"time"
)

// A message bus that takes connections and never answers, or a portal that
// doesn't, hides neither the printers nor the viewer.
func TestASilentDesktopHidesNoPrinter(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "bus")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { _ = conn.Close() })
		}
	}()
	listed := func(_ context.Context, _ io.Reader, program string, args ...string) (string, string, error) {
		switch {
		case program == "lpstat" && args[0] == "-H":
			return filepath.Join(t.TempDir(), "none"), "", nil
		case program == "lpstat" && args[0] == "-e":
			return "tang2\n", "", nil
		}
		return "", "", errors.New("exit status 1")
	}
	u := &unix{run: listed, portal: portal{bus: "unix:path=" + socket, patience: time.Millisecond}}
	found, err := u.Printers(t.Context())
	if err != nil || len(found) != 2 || found[0].Name != "tang2" || found[1].Way != Viewer {
		t.Errorf("found %+v, %v", found, err)
	}
}
