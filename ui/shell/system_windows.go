package shell

// openFile shows a file or a folder in the program that Windows keeps for it.
func openFile(path string) error {
	return launch(path, "rundll32.exe", "url.dll,FileProtocolHandler", path)
}

// printFile shows the file, from where the person prints it: Windows has no
// command that prints every kind of file.
func printFile(path string) error { return openFile(path) }
