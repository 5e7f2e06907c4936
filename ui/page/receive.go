package page

// BundleExtensions are those of exchange files: the document alone, and with
// attached files around it.
const BundleExtensions = ".json .zip"

// Receiver is a page on which files can be dropped that are no bundles.
type Receiver interface {
	// Receive attaches the files at the paths to what the page shows. It says
	// whether there is something to which they can be attached.
	Receive(paths []string) bool
}
