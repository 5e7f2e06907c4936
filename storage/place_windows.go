package storage

import (
	"errors"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// freeSpace is how many bytes we may still write to the disk of a folder.
func freeSpace(dir string) (bytes int64, known bool) {
	path, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, false
	}
	var free, total, all uint64
	if err := windows.GetDiskFreeSpaceEx(path, &free, &total, &all); err != nil {
		return 0, false
	}
	return int64(min(free, 1<<62)), true
}

// placeOf asks Windows what a folder lies on. What can't be found out counts as
// good.
func placeOf(dir string) place {
	volume := filepath.VolumeName(dir)
	if strings.HasPrefix(volume, `\\`) && !strings.HasPrefix(volume, `\\?\`) && !strings.HasPrefix(volume, `\\.\`) {
		return placeNetwork
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err != nil {
		return placeGood
	}
	switch windows.GetDriveType(root) {
	case windows.DRIVE_REMOTE:
		return placeNetwork
	case windows.DRIVE_REMOVABLE:
		return placeRemovable
	}
	return placeGood
}

// isReadOnly says whether the drive may not be written to.
func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
