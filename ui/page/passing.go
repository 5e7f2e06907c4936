package page

import (
	"os"
	"path/filepath"
	"time"
)

// passingFolder lies in the data folder, for files that another program is to
// read: what is printed names people, and a folder that all users of the
// machine share is no place for it.
const passingFolder = "print"

// passingTime is how long such a file stays: a viewer may show it, and print it
// again, until the next day.
const passingTime = 24 * time.Hour

// PassOn gives the path for a file of the given name that is handed to another
// program. Nobody has to remove it; what was handed over more than a day ago
// goes first.
func (h *Host) PassOn(name string) (path string, err error) {
	h.SweepPassed()
	root := filepath.Join(h.Machine.Dir, passingFolder)
	if err := os.MkdirAll(root, 0o700); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(root, "")
	return filepath.Join(dir, name), err
}

// SweepPassed removes what was handed over more than a day ago. What another
// program still holds open stays for the next time.
func (h *Host) SweepPassed() {
	root := filepath.Join(h.Machine.Dir, passingFolder)
	entries, err := os.ReadDir(root)
	if err != nil {
		return // nothing was ever handed over
	}
	before := h.Desk.Now().Add(-passingTime)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.ModTime().Before(before) {
			_ = os.RemoveAll(filepath.Join(root, e.Name()))
		}
	}
}
