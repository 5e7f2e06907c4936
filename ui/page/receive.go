package page

// Receiver is a page on which files can be dropped that are no bundles.
type Receiver interface {
	// Receive attaches the files at the paths to what the page shows. It says
	// whether there is something to which they can be attached.
	Receive(paths []string) bool
}
