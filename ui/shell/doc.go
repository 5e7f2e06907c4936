// Package shell is the window: the frame with rail and header, the routes
// between pages, the search over everything, undo, and what only a window can
// do for a page. It opens the data after the first frame is on the screen.
//
// It must not know what a page shows, beyond the table in pages.go, nor how
// data is stored.
package shell
