package table

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
	"github.com/dgraph-io/badger/v4/table"
)

// Preflight says why a database should not be opened, nil if nothing speaks
// against it. It finds the kinds of damage on which Badger panics in a
// goroutine of its own, which would end the program, or on which it deletes
// files without a word: a manifest that is missing, damaged or cut, and tables
// that are missing or of which a block differs from its checksum. It changes
// nothing.
func Preflight(dir string) (err error) {
	// Badger's readers panic on some damage; here that is ours to catch.
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a file of the database is not readable: %v", r)
		}
	}()
	manifest, err := os.Open(filepath.Join(dir, badger.ManifestFilename))
	if errors.Is(err, fs.ErrNotExist) {
		return noManifest(dir)
	}
	if err != nil {
		return err
	}
	defer manifest.Close()
	tables, whole, err := badger.ReplayManifestFile(manifest, 0, badger.DefaultOptions(dir))
	if err != nil {
		return err
	}
	if info, err := manifest.Stat(); err != nil || info.Size() != whole {
		return fmt.Errorf("the manifest is whole up to byte %d only: %w", whole, cmpErr(err))
	}
	for id, about := range tables.Tables {
		if err := checkTable(table.NewFilename(id, dir), id, about.Compression); err != nil {
			return err
		}
	}
	return nil
}

var errCut = errors.New("it is cut off")

func cmpErr(err error) error {
	if err == nil {
		return errCut
	}
	return err
}

// noManifest: Badger would make a new one and delete all tables.
func noManifest(dir string) error {
	tables, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err == nil && len(tables) > 0 {
		err = fmt.Errorf("there are %d tables and no manifest", len(tables))
	}
	return err
}

// checkTable reads a table whole and compares each block with its checksum.
func checkTable(path string, id uint64, compression options.CompressionType) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	opts := table.Options{ChkMode: options.OnTableRead, Compression: compression, BlockSize: 4096}
	t, err := table.OpenInMemoryTable(raw, id, &opts)
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	if err := t.VerifyChecksum(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return nil
}
