package shell

// openFile shows a file or a folder in the program that Windows keeps for it.
func openFile(path string) error {
	return launch(path, "rundll32.exe", "url.dll,FileProtocolHandler", path)
}
