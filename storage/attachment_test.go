package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"nhipcau/app/fault"
)

// attachments lists what lies in the folder of attached files.
func attachments(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, attachmentsFolder))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestAttachIsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	broken := errors.New("USB")
	_, _, err := s.Attach(io.MultiReader(strings.NewReader(strings.Repeat("x", 1<<20)), iotest.ErrReader(broken)))
	if !errors.Is(err, broken) || len(attachments(t, dir)) != 0 {
		t.Fatalf("half a file: %v, %v", err, attachments(t, dir))
	}
	name, size, err := s.Attach(strings.NewReader("một"))
	if err != nil || size != int64(len("một")) {
		t.Fatalf("%d bytes, %v", size, err)
	}
	if got, ok := s.AttachmentSize(name); !ok || got != size {
		t.Errorf("it is there: %v, %d bytes", ok, got)
	}
	if again, _, err := s.Attach(strings.NewReader("một")); err != nil || again != name || len(attachments(t, dir)) != 1 {
		t.Errorf("the same once more: %v, %v", err, attachments(t, dir))
	}
}

func TestADamagedFileIsMendedByAttachingItAgain(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	name, _, err := s.Attach(strings.NewReader("một"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, attachmentsFolder, name), []byte("mội"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Attachment(name); fault.KeyOf(err) != "fault.attachment_damaged" {
		t.Errorf("the damaged one gives %v", err)
	}
	if _, _, err := s.Attach(strings.NewReader("một")); err != nil {
		t.Fatal(err)
	}
	if raw, err := s.Attachment(name); err != nil || string(raw) != "một" {
		t.Errorf("%q, %v", raw, err)
	}
}

// Two files on their way at once do not become one another.
func TestManyAttachAtOnce(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			text := strings.Repeat(string(rune('a'+i%8)), 100_000)
			name, _, err := s.Attach(strings.NewReader(text))
			if sum := sha256.Sum256([]byte(text)); err != nil || name != hex.EncodeToString(sum[:]) {
				t.Errorf("%s, %v", name, err)
			}
		})
	}
	all.Wait()
	names := attachments(t, dir)
	if len(names) != 8 {
		t.Errorf("files %v", names)
	}
	for _, name := range names {
		if _, err := s.Attachment(name); err != nil {
			t.Error(err)
		}
	}
}

func TestNoNameLeadsOutOfTheFolder(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, Options{})
	for _, name := range []string{"", ".", "..", "../VERSION", "x", strings.Repeat("A", 64), strings.Repeat("0", 63), strings.Repeat("0", 64)} {
		if _, err := s.Attachment(name); fault.KeyOf(err) != "fault.no_attachment" {
			t.Errorf("%q: %v", name, err)
		}
		if _, ok := s.AttachmentSize(name); ok {
			t.Errorf("%q is there", name)
		}
	}
}

// What a crash has left half written is never listed, and goes when the folder
// is opened.
func TestHalfAFileGoesAtTheNextOpening(t *testing.T) {
	dir := t.TempDir()
	closeStore(t, mustOpen(t, dir))
	folder := filepath.Join(dir, attachmentsFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	half, err := os.CreateTemp(folder, "..incoming.*.tmp.0123.tmp")
	if err != nil {
		t.Fatal(err)
	}
	if err := half.Close(); err != nil {
		t.Fatal(err)
	}
	if names, err := attachmentNames(folder); err != nil || len(names) != 0 {
		t.Errorf("listed %v, %v", names, err)
	}
	s := open(t, dir, Options{})
	if got := attachments(t, dir); len(got) != 0 {
		t.Errorf("left are %v", got)
	}
	if _, _, err := s.Attach(strings.NewReader("một")); err != nil {
		t.Error(err)
	}
}

func mustOpen(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
