//go:build !linux && !windows

package storage

// freeSpace is not known here.
func freeSpace(string) (bytes int64, known bool) { return 0, false }

// placeOf knows nothing of drives here.
func placeOf(string) place { return placeGood }

// isReadOnly knows nothing of drives here.
func isReadOnly(error) bool { return false }
