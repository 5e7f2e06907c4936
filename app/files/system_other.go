//go:build !windows

package files

import (
	"errors"
	"os"
	"syscall"
)

// transient says whether an error may pass by itself: not on these systems.
func transient(error) bool { return false }

// SyncFolder flushes the entries of a folder, so that the new name of a file
// outlives a power cut. File systems that can't (some network and FUSE ones)
// say so with EINVAL or ENOTSUP, and nothing more can be done there.
func SyncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}
