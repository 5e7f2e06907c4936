//go:build !windows

package files

// MarkForeign does nothing: only Windows keeps a note of files from outside.
func MarkForeign(string) {}
