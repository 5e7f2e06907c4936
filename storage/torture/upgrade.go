package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"nhipcau/app/fault"
	"nhipcau/storage"
)

// form1 is a data folder as the last version without a journal left it, with the
// sample visit in it.
//
//go:embed form1.tar.gz
var form1 []byte

// form1Values is how many values it holds.
const form1Values = 132

// upgradeTrials open the folder of each earlier form, and a folder of a form
// that is still to come.
func upgradeTrials(t *trials) error {
	for name, try := range map[string]func(dir string) error{
		"form 1":       upgradeForm1,
		"a newer form": refuseNewer,
	} {
		dir := filepath.Join(t.dir, name)
		result := trial{Variant: name, Held: true}
		if err := try(dir); err != nil {
			result.Held, result.Detail = false, err.Error()
		}
		if err := t.add(result); err != nil {
			return err
		}
	}
	return nil
}

func upgradeForm1(dir string) error {
	if err := unpack(form1, dir); err != nil {
		return err
	}
	for range 2 {
		s, err := storage.Open(dir, storage.Options{Floor: 1})
		if err != nil {
			return err
		}
		got, err := content(s)
		if err == nil && len(got) != form1Values {
			err = fmt.Errorf("%d values of %d", len(got), form1Values)
		}
		backups, listing := s.Backups("")
		if err = errors.Join(err, listing, s.Close()); err != nil {
			return err
		}
		if len(backups) != 1 {
			return fmt.Errorf("%d backups", len(backups))
		}
	}
	return nil
}

func refuseNewer(dir string) error {
	s, err := storage.Open(dir, storage.Options{Floor: 1})
	if err != nil {
		return err
	}
	version := filepath.Join(dir, "VERSION")
	if err := errors.Join(s.Commit(history{1}.change(1)), s.Close(), os.WriteFile(version, []byte("99\n"), 0o600)); err != nil {
		return err
	}
	if _, err := storage.Open(dir, storage.Options{Floor: 1}); fault.KeyOf(err) != "fault.folder_newer" {
		return fmt.Errorf("a folder of a newer form opens: %w", err)
	}
	return nil
}

// unpack writes the files of an archive into a folder.
func unpack(archive []byte, dir string) error {
	z, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return err
	}
	for files := tar.NewReader(z); ; {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(h.Name, "form1/")))
		if h.Typeflag == tar.TypeDir {
			err = os.MkdirAll(path, 0o700)
		} else {
			err = unpackFile(path, files)
		}
		if err != nil {
			return err
		}
	}
}

func unpackFile(path string, r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	return errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, raw, 0o600))
}
