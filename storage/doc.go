// Package storage keeps a data folder: it implements the store that app/desk
// asks for, on Badger.
//
// A data folder looks like this:
//
//	app.lock   held while a program has the folder open
//	VERSION    the number of the folder's form
//	db/        Badger
//
// Badger takes only as much in one transaction as fits into its memory table.
// Larger transactions are staged under keys of our own and carried out after a
// commit point, so that a crash leaves all of them or none; see staged.go.
//
// The package must not know what a record is or how anything is shown.
package storage

import (
	"path/filepath"

	"github.com/adrg/xdg"
)

// DefaultDir is where the data lie if nobody says otherwise: %LOCALAPPDATA% on
// Windows, which does not roam, Application Support on macOS, and
// ~/.local/share or XDG_DATA_HOME elsewhere.
func DefaultDir() string { return filepath.Join(xdg.DataHome, "nhipcau") }
