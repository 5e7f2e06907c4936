package files

import (
	"errors"

	"golang.org/x/sys/windows"
)

// transient says whether an error may pass by itself: virus scanners and
// indexers open a new file for a moment.
func transient(err error) bool {
	for _, passing := range []windows.Errno{
		windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION,
		windows.ERROR_ACCESS_DENIED, windows.ERROR_USER_MAPPED_FILE,
	} {
		if errors.Is(err, passing) {
			return true
		}
	}
	return false
}

// SyncFolder does nothing: Windows has no way to flush a folder, and NTFS
// keeps a journal of names.
func SyncFolder(string) error { return nil }
