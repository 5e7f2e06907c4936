package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// freeSpace is how many bytes we may still write to the disk of a folder.
func freeSpace(dir string) (bytes int64, known bool) {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return 0, false
	}
	return int64(st.Bavail) * st.Bsize, true
}

// networkTypes are the numbers of file systems that lie on other computers
// (statfs(2), linux/magic.h), and of none other.
var networkTypes = []int64{
	0x6969,     // NFS
	0x517B,     // SMB
	0xFF534D42, // CIFS
	0xFE534D42, // SMB2
	0x5346414F, // AFS
	0x00C36400, // Ceph
	0x73757245, // Coda
}

// placeOf asks the system what a folder lies on. What can't be found out counts
// as good.
func placeOf(dir string) place {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return placeGood
	}
	for _, number := range networkTypes {
		if uint32(st.Type) == uint32(number) {
			return placeNetwork
		}
	}
	if removable(dir) {
		return placeRemovable
	}
	return placeGood
}

// removable asks the kernel whether the drive of a folder can be pulled out. A
// partition does not know, its disk one folder above does.
func removable(dir string) bool {
	info, err := os.Stat(dir)
	if err != nil {
		return false
	}
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return false
	}
	link := fmt.Sprintf("/sys/dev/block/%d:%d", unix.Major(st.Dev), unix.Minor(st.Dev))
	device, err := filepath.EvalSymlinks(link)
	if err != nil {
		return false
	}
	for _, at := range []string{device, filepath.Dir(device)} {
		if raw, err := os.ReadFile(filepath.Join(at, "removable")); err == nil {
			return strings.TrimSpace(string(raw)) == "1"
		}
	}
	return false
}

// isReadOnly says whether the file system may not be written to.
func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
