package storage

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
	"nhipcau/app/files"
)

// Attached files lie outside the database, named by the SHA-256 of their
// content in hexadecimal digits. Only Forget removes any: a record that was
// deleted can come back, out of the bin, by undo, or with a bundle, and an older
// backup or another installation may still name the file.

var _ desk.Attacher = (*Store)(nil)

// Attach keeps the content that r gives, whole or not at all, and gives its
// name. The same content has the same name and lies there once; a copy that was
// damaged is good again afterwards.
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
	// The name is known only once everything has been read. Until then the file
	// has one of its own, for another may be on its way at the same time; what a
	// crash leaves under it goes at the next opening.
	temp := filepath.Join(dir, ".incoming."+rand.Text()+".tmp")
	digest := sha256.New()
	err = files.Write(temp, func(w io.Writer) error {
		var err error
		size, err = io.Copy(io.MultiWriter(w, digest), r)
		return err
	})
	if err != nil {
		return "", 0, err
	}
	name = hex.EncodeToString(digest.Sum(nil))
	if there(dir, name) {
		_ = os.Remove(temp) // a leftover goes at the next opening
		return name, size, nil
	}
	if err := errors.Join(files.Rename(temp, filepath.Join(dir, name)), files.SyncFolder(dir)); err != nil {
		_ = os.Remove(temp) // the first error is the one that matters
		return "", 0, unusable(dir, err)
	}
	return name, size, nil
}

// there says whether a file lies in the folder already and is whole. It must not
// be replaced then: on Windows that fails while somebody reads it.
func there(dir, name string) bool {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }() // it was only read
	digest := sha256.New()
	_, err = io.Copy(digest, f)
	return err == nil && hex.EncodeToString(digest.Sum(nil)) == name
}

// Attachment implements desk.Attacher.
//
// Faults: fault.no_attachment, fault.attachment_damaged.
func (s *Store) Attachment(name string) ([]byte, error) { return AttachedFile(s.dir, name) }

// AttachedFile gives the content of an attached file of a data folder, which need
// not be open, after it was compared with its name. Its faults are those of
// Attachment.
func AttachedFile(dir, name string) ([]byte, error) {
	if !isAttachmentName(name) {
		return nil, fault.New("fault.no_attachment", "Name", name)
	}
	raw, err := os.ReadFile(filepath.Join(dir, attachmentsFolder, name))
	if err != nil {
		return nil, fault.New("fault.no_attachment", "Name", name, err)
	}
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != name {
		return nil, fault.New("fault.attachment_damaged", "Name", name)
	}
	return raw, nil
}

// AttachmentSize implements desk.Attacher.
func (s *Store) AttachmentSize(name string) (size int64, ok bool) {
	if !isAttachmentName(name) {
		return 0, false
	}
	info, err := os.Stat(filepath.Join(s.dir, attachmentsFolder, name))
	if err != nil {
		return 0, false
	}
	return info.Size(), true
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
