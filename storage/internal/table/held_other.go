//go:build !windows

package table

// heldByOther says whether another program keeps a file from being used: only
// Windows knows such a thing.
func heldByOther(error) bool { return false }
