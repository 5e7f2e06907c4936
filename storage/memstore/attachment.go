package memstore

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"nhipcau/app/fault"
)

// Attach implements desk.Attacher.
func (s *Store) Attach(r io.Reader) (name string, size int64, err error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return "", 0, err
	}
	sum := sha256.Sum256(raw)
	name = hex.EncodeToString(sum[:])
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return "", 0, fault.New("fault.store_closed")
	}
	s.files[name] = raw
	return name, int64(len(raw)), nil
}

// Attachment implements desk.Attacher.
func (s *Store) Attachment(name string) ([]byte, error) {
	s.mu.Lock()
	raw, ok := s.files[name]
	s.mu.Unlock()
	switch {
	case ok:
		return bytes.Clone(raw), nil
	case s.Files != nil:
		return s.Files(name)
	}
	return nil, fault.New("fault.no_attachment", "Name", name)
}

// AttachmentSize implements desk.Attacher.
func (s *Store) AttachmentSize(name string) (size int64, ok bool) {
	raw, err := s.Attachment(name)
	return int64(len(raw)), err == nil
}
