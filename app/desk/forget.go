package desk

import "time"

// Forgetter is what a store in a folder can do so that values are gone for
// good. A store in memory has no need of it.
type Forgetter interface {
	// Forgotten gives the list that was last handed to Forget, nil if there is
	// none. It lies outside the database and outside backups, so that a restore
	// can't take it back.
	Forgotten() ([]byte, error)
	// Forget keeps list, carries out ops as Commit does, and then writes every
	// file of the folder anew that still holds former values: journal, snapshots
	// and database. Files are names of attached files that go. If the program
	// ends meanwhile, the next start goes on.
	Forget(list []byte, ops []Op, files []string) error
	// OldCopies lists what Forget leaves alone and in which former values may
	// still stand: the backups, here and in the folder second, in which holds
	// finds one or that can't be read; and whatever was set aside as damaged.
	OldCopies(second string, holds func(key string, value []byte) bool) ([]OldCopy, error)
	// RemoveOldCopies removes such files.
	RemoveOldCopies(copies []OldCopy) error
}

// OldCopy is a file or folder in which former values may still stand.
type OldCopy struct {
	Path  string
	Made  time.Time
	Bytes int64
	// Backup says that it is a whole backup: with it goes a way back.
	Backup bool
}
