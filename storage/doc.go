// Package storage keeps a data folder: it implements the store that app/desk
// asks for. Its first promise is that nothing is lost.
//
// A data folder looks like this:
//
//	app.lock     held while a program has the folder open
//	VERSION      the number of the folder's form
//	journal/     every change, flushed to the disk before it is acknowledged
//	snapshots/   the newest two states as a whole
//	db/          Badger, which answers questions and can be made anew at any time
//	attachments/ files by their SHA-256
//	backups/     daily, weekly and monthly copies
//	aside/       what was damaged or cut off, for whoever wants to look
//	log/         what happened, without values of fields
//	OPENING      there while the database is being opened; found at a start, the
//	             last opening ended the program
//	DOUBT        there if the database is to be made anew at the next start
//	CLOSED       the last change before a clean end
//	FORGOTTEN    the list of what was shredded, which no backup takes back
//	FORGETTING   there while files are rewritten so that nothing of it is left
//
// A commit goes to the journal, then to the database. The store keeps a hash of
// every value and compares it whenever one is read, so that no damage is ever
// served as good; the digest over all of them stands in every frame of the
// journal, in the database and in every snapshot.
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
