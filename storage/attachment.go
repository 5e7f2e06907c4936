package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"nhipcau/app/fault"
	"nhipcau/app/files"
)

// Attached files lie outside the database, named by the SHA-256 of their
// content in hexadecimal digits.

// Attach keeps the content that r gives, whole or not at all, and gives its
// name. What is there already is not written again.
func (s *Store) Attach(r io.Reader) (name string, size int64, err error) {
	if !s.readers.enter() {
		return "", 0, fault.New("fault.store_closed")
	}
	defer s.readers.leave()
	if err := s.checkSpace(); err != nil {
		return "", 0, err
	}
	return attach(filepath.Join(s.dir, attachmentsFolder), r)
}

func attach(dir string, r io.Reader) (name string, size int64, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", 0, unusable(dir, err)
	}
	// The name is known only once everything has been read.
	digest := sha256.New()
	temp := filepath.Join(dir, "incoming")
	err = files.Write(temp, func(w io.Writer) error {
		var err error
		size, err = io.Copy(io.MultiWriter(w, digest), r)
		return err
	})
	if err != nil {
		return "", 0, err
	}
	name = hex.EncodeToString(digest.Sum(nil))
	if err := errors.Join(files.Rename(temp, filepath.Join(dir, name)), files.SyncFolder(dir)); err != nil {
		return "", 0, unusable(dir, err)
	}
	return name, size, nil
}

// Attachment gives the content of an attached file, after it was compared with
// its name.
//
// Faults: fault.no_attachment, fault.attachment_damaged.
func (s *Store) Attachment(name string) ([]byte, error) {
	if !isAttachmentName(name) {
		return nil, fault.New("fault.no_attachment", "Name", name)
	}
	raw, err := os.ReadFile(filepath.Join(s.dir, attachmentsFolder, name))
	if err != nil {
		return nil, fault.New("fault.no_attachment", "Name", name, err)
	}
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != name {
		return nil, fault.New("fault.attachment_damaged", "Name", name)
	}
	return raw, nil
}

func isAttachmentName(name string) bool {
	raw, err := hex.DecodeString(name)
	return err == nil && len(raw) == sha256.Size && hex.EncodeToString(raw) == name
}

// attachmentNames lists the attached files in a folder, which need not be there.
func attachmentNames(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if isAttachmentName(e.Name()) {
			out = append(out, e.Name())
		}
	}
	return out, nil
}

// readAttachment gives an attached file of a backup and compares it with its
// name.
func readAttachment(name string, r io.Reader, each func(name string, r io.Reader) error) error {
	if !isAttachmentName(name) {
		return errors.New("no name of an attached file")
	}
	digest := sha256.New()
	in := io.TeeReader(r, digest)
	if err := each(name, in); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, in); err != nil {
		return err
	}
	if got := hex.EncodeToString(digest.Sum(nil)); got != name {
		return fmt.Errorf("its content is %s", got)
	}
	return nil
}

func discardAttachment(string, io.Reader) error { return nil }
