// Package files writes whole files so that a reader finds the old one or the
// new one, never half of one, and so that what was written is really there:
// bundles that leave on a USB stick, papers, and the marker of a data folder.
//
// It must not know what is in the files.
package files

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"nhipcau/app/fault"
)

// Write makes the file at path from what write gives, or leaves the file that
// was there as it was. It writes a temporary file in the same folder, flushes
// it to the disk, renames it, flushes the folder where the system can, and
// reads the file back: once Write returns nil, a stick may be pulled out.
//
// An error of write is returned as it is. Other errors are faults:
// fault.no_such_folder, fault.is_a_folder, fault.file_unwritable, and fault.file_differs where the file reads back
// otherwise than it was written.
func Write(path string, write func(io.Writer) error) error {
	return system(0o644).write(path, write)
}

// WritePrivate is Write for a file that its owner alone may read.
func WritePrivate(path string, write func(io.Writer) error) error {
	return system(0o600).write(path, write)
}

func system(mode os.FileMode) writer {
	return writer{wait: time.Sleep, rename: os.Rename, transient: transient, mode: mode}
}

// writer is what Write asks of the system, so that tests can stand in for it.
type writer struct {
	wait      func(time.Duration)
	rename    func(from, to string) error
	transient func(error) bool
	mode      os.FileMode
}

func (w writer) write(path string, fill func(io.Writer) error) error {
	temp, sum, err := w.writeTemp(path, fill)
	if err != nil {
		return err
	}
	if err := w.replace(temp, path); err != nil {
		_ = os.Remove(temp) // the first error is the one that matters
		return unwritable(path, err)
	}
	if err := SyncFolder(filepath.Dir(path)); err != nil {
		return unwritable(path, err)
	}
	return verify(path, sum)
}

// writeTemp fills a new file beside path, flushes and closes it, and gives its
// name and the hash of what was written.
func (w writer) writeTemp(path string, fill func(io.Writer) error) (temp string, sum []byte, err error) {
	f, err := createBeside(path, w.mode)
	if err != nil {
		return "", nil, unwritable(path, err)
	}
	defer func() {
		if err != nil {
			_ = f.Close() // closed already, or the first error matters
			_ = os.Remove(f.Name())
		}
	}()
	digest := sha256.New()
	disk := &failing{w: f}
	out := bufio.NewWriterSize(io.MultiWriter(disk, digest), 64<<10)
	if err := fill(out); err != nil {
		if disk.err != nil {
			return "", nil, unwritable(path, disk.err)
		}
		return "", nil, err
	}
	for _, step := range []func() error{out.Flush, f.Sync, f.Close} {
		if err := step(); err != nil {
			return "", nil, unwritable(path, err)
		}
	}
	return f.Name(), digest.Sum(nil), nil
}

// failing remembers an error of the disk, so that it is told apart from an
// error of whoever fills the file.
type failing struct {
	w   io.Writer
	err error
}

func (d *failing) Write(p []byte) (int, error) {
	n, err := d.w.Write(p)
	if err != nil {
		d.err = err
	}
	return n, err
}

// createBeside makes an empty file with a random name in the folder of path: a
// rename is atomic only within one file system.
func createBeside(path string, mode os.FileMode) (*os.File, error) {
	var random [6]byte
	_, _ = rand.Read(random[:]) // never fails (crypto/rand)
	name := "." + filepath.Base(path) + "." + hex.EncodeToString(random[:]) + ".tmp"
	return os.OpenFile(filepath.Join(filepath.Dir(path), name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
}

// replaceFor is how long a rename is tried again, in all, while another
// program, such as a virus scanner, holds the file.
const replaceFor = 2 * time.Second

// replace renames, with retries on the errors that pass by themselves.
func (w writer) replace(from, to string) error {
	pause, left := 10*time.Millisecond, replaceFor
	for {
		err := w.rename(from, to)
		if err == nil || left <= 0 || !w.transient(err) {
			return err
		}
		w.wait(min(pause, left))
		left -= pause
		pause *= 2
	}
}

// Rename is os.Rename with retries on the errors that pass by themselves, for
// folders too.
func Rename(from, to string) error {
	return system(0).replace(from, to)
}

// verify reads the file back and compares its hash.
func verify(path string, sum []byte) error {
	f, err := os.Open(path)
	if err != nil {
		return unwritable(path, err)
	}
	defer f.Close()
	digest := sha256.New()
	if _, err := io.Copy(digest, f); err != nil {
		return unwritable(path, err)
	}
	if !bytes.Equal(digest.Sum(nil), sum) {
		return fault.New("fault.file_differs", "File", path)
	}
	return nil
}

// unwritable says why a file could not be written, as far as that can be told.
func unwritable(path string, err error) error {
	if info, e := os.Stat(path); e == nil && info.IsDir() {
		return fault.New("fault.is_a_folder", "File", path, err)
	}
	if dir := filepath.Dir(path); errors.Is(err, fs.ErrNotExist) {
		if _, e := os.Stat(dir); errors.Is(e, fs.ErrNotExist) {
			return fault.New("fault.no_such_folder", "File", path, "Folder", dir, err)
		}
	}
	return fault.New("fault.file_unwritable", "File", path, err)
}
