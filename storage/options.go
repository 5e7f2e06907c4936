package storage

import (
	"log/slog"
	"time"

	"github.com/dgraph-io/badger/v4"

	"nhipcau/storage/internal/journal"
	"nhipcau/storage/internal/table"
)

// Options are what a store is given from outside. The zero value asks for the
// real thing.
type Options struct {
	// Logger takes what happens in the folder; nil discards it.
	Logger *slog.Logger
	// Wait pauses before another try to open; nil is time.Sleep.
	Wait func(time.Duration)
	// Now is the clock on the wall, for the names of what is set aside and for
	// the days of backups; nil is time.Now.
	Now func() time.Time
	// Portable says that the program was started from a portable installation,
	// which may lie on a removable drive.
	Portable bool
	// Daily verifies the snapshots and makes a backup at the first start of a
	// day, in the background and not before the program had time to show
	// itself.
	Daily bool
	// MemTable is the size of a memory table of the database in bytes, 0 for
	// the usual one. With small ones flushes and compactions happen early.
	MemTable int64
	// SnapshotAfter is after how many bytes of the journal a snapshot is
	// written; 0 lets the size of the last snapshot decide.
	SnapshotAfter int64
	// Floor is how many bytes have to be free on the disk so that anything is
	// written; 0 stands for the usual 200 MB.
	Floor int64

	later       <-chan time.Time                           // when the program had that time; nil is after 20 seconds
	open        func(badger.Options) (*badger.DB, error)   // nil is badger.Open
	openJournal func(path string) (journal.File, error)    // nil opens a file
	step        func(name string) error                    // called after each step of a commit; an error stands for a crash
	free        func(dir string) (bytes int64, known bool) // nil asks the system
	place       func(dir string) place                     // nil asks the system
}

// usualFloor and lowSpace are how much has to be free so that anything is
// written, and below what the person is warned, in bytes.
const (
	usualFloor = 200 << 20
	lowSpace   = 1 << 30
)

func (o Options) withDefaults() Options {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Wait == nil {
		o.Wait = time.Sleep
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Floor == 0 {
		o.Floor = usualFloor
	}
	if o.step == nil {
		o.step = func(string) error { return nil }
	}
	if o.free == nil {
		o.free = freeSpace
	}
	if o.place == nil {
		o.place = placeOf
	}
	return o
}

func (o Options) table() table.Options {
	return table.Options{Logger: o.Logger, Wait: o.Wait, MemTable: o.MemTable, Open: o.open, Step: o.step}
}
