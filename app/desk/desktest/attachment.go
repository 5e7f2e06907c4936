package desktest

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"

	"nhipcau/app/desk"
	"nhipcau/app/fault"
)

var _ desk.Attacher = (*Store)(nil)

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
	s.files[name] = raw
	return name, int64(len(raw)), nil
}

// Attachment implements desk.Attacher.
func (s *Store) Attachment(name string) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	raw, ok := s.files[name]
	if !ok {
		return nil, fault.New("fault.no_attachment", "Name", name)
	}
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != name {
		return nil, fault.New("fault.attachment_damaged", "Name", name)
	}
	return slices.Clone(raw), nil
}

// AttachmentSize implements desk.Attacher.
func (s *Store) AttachmentSize(name string) (size int64, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	raw, ok := s.files[name]
	return int64(len(raw)), ok
}

// Files lists the attached files by their names, in order.
func (s *Store) Files() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for name := range s.files {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// Spoil changes the content of an attached file; nil takes the file away.
func (s *Store) Spoil(name string, content []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[name] = content
	if content == nil {
		delete(s.files, name)
	}
}
