package table

import (
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"

	"nhipcau/app/fault"
)

// UsualSize is the size of a memory table in bytes. It lets a transaction of
// about 1.8 MB pass in one piece: an edit is a few kilobytes, the import of a
// visit some hundred.
const UsualSize = 16 << 20

// vlogSize is the size of a value log file. Windows allocates twice as much,
// and nothing ever goes into it.
const vlogSize = 16 << 20

// Options are what a table is given from outside.
type Options struct {
	// Logger takes what Badger warns of.
	Logger *slog.Logger
	// Wait pauses before another try to open.
	Wait func(time.Duration)
	// MemTable is the size of a memory table in bytes, UsualSize if it is 0.
	// Small ones let flushes and compactions happen early.
	MemTable int64
	// Open stands for badger.Open, which it is if nil.
	Open func(badger.Options) (*badger.DB, error)
	// Step is called after each transaction of Badger; an error stands for a
	// crash. It may be nil.
	Step func(name string) error
}

func (o Options) withDefaults() Options {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Wait == nil {
		o.Wait = time.Sleep
	}
	if o.MemTable == 0 {
		o.MemTable = UsualSize
	}
	if o.Open == nil {
		o.Open = badger.Open
	}
	if o.Step == nil {
		o.Step = func(string) error { return nil }
	}
	return o
}

// badgerOptions are the settings for a desktop: little memory, small files,
// every block checked when a table is opened, and no flush at each write, for
// which the journal is there.
func badgerOptions(dir string, opts Options) badger.Options {
	// Badger allows no more for a value in its tables than for a transaction.
	threshold := min(1<<20, opts.MemTable*15/100)
	return badger.DefaultOptions(dir).
		WithLogger(badgerLog{opts.Logger}).
		WithSyncWrites(false).
		WithMemTableSize(opts.MemTable).WithNumMemtables(2).
		WithNumLevelZeroTables(5).WithNumLevelZeroTablesStall(15).WithNumCompactors(2).
		WithValueLogFileSize(min(vlogSize, 2*opts.MemTable)).
		WithValueThreshold(threshold).
		WithCompression(options.None).WithBlockCacheSize(0).WithIndexCacheSize(0).
		// OnTableAndBlockRead turns a damaged table into a panic in Open.
		WithChecksumVerificationMode(options.OnTableRead).
		WithVerifyValueChecksum(true).WithDetectConflicts(true).
		WithNumVersionsToKeep(1).WithCompactL0OnClose(true).WithMetricsEnabled(false)
}

// openTries is how often opening is tried in all, and openPause the first
// pause between two tries; each following one is a quarter second longer.
const (
	openTries = 4
	openPause = 250 * time.Millisecond
)

// openDB opens Badger. What passes by itself is tried again.
func openDB(dir string, opts Options) (*badger.DB, error) {
	for try := 1; ; try++ {
		db, err := opts.Open(badgerOptions(dir, opts))
		switch {
		case err == nil:
			return db, nil
		case strings.Contains(err.Error(), "Another process is using"):
			return nil, fault.New("fault.folder_in_use", "Folder", dir, err)
		case try == openTries || !passing(err):
			return nil, fmt.Errorf("open the database: %w", err)
		}
		opts.Logger.Warn("the database does not open yet", "try", try, "error", err)
		opts.Wait(time.Duration(try) * openPause)
	}
}

// passing says whether an error of Badger may be gone at the next try. A kill
// at the wrong moment leaves an empty memory table file, which makes one Open
// fail and not the next. Badger gives it as text only.
func passing(err error) bool {
	return strings.Contains(err.Error(), "Create a new file") || heldByOther(err)
}

// badgerLog passes on what Badger warns of; the rest is of no use to anybody
// but its authors.
type badgerLog struct{ log *slog.Logger }

func (l badgerLog) Errorf(format string, args ...any) {
	l.log.Error("badger: " + strings.TrimSpace(fmt.Sprintf(format, args...)))
}

func (l badgerLog) Warningf(format string, args ...any) {
	l.log.Warn("badger: " + strings.TrimSpace(fmt.Sprintf(format, args...)))
}

func (badgerLog) Infof(string, ...any) {}

func (badgerLog) Debugf(string, ...any) {}
