package table

import (
	"errors"
	"strings"

	"golang.org/x/sys/windows"
)

// heldByOther says whether a file could not be used because a virus scanner or
// an indexer has it open. Badger passes on some errors as text only, which Go
// asks Windows for in English.
func heldByOther(err error) bool {
	for _, held := range []windows.Errno{
		windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION,
		windows.ERROR_ACCESS_DENIED, windows.ERROR_USER_MAPPED_FILE,
	} {
		if errors.Is(err, held) || strings.Contains(err.Error(), held.Error()) {
			return true
		}
	}
	return false
}
