//go:build !windows

package shell

// openFile shows a file or a folder in the program that the desktop keeps for
// it.
func openFile(path string) error { return launch(path, "xdg-open", path) }
